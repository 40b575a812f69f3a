"""Risks in two groups: difference, ratio and number needed to treat, with the rounding of what is printed.

Risks are percentages as printed. What is worked out is a range, because 10 % may have been anything from 9.5 to 10.5 %.
"""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from math import ceil, floor
from typing import Literal, NamedTuple

from workbench.statistics.printed import Range, plain, quotient, rounded
from workbench.statistics.shares import decimals

Verdict = Literal["fits", "differs", "undecided"]


class Worked(NamedTuple):
    """A printed number beside what follows from the others: worked out from them as printed, and its possible range."""

    verdict: Verdict
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


class AtMost(NamedTuple):
    """How often something may still happen that was not seen in n people, in percent."""

    exact: Decimal
    rule: Decimal


def difference(control: Decimal, treated: Decimal, stated: Decimal) -> Worked:
    """Absolute difference of two risks, in percentage points; the direction does not matter."""
    exact = abs(Fraction(control) - Fraction(treated))
    return _worked(exact, _apart(control, treated), stated)


def ratio(control: Decimal, treated: Decimal, stated: Decimal) -> Worked:
    """Risk ratio, treated over control; undecided where the control risk may be zero."""
    possible = quotient(_risk(treated), _risk(control))
    if possible is None or not control:
        return Worked("undecided")
    return _worked(Fraction(treated) / Fraction(control), possible, stated)


def relative(control: Decimal, treated: Decimal, stated: Decimal) -> Worked:
    """Relative change of a risk, in percent of the control risk; the direction does not matter."""
    possible = quotient(_risk(treated), _risk(control))
    if possible is None or not control:
        return Worked("undecided")
    ends = sorted(abs(end - 1) * 100 for end in possible)
    spread = Range(Fraction(0) if possible.holds(Fraction(1)) else ends[0], ends[1])
    return _worked(abs(Fraction(treated) / Fraction(control) - 1) * 100, spread, stated)


def needed(control: Decimal, treated: Decimal, stated: Decimal) -> Worked:
    """Number needed to treat (or to harm): 100 over the difference in percentage points.

    A whole number may be rounded to the nearest one, or up, as the Cochrane Handbook has it (5.1, section 12.5.4).
    Undecided where the two risks may be the same.
    """
    apart = _apart(control, treated)
    if apart.low <= 0 or control == treated:
        return Worked("undecided")
    exact = 100 / abs(Fraction(control) - Fraction(treated))
    possible = Range(100 / apart.high, 100 / apart.low)
    if decimals(stated):
        return _worked(exact, possible, stated)
    smallest, largest = floor(possible.low + Fraction(1, 2)), ceil(possible.high)
    if possible.low % 1 == Fraction(1, 2):
        smallest -= 1  # a tie may have been rounded down
    verdict: Verdict = "fits" if smallest <= stated <= largest else "differs"
    return Worked(verdict, plain(exact, 1), Decimal(smallest), Decimal(largest))


def at_most(n: int, level: int = 95) -> AtMost:
    """How often something may happen that was not seen in `n` people.

    Args:
        n: people, 1 or more.
        level: confidence in percent; the rule 3/n (Hanley & Lippman-Hand 1983, doi 10.1001/jama.1983.03330370053031) is
            that of 95.
    """
    with localcontext(Context(prec=40)):
        left = (1 - Decimal(level) / 100).ln() / n
        exact = 100 * (1 - left.exp())
    return AtMost(exact.quantize(Decimal("0.01")), plain(min(Fraction(300, n), Fraction(100)), 2))


def _risk(percent: Decimal) -> Range:
    near = rounded(percent)
    return Range(max(Fraction(0), near.low), near.high)


def _apart(control: Decimal, treated: Decimal) -> Range:
    one, other = _risk(control), _risk(treated)
    if one.meets(other):
        return Range(Fraction(0), max(one.high - other.low, other.high - one.low))
    return Range(one.low - other.high, one.high - other.low) if one.low > other.high else _apart(treated, control)


def _worked(exact: Fraction, possible: Range, stated: Decimal) -> Worked:
    places = max(1, decimals(stated))
    fits = rounded(stated).meets(possible)
    return Worked(
        "fits" if fits else "differs", plain(exact, places), plain(possible.low, places), plain(possible.high, places)
    )
