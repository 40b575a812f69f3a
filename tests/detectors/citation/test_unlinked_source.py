"""Journals named without anything by which the work could be found."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "named-but-unlinked"
WRONG = [
    "The journal Sleep and Dreams reported that naps help memory.",
    "A study in The Lancet found that walking lowers blood pressure.",
    "As reported in the British Medical Journal, gargling prevents colds.",
    "According to JAMA Dermatology, the cream fades scars.",
    "A review in the American Journal of Invented Medicine found less pain.",
    "Research published in the International Journal of Obesity shows that tea burns fat.",
    "Writing in the New England Journal of Medicine, doctors said that the drug is safe.",
]
FAIR = [
    "Okafor et al. (2019) in The Lancet found that walking helps.",
    "A study in [The Lancet](https://doi.org/10.5555/abc) found that walking helps.",
    "The Lancet is a medical journal.",
    "Keep a pain journal.",
    "He reads the British Medical Journal every week.",
    "She published a book about sleep.",
    "The paper will appear in a journal next year.",
    "A study in nature walks found calm.",
    "In science class we learned about cells.",
    "According to the leaflet, take it with food.",
    "The study appeared in The Lancet [3].",
    "The team, led by Ana Example, reported in Gut that the test works.",
    "The article “Sleep and gout”, published in the Annals of Invented Pain 2021;4:11–19, says so.",
    "Nature has many healing plants.",
]


@pytest.mark.parametrize("text", WRONG)
def test_it_is_found(text: str) -> None:
    assert [found for found in findings(text, CHECK) if not found.held_back]


@pytest.mark.parametrize("text", FAIR)
def test_near_misses_stay_silent(text: str) -> None:
    assert [found.text for found in findings(text, CHECK) if not found.held_back] == []


def test_each_journal_is_told_once_a_page() -> None:
    text = "A study in The Lancet found less pain.\n\nA study in The Lancet found less pain in men.\n"
    assert len(findings(text, CHECK)) == 1
