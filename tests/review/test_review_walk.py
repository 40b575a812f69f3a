"""Random people do random things to one newsroom over days: no way round the table, and nothing refused is stored."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from sqlite3 import connect
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from newsroom import (
    DAY,
    EVERYBODY,
    MANY,
    ONE,
    RITA,
    SOL,
    TABLES,
    TOM,
    claim_of,
    did,
    opened,
    rows,
    seen,
    text_hash,
)
from rows import GIVEN, HELD, match_of

from workbench.decisions import REASONS
from workbench.review import Outcome, Person, Store
from workbench.review.casing import Rules
from workbench.review.ledger import Place
from workbench.review.moves import MOVES, STATES
from workbench.review.moves.terms import AS_BEFORE, TAKE_BACK
from workbench.review.talking import Message
from workbench.review.touching import name_of as code_of

CLAIM = "It heals most people."
CLEAN = f"It helps some.\n{CLAIM}\n{HELD}"
TEXTS = (CLEAN, CLEAN + "It is a cure.\nIt is a wonder.\n", CLEAN + "This is a cure.\nIt always works.\n")
SUBJECTS = ("work", "work", "work", "live", "notice", "finding", "finding", "claim", "fact", "check", "complaint")
SUBJECTS += ("live", "match", "finding")
BY_HAND = [move for move in MOVES if move.roles and move.action != TAKE_BACK]  # nobody marks anything here
PAIRS = {(m.subject, before, m.after) for m in MOVES for before in m.before} | {
    ("live", "putting back", state) for state in ("published", "expired", "inherited")
}
_SECOND = ("dismissed", "accepted")


class Walk:
    """A store with its clock, and whoever walks through it."""

    def __init__(self, store: Store, root: Path, dice: Random, people: list[Person]) -> None:
        self.store, self.root, self.dice, self.people = store, root, dice, people
        self.now, self.text = datetime(2026, 11, 25, 8, tzinfo=UTC), dice.choice(TEXTS)
        self.read = connect(root / ".workbench/queue.sqlite", isolation_level=None)
        self.done: set[tuple[str, str]] = set()
        self.record()

    @property
    def at(self) -> str:
        return self.now.isoformat()

    def record(self) -> None:
        self.store.record([seen(self.text, authors=(self.people[0].id,))], self.now.date(), self.at)

    def everything(self) -> list[Any]:
        """All that is stored, by one connection of our own."""
        return [self.read.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES]

    def step(self) -> None:
        chance = self.dice.randrange(12)
        self.now += timedelta(minutes=self.dice.choice([1, 30]) if chance else self.dice.choice([90, 25 * 60]))
        if chance == 1 and self.dice.randrange(2):
            self.text = self.dice.choice(TEXTS)
        self.record()  # what time brings about is brought about
        before = self.everything()
        subject = self.dice.choice(SUBJECTS)
        outcome, person = self.act(subject) if chance != 2 else self.say()
        if not outcome.ok:
            assert self.everything() == before, outcome.message
            words = outcome.message.lower()
            assert any(word in words for word in (" can ", "nobody", "you must", "must agree")), outcome.message
        assert person != RITA or not outcome.ok

    def say(self) -> tuple[Outcome, Person]:
        person, day = self.dice.choice(self.people), self.now.date()
        return self.store.send(Message(article="drops", person=person, text="A word.", on=day, at=self.at)), person

    def act(self, subject: str) -> tuple[Outcome, Person]:
        here = self.state(subject)
        known = [move for move in BY_HAND if move.subject == subject]
        fitting = [move for move in known if move.before.count(here)]
        rare = [move for move in fitting if (subject, move.action) not in self.done]  # else walks go round in circles
        near = rare if rare and self.dice.randrange(3) else fitting
        move = self.dice.choice(near if near and self.dice.randrange(5) else known)
        able = [person for person in self.people if set(person.roles) & set(move.roles)]
        person = self.dice.choice(able if able and self.dice.randrange(4) else self.people)
        outcome = self.do(subject, move.action, person, self.dice.randrange(8) == 0)
        if outcome.ok:
            self.done.add((subject, move.action))
        return outcome, person

    def state(self, subject: str) -> str:
        """Of the finding, any that is there."""
        first = {"notice": "none", "complaint": "none", "fact": "current", "check": "in use", "match": "held back"}.get(
            subject, "fixed"
        )
        query = {
            "work": "SELECT state FROM articles", "live": "SELECT live FROM articles",
            "finding": "SELECT state FROM findings WHERE state != 'fixed'", "claim": "SELECT state FROM claims",
            "match": "SELECT after FROM steps WHERE subject = 'match' ORDER BY id DESC LIMIT 1",
        }.get(subject, f"SELECT state FROM cases WHERE subject = '{subject}'")  # fmt: skip
        found = [row[0] for row in self.read.execute(query)]
        return str(self.dice.choice(found)) if found else first

    def do(self, subject: str, action: str, person: Person, careless: bool) -> Outcome:
        reason = self.dice.choice([*REASONS[:3], "agreed exception", "", "because"])
        if subject == "finding":
            found = [f["fingerprint"] for f in self.store.article("drops")["findings"]] or ["0" * 16]
            more: dict[str, Any] = {"until": self.now.date() + timedelta(days=self.dice.choice([1, 80, 400]))}
            name, more = self.dice.choice(found), more | {"source": "" if careless else "Label", "fact": "drops"}
            note = "" if careless else "Long enough a note."
            here = {"on": self.now.date(), "at": self.at}
            return self.store.decide("drops", name, action, person, reason, note, **here, **more)
        key = {"claim": claim_of(CLAIM), "match": match_of(HELD)}.get(subject, "drops")
        article = None if subject in ("fact", "check") else "drops"
        papers = {} if careless else GIVEN | {"fact": "drops"}
        shown = "" if careless else code_of(self.store.touched(Place(subject, key, article)))
        read = "x" * 64 if careless else text_hash(self.store)
        return did(
            self.store, subject, action, person, self.at, key=key, article=article, reason=reason,
            given=papers, seen=shown, text_hash=read, note="" if careless else "A note.",
        )  # fmt: skip

    def hold(self) -> None:
        """What is stored is where the table leads, from the first row of the history to the last."""
        for event in self.store.events():
            subject, before, after = event["subject"], event["before"], event["after"]
            if subject not in STATES or before in ("", after):
                continue
            back = event["event"] == "undo" and (subject, before, AS_BEFORE) in PAIRS
            assert back or (subject, before, after) in PAIRS or self._in_steps(event), dict(event)
        for state, query in (("work", "state FROM articles"), ("live", "live FROM articles")):
            assert {row[0] for row in rows(self.root, f"SELECT {query}")} <= set(STATES[state])
        self._pairs()
        assert self.store.verify() == []

    @staticmethod
    def _in_steps(event: dict[str, Any]) -> bool:
        """The page was held while it expired; a check settles what was changed and decided since in one row."""
        changes = event["event"] == "check" and event["subject"] == "finding"
        return changes or (event["subject"] == "work" and event["what"].startswith("24 hours"))

    def _pairs(self) -> None:
        """No approval by an author, no pair of one person, and no error closed by one: except as a second pass."""
        signed: dict[str, dict[str, tuple[str, str]]] = {}
        query = "SELECT action, \"by\", second, text_hash, given FROM steps WHERE subject = 'work' ORDER BY id"
        for action, by, second, text, papers in rows(self.root, query):
            if action.startswith("approve") and "carried" not in str(papers):
                assert by != self.people[0].id or second == "none"
                signed.setdefault(text, {})[action] = by, second
            if action == "mark live":
                people = {by for by, _ in signed[text].values()}
                assert len(people) == 2 or any(second == "none" for _, second in signed[text].values())
        closed = 'SELECT decision, reason, "by", second FROM decisions WHERE "check" = \'no-cure\''
        for decision, reason, by, second in rows(self.root, closed):
            assert decision not in _SECOND or reason in REASONS[:2] or second not in ("", by), (decision, reason)


@pytest.mark.parametrize(("rules", "people"), [(MANY, [TOM, *EVERYBODY]), (ONE, [SOL])], ids=["many", "one"])
@settings(
    max_examples=3, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
@given(seed=st.integers(0, 2**32))
def test_no_walk_leads_round_the_table_and_nothing_refused_is_stored(
    rules: Rules, people: list[Person], seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with opened(root, rules=rules, as_of=DAY) as store:
            walk = Walk(store, root, Random(seed), people)
            for _ in range(50):
                walk.step()
            walk.hold()
            walk.read.close()


def test_a_long_walk_gets_through_most_of_the_table(tmp_path: Path) -> None:
    """Walks that never arrive anywhere would prove nothing."""
    with opened(tmp_path, rules=MANY) as store:
        walk = Walk(store, tmp_path, Random(20261126), [TOM, *EVERYBODY])
        for _ in range(300):
            walk.step()
        walk.hold()
        walk.read.close()
    done = {(row[0], row[1]) for row in rows(tmp_path, "SELECT subject, action FROM steps")}
    known = {(move.subject, move.action) for move in BY_HAND if move.subject != "finding"}
    assert len(done & known) >= 0.6 * len(known), sorted(known - done)
    kinds = {row[0] for row in rows(tmp_path, "SELECT DISTINCT decision FROM decisions")}
    assert len(kinds) >= 5, kinds
