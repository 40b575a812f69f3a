"""Hype: strong phrases alone, weaker words where they come thick, and everything that only looks like it."""

from __future__ import annotations

import pytest
from speak import findings

from workbench.model import Finding

CHECK = "hype-density"
PLAIN = "The nurse writes down your weight and asks how you slept. "
STRONG = [
    ("Barkol is a game-changer.", "game-changer"),
    ("This breakthrough drug came out in May.", "breakthrough drug"),
    ("The patch is revolutionizing the treatment of gout.", "revolutionizing the treatment of"),
    ("## Revolutionary gout treatment", "Revolutionary gout treatment"),
    ("It gives astonishing results within days.", "astonishing results"),
    ("Our cutting-edge laser takes an hour.", "cutting-edge"),
    ("The shot has the potential to transform your life.", "transform your life"),
    ("The tablets have tremendous potential.", "tremendous potential"),
    ("Barkol is the future of gout care.", "is the future of gout care"),
    ("The drops are a ray of hope.", "ray of hope"),
    ("It is the smartest pill ever made.", "smartest pill ever made"),
]
HELD = [
    "Barkol is not a game-changer.",
    "Is Barkol a breakthrough?",
    "“It is a revolutionary drug,” the maker said.",
    "Dr. Egil Example called it a groundbreaking treatment.",
    "Be wary of ads for a breakthrough drug.",
    "Red flags at a clinic:\n\n- It sells a revolutionary treatment\n- It takes cash only",
    "The leaflet promises astonishing results.",
    "A breakthrough seizure can come after a missed dose.",
    "The FDA gave Barkol breakthrough therapy designation.",
    "She works for Cutting Edge Therapies in Ohio.",
    "The maker, Groundbreaking Labs of Dayton, paid for it.",
    "A stroke is a life-changing illness.",
    "There was unprecedented demand for the shot.",
]
SILENT = [
    "The renowned clinic moved to Ohio.",
    "Stroke is a leading cause of death.",
    "The findings are promising, but the trial was small.",
    "The pills are a combination of two drugs and work better than either.",
    "Depression can be a devastating illness.",
    "Call the 988 Suicide & Crisis Lifeline.",
    "The Industrial Revolution changed work.",
    "Cells transform sugar into energy.",
]


def shown(text: str) -> list[Finding]:
    return [finding for finding in findings(text, CHECK) if not finding.held_back]


@pytest.mark.parametrize(("text", "phrase"), STRONG)
def test_a_strong_phrase_is_enough(text: str, phrase: str) -> None:
    (finding,) = shown(text)
    assert finding.text == phrase
    assert (finding.severity, finding.confidence) == ("note", "low")


@pytest.mark.parametrize("text", HELD)
def test_what_is_not_meant_as_praise_is_held_back(text: str) -> None:
    assert findings(text, CHECK) != []
    assert shown(text) == []


@pytest.mark.parametrize("text", SILENT)
def test_ordinary_words_are_silent(text: str) -> None:
    assert findings(text, CHECK) == []


def test_three_weaker_words_close_together_are_found_one_by_one() -> None:
    found = shown("The premier clinic is near the park. Its renowned doctors use innovative rooms.")
    assert [finding.text for finding in found] == ["premier", "renowned", "innovative"]
    assert {finding.confidence for finding in found} == {"medium"}
    assert found[0].evidence is not None
    assert [row["words"] for row in found[0].evidence.rows] == ["premier", "renowned", "innovative"]


def test_the_same_words_far_apart_are_not() -> None:
    gap = PLAIN * 14
    assert shown(f"The premier clinic. {gap}\n\nIts renowned doctors. {gap}\n\nInnovative rooms.") == []


def test_words_that_others_say_do_not_count() -> None:
    assert shown("The clinic is premier. “It is renowned and innovative,” said the owner.") == []


def test_a_strong_phrase_in_a_crowd_is_surer() -> None:
    found = shown("A game-changer has come. The premier clinic has innovative rooms.")
    assert [finding.confidence for finding in found] == ["medium"] * 3
    assert "3 phrases" in found[0].message


def test_words_in_a_row_are_one_finding() -> None:
    (finding,) = shown("It is a revolutionary, groundbreaking and truly game-changing patch.")
    assert finding.text == "revolutionary, groundbreaking and truly game-changing"


def test_a_long_gap_is_no_row() -> None:
    found = shown("It is revolutionary" + " " * 3000 + "and" + "\u00a0" * 3000 + "groundbreaking.")
    assert len(found) == 2


def test_a_title_in_capitals_is_no_name() -> None:
    (finding,) = shown("Why This Groundbreaking Treatment Helps So Many People.")
    assert finding.text == "Groundbreaking Treatment"
