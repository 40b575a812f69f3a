"""Exercises: one right answer, each answer explained; a mistake of the author is refused when the cell runs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from workbench.learning.exercises import choose, number, words


def test_the_right_answer_stands_where_it_was_put() -> None:
    made = choose("Which?", ("A", "because"), ("B", "no"), ("C", "no"), at=2)
    assert [answer["text"] for answer in made["answers"]] == ["B", "C", "A"]
    assert [answer["right"] for answer in made["answers"]] == [False, False, True]


def test_a_number_is_told_with_its_working_and_its_slips() -> None:
    made = number("How many?", Decimal("1.5"), "3 ÷ 2", slips=[(6, "You multiplied.")])
    assert [(answer["text"], answer["right"]) for answer in made["answers"]] == [("1.5", True), ("6", False)]


def test_no_wrong_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="wrong answer"):
        choose("Which?", ("A", "because"))


def test_a_place_beyond_the_last_is_refused() -> None:
    with pytest.raises(ValueError, match="place"):
        choose("Which?", ("A", "because"), ("B", "no"), at=2)


def test_the_same_answer_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        choose("Which?", ("A", "because"), ("A", "no"))


def test_a_slip_that_is_the_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="stands twice"):
        number("How many?", "2.50", "5 ÷ 2", slips=[("2.5", "You slipped.")])


def test_all_that_is_told_is_prose_to_grade() -> None:
    assert words(choose("Which?", ("A", "It is."), ("B", "It is not."))) == "Which? It is. It is not."
