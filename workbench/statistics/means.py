"""Means of whole numbers: which averages a group of so many people can have.

GRIM (Brown & Heathers 2017, doi 10.1177/1948550616673876): answers on a scale are whole numbers, so their sum is one,
and the mean of n people can only be a whole number divided by n.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from workbench.statistics.printed import plain, rounded
from workbench.statistics.shares import decimals


class Mean(NamedTuple):
    """What a printed mean says of the sum of all answers.

    `rounded` are the sums whose mean prints so, ties rounded up, down or to even; `truncated` those whose further
    digits were cut off. `testable` is false where the group is so large that every mean with so many decimals is
    possible.
    """

    rounded: range
    truncated: range
    testable: bool

    @property
    def possible(self) -> bool:
        """Whether any sum gives the mean, in any way of rounding."""
        return bool(self.rounded) or bool(self.truncated)

    @property
    def totals(self) -> tuple[int, ...]:
        """Every sum that gives the mean, in rising order."""
        return tuple(sorted({*self.rounded, *self.truncated}))


def grim(mean: Decimal, n: int, items: int = 1, low: int | None = None, high: int | None = None) -> Mean:
    """The sums of answers behind a mean.

    Args:
        mean: as printed; may be negative (a change of score).
        n: people, 1 or more.
        items: whole-number answers of each person that were averaged; 1 for a single question or a sum of points.
        low: the lowest answer the scale allows, where it is known.
        high: the highest one.
    """
    answers, places = n * items, decimals(mean)
    scale, printed = 10**places, int(mean.scaleb(places))
    near = rounded(mean)
    around = range(ceil(near.low * answers), floor(near.high * answers) + 1)
    if printed == 0:  # −0.009 and 0.009 are both cut to 0.00
        cut = range(-((answers - 1) // scale), (answers - 1) // scale + 1)
    elif printed > 0:
        cut = range(-(-printed * answers // scale), -(-(printed + 1) * answers // scale))
    else:
        cut = range((printed - 1) * answers // scale + 1, printed * answers // scale + 1)
    least = None if low is None else low * answers
    most = None if high is None else high * answers
    return Mean(_within(around, least, most), _within(cut, least, most), answers < scale)


def nearest(mean: Decimal, n: int, items: int = 1) -> tuple[Decimal, Decimal]:
    """The possible means next below and above a printed one, with its decimals; twice the same where it is possible."""
    answers, places = n * items, decimals(mean)
    found = grim(mean, n, items).rounded
    if found:
        return mean, mean
    below = floor(Fraction(mean) * answers)
    return plain(Fraction(below, answers), places), plain(Fraction(below + 1, answers), places)


def sizes(mean: Decimal, up_to: int, items: int = 1) -> tuple[int, ...]:
    """The group sizes up to `up_to` in which some sum rounds to this mean."""
    return tuple(n for n in range(1, up_to + 1) if grim(mean, n, items).rounded)


def _within(totals: range, least: int | None, most: int | None) -> range:
    start = totals.start if least is None else max(totals.start, least)
    stop = totals.stop if most is None else min(totals.stop, most + 1)
    return range(start, max(start, stop))
