"""The smallest and the largest standard deviation that a printed mean leaves possible on a scale."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from workbench.statistics.means import grim
from workbench.statistics.printed import root
from workbench.statistics.squares import least, most


class Limits(NamedTuple):
    """The smallest and the largest standard deviation that people with a given mean can have on a scale."""

    smallest: Decimal
    largest: Decimal


def limits(mean: Decimal, n: int, low: int, high: int, items: int = 1, places: int = 2) -> Limits | None:
    """The sample deviations that a printed mean leaves possible on a scale; None where the mean is impossible."""
    totals = grim(mean, n, items, low, high).rounded
    if not totals or n < 2:
        return None
    by = (n - 1) * items**2
    smallest = min(least(n, total) - Fraction(total**2, n) for total in totals) / by
    largest = max(most(n, total, low * items, high * items) - Fraction(total**2, n) for total in totals) / by
    return Limits(root(smallest, places), root(largest, places))
