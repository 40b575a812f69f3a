"""People, cases and steps for tests of the table: everything fulfilled, so that a test takes away just one thing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec

from workbench.review.moves import (
    Approval,
    Case,
    CheckCase,
    ClaimCase,
    ComplaintCase,
    FactCase,
    FindingCase,
    House,
    LiveCase,
    MatchCase,
    NoticeCase,
    Past,
    Refused,
    Ruling,
    Step,
    WorkCase,
    judge,
)

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY = NOON.date()
YESTERDAY = NOON - timedelta(days=1, hours=1)
ROLES = ("writer", "editor", "medical reviewer", "admin")
TYPES = ("efficacy", "safety", "dosing", "statistic", "regulatory", "cost", "mechanism", "prevalence", "comparative",
         "other")  # fmt: skip


class Somebody(msgspec.Struct, frozen=True):
    """A person with these roles."""

    id: str
    roles: tuple[str, ...]


TOM, MARA, INES = Somebody("tom", ("writer",)), Somebody("mara", ("editor",)), Somebody("ines", ("medical reviewer",))
ADA, BO = Somebody("ada", ("admin",)), Somebody("bo", ())
JON, EVE = Somebody("jon", ("editor",)), Somebody("eve", ("editor", "medical reviewer"))
SOLE = Somebody("sol", ("writer", "editor", "medical reviewer"))
ALONE = House(people=1)

GIVEN = {
    "source": "Label of Velodrin", "version": "18", "place": "section 5.1", "value": "6", "country": "US",
    "effective": "2026-12-01", "measured": "47 of 50", "notice": "Do not take Barkol until you have called us.",
    "from": "a reader", "words": "Glowroot heals", "deadline": "2026-12-24", "claim": "c1", "pages": "drops, tea",
}  # fmt: skip


def finding(severity: Any = "warning", **over: Any) -> FindingCase:
    plain: dict[str, Any] = {
        "state": "open", "fingerprint": "f" * 16, "severity": severity, "topic": "marketing",
        "category": "marketing-hype", "held_back": False, "authors": ("tom",), "touches": (), "cause": "c",
    }  # fmt: skip
    return FindingCase(**{**plain, **over})


def work(state: str = "in review", **over: Any) -> WorkCase:
    plain: dict[str, Any] = {
        "live": "none", "text_hash": "h1", "written": YESTERDAY, "authors": ("tom",), "approvals": (), "errors": 0,
        "warnings": 0, "fixes": 0, "contested": 0, "claims_left": 0, "same_meaning": False,
    }  # fmt: skip
    return WorkCase(**{"state": state, **plain, **over})


def live(state: str = "published", **over: Any) -> LiveCase:
    return LiveCase(**{"state": state, "held_from": "published", **over})


def claim(type_: Any = "efficacy", state: str = "unsubstantiated", touched: tuple[str, ...] = ("s1",)) -> ClaimCase:
    return ClaimCase(state=state, type=type_, touched=touched)


def notice(state: str = "none", last: Past | None = None) -> NoticeCase:
    return NoticeCase(state=state, last=last)


def check(state: str = "in use", last: Past | None = None) -> CheckCase:
    return CheckCase(state=state, last=last)


def fact() -> FactCase:
    return FactCase(state="current", touched=("s1",))


def complaint(state: str) -> ComplaintCase:
    return ComplaintCase(state=state)


def match(state: str = "held back", last: Past | None = None, put_up: bool = True) -> MatchCase:
    return MatchCase(state=state, last=last, put_up=put_up)


def past(action: str, person: Somebody, at: datetime = YESTERDAY, **over: Any) -> Past:
    return Past(action, person.id, person.roles, at, **over)


def signed(kind: Any, person: Somebody, text_hash: str = "h1", at: datetime = YESTERDAY, **over: Any) -> Approval:
    return Approval(kind, person.id, at, text_hash, **over)


def step(action: str, person: Somebody, **over: Any) -> Step:
    plain: dict[str, Any] = {
        "on": DAY, "at": NOON, "reason": "agreed exception", "note": "Long enough a note.", "given": GIVEN,
        "until": date(2027, 1, 31), "text_hash": "h1", "requests": 1, "shown": ("s1",),
    }  # fmt: skip
    return Step(action=action, person=person, **{**plain, **over})


def tried(case: Case, action: str, person: Somebody, house: House | None = None, **over: Any) -> Ruling | Refused:
    """What the table says: a ruling, or the refusal itself."""
    try:
        return judge(case, step(action, person, **over), house or House())
    except Refused as refused:
        return refused


def allowed(case: Case, action: str, person: Somebody, house: House | None = None, **over: Any) -> Ruling:
    said = tried(case, action, person, house, **over)
    assert isinstance(said, Ruling), f"{person.id} {action} {case.state}: {said}"
    return said


def refused(case: Case, action: str, person: Somebody, house: House | None = None, **over: Any) -> Refused:
    """A refusal that says who can: a role that it lists, the person, or that nobody can."""
    said = tried(case, action, person, house, **over)
    assert isinstance(said, Refused), f"{person.id} {action} {case.state}: {said}"
    words = str(said)
    named = [role for role in ROLES if role in words]
    assert named or "nobody" in words.lower() or "you can" in words.lower() or " can take that back" in words, words
    assert words[0].isupper() or words[0] in "“1234567890" or "approval of this text already" in words, words
    assert words.endswith("."), words
    return said
