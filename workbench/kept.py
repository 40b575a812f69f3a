"""Answers that cost something, kept in one SQLite file that several processes may use at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType

_WAIT = 10.0  # seconds to wait for another process that is writing
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, day TEXT NOT NULL, answer BLOB NOT NULL)"
_PUT = (
    "INSERT INTO kept VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
    " SET day = excluded.day, answer = excluded.answer WHERE excluded.day >= day"
)


class Kept:
    """A mapping key → day and answer. It only ever saves work: where its file cannot be used, nothing is kept.

    Every answer is stored by itself, so that a run that is stopped keeps those it got.
    """

    def __init__(self, path: Path | None) -> None:
        """`path` None: nothing is kept."""
        self._open: sqlite3.Connection | None = _connected(path) if path else None

    def get(self, key: str) -> tuple[str, bytes] | None:
        """The ISO day and the answer, if there is one."""
        if self._open is None:
            return None
        try:
            row = self._open.execute("SELECT day, answer FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return (row[0], row[1]) if row is not None else None

    def put(self, key: str, day: str, answer: bytes) -> None:
        """Keep an answer under an ISO day; an answer of a later day is not overwritten."""
        if self._open is None:
            return
        try:
            self._open.execute(_PUT, (key, day, answer))
        except sqlite3.Error:  # full disk, locked for long: the answer itself is not lost
            self.close()

    def forget(self, before: str) -> None:
        """Drop the answers of days before this one."""
        if self._open is None:
            return
        try:
            self._open.execute("DELETE FROM kept WHERE day < ?", (before,))
        except sqlite3.Error:  # somebody else writes; there is another time
            return

    def close(self) -> None:
        """Let go of the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def __enter__(self) -> Kept:
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
            connection.execute("PRAGMA synchronous=NORMAL")  # what a power cut takes can be worked out again
            connection.execute(_TABLE)
            connection.execute("SELECT key, day, answer FROM kept LIMIT 1").fetchone()
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
