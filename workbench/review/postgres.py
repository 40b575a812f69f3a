"""PostgreSQL, the queue that a team shares: how it is held, and what a person reads when it fails.

Every writer takes one lock before its first statement and holds it to its end, so writers never wait for each other
crosswise and each sees all that the one before it stored. Readers wait for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, Text, TypeDecorator, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError

DRIVER = "postgresql+psycopg"
OLDEST = 12  # the oldest version whose form of triggers and locks is the one used here
FILE_AT_ONCE = False  # people have checkouts of their own: `workbench queue export` writes claims/decisions.csv

_LOCK = 5_730_226_118_453_601_923  # any number that nobody else uses; migration 0001 takes the same in its trigger

_LATER = "nothing was changed. Try again in a moment"
_RUNS = "whoever runs the server"
_LOST = (
    "was lost on the way: the server stopped, or the network did. What was being stored is there whole or not at all; "
    "look, then try again"
)
_BY_CODE = {  # SQLSTATE, or its first letters
    "55P03": f"is being written by another program; {_LATER}",
    "40": f"was wanted by two programs at once; {_LATER}",
    "57014": f"took too long to answer; {_LATER}",
    "25006": f"may only be read; nothing was changed. Name the main server, or ask {_RUNS}",
    "42501": f"may not be used like this by the user in its address; nothing was changed. Ask {_RUNS} for USAGE and "
    "CREATE on its schema",
    "3F000": f"has no schema to keep the queue in; nothing was changed. Ask {_RUNS} to look at search_path",
    "53100": f"could not be written: the server's disk is full; nothing was changed. Ask {_RUNS} to make room",
    "53200": f"could not answer: the server has no memory left; {_LATER}",
    "53300": f"takes no more connections; {_LATER}",
    "57P": _LOST,
    "08": _LOST,
    "58": f"could not be read or written: the server's disk reports an error; nothing was changed. Tell {_RUNS}",
    "XX001": f"is damaged; nothing was changed. Tell {_RUNS}",
    "XX002": f"is damaged; nothing was changed. Tell {_RUNS}",
}
_BY_WORDS = {  # a connection that was never made has no code, only words
    "password": "does not let this user in with this password. Check it in the address, in PGPASSWORD or in .pgpass",
    "pg_hba.conf": f"does not let this user in from this machine. Ask {_RUNS} for an entry in pg_hba.conf",
    "role": f"does not know this user. Check the user in the address, or ask {_RUNS}",
    "does not exist": f"does not exist. Check its name, or ask {_RUNS} to create it",
    "too many": f"takes no more connections; {_LATER}",
    "remaining connection slots": f"takes no more connections; {_LATER}",
    "starting up": f"is just starting; {_LATER}",
    "shutting down": f"is just being stopped; {_LATER}",
}

_MARK, _ITSELF, _NUL = "\ufdd0", "\ufdd0\ufdd1", "\ufdd0\ufdd2"  # characters that no text is meant to hold


class Written(TypeDecorator[str]):
    """Text that may hold NUL, which PostgreSQL refuses and articles and browsers can bring: stored as a mark."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _: object) -> str | None:
        """As it is stored."""
        if value is None or ("\0" not in value and _MARK not in value):
            return value
        return value.replace(_MARK, _ITSELF).replace("\0", _NUL)

    def process_result_value(self, value: str | None, _: object) -> str | None:
        """As it was given."""
        return value if value is None or _MARK not in value else value.replace(_NUL, "\0").replace(_ITSELF, _MARK)


def understood(address: URL) -> URL | None:
    """The address with the driver that is meant; None where another driver is named."""
    names = ("postgres", "postgresql", DRIVER)
    return address.set(drivername=DRIVER) if address.drivername in names else None


def engine(address: URL, wait: float) -> Engine:
    """An engine whose writers take the write lock first; they wait for it so many seconds.

    Raises:
        ImportError: the driver is not installed.
    """
    given = {"connect_timeout": max(2, round(wait)), "application_name": "workbench"}
    asked = {key: value for key, value in given.items() if key not in address.query}
    made = create_engine(address, connect_args=asked, isolation_level="READ COMMITTED", pool_pre_ping=True)

    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get("writes", False):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        else:  # under the lock each statement sees what is stored by now; one snapshot would be older than the lock
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(wait * 1000)}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")

    event.listen(made, "begin", begin)
    return made


@contextmanager
def rebuilding(_: Connection) -> Iterator[None]:
    """Around a transaction that migrates; nothing to do here, tables are altered in place."""
    yield


def unfit(connection: Connection) -> str:
    """What keeps a database from being migrated; "" = nothing."""
    version = int(connection.exec_driver_sql("SHOW server_version_num").scalar() or 0) // 10_000
    if version < OLDEST:
        return f"the server is PostgreSQL {version}, and {OLDEST} or newer is needed; ask {_RUNS}"
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        return f"it keeps text as {encoding}, which cannot hold every article; ask {_RUNS} for one with ENCODING 'UTF8'"
    return ""


def broken(_: Connection) -> str:
    """What is wrong after a migration: nothing, PostgreSQL holds foreign keys all the time."""
    return ""


def called(address: URL) -> str:
    """The database, as messages name it; without its password."""
    socket = address.query.get("host")
    server = address.host or (socket if isinstance(socket, str) else "")
    name = f"the database “{address.database}”" if address.database else "the database"
    return f"{name} on {server}" if server else name


def remedy(error: DatabaseError) -> str:
    """What is the matter with the database and what to do, to stand behind its name; "" = the error is our bug."""
    code = getattr(error.orig, "sqlstate", None)
    if code:
        return next((words for start, words in _BY_CODE.items() if code.startswith(start)), "")
    said = str(error.orig)
    if "connection" in said or "resolve" in said:
        for words, told in _BY_WORDS.items():
            if words in said:
                return told
        if error.connection_invalidated or "unexpectedly" in said:
            return _LOST
        return f"cannot be reached ({_reason(said)}). Check the address, and that the server runs"
    return ""


def _reason(said: str) -> str:
    return said.splitlines()[0].rpartition("failed: ")[2].strip().rstrip(".")
