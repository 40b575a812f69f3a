"""Wordings that are honest only with what is added: sources with a stake."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "undisclosed-stake"
WRONG = [
    "A study by the manufacturer found fewer wrinkles.",
    "In a trial run by our partner company, 80% slept through.",
    "The brand's own research shows a 30% drop in stress.",
    "According to a consumer survey by the maker, most felt younger.",
    "Company data show that the device is safe.",
    "Our own clinical trial proved that it works.",
    "The supplier's tests confirm purity.",
    "In-house testing shows that it dissolves in seconds.",
    "Its customer survey found that 9 in 10 would buy again.",
    "Research from the company suggests faster healing.",
    "Our member poll shows less pain.",
    "The firm's internal data found no harm.",
]
FAIR = [
    "The manufacturer recommends 40 mg.",
    "Store as the manufacturer's instructions say.",
    "An independent study found no effect.",
    "The company sells lozenges.",
    "The company funded the study, and its authors are employed by it.",
    "A study by the University of Northmere found less pain.",
    "Please complete our patient survey.",
    "The maker must send safety data to the regulator.",
    "Data from the national registry show a fall.",
    "The maker says that stock is low.",
    "The company has stopped its trial.",
    "Our study enrolled 204 adults.",
    "The survey was paid for by the maker, who sells the gum.",
    "Results from the maker's trial, which was never published, cannot be checked.",
    "The label of the manufacturer lists the doses.",
    "Your company may offer a health survey.",
]


@pytest.mark.parametrize("text", WRONG)
def test_it_is_found(text: str) -> None:
    assert [found for found in findings(text, CHECK) if not found.held_back]


@pytest.mark.parametrize("text", FAIR)
def test_near_misses_stay_silent(text: str) -> None:
    assert [found.text for found in findings(text, CHECK) if not found.held_back] == []


def test_the_neighbouring_sentence_may_say_it() -> None:
    (found,) = findings("The maker's own study found less pain. It was paid for by the maker.", CHECK)
    assert found.held_back


def test_another_paragraph_does_not_say_it() -> None:
    text = "The maker's own study found less pain.\n\nThe bus stop was paid for by the town.\n"
    assert [found.held_back for found in findings(text, CHECK)] == [False]
