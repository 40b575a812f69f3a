"""Offers without a seller's name, without any doubt, and without any other way."""

from __future__ import annotations

import pytest
from speak import findings

OWNER, DOUBT, OTHERS = "ownership-undisclosed", "uncertainty-unsaid", "alternatives-unsaid"
OFFER = (
    "Order yours today. The drops relieve joint pain. They improve sleep within a week. They prevent colds."
    " They restore the skin. They lower stress and calm the nerves. Free shipping on all orders. "
)


@pytest.mark.parametrize("check", [OWNER, DOUBT, OTHERS])
def test_a_bare_offer_is_a_note_of_low_confidence(check: str) -> None:
    (finding,) = findings(OFFER, check)
    assert (finding.start, finding.severity, finding.confidence) == (None, "note", "low")


@pytest.mark.parametrize(
    "line",
    [
        "Verdale Naturals, Ashcombe.",
        "Made by Verdale.",
        "Glowroot Ltd.",
        "Call 555-010-7788.",
        "Write to shop@verdale.example for help.",
        "Dr. Example founded it.",
        "All rights reserved.",
    ],
)
def test_a_name_or_address_says_whose_page_it_is(line: str) -> None:
    assert findings(OFFER + line, OWNER) == []


@pytest.mark.parametrize(
    "line",
    [
        "They do not work for everyone.",
        "How long the effect lasts is not known.",
        "The evidence is limited.",
        "They may ease headaches, too.",
        "In the trial, 30% of adults slept no better.",
        "Results vary.",
    ],
)
def test_any_limit_is_an_uncertainty(line: str) -> None:
    assert findings(OFFER + line, DOUBT) == []


@pytest.mark.parametrize(
    "line",
    [
        "Exercise helps as well.",
        "The alternative is surgery.",
        "They work better than tablets.",
        "Joint pain often goes away by itself.",
        "Talk therapy is another way.",
    ],
)
def test_any_other_way_is_an_alternative(line: str) -> None:
    assert findings(OFFER + line, OTHERS) == []


@pytest.mark.parametrize("check", [OWNER, DOUBT, OTHERS])
def test_pages_that_sell_nothing_are_left_alone(check: str) -> None:
    text = "The drops relieve joint pain. They improve sleep. They prevent colds. They restore the skin. "
    assert findings(text * 3, check) == []
