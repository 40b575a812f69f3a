"""What one launch is about, who is before a page, and the articles as they are there now.

Checking is costly in time and in memory, so one process does it for all pages (`checker`); a page's kernel asks it.
Where nobody told of such a process, or it is gone, the kernel does the work itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec

from workbench import config
from workbench.model import Check, Unread
from workbench.review import Person, Store, people
from workbench.review.casing import Rules
from workbench.serve import asking

if TYPE_CHECKING:
    from workbench.loader import Content

VARIABLE = "WORKBENCH_REVIEW"  # the environment variable that carries a Room into the kernel


class Room(msgspec.Struct, frozen=True):
    """What one launch is about; the kernel learns it from its environment, never from an address.

    `folder` is where the caller works, `paths` articles or folders as named from there, `root` the newsroom's root,
    `person` who sits at this machine, `database` a URL or "" for the usual place, `notes` the file in which an intake
    leaves word for the next. With a `header`, a proxy stands before the pages and names the person of each. `checker`
    is where the process that checks for all pages is asked, None = there is none.
    """

    root: str
    folder: str
    paths: tuple[str, ...]
    as_of: date
    country: str
    person: Person | None
    notes: str
    database: str = ""
    header: str = ""
    checker: asking.Place | None = None

    def environment(self) -> dict[str, str]:
        """What the kernel's environment must hold."""
        return {VARIABLE: msgspec.json.encode(self).decode()}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Room:
        """The room this kernel was started for."""
        return msgspec.json.decode(environment[VARIABLE], type=cls)


def enter() -> Room:
    """The room that this process was started for, with its folder as the place to work in."""
    room = Room.from_environment(os.environ)
    sys.path[:] = [place for place in sys.path if place]  # a newsroom's folder is no place to import from
    os.chdir(room.folder)
    return room


class Viewer(msgspec.Struct, frozen=True):
    """Who is before a page; `why` they may only read, "" where they may do more."""

    person: Person
    why: str


class Taken(msgspec.Struct, frozen=True):
    """After an intake: the names of the articles that are there, and the files that could not be read."""

    names: frozenset[str]
    unread: tuple[Unread, ...]


class _Shelf:
    """Stands for `loader.Content` in a kernel: the checks as the checker loaded them, the rest only when wanted."""

    def __init__(self, room: Room, checks: tuple[Check, ...]) -> None:
        self._room, self.checks = room, checks

    @cached_property
    def _whole(self) -> Content:
        return _loaded(self._room)

    @property
    def lexicon(self) -> Any:
        return self._whole.lexicon

    @property
    def tables(self) -> Any:
        return self._whole.tables


def variable(header: str) -> str:
    """The environment variable in which Voilà hands a header on to a page's kernel."""
    return "HTTP_" + header.upper().replace("-", "_")


def viewer(room: Room, environment: Mapping[str, str]) -> Viewer:
    """The person before this page, with the roles that `[people]` gives them now.

    Raises:
        WorkbenchError: the proxy names nobody, or the configuration does not hold.
    """
    staff = msgspec.structs.replace(config.load(Path(room.root)).staff, header=room.header)
    if room.person is not None:
        person = people.recognised(room.person.id, staff, room.person.name)
    else:
        person = people.of_proxy(staff, {room.header: environment.get(variable(room.header), "")})
    return Viewer(person, people.why_reading_only(person, staff))


def content_of(room: Room) -> Content:
    """The checks that hold in this room; lexicon and tables cost time and memory when they are first asked for.

    Raises:
        BadContent: a check does not hold.
    """
    checks = asking.checks(room.checker) if room.checker else None
    return _loaded(room) if checks is None else cast("Content", _Shelf(room, checks))


def _loaded(room: Room) -> Content:
    from workbench import loader  # most kernels do without

    return loader.load(config.load(Path(room.root)).folders)


def open_store(room: Room, content: Content, sitting: str = "") -> Store:
    """The room's queue, with the rules of its newsroom; raises what `Store.open` raises."""
    settings = config.load(Path(room.root))
    rules = Rules(people.house_of(settings.review), settings.staff, settings.review.days)
    return Store.open(room.database, Path(room.root), room.as_of, sitting, content.checks, rules)


def take_in(room: Room, store: Store, content: Content) -> Taken:
    """Check every article that is new or changed since the last intake, or all where more is known, and record them.

    The working directory must be the room's `folder`: articles are named from there.

    Raises:
        WorkbenchError: there is no article, `claims/decisions.csv` does not hold, or the queue cannot be used.
    """
    if room.checker and (told := asking.ask(room.checker, {"do": "take in"})) is not None:
        return msgspec.convert(told, Taken)
    from workbench.serve import taking  # brings the engine

    return taking.take_in(room, store, content)


def opened(room: Room, store: Store, content: Content, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """An article of the queue, `Store.article`, and what the article view is sent of it, `reading.shown`.

    Raises:
        WorkbenchError: the queue has no such article, or cannot be used.
    """
    if room.checker and (told := asking.ask(room.checker, {"do": "open", "name": name})) is not None:
        return told["record"], told["shown"]
    from workbench import knowledge  # these bring the engine
    from workbench.widgets import reading

    record, known = store.article(name), knowledge.load(Path(room.root), room.as_of)
    return record, reading.shown(record, content, room.country, room.as_of, known)


def moment() -> str:
    """Now, for the history; findings and deadlines go by the room's day."""
    return datetime.now(UTC).isoformat(timespec="seconds")


__all__: Sequence[str] = (
    "VARIABLE", "Room", "Taken", "Viewer", "content_of", "moment", "open_store", "opened", "take_in", "variable",
    "viewer",
)  # fmt: skip
