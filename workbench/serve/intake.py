"""Before a page is shown the articles are checked and the queue is brought in line; unchanged files are left alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec

from workbench import batch, beside, checking, config, decisions, knowledge, loader
from workbench.loader import Content
from workbench.model import Unread
from workbench.review import Person, Seen, Store, people
from workbench.review.casing import Rules
from workbench.review.gathering import gather

VARIABLE = "WORKBENCH_REVIEW"  # the environment variable that carries a Room into the kernel
_MANY = 32  # articles from which on starting processes pays


class Room(msgspec.Struct, frozen=True):
    """What one launch is about; the kernel learns it from its environment, never from an address.

    `folder` is where the caller works, `paths` articles or folders as named from there, `root` the newsroom's root,
    `person` who sits at this machine, `database` a URL or "" for the usual place, `notes` the file in which an intake
    leaves word for the next. With a `header`, a proxy stands before the pages and names the person of each.
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

    def environment(self) -> dict[str, str]:
        """What the kernel's environment must hold."""
        return {VARIABLE: msgspec.json.encode(self).decode()}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Room:
        """The room this kernel was started for."""
        return msgspec.json.decode(environment[VARIABLE], type=cls)


class Viewer(msgspec.Struct, frozen=True):
    """Who is before a page; `why` they may only read, "" where they may do more."""

    person: Person
    why: str


class Taken(msgspec.Struct, frozen=True):
    """After an intake: the names of the articles that are there, and the files that could not be read."""

    names: frozenset[str]
    unread: tuple[Unread, ...]


class _Note(msgspec.Struct, frozen=True):
    """A file as the last intake found it, what was known then, and in `message` why it could not be read."""

    changed: int
    size: int
    message: str = ""
    known: str = ""


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
    """The checks that hold in this room; raises `BadContent`."""
    return loader.load(checking.folders(config.load(Path(room.root))))


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
    root = Path(room.root)
    known = _read_notes(room)
    state = knowledge.state(root)
    now = {path: _note(path, state) for path in checking.articles(room.paths)}
    decisions.article_names(now, root)  # two of one name would hide each other
    fresh = [path for path, note in now.items() if not _same(note, known.get(path))]
    settings = config.load(root)
    plan = batch.Plan(
        folders=checking.folders(settings), root=root, country=room.country, as_of=room.as_of, only=(),
        decided=decisions.read(root), limits=settings.readers,
    )  # fmt: skip
    failed = {path: known[path].message for path in now if path not in fresh}
    jobs = (os.cpu_count() or 1) if len(fresh) >= _MANY else 1
    plan = beside.ask(fresh, settings, room.as_of).on(plan)
    store.record(_seen(fresh, gather(fresh, plan, content, jobs), failed), room.as_of, at=moment())
    _write_notes(
        room, {path: msgspec.structs.replace(note, message=failed.get(path, "")) for path, note in now.items()}
    )
    unread = tuple(Unread(path, message) for path, message in sorted(failed.items()) if message)
    return Taken(frozenset(decisions.article_name(Path(path), root) for path in now if not failed.get(path)), unread)


def moment() -> str:
    """Now, for the history; findings and deadlines go by the room's day."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _seen(fresh: Sequence[str], found: Iterable[Seen | Unread], failed: dict[str, str]) -> Iterator[Seen]:
    for path, item in zip(fresh, found, strict=True):
        if isinstance(item, Unread):
            failed[path] = item.message
        else:
            yield item


def _note(path: str, known: str) -> _Note:
    try:
        state = Path(path).stat()
    except OSError:  # it went away; reading it will say so
        return _Note(0, 0)
    return _Note(state.st_mtime_ns, state.st_size, known=known)


def _same(note: _Note, known: _Note | None) -> bool:
    return known is not None and (note.changed, note.size, note.known) == (known.changed, known.size, known.known)


def _read_notes(room: Room) -> dict[str, _Note]:
    try:
        return msgspec.json.decode(Path(room.notes).read_bytes(), type=dict[str, _Note])
    except FileNotFoundError:
        return {}


def _write_notes(room: Room, notes: Mapping[str, _Note]) -> None:
    half = Path(f"{room.notes}.{os.getpid()}")  # two pages may open at once
    half.write_bytes(msgspec.json.encode(notes))
    half.replace(room.notes)
