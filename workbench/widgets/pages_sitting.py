"""One person before the pages of one store: what the screen is sent, what it asks for, and its steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import select

from workbench.errors import Usage
from workbench.model import limits
from workbench.model.knowledge import Said
from workbench.review import Outcome, Person, Store, complaints_of, page_of, pages_of, repeating
from workbench.review.backlog import reach
from workbench.review.backlog.desk import Catalogue, Moment
from workbench.review.backlog.plans import TITLES, Plan, Wish
from workbench.review.moves import House
from workbench.review.moves.terms import USUAL
from workbench.review.tables import history
from workbench.review.wording import day
from workbench.staff import NOBODY, Staff
from workbench.staff.reviewing import USUAL_MINUTES
from workbench.widgets import pages_messages, pages_papers, steps
from workbench.widgets.pages_deeds import Deeds

_ROWS_AT_ONCE = 200  # pages from which on a change sends all of them


class Room(Struct, frozen=True):
    """What holds while the screen is open: the day, the declared country, who is there and why they may only read.

    `site` and `minutes` are what plans of the back catalogue go by; `clock` tells the moment, "" = the day alone.
    """

    as_of: date
    country: str
    person: Person
    why: str = ""
    house: House = USUAL
    staff: Staff = NOBODY
    site: tuple[Said, ...] = ()
    minutes: float = USUAL_MINUTES
    clock: Callable[[], str] = str

    def now(self) -> str:
        """The moment, or the day."""
        return self.clock() or self.as_of.isoformat()

    def before(self) -> page_of.Before:
        """Who is before a page."""
        return page_of.Before(self.person, self.as_of, self.now(), self.house)


class PagesSitting:
    """See `pages.Sitting`; the store is opened for one person's time at the screen."""

    def __init__(self, store: Store, room: Room) -> None:
        self._store, self._room = store, room
        self._deeds = Deeds(store, room)
        self._heard = 0
        self._wishes: dict[str, Wish] = {}  # by the code of the plan that was shown

    def everything(self) -> dict[str, Any]:
        """The trait `pages`."""
        room = self._room
        self._store.record((), room.as_of, at=room.now())  # ends notices whose day has passed, and expires pages
        with self._store.reading() as connection:
            self._heard = pages_of.heard(connection)
            found = {
                "columns": list(pages_of.COLUMNS),
                "rows": [list(row) for row in pages_of.pages(connection)],
                "complaints": complaints_of.complaints(connection),
                "rest": complaints_of.rest(connection),
            }
        return {
            **found,
            "as_of": room.as_of.isoformat(),
            "now": room.now(),
            "person": {key: getattr(room.person, key) for key in ("id", "name", "role")},
            "roles": list(room.person.roles),
            "people": steps.people(room.staff),
            "alone": room.house.people == 1,
            "line": limits(room.country),
            "catalogue": self._summary(),
        }

    def answer(self, message: pages_messages.Asking) -> Mapping[str, Any]:
        """What was asked for; {} = there is nothing new."""
        if isinstance(message, pages_messages.Look):
            return self._look(message.name)
        if isinstance(message, pages_messages.Show):
            return {"type": "show", "page": self._page(message.name)}
        if isinstance(message, pages_messages.Plan):
            return {"type": "plan", **self._plan(message)}
        if isinstance(message, pages_messages.Search):
            return {"type": "search", **self._search(message)}
        if isinstance(message, pages_messages.Dossier):
            return {"type": "dossier", **self._dossier(message)}
        return {}

    def step(self, message: pages_messages.Step) -> tuple[Outcome, Mapping[str, Any]]:
        """Take a step; what became of it, and what changed on the screen."""
        if isinstance(message, pages_messages.Enter):
            return self._enter(message)
        outcome = self._deeds.do(message)
        if not outcome.ok:
            return outcome, {}
        more: dict[str, Any] = {"page": self._page(message.name)} if hasattr(message, "name") else {}
        return outcome, {**self._changes(), **more, "key": getattr(message, "key", "")}

    def _enter(self, message: pages_messages.Enter) -> tuple[Outcome, Mapping[str, Any]]:
        wish = self._wishes.get(message.code)
        if wish is None:
            return Outcome(False, "This plan is no longer known here. Work it out again, then bring it in.", {}), {}
        room, catalogue = self._room, self._catalogue()
        outcome = catalogue.enter(wish, message.code, Moment(room.person, room.as_of, room.now()))
        if outcome.ok:
            self._wishes = {}
            return outcome, {**self._changes(), "entered": message.code}
        return outcome, {"plan": self._shown(catalogue.plan(wish), ())} if "plan" in outcome.state else {}

    def _look(self, name: str) -> dict[str, Any]:
        changes = self._changes()
        if not changes:
            return {}
        return {"type": "changes", **changes, **({"page": self._page(name)} if name else {})}

    def _changes(self) -> dict[str, Any]:
        """What is new since the last time; {} where nothing is."""
        with self._store.reading() as connection:
            heard = pages_of.heard(connection)
            if heard == self._heard:
                return {}
            since = select(history.c.article).where(history.c.id > self._heard).distinct()
            names = [name for name in connection.execute(since).scalars() if name]
            rows = self._rows(connection, names)
            told = {"complaints": complaints_of.complaints(connection), "rest": complaints_of.rest(connection)}
        self._heard = heard
        return {**told, "rows": rows, "names": names, "now": self._room.now(), "catalogue": self._summary()}

    def _rows(self, connection: Any, names: list[str]) -> list[list[Any]]:
        if len(names) > _ROWS_AT_ONCE:
            wanted = set(names)
            return [list(row) for row in pages_of.pages(connection) if row[0] in wanted]
        return [list(row) for name in names for row in pages_of.pages(connection, name)]

    def _page(self, name: str) -> dict[str, Any]:
        with self._store.reading() as connection:
            return page_of.page(connection, name, self._room.before())

    def _catalogue(self) -> Catalogue:
        return self._store.catalogue(self._room.site, self._room.minutes)

    def _summary(self) -> dict[str, Any]:
        catalogue = self._catalogue()
        pace = catalogue.pace()
        with self._store.reading() as connection:
            waves = complaints_of.waves(connection)
        samples = [
            {"wave": one.wave, "on": one.on, "seed": one.seed, "section": one.section, "pages": one.pages,
             "drawn": one.drawn, "looked": one.looked, "harmful": list(one.harmful), "told": one.told()}
            for one in catalogue.samples()
        ]  # fmt: skip
        return {"count": catalogue.count(), "pace": pace.told(), "waves": waves, "samples": samples}

    def _plan(self, message: pages_messages.Plan) -> dict[str, Any]:
        catalogue, room = self._catalogue(), self._room
        told: tuple[str, ...] = ()
        seed = (message.seed.strip() or room.as_of.isoformat()) if message.wave == "sample" else ""
        wish = Wish(message.wave, message.size, seed)
        if message.wave == "reach":
            found = reach.read(message.table.encode("utf-8", "replace"), message.file or "the table", catalogue.pages())
            wish, told = Wish(message.wave, message.size, views=found.views), found.told
        plan = catalogue.plan(wish)
        self._wishes[plan.code] = wish
        return self._shown(plan, told)

    def _shown(self, plan: Plan, told: Iterable[str]) -> dict[str, Any]:
        wish = plan.wish
        self._wishes[plan.code] = wish
        return {
            "wave": wish.wave, "title": TITLES[wish.wave], "code": plan.code, "size": wish.pages(), "seed": wish.seed,
            "findings": plan.findings, "uses": plan.uses, "decisions": plan.decisions, "hours": plan.hours,
            "cost": plan.cost(), "pace": plan.pace.told(), "notes": list(plan.notes), "told": list(told),
            "lines": [[one.page.name, one.page.title, one.page.risk, one.why, one.day] for one in plan.lines],
        }  # fmt: skip

    def _search(self, message: pages_messages.Search) -> dict[str, Any]:
        with self._store.reading() as connection:
            one = self._deeds.complaint(connection, message.key)
            words = one["given"].get("words", "")
            offered = complaints_of.candidates(connection, one["article"], words)
            if message.claim and not any(claim["claim"] == message.claim for claim in offered):
                raise Usage(f"“{one['article']}” never told such a claim. Choose one of the list.")
            found = repeating.repeats(connection, message.claim or words)
        pages = [{key: getattr(repeat, key) for key in repeat.__struct_fields__} for repeat in found]
        return {"key": message.key, "claim": message.claim, "candidates": offered, "repeats": pages}

    def _dossier(self, message: pages_messages.Dossier) -> dict[str, Any]:
        room = self._room
        if message.day > room.as_of:
            raise Usage(f"Name the day that the dossier tells of, until {day(room.as_of.isoformat())}.")
        with self._store.reading() as connection:
            return pages_papers.made(connection, message, room.country)
