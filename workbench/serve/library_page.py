"""The place of claims inside a kernel: library, consistency, sources and tables on the page of `workbench serve`."""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench import checking, config, knowledge
from workbench.errors import WorkbenchError
from workbench.fingerprint import digest
from workbench.library_desk import LibraryDesk
from workbench.model import Knowledge
from workbench.review import Store, people
from workbench.review.casing import Rules
from workbench.serve import intake
from workbench.serve.claims_page import claims, tables
from workbench.serve.intake import Room
from workbench.serve.library_sitting import LibrarySitting
from workbench.serve.library_uses import Uses, names_of
from workbench.widgets.claims import ClaimsWidget
from workbench.widgets.claims_place import ClaimsPlace

_OFTEN = 0.5  # seconds between two reports of how far the counting is


def library() -> ClaimsPlace | ClaimsWidget:
    """The screen, the last value of the notebook's only cell; in a notebook of one's own the claim tables alone."""
    if intake.VARIABLE not in os.environ:
        return claims()
    room = intake.enter()
    try:
        return _place(room)
    except WorkbenchError as error:
        return _trouble(f"{error}")
    except Exception as error:  # Voilà would tell the person to run Voilà differently
        traceback.print_exc(file=sys.__stderr__)
        return _trouble(f"A bug of ours ({type(error).__name__}). Your decisions are safe; please report it.")


def _place(room: Room) -> ClaimsPlace:
    root = Path(room.root)
    viewer, settings = intake.viewer(room, os.environ), config.load(root)
    rules = Rules(people.house_of(settings.review), settings.staff, settings.review.days)
    store = Store.open(room.database, root, room.as_of, secrets.token_hex(8), (), rules)
    try:
        known, problem = knowledge.load(root, room.as_of), ""
    except WorkbenchError as error:  # the library does not hold; facts, sources and tables can still be seen
        known, problem = knowledge.load(None, room.as_of), f"{error}"
    uses = _uses(room, known)
    sitting = LibrarySitting(room, viewer, store, rules, uses, known)
    place = ClaimsPlace(sitting, lambda name, back: tables(room, viewer, name, back), viewer.why)
    sitting.screen = place.library
    sitting.paint()
    place.library.place = sitting.frame()
    if problem:
        words = (
            "The library could not be read. What was decided is safe. Put its table right, then load the page again."
        )
        place.library.library = {"error": words, "details": problem}
    else:
        sitting.count = lambda: _soon(_counting(sitting))  # type: ignore[method-assign]  # the loop is the page's
        sitting.count()
    return place


def prepare(room: Room) -> None:
    """Work out the uses before a page is asked for, so that it finds them kept; the working directory is the room's."""
    known = knowledge.load(Path(room.root), room.as_of)
    uses = _uses(room, known)
    if known.library and (uses.left() or not uses.told):
        desk = LibraryDesk(Path(room.root), room.as_of)
        for _ in uses.tell(known.library, desk):
            pass
        for path in uses.left():
            uses.work_out(path, desk)
        uses.keep()


def _uses(room: Room, known: Knowledge) -> Uses:
    root = Path(room.root)
    uses = Uses(root, names_of(room.paths, root, checking.articles), known.library, _around(room))
    uses.open(known.uses)
    return uses


def _around(room: Room) -> str:
    """What the uses depend on beside articles and library: the day, the country, the lists, the program."""
    folders = config.load(Path(room.root)).folders
    seen = (
        f"{path}:{path.stat().st_mtime_ns}" for folder in map(Path, folders) for path in sorted(folder.rglob("*.*"))
    )
    return digest("around", room.as_of.isoformat(), room.country, *seen)


def _counting(sitting: LibrarySitting) -> Iterator[None]:
    """Work out the uses, an article at a time, and tell the screen now and then; other work goes on in between."""
    rows, told = sitting.known.library, time.monotonic()
    if all(row["id"] in sitting.uses.told for row in rows) and not sitting.uses.left():
        return  # all of it was kept, and the lists need not be loaded
    yield from sitting.uses.tell(rows, sitting.desk)
    for path in sitting.uses.left():
        sitting.uses.work_out(path, sitting.desk)
        if time.monotonic() - told > _OFTEN:
            sitting.screen.counts = sitting.counts()
            told = time.monotonic()
        yield
    sitting.uses.keep()
    sitting.screen.counts = sitting.counts()


def _soon(work: Iterator[None]) -> None:
    """Do the work piece by piece once the page has been sent; at once where no loop runs."""

    async def piece_by_piece() -> None:
        try:
            for _ in work:
                await asyncio.sleep(0)
        except Exception:  # the terminal learns of it; the screen goes on saying that not all is counted
            traceback.print_exc(file=sys.__stderr__)

    loop = _running()
    if loop is not None:
        _tasks.add(loop.create_task(piece_by_piece()))
        return
    for _ in work:
        pass


def _running() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


_tasks: set[Any] = set()  # a task that nobody holds may be thrown away unfinished


_LOAD = WorkbenchError("Put this right, then load the page again.")


class _Nobody:
    """Answers a screen that could not be built."""

    def look(self, message: Any) -> dict[str, Any]:
        return {}

    def seek(self, words: str) -> list[Any]:
        return []

    def again(self) -> None:
        raise _LOAD

    def do(self, step: Any) -> dict[str, Any]:
        raise _LOAD


def _trouble(message: str) -> ClaimsPlace:
    def nothing(*_: Any) -> Any:
        raise _LOAD

    place = ClaimsPlace(_Nobody(), nothing, "")
    for name in ("library", "facts", "sources"):
        setattr(place.library, name, {"error": message, "details": ""})
    return place
