"""A change of risk without the risk: found alone, silent beside figures for both groups."""

from __future__ import annotations

import pytest
from speak import findings, judged

CHECK = "relative-risk-alone"
ALONE = [
    (
        "Barkol lowers the chance of a relapse by about 30 percent.",
        "lowers the chance of a relapse by about 30 percent",
    ),
    ("The shot cut hospital stays by more than half.", "cut hospital stays by more than half"),
    ("Your risk of a fall is halved.", "risk of a fall is halved"),
    ("People on the drops had 40% fewer strokes.", "40% fewer strokes"),
    ("There was a 25% reduction in deaths.", "25% reduction in deaths"),
    ("The trial found a relative risk reduction of 30%.", "relative risk reduction of 30%"),
    ("Those who walked were 20% less likely to fall again.", "20% less likely to fall again"),
    ("The risk of a heart attack fell by a fifth.", "risk of a heart attack fell by a fifth"),
    ("Taking it cuts by half your risk of stroke.", "cuts by half your risk of stroke"),
]
COMPARED = [
    "Smokers are three times as likely to need surgery.",
    "Night work doubles the risk of gout.",
    "Men have a 60% higher risk of gout.",
    "The risk of gout rises by 15%.",
    "They had a 3-fold increase in the risk of gout.",
]
WITH_FIGURES = [
    "Barkol cuts the risk of stroke by 50%, from 4 to 2 in 100 people.",
    "Barkol cuts the risk of stroke by half (2% versus 4%).",
    "Barkol halves the risk of stroke. It came to 2% of the people with it and to 4% without it.",
    "Four in 100 people have a stroke in ten years. Barkol halves this risk.",
    "Without treatment, 4% have a stroke within a year. Barkol cuts the risk of stroke by half.",
    "Barkol cuts the risk of stroke by 50%. The number needed to treat is 50.",
    "Barkol cut the risk of stroke by 50%, which is 2 percentage points.",
    "Barkol cut strokes by half: 12 of 600 people had one, against 24 of 600.",
    "Barkol halves the risk of stroke. The trial ran for a year. For every 1,000 people, 5 fewer had a stroke.",
    "Women were twice as likely to have a rash (8% against 4%).",
]
NO_RISK = [
    "Take it twice a day.",
    "Half of the people slept better.",
    "Riboflavin cuts headache days by a third.",
    "The tablets lowered blood sugar by 38%.",
    "The price fell by 20%.",
    "A pain score that falls by 30% counts as a response.",
    "The hazard ratio was 0.60.",
    "You are likely to feel tired.",
    "The risk of stroke is low.",
]
HELD = [
    "Barkol does not halve the risk of stroke.",
    "Does Barkol cut the risk of stroke by half?",
    "“It halves your risk of stroke,” says the flyer.",
    "The pills cut your heart rate by 10%.",
    "Suppose that a drug halves the risk of stroke.",
]


def shown(text: str) -> list[str]:
    return [finding.text for finding in findings(text, CHECK) if not finding.held_back]


@pytest.mark.parametrize(("text", "phrase"), ALONE)
def test_a_change_alone_is_found(text: str, phrase: str) -> None:
    (finding,) = findings(text, CHECK)
    assert finding.text == phrase
    assert (finding.severity, finding.confidence, finding.held_back) == ("note", "medium", False)


@pytest.mark.parametrize("text", COMPARED)
def test_a_comparison_of_groups_is_less_sure(text: str) -> None:
    (finding,) = findings(text, CHECK)
    assert (finding.severity, finding.confidence, finding.held_back) == ("note", "low", False)


@pytest.mark.parametrize("text", WITH_FIGURES)
def test_a_change_with_its_risk_passes(text: str) -> None:
    assert findings(text, CHECK) == []
    assert {judgement.verdict for judgement in judged(text, CHECK)} == {"pass"}


@pytest.mark.parametrize("text", NO_RISK)
def test_other_changes_and_shares_get_no_verdict(text: str) -> None:
    assert judged(text, CHECK) == []


@pytest.mark.parametrize("text", HELD)
def test_what_is_denied_asked_quoted_or_no_risk_is_held_back(text: str) -> None:
    assert findings(text, CHECK) != []
    assert shown(text) == []


def test_a_confidence_interval_is_no_risk() -> None:
    assert shown("Barkol cuts the risk of stroke by 50% (95% CI 30% to 70%).") != []


def test_a_figure_for_another_event_before_it_is_no_risk_of_this_one() -> None:
    text = "Gout came to 9 in 1,000 people without it and to 1 in 1,000 with it. Barkol also halves the risk of stroke."
    assert shown(text) == ["halves the risk of stroke"]


def test_a_lone_share_of_something_else_is_no_risk() -> None:
    assert shown("Barkol lifts mood in 72% of users. It cuts the risk of relapse by half. It costs $9.") != []


def test_a_pair_about_the_same_event_counts_from_afar() -> None:
    middle = "The trial ran in Ohio. It took two years. A county paid for it.\n\n" * 3
    pair = "A relapse came to 4% with the drug and to 8% with the dummy."
    assert shown(f"Barkol cuts the risk of relapse by half.\n\n{middle}{pair}") == []
    assert shown(f"Barkol cuts the risk of stroke by half.\n\n{middle}{pair}") != []


def test_many_changes_in_one_sentence_do_not_hurt() -> None:
    assert len(shown("It halves the risk of stroke, " * 500)) == 500
