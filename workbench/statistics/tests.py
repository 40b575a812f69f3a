"""Test statistics: the p that follows from t, F, chi-square, z or r.

A printed statistic was rounded, so it stands for a whole range of p, from the one of its largest size to the one of its
smallest. Whether a printed p agrees with it is the matter of `reported`.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from workbench.statistics import tails
from workbench.statistics.printed import cut_off, rounded

Kind = Literal["t", "F", "chi2", "z", "r"]
ONE_OR_TWO: tuple[Kind, ...] = ("t", "z", "r")  # tests that may be one-tailed; the others have one tail only
_FREEDOMS = {"t": 1, "F": 2, "chi2": 1, "z": 0, "r": 1}
_SHOWN = Context(prec=12, rounding=ROUND_HALF_UP)
_EXACT = Context(prec=40)


class Statistic(NamedTuple):
    """A printed test statistic: `F(1, 28) = 4.20` is `Statistic("F", Decimal("4.20"), (Decimal(1), Decimal(28)))`."""

    kind: Kind
    value: Decimal
    df: tuple[Decimal, ...] = ()
    sign: Literal["=", "<", ">"] = "="


class P(NamedTuple):
    """The p of a statistic as printed, and the smallest and largest p its rounding allows (12 digits)."""

    p: Decimal
    low: Decimal
    high: Decimal


def recompute(statistic: Statistic, tailed: Literal[1, 2] = 2, *, cut: bool = False) -> P | None:
    """The p of a statistic; None where degrees of freedom are missing or make no sense: not checkable.

    Args:
        statistic: as printed. F and chi-square are 0 or more, r lies between −1 and 1.
        tailed: 1 halves the p of t, z and r.
        cut: the statistic's further digits were dropped, not rounded.
    """
    if len(statistic.df) != _FREEDOMS[statistic.kind] or any(df <= 0 for df in statistic.df):
        return None
    size = abs(statistic.value)
    if (statistic.kind == "r" and size > 1) or (statistic.kind in ("F", "chi2") and statistic.value < 0):
        return None
    near = cut_off(size) if cut else rounded(size)
    share = 2 if tailed == 1 and statistic.kind in ONE_OR_TWO else 1
    chances = (_chance(statistic, value) / share for value in (Fraction(size), near.high, max(near.low, Fraction(0))))
    return P(*(_SHOWN.plus(chance) for chance in chances))


def _chance(statistic: Statistic, size: Fraction) -> Decimal:
    value = _EXACT.divide(Decimal(size.numerator), Decimal(size.denominator))
    match statistic.kind:
        case "F":
            return tails.fisher(value, *statistic.df)
        case "chi2":
            return tails.chi_square(value, *statistic.df)
        case "z":
            return tails.normal(_EXACT.multiply(value, value))
        case "t":
            return tails.student(_EXACT.multiply(value, value), *statistic.df)
        case "r":
            return tails.correlation(_EXACT.multiply(value, value), *statistic.df)
