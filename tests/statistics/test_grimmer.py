"""Mean and standard deviation together, against all groups of a few people, and published verdicts."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.statistics.binary import debit
from workbench.statistics.deviations import grimmer
from workbench.statistics.limits import limits

_FINE = Context(prec=50)


def _spread(scores: tuple[int, ...], items: int) -> tuple[Decimal, Decimal]:
    """Mean and sample deviation with 50 digits."""
    n, total = len(scores), sum(scores)
    variance = Fraction(sum(score**2 for score in scores) * n - total**2, n * (n - 1) * items**2)
    mean = _FINE.divide(Decimal(total), Decimal(n * items))
    return mean, _FINE.sqrt(_FINE.divide(Decimal(variance.numerator), Decimal(variance.denominator)))


@pytest.mark.parametrize(
    ("n", "items", "high", "places"),
    [(2, 1, 7, 2), (3, 1, 7, 2), (4, 1, 7, 2), (5, 1, 5, 2), (6, 1, 4, 1), (7, 1, 3, 2), (3, 2, 3, 2), (4, 3, 2, 1)],
)
def test_against_all_groups_on_a_scale(n: int, items: int, high: int, places: int) -> None:
    """Every printed pair of mean and deviation on a scale from 1 on: possible just when some group has it."""
    step = Decimal(1).scaleb(-places)
    rounded: set[tuple[Decimal, Decimal]] = set()
    shortened: set[tuple[Decimal, Decimal]] = set()
    for scores in combinations_with_replacement(range(items, high * items + 1), n):
        mean, sd = _spread(scores, items)
        ways = (ROUND_HALF_UP, ROUND_DOWN)
        rounded.add((mean.quantize(step, ROUND_HALF_UP), sd.quantize(step, ROUND_HALF_UP)))
        shortened |= {(mean.quantize(step, one), sd.quantize(step, other)) for one in ways for other in ways}
    means = {mean for mean, _ in shortened}
    tie = step / 2
    for mean in means:
        for number in range(int(Decimal(high) / step) + 1):
            sd = Decimal(number).scaleb(-places)
            found = grimmer(mean, sd, n, items, 1, high)
            if (mean, sd) in rounded:
                assert (found.verdict, found.how) == ("possible", "rounded"), (mean, sd)
            elif (mean, sd) in shortened:
                assert found.verdict == "possible", (mean, sd)
            elif found.verdict == "possible":  # then a tie was rounded down, which the oracle rounds up
                assert found.total is not None and found.squares is not None
                exact_mean = Fraction(found.total, n * items)
                variance = Fraction(found.squares * n - found.total**2, n * (n - 1) * items**2)
                ties = (abs(exact_mean - Fraction(mean)) == tie, variance == Fraction(sd + tie) ** 2)
                assert any(ties), (mean, sd, found)
            else:
                assert found.verdict in ("mean", "deviation")


# scrutiny (Jung), data `pigs5` and tests/testthat/test-grimmer-map.R
PIGS = (
    ("7.22", "5.30", 38, False),
    ("4.74", "6.55", 31, True),
    ("5.23", "2.55", 35, False),
    ("2.57", "2.57", 30, True),
    ("6.77", "2.18", 33, False),
    ("2.68", "2.59", 34, True),
    ("7.01", "6.68", 35, False),
    ("7.38", "3.65", 32, True),
    ("3.14", "5.32", 33, False),
    ("6.89", "4.18", 37, True),
    ("5.00", "2.18", 31, True),
    ("0.24", "6.43", 34, True),
)


@pytest.mark.parametrize(("mean", "sd", "n", "possible"), PIGS)
def test_the_verdicts_of_scrutiny(mean: str, sd: str, n: int, possible: bool) -> None:
    """scrutiny rounds; 5.23 and 2.55 of 35 people would fit with digits cut off, and that is told apart."""
    assert (grimmer(Decimal(mean), Decimal(sd), n).how == "rounded") is possible


@pytest.mark.parametrize(
    ("mean", "sd", "n", "items", "possible"),
    [  # rsprite2 (Wallrich), tests/testthat/test-core-and-plot-functions.R and test-statistical-regressions.R
        ("5.21", "1.6", 28, 1, True),
        ("3.44", "2.47", 18, 1, False),
        ("5.19", "1.5", 28, 1, False),
        ("1.33", "0.00", 3, 3, True),
        ("1.1", "0", 10, 1, True),
        ("1.83", "0.2", 9, 2, True),
        ("1.5", "0.71", 2, 1, True),
        ("1.44", "0.17", 9, 1, False),
        ("-1.44", "0.17", 9, 1, False),
        ("1.5", "0.00", 8, 1, False),
        ("1.5", "0", 8, 1, False),
        ("1.5", "0.00", 8, 2, True),
        ("100000001.5", "0.58", 4, 1, True),
        ("7.3", "2.51", 12, 1, False),  # scrutiny, vignette “GRIMMER”
    ],
)
def test_published_examples(mean: str, sd: str, n: int, items: int, possible: bool) -> None:
    assert (grimmer(Decimal(mean), Decimal(sd), n, items).how == "rounded") is possible


def test_a_mean_that_is_impossible_comes_first() -> None:
    assert grimmer(Decimal("5.19"), Decimal("1.50"), 28).verdict == "mean"
    assert grimmer(Decimal("1.44"), Decimal("0.17"), 9).verdict == "deviation"
    assert grimmer(Decimal("1.44"), Decimal("0.17"), 1).verdict == "undecided"


def test_a_standard_error_is_not_a_deviation() -> None:
    """2.50 (0.10) of 16 people: nobody's deviation, but the error of a deviation of 0.4 is."""
    assert grimmer(Decimal("2.44"), Decimal("0.13"), 16).verdict == "deviation"
    assert grimmer(Decimal("2.44"), Decimal("0.13"), 16, kind="error").verdict == "possible"


def test_divided_by_n() -> None:
    """1, 2, 3: the deviation of the three is 0.82, as a sample it is 1.00."""
    assert grimmer(Decimal("2.00"), Decimal("1.00"), 3).verdict == "possible"
    assert grimmer(Decimal("2.00"), Decimal("0.82"), 3).verdict == "deviation"
    assert grimmer(Decimal("2.00"), Decimal("0.82"), 3, kind="population").verdict == "possible"


@given(st.lists(st.integers(0, 60), min_size=2, max_size=80), st.integers(0, 2), st.integers(1, 3))
def test_the_deviation_of_any_people_is_possible(scores: list[int], places: int, items: int) -> None:
    mean, sd = _spread(tuple(scores), items)
    step = Decimal(1).scaleb(-places)
    for way in (ROUND_HALF_UP, ROUND_DOWN):
        printed = mean.quantize(step, way), sd.quantize(step, way)
        assert grimmer(*printed, len(scores), items).verdict == "possible"


def test_the_limits_of_a_scale() -> None:
    """rsprite2, `.sd_limits` of 5 people with a mean of 4.2 on a scale from 1 to 7, one item and two."""
    assert limits(Decimal("4.2"), 5, 1, 7) == (Decimal("0.45"), Decimal("3.03"))
    assert limits(Decimal("4.2"), 5, 1, 7, 2) == (Decimal("0.27"), Decimal("3.03"))
    assert limits(Decimal("1.00"), 100, 1, 7) == (Decimal("0.00"), Decimal("0.00"))
    assert limits(Decimal("7.40"), 5, 1, 7) is None


# scrutiny, data `pigs3` (of 1,683 people) and tests/testthat/test-debit.R
@pytest.mark.parametrize(
    ("mean", "sd", "n", "possible"),
    [
        ("0.53", "0.50", 1683, True),
        ("0.44", "0.50", 1683, True),
        ("0.77", "0.42", 1683, True),
        ("0.19", "0.35", 1683, False),
        ("0.34", "0.47", 1683, True),
        ("0.93", "0.25", 1683, True),
        ("0.12", "0.33", 1683, True),
        ("0.50", "0.503", 100, True),
        ("0.05", "0.21", 20, False),
        ("0.05", "0.22", 20, True),
        ("0.35", "0.18", 20, False),
        ("0.00", "0.00", 50, True),
        ("1.00", "0.00", 50, True),
        ("0.00", "0.50", 50, False),
        ("1.00", "0.50", 50, False),
        ("0.5", "0.1", 30, False),
    ],
)
def test_yes_and_no_in_scrutiny(mean: str, sd: str, n: int, possible: bool) -> None:
    assert (debit(Decimal(mean), Decimal(sd), n).how == "rounded") is possible


@pytest.mark.parametrize("n", [2, 3, 7, 9, 20, 37])
def test_yes_and_no_against_all_counts(n: int) -> None:
    step = Decimal("0.01")
    exact = [_spread((1,) * k + (0,) * (n - k), 1) for k in range(n + 1)]
    ways = (ROUND_HALF_UP, ROUND_DOWN)
    shortened = {
        (mean.quantize(step, one), sd.quantize(step, other)) for mean, sd in exact for one in ways for other in ways
    }
    for percent in range(101):
        for number in range(75):
            mean, sd = Decimal(percent).scaleb(-2), Decimal(number).scaleb(-2)
            found = debit(mean, sd, n)
            if (mean, sd) in shortened:
                assert found.counts
            else:  # only a tie rounded down is left
                assert all(abs(exact[k][0] - mean) == step / 2 or exact[k][1] == sd + step / 2 for k in found.counts)


def test_what_the_mean_alone_would_give() -> None:
    assert debit(Decimal("0.35"), Decimal("0.18"), 20) == ((), "", (Decimal("0.49"),))
    assert debit(Decimal("0.35"), Decimal("0.48"), 20, kind="population").counts == (7,)
