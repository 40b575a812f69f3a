"""The articles are checked and the queue is brought in line; files that did not change are left alone."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from workbench import batch, beside, checking, config, decisions, knowledge
from workbench.loader import Content
from workbench.model import Unread
from workbench.review import Seen, Store
from workbench.review.gathering import gather
from workbench.serve.intake import Room, Taken, moment

_MANY = 32  # articles from which on starting processes pays


class _Note(msgspec.Struct, frozen=True):
    """A file as the last intake found it, what was known then, and in `message` why it could not be read."""

    changed: int
    size: int
    message: str = ""
    known: str = ""


def take_in(room: Room, store: Store, content: Content) -> Taken:
    """See `intake.take_in`; in this process."""
    root = Path(room.root)
    known = _read_notes(room)
    state = knowledge.state(root)
    now = {path: _note(path, state) for path in checking.articles(room.paths)}
    names = decisions.article_names(now, root)  # two of one name would hide each other
    fresh = [path for path, note in now.items() if not _same(note, known.get(path))]
    changed = set(fresh)
    settings = config.load(root)
    plan = batch.Plan(
        folders=settings.folders, root=root, country=room.country, as_of=room.as_of, only=(),
        decided=decisions.read(root), limits=settings.readers, remember=True,
        people=tuple(member.id for member in settings.people),
    )  # fmt: skip
    failed = {path: known[path].message for path in now if path not in changed}
    plan = beside.ask(fresh, settings, room.as_of).on(plan)
    store.record(_seen(fresh, gather(fresh, plan, content, _jobs(len(fresh))), failed), room.as_of, at=moment())
    _write_notes(
        room, {path: msgspec.structs.replace(note, message=failed.get(path, "")) for path, note in now.items()}
    )
    unread = tuple(Unread(path, message) for path, message in sorted(failed.items()) if message)
    return Taken(frozenset(name for path, name in names.items() if not failed.get(path)), unread)


def _jobs(articles: int) -> int:
    """A process that has threads is not copied: a copy might inherit a lock that nobody opens."""
    return (os.cpu_count() or 1) if articles >= _MANY and threading.active_count() == 1 else 1


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
