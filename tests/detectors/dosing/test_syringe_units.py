"""Units of a syringe without a strength, and units that need none."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "units-without-strength"

WRONG = [
    ("Inject 25 units of semaglutide weekly.", ["25 units"]),
    ("Draw up 20 units of tirzepatide every week.", ["20 units"]),
    ("Compounded semaglutide: 10 units under the skin once a week.", ["10 units"]),
    ("Ozempic from a vial: inject 40 units every Monday.", ["40 units"]),
]

RIGHT = [
    "Draw up 20 units of tirzepatide every week; the vial holds 10 mg/mL.",
    "The vial has 5 mg/mL. Inject 10 units of semaglutide each week.",
    "Inject 20 units of insulin before breakfast.",
    "Vitamin D 1,000 units a day.",
    "Heparin 5,000 units every 8 hours.",
    "The clinic sold 25 units of semaglutide kits.",
    "Inject 0.25 mg of semaglutide weekly.",
    "Should you inject 25 units of semaglutide a week?",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_it_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_finding_names_what_is_missing() -> None:
    (finding,) = findings("Inject 25 units of semaglutide weekly.", CHECK)
    assert finding.evidence is not None
    assert "the strength per millilitre is missing" in finding.evidence.computed
    assert finding.severity == "note"
