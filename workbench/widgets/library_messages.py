"""Messages of the screen about the library, consistency and sources, held to their form before anything is done.

What changes anything has a `request`: it names the message, so that one that is sent twice is done once.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from workbench.widgets.messages import Malformed

_Name = Annotated[str, Meta(min_length=1, max_length=500)]
_Key = Annotated[str, Meta(min_length=1, max_length=2000)]
_Claim = Annotated[str, Meta(pattern="^[0-9a-f]{6,64}$")]
_Words = Annotated[str, Meta(max_length=2000)]
_Short = Annotated[str, Meta(max_length=500)]
_Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_Seen = Annotated[str, Meta(pattern="^([0-9a-f]{8})?$")]
_Countries = Annotated[str, Meta(pattern=r"^(all|[A-Z]{2}(\|[A-Z]{2}){0,20})?$")]

Tab = Literal["library", "consistency", "sources", "tables"]


class Go(Struct, frozen=True, tag="go", tag_field="type", forbid_unknown_fields=True):
    """The person goes to another tab; `name` is the article whose table is wanted, "" = any."""

    tab: Tab
    name: Annotated[str, Meta(max_length=500)] = ""


class Look(Struct, frozen=True, tag="look", tag_field="type", forbid_unknown_fields=True):
    """The screen wants to know more of one thing: a library row, a fact, a source, or a claim's places in sources."""

    of: Literal["claim", "fact", "source", "places"]
    key: _Key
    article: Annotated[str, Meta(max_length=500)] = ""


class Again(Struct, frozen=True, tag="again", tag_field="type", forbid_unknown_fields=True):
    """The person wants everything read again."""


class Seek(Struct, frozen=True, tag="seek", tag_field="type", forbid_unknown_fields=True):
    """The person looks for a claim of an article; `n` numbers the question."""

    words: Annotated[str, Meta(max_length=200)]
    n: Annotated[int, Meta(ge=0, le=1_000_000_000)]


class Judge(Struct, frozen=True, tag="judge", tag_field="type", forbid_unknown_fields=True):
    """A person says whether an article's claim is a claim of the library; `reason` why its words may differ."""

    library: _Name
    article: _Name
    claim: _Claim
    state: Literal["accepted", "refused"]
    request: _Request
    reason: _Words = ""


class Approve(Struct, frozen=True, tag="approve", tag_field="type", forbid_unknown_fields=True):
    """A person takes an article's claim into the library."""

    article: _Name
    claim: _Claim
    evidence: Annotated[str, Meta(min_length=1, max_length=2000)]
    expires: date
    request: _Request
    place: _Short = ""
    version: _Short = ""
    country: _Countries = ""
    qualifiers: Annotated[tuple[_Short, ...], Meta(max_length=20)] = ()
    note: _Words = ""


class Renew(Struct, frozen=True, tag="renew", tag_field="type", forbid_unknown_fields=True):
    """A person looked at the evidence of a claim of the library again; `seen` is the last day that was on screen."""

    library: _Name
    expires: date
    seen: date
    request: _Request
    evidence: Annotated[str, Meta(min_length=1, max_length=2000)]
    place: _Short = ""
    version: _Short = ""
    note: _Words = ""


class OfFact(Struct, frozen=True, tag="fact", tag_field="type", forbid_unknown_fields=True):
    """A person changes a fact, or suggests that it changed; `seen` names the list of live sentences on screen."""

    key: _Key
    action: Literal["change", "suggest"]
    request: _Request
    value: _Words = ""
    country: _Short = ""
    effective: date | None = None
    source: _Words = ""
    seen: _Seen = ""


class OfClaim(Struct, frozen=True, tag="claim", tag_field="type", forbid_unknown_fields=True):
    """A step about a claim of an article, with what the table of moves may ask for.

    `number` is the place of a source that was chosen, as the screen was told it; 0 = none.
    """

    article: _Name
    claim: _Claim
    action: Literal["suggest", "substantiate", "renew", "settle", "reject", "doubt"]
    request: _Request
    source: _Words = ""
    version: _Short = ""
    place: _Short = ""
    value: _Words = ""
    country: _Short = ""
    effective: date | None = None
    fact: _Short = ""
    reason: _Words = ""
    seen: _Seen = ""
    number: Annotated[int, Meta(ge=0, le=99)] = 0


class Ask(Struct, frozen=True, tag="ask", tag_field="type", forbid_unknown_fields=True):
    """A person asks for a sentence of an article to be changed; it reaches the writer with the article."""

    article: _Name
    text: Annotated[str, Meta(min_length=1, max_length=2000)]
    request: _Request


class OfConflict(Struct, frozen=True, tag="conflict", tag_field="type", forbid_unknown_fields=True):
    """A person keeps values that differ, with a reason; lets the library's `row` settle it; or takes either back."""

    key: _Key
    action: Literal["keep both", "settle", "reopen"]
    request: _Request
    reason: _Words = ""
    row: Annotated[str, Meta(max_length=500)] = ""


class Undo(Struct, frozen=True, tag="undo", tag_field="type", forbid_unknown_fields=True):
    """A person takes back what they did last to the library or said of a use."""

    request: _Request


Step = Judge | Approve | Renew | OfFact | OfClaim | Ask | OfConflict | Undo  # what is done once, and answered


def of_library(content: Any) -> Go | Look | Again | Seek | Step:
    """Read a message of the screen; raises `Malformed`."""
    try:
        message: Go | Look | Again | Seek | Step = msgspec.convert(content, Go | Look | Again | Seek | Step)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
    if isinstance(message, Judge) and message.reason and message.state != "accepted":
        raise Malformed("a reason belongs to words that are kept")
    return message
