from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("anywidget", reason="NOT TESTED: the screens need workbench[notebook]")

from workbench.serve import dashboard as screen
from workbench.serve.intake import Room


@pytest.fixture
def told(room: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """The room as the kernel finds it, with this process left as it was afterwards."""
    for name, value in room.environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.syspath_prepend("")
    return room


def test_the_screen_shows_the_articles_of_the_room(told):
    shown = screen.dashboard()
    assert {row["name"] for row in shown.queue.queue["rows"]} == {"bold", "calm"}
    assert shown.queue.queue["person"] == {"id": "mara", "name": "Mara", "role": "editor"}
    assert shown.queue.queue["as_of"] == "2026-11-25"


def test_nothing_is_imported_from_the_newsroom(told):
    import sys

    screen.dashboard()
    assert "" not in sys.path and Path.cwd() == Path(told.folder)


def test_a_queue_that_cannot_be_used_is_a_sentence_on_the_screen(told):
    (Path(told.root) / ".workbench").mkdir()
    (Path(told.root) / ".workbench" / "queue.sqlite").write_bytes(b"no database at all" * 100)
    shown = screen.dashboard()
    assert "is no database" in shown.queue["error"]


def test_a_bug_is_told_on_the_screen_and_spelled_out_in_the_terminal(told, monkeypatch, capfd):
    monkeypatch.setattr(screen.intake, "content_of", lambda room: 1 / 0)
    monkeypatch.setattr(screen.sys, "__stderr__", os.fdopen(os.dup(2), "w"))
    shown = screen.dashboard()
    screen.sys.__stderr__.close()
    assert "ZeroDivisionError" in shown.queue["error"] and "decisions are safe" in shown.queue["error"]
    assert "1 / 0" in capfd.readouterr().err


def test_a_decision_is_exported_and_carries_its_moment(told):
    desk = screen.Desk(told)
    desk.refresh()
    desk.begin("bold", told.person)
    finding = next(found for found in desk.article("bold")["findings"] if not found["held_back"])
    outcome = desk.decide(
        "bold", finding["fingerprint"], "dismiss", told.person, "wrong reading", request="one-and-only"
    )
    assert outcome.ok
    assert desk.states("bold")[finding["fingerprint"]]["state"] == "dismissed"
    assert finding["fingerprint"] in (Path(told.root) / "claims" / "decisions.csv").read_text()
    moments = _moments(told)
    assert len(moments) >= 3 and all("T" in moment for moment in moments)


def _moments(room: Room) -> list[str]:
    import sqlite3

    with sqlite3.connect(Path(room.root) / ".workbench" / "queue.sqlite") as database:
        (table,) = [
            name
            for (name,) in database.execute("select name from sqlite_master where type='table'")
            if name == "history"
        ]
        found = [moment for (moment,) in database.execute(f"select at from {table}")]
    database.close()
    return found


def test_two_sittings_do_not_undo_each_other(told):
    first, second = screen.Desk(told), screen.Desk(told)
    first.refresh()
    finding = next(found for found in first.article("bold")["findings"] if not found["held_back"])
    first.decide("bold", finding["fingerprint"], "dismiss", told.person, "wrong reading", request="first-request")
    other = next(found for found in first.article("bold")["findings"] if found["fingerprint"] != finding["fingerprint"])
    assert not second.decide("bold", other["fingerprint"], "undo", told.person, request="second-request").ok
    assert first.states("bold")[finding["fingerprint"]]["state"] == "dismissed"


def test_who_may_only_read_sees_everything_begins_nothing_and_decides_nothing(told):
    with (Path(told.root) / "workbench.toml").open("a") as file:
        file.write('[people.ines]\nname = "Ines Calder"\nroles = ["admin"]\n')
    desk = screen.Desk(told)
    desk.refresh()
    desk.begin("bold", told.person)
    assert [row["state"] for row in desk.queue() if row["name"] == "bold"] == ["New"]
    finding = next(found for found in desk.article("bold")["findings"] if not found["held_back"])
    outcome = desk.decide("bold", finding["fingerprint"], "fix", told.person, request="first-request")
    assert (outcome.ok, outcome.message, outcome.state) == (
        False, "You can read everything here. To decide, ask Ines Calder to name “mara” under [people].", {},
    )  # fmt: skip
    shown = screen.dashboard()
    assert shown.queue.why == shown.article.why == outcome.message
    assert shown.queue.queue["person"]["role"] == "reader"


def test_whom_nobody_named_gets_a_sentence_instead_of_the_queue(told, monkeypatch):
    from msgspec.structs import replace

    for name, value in replace(told, person=None, header="X-Remote-User").environment().items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("HTTP_X_REMOTE_USER", raising=False)
    assert "the proxy names nobody" in screen.dashboard().queue["error"]
