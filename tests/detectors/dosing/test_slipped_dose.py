"""Injections many times too large, and those that are meant."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "slipped-injection"

WRONG = [
    ("Inject 25 mg of semaglutide weekly.", ["25 mg"]),
    ("Ozempic is injected at 50 mg once a week.", ["50 mg"]),
    ("Semaglutide 25 mg weekly.", ["25 mg weekly"]),
    ("Wegovy is injected at 17 mg once a week.", ["17 mg"]),
    ("Inject 50 mg of semaglutide each Sunday.", ["50 mg"]),
    ("The Wegovy shot goes up to 24 mg a week.", ["24 mg a week"]),
    ("Saxenda is injected once a day at 30 mg.", ["30 mg"]),
]

RIGHT = [
    "Inject 0.25 mg of semaglutide weekly.",
    "Rybelsus 14 mg once a day.",
    "Semaglutide 25 mg.",
    "Oral semaglutide 50 mg once daily was tried.",
    "Wegovy pill 25 mg once a day.",
    "Inject 15 mg of tirzepatide once a week.",
    "Inject 20 mg of tirzepatide once a week, twice the middle dose.",
    "Enoxaparin 40 mg is injected once a day.",
    "Inject 25 units of semaglutide weekly.",
    "Semaglutide lowered weight by 15 kg in 68 weeks.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_it_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_finding_says_what_was_meant_and_shows_the_sum() -> None:
    (finding,) = findings("Inject 25 mg of semaglutide weekly.", CHECK)
    assert "was 0.25 mg or 25 units on a syringe meant?" in finding.message
    assert finding.evidence is not None
    assert finding.evidence.computed == "25 mg is 10 times more than the largest reference, 2.4 mg"
    assert (finding.severity, finding.evidence.kind) == ("warning", "dose-limit")


def test_a_warning_is_held_back_and_stays_visible() -> None:
    (finding,) = findings("Never inject 25 mg of semaglutide a week.", CHECK)
    assert (finding.text, finding.held_back) == ("25 mg", True)
