"""Messages of the draft screen, held to their form before anything is done with them."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from workbench.widgets.messages import Malformed

LONGEST = 1_000_000  # characters of a typed text: more than the words that checks take, and what a browser lays out
_Number = Annotated[int, Meta(ge=0, le=10**9)]
_Line = Annotated[int, Meta(ge=0, le=10**7)]
_Name = Annotated[str, Meta(max_length=500)]
_Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
_Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_Words = Annotated[str, Meta(max_length=2000)]


class Check(Struct, frozen=True, tag="check", tag_field="type", forbid_unknown_fields=True):
    """The text as it stands now; `number` grows, `seen` is the last line in sight."""

    number: _Number
    text: Annotated[str, Meta(max_length=LONGEST)]
    seen: _Line = 0


class Again(Struct, frozen=True, tag="again", tag_field="type", forbid_unknown_fields=True):
    """The person wants the checks started anew, or the followed file read again."""

    number: _Number


class Choose(Struct, frozen=True, tag="choose", tag_field="type", forbid_unknown_fields=True):
    """The person turns to an article of the newsroom, or with "" to a text of their own."""

    name: _Name


class Send(Struct, frozen=True, tag="send", tag_field="type", forbid_unknown_fields=True):
    """The draft goes to review as it was shown, with a sentence why where errors go with it; `number` is its text's."""

    request: _Request
    number: _Number
    note: _Words = ""


class Answer(Struct, frozen=True, tag="answer", tag_field="type", forbid_unknown_fields=True):
    """The writer's words about a finding."""

    request: _Request
    fingerprint: _Fingerprint
    text: Annotated[str, Meta(min_length=1, max_length=2000)]


Step = Send | Answer  # what is done once, and answered


def of_draft(content: Any) -> Check | Again | Choose | Step:
    """Read a message of the draft screen; raises `Malformed`."""
    try:
        message: Check | Again | Choose | Step = msgspec.convert(content, Check | Again | Choose | Step)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
    return message
