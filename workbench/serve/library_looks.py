"""What the screen about library, facts and sources is shown: looked up in the store, the files and what was counted."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from workbench import checking, knowledge, placing
from workbench.errors import WorkbenchError
from workbench.library_desk import LibraryDesk
from workbench.model import Knowledge, limits
from workbench.review import Store, conflicts, facts_of, library_uses, sources_of, touching
from workbench.review.casing import Rules
from workbench.serve.intake import Room, Viewer
from workbench.serve.library_uses import Uses, names_of
from workbench.sources.shelf import Shelf
from workbench.widgets import library_messages as messages
from workbench.widgets import library_rows, sources_rows, steps
from workbench.widgets.library import LibraryWidget


class LibraryLooks:
    """What the screen asks of the newsroom; `screen` is set once there is one."""

    screen: LibraryWidget

    def __init__(self, room: Room, viewer: Viewer, store: Store, rules: Rules, uses: Uses, known: Knowledge) -> None:
        self._room, self._viewer, self._store, self._rules = room, viewer, store, rules
        self.uses, self.known = uses, known
        self._gathered: sources_rows.Gathered | None = None

    @cached_property
    def desk(self) -> LibraryDesk:
        """Reads articles and compares wordings; half a second to set up, so only when it is needed."""
        return LibraryDesk(Path(self._room.root), self._room.as_of)

    def frame(self) -> dict[str, Any]:
        """The trait `place`."""
        person, room = self._viewer.person, self._room
        return {
            "as_of": room.as_of.isoformat(),
            "person": {"id": person.id, "name": person.name, "role": person.role},
            "roles": list(person.roles),
            "people": steps.people(self._rules.staff),
            "country": room.country,
            "line": limits(room.country),
            "tables": len(self.uses.articles),
            "tab": "",
        }

    def library(self) -> dict[str, Any]:
        """The trait `library`."""
        rows = library_rows.claims(self.known.library, self._room.as_of, self.known.identifiers, self._rules.staff)
        return {"rows": rows}

    def counts(self) -> dict[str, Any]:
        """The trait `counts`: what of the uses is known by now."""
        counted, told = self.uses.counts(), self.uses.told
        plain = {"uses": 0, "errors": 0, "notes": 0, "similar": 0, "topic": "", "quantities": []}
        of = {
            row["id"]: {
                **plain, **counted.get(row["id"], {}),
                **(msgspec.to_builtins(told[row["id"]]) if row["id"] in told else {}),
            }
            for row in self.known.library
        }  # fmt: skip
        return {"left": len(self.uses.left()), "unread": self.uses.unread(), "of": of}

    def facts(self) -> dict[str, Any]:
        """The trait `facts`."""
        try:
            with self._store.reading() as connection:
                found = [library_rows.fact(one) for one in facts_of.facts(connection)]
                places, names = library_uses.places(connection), set(self.uses.articles.values())
                differ = [library_rows.conflict(one, places) for one in conflicts.of(connection, names)]
        except WorkbenchError as error:
            return {"error": "Facts and conflicts could not be read. Your decisions are safe. Try again.",
                    "details": f"{error}"}  # fmt: skip
        return {"facts": found, "conflicts": differ}

    def sources(self) -> dict[str, Any]:
        """The trait `sources`."""
        try:
            with self._store.reading() as connection:
                resting = list(sources_of.resting(connection))
            shelf = self.known.sources.rows.values() if isinstance(self.known.sources, Shelf) else ()
            self._gathered = sources_rows.Gathered(resting, self.known.library, shelf, self.known.identifiers)
        except WorkbenchError as error:
            return {"error": "The sources could not be read. Your decisions are safe. Try again.",
                    "details": f"{error}"}  # fmt: skip
        return {"rows": self._gathered.rows()}

    def look(self, message: messages.Look) -> Mapping[str, Any]:
        """More of one thing."""
        if message.of == "claim":
            with self._store.reading() as connection:
                places = library_uses.places(connection)
            staff = self._rules.staff
            return {"uses": [library_rows.use(one, places, staff) for one in self.uses.of(message.key)]}
        if message.of == "source":
            return {"claims": self._gathered.claims(message.key) if self._gathered else [],
                    "problem": self._problem(message.key)}  # fmt: skip
        if message.of == "fact":
            with self._store.reading() as connection:
                touched = touching.of_fact(connection, message.key)
                found = facts_of.uses(connection, message.key)
            return {"touched": list(touched), "seen": touching.name_of(touched), "uses": found}
        return self._places(message.article, message.key)

    def _problem(self, key: str) -> str:
        """Why the file of a source cannot be used; "" where it can, or where there is none."""
        kept = self.known.sources
        mine = key.removeprefix("shelf:")
        return kept.problem(mine) if isinstance(kept, Shelf) and key != mine and mine in kept else ""

    def _places(self, article: str, claim: str) -> Mapping[str, Any]:
        root = Path(self._room.root)
        if not isinstance(self.known.sources, Shelf):
            return {"places": [], "problems": []}
        found, problems, rows = placing.places_of(self._room.as_of, root, self.uses.path_of(article) or article, claim)
        places = [
            {
                "number": number, "key": one.key, "page": one.page, "text": one.text, "before": one.before,
                "after": one.after, "why": one.why, "title": rows[one.key]["title"] or one.key,
                "version": rows[one.key]["version"],
            }
            for number, one in enumerate(found, 1)
        ]  # fmt: skip
        return {"places": places, "problems": problems}

    def seek(self, words: str) -> list[Mapping[str, Any]]:
        """Claims of articles that hold these words."""
        with self._store.reading() as connection:
            return [{**row, "where": library_uses.where(row["live"])} for row in library_uses.like(connection, words)]

    def again(self) -> None:
        """Read everything again: the library's files, the queue, and the articles that changed."""
        root = Path(self._room.root)
        self.known = self.desk.known = knowledge.load(root, self._room.as_of)
        self.uses.articles = names_of(self._room.paths, root, checking.articles)
        self.uses.library_changed(self.known.library)
        self.uses.open(self.known.uses)
        self.paint()
        self.count()
        self.screen.say("Everything was read again.")

    def count(self) -> None:
        """Have the uses counted that are left; the page puts its own way here."""

    def paint(self) -> None:
        """Send the screen what stands now."""
        with self.screen.hold_sync():
            self.screen.library, self.screen.counts = self.library(), self.counts()
            self.screen.facts, self.screen.sources = self.facts(), self.sources()
