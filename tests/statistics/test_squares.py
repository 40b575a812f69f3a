"""Sums of squares, against all sets of small whole numbers."""

from __future__ import annotations

import random
from itertools import combinations_with_replacement

import pytest

from workbench.statistics.squares import least, most, reachable


def _all(n: int, low: int, high: int) -> set[tuple[int, int]]:
    sets = combinations_with_replacement(range(low, high + 1), n)
    return {(sum(numbers), sum(number**2 for number in numbers)) for numbers in sets}


@pytest.mark.parametrize("n", range(1, 7))
@pytest.mark.parametrize(("low", "high"), [(0, 1), (1, 5), (-2, 2), (1, 7)])
def test_on_a_scale(n: int, low: int, high: int) -> None:
    found = _all(n, low, high)
    for total in range(n * low - 1, n * high + 2):
        squares = {square for some, square in found if some == total}
        for wanted in range(n * max(low**2, high**2) + 2):
            assert reachable(n, total, wanted, low, high) is (wanted in squares), (total, wanted)
        if squares:
            assert (min(squares), max(squares)) == (least(n, total), most(n, total, low, high))


@pytest.mark.parametrize(("n", "far"), [(1, 9), (2, 9), (3, 9), (4, 9), (5, 6), (6, 6)])
def test_without_a_scale(n: int, far: int) -> None:
    """Numbers of at most `far` give every sum of squares up to its square, if any numbers do."""
    found = _all(n, -far, far)
    for total in range(-2 * n, 2 * n + 1):
        for wanted in range(far**2 + 1):
            assert reachable(n, total, wanted) is ((total, wanted) in found), (total, wanted)


def test_large_groups_are_decided() -> None:
    chance = random.Random(8)
    for _ in range(60):
        n, high = chance.randint(10, 120), chance.choice((3, 7, 60))
        numbers = [chance.randint(0, high) for _ in range(n)]
        total, squares = sum(numbers), sum(number**2 for number in numbers)
        assert reachable(n, total, squares, 0, high) is True
        assert reachable(n, total, squares + 1, 0, high) is False
        assert reachable(n, total, most(n, total, 0, high) + 2, 0, high) is False
        assert reachable(n, total, least(n, total) - 2, 0, high) is False


def test_too_large_for_a_search() -> None:
    assert reachable(400, 800, 2400, 0, 7) is None
    assert reachable(400, 800, 2400) is True
    assert reachable(400, 800, 2401, 0, 7) is False
    assert reachable(400, 800, 9000, 0, 7) is False
    assert reachable(3, 50, 900, 0, 7) is False
