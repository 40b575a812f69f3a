"""The corpus overview and the list of checks, as their kernels put them together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("anywidget", reason="NOT TESTED: the screens need workbench[notebook]")

from msgspec.structs import replace
from speak import article, content

from workbench.consistency.reading import told as told_by
from workbench.review import Person, held, told_of
from workbench.review.connection import writing
from workbench.serve import checks_page, corpus_page, intake
from workbench.serve.intake import Room
from workbench.widgets.corpus_payload import COLUMNS

SIX = "# Ketamine for depression\n\nA course of six sessions is usual.\n"
EIGHT = "# What ketamine infusions cost in depression\n\nYou will have eight sessions of ketamine.\n"
LIBRARY = {"source": "Label of Velodrin", "place": "section 2", "version": "v18", "expires": "2027-11-25"}


@pytest.fixture
def told(room: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """The room as the kernel finds it, with this process left as it was afterwards."""
    for name, value in room.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.syspath_prepend("")
    return room


@pytest.fixture
def apart(told: Room) -> Room:
    """The same with two articles that disagree."""
    for name, text in {"six": SIX, "eight": EIGHT}.items():
        (Path(told.root) / "articles" / f"{name}.md").write_text(text)
    every = intake.content_of(told)
    with intake.open_store(told, every) as store:
        intake.take_in(told, store, every)
        values = {
            name: told_by(article(text, ".md", "US"), content()) for name, text in (("six", SIX), ("eight", EIGHT))
        }
        with writing(store._engine) as connection:
            told_of.write(connection, values)
    return told


def as_person(monkeypatch: pytest.MonkeyPatch, room: Room, person: Person) -> None:
    for name, value in replace(room, person=person).environment().items():
        monkeypatch.setenv(name, value)


def rows(shown: Any) -> dict[str, dict[str, Any]]:
    return {row[0]: dict(zip(COLUMNS, row, strict=True)) for row in shown.table["rows"]}


def send(shown: Any, **message: Any) -> dict[str, Any]:
    """What the widget answers; `status` says what was told."""
    answers: list[dict[str, Any]] = []
    shown.send = lambda given, *_: answers.append(given)
    shown._receive(None, message, [])
    return answers[-1] if answers else {}


def keys(shown: Any) -> list[str]:
    return [row["key"] for row in shown.conflicts["rows"] if not row["kept"]]


def test_nothing_was_checked_yet_and_the_first_numbers_come_when_asked_for(told: Room) -> None:
    shown = corpus_page.corpus()
    assert shown.table == {} and shown.head == {}
    send(shown, type="refresh")
    assert set(rows(shown)) == {"bold", "calm"} and rows(shown)["bold"]["counts"]["marketing"] >= 1
    assert rows(shown)["calm"]["counts"] == {} and rows(shown)["calm"]["checked"]
    assert not shown.head["checking"] and shown.head["articles"] == 2
    assert shown.head["lead"].startswith(("One of 2", "None of 2"))
    assert len(shown.trend["runs"]) == 1 and shown.conflicts["rows"] == []


def test_the_last_numbers_stand_at_once_with_their_time(told: Room) -> None:
    send(corpus_page.corpus(), type="refresh")
    (Path(told.root) / "articles" / "new.md").write_text("# New\n\nA new page.\n")
    shown = corpus_page.corpus()
    assert set(rows(shown)) == {"bold", "calm"} and shown.head["checking"] and shown.head["at"]
    send(shown, type="refresh")
    assert set(rows(shown)) == {"bold", "calm", "new"} and not shown.head["checking"]


def test_a_file_that_cannot_be_read_is_listed_and_one_that_is_gone_is_not(told: Room) -> None:
    send(corpus_page.corpus(), type="refresh")
    (Path(told.root) / "articles" / "bold.md").unlink()
    (Path(told.root) / "articles" / "bad.docx").write_bytes(b"no such package")
    shown = corpus_page.corpus()
    send(shown, type="refresh")
    assert "bold" not in rows(shown)
    assert [one["path"] for one in shown.head["unread"]] == ["articles/bad.docx"]


def test_a_panel_that_fails_says_so_and_the_others_stand(told: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_page.conflicts, "of", lambda *_: 1 / 0)
    shown = corpus_page.corpus()
    send(shown, type="refresh")
    assert "other parts stand" in shown.conflicts["error"] and shown.conflicts["details"].startswith(
        "ZeroDivisionError"
    )
    assert set(rows(shown)) == {"bold", "calm"} and rows(shown)["bold"]["conflicts"] is None
    assert "checks" in shown.trust and "runs" in shown.trend


def test_a_queue_that_cannot_be_used_is_a_sentence_on_both_screens(told: Room) -> None:
    (Path(told.root) / ".workbench").mkdir()
    (Path(told.root) / ".workbench" / "queue.sqlite").write_bytes(b"no database at all" * 100)
    assert "is no database" in corpus_page.corpus().frame["error"]
    shown = checks_page.checks()
    assert "is no database" in shown.checks["error"]
    send(shown, type="refresh")
    assert "Put this right" in shown.status["text"] or shown.status["kind"] == "status"


def test_articles_that_disagree_stand_beside_each_other(apart: Room) -> None:
    shown = corpus_page.corpus()
    (row,) = shown.conflicts["rows"]
    assert {one["article"] for one in row["values"]} == {"six", "eight"}
    assert all(one["text"] in (SIX + EIGHT) and one["state"] == "New" for one in row["values"])
    assert (rows(shown)["six"]["conflicts"], rows(shown)["bold"]["conflicts"]) == (1, 0)


def test_keeping_both_needs_a_reason_and_can_be_opened_again(apart: Room) -> None:
    shown = corpus_page.corpus()
    (key,) = keys(shown)
    assert send(shown, type="keep", key=key, reason=" ", request="keep-0000")["ok"] is False
    assert "reason" in shown.status["text"]
    assert send(shown, type="keep", key=key, reason="Two drugs.", request="keep-0001")["ok"]
    assert shown.conflicts["rows"][0]["kept"]["reason"] == "Two drugs." and rows(shown)["six"]["conflicts"] == 0
    assert send(shown, type="reopen", key=key, request="keep-0002")["ok"] and keys(shown) == [key]


def test_a_writer_is_told_who_can(apart: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    (Path(apart.root) / "workbench.toml").write_text(
        '[newsroom]\ncountry = "US"\n[people.tom]\nname = "Tom"\nroles = ["writer"]\n'
    )
    as_person(monkeypatch, apart, Person("tom", "Tom", "writer"))
    shown = corpus_page.corpus()
    (key,) = keys(shown)
    assert not send(shown, type="keep", key=key, reason="Two drugs.", request="keep-0001")["ok"]
    assert "editor" in shown.status["text"] and keys(shown) == [key]


def test_having_one_changed_puts_a_finding_on_its_words(apart: Room) -> None:
    shown = corpus_page.corpus()
    (key,) = keys(shown)
    change = {"type": "change", "key": key, "note": "The other page says six."}
    assert send(shown, **change, article="eight", request="change-01")["ok"]
    assert "Added" in shown.status["text"]
    assert rows(shown)["eight"]["counts"]["added by hand"] == 1
    assert not send(shown, **change, article="calm", request="change-02")["ok"]
    assert not send(shown, **{**change, "key": "gone"}, article="six", request="change-03")["ok"]
    assert "not there any more" in shown.status["text"]


def test_the_librarys_value_is_set_by_who_may_confirm_such_a_claim(
    apart: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, table = corpus_page.corpus(), Path(apart.root) / "claims" / "library.csv"
    (key,) = keys(shown)
    wanted = {"type": "library", "key": key, **LIBRARY}
    assert not send(shown, **wanted, article="eight", request="library-1")["ok"]
    assert "No claim was read at these words" in shown.status["text"]
    assert not send(shown, **wanted, article="six", request="library-2")["ok"]
    assert "medical reviewer" in shown.status["text"] and not table.exists()
    (Path(apart.root) / "workbench.toml").write_text(
        '[newsroom]\ncountry = "US"\n[people.ines]\nname = "Ines"\nroles = ["medical reviewer"]\n'
    )
    as_person(monkeypatch, apart, Person("ines", "Ines", "medical reviewer"))
    shown = corpus_page.corpus()
    assert send(shown, **wanted, article="six", request="library-3")["ok"], shown.status
    assert "A course of six sessions is usual." in table.read_text() and "section 2" in table.read_text()
    assert keys(shown) == [] and shown.conflicts["rows"][0]["kept"]["state"] == "settled"


def test_the_checks_with_what_is_found_here_and_what_people_decided(told: Room) -> None:
    every = intake.content_of(told)
    with intake.open_store(told, every) as store:
        intake.take_in(told, store, every)
        found = next(one for one in store.article("bold")["findings"] if not one["held_back"])
        store.decide("bold", found["fingerprint"], "fix", told.person or Person("x", "X"))
    shown = checks_page.checks()
    row = next(row for row in shown.checks["rows"] if row["id"] == found["check"])
    assert row["found"] >= 1 and (row["right"]["right"], row["right"]["of"]) == (1, 1)
    assert row["right"]["low"] < 0.05 and row["right"]["high"] == 1  # one of one says next to nothing
    assert "people decided about findings of 1" in shown.checks["lead"]
    assert {row["id"] for row in shown.checks["rows"]} == {check.id for check in every.checks}


def test_choosing_a_check_sends_its_words_and_an_unknown_one_is_told(told: Room) -> None:
    shown = checks_page.checks()
    words = send(shown, type="show", id="miracle-cure")
    assert words["type"] == "shown" and words["why"] and words["sources"] and words["examples"]
    assert "{" not in words["message"]
    assert send(shown, type="show", id="no-such-check") == {} and "not there any more" in shown.status["text"]


def test_an_editor_proposes_and_takes_back_and_an_admin_alone_retires(told: Room) -> None:
    shown = checks_page.checks()
    propose = {"type": "propose", "id": "miracle-cure", "severity": "note", "reason": "Songs."}
    assert send(shown, **propose, action="propose", request="propose-1")["ok"]
    row = next(row for row in shown.checks["rows"] if row["id"] == "miracle-cure")
    assert (row["state"], row["said"]["severity"], row["said"]["reason"]) == ("change proposed", "note", "Songs.")
    assert not send(shown, **{**propose, "severity": "retire"}, action="retire", request="propose-2")["ok"]
    assert "admin" in shown.status["text"]
    assert not send(shown, **{**propose, "id": "no-check"}, action="propose", request="propose-3")["ok"]
    undo = {"type": "propose", "id": "miracle-cure", "action": "undo", "request": "propose-4"}
    assert send(shown, **undo)["ok"]
    row = next(row for row in shown.checks["rows"] if row["id"] == "miracle-cure")
    assert row["state"] == "in use"


def test_held_back_matches_get_their_verdict_once(told: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "ONE_IN", 1)
    (Path(told.root) / "articles" / "denied.md").write_text("# Tea\n\nThere is no miracle cure for snoring.\n")
    every = intake.content_of(told)
    with intake.open_store(told, every) as store:
        intake.take_in(told, store, every)
    shown = checks_page.checks()
    one = next(row for row in shown.matches["rows"] if row["article"] == "denied" and row["text"] == "miracle cure")
    assert one["state"] == "held back" and one["before"].endswith("no ")
    place = {"type": "verdict", "article": "denied", "fingerprint": one["fingerprint"]}
    assert send(shown, **place, verdict="counts", request="verdict-1")["ok"]
    assert not send(shown, **place, verdict="harmless", request="verdict-2")["ok"]
    state = next(row["state"] for row in shown.matches["rows"] if row["fingerprint"] == one["fingerprint"])
    assert state == "should count" and sum(number for _, number in shown.checks["missed"]) == 1
    assert send(shown, **place, verdict="undo", request="verdict-3")["ok"] and shown.checks["missed"] == []
