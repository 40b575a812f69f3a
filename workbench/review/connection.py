"""Opening the database: where it lies, how one reads and writes, and what a person reads when it will not open.

What is different between the two databases stands in `sqlite` and `postgres`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from workbench.errors import Usage, WorkbenchError
from workbench.review import postgres, sqlite

FOLDER = ".workbench"  # below the newsroom's root; holds what every machine makes for itself
WAIT = 5.0  # seconds that one process waits for another one's transaction

_FORMS = "write it as sqlite:///folder/queue.sqlite or postgresql+psycopg://user@server/queue"


class QueueUnavailable(WorkbenchError):
    """The review queue cannot be used now: locked, read-only, out of reach, newer than this program, or damaged."""

    exit_code = 3


class Kind(Protocol):
    """A kind of database: the modules `sqlite` and `postgres`, which say what each of these does there."""

    FILE_AT_ONCE: bool

    def understood(self, address: URL) -> URL | None:
        """The address as its engine takes it."""

    def engine(self, address: URL, wait: float) -> Engine:
        """An engine for it."""

    def rebuilding(self, connection: Connection, /) -> AbstractContextManager[None]:
        """Stands around a migration's transaction."""

    def unfit(self, connection: Connection, /) -> str:
        """Asked before a migration."""

    def broken(self, connection: Connection, /) -> str:
        """Asked after a migration."""

    def called(self, address: URL) -> str:
        """Its name in messages."""

    def remedy(self, error: DatabaseError) -> str:
        """What a person should read."""


_KINDS: dict[str, Kind] = {"sqlite": sqlite, "postgresql": postgres, "postgres": postgres}


def connect(url: str, root: Path) -> Engine:
    """An engine for the queue of a newsroom.

    Args:
        url: a database URL; "" = `.workbench/queue.sqlite` below the root, whose folder is then made.
        root: the newsroom's root.

    Raises:
        Usage: the URL is neither one of a SQLite file nor one of a PostgreSQL database.
        QueueUnavailable: the folder cannot be made, or the driver for PostgreSQL is missing.
    """
    address = _address(url) if url else URL.create("sqlite", database=str(root / FOLDER / "queue.sqlite"))
    if not url:
        _make_folder(root / FOLDER)
    try:
        return _KINDS[address.get_backend_name()].engine(address, WAIT)
    except ImportError as error:
        needs = "PostgreSQL needs a driver that is not here; install it with: pip install 'workbench[postgres]'"
        raise QueueUnavailable(needs) from error


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise Usage(f"“{_without_password(url)}” is no database address; {_FORMS}") from error
    kind = _KINDS.get(address.get_backend_name())
    understood = None if kind is None else kind.understood(address)
    if understood is None:
        raise Usage(f"“{_without_password(url)}”: the queue cannot be kept there; {_FORMS}")
    return understood


def _without_password(url: str) -> str:
    return re.sub(r"(password=)[^&]*", r"\1…", re.sub(r"(//[^/:@]*):.*@", r"\1:…@", url))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")  # a newsroom's repository need not know about it
    except OSError as error:
        raise QueueUnavailable(f"{folder} cannot be made ({error.strerror}); check the rights of its parent") from error


def kind_of(engine: Engine) -> Kind:
    """What is particular to this engine's database."""
    return _KINDS[engine.dialect.name]


def called(engine: Engine) -> str:
    """The database as messages name it, without its password."""
    return kind_of(engine).called(engine.url)


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
    told = kind_of(engine).remedy(error)
    return QueueUnavailable(f"{called(engine)} {told}.") if told else error
