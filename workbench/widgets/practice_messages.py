"""Messages of the practice screen, held to their form before anything is done with them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from workbench.widgets.messages import Malformed, Request

_At = Annotated[int, Meta(ge=0, le=10**6)]
_Name = Annotated[str, Meta(max_length=200)]
_Mark = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_Said = Annotated[str, Meta(min_length=1, max_length=2000)]
_Kind = Literal["promise", "number", "source", "dose", "approval", "safety", "wording"]
_Seconds = Annotated[int, Meta(ge=0, le=10**6)]


class Put(Struct, frozen=True, tag="mark", tag_field="type", forbid_unknown_fields=True):
    """Words to stop: from a place to a place, each a block and characters of its text; why, in own words."""

    request: Request
    passage: _Name
    id: _Mark
    block: _At
    at: _At
    to_block: _At
    to: _At
    kind: _Kind
    reason: _Said


class Remove(Struct, frozen=True, tag="unmark", tag_field="type", forbid_unknown_fields=True):
    """A mark is taken back."""

    request: Request
    passage: _Name
    id: _Mark


class Compare(Struct, frozen=True, tag="compare", tag_field="type", forbid_unknown_fields=True):
    """The learner has done what they can, and wants the answer."""

    request: Request
    passage: _Name
    seconds: _Seconds = 0


class Disagree(Struct, frozen=True, tag="disagree", tag_field="type", forbid_unknown_fields=True):
    """A question to the editor about one line of the comparison."""

    request: Request
    passage: _Name
    about: _Said
    text: _Said


class Rewrite(Struct, frozen=True, tag="rewrite", tag_field="type", forbid_unknown_fields=True):
    """The passage as the learner would have it."""

    request: Request
    passage: _Name
    text: Annotated[str, Meta(max_length=20_000)]


class Turn(Struct, frozen=True, tag="turn", tag_field="type", forbid_unknown_fields=True):
    """To another passage, or to another set."""

    set: Annotated[int, Meta(ge=0, le=10_000)]
    passage: _Name = ""


Step = Put | Remove | Compare | Disagree | Rewrite  # what is done once, and answered


def of_practice(content: Any) -> Step | Turn:
    """Read a message of the practice screen; raises `Malformed`."""
    try:
        message: Step | Turn = msgspec.convert(content, Step | Turn)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
    return message
