"""How far a dose lies from the rows of its drug: ends on one basis, in one unit, and the sum in words and signs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from workbench.detectors.dosing._reference import speaking
from workbench.doses import Dose
from workbench.doses.limits import Fact, Span
from workbench.doses.reckoning import converted, plain
from workbench.facts import Table

MASSES = ("g", "mg", "mcg", "ng")
SURE = ("high", "medium")
_HEAVIEST, _LIGHTEST, _SMALL = 150, 3, 10  # kg: between them lies whoever takes an amount per kilogram
_START = 20  # a ceiling speaks for doses down to its twentieth part
_DIGITS = 4


class Reach(NamedTuple):
    """A row with the least and the most that it can mean, in the unit and on the basis of the dose.

    `ceiling`: from the row's maximum, not from its usual dose. `turned`: the figure per kilogram was taken times the
    weights of bodies, or the figure of a body divided by them.
    """

    fact: Fact
    low: Fraction
    high: Fraction
    ceiling: bool
    turned: bool


def rows_of(table: Table, dose: Dose) -> tuple[Fact, ...]:
    """The rows that speak for a dose, those of its rhythm where rows of a week and rows of a day stand side by side."""
    rows = tuple(speaking(table, dose))
    weekly = tuple(fact for fact in rows if _window(fact) == "week")
    window = dose.per or (dose.times.window if dose.times is not None else "")
    if not weekly or len(weekly) == len(rows) or window not in ("day", "week"):
        return rows
    return weekly if window == "week" else tuple(fact for fact in rows if fact not in weekly)


def _window(fact: Fact) -> str:
    return next((span.per for span in (fact.usual, fact.ceiling) if span is not None), "")


def reaches(dose: Dose, rows: tuple[Fact, ...]) -> Iterator[Reach]:
    """What each figure of the rows reaches from and to; figures in another kind of unit are left out."""
    for fact in rows:
        for span in (fact.usual, fact.ceiling):
            found = _span(span, span is fact.ceiling, dose.unit, dose.by) if span is not None else None
            if span is not None and found is not None:
                yield Reach(fact, *found, span is fact.ceiling, bool(span.by) != bool(dose.by))


@lru_cache(maxsize=2048)
def _span(span: Span, ceiling: bool, unit: str, by: str) -> tuple[Fraction, Fraction] | None:
    """The ends of a row's figure in another unit, per kilogram or for a whole body as the dose is."""
    low, high = converted(span.low, span.unit, unit), converted(span.high, span.unit, unit)
    if low is None or not high:
        return None
    least = high / _START if ceiling or not low else low
    if bool(span.by) == bool(by):
        return least, high
    return (least * _LIGHTEST, high * _HEAVIEST) if span.by else (least / _HEAVIEST, high / _SMALL)


def far(dose: Dose, value: Fraction, reach: Reach) -> str:
    """How many times an amount is above or below a row: “125 mg is 500 times more than the largest reference …”."""
    basis = f"{dose.unit}/{dose.by}" if dose.by else dose.unit
    above = value > reach.high
    end = reach.high if above else reach.low
    times = value / end if above else end / value
    told = f"{plain(value)} {basis} is {plain(_short(times, 0))} times {'more' if above else 'less'}"
    reference = f"the {'largest' if above else 'smallest'} reference, {_mass(end, basis)}"
    return f"{told} than {reference}{_weight(dose, reach, above)}"


def _weight(dose: Dose, reach: Reach, above: bool) -> str:
    """For which body a reference was reckoned."""
    if not reach.turned:
        return ""
    return f" at {(_SMALL if above else _HEAVIEST) if dose.by else (_HEAVIEST if above else _LIGHTEST)} kg"


def _mass(value: Fraction, basis: str) -> str:
    """An amount in the largest unit in which it is no fraction: 250 mcg rather than 0.25 mg."""
    unit, *by = basis.split("/")
    for other in MASSES:
        turned = converted(value, unit, other)
        if turned is not None and turned >= 1:
            return f"{plain(_short(turned, 1))} {'/'.join((other, *by))}"
    return f"{plain(_short(value, _DIGITS))} {basis}"


def _short(value: Fraction, digits: int) -> Decimal:
    return round(Decimal(value.numerator) / Decimal(value.denominator), digits)


def ends(dose: Dose) -> str:
    """The number or the range of a dose, without its unit."""
    first, last = sorted((dose.low, dose.high))
    return plain(first) if first == last else f"{plain(first)}–{plain(last)}"
