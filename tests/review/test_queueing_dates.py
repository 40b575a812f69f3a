"""A page that goes live with a last day expires when that day has passed, and not before."""

from __future__ import annotations

from pathlib import Path

import pytest
from postgres import Server
from queue_desk import Desk, quick
from test_queueing_steps import ready

from workbench import queueing


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Server | None) -> Desk:
    quick(monkeypatch)
    monkeypatch.chdir(tmp_path)
    made = Desk(tmp_path)
    text = ready(made)
    made.does("mara", queueing.approve, "calm", "editorial", text)
    made.does("ines", queueing.approve, "calm", "medical", text)
    return made


def live(desk: Desk, until: str = "") -> None:
    desk.does("mara", queueing.go_live, "calm", desk.text("calm"), "https://news.example/calm", until)


def shown(desk: Desk, hours: float) -> str:
    desk.later(hours)
    return next(line for line in desk.shows("calm").splitlines() if line.startswith("Page "))


def test_it_expires_the_day_after_its_last_one(desk: Desk) -> None:
    live(desk, "2026-11-26")
    assert "Published" in shown(desk, 24)
    assert "Expired" in shown(desk, 24)
    assert "It was to be reviewed by 2026-11-26." in desk.shows("calm")
    desk.does("mara", queueing.start, "calm")


def test_without_a_last_day_it_stands(desk: Desk) -> None:
    live(desk)
    assert "Published" in shown(desk, 24 * 400)


def test_a_page_on_hold_is_expired_once_it_is_put_back(desk: Desk) -> None:
    live(desk, "2026-11-26")
    desk.does("mara", queueing.hold, "calm", "A reader asks.")
    assert "On hold" in shown(desk, 72)
    desk.does("mara", queueing.put_back, "calm")
    desk.does("ines", queueing.put_back, "calm", "agree")
    assert "Expired" in shown(desk, 1)


@pytest.mark.parametrize(("until", "said"), [("2026-11-24", "has passed"), ("soon", "--until")])
def test_a_last_day_that_is_none_is_refused(desk: Desk, until: str, said: str) -> None:
    text = desk.text("calm")
    assert said in desk.refused("mara", queueing.go_live, "calm", text, "", until)
    assert "Published" not in desk.shows("calm").split("Text")[0].split("Page")[1]
