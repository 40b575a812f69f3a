"""Yearly growth: the rate that leads from one value to another in so many years.

A forecast “from 2022 to 2028” has six years between its ends, but a report that starts to count in 2023 has five, and
one that counts both ends has seven; all three are tried before anybody is accused.
"""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Literal, NamedTuple

from workbench.statistics.printed import Range, plain, quotient, rounded
from workbench.statistics.shares import decimals

TOLERANCE = Decimal("0.1")  # points of a percentage that reports differ by for reasons of their own
_SHOWN = Decimal("0.01")


class Rate(NamedTuple):
    """The yearly rates for one way of counting years, in percent, and which of them is the printed one.

    `compound` grows on what has grown; `simple` is the whole change divided by the years.
    """

    years: int
    compound: Decimal
    simple: Decimal
    fits: Literal["compound", "simple", ""]


class Growth(NamedTuple):
    """All ways of counting, the plain one first. `fits` is true where any of them gives the printed rate compounded."""

    fits: bool
    rates: tuple[Rate, ...]


def growth(
    start: Decimal, end: Decimal, years: int, stated: Decimal, tolerance: Decimal = TOLERANCE, *, dated: bool = False
) -> Growth | None:
    """Whether a printed yearly rate leads from one printed value to the other.

    Args:
        start: the first value, above 0. Whole numbers (“2 billion”) are taken as told, others as rounded.
        end: the last one, above 0.
        years: years between them, 1 or more.
        stated: the rate in percent; negative where things shrink.
        tolerance: points added to the rounding of the rate.
        dated: whether the values have these years beside them. Another count of years is then a second slip to be
            forgiven, and the values are taken as printed for it.

    Returns:
        None where a value may be zero: not checkable.
    """
    possible = quotient(_told(end), _told(start))
    if possible is None or years < 1 or possible.low <= 0:
        return None
    near = rounded(stated).wider(Fraction(tolerance))
    exact = Fraction(end) / Fraction(start)
    printed = Range(exact, exact)
    rates = tuple(
        _rate(possible if count == years or not dated else printed, exact, count, near)
        for count in (years, years - 1, years + 1)
        if count > 0
    )
    return Growth(any(rate.fits == "compound" for rate in rates), rates)


def _told(value: Decimal) -> Range:
    return rounded(value) if decimals(value) else Range(Fraction(value), Fraction(value))


def _rate(possible: Range, exact: Fraction, years: int, near: Range) -> Rate:
    slow, fast = max(Fraction(0), 1 + near.low / 100) ** years, max(Fraction(0), 1 + near.high / 100) ** years
    yearly = Range((possible.low - 1) * 100 / years, (possible.high - 1) * 100 / years)
    with localcontext(Context(prec=40)):
        root = ((Decimal(exact.numerator) / Decimal(exact.denominator)).ln() / years).exp()
        compound = ((root - 1) * 100).quantize(_SHOWN)
    simple = plain((exact - 1) * 100 / years, 2)
    fits: Literal["compound", "simple", ""] = "simple" if near.meets(yearly) else ""
    return Rate(years, compound, simple, "compound" if Range(slow, fast).meets(possible) else fits)
