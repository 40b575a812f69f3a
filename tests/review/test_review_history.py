"""The history: the database itself refuses to rewrite it, and whoever gets round that breaks the chain."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, IntegrityError, Row, connect

import pytest
from newsroom import DAY, INES, MARA, TEXT, name_of, opened, rows, seen

from workbench.review import history

REFUSED = [
    "UPDATE history SET who = 'tom'",
    "UPDATE history SET what = what WHERE id = 2",
    "DELETE FROM history",
    "DELETE FROM history WHERE id = 3",
    "INSERT OR REPLACE INTO history SELECT * FROM history WHERE id = 1",
    "REPLACE INTO history (id, article, at, event, who, what, prev, hash) "
    "SELECT 2, article, at, event, 'tom', what, hash, 'x' FROM history ORDER BY id DESC LIMIT 1",
    "INSERT OR REPLACE INTO history (article, at, event, who, what, prev, hash) "
    "SELECT article, at, event, 'tom', what, hash, (SELECT hash FROM history WHERE id = 2) "
    "FROM history ORDER BY id DESC LIMIT 1",
    "INSERT INTO history (article, at, event, who, what, prev, hash) "
    "VALUES ('drops', '2026-11-25', 'decision', 'tom', 'x', '', 'x')",
    "UPDATE decisions SET reason = 'other'",
    "DELETE FROM decisions",
    "INSERT OR REPLACE INTO decisions SELECT * FROM decisions WHERE id = 1",
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        for word, person in (("cure", MARA), ("wonder", INES), ("always", MARA)):
            assert store.decide("drops", name_of(store, word), "fix", person, at="2026-11-25T09:41:07").ok
    return tmp_path


def raw(root: Path) -> Connection:
    return connect(root / ".workbench/queue.sqlite")


def wrong(root: Path) -> list[str]:
    with opened(root) as store:
        return store.verify()


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_refuses_to_rewrite_it(root: Path, statement: str) -> None:
    before = rows(root, "SELECT * FROM history"), rows(root, "SELECT * FROM decisions")
    with closing(raw(root)) as connection, pytest.raises(IntegrityError, match="append-only"):
        connection.execute(statement)
    assert (rows(root, "SELECT * FROM history"), rows(root, "SELECT * FROM decisions")) == before
    assert wrong(root) == []


def test_each_row_names_the_moment_and_the_one_before_it(root: Path) -> None:
    found = rows(root, "SELECT at, prev, hash FROM history ORDER BY id")
    assert [row[0] for row in found] == ["2026-11-25"] + ["2026-11-25T09:41:07"] * 3
    assert [row[1] for row in found] == ["", *(row[2] for row in found[:-1])]


TAMPERED = [
    ("UPDATE history SET who = 'tom' WHERE id = 3", "row 3 of the history"),
    ("UPDATE history SET at = '2026-11-24' WHERE id = 1", "row 1 of the history"),
    ("UPDATE history SET note = 'x', who = who WHERE id = 4", "row 4 of the history"),
    ("DELETE FROM history WHERE id = 2", "rows 2 to 2 of the history are missing"),
    ("DELETE FROM history WHERE id = 4", "has lost its row 4"),  # cut off at the end: the chain itself is whole
    ("UPDATE history SET prev = '' WHERE id = 2", "row 2 of the history"),
    ("UPDATE decisions SET actor = 'tom', \"by\" = 'tom' WHERE id = 1", "does not say what its row 2"),
    ("UPDATE decisions SET decision = 'dismissed' WHERE id = 2", "its history says “fix”"),
    ("UPDATE decisions SET history = 1 WHERE id = 2", "decision 2"),
]


@pytest.mark.parametrize(("statement", "told"), TAMPERED)
def test_a_tampered_copy_is_found_out(root: Path, statement: str, told: str) -> None:
    with closing(raw(root)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()
    assert any(told in line for line in wrong(root)), wrong(root)


def test_a_forged_row_with_a_fresh_hash_breaks_the_next_one(root: Path) -> None:
    with closing(raw(root)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.row_factory = Row
        forged = {**dict(connection.execute("SELECT * FROM history WHERE id = 1").fetchone()), "what": "Nothing."}
        new = history._hash("", forged)
        connection.execute("UPDATE history SET what = 'Nothing.', hash = ? WHERE id = 1", (new,))
        connection.execute("UPDATE history SET prev = ? WHERE id = 2", (new,))
        connection.commit()
    assert wrong(root) == ["row 2 of the history (drops, 2026-11-25T09:41:07) was changed"]


def test_a_faithful_copy_is_not_accused(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(root / ".workbench", copy / ".workbench")
    assert wrong(copy) == []


def test_six_triggers_guard_history_and_decisions(root: Path) -> None:
    found = rows(root, "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' GROUP BY tbl_name")
    assert found == [("decisions", 3), ("history", 3)]


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
