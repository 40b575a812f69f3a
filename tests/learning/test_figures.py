"""Figures of the lessons: exact numbers, and nothing drawn that a table does not say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.learning import figures


def test_a_percentage_that_no_count_gives_is_said_not_to_fit() -> None:
    made = figures.percent_line("91.3", range(20, 41), 38)
    shown = made["frames"][made["start"]]
    assert shown["at"] == "38"
    assert not shown["draw"]["fits"]
    assert ["34 of 38", "89.5%", "no"] in shown["table"]["rows"]


def test_the_same_percentage_fits_another_group() -> None:
    made = figures.percent_line("91.3", range(20, 41), 23)
    assert made["frames"][made["start"]]["draw"]["fits"]


def test_a_mean_beside_its_neighbours() -> None:
    made = figures.mean_line("3.47", range(10, 31), 20)
    assert "3.45" in made["frames"][made["start"]]["caption"]
    assert not made["frames"][made["start"]]["draw"]["fits"]


def test_risk_in_people() -> None:
    made = figures.risk_icons(50, (20,), event="stroke")
    assert made["frames"][0]["caption"].startswith("20 of 1000 become 10 of 1000: 10 fewer. 100 people")


def test_no_gain_needs_no_number() -> None:
    assert figures.needed(20, 20, 1000) is None
    assert "Nobody gains" in figures.risk_icons(0, (20,), "stroke")["frames"][0]["caption"]


def test_the_number_needed_is_rounded_up() -> None:
    assert figures.needed(20, 17, 1000) == 334


@given(control=st.integers(0, 1000), reduction=st.integers(0, 100))
def test_a_treated_group_never_has_more_events(control: int, reduction: int) -> None:
    assert 0 <= figures.treated(control, reduction) <= control


def test_overlapping_marks_keep_the_whole_text() -> None:
    drawn = figures.marked("One two three", [(0, 7, "found"), (4, 13, "held"), (9, 9, "found")])
    assert "".join(part["text"] for part in drawn["parts"]) == "One two three"
    assert [part["kind"] for part in drawn["parts"]] == ["found", ""]


def test_words_that_do_not_stand_in_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="substring"):
        figures.parts("x", "Part", "One two", {"Who": ("three", "?")})


def test_an_empty_figure_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one frame"):
        figures.figure("x", "y", [])


def test_a_bar_below_zero_is_drawn_as_none_and_told_as_it_is() -> None:
    made = figures.bars("x", "y", {"A": {"Grade": -1.2}}, limit=9)
    assert made["frames"][0]["draw"]["bars"][0]["value"] == 0
    assert made["frames"][0]["table"]["rows"] == [["Grade", "-1.2"]]
