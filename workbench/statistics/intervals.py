"""Confidence intervals: the estimate inside its ends, and the decision beside a printed p."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from workbench.statistics.printed import rounded
from workbench.statistics.reported import Reported


class Interval(NamedTuple):
    """A printed estimate with its interval: `RR 1.40 (95 % CI 1.10 to 1.80)`; `ratio` for OR, RR, HR and their like."""

    estimate: Decimal
    low: Decimal
    high: Decimal
    ratio: bool
    level: int = 95

    @property
    def null(self) -> int:
        """The value that means “no difference”."""
        return 1 if self.ratio else 0


def place(interval: Interval) -> Literal["inside", "outside", "reversed", "impossible"]:
    """Whether the estimate can lie in its interval, all rounding allowed for.

    "reversed" ends are printed the wrong way round; a ratio below zero is "impossible".
    """
    estimate, low, high = (rounded(value) for value in interval[:3])
    if interval.ratio and min(interval[:3]) < 0:
        return "impossible"
    if low.low > high.high:
        return "reversed"
    return "inside" if low.low <= estimate.high and estimate.low <= high.high else "outside"


def excludes(interval: Interval) -> bool | None:
    """Whether the interval leaves out “no difference”; None where rounding hides it (a ratio that ends at 1.0)."""
    low, high = rounded(interval.low), rounded(interval.high)
    if low.low > interval.null or high.high < interval.null:
        return True
    return False if low.high < interval.null < high.low else None


def against(interval: Interval, reported: Reported) -> Literal["agree", "disagree", "undecided"]:
    """Whether the interval and a printed p decide alike: no difference left out, and p below 1 − level, or neither.

    Undecided where either stands at the border: an end or a p that rounds to it, or `p < .10` beside a 95 % interval.
    """
    limit = 1 - Fraction(interval.level, 100)
    out = excludes(interval)
    if reported.sign == "ns":
        significant: bool | None = False if Fraction(reported.value) == limit else None
    elif reported.sign == "=":
        near = rounded(reported.value)
        significant = True if near.high < limit else False if near.low > limit else None
    elif reported.sign == "<":
        significant = True if Fraction(reported.value) <= limit else None
    else:
        significant = False if Fraction(reported.value) >= limit else None
    if out is None or significant is None:
        return "undecided"
    return "agree" if out == significant else "disagree"
