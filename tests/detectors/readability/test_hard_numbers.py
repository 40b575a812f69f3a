"""Numbers that lay readers cannot use, and numbers that only look like them."""

from __future__ import annotations

import pytest
from speak import findings, shown

from workbench.detectors.readability._retold import retold

CHECK = "hard-numbers"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You have a 0.034 probability of a stroke each year.", "0.034 probability"),
        ("The likelihood of relapse was 0.27 in your group.", "likelihood of relapse was 0.27"),
        ("Around 4.75 percent of people stop the tablets.", "4.75 percent"),
        ("One in 12.5 people get a rash from it.", "One in 12.5"),
        ("About 1.5 out of 10 people feel dizzy.", "1.5 out of 10"),
        ("Your hazard ratio would be 0.71.", "hazard ratio"),
        ("You do better on the drug (HR 0.71).", "HR 0.71"),
        ("Your pain may fall by 2 points (SD 1.4).", "SD 1.4"),
        ("Your blood pressure fell (P=.04).", "P=.04"),
        ("Mortality was 0.87% in your age group.", "0.87%"),
    ],
)
def test_a_hard_number_is_found(text: str, found: str) -> None:
    assert shown(text, CHECK) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Take 0.5 mg. Your risk is low.",
        "About 0.5% of people get a rash.",
        "It fell from 8.25 mmol to 6.5.",
        "The risk of a rash goes up with doses above 0.25 mg.",
        "Use the 0.05% ointment for a week.",
        "Ketamine 0.75% is not what you take.",
        "Use a 0.12% mouthwash for your gums.",
        "Your chance is 1 in 250.",
        "About 2.5 in 100,000 people get it.",
        "A relative risk compares two groups.",
        "You save 12.50% on your first order.",
        "The market grows by 10.62% a year, you read.",
        "Version 2.14 of the app shows your risk.",
        "You are twice as likely to get better.",
        "The chances that you get better are good: 7 in 10.",
        "The tumour was 1.25 cm wide, and the risk was low.",
        "The relative risk was 1.8, which means that you are almost twice as likely to fall.",
        "The odds ratio was 1.8. In other words, you fall almost twice as often.",
        "The risk rose by 3% in 2.75 years.",
        "## References\n\nExample A. You and risk (95% CI 1.2 to 3.4).",
        "You can read it (Example et al., OR 1.45).",
    ],
)
def test_a_number_that_readers_can_use_is_silent(text: str) -> None:
    assert shown(text, CHECK) == []


def test_a_paper_that_never_speaks_to_its_reader_is_left_alone() -> None:
    paper = "The hazard ratio was 0.71 (95% CI 0.60 to 0.84). In the rest it was less clear (P = 0.21)."
    assert findings(paper, CHECK) == []
    assert len(findings(f"{paper} You can take part.", CHECK)) == 2


def test_one_finding_a_sentence_and_five_a_page() -> None:
    text = " ".join(f"You had a fall of {number} points (p = 0.0{number}; 95% CI 1 to 2)." for number in range(1, 9))
    found = findings(text, CHECK)
    assert len(found) == 5
    assert found[-1].evidence is not None
    assert found[-1].evidence.computed == "3 more such sentences on the page"


@pytest.mark.parametrize("front", ["audience: physicians", "language: fr", "genre: paper"])
def test_pages_for_others_are_left_alone(front: str) -> None:
    assert findings(f"---\n{front}\n---\nYour odds ratio was 2.4.", CHECK) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1 in 37.4", "about 3 in 100"),
        ("One in 12.5", "about 8 in 100"),
        ("1.5 out of 10", "about 15 in 100"),
        ("2.5 out of ten", "about 25 in 100"),
        ("12.37%", "about 12%"),
        ("1.65%", "about 1.7%"),
        ("0.98 percent", "about 1%"),
        ("chance of a clot is 0.0342", "about 3 in 100"),
        ("0.00042 probability", "about 4 in 10,000"),
        ("0.125 chance", "about 13 in 100"),
        ("1 in 0.5", ""),
        ("1 in 0.0", ""),
        ("odds of 0.0000001", ""),
        ("odds ratio", ""),
    ],
)
def test_a_share_is_told_with_whole_numbers(text: str, told: str) -> None:
    assert retold(text) == told


def test_the_evidence_tells_a_share_and_never_a_p_value() -> None:
    (share, measure) = findings("Your chance is 0.0342 in a year. You fell less (p = 0.03).", CHECK)
    assert share.evidence is not None
    assert share.evidence.computed == "about 3 in 100"
    assert measure.evidence is not None
    assert measure.evidence.computed == ""
