"""Pairs of risks, numbers needed to treat, limits of a change, and growth in tables, in the words of leaflets."""

from __future__ import annotations

import pytest
from reading import printed, readings
from speak import article

from workbench.figures import changes, growth, intervals, pvalues, risks


def paired(text: str) -> list[str]:
    """The pairs of risks of a text's first sentence, as counts or percentages."""
    page = article(text)
    return [
        " | ".join(printed(risk.percent) if risk.percent else printed(risk.count, risk.size) for risk in pair[:2])
        for pair in risks.pairs(page, page.sentences[0])
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Relapse came to 12 of 120 (10%) with Velodrin and 24 of 120 (20%) with placebo.", ["12 120 | 24 120"]),
        ("Relapse came to 10% (12 of 120) versus 20% (24 of 120).", ["12 120 | 24 120"]),
        ("Dizziness was reported by 9% on the drug and by 4% on placebo.", ["9 | 4"]),
        ("With the patch, 7 in 100 were infected; without it, 12 in 100.", ["7 100 | 12 100"]),
        ("Relapse was cut by 9% on the drug and by 4% on placebo.", []),
        ("It came to 7 in 100; in the year before, 12 in 100 fell.", []),
        ("It was 12 of 120, 10% more than before.", []),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert paired(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The NNT is therefore 2.", "2"),
        ("The number needed to treat works out at 25.", "25"),
        ("So 12 people have to wear the patch for one infection to be avoided.", "12"),
        ("For every 8 people treated, one gains.", "8"),
        ("Every 8 people who came got a form.", None),
        ("Twelve people have to wear it for a year.", None),
    ],
)
def test_numbers_needed(text: str, found: str | None) -> None:
    told = [printed(one.needed.number) for one in readings(risks.read, text) if one.needed]
    assert told == ([] if found is None else [found])


def test_each_number_needed_has_the_pair_in_brackets_behind_it() -> None:
    text = "NNT = 8 for response (62.5% vs 50%) and NNH = 12 for nausea (20% vs 11.7%)."
    found = [one.pair for one in readings(risks.read, text) if one.needed and one.pair]
    assert [printed(pair[0].percent, pair[1].percent) for pair in found] == ["62.5 50", "20 11.7"]


@pytest.mark.parametrize(
    ("text", "bound", "vague"),
    [
        ("It more than doubled, from 10 to 25.", "more than", False),
        ("It nearly doubled, from 10 to 19.", "", True),
        ("It doubled, from 10 to 20.", "", False),
        ("It at least tripled, from 10 to 30.", "at least", False),
    ],
)
def test_limits_of_a_doubling(text: str, bound: str, vague: bool) -> None:
    (change,) = readings(changes.read, text)
    assert [(told.bound, told.approximate) for told in change.told] == [(bound, vague)]


def test_a_p_as_a_power_of_ten_with_a_space() -> None:
    (p,) = readings(pvalues.read, "It was clear (p = 1.2 x 10 -5).")
    assert printed(p.value) == "0.000012"


def test_an_average_rate_is_growth() -> None:
    (one,) = readings(growth.read, "Spending rose from £1.2m in 2019 to £2.4m in 2023, an average of 19% a year.")
    assert printed(one.rate) == "19"


def table(*rows: str) -> str:
    return "\n".join(("| Item | Value |", "|-|-|", *rows)) + "\n"


def test_growth_in_a_table() -> None:
    (one,) = readings(
        growth.read, table("| 2025 | $7.4 bn |", "| 2032 (forecast) | $12.9 bn |", "| CAGR 2025–2032 | 8.3% |")
    )
    assert one.start is not None
    assert one.end is not None
    assert one.compound
    assert printed(one.rate, one.start.value, one.start.year, one.end.value, one.end.year) == "8.3 7.4 2025 12.9 2032"


@pytest.mark.parametrize(
    "rows",
    [
        ("| 2025 | $7.4 bn |", "| CAGR | 8.3% |"),
        ("| 2025 | 4% |", "| 2032 | 6% |", "| CAGR | 8.3% |"),
        ("| 2015 | $7.4 bn |", "| 2020 | $9.9 bn |", "| CAGR 2025–2032 | 8.3% |"),
        ("| Patients | 2,025 |", "| CAGR | 8.3% |"),
    ],
)
def test_a_table_without_both_ends(rows: tuple[str, ...]) -> None:
    (one,) = readings(growth.read, table(*rows))
    assert one.start is None or one.end is None


def test_a_table_of_other_things() -> None:
    assert readings(growth.read, table("| 2025 | $7.4 bn |", "| Response | 8.3% |")) == []


def test_p_in_a_column() -> None:
    rows = "| Rash | 1.40 (0.85–2.30) | 0.18 |\n| Ache | 1.40 (1.15–1.70) | <0.001* |\n"
    text = f"| Event | OR (95% CI) | p |\n|-|-|-|\n{rows}"
    assert [(p.sign, printed(p.value)) for p in readings(pvalues.read, text)] == [("=", "0.18"), ("<", "0.001")]
    assert [one.p and printed(one.p.value) for one in readings(intervals.read, text)] == ["0.18", "0.001"]


def test_other_columns_hold_no_p() -> None:
    assert readings(pvalues.read, "| Event | P (mmol/L) | n |\n|-|-|-|\n| Rash | 0.85 | 0.18 |\n") == []
