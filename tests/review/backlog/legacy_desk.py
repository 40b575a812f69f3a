"""A queue with inherited pages, for the tests of the back catalogue; on both databases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import newsroom
from newsroom import DAY, MARA, seen

from workbench.model import Check, Measured
from workbench.model.knowledge import Said
from workbench.review import Person, Seen, Store
from workbench.review.backlog.desk import Moment, Taken
from workbench.review.backlog.legacy import Legacy, Origin
from workbench.review.backlog.plans import Plan, Wish

AT = "2026-11-25T09:00:00+00:00"
FOOTER = "It is a wonder."
HARMS = [
    Check("no-cure", "dosing", "A cure", "dosing-unit", "phrase", "error", "high", "m", "w", "a", (),
          measured=Measured(40, 40, "2026-11-25", "labels")),
    Check("no-wonder", "dosing", "A wonder", "dosing-unit", "phrase", "warning", "high", "m", "w", "a", (),
          measured=Measured(10, 40, "2026-11-25", "labels")),
]  # fmt: skip


class Legacies:
    """The queue, with the steps that tests take."""

    def __init__(self, root: Path, said: Iterable[Said] = (), as_of: date = DAY) -> None:
        newsroom.opened(root).close()
        self.root, self.said = root, tuple(said)
        self._open(as_of)

    def _open(self, as_of: date) -> None:
        self.store = Store.open(newsroom.url_of(self.root), self.root, as_of, "morning", HARMS)
        self.catalogue = self.store.catalogue(self.said, 2.0)

    def on(self, as_of: date) -> Legacies:
        """The same queue on another day."""
        self.store.close()
        self._open(as_of)
        return self

    def take(self, *pages: Seen, at: str = AT) -> Taken:
        """Import pages."""
        origins = {item.name: Origin(f"https://news.example/{item.name}", "2020-01-02") for item in pages}
        return self.catalogue.take(pages, Legacy("ada", origins), at)

    def enter(self, wish: Wish, person: Person = MARA, on: date = DAY, at: str = AT) -> Plan:
        """Bring a wave in; the plan that it followed."""
        plan = self.catalogue.plan(wish)
        outcome = self.catalogue.enter(wish, plan.code, Moment(person, on, at))
        assert outcome.ok, outcome.message
        return plan

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database itself answers."""
        return newsroom.rows(self.root, query)

    def states(self) -> dict[str, tuple[str, str]]:
        """State of the review and of the page, by article."""
        return {name: (state, live) for name, state, live in self.rows("SELECT name, state, live FROM articles")}

    def trail(self) -> int:
        """How long the history is."""
        return int(self.rows("SELECT count(*) FROM history")[0][0])


def page(name: str, text: str = "It is a cure.\n") -> Seen:
    """A page; its words mark its findings, as `newsroom.seen` finds them."""
    return seen(text, name)
