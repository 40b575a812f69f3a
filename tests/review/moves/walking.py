"""A small newsroom that does what the table allows, and remembers who did what: for walks by random people.

It knows nothing of the table but its two functions; what must never happen is said by the test, from the memory alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import msgspec
from moves_cast import NOON, Somebody, finding, live, notice, past, tried, work

from workbench.review.moves import (
    Approval,
    Case,
    ClaimCase,
    FindingCase,
    House,
    LiveCase,
    NoticeCase,
    Past,
    Ruling,
    WorkCase,
    happened,
)


class Done(msgspec.Struct, frozen=True):
    """One thing that was done: to what, from where to where, by whom, when."""

    thing: str
    action: str
    before: str
    ruling: Ruling
    person: Somebody
    at: datetime
    last: Past | None
    text_hash: str
    authors: tuple[str, ...]


class Newsroom:
    """One article with its draft, its page, a notice, four findings and two claims."""

    def __init__(self, house: House, authors: tuple[str, ...]) -> None:
        self.house, self.now, self.done, self.read = house, NOON, list[Done](), 0
        self.edits, self.written, self.authors = 0, NOON, authors
        self.approvals: list[Approval] = []
        self.harmless = False  # no edit since the newest medical approval changed what it rests on
        self.carried: set[str] = set()  # the texts that a medical approval was carried to
        self.notice_ends: datetime | None = None
        self.back: dict[str, list[tuple[str, Past | None]]] = {}
        self.things: dict[str, Case] = {
            "work": work("new"), "live": live("none"), "notice": notice(),
            "dose": finding("error", topic="dosing", fingerprint="d"), "cure": finding("error", fingerprint="c"),
            "wonder": finding("warning", fingerprint="w"), "always": finding("note", fingerprint="a"),
            "efficacy": ClaimCase(state="unsubstantiated", type="efficacy", touched=("s1",)),
            "cost": ClaimCase(state="unsubstantiated", type="cost", touched=("s1",)),
        }  # fmt: skip

    def make_ready(self, page: str) -> None:
        """Nothing is left to decide, the claims hold, and a version is on the site: what a walk seldom gets to."""
        for name in ("dose", "cure", "wonder", "always"):
            self.things[name] = msgspec.structs.replace(self.things[name], state="fixed")
        self.things["efficacy"] = msgspec.structs.replace(self.things["efficacy"], state="substantiated")
        self.things["work"] = msgspec.structs.replace(self.things["work"], state="in review")
        self.things["live"] = msgspec.structs.replace(self.things["live"], state=page)
        self.written -= timedelta(hours=25)

    def unread(self) -> list[Done]:
        """What was done since the last question."""
        news, self.read = self.done[self.read :], len(self.done)
        return news

    @property
    def text_hash(self) -> str:
        return f"h{self.edits}"

    def case(self, thing: str) -> Case:
        """The thing as the table sees it now."""
        case = self.things[thing]
        if isinstance(case, FindingCase):
            return msgspec.structs.replace(case, authors=self.authors)
        if not isinstance(case, WorkCase):
            return case
        found = [one for one in self.things.values() if isinstance(one, FindingCase)]
        waiting = ("open", "changed", "second", "accepting", "questioned")
        return msgspec.structs.replace(
            case, text_hash=self.text_hash, written=self.written, authors=self.authors, live=self.things["live"].state,
            approvals=tuple(self.approvals),
            errors=sum(one.severity == "error" and one.state in waiting for one in found),
            warnings=sum(one.severity == "warning" and one.state in waiting for one in found),
            fixes=sum(one.state == "fix" for one in found), contested=sum(one.state == "contested" for one in found),
            same_meaning=self.harmless,
            claims_left=int(self.things["efficacy"].state != "substantiated"),
        )  # fmt: skip

    def attempt(self, thing: str, action: str, person: Somebody, **over: Any) -> Ruling | Exception:
        """Try it, and carry out what the ruling says."""
        case = self.case(thing)
        own = {"text_hash": self.text_hash, "on": self.now.date(), "at": self.now}
        said = tried(case, action, person, self.house, **{**own, **over})
        if isinstance(said, Ruling):
            self._carry_out(thing, case, action, person, said)
        return said

    def happen(self, thing: str, event: str) -> None:
        """Something that nobody does by hand."""
        case = self.things[thing]
        state, sets = happened(case.subject, case.state, event)
        if isinstance(case, LiveCase) and case.state == "held" and "expires" in event:
            case = msgspec.structs.replace(case, held_from="expired")
        if state != case.state:
            self.things[thing] = msgspec.structs.replace(case, state=state)
            self.back.pop(thing, None)
        for subject, other in sets:
            self.things[subject] = msgspec.structs.replace(self.things[subject], state=other)

    def edit(self, author: str, harmless: bool) -> None:
        """The text changes: another hash, one more author; what was decided about its findings is open again."""
        self.edits, self.written, self.harmless = self.edits + 1, self.now, self.harmless and harmless
        self.authors = tuple(sorted({*self.authors, author}))
        self.happen("work", "the text changes")
        for name in ("dose", "cure", "wonder", "always"):
            self.happen(name, "its sentence or the check changes")

    def wait(self, hours: float) -> None:
        """Time passes, and what ends with it ends."""
        self.now += timedelta(hours=hours)
        if self.notice_ends and self.now >= self.notice_ends:
            self.happen("notice", "24 hours pass")
            self.notice_ends = None
        for name in ("dose", "cure", "wonder"):
            case = self.things[name]
            if case.state == "accepted" and case.last and case.last.until and case.last.until < self.now.date():
                self.happen(name, "the end date passes")

    def _carry_out(self, thing: str, case: Case, action: str, person: Somebody, ruling: Ruling) -> None:
        self.done.append(
            Done(thing, action, case.state, ruling, person, self.now, case.last, self.text_hash, self.authors)
        )
        stack = self.back.setdefault(thing, [])
        agreed = ruling.second not in ("", "none") and case.last is not None
        if ruling.state == "as before":
            state, last = stack.pop()
        else:
            stack.append((case.state, case.last))
            state = ruling.state
            told: dict[str, Any] = {"reason": ruling.reason, "until": ruling.until}
            last = past(action, person, self.now, **told)
            if agreed and case.last is not None:
                last = msgspec.structs.replace(case.last, at=self.now, actor=person.id, **told)
        over: dict[str, Any] = {"state": state, "last": last}
        if isinstance(case, FindingCase) and case.state == "contested" and action != "undo":
            over["answered_by"] = person.id
        if isinstance(case, LiveCase) and action == "hold":
            over["held_from"] = case.state
        self.things[thing] = msgspec.structs.replace(self.things[thing], **over)
        if isinstance(case, NoticeCase) and ruling.state == "live":
            self.notice_ends = self.now + timedelta(hours=24)
        if isinstance(case, WorkCase):
            self._signed(case, action, person, ruling)
        for subject, other in ruling.sets:
            self.things[subject] = msgspec.structs.replace(self.things[subject], state=other)

    def _signed(self, case: WorkCase, action: str, person: Somebody, ruling: Ruling) -> None:
        if action in ("approve editorial", "approve medical"):
            kind: Any = action.removeprefix("approve ")
            self.approvals.append(Approval(kind, person.id, self.now, self.text_hash, ruling.second))
            self.harmless = self.harmless or kind == "medical"
        if ruling.carries:
            by = [one.by for one in self.approvals if one.kind == "medical"][-1]
            assert self.harmless and by not in (person.id, *self.authors)
            self.approvals.append(Approval("medical", by, self.now, self.text_hash, carried=True))
            self.carried.add(self.text_hash)
        if action == "withdraw approval":
            self.approvals = [one for one in self.approvals if (one.by, one.text_hash) != (person.id, self.text_hash)]
        if action == "mark live":
            self.approvals = []
