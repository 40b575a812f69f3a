"""Exact arithmetic of shares, proved against an oracle that rounds every share of every group."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import statistics

LARGEST = 200
PLACES = (0, 1, 2)
ROUNDINGS = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)


@pytest.mark.parametrize(
    ("percent", "n", "counts"),
    [
        ("70.8", 24, [17]),
        ("70.8", 10, []),
        ("70.83", 24, [17]),
        ("0", 10, [0]),
        ("100", 10, [10]),
        ("100.0", 7, [7]),
        ("33", 200, [65, 66, 67]),
        ("12", 8, [1]),  # 12.5 may be rounded down to even
        ("13", 8, [1]),  # or up
        ("120", 10, []),
        ("10.1", 110, []),
        ("10.0", 110, [11]),
        ("66.6", 3, []),  # cut off, not rounded
    ],
)
def test_the_counts_that_give_a_percentage(percent: str, n: int, counts: list[int]) -> None:
    value = Decimal(percent)
    assert list(statistics.fits(value, statistics.decimals(value), n)) == counts


@pytest.mark.parametrize(
    ("percent", "possible"),
    [("67.4", False), ("54.2", False), ("54.0", True), ("69.8", False), ("68.1", False), ("55.4", False)],
)
def test_the_verdicts_of_scrutiny_for_percentages_of_150(percent: str, possible: bool) -> None:
    """scrutiny (Jung), data `pigs2`: `grim_map(pigs2, percent = TRUE)` as its README prints it."""
    assert bool(statistics.fits(Decimal(percent), 1, 150)) is possible


@pytest.mark.parametrize("places", PLACES)
def test_every_percentage_of_up_to_200_people_against_enumeration(places: int) -> None:
    """Each count of each group is divided and rounded one by one; nothing else may be called possible.

    With two decimals, the values that nobody gives are those of the same proof in `test_percent_of_n`.
    """
    step = Decimal(1).scaleb(-places)
    for n in range(1, LARGEST + 1):
        counts: dict[Decimal, set[int]] = {}
        for count in range(n + 1):
            share = Decimal(count) * 100 / n
            for rounding in ROUNDINGS:
                counts.setdefault(share.quantize(step, rounding), set()).add(count)
        every = (Decimal(printed).scaleb(-places) for printed in range(100 * 10**places + 1))
        for value in every if places < 2 else counts:
            assert set(statistics.fits(value, places, n)) == counts.get(value, set()), (value, n)


@pytest.mark.parametrize(("printed", "places"), [("70", 0), ("70.0", 1), ("70.80", 2), ("1E+2", 0)])
def test_printed_decimals_count(printed: str, places: int) -> None:
    assert statistics.decimals(Decimal(printed)) == places


@pytest.mark.parametrize(
    ("percent", "n", "cut_off"),
    [("66", 3, True), ("70", 24, True), ("67", 3, False), ("71", 24, False), ("1", 33, False)],
)
def test_shares_that_were_cut_off(percent: str, n: int, cut_off: bool) -> None:
    assert statistics.truncates(Decimal(percent), 0, n) is cut_off


def test_the_group_sizes_that_fit_and_the_neighbours() -> None:
    assert statistics.sizes(Decimal("64.3"), 1, 60) == (14, 28, 42, 56)
    assert statistics.sizes(Decimal("1"), 0, 33) == ()
    assert statistics.sizes(Decimal("64.3"), 1, 60, 2) == (14, 28)
    assert statistics.neighbours(Decimal("64.3"), 10) == ((5, 6), (7, 8))
    assert statistics.neighbours(Decimal("1"), 10) == ((0,), (1, 2))
    assert statistics.neighbours(Decimal("99.5"), 10) == ((8, 9), (10,))


@given(st.integers(1, 400), st.data(), st.sampled_from(PLACES))
def test_a_rounded_share_fits_and_is_printed_with_its_decimals(n: int, data: st.DataObject, places: int) -> None:
    count = data.draw(st.integers(0, n))
    for rounding in ROUNDINGS:
        value = (Decimal(count) * 100 / n).quantize(Decimal(1).scaleb(-places), rounding)
        assert count in statistics.fits(value, places, n)
    assert Decimal(statistics.share(count, n, places)) == (Decimal(count) * 100 / n).quantize(
        Decimal(1).scaleb(-places), ROUND_HALF_UP
    )


@pytest.mark.parametrize("places", PLACES)
@given(st.data())
def test_bases_are_the_groups_in_which_a_count_fits(places: int, data: st.DataObject) -> None:
    percent = Decimal(data.draw(st.integers(0, 100 * 10**places))).scaleb(-places)
    count, up_to = data.draw(st.integers(0, 60)), data.draw(st.integers(0, LARGEST))
    tried = [n for n in range(max(count, 1), up_to + 1) if count in statistics.fits(percent, places, n)]
    assert list(statistics.bases(percent, places, count, up_to)) == tried
