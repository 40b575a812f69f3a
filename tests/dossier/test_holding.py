"""A complaint holds the records of its page, open or closed; the database refuses to purge what people said."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import MARA, changed, did, everything, opened, seen, url_of
from story import WORDS, told

from workbench.review import holding
from workbench.review.connection import connect, reading
from workbench.review.moves import Refused

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, database: object) -> Path:
    place = tmp_path_factory.mktemp("story")
    told(place)
    return place


@pytest.mark.parametrize("table", ["history", "decisions", "steps", "messages"])
@pytest.mark.parametrize("attempt", ["DELETE FROM {}", "DELETE FROM {} WHERE article = 'drops'",
                                     "UPDATE {} SET article = 'other' WHERE article = 'drops'"])  # fmt: skip
def test_what_people_said_cannot_be_purged(root: Path, table: str, attempt: str) -> None:
    before = everything(root)
    with pytest.raises(Exception, match="append-only"):
        changed(root, attempt.format(table))
    assert everything(root) == before


def test_the_article_itself_cannot_go_either(root: Path) -> None:
    before = everything(root)
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        changed(root, "DELETE FROM articles WHERE name = 'drops'")
    assert everything(root) == before


def held(root: Path, name: str) -> tuple[str, ...]:
    engine = connect(url_of(root), root)
    try:
        with reading(engine) as connection:
            keys = holding.held_by(connection, name)
            if keys:
                with pytest.raises(Refused, match=f"“{name}” are held by complaint.*; nobody can purge them"):
                    holding.must_not_be_held(connection, name)
            else:
                holding.must_not_be_held(connection, name)
            return keys
    finally:
        engine.dispose()


def test_a_closed_complaint_still_holds(root: Path) -> None:
    assert held(root, "drops") == ("c-1",)


def test_a_page_that_only_says_the_same_is_not_held_by_it(root: Path) -> None:
    assert held(root, "other") == ()
    assert held(root, "nothing") == ()


def test_an_open_complaint_holds_and_several_are_named(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record([seen("Velodrin heals.\n")], at="2026-11-25T08:00:00+00:00")
        assert held(tmp_path, "drops") == ()
        for key in ("b", "a"):
            assert did(store, "complaint", "receive", MARA, key=key, given=WORDS).ok
    assert held(tmp_path, "drops") == ("a", "b")
