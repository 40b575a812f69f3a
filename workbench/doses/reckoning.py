"""What a stated dose comes to: exact amounts per day or week, and the same amount in another unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from workbench.doses.stated import Dose
from workbench.doses.times import DAYS

_IN_GRAMS = {
    unit: Fraction(grams)
    for unit, grams in (line.split() for line in ("g 1", "mg 1/1000", "mcg 1/1000000", "ng 1/1000000000"))
}
_IN_LITRES = {unit: Fraction(litres) for unit, litres in (line.split() for line in ("L 1", "mL 1/1000"))}


class Reckoned(Struct, frozen=True):
    """An amount in a window: exact ends in the dose's own unit, and the working in words and signs.

    `by` is as in the dose: with "kg" the amount is one per kilogram. `whole` is false where more of it might be
    taken than was said ("as needed").
    """

    low: Fraction
    high: Fraction
    unit: str
    by: str
    window: str
    working: str
    whole: bool = True


def taken_at_once(dose: Dose) -> tuple[Fraction, Fraction]:
    """The amount of one intake, the smaller end first: strength times pieces."""
    return dose.kept(taken_at_once, lambda: _taken_at_once(dose))


def _taken_at_once(dose: Dose) -> tuple[Fraction, Fraction]:
    low = high = Fraction(dose.low)
    if dose.high != dose.low:
        low, high = sorted((low, Fraction(dose.high)))
    return (low, high) if dose.pieces is None else (low * Fraction(dose.pieces[0]), high * Fraction(dose.pieces[1]))


def in_window(dose: Dose, window: str = "day") -> Reckoned | None:
    """What a dose comes to in a "day", "week" or "month" of 30 days; None where its text does not tell how often."""
    return dose.kept(window, lambda: _in_window(dose, window))


def _in_window(dose: Dose, window: str) -> Reckoned | None:
    if dose.strength or not dose.unit:
        return None
    low, high = taken_at_once(dose)
    span, unit = DAYS[window], f"{dose.unit}/{dose.by}" if dose.by else dose.unit
    shown = plain(low) if low == high else f"{plain(low)} to {plain(high)}"
    if dose.per and (dose.times is None or dose.times.divided or dose.times.window == dose.per):
        share = span / DAYS[dose.per]
        working = f"{shown} {unit} a {dose.per}" + ("" if share == 1 else f" × {plain(share)}")
        return Reckoned(low * share, high * share, dose.unit, dose.by, window, working) if _plain_rate(dose) else None
    if dose.per or dose.times is None:
        return None
    times = dose.times
    if times.low * span < 1 and times.high * span < 1 and window == "day":
        span_text = f"{plain(times.high * DAYS['week'])} times a week"
    else:
        rates = sorted({times.low * span, times.high * span})
        span_text = " to ".join(plain(rate) for rate in rates)
    working = f"{shown} {unit} × {span_text}"
    return Reckoned(
        low * times.low * span, high * times.high * span, dose.unit, dose.by, window, working, not times.as_needed
    )


def _plain_rate(dose: Dose) -> bool:
    """Whether the amount's own window is one of intake; a rate per hour or minute runs for a time that is not said."""
    return DAYS[dose.per] >= 1


def converted(value: Fraction | Decimal, unit: str, other: str) -> Fraction | None:
    """The value in another unit of the same kind; None for units that have no fixed relation (mg and units, mL)."""
    factor = _factor(unit, other)
    return None if factor is None else Fraction(value) if factor == 1 else Fraction(value) * factor


@lru_cache(maxsize=256)
def _factor(unit: str, other: str) -> Fraction | int | None:
    if unit == other:
        return 1
    for table in (_IN_GRAMS, _IN_LITRES):
        if unit in table and other in table:
            return table[unit] / table[other]
    return None


def plain(value: Fraction | Decimal) -> str:
    """A number for people: 3,200; 0.5; 2 1/3 where no decimal ends."""
    exact = Fraction(value)
    rest = exact.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        whole, part = divmod(exact, 1)
        return f"{whole:,} {part}" if whole else str(part)
    text = f"{Decimal(exact.numerator) / Decimal(exact.denominator):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
