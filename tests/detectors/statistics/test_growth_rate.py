"""Yearly growth against its first and last value, all ways of counting years tried before it is failed."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "growth-rate"
WRONG = [
    ("It goes from 2 → 4 bn over 6 years, 20% CAGR.", "20% CAGR"),
    ("Sales will grow from $3.24 billion in 2022 to $5.91 billion by 2028, a CAGR of 17%.", "CAGR of 17%"),
    ("It was worth $850 million in 2020. It should reach $1.2 billion by 2025, at a CAGR of 12.4%.", "CAGR of 12.4%"),
    ("The number of clinics rose from 100 in 2015 to 800 in 2023, a compound annual growth rate of 45%.", None),
    ("Spending rose from £1.2m in 2019 to £2.4m in 2023, an average of 40% a year.", "40% a year"),
    ("Spending is set to grow at 12% a year, from £480m in 2025 to £610m in 2029.", "12% a year"),
]
RIGHT = [
    "Sales will grow from $3.24 billion in 2022 to $5.91 billion by 2028, a CAGR of 10.6%.",
    "Sales will grow from $3.24 billion in 2022 to $5.91 billion by 2028, a CAGR of 12.8%.",
    "Sales will grow from $3.24 billion in 2022 to $5.91 billion by 2028, a CAGR of 9.0%.",
    "It goes from 2 → 4 bn over 6 years, 12.2% CAGR.",
    "Spending rose from £1.2m in 2019 to £2.4m in 2023, an average of 25% a year.",
    "Spending rose from £1.2m in 2019 to £2.4m in 2023, or 19% a year.",
    "It was about $2 billion in 2020 and nearly $3 billion in 2024, a CAGR of 9.5%.",
]
OPEN = [
    ("A report tells of a CAGR of 12%.", "the first and the last value are missing"),
    ("It was worth $3.24 billion in 2022 and will grow at a CAGR of 12% to 2030.", "the last value is missing"),
    ("It will go from $2 billion in 2024 to $3 billion in 2030, a CAGR of 9.5%.", "(3 ÷ 2)"),
]
NONE = ["Sales grow by 5% a year.", "Growth charts show the 5% line.", "Interest is 5% a year."]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_a_rate_that_does_not_lead_there_is_found(text: str, found: str | None) -> None:
    (one,) = shown(text, CHECK)
    assert found is None or one == found


@pytest.mark.parametrize("text", RIGHT)
def test_any_way_of_counting_years_passes(text: str) -> None:
    assert [one.verdict for one in judged(text, CHECK)] == ["pass"]


@pytest.mark.parametrize(("text", "missing"), OPEN)
def test_what_is_missing_is_named(text: str, missing: str) -> None:
    (one,) = judged(text, CHECK)
    assert one.verdict == "not-checkable"
    assert one.evidence is not None
    assert missing in one.evidence.computed


@pytest.mark.parametrize("text", NONE)
def test_other_rates_get_no_verdict(text: str) -> None:
    assert judged(text, CHECK) == []


def test_simple_growth_called_compound_says_so() -> None:
    (finding,) = findings("It goes from 2.0 → 4.0 bn over 6 years, 16.7% CAGR.", CHECK)
    assert finding.confidence == "medium"
    assert finding.message.endswith("It is the whole change divided by the years, which is no compound rate.")


def test_the_sum_is_written_out() -> None:
    text = "Sales will grow from $3.24 billion in 2022 to $5.91 billion by 2028, a CAGR of 17%."
    (finding,) = findings(text, CHECK)
    assert finding.message.startswith("From 3.24 billion to 5.91 billion in 6 years is 10.5% a year, not 17%.")
    assert finding.evidence is not None
    assert finding.evidence.given == "3.24 billion (2022) → 5.91 billion (2028); CAGR of 17%"
    assert finding.evidence.computed == "(5.91 ÷ 3.24)^(1/6) − 1 = 10.5% a year"
    assert [(row["years"], row["compound"]) for row in finding.evidence.rows] == [
        ("5", "12.77%"),
        ("6", "10.54%"),
        ("7", "8.97%"),
    ]
