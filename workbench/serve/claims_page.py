"""The claim grid inside a kernel: in the page that `workbench serve` shows, and in a notebook of one's own."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import structs

from workbench import spreadsheet
from workbench.claim_desk import ClaimDesk, Drawn, Edit
from workbench.claim_table import STANDINGS
from workbench.errors import Usage, WorkbenchError
from workbench.merging import Conflict
from workbench.review.people import present, why_reading_only
from workbench.serve import intake
from workbench.serve.intake import Room, Viewer
from workbench.widgets import claim_rows
from workbench.widgets.claim_messages import Cell
from workbench.widgets.claims import ClaimsWidget, Kept


def claims(article: str = "", *, as_of: date | None = None) -> ClaimsWidget:
    """The claim grid; show it as the last value of a cell.

    Args:
        article: the name of the article to begin with, as `claims/<name>.csv` has it; "" = the first one.
        as_of: the day that `reviewed_on` is given; None = the day of `workbench serve`, else today.
    """
    try:
        paths: Sequence[str] = ()
        viewer = None
        if intake.VARIABLE in os.environ:
            room = intake.enter()
            paths, viewer, as_of = room.paths, intake.viewer(room, os.environ), as_of or room.as_of
        desk = ClaimDesk(Path.cwd(), as_of or date.today())  # a notebook's own day, shown in the grid's head
        return _Screen(desk, desk.names(paths or (_usual(desk),)), viewer or _here(desk)).open(article)
    except WorkbenchError as error:
        return _trouble(f"{error}")
    except Exception as error:  # Voilà would tell the person to run Voilà differently
        traceback.print_exc(file=sys.__stderr__)
        return _trouble(f"A bug of ours ({type(error).__name__}). What was saved is safe; please report it.")


def tables(room: Room, viewer: Viewer, article: str, back: Callable[[str], None]) -> ClaimsWidget:
    """The claim grid as a tab beside the library; `back` is given the tab that the person goes to."""
    try:
        desk = ClaimDesk(Path(room.folder), room.as_of)
        return _Screen(desk, desk.names(room.paths), viewer, back).open(article)
    except WorkbenchError as error:
        return _trouble(f"{error}", back)


def _usual(desk: ClaimDesk) -> str:
    return os.path.relpath(desk.root / "articles")


def _here(desk: ClaimDesk) -> Viewer:
    staff = desk.settings.staff
    person = present(staff, os.environ)
    return Viewer(person, why_reading_only(person, staff))


def _trouble(message: str, back: Callable[[str], None] | None = None) -> ClaimsWidget:
    def nothing(*_: Any) -> Any:
        screen.say("Put this right, then load the page again.", "alert")

    screen = ClaimsWidget(on_choose=nothing, on_save=nothing, on_go=back)
    screen.show({"error": message, "details": "", "tabs": back is not None})
    return screen


class _Screen:
    """One sitting at the claim tables of a newsroom."""

    def __init__(
        self, desk: ClaimDesk, names: Mapping[str, str], viewer: Viewer, back: Callable[[str], None] | None = None
    ) -> None:
        self._desk, self._person, self._why = desk, viewer.person, viewer.why
        self._tabs = back is not None
        self._paths = {name: path for path, name in names.items()}
        self._seen: Drawn | None = None
        self.widget = ClaimsWidget(on_choose=self.show, on_save=self.save, on_go=back, why=viewer.why)

    def open(self, name: str) -> ClaimsWidget:
        """The widget, with this article or the first one; one that cannot be read leaves the choice open."""
        first = name if name in self._paths else next(iter(self._paths))
        try:
            self.show(first)
        except WorkbenchError as error:
            path = self._paths[first]
            self.widget.show({"error": f"{path} could not be read.", "details": str(error), **self._around(first)})
        return self.widget

    def show(self, name: str) -> None:
        """Show an article's claims as they stand in its table now."""
        self._seen = drawn = self._desk.draw(self._paths[name], name)
        table = claim_rows.table(drawn.article, name, drawn.name, drawn.rows)
        self.widget.show({**table, **self._around(name)})

    def save(self, name: str, cells: Sequence[Cell]) -> Kept:
        """Put cells into the table's file; see `ClaimDesk.save`."""
        if self._why:
            raise Usage(self._why)
        seen = self._seen.rows if self._seen else ()
        edits = [Edit(cell.id, cell.column, cell.before, spreadsheet.plain(cell.value)) for cell in cells]
        saved = self._desk.save(self._paths[name], name, seen, edits, self._person.id)
        rows = claim_rows.rows(saved.drawn.article, saved.drawn.rows)
        before, self._seen = self._seen, saved.drawn
        if saved.conflicts:
            count = len(saved.conflicts)
            told = f"Not saved: {count} cell{'s were' if count > 1 else ' was'} changed in the file meanwhile. Choose."
            return Kept(told, rows, [_plain(*conflict) for conflict in saved.conflicts])
        newer = before is not None and before.before != saved.previous
        also = " The file had been changed meanwhile; those cells are kept too." if newer else ""
        return Kept(f"Saved {len(cells)} cell{'' if len(cells) == 1 else 's'} to {saved.drawn.name}.{also}", rows)

    def _around(self, name: str) -> dict[str, Any]:
        person = {"id": self._person.id, "name": self._person.name, "role": self._person.role}
        return {
            "name": name,
            "articles": [{"name": one, "title": one} for one in self._paths],
            "standings": list(STANDINGS),
            "as_of": self._desk.as_of.isoformat(),
            "person": person,
            "tabs": self._tabs,
        }


def _plain(shown: str, conflict: Conflict) -> Mapping[str, str]:
    return {**structs.asdict(conflict), "id": shown, "now": conflict.id}
