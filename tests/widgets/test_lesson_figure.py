"""Figures and exercises of the lessons in a browser: by keyboard, in both themes, with a table beside each drawing."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.learning import figures
from workbench.learning.exercises import choose, number
from workbench.widgets.lesson_figure import ExerciseWidget, FigureWidget


def _shown(figure: dict[str, Any]) -> dict[str, Any]:
    return {"figure": figure, "at": figure["start"]}


@pytest.mark.parametrize("dark", [False, True])
def test_the_slider_goes_by_keyboard_and_says_where_it_stands(page_on: Any, dark: bool) -> None:
    page = page_on(FigureWidget, _shown(figures.percent_line("91.3", range(20, 41), 22)), dark=dark)
    slider = page.get_by_role("slider", name="People in the group")
    assert "With 22 people: no." in page.get_by_role("status").inner_text()
    slider.press("ArrowRight")
    assert "With 23 people: yes." in page.get_by_role("status").inner_text()
    assert slider.get_attribute("aria-valuetext") == "23"
    page.get_by_text("Show as a table").click()
    assert page.get_by_role("cell", name="21 of 23").is_visible()


def test_the_ends_hold(page_on: Any) -> None:
    page = page_on(FigureWidget, _shown(figures.risk_icons(50, (2, 20), "stroke")), width=800)
    back = page.get_by_role("button", name="Back")
    assert back.get_attribute("aria-disabled") == "true"
    back.click(force=True)
    assert page.get_by_role("status").inner_text().startswith("2 of 1000")
    page.get_by_role("button", name="Next").click()
    assert page.get_by_role("status").inner_text().startswith("20 of 1000")


def test_hostile_text_stays_text(page_on: Any) -> None:
    evil = "<img src=x onerror=alert(1)> words"
    figure = figures.parts("x", "Part", evil, {"<b>": ("words", "<script>1</script>")})
    page = page_on(FigureWidget, _shown(figure))
    assert page.locator("img, b, .wb-lesson script").count() == 0
    assert page.locator(".passage").inner_text().strip().startswith(evil[:12])


@pytest.mark.parametrize("figure", [{}, {"frames": []}])
def test_an_empty_figure_says_so(page_on: Any, figure: dict[str, Any]) -> None:
    page = page_on(FigureWidget, {"figure": figure, "at": 0})
    assert page.get_by_text("nothing to show").is_visible()


def test_an_answer_is_explained_at_once_and_may_be_changed(page_on: Any) -> None:
    exercise = choose("Which?", ("Right", "Because."), ("Wrong", "Not so."))
    page = page_on(ExerciseWidget, {"exercise": exercise, "name": "1", "given": ""})
    assert page.get_by_role("status").inner_text() == ""
    page.get_by_label("Wrong").check()
    assert "Not this one. Not so." in page.get_by_role("status").inner_text()
    page.get_by_label("Wrong").press("ArrowUp")
    assert "Right. Because." in page.get_by_role("status").inner_text()


def test_an_answer_given_before_is_there_again(page_on: Any) -> None:
    exercise = number("How many?", "2.5", "5 ÷ 2", slips=[(10, "You multiplied.")])
    page = page_on(ExerciseWidget, {"exercise": exercise, "name": "1", "given": "10"})
    assert "You multiplied." in page.get_by_role("status").inner_text()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2.50", "Right. 5 ÷ 2"),
        (" 2.5 ", "Right."),
        ("3", "Work it out again."),
        ("two", "Type a number"),
        ("", "Type"),
    ],
)
def test_a_number_is_compared_as_a_number(page_on: Any, typed: str, told: str) -> None:
    exercise = number("How many?", "2.5", "5 ÷ 2")
    page = page_on(ExerciseWidget, {"exercise": exercise, "name": "1", "given": ""})
    page.get_by_label("Your answer").fill(typed)
    page.get_by_label("Your answer").press("Enter")
    assert told in page.get_by_role("status").inner_text()
