"""Parts and wholes: whether printed parts can add up to what they are parts of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from workbench.statistics.printed import plain, rounded, unit
from workbench.statistics.shares import decimals

HUNDRED = Decimal(100)


class Sum(NamedTuple):
    """Parts beside their whole: the sum as printed, the smallest and largest it can be, and which side it misses on."""

    verdict: Literal["fits", "over", "under"]
    total: Decimal
    low: Decimal
    high: Decimal


def add(parts: Sequence[Decimal], whole: Decimal = HUNDRED, *, counted: bool = False) -> Sum:
    """Whether parts add up to their whole, every part rounded on its own.

    Args:
        parts: as printed, in the unit of the whole.
        whole: what they are parts of; a percentage of 100 is exact.
        counted: the numbers are counts of people, which nobody rounds.
    """
    total = sum((Fraction(part) for part in parts), Fraction(0))
    off = Fraction(0) if counted else sum((unit(part) / 2 for part in parts), Fraction(0))
    top = Fraction(whole) if counted or whole == HUNDRED else rounded(whole).high
    bottom = Fraction(whole) if counted or whole == HUNDRED else rounded(whole).low
    places = max((decimals(part) for part in parts), default=0)
    verdict: Literal["fits", "over", "under"] = (
        "over" if total - off > top else "under" if total + off < bottom else "fits"
    )
    return Sum(verdict, plain(total, places), plain(total - off, places + 1), plain(total + off, places + 1))
