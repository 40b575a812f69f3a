"""Changes, yearly rates and sums of parts, with their near misses."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.statistics.changes import fold, percent
from workbench.statistics.growth import growth
from workbench.statistics.wholes import add


@pytest.mark.parametrize(
    ("old", "new", "stated", "fits"),
    [
        ("10", "15", "5", {"points"}),
        ("10", "15", "50", {"change"}),
        ("10", "15", "150", {"ratio"}),
        ("10", "15", "30", set()),
        ("10", "30", "400", set()),
        ("10", "30", "200", {"change"}),
        ("10", "30", "300", {"ratio"}),
        ("40", "30", "25", {"change"}),
        ("40", "30", "10", {"points"}),
        ("20", "22", "10", {"change"}),
        ("100", "105", "5", {"change", "points"}),  # here it does not matter
        ("70", "50", "28.6", {"change"}),
        ("70", "50", "30.0", set()),
    ],
)
def test_percent_of_exact_values(old: str, new: str, stated: str, fits: set[str]) -> None:
    found = percent(Decimal(old), Decimal(new), Decimal(stated), counted=True)
    assert found is not None
    assert found.fits == fits


def test_rounded_values_leave_more_open() -> None:
    assert _percent("10", "15", "45").fits == {"change"}  # 10.3 and 14.9
    assert _percent("10.0", "15.0", "45").fits == set()
    assert _percent("10.0", "15.0", "45", slack=Fraction(1, 9)).fits == {"change"}
    assert percent(Decimal("0"), Decimal("15"), Decimal("5")) is None
    assert percent(Decimal("0.4"), Decimal("15"), Decimal("5")) is not None


def _percent(old: str, new: str, stated: str, slack: Fraction = Fraction(0)):  # type: ignore[no-untyped-def]
    found = percent(Decimal(old), Decimal(new), Decimal(stated), slack)
    assert found is not None
    return found


def test_the_working_of_a_change() -> None:
    found = percent(Decimal("10"), Decimal("15"), Decimal("5"), counted=True)
    assert found == (Decimal("50.0"), Decimal("1.50"), Decimal("5"), frozenset({"points"}))


@pytest.mark.parametrize(
    ("old", "new", "stated", "fits"),
    [
        ("10", "30", "3", {"ratio"}),
        ("10", "40", "3", {"more"}),
        ("10", "30", "2", {"more"}),
        ("10", "30", "4", set()),
        ("10", "20", "2", {"ratio"}),
        ("20", "10", "2", {"ratio"}),  # halved
        ("30", "10", "3", {"ratio"}),  # a third of it, or three times fewer
        ("30", "10", "2", set()),
        ("7", "10", "1.4", {"ratio"}),
        ("2", "4", "3", set()),
    ],
)
def test_times(old: str, new: str, stated: str, fits: set[str]) -> None:
    found = fold(Decimal(old), Decimal(new), Decimal(stated), counted=True)
    assert found is not None
    assert found.fits == fits


def test_about_doubled() -> None:
    assert _fold("10.0", "19.0", "2.0") == set()
    assert _fold("10.0", "19.0", "2.0", Fraction(1, 10)) == {"ratio"}
    assert _fold("10", "19", "2") == {"ratio"}  # 9.5 and 19
    assert fold(Decimal("0"), Decimal("19"), Decimal("2"), counted=True) is None


def _fold(old: str, new: str, stated: str, slack: Fraction = Fraction(0)) -> frozenset[str]:
    found = fold(Decimal(old), Decimal(new), Decimal(stated), slack)
    assert found is not None
    return found.fits


@given(st.integers(100, 9999), st.integers(100, 9999), st.integers(0, 2), st.integers(0, 1))
def test_a_change_fits_however_it_is_rounded(old: int, new: int, places: int, shown: int) -> None:
    step, digits = Decimal(1).scaleb(-places), Decimal(1).scaleb(-shown)
    before, after = (Decimal(value).scaleb(-2).quantize(step, ROUND_HALF_UP) for value in (old, new))

    def printed(value: Fraction) -> Decimal:
        return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(digits, ROUND_HALF_UP)

    change = percent(before, after, printed(abs(Fraction(new, old) - 1) * 100))
    assert change is not None
    assert "change" in change.fits
    points = percent(before, after, printed(abs(Fraction(new - old, 100))))
    assert points is not None
    assert "points" in points.fits
    times = fold(before, after, printed(Fraction(max(old, new), min(old, new))))
    assert times is None or "ratio" in times.fits


@pytest.mark.parametrize(
    ("start", "end", "years", "stated", "fits"),
    [
        ("2", "4", 6, "20", False),
        ("2", "4", 6, "12.2", True),
        ("2", "4", 6, "12", True),
        ("2", "4", 6, "10.4", True),  # seven periods
        ("2", "4", 6, "14.9", True),  # five
        ("2", "4", 6, "13.5", False),
        ("3.24", "5.91", 6, "10.6", True),
        ("3.24", "5.91", 6, "13.7", False),
        ("3.24", "5.91", 6, "12.77", True),  # five
        ("1.5", "3.0", 10, "7.2", True),
        ("1.5", "3.0", 10, "10", False),  # simple
        ("4.0", "2.0", 5, "-12.9", True),
        ("4.0", "2.0", 5, "12.9", False),
        ("100", "105", 1, "5", True),
    ],
)
def test_yearly_growth(start: str, end: str, years: int, stated: str, fits: bool) -> None:
    found = growth(Decimal(start), Decimal(end), years, Decimal(stated))
    assert found is not None
    assert found.fits is fits


def test_the_working_of_a_yearly_rate() -> None:
    found = growth(Decimal(2), Decimal(4), 6, Decimal(20))
    assert found is not None
    assert [rate.years for rate in found.rates] == [6, 5, 7]
    assert [str(rate.compound) for rate in found.rates] == ["12.25", "14.87", "10.41"]
    assert [str(rate.simple) for rate in found.rates] == ["16.67", "20.00", "14.29"]
    assert [rate.fits for rate in found.rates] == ["", "simple", ""]
    once = growth(Decimal(2), Decimal(4), 1, Decimal(100))
    assert once is not None
    assert [rate.years for rate in once.rates] == [1, 2]


@pytest.mark.parametrize(("start", "end", "years"), [("0", "4", 6), ("0.0", "4", 6), ("2", "0", 6), ("2", "4", 0)])
def test_growth_that_cannot_be_worked_out(start: str, end: str, years: int) -> None:
    assert growth(Decimal(start), Decimal(end), years, Decimal(12)) is None


@given(st.integers(10, 5000), st.integers(-200, 400), st.integers(1, 15), st.integers(0, 2))
def test_a_rate_that_was_applied_fits(hundredths: int, tenths: int, years: int, places: int) -> None:
    start, rate = Fraction(hundredths, 10), Fraction(tenths, 10)
    end = start * (1 + rate / 100) ** years
    printed = (Decimal(end.numerator) / Decimal(end.denominator)).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    if not printed:
        return
    stated = (Decimal(tenths) / 10).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    found = growth(Decimal(hundredths) / 10, printed, years, stated)
    assert found is not None
    assert found.rates[0].fits == "compound"


@pytest.mark.parametrize(
    ("parts", "whole", "counted", "verdict"),
    [
        ("60 30 25", "100", False, "over"),
        ("60 30 10", "100", False, "fits"),
        ("33 33 33", "100", False, "fits"),
        ("34 34 34", "100", False, "over"),  # at least 100.5
        ("33.3 33.3 33.3", "100", False, "fits"),
        ("33.4 33.4 33.4", "100", False, "over"),
        ("60 30", "100", False, "under"),
        ("12 13", "25", True, "fits"),
        ("12 13", "24", True, "over"),
        ("1.2 3.4", "4.5", False, "fits"),
        ("1.2 3.4", "4.3", False, "over"),
        ("50 50 1", "100", False, "fits"),
        ("14.3 14.3 14.3 14.3 14.3 14.3 14.3", "100", False, "fits"),
    ],
)
def test_parts_of_a_whole(parts: str, whole: str, counted: bool, verdict: str) -> None:
    assert add([Decimal(part) for part in parts.split()], Decimal(whole), counted=counted).verdict == verdict


def test_the_working_of_a_sum() -> None:
    found = add([Decimal("60"), Decimal("30"), Decimal("25")])
    assert found == ("over", Decimal("115"), Decimal("113.5"), Decimal("116.5"))


@given(st.lists(st.integers(1, 200), min_size=1, max_size=12), st.integers(0, 2))
def test_shares_of_any_groups_fit_their_whole(groups: list[int], places: int) -> None:
    step = Decimal(1).scaleb(-places)
    parts = [(Decimal(100 * group) / sum(groups)).quantize(step, ROUND_HALF_UP) for group in groups]
    assert add(parts).verdict == "fits"
    assert add([Decimal(group) for group in groups], Decimal(sum(groups)), counted=True).verdict == "fits"
