"""Prices as bait, and prices with what they hold."""

from __future__ import annotations

import pytest
from speak import findings, shown

CLINIC = "Our clinic offers a free consultation. "

SELLS = {
    "price-bait": [
        "Get your prescription for only $79!",
        "Memberships start at just $19 a week.",
        "Infusions from only $299.",
        "Feel great for pennies a day.",
        "All this for as little as £2 per day.",
        CLINIC + "Starting at $149 per month.",
        CLINIC + "Now just $49.",
        "You could sleep better for less than a cup of coffee a day.",
    ],
}
INFORMS = {
    "price-bait": [
        "The test costs $40 to $90, depending on the laboratory.",
        "Prices checked in May 2026: $58 a month, medicine not included.",
        "With insurance, you may pay as little as $10.",
        "In 2020 the drug cost from $300 to $500 a month.",
        "The company earned only $3 million.",
        "The generic is cheaper, at about $4 a month.",
        "Only $1 of every $5 goes to research.",
        "A month of treatment costs about $300, and visits are extra.",
        "The tablets cost the health service only $2 a month.",
        "For just over $3 a dose, the country vaccinated all girls.",
        "Parking costs $5 for under two hours.",
    ],
}


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in SELLS.items() for text in texts])
def test_sales_talk_is_found(check: str, text: str) -> None:
    assert len(shown(text, check)) >= 1


@pytest.mark.parametrize(("check", "text"), [(check, text) for check, texts in INFORMS.items() for text in texts])
def test_careful_words_are_silent(check: str, text: str) -> None:
    assert shown(text, check) == []


@pytest.mark.parametrize(
    "text",
    [
        "Plans for as little as $20 to $40 a month.",
        "Plans for as little as $20 a month, drug included.",
        "Plans for as little as $20 a month. Tests are extra and depend on your insurance.",
        "Plans for as little as $20 a month as of May 2026.",
    ],
)
def test_a_price_with_what_it_holds_is_held_back(text: str) -> None:
    assert findings(text, "price-bait") != []
    assert shown(text, "price-bait") == []


def test_the_next_paragraph_is_too_far() -> None:
    text = "Plans for as little as $20 a month.\n\nThe drug is included."
    assert shown(text, "price-bait") == ["for as little as $20 a month"]


@pytest.mark.parametrize("text", ["Only $49.", "From $49 a month.", "Prices start at $49."])
def test_plain_prices_count_only_on_a_page_that_sells(text: str) -> None:
    assert findings(text, "price-bait") == []
    assert len(shown(CLINIC + text, "price-bait")) == 1
