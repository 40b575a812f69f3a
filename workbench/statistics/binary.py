"""Standard deviations of yes and no: the mean alone fixes them.

DEBIT (Heathers & Brown 2019) asks whether some count of “yes” gives both the printed mean and the printed deviation.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from workbench.statistics.deviations import How, readings
from workbench.statistics.means import grim
from workbench.statistics.printed import root
from workbench.statistics.shares import decimals


class Binary(NamedTuple):
    """The counts of “yes” that fit mean and deviation, how they fit, and the deviations the rounded mean would give."""

    counts: tuple[int, ...]
    how: How
    expected: tuple[Decimal, ...]


def debit(mean: Decimal, sd: Decimal, n: int, *, kind: Literal["sample", "population"] = "sample") -> Binary:
    """Whether `n` (2 or more) answers of 0 or 1 can have this mean, a share of 1, and this standard deviation."""
    by = n * (n - 1) if kind == "sample" else n * n
    found = grim(mean, n, 1, 0, 1)
    expected = tuple(sorted({root(Fraction(k * (n - k), by), decimals(sd)) for k in found.rounded}))
    for reading in readings(found, sd):
        fitting = tuple(k for k in reading.totals if reading.holds(Fraction(k * (n - k), by)))
        if fitting:
            return Binary(fitting, reading.how, expected)
    return Binary((), "", expected)
