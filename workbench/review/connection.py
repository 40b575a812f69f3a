"""Opening the database: where it lies, how SQLite is held, and what a person reads when it will not open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from workbench.errors import Usage, WorkbenchError

FOLDER = ".workbench"  # below the newsroom's root; holds what every machine makes for itself
WAIT = 5.0  # seconds that one process waits for another one's transaction

_REMEDY = {
    "SQLITE_BUSY": "is locked by another program; nothing was changed. Close the other program, then try again",
    "SQLITE_LOCKED": "is locked by another program; nothing was changed. Close the other program, then try again",
    "SQLITE_READONLY": "may not be written; nothing was changed. Check the rights of the file and of its folder",
    "SQLITE_CANTOPEN": "cannot be opened. Check that its folder exists and may be written",
    "SQLITE_FULL": "could not be written: the disk is full; nothing was changed. Make room, then try again",
    "SQLITE_IOERR": "could not be read or written: the disk reports an error; nothing was changed",
    "SQLITE_NOTADB": "is no database. Move it aside; the next start takes the decisions from claims/decisions.csv",
    "SQLITE_CORRUPT": "is damaged. Move it aside; the next start takes the decisions from claims/decisions.csv",
}


class QueueUnavailable(WorkbenchError):
    """The review queue cannot be used now: locked, read-only, newer than this program, or damaged."""

    exit_code = 3


def connect(url: str, root: Path) -> Engine:
    """An engine for the queue of a newsroom.

    Args:
        url: a database URL; "" = `.workbench/queue.sqlite` below the root, whose folder is then made.
        root: the newsroom's root.

    Raises:
        Usage: the URL is not one of a SQLite file.
        QueueUnavailable: the folder cannot be made.
    """
    try:
        address = make_url(url) if url else URL.create("sqlite", database=str(root / FOLDER / "queue.sqlite"))
    except ArgumentError as error:
        raise Usage(f"“{url}” is no database address; write it as sqlite:///folder/queue.sqlite") from error
    if address.get_backend_name() != "sqlite" or address.database in (None, "", ":memory:"):
        raise Usage(f"“{url}”: the queue is kept in a SQLite file; write it as sqlite:///folder/queue.sqlite")
    if not url:
        _make_folder(root / FOLDER)
    engine = create_engine(address, connect_args={"timeout": WAIT, "isolation_level": None})
    event.listen(engine, "connect", _hold)
    event.listen(engine, "begin", _begin)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")  # a newsroom's repository need not know about it
    except OSError as error:
        raise QueueUnavailable(f"{folder} cannot be made ({error.strerror}); check the rights of its parent") from error


def _hold(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # a decision that was reported survives a power cut


def _begin(connection: Connection) -> None:
    # Python's driver would begin too late: two deciders could both read before one of them writes.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the database."""
    with _explained(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that holds the only write lock from its first statement on; all of it happens or nothing."""
    with _explained(engine), engine.execution_options(writes=True).connect() as connection, connection.begin():
        yield connection


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise explained(error, engine) from error


def explained(error: DatabaseError, engine: Engine) -> Exception:
    """What a person should read instead of a database error; the error itself where it is our bug."""
    name = getattr(error.orig, "sqlite_errorname", "")
    family = "_".join(name.split("_")[:2])
    if family not in _REMEDY:
        return error
    return QueueUnavailable(f"{engine.url.database} {_REMEDY[family]}.")
