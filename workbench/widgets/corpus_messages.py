"""Messages of the corpus overview, held to their form before anything is done with them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from workbench.widgets.messages import Malformed

_Name = Annotated[str, Meta(min_length=1, max_length=500)]
_Key = Annotated[str, Meta(pattern="^[0-9A-Za-z:._-]{1,80}$")]
_Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_Words = Annotated[str, Meta(min_length=1, max_length=2000)]


class Refresh(Struct, frozen=True, tag="refresh", tag_field="type", forbid_unknown_fields=True):
    """The screen stands, and wants the numbers of now."""


class Keep(Struct, frozen=True, tag="keep", tag_field="type", forbid_unknown_fields=True):
    """The articles of a conflict may differ, for this reason."""

    key: _Key
    reason: _Words
    request: _Request


class Reopen(Struct, frozen=True, tag="reopen", tag_field="type", forbid_unknown_fields=True):
    """A conflict that was kept is open again."""

    key: _Key
    request: _Request


class Change(Struct, frozen=True, tag="change", tag_field="type", forbid_unknown_fields=True):
    """One article of a conflict is to change: its words get a finding, with this note to the writer."""

    key: _Key
    article: _Name
    note: _Words
    request: _Request


class Settle(Struct, frozen=True, tag="settle", tag_field="type", forbid_unknown_fields=True):
    """What the library says already holds; articles that say otherwise drift from it."""

    key: _Key
    request: _Request


class Approve(Struct, frozen=True, tag="library", tag_field="type", forbid_unknown_fields=True):
    """The wording of one article goes into the library, with what it rests on and the day somebody looks again."""

    key: _Key
    article: _Name
    source: _Words
    place: _Words
    version: _Words
    expires: date
    request: _Request


Step = Keep | Reopen | Change | Settle | Approve  # what is done once, and answered


def of_corpus(content: Any) -> Step | Refresh:
    """Read a message of the corpus overview; raises `Malformed`."""
    try:
        message: Step | Refresh = msgspec.convert(content, Step | Refresh)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
    return message
