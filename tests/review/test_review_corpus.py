"""The articles at a look, as the corpus overview counts them; on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from newsroom import ADA, INES, MANY, MARA, TOM, changed, did, name_of, opened, seen
from postgres import Server

from workbench.review import Seen, Store, corpus

TEXT = "It is a cure.\nIt is a wonder.\nIt always works.\nThere is no cure.\n"


@pytest.fixture
def store(tmp_path: Path, database: Server | None) -> Iterator[Store]:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(TEXT), seen("Nothing here.\n", "calm"), seen("It is a wonder.\n", "mild")])
        yield store


def lines(store: Store, *present: str) -> dict[str, corpus.Line]:
    with store.reading() as connection:
        return {line.name: line for line in corpus.lines(connection, set(present) or None)}


def broken(item: Seen) -> Seen:
    """The same article, on which a check of dosing broke."""
    first, *others = item.report.findings
    failed = replace(first, category=corpus.FAILED, topic="dosing", severity="note")
    return replace(item, report=replace(item.report, findings=(failed, *others)))


def test_errors_and_warnings_count_by_topic_and_notes_do_not(store: Store) -> None:
    found = lines(store)
    assert list(found) == ["drops", "mild", "calm"]  # the most harmful first
    assert found["drops"].counts == {"marketing": 2} and found["mild"].counts == {"marketing": 1}
    assert found["calm"].counts == {} and found["calm"].checked
    assert found["drops"].risk > found["mild"].risk > found["calm"].risk


def test_what_is_decided_counts_no_more_and_what_is_held_back_never_did(store: Store) -> None:
    store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
    assert lines(store)["drops"].counts == {"marketing": 1}
    store.record([seen("There is no cure.\n")])
    assert lines(store)["drops"].counts == {}


def test_a_check_that_broke_is_no_finding_and_not_nothing(store: Store) -> None:
    store.record([broken(seen("It is a cure.\nIt is a wonder.\n", "odd"))])
    line = lines(store)["odd"]
    assert line.counts == {"marketing": 1} and line.failed == {"dosing": 1}


def test_only_what_is_there_and_nothing_for_nothing(store: Store) -> None:
    assert list(lines(store, "mild")) == ["mild"]
    assert lines(store, "elsewhere") == {}


def test_states_are_told_in_words_and_inherited_pages_are_known(store: Store, tmp_path: Path) -> None:
    changed(tmp_path, "UPDATE articles SET state = 'none', live = 'inherited' WHERE name = 'calm'")
    changed(tmp_path, "UPDATE articles SET state = 'none', live = 'expired' WHERE name = 'mild'")
    found = lines(store)
    assert (found["calm"].state, found["calm"].inherited, found["calm"].live) == ("Inherited", True, True)
    assert (found["mild"].state, found["mild"].inherited, found["mild"].live) == ("Expired", False, True)
    assert (found["drops"].state, found["drops"].live) == ("New", False)


def test_an_article_that_was_never_read_stands_last_and_is_not_checked(store: Store, tmp_path: Path) -> None:
    changed(tmp_path, "INSERT INTO articles (name) VALUES ('a-known-by-decisions-only')")
    found = lines(store)
    last = found["a-known-by-decisions-only"]
    assert list(found)[-1] == last.name and not last.checked
    assert (last.state, last.title) == ("Not checked", last.name)


def test_what_a_check_has_in_the_texts_as_they_stand(store: Store) -> None:
    with store.reading() as connection:
        found = corpus.by_check(connection)
    assert (found["no-cure"].found, found["no-cure"].held) == (1, 1)
    assert (found["no-wonder"].found, found["no-wonder"].held) == (2, 0)
    store.record([seen("Nothing.\n")])
    with store.reading() as connection:
        assert set(corpus.by_check(connection)) == {"no-wonder"}


def test_the_newest_step_about_a_check_is_told(store: Store) -> None:
    given = {"measured": "right 1 of 9", "severity": "note"}
    assert did(store, "check", "propose", MARA, key="no-cure", article=None, reason="Too loud.", given=given).ok
    refused = did(store, "check", "retire", INES, key="no-cure", article=None, reason="No.", given=given)
    assert not refused.ok and "admin" in refused.message
    assert not did(store, "check", "propose", TOM, key="no-cure", article=None, reason="No.", given=given).ok
    with store.reading() as connection:
        said = corpus.proposals(connection)["no-cure"]
    assert (said["state"], said["by_name"], said["reason"]) == ("change proposed", "Mara Olsen", "Too loud.")
    assert said["given"]["severity"] == "note"
    assert did(store, "check", "retire", ADA, key="no-cure", article=None, reason="Yes.", given=given).ok
    with store.reading() as connection:
        assert corpus.proposals(connection)["no-cure"]["state"] == "retired"
