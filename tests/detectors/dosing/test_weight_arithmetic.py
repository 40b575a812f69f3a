"""Amount per kilogram, weight and total: sums that hold and sums that do not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import findings, judged, shown

CHECK = "weight-arithmetic"

WRONG = [
    ("Ketamine 0.5 mg/kg over 40 minutes means 40 mg for a 70 kg person.", ["40 mg"]),
    ("For a 70 kg adult, 0.5 mg/kg is 45 mg.", ["45 mg"]),
    ("A patient weighing 80 kg would receive 60 mg (0.5 mg/kg).", ["60 mg"]),
    ("Paracetamol 15 mg/kg every six hours: a 10 kg toddler takes 100 mg.", ["100 mg"]),
    ("Give 10 mg/kg of ibuprofen; a 15 kg child needs 250 mg.", ["250 mg"]),
    ("Amoxicillin 45 mg/kg/day in two doses makes 900 mg twice a day for a 20 kg child.", ["900 mg"]),
    ("If you weigh 90 kg, a dose of 0.5 mg/kg comes to 35 mg.", ["35 mg"]),
    ("The infusion is 0.5 mg/kg (50 mg for a 75-kg adult).", ["50 mg"]),
    ("A 150 lb person gets 0.5 mg/kg, or 75 mg.", ["75 mg"]),
    ("The loading dose is 1–2 mg/kg, that is 140–280 mg in a 70 kg patient.", ["140–280 mg"]),
    ("Enoxaparin 1 mg/kg means 80 mg for a person of 60 kg.", ["80 mg"]),
    ("Ketamine is dosed at 0.5 mg/kg. A 100 kg man would therefore receive 35 mg.", ["35 mg"]),
    ("A 154-pound adult would get 70 mg at 0.5 mg/kg.", ["70 mg"]),
    ("At 0.5 mg/kg a 200-pound man gets 100 mg.", ["100 mg"]),
    (
        "Enoxaparin 1 mg/kg twice daily works out to 45 mg per injection for a 90 kg man.",
        ["45 mg"],
    ),
]

RIGHT = [
    "Enoxaparin 1 mg/kg twice daily works out to 90 mg per injection for a 90 kg man.",
    "Dexamethasone 0.6 mg/kg, at most 16 mg, eases croup; a 30 kg child gets 16 mg.",
    "Patients under 50 kg: 15 mg/kg; over 50 kg: 1,000 mg of IV acetaminophen.",
    "Ketamine 0.5 mg/kg over 40 minutes means 35 mg for a 70 kg person.",
    "A 154-pound adult would get 35 mg at 0.5 mg/kg.",
    "Amoxicillin 45 mg/kg/day in two doses makes 450 mg twice a day for a 20 kg child.",
    "A 20 kg child takes 900 mg a day of amoxicillin at 45 mg/kg/day.",
    "At 0.5 mg/kg a 68 kg adult gets about 35 mg.",
    "Paracetamol 15 mg/kg: a 10 kg toddler takes 150 mg every six hours.",
    "Enoxaparin 1 mg/kg: 60 mg for a person of 60 kg, 80 mg for one of 80 kg.",
    "0.5 mg/kg is 35 mg for a 70 kg adult and 50 mg for a 100 kg adult.",
    "Dose 5 mg/kg up to 300 mg; an 80 kg adult gets 300 mg.",
    "Vancomycin 15 mg/kg for a 70 kg man was rounded to 1 g.",
    "Ivermectin 200 mcg/kg is 14 mg for a 70 kg adult, rounded to five tablets of 3 mg.",
    "Ivermectin 200 mcg/kg comes to 12 mg in someone of 60 kg.",
    "The patient lost 10 kg on semaglutide 1 mg and then got ketamine 0.5 mg/kg.",
    "The 70 kg man had taken lorazepam 2 mg before ketamine 0.5 mg/kg.",
    "Based on ideal body weight, 0.5 mg/kg was 30 mg in a 90 kg woman.",
    "Levothyroxine 1.6 mcg/kg makes about 112 mcg for a 70 kg adult.",
    "Levothyroxine 1.6 mcg/kg makes 100 to 125 mcg for a 70 kg adult.",
    "Children of 10–20 kg take 100 mg, or 10 mg/kg.",
    "The pump ran at 5 mcg/kg/min in a 70 kg man who had received 500 mg of aspirin.",
    "Ketamine was infused at 0.5 mg/kg; the patient, who weighed 70 kg, had been on sertraline 100 mg.",
    "Isotretinoin 0.5 mg/kg/day is 30 mg a day at 60 kg.",
    "Isotretinoin 120 mg/kg as a cumulative dose is 8,400 mg for a 70 kg person.",
    "One vial holds 500 mg; at 0.5 mg/kg a 70 kg adult needs 35 mg.",
    "At 0.5 mg/kg a 220-pound man gets 50 mg.",
    "At 0.5 mg/kg a 220-pound (100 kg) man gets 50 mg.",
    "The clinic charges 150 pounds for 0.5 mg/kg, mostly 35 mg.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_it_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_a_sum_that_holds_is_a_pass_with_its_working() -> None:
    (verdict,) = judged("Ketamine 0.5 mg/kg is 35 mg for a 70 kg adult.", CHECK)
    assert verdict.verdict == "pass"
    assert verdict.evidence is not None
    assert (verdict.evidence.given, verdict.evidence.computed) == ("35 mg", "0.5 mg/kg × 70 kg = 35 mg")


def test_pounds_are_turned_into_kilograms_in_the_working() -> None:
    (finding,) = findings("A 154-pound adult would get 70 mg at 0.5 mg/kg.", CHECK)
    assert finding.evidence is not None
    assert finding.evidence.computed == "0.5 mg/kg × 154 lb (69.9 kg) = 34.927 mg"
    assert finding.evidence.tolerance == "5% for rounding"


def test_a_small_gap_is_told_with_less_confidence() -> None:
    near, wide = (findings(f"Ketamine 0.5 mg/kg is {mg} mg for a 70 kg adult.", CHECK)[0] for mg in (40, 70))
    assert (near.confidence, wide.confidence) == ("medium", "high")


@given(st.integers(1, 40), st.integers(20, 140), st.integers(-60, 60))
def test_the_verdict_is_that_of_exact_arithmetic(rate: int, weight: int, off: int) -> None:
    total = Fraction(rate * weight, 10) * (100 + off) / 100
    whole = round(total)
    text = f"Ketamine {rate / 10:g} mg/kg is {whole} mg for a {weight} kg adult."
    due = Fraction(rate * weight, 10)
    wrong = whole > 0 and abs(whole - due) > due * Fraction(5, 100)
    assert bool(shown(text, CHECK)) is wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sam weighs 18 kg. At 10 mg per kg of ibuprofen he needs 280 mg.", "280 mg"),
        ("The dose was 0.5 mg/kg. For a woman who weighs 60 kg, that means 45 mg of ketamine.", "45 mg"),
        ("Ibuprofen, 10 mg/kg per dose\n\n| Weight | Dose |\n|-|-|\n| 10 kg | 100 mg |\n| 14 kg | 240 mg |", "240 mg"),
    ],
)
def test_the_weight_may_stand_before(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Sam weighs 18 kg. At 10 mg per kg of ibuprofen he needs 180 mg.",
        "Sam weighs 18 kg. At 10 mg per kg of ibuprofen a child of 30 kg needs 300 mg.",
        "Ibuprofen, 5 to 10 mg/kg per dose\n\n| Weight | Dose |\n|-|-|\n| 10 kg | 75 mg |\n| 20 kg | 150 mg |",
        "Ibuprofen, 10 mg/kg per dose\n\n| Weight | Dose | Most in a day |\n|-|-|-|\n| 10 kg | 100 mg | 400 mg |",
        "Tom weighs 80 kg. He had 0.5 mg/kg of ketamine and 4 mg of ondansetron.",
    ],
)
def test_the_weight_may_stand_before_or_not(text: str) -> None:
    assert shown(text, CHECK) == []
