"""Ranges in reverse order or with a slipped point, and falling schedules and wide ranges that are meant."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "reversed-range"

WRONG = [
    ("Spravato sessions use 84-56 mg.", ["84-56 mg"]),
    ("Adults take 800–400 mg of ibuprofen with food.", ["800–400 mg"]),
    ("The dosage of tramadol ranges from 100 to 50 mg.", ["100 to 50 mg"]),
    ("Lorazepam: 6–2 mg a day in divided doses.", ["6–2 mg a day"]),
    ("Semaglutide 1–0.5 mg once a week.", ["1–0.5 mg"]),
    ("Doses of ketamine of 1.0–0.5 mg/kg were common.", ["1.0–0.5 mg/kg"]),
    ("The recommended dose is 100 to 50 mg of tramadol.", ["100 to 50 mg"]),
    ("Gabapentin is given at 3,600–900 mg a day.", ["3,600–900 mg a day"]),
    ("Duloxetine 40-600 mg a day is usual.", ["40-600 mg a day"]),
    ("The range for naproxen sodium is 440-220 mg.", ["440-220 mg"]),
]

RIGHT = [
    "Nicotine patches of 21 mg, 14 mg and 7 mg are used in turn: 21–14–7 mg.",
    "Between 50 and 25 mg of sertraline there is little difference.",
    "Losartan-hydrochlorothiazide 100-25 mg once daily.",
    "Spravato is sprayed at 56–84 mg.",
    "Reduce prednisone from 40 to 5 mg.",
    "The taper goes 20–10 mg in the first month of prednisone.",
    "Sertraline was lowered to 100–50 mg.",
    "Lisinopril-hydrochlorothiazide 20-12.5 mg is one tablet.",
    "Bactrim 800-160 mg twice a day.",
    "Gabapentin 100–3,600 mg a day has been used.",
    "Ketamine 0.1–1 mg/kg was tried.",
    "Take 1–2 tablets of ibuprofen.",
    "Amoxicillin-clavulanate 875-125 mg.",
    "Methotrexate 7.5–25 mg once a week.",
    "Levothyroxine 12.5–200 mcg a day.",
    "Vitamin C 60–1,000 mg.",
    "Over six weeks, cut diazepam by steps: 10–8–6–4–2 mg.",
    "Morphine 5–200 mg every four hours.",
    "Melatonin 0.3–5 mg at bedtime.",
    "The step down is 300–150 mg of bupropion each week.",
    "Warfarin 1-10 mg.",
    "Aspirin 75–900 mg.",
    "Ibuprofen 400 mg, 200 mg for smaller people.",
    "The difference between 84 and 56 mg of esketamine was small.",
    "Co-amoxiclav 500/125 mg.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_it_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_finding_turns_the_range_round() -> None:
    (finding,) = findings("The dose of esketamine is 84–56 mg.", CHECK)
    assert finding.message.startswith("“84–56 mg” names the larger amount first; was 56–84 mg meant?")
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.evidence.computed) == ("range", "84 mg > 56 mg")


def test_a_wide_range_shows_the_row_that_it_nearly_fits() -> None:
    (finding,) = findings("The usual ibuprofen dose is 20–400 mg.", CHECK)
    assert "200–400 mg" in finding.message
    assert finding.evidence is not None
    assert finding.evidence.computed == "400 ÷ 20 = 20"
    assert finding.evidence.rows[0]["dose"].startswith("200")


def test_a_reversed_range_of_an_earlier_time_is_held_back() -> None:
    (finding,) = findings("Mice were given 20–10 mg of ketamine.", CHECK)
    assert (finding.text, finding.held_back) == ("20–10 mg", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was told to swallow 50 to 25 mg of Benadryl.", "50 to 25 mg"),
        ("Adults need 1,000 to 500 mg of acetaminophen.", "1,000 to 500 mg"),
        ("Metformin is started at 500 to 8,500 mg once daily.", "500 to 8,500 mg"),
    ],
)
def test_any_words_in_front(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Metformin is started at 500 to 850 mg once daily.",
        "From week 12 to 16, 5 mg of escitalopram is enough.",
        "On day 15 to 10 mg of escitalopram a day was the switch.",
        "Patients over 60 to 20 mg of citalopram: a rule.",
        "She had 3 to 2 mg of lorazepam left.",
        "From 8 to 5 mg of prednisone took her a year.",
    ],
)
def test_any_words_in_front_or_not(text: str) -> None:
    assert shown(text, CHECK) == []


def test_never_stop_it_is_no_way_down() -> None:
    assert shown("Alprazolam: 10–1 mg a day for panic. Never stop it alone.", CHECK)
    assert not shown("Alprazolam: 10–1 mg a day. Stop it step by step.", CHECK)
