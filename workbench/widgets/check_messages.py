"""Messages of the list of checks, held to their form before anything is done with them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from workbench.widgets.messages import Malformed

_Id = Annotated[str, Meta(pattern="^[a-z0-9-]{1,80}$")]
_Name = Annotated[str, Meta(min_length=1, max_length=500)]
_Fingerprint = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
_Request = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{8,64}$")]
_Words = Annotated[str, Meta(max_length=2000)]


class Refresh(Struct, frozen=True, tag="refresh", tag_field="type", forbid_unknown_fields=True):
    """The person wants everything read again."""


class Show(Struct, frozen=True, tag="show", tag_field="type", forbid_unknown_fields=True):
    """The person chose a check; its words are wanted."""

    id: _Id


class Verdict(Struct, frozen=True, tag="verdict", tag_field="type", forbid_unknown_fields=True):
    """The person says of a held-back match whether its context made it harmless, or takes that back."""

    article: _Name
    fingerprint: _Fingerprint
    verdict: Literal["harmless", "counts", "undo"]
    request: _Request


class Propose(Struct, frozen=True, tag="propose", tag_field="type", forbid_unknown_fields=True):
    """A check is to run at another severity, or not at all; `action` as the table of moves calls it."""

    id: _Id
    action: Literal["propose", "change", "retire", "undo"]
    request: _Request
    severity: Literal["", "error", "warning", "note", "retire"] = ""
    reason: _Words = ""


Step = Verdict | Propose  # what is done once, and answered


def of_checks(content: Any) -> Step | Show | Refresh:
    """Read a message of the list of checks; raises `Malformed`."""
    try:
        message: Step | Show | Refresh = msgspec.convert(content, Step | Show | Refresh)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Malformed(str(error)) from error
    if isinstance(message, Propose) and message.action in ("propose", "change") and not message.severity:
        raise Malformed("which severity is not said")
    return message
