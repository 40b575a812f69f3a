"""What doses come to in a day or a week: exact, in the dose's own unit, with the working."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_dose_reading import doses

from workbench.doses.reckoning import converted, in_window, plain, taken_at_once
from workbench.doses.stated import Dose, Times, Words

AMOUNTS = st.decimals(min_value=Decimal("0.001"), max_value=Decimal("9999"), places=3)


@pytest.mark.parametrize(
    ("text", "window", "low", "high", "working"),
    [
        ("Take 800 mg of ibuprofen every 4 hours.", "day", 4800, 4800, "800 mg × 6"),
        ("Take two 500 mg acetaminophen tablets every 4 to 6 hours.", "day", 4000, 6000, "1,000 mg × 4 to 6"),
        ("Take 400 mg of ibuprofen three times a day.", "day", 1200, 1200, "400 mg × 3"),
        ("Take 15 mg of methotrexate every day.", "week", 105, 105, "15 mg × 7"),
        ("Take 15 mg of methotrexate once a week.", "week", 15, 15, "15 mg × 1"),
        ("Take prednisone 40 mg daily.", "day", 40, 40, "40 mg a day"),
        ("Take prednisone 40 mg daily.", "week", 280, 280, "40 mg a day × 7"),
        ("20 mg of Prozac a day in two divided doses.", "day", 20, 20, "20 mg × 1"),
        ("Take 4 g of acetaminophen a day.", "day", 4, 4, "4 g × 1"),
        ("Acetaminophen 10 to 15 mg/kg every 6 hours.", "day", 40, 60, "10 to 15 mg/kg × 4"),
        ("84-56 mg of esketamine twice weekly.", "week", 112, 168, "56 to 84 mg × 2"),
        ("Take 10 mg of loratadine every other day.", "week", 35, 35, "10 mg × 3.5"),
        ("At most 8 tablets of acetaminophen in 24 hours.", "day", 8, 8, "8 tablet a day"),
    ],
)
def test_a_dose_comes_to(text: str, window: str, low: int, high: int, working: str) -> None:
    (dose,) = doses(text)
    reckoned = in_window(dose, window)
    assert reckoned is not None
    assert (reckoned.low, reckoned.high, reckoned.working) == (low, high, working)


@pytest.mark.parametrize(
    "text",
    [
        "Take 400 mg of ibuprofen.",
        "Ibuprofen 400 mg and acetaminophen 500 mg can be alternated every 3 hours.",
        "Each capsule contains 30 mg of duloxetine.",
        "Take 200 of ibuprofen twice a day.",
        "A patch gives 50 mcg/h of fentanyl.",
        "Run lidocaine at 2 mg/min.",
    ],
)
def test_what_is_not_said_is_not_reckoned(text: str) -> None:
    assert all(in_window(dose) is None for dose in doses(text))


def test_as_needed_is_kept() -> None:
    (dose,) = doses("Take 400 mg of ibuprofen every 6 hours as needed.")
    reckoned = in_window(dose)
    assert reckoned is not None
    assert not reckoned.whole


@pytest.mark.parametrize(
    ("value", "unit", "other", "expected"),
    [
        ("125", "mcg", "mg", Fraction(1, 8)),
        ("0.125", "mg", "mcg", Fraction(125)),
        ("1", "g", "mg", Fraction(1000)),
        ("5", "mL", "L", Fraction(1, 200)),
        ("10", "units", "units", Fraction(10)),
        ("10", "units", "mg", None),
        ("10", "mL", "mg", None),
    ],
)
def test_units_are_converted_where_they_can_be(value: str, unit: str, other: str, expected: Fraction | None) -> None:
    assert converted(Decimal(value), unit, other) == expected


@pytest.mark.parametrize(
    ("value", "shown"),
    [("3200", "3,200"), ("0.50", "0.5"), ("1000000", "1,000,000"), ("1/3", "1/3"), ("7/3", "2 1/3"), ("0", "0")],
)
def test_numbers_are_shown_plainly(value: str, shown: str) -> None:
    assert plain(Fraction(value)) == shown


@given(AMOUNTS, st.sampled_from(["mg", "mcg", "g", "ng"]), st.sampled_from(["mg", "mcg", "g", "ng"]))
def test_conversion_comes_back(value: Decimal, unit: str, other: str) -> None:
    there = converted(value, unit, other)
    assert there is not None
    assert converted(there, other, unit) == Fraction(value)


@given(AMOUNTS, st.integers(1, 24), st.integers(1, 24))
def test_a_day_is_exact(amount: Decimal, first: int, second: int) -> None:
    words = Words(0, 0, 1, "")
    low, high = sorted((Fraction(first), Fraction(second)))
    dose = Dose(words, amount, amount, "mg", times=Times(words, low, high, "day"))
    reckoned = in_window(dose)
    assert reckoned is not None
    assert (reckoned.low, reckoned.high) == (Fraction(amount) * low, Fraction(amount) * high)
    assert taken_at_once(dose) == (Fraction(amount), Fraction(amount))
