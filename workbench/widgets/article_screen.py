"""One article before one person: opened, kept up to date, stepped through, and asked about."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from workbench.review import Outcome, causes, elsewhere, facts_of, signed, since
from workbench.review.casing import Rules
from workbench.review.ledger import Place
from workbench.review.marks import CHECK
from workbench.review.touching import name_of as code_of
from workbench.review.turns import Viewer
from workbench.widgets import article_claims, article_moves, article_then, steps
from workbench.widgets import article_messages as wanted
from workbench.widgets.article_text import document_of
from workbench.widgets.article_uses import Uses
from workbench.widgets.sitting import Sitting

_log = logging.getLogger(__name__)


class _Open(Struct, frozen=True):
    """The article that is open, as it was sent: its text's hash, how much of its history, which findings and claims."""

    name: str
    text_hash: str
    heard: int
    findings: frozenset[str]
    claims: frozenset[str]
    marked: frozenset[str]
    uses: Uses


class ArticleScreen:
    """What the article view is shown and told.

    `room` is the `Newsroom` of the screen; `read` gives an article of the store and what its view is sent of it.
    """

    def __init__(
        self,
        store: Any,
        room: Any,
        sitting: Sitting,
        read: Callable[[str], tuple[Mapping[str, Any], Mapping[str, Any]]],
    ) -> None:
        self._store, self._room, self._sitting, self._read = store, room, sitting, read
        self._open: _Open | None = None

    @property
    def name(self) -> str:
        """The open article; "" = none."""
        return self._open.name if self._open else ""

    def open(self, name: str, chosen: str = "") -> dict[str, Any]:
        """The traits `article`, `states` and `desk`; `chosen`, a fingerprint or a claim, is shown first."""
        record, read = self._read(name)
        shown = {**read, **self._beside(name, record, read), **({"chosen": chosen} if chosen else {})}
        again = self._open if self._open and self._open.name == name else None
        self._open = _Open(
            name, record["text_hash"], len(record["history"]), _fingerprints(record),
            frozenset(one["id"] for one in shown["claims"]), _marked(record, shown),
            again.uses if again else Uses(self._room, name, shown),
        )  # fmt: skip
        if not again:
            self._alive("")
        return {"article": shown, "states": self._store.states(name), "desk": self._desk(record)}

    def close(self) -> None:
        """The article is closed; from here on counts what happened since."""
        if self._open:
            self._sign(lambda name: self._store.leave(name, self._room.person, self._room.now()))
        self._open = None

    def now(self) -> dict[str, Any]:
        """The traits `states` and `desk` as they are now."""
        record = self._store.article(self.name)
        return {"states": self._store.states(self.name), "desk": self._desk(record)}

    def look(self, fingerprint: str) -> dict[str, Any]:
        """The same, with a sign of life; the whole article where somebody marked words in it or took a mark back."""
        self._alive(fingerprint)
        record, mine = self._store.article(self.name), self._open
        if mine and record["text_hash"] == mine.text_hash and self._more(record, mine):
            return self.open(mine.name, fingerprint)
        return {"states": self._store.states(self.name), "desk": self._desk(record)}

    def step(self, message: wanted.Step) -> dict[str, Any]:
        """Take a step; answers with what became of it and with the traits that changed."""
        mine = self._open
        if mine is None:
            return {"ok": False, "message": "No article is open. Nothing was changed.", "state": {}}
        outcome = self._taken(mine, message)
        told: dict[str, Any] = {"ok": outcome.ok, "message": outcome.message}
        if not outcome.ok:
            told |= {"ask": article_moves.able(outcome.roles, self._room.person, self._room.staff, outcome.message)}
            told |= {"first": outcome.state["first"]} if "first" in outcome.state else {}
        if outcome.ok and isinstance(message, wanted.Add):
            what = "claim" if "claim" in outcome.state else "finding"
            key = str(outcome.state.get("fingerprint") or outcome.state.get("claim", ""))
            return told | {"marked": {"what": what, "key": key}} | self.open(mine.name, key)
        if outcome.ok and isinstance(message, wanted.TakeBack):
            return told | self.open(mine.name)
        return {**told, **(self.now() if self._sitting.steps else {"state": outcome.state})}

    def answer(self, asked: wanted.Ask) -> dict[str, Any]:
        """What the screen asked for about the open article; {"error": sentence} where it cannot be told."""
        mine = self._open
        if mine is None or not self._sitting.steps:
            return {"error": "This cannot be looked up here."}
        if asked.what == "touched":
            sentences = self._store.touched(Place("claim", asked.key, mine.name))
            return {"sentences": list(sentences), "code": code_of(sentences)}
        with self._store.reading() as connection:
            if asked.what == "uses":
                return {"uses": causes.uses(connection, asked.key)}
            if asked.what == "facts":
                return {"facts": facts_of.names(connection)}
            before = signed.text(connection, mine.name, asked.key)
        if before is None:
            return {"error": "That text is not stored. Choose another one from the list."}
        now = document_of(self._store.article(mine.name))
        return {"blocks": article_then.difference(document_of(before).blocks, now.blocks)}

    def _taken(self, mine: _Open, message: wanted.Step) -> Outcome:
        if isinstance(message, wanted.Refuse):
            return mine.uses.decide(message.claim, message.library, "refused")
        document = document_of(self._store.article(mine.name)) if isinstance(message, wanted.Add) else None
        outcome = self._sitting.do(mine.name, mine.text_hash, message, document)
        if outcome.ok and isinstance(message, wanted.OnClaim) and message.library:
            kept = mine.uses.decide(message.claim, message.library, "accepted")
            return outcome if kept.ok else Outcome(True, f"{outcome.message} {kept.message}", outcome.state)
        return outcome

    def _beside(self, name: str, record: Mapping[str, Any], read: Mapping[str, Any]) -> dict[str, Any]:
        """What the reading does not know: who is there, what happened, what is new, and what other articles share."""
        room = self._room
        person = {key: getattr(room.person, key) for key in ("id", "name", "role")}
        found: dict[str, Any] = {"as_of": room.as_of.isoformat(), "person": person}
        found |= {"history": steps.history(record["history"], room.staff)}
        if not self._sitting.steps:
            return found
        added = article_claims.added(self._store.overview(name).claims, read["claims"], record)
        viewer = Viewer(room.person, room.as_of, room.now(), Rules(room.house, room.staff, room.days))
        with self._store.reading() as connection:
            last = since.of(connection, name, viewer)
            return found | {
                "claims": [*read["claims"], *added],
                "same": elsewhere.counts(connection, name, room.as_of, viewer.rules),
                "compared": signed.since_draft(connection, name),
                "since": since.told(last, viewer) if last else None,
                "was": last.risk if last else None,
            }

    def _desk(self, record: Mapping[str, Any]) -> dict[str, Any]:
        mine = self._open
        return self._sitting.desk(mine.name, record, mine.text_hash, mine.heard) if mine else {}

    def _more(self, record: Mapping[str, Any], mine: _Open) -> bool:
        """Whether the text has a finding or a claim that is not on the screen, or lost one that people marked."""
        claims = {row["claim"] for row in self._store.overview(mine.name).claims}
        there = _fingerprints(record)
        return bool(there - mine.findings or claims - mine.claims or mine.marked - there - claims)

    def _alive(self, fingerprint: str) -> None:
        self._sign(lambda name: self._store.look(name, self._room.person, fingerprint, self._room.now()))

    def _sign(self, sign: Callable[[str], None]) -> None:
        """A sign of life is worth no interruption: where it cannot be stored, others do not see this person."""
        try:
            if self._sitting.steps and not self._room.why and self._open:
                sign(self._open.name)
        except Exception:
            _log.exception("article view: no sign of life")


def _marked(record: Mapping[str, Any], shown: Mapping[str, Any]) -> frozenset[str]:
    """What people marked by hand: fingerprints of findings, ids of claims."""
    found = {one["fingerprint"] for one in record["findings"] if one["check"] == CHECK}
    return frozenset(found | {one["id"] for one in shown["claims"] if one.get("by_hand")})


def _fingerprints(record: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(one["fingerprint"] for one in record["findings"])
