"""The review queue of a newsroom: what screens and commands look up, each in one consistent view."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select

from workbench.errors import Usage
from workbench.model import Check
from workbench.model.knowledge import Said
from workbench.review import (
    acting,
    article_view,
    export,
    held,
    history,
    overview,
    trust,
    views,
)
from workbench.review.backlog.desk import Catalogue
from workbench.review.casing import PLAIN, Rules
from workbench.review.connection import reading
from workbench.review.desk import Desk, lay_out
from workbench.review.held import Match
from workbench.review.ledger import Place
from workbench.review.moves import Refused
from workbench.review.overview import Overview
from workbench.review.tables import revisions
from workbench.review.trust import Trust
from workbench.staff.reviewing import USUAL_MINUTES


class Looking:
    """What of an open queue only reads; `store.Store` is what people open."""

    def __init__(
        self, engine: Engine, root: Path, as_of: date, sitting: str, checks: Iterable[Check], rules: Rules = PLAIN
    ) -> None:
        self._engine, self._root, self._as_of, self._sitting = engine, root, as_of, sitting
        self._checks, self._rules = {check.id: check for check in checks}, rules

    def queue(
        self, present: Collection[str] | None = None, first: int | None = None, *, inherited: bool = False
    ) -> list[dict[str, Any]]:
        """The rows of the queue view: due within a day, then most harmful, then longest waiting.

        Args:
            present: only articles of these names (those that are there now); None = all that were ever read.
            first: at most so many; None = all.
            inherited: also pages that were live before us and are in no review; `catalogue` counts them.
        """
        with reading(self._engine) as connection:
            days = self._rules.days
            return views.queue(connection, self._checks, self._as_of, present, days, first, inherited=inherited)

    def catalogue(self, said: Iterable[Said] = (), usual: float = USUAL_MINUTES) -> Catalogue:
        """The back catalogue: inherited pages, and the waves that bring them into review.

        Args:
            said: what the site says on many pages; it counts once.
            usual: minutes for a decision, where too few were timed.
        """
        return Catalogue(self._engine, self._root, self._as_of, self._checks, said, usual)

    def article(self, name: str) -> dict[str, Any]:
        """An article with `findings`, `decisions` and `history` as the article view shows them, `text` and `reading`.

        Raises:
            Usage: the queue has no such article.
        """
        with reading(self._engine) as connection:
            desk = _desk(connection, name, self._as_of)
            newest = (revisions.c.article == name) & (revisions.c.number == desk.article["revision"])
            stored = connection.execute(select(revisions.c.text, revisions.c.reading).where(newest)).one()
            events = article_view.events(connection, name)
        return article_view.article(desk, stored.text, events, self._checks, self._as_of) | {"reading": stored.reading}

    def states(self, name: str) -> dict[str, dict[str, str]]:
        """The trait `states` of an article: what stands about each finding, by fingerprint.

        Raises:
            Usage: the queue has no such article.
        """
        with reading(self._engine) as connection:
            desk = _desk(connection, name, self._as_of)
        return {item.finding.fingerprint: views.state(item, self._as_of) for item in desk.settled}

    def overview(self, name: str) -> Overview:
        """What stands about an article beside its findings: review, page, signatures, claims, messages.

        Raises:
            Usage: the queue has no such article.
        """
        with reading(self._engine) as connection:
            try:
                return overview.of(connection, name, self._as_of, self._rules)
            except Refused as refused:
                raise Usage(str(refused)) from refused

    def touched(self, place: Place) -> tuple[str, ...]:
        """The live sentences that a person has to have seen before a fact or a claim is changed."""
        with reading(self._engine) as connection:
            return acting.touched(connection, place)

    def trust(self) -> dict[str, Trust]:
        """People's verdicts on each check, by its id."""
        with reading(self._engine) as connection:
            return trust.by_check(connection)

    def missed(self) -> dict[str, int]:
        """What people found that no check saw, by category."""
        with reading(self._engine) as connection:
            return trust.missed(connection)

    def matches(self, name: str = "") -> list[Match]:
        """The held-back matches that are put up for a verdict, of one article or of all that are in the queue."""
        with reading(self._engine) as connection:
            return held.matches(connection, name)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the queue, for `records`, `repeating` and `digest`."""
        with reading(self._engine) as connection:
            yield connection

    def events(self) -> list[dict[str, Any]]:
        """Every row of the history with every column, oldest first; see `export.render_history`."""
        with reading(self._engine) as connection:
            return export.history_rows(connection)

    def verify(self) -> list[str]:
        """What is wrong with the history, one sentence each; empty = untouched since it was written."""
        with reading(self._engine) as connection:
            return history.verify(connection)


def _desk(connection: Any, name: str, as_of: date) -> Desk:
    try:
        return lay_out(connection, name, as_of)
    except Refused as refused:
        raise Usage(str(refused)) from refused
