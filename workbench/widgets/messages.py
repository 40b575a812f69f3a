"""Messages from the browser, held to their form before anything is done with them.

What changes anything has a `request`: it names the message, so that one that is sent twice is done once.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, get_args

import msgspec
from msgspec import Meta, Struct

Name = Annotated[str, Meta(min_length=1, max_length=500)]
Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
_Also = Annotated[tuple[Fingerprint, ...], Meta(max_length=24)]
Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
Words = Annotated[str, Meta(max_length=2000)]
Hash = Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")]
Id = Annotated[str, Meta(max_length=80)]
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
REASONS = get_args(Reason)[1:]
OfWork = Literal[
    "ask for changes", "approve editorial", "approve medical", "withdraw approval", "mark live", "send", "open"
]
OfPage = Literal["hold", "put back", "agree", "overrule", "undo"]


class Open(Struct, frozen=True, tag="open", tag_field="type", forbid_unknown_fields=True):
    """The person opens an article."""

    name: Name


class Refresh(Struct, frozen=True, tag="refresh", tag_field="type", forbid_unknown_fields=True):
    """The person wants the queue read again."""


class Back(Struct, frozen=True, tag="back", tag_field="type", forbid_unknown_fields=True):
    """The person goes back to the queue."""


class Look(Struct, frozen=True, tag="look", tag_field="type", forbid_unknown_fields=True):
    """The screen wants to know what others did meanwhile; `fingerprint` is the finding that is chosen there."""

    fingerprint: Fingerprint | Literal[""] = ""


class Decide(Struct, frozen=True, tag="decide", tag_field="type", forbid_unknown_fields=True):
    """The person decides about a finding, and with `also` the same about others of the same cause.

    `seen` is the state that the person saw; where another one stands by now, nothing is decided ("" = it may be any).
    """

    fingerprint: Fingerprint
    action: Action
    request: Request
    reason: Words = ""
    note: Words = ""
    until: date | None = None
    source: Words = ""
    also: _Also = ()
    seen: Annotated[str, Meta(max_length=20)] = ""


class Work(Struct, frozen=True, tag="work", tag_field="type", forbid_unknown_fields=True):
    """A step about the review of the open article; `text_hash` is the text that was read."""

    action: OfWork
    request: Request
    note: Words = ""
    text_hash: Hash = ""
    address: Words = ""


class Page(Struct, frozen=True, tag="page", tag_field="type", forbid_unknown_fields=True):
    """A step about the page on the site."""

    action: OfPage
    request: Request
    reason: Words = ""


class Say(Struct, frozen=True, tag="say", tag_field="type", forbid_unknown_fields=True):
    """Words to the other side, about the article or one finding."""

    text: Annotated[str, Meta(min_length=1, max_length=2000)]
    request: Request
    fingerprint: Fingerprint | Literal[""] = ""


class Hand(Struct, frozen=True, tag="hand", tag_field="type", forbid_unknown_fields=True):
    """Articles are given to a person (`to` an id, "" = nobody), with a due day."""

    names: Annotated[tuple[Name, ...], Meta(min_length=1, max_length=200)]
    to: Id
    request: Request
    due: date | None = None


Step = Decide | Work | Page | Say | Hand  # what is done once, and answered


class Malformed(ValueError):
    """A message that no screen of ours sends; says what is wrong with it."""


def read(content: Any, wanted: Any) -> Any:
    """A message of one of these forms; raises `Malformed`."""
    try:
        return msgspec.convert(content, wanted)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
