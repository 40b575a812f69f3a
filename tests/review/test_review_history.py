"""The history: the database itself refuses to rewrite it, and whoever gets round that breaks the chain."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import IntegrityError, connect

import pytest
from newsroom import DAY, INES, MARA, TEXT, name_of, opened, rewritten, rows, seen, url_of
from postgres import Server

from workbench.review import history

pytestmark = pytest.mark.usefixtures("database")
_AFTER_THE_LAST = (
    "INSERT INTO history (id, article, at, event, who, what, prev, hash) "
    "SELECT {id}, article, at, event, 'tom', what, {prev}, {hash} FROM history ORDER BY id DESC LIMIT 1"
)
_REFUSED_BY_BOTH = [
    "UPDATE history SET who = 'tom'",
    "UPDATE history SET what = what WHERE id = 2",
    "DELETE FROM history",
    "DELETE FROM history WHERE id = 3",
    _AFTER_THE_LAST.format(id=6, prev="''", hash="'x'"),
    _AFTER_THE_LAST.format(id=6, prev="prev", hash="'x'"),
    _AFTER_THE_LAST.format(id=2, prev="hash", hash="'x'"),
    "UPDATE decisions SET reason = 'other'",
    "DELETE FROM decisions",
]
_REFUSED_BY_SQLITE = [
    "INSERT OR REPLACE INTO history SELECT * FROM history WHERE id = 1",
    _AFTER_THE_LAST.format(id=2, prev="hash", hash="'x'").replace("INSERT", "REPLACE"),
    _AFTER_THE_LAST.format(id="NULL", prev="hash", hash="(SELECT hash FROM history WHERE id = 2)").replace(
        "INSERT", "INSERT OR REPLACE"
    ),
    "INSERT OR REPLACE INTO decisions SELECT * FROM decisions WHERE id = 1",
]
_REFUSED_BY_POSTGRES = [
    "DELETE FROM history WHERE id = 99",
    "TRUNCATE history CASCADE",
    "TRUNCATE decisions",
    "TRUNCATE articles CASCADE",
    _AFTER_THE_LAST.format(id=7, prev="hash", hash="'x'"),
    "INSERT INTO history SELECT * FROM history WHERE id = 4 ON CONFLICT (id) DO UPDATE SET who = 'tom'",
    "INSERT INTO decisions SELECT * FROM decisions WHERE id = 1 ON CONFLICT (id) DO UPDATE SET reason = 'other'",
    "SET session_replication_role = replica; UPDATE history SET who = 'tom'",
    "SET session_replication_role = replica; TRUNCATE decisions",
    "WITH gone AS (DELETE FROM decisions RETURNING *) SELECT * FROM gone",
    "CREATE TEMP TABLE history (id int, hash text); "
    + _AFTER_THE_LAST.format(id=1, prev="''", hash="'x'").replace("history", "{schema}.history"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        for word, person in (("cure", MARA), ("wonder", INES), ("always", MARA)):
            assert store.decide("drops", name_of(store, word), "fix", person, at="2026-11-25T09:41:07").ok
    return tmp_path


def wrong(root: Path) -> list[str]:
    with opened(root) as store:
        return store.verify()


def refused_by(root: Path, database: Server | None) -> tuple[list[str], Callable[[str], str]]:
    """The statements to try, and what runs one: it gives the words of the refusal."""
    if database is not None:
        import psycopg

        schema = url_of(root).rpartition("%3D")[2]

        def on_postgres(statement: str) -> str:
            with database.connection(schema) as connection, pytest.raises(psycopg.IntegrityError) as error:
                connection.execute(statement.replace("{schema}", schema).encode())
            return str(error.value)

        return _REFUSED_BY_BOTH + _REFUSED_BY_POSTGRES, on_postgres

    def on_sqlite(statement: str) -> str:
        with (
            closing(connect(root / ".workbench/queue.sqlite")) as connection,
            pytest.raises(IntegrityError) as error,
        ):
            connection.execute(statement)
        return str(error.value)

    return _REFUSED_BY_BOTH + _REFUSED_BY_SQLITE, on_sqlite


def test_the_database_refuses_to_rewrite_it(root: Path, database: Server | None) -> None:
    before = rows(root, "SELECT * FROM history ORDER BY id"), rows(root, "SELECT * FROM decisions ORDER BY id")
    statements, refusal = refused_by(root, database)
    for statement in statements:
        assert "append-only" in refusal(statement), statement
        after = rows(root, "SELECT * FROM history ORDER BY id"), rows(root, "SELECT * FROM decisions ORDER BY id")
        assert after == before, statement
    assert wrong(root) == []


def test_each_row_names_the_moment_and_the_one_before_it(root: Path) -> None:
    found = rows(root, "SELECT at, prev, hash FROM history ORDER BY id")
    # checked; decided, the review begun by that, and two more decisions
    assert [row[0] for row in found] == ["2026-11-25"] + ["2026-11-25T09:41:07"] * 4
    assert [row[1] for row in found] == ["", *(row[2] for row in found[:-1])]


TAMPERED = [
    ("UPDATE history SET who = 'tom' WHERE id = 3", "row 3 of the history"),
    ("UPDATE history SET at = '2026-11-24' WHERE id = 1", "row 1 of the history"),
    ("UPDATE history SET note = 'x', who = who WHERE id = 5", "row 5 of the history"),
    ("UPDATE history SET what = 'Nothing.' WHERE id = 3", "row 3 of the history"),
    ("DELETE FROM history WHERE id = 2", "rows 2 to 2 of the history are missing"),
    ("DELETE FROM history WHERE id = 3", "rows 3 to 3 of the history are missing"),
    ("DELETE FROM history WHERE id = 5", "has lost its row 5"),  # cut off at the end: the chain itself is whole
    ("UPDATE history SET prev = '' WHERE id = 2", "row 2 of the history"),
    ("UPDATE decisions SET actor = 'tom', \"by\" = 'tom' WHERE id = 1", "does not say what its row 2"),
    ("UPDATE decisions SET decision = 'dismissed' WHERE id = 2", "its history says “fix”"),
    ("UPDATE decisions SET history = 1 WHERE id = 2", "decision 2"),
]


@pytest.mark.parametrize(("statement", "told"), TAMPERED)
def test_a_tampered_copy_is_found_out(root: Path, statement: str, told: str) -> None:
    rewritten(root, statement)
    assert any(told in line for line in wrong(root)), wrong(root)


def test_a_forged_row_with_a_fresh_hash_breaks_the_next_one(root: Path) -> None:
    columns = ("prev", "form", *history._SIGNED[history.FORM])
    signed = ", ".join(f'"{column}"' for column in columns)
    (first,) = rows(root, f"SELECT {signed} FROM history WHERE id = 1")
    new = history._hash({**dict(zip(columns, first, strict=True)), "what": "Nothing."})
    rewritten(root, f"UPDATE history SET what = 'Nothing.', hash = '{new}' WHERE id = 1")
    rewritten(root, f"UPDATE history SET prev = '{new}' WHERE id = 2")
    assert wrong(root) == ["row 2 of the history (drops, 2026-11-25T09:41:07) was changed"]


def test_a_faithful_copy_is_not_accused(root: Path, tmp_path: Path, database: Server | None) -> None:
    copy = tmp_path / "copy"
    if database is None:
        shutil.copytree(root / ".workbench", copy / ".workbench")
    else:
        here, there = (url_of(place).rpartition("%3D")[2] for place in (root, copy))
        database.ask(there, "DELETE FROM history_end")
        for table in ("articles", "revisions", "findings", "history", "history_end", "decisions"):
            database.ask(there, f"INSERT INTO {table} SELECT * FROM {here}.{table} ORDER BY 1")
    assert wrong(copy) == []
    assert rows(copy, "SELECT hash FROM history ORDER BY id") == rows(root, "SELECT hash FROM history ORDER BY id")


def test_a_request_sent_twice_is_done_once_and_answered_twice(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record([seen(TEXT), seen(TEXT, "pills")])
        name = name_of(store, "wonder")
        first = store.decide("drops", name, "fix", MARA, request="r1")
        count = rows(tmp_path, "SELECT count(*) FROM history")
        assert store.decide("drops", name, "fix", MARA, request="r1") == first
        assert rows(tmp_path, "SELECT count(*) FROM history") == count
        for article, person in (("pills", MARA), ("drops", INES)):
            assert not store.decide(article, name, "fix", person, request="r1").ok
        undone = store.decide("drops", "", "undo", MARA, request="r2")
        assert store.decide("drops", "", "undo", MARA, request="r2") == undone
        assert not store.decide("drops", "", "undo", MARA, request="r3").ok


def test_hostile_words_from_a_browser_are_stored_or_refused_never_a_crash(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        name = name_of(store, "wonder")
        hostile = "half \ud800 \x00 \x1b[31m '; DROP TABLE history; -- =1+1"
        assert not store.decide("\ud800", "\ud800", "\ud800", MARA).ok
        assert not store.decide("drops", "\ud800", "undo", MARA).ok
        assert not store.decide("drops", name, "dismiss", MARA, "\ud800").ok
        assert store.decide("drops", name, "dismiss", MARA, "other", hostile, request="\ud800").ok
        assert store.verify() == []
    assert wrong(tmp_path) == []
    assert len(rows(tmp_path, "SELECT * FROM decisions")) == 1
    assert DAY.isoformat() == rows(tmp_path, 'SELECT "on" FROM decisions')[0][0]
