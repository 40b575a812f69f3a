"""Changes from one value to another: in percent, in percentage points, in folds.

The same words are used for different sums: “up 5 %” from 10 % to 15 % means points, “three times more” is said of three
times as many. Every reading that gives the printed number is returned, and whoever asks says which of them are right.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from workbench.statistics.printed import Range, plain, quotient, rounded
from workbench.statistics.shares import decimals

Reading = Literal["change", "points", "ratio", "more"]
_NONE = Fraction(0)


class Change(NamedTuple):
    """What a change comes to, and how the printed number can be read.

    `change` is in percent of the old value, `ratio` the new over the old value, `points` their difference; all without
    sign. `fits` has the readings that give the printed number; empty where none does.
    """

    change: Decimal
    ratio: Decimal
    points: Decimal
    fits: frozenset[Reading]


def percent(
    old: Decimal, new: Decimal, stated: Decimal, slack: Fraction = _NONE, *, counted: bool = False
) -> Change | None:
    """A change printed in percent, which has three readings.

    From 10 % to 15 % the "change" is 50 %, it is 5 "points", and the new value is a "ratio" of 150 % of the old one.

    Args:
        old: the first value as printed, above 0.
        new: the second one, 0 or more.
        stated: the printed percentage, without sign.
        slack: what the text leaves open, as a share of the printed number: 1/20 for “about”.
        counted: both values are exact (people, sessions, prices); otherwise they may have been rounded.

    Returns:
        None where the old value may be zero: not checkable.
    """
    first, last = _value(old, counted), _value(new, counted)
    folds = quotient(last, first)
    if folds is None:
        return None
    near = rounded(stated).wider(abs(Fraction(stated)) * slack)
    readings: dict[Reading, Range] = {
        "change": _size(folds, Fraction(1), 100),
        "points": _size(Range(last.low - first.high, last.high - first.low), Fraction(0), 1),
        "ratio": Range(folds.low * 100, folds.high * 100),
    }
    return _change(old, new, stated, {name for name, possible in readings.items() if near.meets(possible)})


def fold(
    old: Decimal, new: Decimal, stated: Decimal, slack: Fraction = _NONE, *, counted: bool = False
) -> Change | None:
    """A change printed in times: "ratio" (from 10 to 30 is three times as many), "more" (three times more: 10 to 40).

    A fall is read the other way round: from 30 to 10 is three times fewer. Arguments as for `percent`; `stated` of
    “doubled” is 2, of “halved” as well.
    """
    falls = new < old
    first, last = _value(old, counted), _value(new, counted)
    folds = quotient(first, last) if falls else quotient(last, first)
    if folds is None:
        return None
    near = rounded(stated).wider(abs(Fraction(stated)) * slack)
    fits: set[Reading] = {"ratio"} if near.meets(folds) else set()
    if near.meets(Range(folds.low - 1, folds.high - 1)) and not falls:
        fits.add("more")
    return _change(old, new, stated, fits)


def _change(old: Decimal, new: Decimal, stated: Decimal, fits: set[Reading]) -> Change:
    places = max(1, decimals(stated))
    exact = Fraction(new) / Fraction(old) if old else Fraction(0)
    apart = plain(abs(Fraction(new) - Fraction(old)), max(decimals(old), decimals(new)))
    return Change(plain(abs(exact - 1) * 100, places), plain(exact, max(2, places)), apart, frozenset(fits))


def _value(value: Decimal, counted: bool) -> Range:
    if counted:
        return Range(Fraction(value), Fraction(value))
    return Range(max(Fraction(0), rounded(value).low), rounded(value).high)


def _size(values: Range, zero: Fraction, times: int) -> Range:
    """How far the values lie from a point, without sign."""
    ends = sorted(abs(end - zero) * times for end in values)
    return Range(Fraction(0) if values.holds(zero) else ends[0], ends[1])
