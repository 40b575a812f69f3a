"""Messages from the browser, held to their form before anything is done with them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

_Name = Annotated[str, Meta(min_length=1, max_length=500)]
_Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
_Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_Note = Annotated[str, Meta(max_length=2000)]
Action = Literal["dismiss", "fix", "undo"]
Reason = Literal[
    "",
    "wrong reading",
    "quoted or denied",
    "source is given elsewhere",
    "right for this audience or country",
    "agreed exception",
    "other",
]


class Open(Struct, frozen=True, tag="open", tag_field="type", forbid_unknown_fields=True):
    """The person opens an article."""

    name: _Name


class Refresh(Struct, frozen=True, tag="refresh", tag_field="type", forbid_unknown_fields=True):
    """The person wants the queue read again."""


class Back(Struct, frozen=True, tag="back", tag_field="type", forbid_unknown_fields=True):
    """The person goes back to the queue."""


class Decide(Struct, frozen=True, tag="decide", tag_field="type", forbid_unknown_fields=True):
    """The person decides about a finding; `request` names this message, so that one sent twice is done once."""

    fingerprint: _Fingerprint
    action: Action
    request: _Request
    reason: Reason = ""
    note: _Note = ""


class Malformed(ValueError):
    """A message that no screen of ours sends; says what is wrong with it."""


def of_queue(content: Any) -> Open | Refresh:
    """Read a message of the queue view; raises `Malformed`."""
    message: Open | Refresh = _read(content, Open | Refresh)
    return message


def of_article(content: Any) -> Decide | Back:
    """Read a message of the article view; raises `Malformed`."""
    message: Decide | Back = _read(content, Decide | Back)
    if isinstance(message, Decide) and bool(message.reason) != (message.action == "dismiss"):
        raise Malformed("a reason belongs to a dismissal, and every dismissal needs one")
    return message


def _read(content: Any, wanted: Any) -> Any:
    try:
        return msgspec.convert(content, wanted)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
