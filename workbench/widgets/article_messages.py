"""Messages of the article view, held to their form before anything is done with them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct

from workbench.model import ClaimType, Severity
from workbench.widgets.messages import (
    REASONS,
    Back,
    Decide,
    Fingerprint,
    Hand,
    Look,
    Malformed,
    Name,
    Page,
    Request,
    Say,
    Words,
    Work,
    read,
)

_MOST = 25  # uses of one cause that are decided at a time
_Place = Annotated[int, Meta(ge=0, le=10_000_000)]
_Short = Annotated[str, Meta(max_length=80)]
_Claim = Annotated[str, Meta(pattern="^[0-9a-f]{8,16}$")]
_Use = tuple[Name, Fingerprint]
_Key = Annotated[str, Meta(max_length=500)]
OfClaim = Literal["suggest", "substantiate", "renew", "settle", "reject", "doubt"]
OfNotice = Literal["warn", "agree", "overrule", "undo"]
What = Literal["touched", "uses", "then", "facts"]


class OnClaim(Struct, frozen=True, tag="claim", tag_field="type", forbid_unknown_fields=True):
    """A step about a claim.

    `seen` names the list of live sentences that was on screen; `library` the row of the library whose wording the
    person takes the claim for, "" = none.
    """

    claim: _Claim
    action: OfClaim
    request: Request
    source: Words = ""
    version: Words = ""
    place: Words = ""
    value: Words = ""
    country: _Short = ""
    effective: _Short = ""
    fact: _Short = ""
    reason: Words = ""
    seen: _Short = ""
    library: _Key = ""


class Refuse(Struct, frozen=True, tag="refuse", tag_field="type", forbid_unknown_fields=True):
    """The person says that a claim is not that claim of the library."""

    claim: _Claim
    library: Annotated[str, Meta(min_length=1, max_length=500)]
    request: Request


class Verdict(Struct, frozen=True, tag="verdict", tag_field="type", forbid_unknown_fields=True):
    """Whether a match that its context holds back is harmless."""

    fingerprint: Fingerprint
    action: Literal["harmless", "counts", "undo"]
    request: Request


class Notice(Struct, frozen=True, tag="notice", tag_field="type", forbid_unknown_fields=True):
    """A step about an urgent safety notice on the page; `text` are its words."""

    action: OfNotice
    request: Request
    text: Words = ""


class Conflict(Struct, frozen=True, tag="conflict", tag_field="type", forbid_unknown_fields=True):
    """Articles that disagree are kept as they are, with a reason; or the matter is opened again."""

    key: _Key
    action: Literal["keep both", "reopen"]
    request: Request
    reason: Words = ""


class Add(Struct, frozen=True, tag="add", tag_field="type", forbid_unknown_fields=True):
    """A finding or a claim that no check saw, on words that the person selected.

    From `[at` in the block `block` to `to)` in `to_block`, both counted in characters that the reader sees; `text` are
    the words there, so that nobody marks another text than the one that was read. One of `category` and `claim` is set.
    """

    block: _Place
    at: _Place
    to_block: _Place
    to: _Place
    text: Annotated[str, Meta(min_length=1, max_length=4000)]
    note: Words
    request: Request
    category: _Short = ""
    severity: Severity = "warning"
    claim: ClaimType | Literal[""] = ""


class TakeBack(Struct, frozen=True, tag="take back", tag_field="type", forbid_unknown_fields=True):
    """What a person marked by hand, a finding or a claim, is taken back; `reason` where it is another person's."""

    what: Literal["claim", "finding"]
    key: Annotated[str, Meta(pattern="^[0-9a-f]{8,16}$")]
    request: Request
    reason: Words = ""


class Together(Struct, frozen=True, tag="together", tag_field="type", forbid_unknown_fields=True):
    """One cause, one decision, over articles; `chosen` are article and fingerprint of each use."""

    chosen: Annotated[tuple[_Use, ...], Meta(min_length=1, max_length=_MOST)]
    action: Literal["fix", "dismiss", "accept", "undo"]
    request: Request
    reason: Words = ""
    note: Words = ""
    until: date | None = None


class Ask(Struct, frozen=True, tag="ask", tag_field="type", forbid_unknown_fields=True):
    """The screen wants to know something about the open article; changes nothing.

    `key` is a claim's id for "touched" and "facts", a fingerprint for "uses", a text hash for "then".
    """

    what: What
    key: _Key


Step = Decide | Work | Page | Say | Hand | OnClaim | Refuse | Verdict | Notice | Conflict | Add | TakeBack | Together


def of_article(content: Any) -> Step | Back | Look | Ask:
    """Read a message of the article view; raises `Malformed`."""
    message: Step | Back | Look | Ask = read(content, Step | Back | Look | Ask)
    problem = ""
    if isinstance(message, Decide):
        problem = _of_decision(message)
    elif isinstance(message, Together):
        problem = _of_together(message)
    elif isinstance(message, Add):
        problem = _of_added(message)
    if problem:
        raise Malformed(problem)
    return message


def _of_decision(message: Decide) -> str:
    if message.action == "dismiss" and message.reason not in REASONS:
        return "every dismissal needs a reason of the list"
    if message.reason and message.action not in ("dismiss", "accept", "contest"):
        return "this step has no reason"
    if (message.until is not None) != (message.action == "accept"):
        return "an end date belongs to an accepted risk, and every accepted risk needs one"
    if message.source and message.action != "contest":
        return "a source belongs to a contest"
    together = ("fix", "dismiss", "accept", "withdraw", "undo")
    return "" if not message.also or message.action in together else "one by one"


def _of_together(message: Together) -> str:
    if message.action == "dismiss" and message.reason not in REASONS[:-1]:
        return "several findings are dismissed with a reason of the list, and never with other"
    if message.reason and message.action not in ("dismiss", "accept"):
        return "this step has no reason"
    return "" if (message.until is not None) == (message.action == "accept") else "an end date belongs to a risk"


def _of_added(message: Add) -> str:
    if bool(message.category) == bool(message.claim):
        return "either a finding or a claim is added"
    if (message.to_block, message.to) <= (message.block, message.at):
        return "no words are selected"
    return ""
