"""Prices of one passage that do not fit together."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "price-range"
WRONG = [
    "Infusions usually cost $400 to $800. Many clinics charge $600 or more.",
    "Expect to pay between £40 and £90 per session. Some therapists ask for over £60.",
    "Each session costs $150. Ten sessions at $150 each add up to $1,800.",
    "You pay $45 per visit, so six visits come to $300.",
    "Eight sessions at £60 per session cost £520 in total.",
    "The price ranges from $800–$300 depending on the city.",
    "Costs run between $350 per infusion and $3,000 per course.",
    "A scan costs $200–€400.",
    "A bottle costs $20 to $40, with an average of $55.",
    (
        "Clinics charge $1,000 to $2,000 per cycle. On average, the price is about $2,600 per cycle. The "
        "average cost is $2,600."
    ),
    "Prices range from $50 a month to $900 a year.",
]
CAREFUL = [
    "Infusions cost $400 to $800. In New York, some charge $1,200 or more.",
    "Infusions cost $400–$800 per session (2025).",
    "Sessions cost $80–$120. A package of six costs $450.",
    "Six infusions at $450 each come to $2,700.",
    "Six infusions cost about $450 each, or about $2,700 in total.",
    "Six sessions at $80 to $120 each come to $480 to $720.",
    "Six sessions at $80 to $120 each come to about $600 in total.",
    "A session costs $80. Most people have eight sessions, which comes to $640.",
    "The test costs $60, the visit $120, so you pay $180 in total.",
    "Prices range from $50 to $900 a year.",
    "A month costs $50, a year $500.",
    "The average is $600, with prices from $400 to $800.",
    "An infusion costs $400 to $800. With insurance, some pay $50 or more.",
    "Sessions cost $100–$250. Initial evaluations cost more than $300.",
    "Costs range from $5 for a generic tablet to $300 for the brand.",
    "A bottle costs $20 to $40. On average people buy two and spend $60 a month.",
    "It costs between $300 per month and $400 per month.",
    "Ten sessions at $150 each add up to $1,500.",
    "We charge $450 for the first infusion and $400 for each of the five others, $2,450 in total.",
    "The drug costs $300 to $500 a month. Some people pay $350 a month.",
    "The kit is $30–$40. At least $35 of that goes to the lab.",
    "You pay £9.90 per item. Three items cost £29.70 in total.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_slip_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_words_stay_quiet(text: str) -> None:
    assert not shown(text, CHECK)


def test_a_total_is_worked_out() -> None:
    (found,) = findings("Six infusions at $450 each come to $2,400.", CHECK)
    assert found.evidence is not None and found.evidence.computed == "6 × 450 = 2,700"
    assert "Six infusions at $450 each are 2,700, not $2,400" in found.message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A knee brace costs $60–$80. Most customers pay $110.", "$110"),
        ("Massage: $50 to $70 an hour. Our clients usually pay $95 an hour.", "$95"),
        ("A crown is $800 to $1,000; a few people end up paying $1,400 for the crown.", "$1,400"),
        ("Lessons are $20 to $30 for children, or $250.", "$250"),
        ("Hearing aids from $900 to $2,000, fitting included from $700.", "$700"),
    ],
)
def test_what_people_pay_lies_outside_the_range(text: str, words: str) -> None:
    assert shown(text, CHECK) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A session costs $80–$120; most people pay $100.",
        "A session costs $80–$120. Most people spend $900 on the whole course.",
        "A session costs $80–$120. People in the city pay $60 for parking.",
        "A crown costs $800 to $1,200. Many patients pay $150 for the x-ray.",
        "A crown costs $800 to $1,200. Most people also pay $90 for the check.",
        "A crown costs $800 to $1,200, or $65 a month.",
        "Infusions cost $400–$600; a few patients pay $1,200 for two.",
        "Lessons are $20 to $30 for children, or $250 for a book of ten.",
    ],
)
def test_what_people_pay_for_something_else(text: str) -> None:
    assert shown(text, CHECK) == []
