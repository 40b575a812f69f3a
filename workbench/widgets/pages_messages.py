"""Messages of the screen of live pages, held to their form before anything is done with them.

What changes anything has a `request`: it names the message, so that one that is sent twice is done once.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from workbench.widgets.messages import Malformed

TABLE_MEGABYTES = 4  # of a table of views; a message of a browser holds ten
_Name = Annotated[str, Meta(min_length=1, max_length=500)]
_Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_Words = Annotated[str, Meta(max_length=2000)]
_Key = Annotated[str, Meta(min_length=1, max_length=80)]
_Code = Annotated[str, Meta(pattern="^[0-9a-f]{8}$")]
_Size = Annotated[int, Meta(ge=0, le=100_000)]
_Seed = Annotated[str, Meta(max_length=80)]
_Table = Annotated[str, Meta(max_length=TABLE_MEGABYTES * 1_000_000)]
Wave = Literal["harm", "reach", "sample", "rest"]


class Refresh(Struct, frozen=True, tag="refresh", tag_field="type", forbid_unknown_fields=True):
    """The person wants everything read again."""


class Look(Struct, frozen=True, tag="look", tag_field="type", forbid_unknown_fields=True):
    """The screen wants to know what others did meanwhile; `name` is the page that is chosen, "" = none."""

    name: Annotated[str, Meta(max_length=500)] = ""


class Show(Struct, frozen=True, tag="show", tag_field="type", forbid_unknown_fields=True):
    """The person chooses a page."""

    name: _Name


class Plan(Struct, frozen=True, tag="plan", tag_field="type", forbid_unknown_fields=True):
    """The person wants to see what a wave would bring in; `table` is the text of a table of views named `file`."""

    wave: Wave
    size: _Size = 0
    seed: _Seed = ""
    file: Annotated[str, Meta(max_length=200)] = ""
    table: _Table = ""


class Search(Struct, frozen=True, tag="search", tag_field="type", forbid_unknown_fields=True):
    """The person looks for what a complaint is about: by a claim's id, "" = by the words complained of."""

    key: _Key
    claim: Annotated[str, Meta(max_length=200)] = ""


class Dossier(Struct, frozen=True, tag="dossier", tag_field="type", forbid_unknown_fields=True):
    """The person wants the dossier of an article as of a day, perhaps for a complaint."""

    name: _Name
    day: date
    form: Literal["html", "zip"]
    complaint: Annotated[str, Meta(max_length=80)] = ""


class Live(Struct, frozen=True, tag="live", tag_field="type", forbid_unknown_fields=True):
    """A step about a page on the site."""

    name: _Name
    action: Literal["hold", "put back", "agree", "overrule", "undo"]
    request: _Request
    reason: _Words = ""


class Notice(Struct, frozen=True, tag="notice", tag_field="type", forbid_unknown_fields=True):
    """A step about an urgent safety notice on a page."""

    name: _Name
    action: Literal["warn", "agree", "overrule", "undo"]
    request: _Request
    notice: _Words = ""


class Enter(Struct, frozen=True, tag="enter", tag_field="type", forbid_unknown_fields=True):
    """The person brings in exactly the wave that was shown with this code."""

    code: _Code
    request: _Request


class Settle(Struct, frozen=True, tag="settle", tag_field="type", forbid_unknown_fields=True):
    """The person says what becomes of an inherited page, and when it comes into review."""

    name: _Name
    what: Literal["keep", "merge", "retire"]
    day: date
    request: _Request
    into: Annotated[str, Meta(max_length=500)] = ""


class Receive(Struct, frozen=True, tag="receive", tag_field="type", forbid_unknown_fields=True):
    """A complaint came in; `sender` is who complains."""

    key: _Key
    name: _Name
    sender: Annotated[str, Meta(min_length=1, max_length=300)]
    words: Annotated[str, Meta(min_length=1, max_length=2000)]
    deadline: date
    request: _Request


class Find(Struct, frozen=True, tag="find", tag_field="type", forbid_unknown_fields=True):
    """The person has found the claim of a complaint, by its id; "" = the page tells none like it."""

    key: _Key
    request: _Request
    claim: Annotated[str, Meta(max_length=200)] = ""


class Close(Struct, frozen=True, tag="close", tag_field="type", forbid_unknown_fields=True):
    """The outcome of a complaint: corrected with the words of a notice, or rejected with a reason."""

    key: _Key
    action: Literal["correct", "reject"]
    words: _Words
    request: _Request


Asking = Refresh | Look | Show | Plan | Search | Dossier  # changes nothing
Step = Live | Notice | Enter | Settle | Receive | Find | Close  # what is done once, and answered


def of_pages(content: Any) -> Asking | Step:
    """Read a message of the screen; raises `Malformed`."""
    try:
        message: Asking | Step = msgspec.convert(content, Asking | Step)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
    if isinstance(message, Live) and message.reason and message.action != "hold":
        raise Malformed("only a hold has a reason")
    if isinstance(message, Notice) and message.notice and message.action != "warn":
        raise Malformed("only a proposed notice has words")
    if isinstance(message, Settle) and bool(message.into) != (message.what == "merge"):
        raise Malformed("merging, and only that, names another article")
    if isinstance(message, Plan) and bool(message.table) != (message.wave == "reach"):
        raise Malformed("the wave by views, and only that, needs a table")
    return message
