"""The back catalogue of a newsroom: what commands ask of it, each in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

from msgspec import Struct
from sqlalchemy import Connection, Engine, select

from workbench.fingerprint import normalised
from workbench.model import Check
from workbench.model.knowledge import Said
from workbench.review import calendar, recording, trust
from workbench.review.backlog import entering, harms, pace, plans, pool, resting, results
from workbench.review.backlog.legacy import LIVE, Legacy
from workbench.review.backlog.pace import Pace
from workbench.review.backlog.plans import Plan, Wish
from workbench.review.backlog.pool import Cause, Page
from workbench.review.backlog.results import Shown
from workbench.review.connection import reading, writing
from workbench.review.outcome import Outcome
from workbench.review.people import Person
from workbench.review.recording import Seen
from workbench.review.tables import articles, revisions


class Taken(Struct):
    """What became of pages: `known` names those in the queue already, which stay as they are; the others are counts."""

    new: int = 0
    same: int = 0
    edited: int = 0
    known: tuple[str, ...] = ()


class Moment(Struct, frozen=True):
    """Who does something, on which day, and at which moment."""

    person: Person
    on: date
    at: str


class Catalogue:
    """The inherited pages of an open queue; made by `Store.catalogue`."""

    def __init__(
        self, engine: Engine, root: Path, as_of: date, checks: Mapping[str, Check], said: Iterable[Said], usual: float
    ) -> None:
        self._engine, self._root, self._as_of, self._checks, self._usual = engine, root, as_of, checks, usual
        self._declared = {normalised(one.text): one.where for one in said}

    def take(self, seen: Iterable[Seen], legacy: Legacy, at: str = "") -> Taken:
        """Record pages as inherited, in batches: what was recorded stays, whatever becomes of the others.

        Args:
            seen: the pages as the checks saw them.
            legacy: who imports them, and where they come from.
            at: the moment.
        """
        taken, remaining = Taken(), iter(seen)
        while batch := list(islice(remaining, recording.PORTION)):
            with writing(self._engine) as connection:
                stored = _stored(connection, [item.name for item in batch])
                mine = list(_chosen(taken, batch, stored))
                recording.record(connection, mine, self._as_of, at or self._as_of.isoformat(), self._root, legacy)
                calendar.turn(connection, self._as_of, at or self._as_of.isoformat())
        return taken

    def count(self) -> int:
        """How many inherited pages are in no review."""
        with reading(self._engine) as connection:
            return pool.count(connection)

    def texts(self) -> dict[str, str]:
        """The hash of the newest text of each of them, by name."""
        with reading(self._engine) as connection:
            return pool.texts(connection)

    def pages(self) -> list[Page]:
        """Those pages, with the findings that wait in them."""
        with reading(self._engine) as connection:
            return pool.pages(connection)

    def pace(self) -> Pace:
        """How long a decision takes here."""
        with reading(self._engine) as connection:
            return pace.of(connection, self._usual)

    def plan(self, wish: Wish, but: Iterable[str] = ()) -> Plan:
        """What the wave would bring into review now; `but` names pages that an earlier wave takes."""
        with reading(self._engine) as connection:
            return plans.plan(wish, self._known(connection, frozenset(but)), self._as_of)

    def enter(self, wish: Wish, code: str, who: Moment) -> Outcome:
        """Bring the wave into review, if it still is the list that `code` stands for."""
        with writing(self._engine) as connection:
            calendar.turn(connection, who.on, who.at)
            plan = plans.plan(wish, self._known(connection), who.on)
            return entering.enter(connection, plan, code, who.person, who.on, who.at)

    def settle(self, name: str, what: str, day: date, into: str, who: Moment) -> Outcome:
        """Say what becomes of a page of the rest, and when."""
        with writing(self._engine) as connection:
            calendar.turn(connection, who.on, who.at)
            return resting.settle(connection, name, what, day, into, who.person, who.on, who.at)

    def samples(self) -> list[Shown]:
        """What the random samples showed so far."""
        with reading(self._engine) as connection:
            return results.samples(connection)

    def causes(self) -> list[Cause]:
        """Findings that nobody has decided and that have several uses, most uses first; in every article."""
        with reading(self._engine) as connection:
            uses = pool.open_uses(connection, articles.c.revision > 0)
        return [cause for cause in pool.causes(uses, self._declared) if len(cause.uses) > 1]

    def _known(self, connection: Connection, but: frozenset[str] = frozenset()) -> plans.Known:
        waiting = [page for page in pool.pages(connection) if page.name not in but]
        sure = harms.sure(self._checks.values(), trust.by_check(connection))
        return plans.Known(
            waiting, self._checks, sure, self._declared, resting.dated(connection), pace.of(connection, self._usual)
        )


def _stored(connection: Connection, names: list[str]) -> dict[str, tuple[str, str]]:
    """State on the site and text of the pages that are known."""
    newest = (revisions.c.article == articles.c.name) & (revisions.c.number == articles.c.revision)
    query = select(articles.c.name, articles.c.live, revisions.c.text_hash).join(revisions, newest)
    return {row.name: (row.live, row.text_hash) for row in connection.execute(query.where(articles.c.name.in_(names)))}


def _chosen(taken: Taken, batch: Iterable[Seen], stored: Mapping[str, tuple[str, str]]) -> Iterator[Seen]:
    for item in batch:
        live, text_hash = stored.get(item.name, (LIVE, ""))
        if live != LIVE:
            taken.known = (*taken.known, item.name)
            continue
        now = _hash(item.text)
        taken.new += not text_hash
        taken.same += text_hash == now
        taken.edited += text_hash not in ("", now)
        yield item


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
