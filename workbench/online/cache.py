"""Answers kept for some days in one SQLite file, which several processes may use at once."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from types import TracebackType

import msgspec

from workbench.model import Known

_WAIT = 10.0  # seconds to wait for another process that is writing
_NOT_FOUND_DAYS = 1  # what is missing today may be registered tomorrow
_TABLE = "CREATE TABLE IF NOT EXISTS answers (identifier TEXT PRIMARY KEY, day TEXT NOT NULL, known BLOB NOT NULL)"
_PUT = (
    "INSERT INTO answers VALUES (?, ?, ?) ON CONFLICT (identifier) DO UPDATE"
    " SET day = excluded.day, known = excluded.known WHERE excluded.day >= day"
)


class Cache:
    """A mapping identifier → answer that forgets: after `days`, and after one day where nothing was found.

    It only ever saves work: where its file cannot be used, everything is looked up. Every answer is stored by itself,
    so that a run that is stopped keeps those it got.
    """

    def __init__(self, path: Path | None, days: int, as_of: date) -> None:
        """`path` None: nothing is kept. `as_of` is the day that answers of this run are kept under."""
        self._days, self._as_of = days, as_of
        self._open: sqlite3.Connection | None = _connected(path) if path else None

    def get(self, identifier: str) -> Known | None:
        """The answer, if there is one that is fresh on the day."""
        if self._open is None:
            return None
        try:
            row = self._open.execute("SELECT day, known FROM answers WHERE identifier = ?", (identifier,)).fetchone()
            if row is None:
                return None
            known = msgspec.json.decode(row[1], type=Known)
            age = (self._as_of - date.fromisoformat(row[0])).days
        except (sqlite3.Error, msgspec.DecodeError, ValueError, TypeError):
            return None
        days = min(self._days, _NOT_FOUND_DAYS) if known.state == "not found" else self._days
        return known if 0 <= age <= days else None

    def put(self, identifier: str, known: Known) -> None:
        """Keep an answer; an answer of a later day is not overwritten."""
        if self._open is None:
            return
        try:
            self._open.execute(_PUT, (identifier, self._as_of.isoformat(), msgspec.json.encode(known)))
        except sqlite3.Error:  # full disk, locked for long: the answer itself is not lost
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _connected(path: Path) -> sqlite3.Connection | None:
    """The open file; one that is no database any more is made anew, one that cannot be written is done without."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        ignore = path.parent / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    except OSError:
        return None
    for again in (True, False):
        connection = None
        try:
            connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(_TABLE)
            connection.execute("SELECT identifier, day, known FROM answers LIMIT 1").fetchone()
            return connection
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            if not again or isinstance(error, sqlite3.OperationalError):  # locked, read-only, another table
                return None
            _remove(path)
    return None


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm"):
        try:
            path.with_name(path.name + end).unlink(missing_ok=True)
        except OSError:
            return
