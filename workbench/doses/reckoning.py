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


_SAME = 1


class Reckoned(Struct, frozen=True):
    """An amount in a window: exact ends in the dose's own unit.

    `by` is as in the dose: with "kg" the amount is one per kilogram. `whole` is false where more of it might be
    taken than was said ("as needed").
    """

    dose: Dose
    low: Fraction
    high: Fraction
    window: str
    whole: bool = True

    @property
    def unit(self) -> str:
        """The dose's own unit."""
        return self.dose.unit

    @property
    def by(self) -> str:
        """What the amount is one per."""
        return self.dose.by

    @property
    def working(self) -> str:
        """The sum in words and signs, which is written out only where it is shown."""
        return _working(self.dose, self.window)


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
    (low, high), span, times = taken_at_once(dose), DAYS[window], dose.times
    if _by_itself(dose):
        share = span / DAYS[dose.per]
        return Reckoned(dose, low * share, high * share, window) if _plain_rate(dose) else None
    if dose.per or times is None:
        return None
    return Reckoned(dose, low * times.low * span, high * times.high * span, window, not times.as_needed)


def _by_itself(dose: Dose) -> bool:
    """Whether the amount is that of a window already: “4 g in 24 hours”."""
    return bool(dose.per) and (dose.times is None or dose.times.divided or dose.times.window == dose.per)


def _working(dose: Dose, window: str) -> str:
    (low, high), span, times = taken_at_once(dose), DAYS[window], dose.times
    unit = f"{dose.unit}/{dose.by}" if dose.by else dose.unit
    shown = plain(low) if low == high else f"{plain(low)} to {plain(high)}"
    if times is None or _by_itself(dose):
        share = span / DAYS[dose.per]
        return f"{shown} {unit} a {dose.per}" + ("" if share == 1 else f" × {plain(share)}")
    if times.low * span < 1 and times.high * span < 1 and window == "day":
        return f"{shown} {unit} × {plain(times.high * DAYS['week'])} times a week"
    return f"{shown} {unit} × {' to '.join(plain(rate) for rate in sorted({times.low * span, times.high * span}))}"


def _plain_rate(dose: Dose) -> bool:
    """Whether the amount's own window is one of intake; a rate per hour or minute runs for a time that is not said."""
    return DAYS[dose.per] >= 1


def converted(value: Fraction | Decimal, unit: str, other: str) -> Fraction | None:
    """The value in another unit of the same kind; None for units that have no fixed relation (mg and units, mL)."""
    factor = _factor(unit, other)
    if factor is None:
        return None
    amount = value if type(value) is Fraction else Fraction(value)
    return amount if factor is _SAME else amount * factor


@lru_cache(maxsize=256)
def _factor(unit: str, other: str) -> Fraction | int | None:
    if unit == other:
        return _SAME
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
