"""Means of whole numbers, proved against an oracle that rounds every mean of every group, and published verdicts."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.statistics.means import grim, nearest, sizes

LARGEST = 200
ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)

# scrutiny (Jung), data `pigs1` and tests/testthat/test-grim-map.R: rounding up or down from 5
PIGS = ("7.22", "4.74", "5.23", "2.57", "6.77", "2.68", "7.01", "7.38", "3.14", "6.89", "5.00", "0.24")
PIGS_N = (32, 25, 29, 24, 27, 28, 29, 26, 27, 31, 25, 28)
UP_OR_DOWN = "tfffftftfftf"
UP_OR_DOWN_40 = "tfttttftfftf"


def _tf(text: str) -> list[bool]:
    return [letter == "t" for letter in text]


@pytest.mark.parametrize("places", [0, 1, 2])
def test_every_mean_up_to_200_people_against_enumeration(places: int) -> None:
    """All means from −1 to 1: the rest repeats, because a whole number more is n more on the sum."""
    step = Decimal(1).scaleb(-places)
    printed = [Decimal(number).scaleb(-places) for number in range(-(10**places), 10**places + 1)]
    for n in range(1, LARGEST + 1):
        rounded: dict[Decimal, set[int]] = {}
        cut: dict[Decimal, set[int]] = {}
        for total in range(-n - 1, n + 2):
            mean = Decimal(total) / n
            for rounding in ROUNDINGS:
                rounded.setdefault(mean.quantize(step, rounding), set()).add(total)
            cut.setdefault(mean.quantize(step, ROUND_DOWN), set()).add(total)
        for mean in printed[1:-1]:
            found = grim(mean, n)
            assert set(found.rounded) == rounded.get(mean, set()), (mean, n)
            assert set(found.truncated) == cut.get(mean, set()), (mean, n)


@pytest.mark.parametrize(("mean", "n", "possible"), list(zip(PIGS, PIGS_N, _tf(UP_OR_DOWN), strict=True)))
def test_the_verdicts_of_scrutiny(mean: str, n: int, possible: bool) -> None:
    assert bool(grim(Decimal(mean), n).rounded) is possible


@pytest.mark.parametrize(("mean", "possible"), list(zip(PIGS, _tf(UP_OR_DOWN_40), strict=True)))
def test_the_verdicts_of_scrutiny_for_40_people_where_ties_matter(mean: str, possible: bool) -> None:
    """3.14 of 40 and its like are left to rounding: digits cut off, 126 of 40 is 3.15, not the 3.14 of a float."""
    assert bool(grim(Decimal(mean), 40).rounded) is possible


@pytest.mark.parametrize(
    ("first", "n", "items", "expected"),
    [  # scrutiny, tests/testthat/test-grim.R
        ("5.19", 28, 1, "fftffftffftf"),
        ("0.150", 120, 3, "tfftfftftf"),
        ("0.80", 28, 2, "tftftftttt"),
    ],
)
def test_runs_of_means_in_scrutiny(first: str, n: int, items: int, expected: str) -> None:
    start = Decimal(first)
    step = Decimal(1).scaleb(start.as_tuple().exponent)
    means = [start + step * k for k in range(len(expected))]
    assert [bool(grim(mean, n, items).rounded) for mean in means] == _tf(expected)


@pytest.mark.parametrize(
    ("mean", "n", "items", "possible"),
    [
        ("5.19", 28, 1, False),  # rsprite2 (Wallrich), tests/testthat/test-core-and-plot-functions.R
        ("5.18", 14, 2, True),  # the same
        ("-1.3", 3, 1, True),  # test-statistical-regressions.R
        ("3.45", 10, 1, False),  # Allard 2018
        ("20.92", 12, 1, True),  # Heathers' ages of twelve undergraduates: 251 years
        ("21.00", 12, 1, True),
        ("20.95", 12, 1, False),
        ("3.48", 20, 1, False),
        ("3.48", 50, 1, True),
        ("3.48", 20, 5, True),  # of five items, the steps are a hundredth
        ("3.5", 20, 1, True),
    ],
)
def test_worked_examples(mean: str, n: int, items: int, possible: bool) -> None:
    assert bool(grim(Decimal(mean), n, items).rounded) is possible


def test_the_scale_limits_the_sums() -> None:
    assert not grim(Decimal("0.90"), 10, low=1, high=7).possible
    assert not grim(Decimal("7.10"), 10, low=1, high=7).possible
    assert list(grim(Decimal("7.00"), 10, low=1, high=7).totals) == [70]
    assert list(grim(Decimal("1"), 5, low=1, high=7).rounded) == [5, 6, 7]


def test_what_is_shown_beside_an_impossible_mean() -> None:
    assert [str(mean) for mean in nearest(Decimal("5.19"), 28)] == ["5.18", "5.21"]
    assert [str(mean) for mean in nearest(Decimal("-0.52"), 10)] == ["-0.60", "-0.50"]
    assert [str(mean) for mean in nearest(Decimal("3.50"), 10)] == ["3.50", "3.50"]
    assert sizes(Decimal("3.48"), 50) == (21, 23, 25, 27, 29, 31, 33, 40, 42, 44, 46, 48, 50)  # of 40, 3.475
    assert sizes(Decimal("3.48"), 20) == ()


@pytest.mark.parametrize(("mean", "n", "testable"), [("3.48", 99, True), ("3.48", 100, False), ("3.5", 10, False)])
def test_large_groups_have_every_mean(mean: str, n: int, testable: bool) -> None:
    assert grim(Decimal(mean), n).testable is testable


@given(st.lists(st.integers(-30, 60), min_size=1, max_size=150), st.integers(1, 4), st.integers(0, 3))
def test_the_mean_of_any_answers_is_possible(answers: list[int], items: int, places: int) -> None:
    answers = answers * items
    n = len(answers) // items
    exact = Decimal(sum(answers)) / len(answers)
    step = Decimal(1).scaleb(-places)
    for rounding in ROUNDINGS:
        assert sum(answers) in grim(exact.quantize(step, rounding), n, items).rounded
    assert sum(answers) in grim(exact.quantize(step, ROUND_DOWN), n, items).truncated
