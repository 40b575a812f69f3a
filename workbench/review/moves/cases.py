"""What a step is about, as the table sees it. Whatever could open a door has no default: the caller has to say it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from msgspec import Struct

from workbench.model import ClaimType, Severity
from workbench.review.moves.terms import Past, Subject


class Case(Struct, frozen=True, kw_only=True):
    """Anything with a state; `last` is the step that stands about it, a proposal or question where one waits."""

    subject: ClassVar[Subject]
    state: str
    last: Past | None = None


class FindingCase(Case, frozen=True, kw_only=True):
    """A finding.

    `authors` are the ids of the people who wrote the text; `touches` the types of the claims under the finding;
    `answered_by` who answered the contest before this one ("" = none was); `cause` is what findings decided together
    share: the check with the block of text, or the missing element of a template; `marked` the step by which a person
    added it (None = a check found it).
    """

    subject: ClassVar[Subject] = "finding"
    fingerprint: str
    severity: Severity
    topic: str
    category: str
    held_back: bool
    authors: tuple[str, ...]
    touches: tuple[ClaimType, ...]
    answered_by: str = ""
    cause: str = ""
    marked: Past | None = None


class Approval(Struct, frozen=True):
    """A signature on a text: `second` is "none" where it is the second pass of the same person in a newsroom of one."""

    kind: Literal["editorial", "medical"]
    by: str
    at: datetime
    text_hash: str
    second: str = ""
    carried: bool = False


class WorkCase(Case, frozen=True, kw_only=True):
    """The review of what is being written.

    Attributes:
        live: the state of the same article on the site.
        text_hash: of the text as it stands; `written` is when it last changed, `authors` who wrote it.
        approvals: every signature, of this text and of earlier ones.
        errors: errors to decide, those that wait for a second person among them; `warnings` likewise.
        fixes: fixes asked and not yet found by a check; `contested`: contests without an answer.
        claims_left: efficacy, dose and safety claims that are neither substantiated nor accepted.
        same_meaning: since the newest medical approval only words changed that it does not rest on.
    """

    subject: ClassVar[Subject] = "work"
    live: str
    text_hash: str
    written: datetime
    authors: tuple[str, ...]
    approvals: tuple[Approval, ...]
    errors: int
    warnings: int
    fixes: int
    contested: int
    claims_left: int
    same_meaning: bool


class LiveCase(Case, frozen=True, kw_only=True):
    """The version on the site; `held_from` is what a held page was before, and is again when it is put back.

    A date that passes or a fact that changes while it is held makes `held_from` “expired”.
    """

    subject: ClassVar[Subject] = "live"
    held_from: str


class NoticeCase(Case, frozen=True, kw_only=True):
    """An urgent safety notice on a page."""

    subject: ClassVar[Subject] = "notice"


class ClaimCase(Case, frozen=True, kw_only=True):
    """A claim; `touched` are the live sentences that rest on it, `marked` the step by which a person marked it."""

    subject: ClassVar[Subject] = "claim"
    type: ClaimType
    touched: tuple[str, ...]
    marked: Past | None = None


class FactCase(Case, frozen=True, kw_only=True):
    """A fact that claims and accepted risks rest on; `touched` are the live sentences that do."""

    subject: ClassVar[Subject] = "fact"
    touched: tuple[str, ...]


class ComplaintCase(Case, frozen=True, kw_only=True):
    """A complaint about a page."""

    subject: ClassVar[Subject] = "complaint"


class CheckCase(Case, frozen=True, kw_only=True):
    """A check whose severity or use is in question."""

    subject: ClassVar[Subject] = "check"


class ConflictCase(Case, frozen=True, kw_only=True):
    """Articles that tell the same thing differently: `title` says what, `articles` names them."""

    subject: ClassVar[Subject] = "conflict"
    title: str
    articles: tuple[str, ...]


class MatchCase(Case, frozen=True, kw_only=True):
    """A match that its context holds back; `put_up`: it is one of those that people are asked about."""

    subject: ClassVar[Subject] = "match"
    put_up: bool
