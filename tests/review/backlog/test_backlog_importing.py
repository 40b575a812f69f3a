"""Imported pages: live and not reviewed, in nobody's queue, until an edit, a wave or a day brings them in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from legacy_desk import AT, Legacies, page
from newsroom import DAY, MARA, TOM
from postgres import Server

from workbench.review.backlog.desk import Moment, Taken
from workbench.review.backlog.plans import Wish


@pytest.fixture
def desk(tmp_path: Path, database: Server | None) -> Iterator[Legacies]:
    made = Legacies(tmp_path)
    with made.store:
        yield made
    made.store.close()


def test_an_imported_page_is_live_and_in_no_review(desk: Legacies) -> None:
    assert desk.take(page("a"), page("b", "Nothing here.\n")) == Taken(new=2)
    assert desk.states() == {"a": ("none", "inherited"), "b": ("none", "inherited")}
    text_hash = sha256(b"It is a cure.\n").hexdigest()
    ((stored),) = desk.rows("SELECT live_hash, live_address, live_since, written FROM articles WHERE name = 'a'")
    assert stored == (text_hash, "https://news.example/a", "2020-01-02", AT)
    assert desk.rows("SELECT state, severity FROM findings") == [("open", "error")]
    assert desk.catalogue.count() == 2


def test_the_queue_shows_it_only_when_asked(desk: Legacies) -> None:
    desk.take(page("a"))
    desk.store.record([page("draft")], at=AT)
    assert [row["name"] for row in desk.store.queue()] == ["draft"]
    shown = desk.store.queue(inherited=True)
    assert sorted((row["name"], row["state"]) for row in shown) == [("a", "Inherited"), ("draft", "New")]
    assert desk.store.queue(first=1, inherited=False)[0]["name"] == "draft"


def test_the_history_says_who_imported_it(desk: Legacies) -> None:
    desk.take(page("a"))
    query = "SELECT event, who, subject, before, after, text_hash != '' FROM history WHERE event = 'import'"
    assert [tuple(map(str, row[:5])) for row in desk.rows(query)] == [("import", "ada", "live", "none", "inherited")]
    assert desk.store.verify() == []


def test_the_same_import_again_changes_nothing(desk: Legacies) -> None:
    desk.take(page("a"), page("b"))
    before, trail = desk.rows("SELECT * FROM articles ORDER BY name"), desk.trail()
    assert desk.take(page("a"), page("b"), at="2026-11-25T11:00:00+00:00") == Taken(same=2)
    assert (desk.rows("SELECT * FROM articles ORDER BY name"), desk.trail()) == (before, trail)


def test_a_draft_is_not_made_a_page_of_the_site(desk: Legacies) -> None:
    desk.store.record([page("draft")], at=AT)
    trail = desk.trail()
    assert desk.take(page("draft", "Another text.\n"), page("a")) == Taken(new=1, known=("draft",))
    assert desk.states()["draft"] == ("new", "none")
    assert desk.rows("SELECT count(*) FROM revisions WHERE article = 'draft'") == [(1,)]
    assert desk.trail() == trail + 2


@pytest.mark.parametrize("again", ["import", "check"])
def test_an_edited_page_comes_into_review_by_the_tables_own_row(desk: Legacies, again: str) -> None:
    desk.take(page("a"), page("b"))
    edited = page("a", "It is a wonder.\n")
    if again == "import":
        assert desk.take(edited) == Taken(edited=1)
    else:
        desk.store.record([edited], at=AT)
    assert desk.states() == {"a": ("in review", "inherited"), "b": ("none", "inherited")}
    assert desk.rows("SELECT live_hash FROM articles WHERE name = 'a'") == [
        (sha256(b"It is a cure.\n").hexdigest(),)
    ]  # the site still has the old text
    query = "SELECT before, after FROM history WHERE subject = 'work' AND article = 'a'"
    assert desk.rows(query) == [("none", "in review")]
    assert desk.catalogue.count() == 1


def test_a_page_that_is_in_review_stays_there_when_it_is_imported_again(desk: Legacies) -> None:
    desk.take(page("a"))
    desk.enter(Wish("harm"))
    assert desk.take(page("a")) == Taken(same=1)
    assert desk.states() == {"a": ("in review", "inherited")}


def test_what_was_decided_in_the_file_before_stays_decided(desk: Legacies) -> None:
    desk.take(page("a"))
    (found,) = desk.store.article("a")["findings"]
    desk.store.decide("a", found["fingerprint"], "fix", MARA, at=AT)
    assert desk.catalogue.pages()[0].uses == ()
    assert desk.take(page("a")) == Taken(same=1)
    assert desk.rows("SELECT state FROM findings") == [("fix",)]


def test_its_day_comes(desk: Legacies) -> None:
    desk.take(page("a"), page("b"), page("c"))
    who = Moment(MARA, DAY, AT)
    assert desk.catalogue.settle("a", "retire", date(2026, 12, 1), "", who).ok
    assert desk.catalogue.settle("b", "keep", date(2026, 12, 1), "", who).ok
    assert desk.catalogue.settle("b", "merge", date(2026, 12, 9), "a", who).ok  # a later word replaces it
    desk = desk.on(date(2026, 11, 30))
    desk.store.record([], at="2026-11-30T09:00:00+00:00")
    assert {state for state, _ in desk.states().values()} == {"none"}
    desk = desk.on(date(2026, 12, 1))
    desk.store.record([], at="2026-12-01T09:00:00+00:00")
    assert {name: state for name, (state, _) in desk.states().items()} == {"a": "in review", "b": "none", "c": "none"}
    ((what, who_),) = desk.rows("SELECT what, who FROM history WHERE subject = 'work'")
    assert what.startswith("Its day, 1 Dec 2026, has come: retire.") and who_ == "the calendar"
    trail = desk.trail()
    desk.store.record([], at="2026-12-02T09:00:00+00:00")
    assert desk.trail() == trail
    desk = desk.on(date(2026, 12, 9))
    desk.store.record([], at="2026-12-09T09:00:00+00:00")
    assert desk.states()["b"] == ("in review", "inherited") and desk.store.verify() == []


@pytest.mark.parametrize(
    ("name", "what", "day", "into", "why"),
    [
        ("a", "burn", 1, "", "“burn” is nothing that becomes of a page"),
        ("zzz", "keep", 1, "", "“zzz” is no inherited page that waits"),
        ("draft", "keep", 1, "", "“draft” is no inherited page that waits"),
        ("a", "keep", 0, "", "is not ahead"),
        ("a", "merge", 1, "", "and “” is none"),
        ("a", "merge", 1, "a", "and “a” is none"),
        ("a", "merge", 1, "zzz", "and “zzz” is none"),
        ("a", "retire", 1, "b", "Only merging names another article"),
    ],
)
def test_what_cannot_become_of_a_page(desk: Legacies, name: str, what: str, day: int, into: str, why: str) -> None:
    desk.take(page("a"), page("b"))
    desk.store.record([page("draft")], at=AT)
    trail = desk.trail()
    outcome = desk.catalogue.settle(name, what, date(2026, 11, 25 + day), into, Moment(MARA, DAY, AT))
    assert not outcome.ok and why in outcome.message and desk.trail() == trail


def test_a_writer_says_nothing_about_the_rest(desk: Legacies) -> None:
    desk.take(page("a"))
    outcome = desk.catalogue.settle("a", "keep", date(2026, 12, 1), "", Moment(TOM, DAY, AT))
    assert outcome.message == "Only an editor or a medical reviewer can do this; you are here as writer."


def test_two_thousand_pages(desk: Legacies) -> None:
    started = time.monotonic()
    pages = [page(f"s{number % 4}/p{number}", f"It is a cure {number}.\n") for number in range(2000)]
    assert desk.take(*pages) == Taken(new=2000)
    assert desk.catalogue.count() == 2000 and desk.store.queue() == []
    plan = desk.catalogue.plan(Wish("harm"))
    assert (len(plan.lines), plan.findings, plan.decisions) == (2000, 2000, 2000)
    assert desk.store.verify() == []
    assert time.monotonic() - started < 30
