"""A sitting at the practice screen, as the kernel sees it: what is sent when, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.lessons import practising
from workbench.widgets.practice import PracticeWidget

TEXT = "🙂 Moss tea is a miracle cure for snoring. Of 38 people, 91.3% liked it."
PASSAGE = f"""title = "Moss tea"
skill = "numbers"
by = "us"
text = "{TEXT}"
[[problem]]
text = "91.3%"
kind = "number"
title = "SECRET title"
explanation = "SECRET words."
"""
BARE = 'title = "Bare"\nskill = "doses"\ntext = "Fog tea is a miracle cure."\n'


@pytest.fixture
def room(tmp_path: Path) -> Path:
    folder = tmp_path / "passages"
    folder.mkdir()
    (folder / "moss.toml").write_text(PASSAGE, encoding="utf-8")
    return tmp_path


def opened(room: Path, id_: str = "moss") -> PracticeWidget:
    screen = practising.practice(folder=room / "passages", marks=room)
    screen._receive(screen, {"type": "turn", "set": 0, "passage": id_}, [])
    return screen


def step(screen: PracticeWidget, **more: Any) -> str:
    step.count += 1  # type: ignore[attr-defined]
    told = {"request": f"request-{step.count}", "passage": "moss", **more}  # type: ignore[attr-defined]
    screen._receive(screen, told, [])
    return str(screen.status["text"])


step.count = 0  # type: ignore[attr-defined]


def mark(screen: PracticeWidget, words: str, **more: Any) -> str:
    at = TEXT.index(words)
    place = {"block": 0, "at": at, "to_block": 0, "to": at + len(words)}
    return step(screen, **{"type": "mark", "id": "mark-0001", "kind": "number", "reason": "Why?", **place, **more})


def told(screen: PracticeWidget) -> str:
    return json.dumps([screen.frame, screen.passage, screen.skills, screen.checked, screen.status])


def test_nothing_of_answer_or_checks_is_sent_before_the_comparison(room: Path) -> None:
    screen = opened(room)
    mark(screen, "91.3%")
    assert "SECRET" not in told(screen) and "evidence" not in told(screen)
    step(screen, type="compare", seconds=3)
    assert "SECRET" in told(screen) and screen.passage["head"] == "You found 1 of 1 problem"
    (row,) = screen.passage["rows"]
    assert row["evidence"]["kind"] == "percent-of-n"
    assert "no clinician has reviewed it" in screen.passage["sub"]


def test_a_mark_outlives_the_kernel_and_counts_characters_not_units(room: Path) -> None:
    mark(opened(room), "miracle cure", kind="promise")
    (row,) = opened(room).passage["rows"]
    assert (row["text"], row["kind"]) == ("miracle cure", "promise")


@pytest.mark.parametrize(
    "more",
    [
        {"at": 70, "to": 90}, {"block": 4, "to_block": 4}, {"to_block": 9}, {"reason": "  "}, {"kind": "mood"},
        {"id": "../../x"}, {"passage": "nobody"}, {"to": -1}, {"more": 1},
    ],
)  # fmt: skip
def test_a_mark_that_does_not_hold_is_refused(room: Path, more: dict[str, Any]) -> None:
    screen = opened(room)
    mark(screen, "91.3%", **more)
    assert screen.status["kind"] == "alert" and screen.passage["rows"] == []
    assert not (room / "my-marks.json").exists()


def test_what_was_compared_is_not_marked_any_more(room: Path) -> None:
    screen = opened(room)
    step(screen, type="compare")
    assert "stand as they were" in mark(screen, "91.3%")
    assert "stand as they were" in step(screen, type="unmark", id="mark-0001")
    assert screen.passage["head"] == "You found 0 of 1 problem"


def test_a_request_that_is_sent_again_is_done_once(room: Path) -> None:
    screen = opened(room)
    same = {"request": "request-again", "type": "unmark", "id": "mark-0001"}
    mark(screen, "91.3%")
    step(screen, **same)
    mark(screen, "91.3%")
    step(screen, **same)
    assert len(screen.passage["rows"]) == 1


def test_question_and_rewrite_wait_for_the_comparison_and_are_kept(room: Path) -> None:
    screen = opened(room)
    assert step(screen, type="disagree", about="SECRET title", text="Why?") == "Compare first."
    assert step(screen, type="rewrite", text="Plain.") == "Compare first."
    step(screen, type="compare")
    assert "nothing is sent from here" in step(screen, type="disagree", about="SECRET title", text="Why?")
    assert "still find" in step(screen, type="rewrite", text="It is a miracle cure.")
    again = opened(room).passage
    assert (again["step"], again["rewrite"]) == ("rewrite", "It is a miracle cure.")
    assert again["questions"] == [{"about": "SECRET title", "text": "Why?"}]


def test_a_passage_without_answer_shows_the_checks_unreviewed(room: Path) -> None:
    (room / "passages" / "bare.toml").write_text(BARE, encoding="utf-8")
    screen = opened(room, "bare")
    step(screen, type="compare", passage="bare")
    assert "unreviewed" in screen.passage["sub"] and screen.passage["rows"][0]["what"] == "missed"


def test_an_answer_that_cannot_be_opened_keeps_the_marks(room: Path) -> None:
    mark(opened(room), "91.3%")
    (room / "passages" / "moss.toml").write_text(PASSAGE.replace('kind = "number"', 'kind = "mood"'), encoding="utf-8")
    screen = opened(room)
    assert step(screen, type="compare") == "The reviewed answer could not be opened. Your marks are kept."
    assert len(screen.passage["rows"]) == 1 and "moss.toml" in screen.passage["trouble"]


def test_words_of_a_mark_that_went_are_told_and_kept(room: Path) -> None:
    mark(opened(room), "miracle cure")
    path = room / "passages" / "moss.toml"
    path.write_text(PASSAGE.replace("miracle cure", "wonder"), encoding="utf-8")
    screen = opened(room)
    assert screen.passage["strays"] == ["miracle cure"] and screen.passage["rows"] == []
    assert "miracle cure" in (room / "my-marks.json").read_text(encoding="utf-8")


def test_no_passages_say_so(tmp_path: Path) -> None:
    screen = practising.practice(folder=tmp_path, marks=tmp_path)
    assert screen.frame["error"] == "There are no passages here yet."
    screen._receive(screen, {"type": "turn", "set": 3, "passage": "x"}, [])
    assert screen.frame["error"]
