"""Messages of the queue view, held to their form before anything is done with them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from workbench.widgets import messages
from workbench.widgets.messages import Fingerprint, Hand, Malformed, Name, Open, Refresh, Request, Words

_Names = Annotated[tuple[Name, ...], Meta(min_length=1, max_length=200)]
_Some = Annotated[tuple[Name, ...], Meta(min_length=1, max_length=25)]
Reason = Literal[
    "", "wrong reading", "quoted or denied", "source is given elsewhere", "right for this audience or country",
    "agreed exception",
]  # fmt: skip


class About(Struct, frozen=True, tag="about", tag_field="type", forbid_unknown_fields=True):
    """The person chose an article; the pane wants to say more about it."""

    name: Name


class Find(Struct, frozen=True, tag="find", tag_field="type", forbid_unknown_fields=True):
    """The person looks for words; claims that hold them are wanted."""

    words: Annotated[str, Meta(max_length=200)]


class Uses(Struct, frozen=True, tag="uses", tag_field="type", forbid_unknown_fields=True):
    """The person wants to see every article in which this finding waits."""

    fingerprint: Fingerprint


class Later(Struct, frozen=True, tag="later", tag_field="type", forbid_unknown_fields=True):
    """Articles that this person wants to be asked about on a later day (None = now)."""

    names: _Names
    request: Request
    until: date | None = None


class Together(Struct, frozen=True, tag="together", tag_field="type", forbid_unknown_fields=True):
    """One decision about the same finding in these articles."""

    names: _Some
    fingerprint: Fingerprint
    action: Literal["fix", "dismiss", "undo"]
    request: Request
    reason: Reason = ""
    note: Words = ""


Asked = About | Find | Uses  # answered by what was asked for
Done = Hand | Later | Together  # done once, and answered
Message = Open | Refresh | Asked | Done


def read(content: Any) -> Message:
    """Read a message of the queue view.

    Raises:
        Malformed: no screen of ours sends this.
    """
    message: Message = messages.read(content, Message)
    if isinstance(message, Together) and (message.action == "dismiss") != bool(message.reason):
        raise Malformed("a dismissal needs a reason of the list, and nothing else has one")
    return message
