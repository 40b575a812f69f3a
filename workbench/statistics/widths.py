"""Widths of confidence intervals: the p they imply, and the middle where the estimate should lie.

The p that an interval implies is that of Altman & Bland (2011, doi 10.1136/bmj.d2304): half the width of the interval
is so many standard errors, for ratios on the scale of their logarithms. Small groups and exact methods give other
intervals, so a p that differs a little proves nothing.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from workbench.statistics.intervals import Interval
from workbench.statistics.printed import rounded
from workbench.statistics.tails import normal
from workbench.statistics.tests import P

_SHOWN = Context(prec=6, rounding=ROUND_HALF_UP)
_LEVELS = {  # half the width of an interval, in standard errors
    90: Decimal("1.6448536269514722"),
    95: Decimal("1.9599639845400542"),
    99: Decimal("2.5758293035489004"),
}


_Ends = tuple[Decimal, Decimal]  # between which a value lies


class Middle(NamedTuple):
    """Where an estimate lies in its interval.

    `centre` is the middle of the printed ends. `arms` is the longer arm divided by the shorter one, with all rounding
    in its favour: 1 where the interval can be symmetric, None where an arm can have no length.
    """

    symmetric: bool
    centre: Decimal
    arms: Decimal | None


def implied(interval: Interval) -> P | None:
    """The p that the interval implies, and its range over all rounding; None where the interval cannot say.

    Only for the levels 90, 95 and 99, and where neither end can be zero (ratios) and the ends can be told apart.
    """
    ends = [rounded(value) for value in interval[:3]]
    if interval.level not in _LEVELS or (interval.ratio and min(end.low for end in ends) <= 0):
        return None
    with localcontext(Context(prec=40)):
        z = _LEVELS[interval.level]
        at = [_scale(Fraction(value), interval.ratio) for value in interval[:3]]
        estimate, low, high = [(_scale(end.low, interval.ratio), _scale(end.high, interval.ratio)) for end in ends]
        widest, narrowest = high[1] - low[0], high[0] - low[1]
        if narrowest <= 0 or at[2] <= at[1]:
            return None
        nearest = Decimal(0) if estimate[0] <= 0 <= estimate[1] else min(abs(end) for end in estimate)
        sizes = (abs(at[0]) / (at[2] - at[1]), max(abs(end) for end in estimate) / narrowest, nearest / widest)
        chances = [normal((2 * z * size) ** 2) for size in sizes]
    return P(*(_SHOWN.plus(chance) for chance in chances))


def middle(interval: Interval) -> Middle | None:
    """Whether the estimate lies in the middle of its interval, for ratios of the logarithms; None for ends of zero."""
    estimate, low, high = (rounded(value) for value in interval[:3])
    if interval.ratio and (low.low <= 0 or estimate.low <= 0):
        return None
    with localcontext(Context(prec=40)):
        ends = [_scale(Fraction(value), interval.ratio) for value in (interval.low, interval.high)]
        centre = (ends[0] + ends[1]) / 2
        below, at, above = (
            (_scale(one.low, interval.ratio), _scale(one.high, interval.ratio)) for one in (low, estimate, high)
        )
        upper, lower = _arm(at, above), _arm(below, at)
        shown = _SHOWN.plus(centre.exp() if interval.ratio else centre)
        if upper[0] <= lower[1] and lower[0] <= upper[1]:
            return Middle(True, shown, Decimal(1))
        longer, shorter = (upper[0], lower[1]) if upper[0] > lower[1] else (lower[0], upper[1])
        return Middle(False, shown, _SHOWN.plus(longer / shorter) if shorter > 0 else None)


def _arm(below: _Ends, above: _Ends) -> tuple[Decimal, Decimal]:
    """The shortest and the longest way from one value to the next."""
    return max(Decimal(0), above[0] - below[1]), above[1] - below[0]


@lru_cache(maxsize=512)
def _scale(value: Fraction, ratio: bool) -> Decimal:  # several checks ask for the ends of one interval
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.ln() if ratio else exact
