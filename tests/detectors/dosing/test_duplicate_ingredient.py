"""Daily amounts without a word on the other products that hold the same."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "duplicate-ingredient"


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("It is fine to take 4 g of acetaminophen a day with your cold medicine.", "4 g"),
        ("Tylenol 650 mg every 4 hours keeps the fever down.", "650 mg"),
        ("Up to eight 500 mg acetaminophen tablets a day are safe.", "500 mg"),
        ("For back pain take paracetamol 1 g four times daily.", "1 g"),
        ("Your child may have 15 mg/kg of acetaminophen every four hours.", "15 mg/kg"),
        ("Do not take more than 4 g of acetaminophen a day.", "4 g"),
        ("| Age | Paracetamol dose | How often |\n|-|-|-|\n| Adults | 1,000 mg | Four times a day |", "1,000 mg"),
        ("| Medicine | Dose | How often |\n|---|---|---|\n| Acetaminophen | 650 mg | every 6 hours |", "650 mg"),
        ("Take 1 g of paracetamol every 6 hours.\n\n## Iron\n\n- Eat.\n- Rest.\n- Read the label of iron.", "1 g"),
    ],
)
def test_the_missing_words_are_told(text: str, dose: str) -> None:
    assert shown(text, CHECK) == [dose]


@pytest.mark.parametrize(
    "text",
    [
        "Take 1 g of paracetamol every 6 hours, and do not use another product with paracetamol in it.",
        "Do not take more than 4 g of acetaminophen a day in all, cold remedies included.",
        "Take 650 mg of Tylenol every 6 hours. Many cough syrups have acetaminophen in them.",
        "Take 1 g of Tylenol four times a day; NyQuil has it too, so pick one.",
        "Keep below 4,000 mg of acetaminophen a day; that counts what is in cold and flu powders.",
        "Take 1 g of paracetamol every 6 hours.\n\n## Colds\n\nRest.\n\nSleep.\n\nPowders also contain paracetamol.",
        "A dose of 500 mg of acetaminophen works within the hour.",
        "Percocet holds 325 mg of acetaminophen a tablet.",
        "Acetaminophen 1 g IV every 6 hours.",
        "The liver copes with 4 g of acetaminophen a day in most adults.",
        "Take 400 mg of ibuprofen every 6 hours.",
        "More than 4 g of acetaminophen a day is toxic.",
    ],
)
def test_nothing_is_missing_here(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize(
    "text",
    [
        "Taking 10 g of acetaminophen a day destroyed her liver.",
        "Your doctor may prescribe 1 g of acetaminophen four times a day.",
        "In dogs, 15 mg/kg of acetaminophen twice a day is toxic.",
        "In the trial, people took 1 g of acetaminophen four times a day.",
    ],
)
def test_no_advice_is_held_back(text: str) -> None:
    assert all(finding.held_back for finding in findings(text, CHECK))


def test_it_is_told_once_and_for_known_countries() -> None:
    text = "Take 1 g of paracetamol every 6 hours. Children take 250 mg of paracetamol every 6 hours."
    assert len(findings(text, CHECK)) == 1
    assert findings(text, CHECK, country="JP") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Take two 500 mg Tylenol every six hours.", ["500 mg"]),
        ("Our school nurse says: adults take acetaminophen up to 4,000 mg a day.", ["4,000 mg"]),
        ("Take two 500 mg Tylenol every six hours; the cold powder has acetaminophen too.", []),
        ("Take one 500 mg Tylenol every six hours.", []),
        ("The ward nurse gives 1,000 mg of acetaminophen every six hours.", []),
    ],
)
def test_pieces_by_the_name_of_a_brand(text: str, expected: list[str]) -> None:
    assert [each.removesuffix(" a day") for each in shown(text, CHECK)] == expected
