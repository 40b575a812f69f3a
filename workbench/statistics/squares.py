"""Sums of squares: which of them whole numbers with a given sum can have.

Without a scale and from five numbers on, every sum of squares is reached that is at least the smallest one and as even
or odd as the sum. (Take out one number so that the rest of four has an odd sum b and an odd sum of squares a with
4a ≥ b²: 4a − b² is 3 more than a multiple of 8, so by Legendre it is a sum of three odd squares, and by Cauchy the four
numbers follow from these.) Fewer numbers, and numbers held to a scale, are searched.
"""

from __future__ import annotations

from math import isqrt

_FREE = 5  # from so many numbers on, the rule above holds
_STEPS = 20_000  # of the search; a scale and a group that need more are left undecided
_DEEPEST = 300  # numbers a search goes through


def least(n: int, total: int) -> int:
    """The smallest sum of squares of `n` whole numbers with this sum: all of them as equal as can be."""
    each, left = divmod(total, n)
    return (n - left) * each**2 + left * (each + 1) ** 2


def most(n: int, total: int, low: int, high: int) -> int:
    """The largest one on a scale: all of them at an end but one. `n·low ≤ total ≤ n·high`."""
    if low == high:
        return n * low**2
    top, left = divmod(total - n * low, high - low)
    return n * high**2 if top == n else top * high**2 + (low + left) ** 2 + (n - top - 1) * low**2


def reachable(n: int, total: int, squares: int, low: int | None = None, high: int | None = None) -> bool | None:
    """Whether `n` whole numbers from `low` to `high` have this sum and this sum of squares; None where it is too much.

    Args:
        n: how many numbers, 1 or more.
        total: their sum.
        squares: the sum of their squares.
        low: the smallest number allowed, where there is one.
        high: the largest one.
    """
    if (squares - total) % 2 or squares < least(n, total):
        return False
    if n >= _FREE and low is None and high is None:
        return True
    middle = total // n
    away = isqrt(max(0, squares - 2 * middle * total + n * middle**2)) + 1  # no number lies farther from the middle
    bottom = middle - away if low is None else max(low, middle - away)
    top = middle + away if high is None else min(high, middle + away)
    if bottom > top or not n * bottom <= total <= n * top:
        return False
    if n > _DEEPEST:
        return None if squares <= most(n, total, bottom, top) else False
    moved = squares - 2 * bottom * total + n * bottom**2  # the same question with numbers from 0 on
    return _Search().run(n, total - n * bottom, moved, top - bottom)


class _Search:
    """Takes out one number after the other, the largest first."""

    def __init__(self) -> None:
        self.steps = 0
        self.dead: set[tuple[int, int, int, int]] = set()

    def run(self, n: int, total: int, squares: int, top: int) -> bool | None:
        """Whether numbers from 0 to `top` do it."""
        if n == 0:
            return total == squares == 0
        if not 0 <= total <= n * top or not least(n, total) <= squares <= most(n, total, 0, top):
            return False
        state = (n, total, squares, top)
        if state in self.dead:
            return False
        self.steps += 1
        if self.steps > _STEPS:
            return None
        for largest in range(min(top, total, isqrt(squares)), -(-total // n) - 1, -1):
            found = self.run(n - 1, total - largest, squares - largest**2, largest)
            if found is not False:
                return found
        self.dead.add(state)
        return False
