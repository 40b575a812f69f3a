"""The audit: whatever is changed, taken out or put elsewhere in one row of a ledger is found, column by column."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import combinations
from pathlib import Path
from sqlite3 import connect

import newsroom
import pytest
from newsroom import (
    DAY,
    INES,
    JON,
    MANY,
    MARA,
    TOM,
    changed,
    did,
    name_of,
    opened,
    rewritten,
    rows,
    seen,
    text_hash,
    url_of,
)
from sqlalchemy import Connection, create_engine

from workbench.review import connection, history, tables
from workbench.review.talking import Message

LEDGERS = ("history", "decisions", "steps", "messages")
CELLS = [(table, column.name) for table in LEDGERS for column in tables.metadata.tables[table].c]
TEXT = "It is a cure.\nIt is a wonder.\nIt always works.\n"


def a_week(root: Path) -> None:
    """Rows in every ledger, of every kind that differs in its columns."""
    at = "2026-11-25T12:00:00+00:00"
    with opened(root, rules=MANY) as store:
        store.record([seen(TEXT, authors=("tom",))])
        store.begin("drops", MARA, at)
        cure, wonder = name_of(store, "cure"), name_of(store, "wonder")
        until = date(2027, 1, 31)
        for outcome in (
            store.decide("drops", cure, "dismiss", MARA, "agreed exception", at=at, request="r1"),
            store.decide("drops", cure, "agree", INES, at=at),
            store.decide("drops", wonder, "accept", MARA, "rare", until=until, fact="f1", at=at),
            store.decide("drops", "", "undo", MARA, at=at),
            store.decide("drops", wonder, "fix", MARA, note="Please.", at=at),
            store.decide("drops", wonder, "contest", TOM, "so it is", source="Label", at=at),
            did(store, "work", "approve medical", INES, at, text_hash=text_hash(store), request="r2", note="Read."),
            did(store, "work", "withdraw approval", INES, at, reason="A doubt."),
            did(store, "notice", "warn", MARA, at, given={"notice": "Call us."}),
            did(store, "notice", "agree", JON, at),
            did(store, "fact", "suggest", MARA, at, key="f1", article=None, given={"source": "Label"}, until=until),
            store.send(Message(article="drops", person=MARA, text="A word.", on=DAY, at=at, request="r3")),
            store.send(Message(article="drops", person=TOM, text="Another.", on=DAY, at=at, fingerprint=wonder)),
        ):
            assert outcome.ok, outcome.message
        store.record([seen(TEXT + "More.\n", authors=("tom",))])
        assert store.verify() == []


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    newsroom.SERVER = None
    root = tmp_path_factory.mktemp("week")
    a_week(root)
    return root


@pytest.fixture
def root(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template / ".workbench", tmp_path / ".workbench")
    return tmp_path


def wrong(root: Path) -> list[str]:
    engine = connection.connect(url_of(root), root)
    with connection.reading(engine) as there:
        found = history.verify(there)
    engine.dispose()
    return found


def tampered(root: Path, *statements: str) -> None:
    """With no trigger, key or list in the way."""
    with closing(connect(root / ".workbench/queue.sqlite")) as there, there:
        there.execute("PRAGMA ignore_check_constraints = ON")
        for (name,) in there.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            there.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            there.execute(statement)


@pytest.fixture(scope="module")
def loose(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The same week without a trigger, key or list in the way; each test takes back what it does."""
    root = tmp_path_factory.mktemp("loose")
    shutil.copytree(template / ".workbench", root / ".workbench")
    tampered(root)
    engine = create_engine(f"sqlite:///{root}/.workbench/queue.sqlite")
    with engine.connect() as there:
        there.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        assert history.verify(there) == []
        yield there
    engine.dispose()


def is_found(there: Connection, *statements: str) -> bool:
    """Whether the audit misses or finds it; it is taken back."""
    for statement in statements:
        there.exec_driver_sql(statement)
    found = history.verify(there)
    there.rollback()
    return bool(found)


def ids(there: Connection, table: str) -> list[int]:
    return [int(number) for number in there.exec_driver_sql(f"SELECT id FROM {table} ORDER BY id").scalars()]


@pytest.mark.parametrize(("table", "column"), CELLS, ids=str)
def test_another_word_in_any_column_of_any_row_is_found(loose: Connection, table: str, column: str) -> None:
    for number in ids(loose, table):
        value = loose.exec_driver_sql(f'SELECT "{column}" FROM {table} WHERE id = {number}').scalar()
        counted = isinstance(value, int) or column in ("ends", "history")
        new = str(int(value or 0) + 77) if counted else f"'{value or ''}x'"
        if column in ("roles", "given"):
            new = """'{"a": "b"}'"""
        assert is_found(loose, f'UPDATE {table} SET "{column}" = {new} WHERE id = {number}'), number


@pytest.mark.parametrize("table", LEDGERS)
def test_a_row_that_is_taken_out_is_found_wherever_it_stood(loose: Connection, table: str) -> None:
    for number in ids(loose, table):
        assert is_found(loose, f"DELETE FROM {table} WHERE id = {number}"), number


@pytest.mark.parametrize("table", LEDGERS)
def test_two_rows_that_change_places_are_found(loose: Connection, table: str) -> None:
    for first, second in combinations(ids(loose, table), 2):
        moved = ((first, -1), (second, first), (-1, second))
        assert is_found(loose, *(f"UPDATE {table} SET id = {new} WHERE id = {old}" for old, new in moved)), first


def test_a_row_that_is_as_it_was_is_not(loose: Connection) -> None:
    for table in LEDGERS:
        columns = ", ".join(f'"{column.name}" = "{column.name}"' for column in tables.metadata.tables[table].c)
        assert not is_found(loose, f"UPDATE {table} SET {columns}")


@pytest.mark.parametrize("table", ["decisions", "steps", "messages"])
def test_two_rows_that_exchange_their_rows_of_the_history_are_found(root: Path, table: str) -> None:
    (a, one), (b, two) = rows(root, f"SELECT id, history FROM {table} ORDER BY id LIMIT 2")
    moved = ((a, -1), (b, one), (a, two))
    tampered(root, *(f"UPDATE {table} SET history = {number} WHERE id = {row}" for row, number in moved))
    assert len(wrong(root)) == 2


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE history_end SET number = number - 1", "the history ends with row"),
        ("UPDATE history_end SET hash = 'x'", "the history ends with row"),
        ("DELETE FROM history_end", "not with row that nobody knows"),
        ("DELETE FROM history WHERE id = (SELECT max(id) FROM history)", "the history ends with row"),
        ("DELETE FROM messages", "tells is gone"),
        ("INSERT INTO messages SELECT 99, article, fingerprint, by, by_name, 'Forged.', \"on\", at, NULL, history + 1 "
         "FROM messages WHERE id = 2", "message 99"),
    ],
)  # fmt: skip
def test_what_is_cut_off_or_added_is_told(root: Path, statement: str, told: str) -> None:
    tampered(root, statement)
    assert any(told in line for line in wrong(root)), wrong(root)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET title = 'Pills'",  # not of the ledgers
        "UPDATE history SET who = who",
        "DELETE FROM messages WHERE id = 99",
        "UPDATE steps SET given = json(given)",
    ],
)
def test_what_changes_nothing_that_was_told_accuses_nobody(root: Path, statement: str) -> None:
    tampered(root, statement)
    assert wrong(root) == []


@pytest.mark.usefixtures("database")
def test_both_databases_refuse_it_and_find_it_where_it_was_done_all_the_same(tmp_path: Path) -> None:
    a_week(tmp_path)
    found = wrong(tmp_path)
    assert found == []
    for statement in (
        "UPDATE decisions SET until = '2027-02-28' WHERE id = 3",
        "UPDATE decisions SET \"by\" = 'jon' WHERE id = 1",
        "UPDATE decisions SET sample = NOT sample WHERE id = 2",
        "UPDATE steps SET second = 'tom' WHERE id = 1",
        'UPDATE steps SET given = \'{"notice": "Call nobody."}\' WHERE id = 3',
        "UPDATE messages SET by_name = 'Tom' WHERE id = 1",
        "UPDATE history SET tool_version = '9.9' WHERE id = 5",
        "DELETE FROM messages WHERE id = 2",
    ):
        changed_or_not(tmp_path, statement)
        assert wrong(tmp_path) == found
        rewritten(tmp_path, statement)
        before, found = found, wrong(tmp_path)
        assert len(found) > len(before), statement


def changed_or_not(root: Path, statement: str) -> None:
    """Refused while the triggers stand; SQLite's are gone once one row was rewritten."""
    if newsroom.SERVER is not None or rows(root, "SELECT 1 FROM sqlite_master WHERE type = 'trigger'"):
        with pytest.raises(Exception, match="append-only"):
            changed(root, statement)
