"""SQLite, the queue of one newsroom on one machine: how it is held, and what a person reads when it fails."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError

_SWITCH, _PAUSE = 5.0, 0.02  # seconds until the switch of the journal is given up, and between two tries
FILE_AT_ONCE = True  # the database lies beside claims/decisions.csv: both change in the same step

_LOCKED = "is locked by another program; nothing was changed. Close the other program, then try again"
_REMEDY = {
    "SQLITE_BUSY": _LOCKED,
    "SQLITE_LOCKED": _LOCKED,
    "SQLITE_READONLY": "may not be written; nothing was changed. Check the rights of the file and of its folder",
    "SQLITE_CANTOPEN": "cannot be opened. Check that its folder exists and may be written",
    "SQLITE_FULL": "could not be written: the disk is full; nothing was changed. Make room, then try again",
    "SQLITE_IOERR": "could not be read or written: the disk reports an error; nothing was changed",
    "SQLITE_NOTADB": "is no database. Move it aside; the next start takes the decisions from claims/decisions.csv",
    "SQLITE_CORRUPT": "is damaged. Move it aside; the next start takes the decisions from claims/decisions.csv",
}


def understood(address: URL) -> URL | None:
    """The address, if it is one of a file."""
    return None if address.database in (None, "", ":memory:") else address


def engine(address: URL, wait: float) -> Engine:
    """An engine whose writers take the only write lock first; they wait for it so many seconds."""
    made = create_engine(address, connect_args={"timeout": wait, "isolation_level": None})
    event.listen(made, "connect", _hold)
    event.listen(made, "begin", _begin)
    return made


def _hold(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")  # a decision that was reported survives a power cut


def _write_ahead(connection: Any) -> None:
    """Switch the journal, which SQLite refuses at once, without waiting, while another process looks at the file."""
    deadline = time.monotonic() + _SWITCH
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            locked = error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
            if not locked or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)


def _begin(connection: Connection) -> None:
    # Python's driver would begin too late: two deciders could both read before one of them writes.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def rebuilding(connection: Connection) -> Iterator[None]:
    """A time without foreign keys, around a transaction that migrates: a table may be rebuilt under its referrers."""
    _switch_foreign_keys(connection, on=False)
    try:
        yield
    finally:
        _switch_foreign_keys(connection, on=True)


def _switch_foreign_keys(connection: Connection, *, on: bool) -> None:
    # Outside of a transaction, or SQLite ignores it; rebuilding a table would otherwise empty those that refer to it.
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def unfit(_: Connection) -> str:
    """What keeps a database from being migrated: nothing here."""
    return ""


def broken(connection: Connection) -> str:
    """What is wrong after a migration, with foreign keys off in between; "" = nothing."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return f"{len(rows)} rows refer to rows that are missing" if rows else ""


def called(address: URL) -> str:
    """The file, as messages name it."""
    return str(address.database)


def remedy(error: DatabaseError) -> str:
    """What is the matter with the database and what to do, to stand behind its name; "" = the error is our bug."""
    name = getattr(error.orig, "sqlite_errorname", "")
    return _REMEDY.get("_".join(name.split("_")[:2]), "")
