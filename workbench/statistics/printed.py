"""What a printed number may have been before it was rounded, as an exact range."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from workbench.statistics.shares import decimals

_CONTEXT = Context(prec=40, rounding=ROUND_HALF_UP)


class Range(NamedTuple):
    """All values from `low` to `high`, both included."""

    low: Fraction
    high: Fraction

    def holds(self, value: Fraction) -> bool:
        """Whether the value lies in the range."""
        return self.low <= value <= self.high

    def meets(self, other: Range) -> bool:
        """Whether the two ranges have a value in common."""
        return self.low <= other.high and other.low <= self.high

    def wider(self, by: Fraction) -> Range:
        """The range with so much more on either side."""
        return Range(self.low - by, self.high + by)


def unit(value: Decimal) -> Fraction:
    """One of the last printed digit: 1/100 for 3.40."""
    return Fraction(1, 10 ** decimals(value))


def rounded(value: Decimal) -> Range:
    """The values that print as this one, ties rounded up or down: 3.4 is 3.35 to 3.45."""
    exact, half = Fraction(value), Fraction(1, 2 * 10 ** decimals(value))
    return Range(exact - half, exact + half)


def cut_off(value: Decimal) -> Range:
    """The values that print as this one when further digits are dropped: −3.4 is −3.5 (just not) to −3.4."""
    exact, step = Fraction(value), unit(value)
    if exact == 0:
        return Range(-step, step)
    return Range(exact, exact + step) if exact > 0 else Range(exact - step, exact)


def quotient(over: Range, under: Range) -> Range | None:
    """Every `over / under`; nothing where `under` may be zero. Both ranges are 0 or more, as counts and shares are."""
    if under.low <= 0:
        return None
    return Range(over.low / under.high, over.high / under.low)


def plain(value: Fraction, places: int) -> Decimal:
    """A fraction with so many decimals, half rounded up: for showing, never for judging."""
    exact = _CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
    return exact.quantize(Decimal(1).scaleb(-places), context=_CONTEXT)


def root(value: Fraction, places: int) -> Decimal:
    """The square root of a fraction with so many decimals: for showing, as `plain`."""
    return plain(Fraction(_CONTEXT.sqrt(_CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator)))), places)
