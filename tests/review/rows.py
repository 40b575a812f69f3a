"""Every row of the table of moves, brought about in the store: an article for each trial, in one queue."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from newsroom import ADA, EVE, INES, JON, MARA, TOM, backed, changed, claim_of, did, rows, seen, telling, text_hash

from workbench.review import Outcome, Person, Store, conflicts, held
from workbench.review.ledger import Place
from workbench.review.moments import moment
from workbench.review.moves import Move
from workbench.review.moves.terms import Role
from workbench.review.touching import name_of as code_of

AT = "2026-11-25T12:00:00+00:00"
UNTIL = date(2027, 1, 31)
FIRST = {"writer": TOM, "editor": MARA, "medical reviewer": INES, "admin": ADA}  # who prepares
OTHER = {"writer": TOM, "editor": JON, "medical reviewer": EVE, "admin": ADA}  # who then makes the move
TEXT = "It is a {0}.\nIt costs little here.\nIt shrinks what hurts.\n"
GIVEN = {
    "source": "Label of Velodrin", "version": "18", "place": "section 5.1", "value": "6", "country": "US",
    "effective": "2026-12-01", "measured": "47 of 50", "notice": "Do not take Barkol until you have called us.",
    "from": "a reader", "words": "Glowroot heals", "deadline": "2026-12-24", "claim": "c1", "pages": "drops, tea",
    "row": "row-1",
}  # fmt: skip


def match_of(text: str) -> str:
    """The name of the first finding of a text."""
    return seen(text).report.findings[0].fingerprint


def held_text(put_up: bool) -> str:
    """A text with a match that is held back, and that people are asked about, or are not."""
    texts = (f"It is no cure in {number} of 99 people.\n" for number in range(2, 99))
    return next(text for text in texts if held.put_up(match_of(text)) == put_up)


HELD = held_text(put_up=True)


class Trial:
    """One row, from one of its states, by one of its roles."""

    def __init__(self, store: Store, root: Path, name: str, move: Move, before: str, role: Role | None) -> None:
        self.store, self.root, self.name, self.move, self.before, self.role = store, root, name, move, before, role
        error = (
            "an error" in move.when or "a medical reviewer proposed" in move.when or before in ("second", "accepting")
        )
        error = error or "a reason about the reading" in move.when or move.after in ("second", "accepting")
        self.word = "cure" if error else "wonder"
        self.line = f"It is a {self.word}."
        self.stack: list[str] = []

    def run(self) -> tuple[str, str, list[dict[str, Any]]]:
        """Prepare the state, make the move: the state that was stored before and after, and the newest events."""
        text = TEXT.format("drug" if self.move.subject != "finding" else self.word)
        if self.move.subject == "claim":
            text = f"It {'costs' if 'a statistic, cost or prevalence' in self.move.when else 'shrinks'} a lot.\n"
            self.line = text.rstrip()
        if self.move.subject == "match":
            text = HELD
        self.store.record([seen(text, self.name, authors=("tom",))])
        self.text = text
        getattr(self, f"_ready_{self.move.subject}")()
        before, number = self.state(), self._newest()[0]
        self._happen() if self.role is None else self._act(self._person())
        return before, self.state(), self._since(number)

    def expected(self) -> str:
        """What the table says of the state after it."""
        if self.move.after != "as before":
            return self.move.after
        return "published" if self.move.subject == "live" else self.stack[-2]

    def state(self) -> str:
        """As the database has it."""
        subject = self.move.subject
        queries = {
            "finding": f"SELECT state FROM findings WHERE article = '{self.name}' AND text = '{self.word}'"
            " ORDER BY last_revision DESC, first_revision DESC",
            "work": f"SELECT state FROM articles WHERE name = '{self.name}'",
            "live": f"SELECT live FROM articles WHERE name = '{self.name}'",
            "claim": f"SELECT state FROM claims WHERE article = '{self.name}' AND claim = '{claim_of(self.line)}'",
            "match": f"SELECT after FROM steps WHERE subject = 'match' AND article = '{self.name}' ORDER BY id DESC",
        }
        here = f"SELECT state FROM cases WHERE subject = '{subject}' AND \"key\" = '{self._key()}'"
        found = rows(self.root, queries.get(subject, here))
        first = {"notice": "none", "complaint": "none", "fact": "current", "check": "in use", "match": "held back",
                 "conflict": "open"}  # fmt: skip
        return str(found[0][0]) if found else first[subject]

    # Who does it

    def _person(self) -> Person:
        assert self.role is not None
        return (FIRST if self.move.who == "the same" or self.move.action == "withdraw approval" else OTHER)[self.role]

    def _proposer(self) -> Person:
        if self.move.who == "the same":
            assert self.role is not None
            return FIRST[self.role]
        return INES if "a medical reviewer proposed" in self.move.when else MARA

    # What was before it

    def _ready_finding(self) -> None:
        who = MARA if self.before == "contested" else self._proposer()
        reason = "wrong reading" if self.before in ("dismissed", "changed", "fixed") else "agreed exception"
        steps: dict[str, list[tuple[str, Person]]] = {
            "open": [], "fix": [("fix", who)], "second": [("dismiss", who)], "accepting": [("accept", who)],
            "questioned": [("ask", who)], "contested": [("fix", who), ("contest", TOM)],
            "dismissed": [("dismiss", who)], "accepted": [("accept", who)],
            "changed": [("dismiss", who)], "fixed": [("dismiss", who)],
        }  # fmt: skip
        self.stack = [self.state()]
        for action, person in steps[self.before]:
            assert self._decide(action, person, reason).ok
            self.stack.append(self.state())
        if self.before == "changed":
            self._edit("It is", "This is")
        if self.before == "fixed":
            self._edit(self.word, "drug")

    def _ready_work(self) -> None:
        page = "inherited" if "inherited" in self.move.action else "expired"
        start = "in review" if self.before == "approved" else self.before
        changed(self.root, f"UPDATE articles SET state = '{start}', live = '{page}' WHERE name = '{self.name}'")
        other = {"approve editorial": ("medical", INES), "approve medical": ("editorial", MARA)}.get(self.move.action)
        if self.before == "approved" or self.move.action == "withdraw approval":
            mine = ("editorial", MARA) if self.role == "editor" else ("medical", INES)
            pair = [mine, *(one for one in (("editorial", MARA), ("medical", INES)) if one != mine)]
            for kind, person in pair if self.before == "approved" else pair[:1]:
                self._sign(kind, person)
        elif other is not None and self.move.after == "approved":
            self._sign(*other)

    def _ready_live(self) -> None:
        start = "held" if self.before == "putting back" else self.before
        values = f"state = 'in review', live = '{start}', held_from = 'published', live_hash = '{self._hash()}'"
        changed(self.root, f"UPDATE articles SET {values} WHERE name = '{self.name}'")
        if self.before == "putting back":
            assert self._do("live", "put back", self._proposer()).ok

    def _ready_notice(self) -> None:
        if self.before != "none":
            assert self._do("notice", "warn", self._proposer()).ok
        if self.before in ("live", "over"):
            assert self._do("notice", "agree", JON).ok
        if self.before == "over":
            self._pass()

    def _ready_claim(self) -> None:
        values = f"state = '{self.before}', fact = '{self._fact()}'"
        changed(self.root, f"UPDATE claims SET {values} WHERE article = '{self.name}'")

    def _ready_fact(self) -> None:
        changed(self.root, f"UPDATE claims SET fact = '{self._fact()}' WHERE article = '{self.name}'")

    def _ready_complaint(self) -> None:
        for action in {"none": (), "received": ("receive",), "found": ("receive", "find")}[self.before]:
            assert self._do("complaint", action, MARA).ok

    def _ready_check(self) -> None:
        if self.before == "change proposed":
            assert self._do("check", "propose", self._proposer()).ok

    def _ready_conflict(self) -> None:
        pages = ((self.name, "6"), (f"{self.name}-too", "8"))
        self.store.record([telling(seen(self.text, name, authors=("tom",)), number) for name, number in pages])
        if self.before != "open":
            done = self._do("conflict", {"kept": "keep both", "settled": "settle"}[self.before], MARA)
            assert done.ok, done.message

    def _ready_match(self) -> None:
        before = {"harmless": "harmless", "should count": "counts"}.get(self.before)
        assert before is None or self._do("match", before, self._proposer()).ok

    # What is done

    def _act(self, person: Person) -> None:
        if self.move.subject == "finding":
            listed = "agreed exception" if "a reason about the reading" not in self.move.when else "wrong reading"
            reason = "wrong reading" if "wrong reading" in self.move.needs else listed
            outcome = self._decide(self.move.action, person, reason)
        else:
            outcome = self._do(self.move.subject, self.move.action, person)
        assert outcome.ok, outcome.message

    def _happen(self) -> None:
        action = self.move.action
        if action == "the check no longer fires":
            self._edit(self.word, "drug")
        elif action == "its sentence or the check changes":
            gone = self.before == "fixed"
            self._edit("It is a drug" if gone else "It is", f"This is a {self.word}" if gone else "This is")
        elif action == "the end date passes":
            self.store.record([seen(self.text, self.name, authors=("tom",))], date(2027, 2, 1))
        elif action in ("the text changes", "an inherited page is edited, its wave or its date comes"):
            self._edit("little", "less")
        elif action == "its approved text is marked live":
            self._sign("editorial", MARA)
            self._sign("medical", INES)
            assert self._do("work", "mark live", ADA).ok
        elif "library" in action:
            item = seen(self.text, self.name, authors=("tom",))
            self.store.record([backed(item, self.line, drifted="drifts" in action)])
        elif action == "24 hours pass":
            self._pass()
        else:
            self._ready_fact()
            assert self._do("fact", "change", INES).ok

    def _pass(self) -> None:
        """A day later somebody checks the page."""
        later = moment(self._now()) + timedelta(days=1)
        self.store.record([seen(self.text, self.name, authors=("tom",))], later.date(), later.isoformat())

    def _edit(self, old: str, new: str) -> None:
        assert old in self.text
        self.text = self.text.replace(old, new)
        self.store.record([seen(self.text, self.name, authors=("tom",))])

    def _decide(self, action: str, person: Person, reason: str) -> Outcome:
        found = [f["fingerprint"] for f in self.store.article(self.name)["findings"] if f["text"] == self.word]
        more: dict[str, Any] = {"until": UNTIL if action == "accept" else None, "source": "Label, section 5"}
        return self.store.decide(self.name, found[0], action, person, reason, "Long enough a note.", **more)

    def _do(self, subject: str, action: str, person: Person) -> Outcome:
        place = Place(subject, self._key(subject), None if subject in ("fact", "check", "conflict") else self.name)
        return did(
            self.store, subject, action, person, self._now(), key=place.key, article=place.article, given=GIVEN,
            reason="It has to be.", note="A note.", text_hash=self._hash(), seen=code_of(self.store.touched(place)),
        )  # fmt: skip

    def _sign(self, kind: str, person: Person) -> None:
        outcome = self._do("work", f"approve {kind}", person)
        assert outcome.ok, outcome.message

    def _now(self) -> str:
        """No step is before what stands in the history."""
        return max(AT, self._newest()[1])

    def _newest(self) -> tuple[int, str]:
        ((number, at),) = rows(self.root, "SELECT id, at FROM history ORDER BY id DESC LIMIT 1")
        return int(number), str(at)

    def _since(self, number: int) -> list[dict[str, Any]]:
        columns = ("subject", "before", "after", "tool_version", "form")
        query = f"SELECT {', '.join(columns)} FROM history WHERE id > {number} ORDER BY id"
        return [dict(zip(columns, row, strict=True)) for row in rows(self.root, query)]

    def _hash(self) -> str:
        return text_hash(self.store, self.name)

    def _fact(self) -> str:
        return f"fact-{self.name}"

    def _key(self, subject: str = "") -> str:
        keys = {"claim": claim_of(self.line), "fact": self._fact(), "match": match_of(HELD)}
        subject = subject or self.move.subject
        return self._conflict() if subject == "conflict" else keys.get(subject, self.name)

    def _conflict(self) -> str:
        with self.store.reading() as connection:
            return conflicts.about(connection, self.name)[0].key
