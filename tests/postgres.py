"""A real PostgreSQL for the tests: on a Unix socket in a temporary folder, started once, gone when the tests end."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from psycopg import Connection

OWNER, GUARDED, PASSWORD = "workbench", "guarded", "open sesame/@:%"
_ACCESS = f"local all {GUARDED} scram-sha-256\nlocal all all trust\n"
_HURRY = (
    "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "listen_addresses=",
    "autovacuum=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=512MB", "jit=off",
)  # fmt: skip
# Stops the server when the tests' end of the pipe is closed, which happens however they end.
_GUARDIAN = '"$@" & read -r _; kill -QUIT $!; wait'


def missing(what: str) -> None:
    """Skip, and say loudly what is not tested; in CI, where everything is installed, fail."""
    reason = f"NOT TESTED on PostgreSQL: {what} is missing; install workbench[postgres] and a PostgreSQL server"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def programs() -> Path | None:
    """The folder of `initdb` and `postgres` (WORKBENCH_POSTGRES names another); None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    found = shutil.which("initdb")
    places = [Path(os.environ.get("WORKBENCH_POSTGRES", "/nowhere")), *debian, *([Path(found).parent] if found else [])]
    return next((place for place in places if (place / "initdb").exists() and (place / "postgres").exists()), None)


class Server:
    """A running server. What belongs to a test lies in a schema of its own: making one costs less than a database."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: set[str] = set()

    def url(self, schema: str, user: str = OWNER, database: str = "postgres") -> str:
        """The address of a queue."""
        return f"postgresql+psycopg://{user}@/{database}?host={self.folder}&options=-csearch_path%3D{schema}"

    def ask(self, schema: str, *statements: str) -> list[tuple[Any, ...]]:
        """What the server itself answers to the last statement, asked without our code; each is its own transaction."""
        for statement in (f"SET search_path TO {schema}", *statements):
            cursor = self._own.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []

    def connection(self, schema: str) -> Connection:
        """A connection of the test's own, each statement at once; its `with` closes it."""
        import psycopg

        asked = f"-csearch_path={schema}"
        return psycopg.connect(host=str(self.folder), user=OWNER, dbname="postgres", options=asked, autocommit=True)

    def create(self, schema: str, script: str = "") -> str:
        """A schema, with what the script puts there if it is new; its address."""
        if schema not in self._made:
            self._own.execute(f"CREATE SCHEMA {schema}; SET search_path TO {schema}; {script}".encode())
            self._made.add(schema)
        return self.url(schema)

    def drop(self, schema: str) -> None:
        """As if it had never been there."""
        self._own.execute(f"DROP SCHEMA {schema} CASCADE".encode())
        self._made.remove(schema)

    @cached_property
    def _own(self) -> Connection:
        # One connection that is kept, since a new one has to read the server's catalogues first.
        return self.connection("public")

    def stop(self) -> None:
        """Stop it at once, as if its machine had failed; `again` starts it."""
        lock = self.folder / "data/postmaster.pid"
        os.kill(int(lock.read_text(encoding="ascii").split()[0]), signal.SIGQUIT)
        end = time.monotonic() + 30
        while lock.exists():
            assert time.monotonic() < end, "the server does not stop"
            time.sleep(0.02)

    def close(self) -> None:
        """Give the connection back."""
        self._own.close()


@contextmanager
def running() -> Iterator[Server]:
    """A server of this process alone; skips where none can be had."""
    place = programs()
    if place is None or find_spec("psycopg") is None:
        missing("the server" if place is None else "psycopg")
        return
    folder = Path(mkdtemp(prefix="workbench-pg-", dir="/tmp" if Path("/tmp").is_dir() else None))  # short: a socket
    try:
        _initialise(place, folder)
        with _serving(place, folder) as server:
            server.ask("public", f"CREATE ROLE {GUARDED} LOGIN PASSWORD '{PASSWORD}'")
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def again(server: Server) -> Iterator[Server]:
    """A server that was stopped, started once more on what it had stored."""
    place = programs()
    assert place is not None
    with _serving(place, server.folder) as restarted:
        yield restarted


@contextmanager
def _serving(place: Path, folder: Path) -> Iterator[Server]:
    options = [word for option in (*_HURRY, f"unix_socket_directories={folder}") for word in ("-c", option)]
    command = ["sh", "-c", _GUARDIAN, "sh", str(place / "postgres"), "-D", str(folder / "data"), *options]
    with (
        (folder / "log").open("ab") as log,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log, **_somebody()) as server,
        closing(_when_ready(folder, server)) as ready,
    ):
        yield ready


def _initialise(place: Path, folder: Path) -> None:
    if owner := somebody():
        os.chown(folder, *owner)
    command = [str(place / "initdb"), "-D", str(folder / "data"), "-U", OWNER, "--no-sync", "-A", "trust", "-E", "UTF8"]
    done = subprocess.run(
        [*command, "--locale=C", "--wal-segsize=1"], capture_output=True, text=True, check=False, **_somebody()
    )
    assert done.returncode == 0, done.stderr
    (folder / "data/pg_hba.conf").write_text(_ACCESS, encoding="utf-8")


@cache
def somebody() -> tuple[int, int] | None:
    """User and group that run the server where the tests run as root, which `initdb` refuses."""
    if os.geteuid() != 0:
        return None
    from pwd import getpwall

    users = {user.pw_name: (user.pw_uid, user.pw_gid) for user in getpwall() if user.pw_uid}
    for name in ("postgres", "nobody", *users):
        if name in users:
            return users[name]
    missing("a user other than root")
    return None


def _somebody() -> dict[str, Any]:
    owner = somebody()
    return {"user": owner[0], "group": owner[1], "extra_groups": (), "cwd": "/"} if owner else {}


def _when_ready(folder: Path, process: subprocess.Popen[bytes]) -> Server:
    import psycopg

    server, end = Server(folder), time.monotonic() + 30
    while True:
        try:
            server.ask("public", "SELECT 1")
            return server
        except psycopg.OperationalError:
            told = (folder / "log").read_text(encoding="utf-8", errors="replace")
            assert process.poll() is None and time.monotonic() < end, told
            time.sleep(0.05)
