"""The database itself keeps the records of a page that somebody complained about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import newsroom
import pytest
from newsroom import MANY, changed, everything, opened, seen
from story import HEALS, told

pytestmark = pytest.mark.usefixtures("database")

PURGES = [
    "DELETE FROM revisions WHERE article = 'drops' AND number = 1",
    "UPDATE revisions SET text = '' WHERE article = 'drops'",
    "DELETE FROM findings WHERE article = 'drops'",
    "DELETE FROM claims WHERE article = 'drops'",
    "DELETE FROM cases WHERE subject = 'complaint'",
]


@pytest.fixture(scope="module")
def root(database: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("story")
    told(place)
    yield place


@pytest.mark.parametrize("purge", PURGES)
def test_nothing_of_that_page_is_purged(root: Path, purge: str) -> None:
    before = everything(root)
    with pytest.raises(Exception, match="a complaint holds"):
        changed(root, purge)
    assert everything(root) == before


def test_other_pages_and_what_is_worked_out_are_free(root: Path) -> None:
    changed(root, "DELETE FROM findings WHERE article = 'other'")
    changed(root, "UPDATE revisions SET surface = 'x' WHERE article = 'drops'")


@pytest.mark.parametrize("table", ["revisions", "findings", "claims", "cases"])
def test_no_table_is_emptied_at_once(root: Path, table: str) -> None:
    attempt = f"DELETE FROM {table}" if newsroom.SERVER is None else f"TRUNCATE {table} CASCADE"
    with pytest.raises(Exception, match=r"a complaint holds|append-only"):
        changed(root, attempt)


def test_the_checks_go_on(root: Path) -> None:
    with opened(root, rules=MANY) as store:
        store.record([seen(HEALS + "\nNew cure.\n")], date(2026, 11, 30), at="2026-11-30T08:00:00+00:00")
        assert store.verify() == []
