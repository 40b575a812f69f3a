"""Messages from the browser, held to their form before anything is done with them.

What changes anything has a `request`: it names the message, so that one that is sent twice is done once.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta, Struct

_Name = Annotated[str, Meta(min_length=1, max_length=500)]
_Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
_Also = Annotated[tuple[_Fingerprint, ...], Meta(max_length=24)]
_Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_Words = Annotated[str, Meta(max_length=2000)]
_Hash = Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")]
_Id = Annotated[str, Meta(max_length=80)]
Action = Literal["dismiss", "fix", "undo", "accept", "ask", "agree", "overrule", "withdraw", "contest"]
Reason = Literal[
    "",
    "wrong reading",
    "quoted or denied",
    "source is given elsewhere",
    "right for this audience or country",
    "agreed exception",
    "other",
]
_REASONS = get_args(Reason)[1:]
_TOGETHER = ("fix", "dismiss", "accept", "withdraw", "undo")
OfWork = Literal[
    "ask for changes", "approve editorial", "approve medical", "withdraw approval", "mark live", "send", "open"
]
OfPage = Literal["hold", "put back", "agree", "overrule", "undo"]


class Open(Struct, frozen=True, tag="open", tag_field="type", forbid_unknown_fields=True):
    """The person opens an article."""

    name: _Name


class Refresh(Struct, frozen=True, tag="refresh", tag_field="type", forbid_unknown_fields=True):
    """The person wants the queue read again."""


class Back(Struct, frozen=True, tag="back", tag_field="type", forbid_unknown_fields=True):
    """The person goes back to the queue."""


class Look(Struct, frozen=True, tag="look", tag_field="type", forbid_unknown_fields=True):
    """The screen wants to know what others did meanwhile."""


class Decide(Struct, frozen=True, tag="decide", tag_field="type", forbid_unknown_fields=True):
    """The person decides about a finding, and with `also` the same about others of the same cause."""

    fingerprint: _Fingerprint
    action: Action
    request: _Request
    reason: _Words = ""
    note: _Words = ""
    until: date | None = None
    source: _Words = ""
    also: _Also = ()


class Work(Struct, frozen=True, tag="work", tag_field="type", forbid_unknown_fields=True):
    """A step about the review of the open article; `text_hash` is the text that was read."""

    action: OfWork
    request: _Request
    note: _Words = ""
    text_hash: _Hash = ""
    address: _Words = ""


class Page(Struct, frozen=True, tag="page", tag_field="type", forbid_unknown_fields=True):
    """A step about the page on the site."""

    action: OfPage
    request: _Request
    reason: _Words = ""


class Say(Struct, frozen=True, tag="say", tag_field="type", forbid_unknown_fields=True):
    """Words to the other side, about the article or one finding."""

    text: Annotated[str, Meta(min_length=1, max_length=2000)]
    request: _Request
    fingerprint: _Fingerprint | Literal[""] = ""


class Hand(Struct, frozen=True, tag="hand", tag_field="type", forbid_unknown_fields=True):
    """Articles are given to a person (`to` an id, "" = nobody), with a due day."""

    names: Annotated[tuple[_Name, ...], Meta(min_length=1, max_length=200)]
    to: _Id
    request: _Request
    due: date | None = None


Step = Decide | Work | Page | Say | Hand  # what is done once, and answered


class Malformed(ValueError):
    """A message that no screen of ours sends; says what is wrong with it."""


def of_queue(content: Any) -> Open | Refresh | Hand:
    """Read a message of the queue view; raises `Malformed`."""
    message: Open | Refresh | Hand = _read(content, Open | Refresh | Hand)
    return message


def of_article(content: Any) -> Step | Back | Look:
    """Read a message of the article view; raises `Malformed`."""
    message: Step | Back | Look = _read(content, Step | Back | Look)
    if isinstance(message, Decide):
        problem = _problem(message)
        if problem:
            raise Malformed(problem)
    return message


def _problem(message: Decide) -> str:
    if message.action == "dismiss" and message.reason not in _REASONS:
        return "every dismissal needs a reason of the list"
    if message.reason and message.action not in ("dismiss", "accept", "contest"):
        return "this step has no reason"
    if (message.until is not None) != (message.action == "accept"):
        return "an end date belongs to an accepted risk, and every accepted risk needs one"
    if message.source and message.action != "contest":
        return "a source belongs to a contest"
    return (
        "" if not message.also or message.action in ("fix", "dismiss", "accept", "withdraw", "undo") else "one by one"
    )


def _read(content: Any, wanted: Any) -> Any:
    try:
        return msgspec.convert(content, wanted)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
