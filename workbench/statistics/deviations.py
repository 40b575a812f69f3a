"""Standard deviations: which spreads a group with a given mean can have.

GRIMMER (Anaya 2016, doi 10.7287/peerj.preprints.2400v1; Allard 2018) asks whether whole numbers with the printed mean
can have the printed standard deviation.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Literal, NamedTuple

from workbench.statistics.means import Mean, grim
from workbench.statistics.printed import cut_off, rounded
from workbench.statistics.squares import least, most, reachable

Verdict = Literal["possible", "mean", "deviation", "undecided"]
How = Literal["rounded", "truncated", ""]
_MANY = 1_000  # sums behind a mean; where there are more, the group is too large for its few decimals to say anything


class Spread(NamedTuple):
    """Whether a mean and a standard deviation go together.

    `verdict` is "mean" where no sum of answers gives the mean, "deviation" where the mean is possible and the deviation
    is not, "undecided" where the search was too long or there is one person only. `total` and `squares` show a possible
    one, in scores times `items`; `how` is "rounded", or "truncated" where it only fits with digits cut off.
    """

    verdict: Verdict
    how: How = ""
    total: int | None = None
    squares: int | None = None


class Numbers(NamedTuple):
    """One reading of a mean and a deviation: the sums, and deviations from `low` to `high`, which is in if `closed`."""

    how: How
    totals: tuple[int, ...]
    low: Fraction
    high: Fraction
    closed: bool

    def holds(self, variance: Fraction) -> bool:
        """Whether the root of a variance lies in the range."""
        return self.low**2 <= variance and (variance < self.high**2 or (self.closed and variance == self.high**2))


def grimmer(
    mean: Decimal,
    sd: Decimal,
    n: int,
    items: int = 1,
    low: int | None = None,
    high: int | None = None,
    *,
    kind: Literal["sample", "population", "error"] = "sample",
) -> Spread:
    """Whether `n` people can have this mean and this standard deviation of a whole-number score.

    Args:
        mean: as printed.
        sd: as printed, 0 or more.
        n: people, 2 or more.
        items: whole-number answers of each person that were averaged to the person's score.
        low: the lowest answer the scale allows, where it is known.
        high: the highest one.
        kind: divided by n − 1 (what papers print) or by n, or the printed number is the standard error of the mean.
    """
    if n < 2:
        return Spread("undecided")
    found = grim(mean, n, items, low, high)
    if not found.possible:
        return Spread("mean")
    by = {"sample": Fraction(n - 1), "population": Fraction(n), "error": Fraction(n * (n - 1))}[kind] * items**2
    if len(found.totals) > _MANY:
        return Spread("undecided")
    ends = (None if low is None else low * items, None if high is None else high * items)
    for reading in readings(found, sd):
        for total, squares in _candidates(reading, n, by, *ends):
            fit = reachable(n, total, squares, *ends)
            if fit is not False:
                return Spread("possible", reading.how, total, squares) if fit else Spread("undecided")
    return Spread("deviation")


def readings(mean: Mean, sd: Decimal) -> Iterator[Numbers]:
    """How both numbers may have been shortened: rounded; or either or both with digits cut off."""
    near, cut = rounded(sd), cut_off(sd)
    low = max(Fraction(0), near.low)
    yield Numbers("rounded", tuple(mean.rounded), low, near.high, True)
    yield Numbers("truncated", mean.totals, low, near.high, True)
    yield Numbers("truncated", mean.totals, Fraction(sd), cut.high, False)


def _candidates(reading: Numbers, n: int, by: Fraction, low: int | None, high: int | None) -> Iterator[tuple[int, int]]:
    """Sums and sums of squares that give a deviation in the range; the parity of the two agrees."""
    for total in reading.totals:
        centre = Fraction(total**2, n)
        first = max(ceil(centre + by * reading.low**2), least(n, total))
        top = centre + by * reading.high**2
        last = floor(top) if reading.closed else ceil(top) - 1
        if low is not None and high is not None:
            last = min(last, most(n, total, low, high))
        yield from ((total, squares) for squares in range(first + (first - total) % 2, last + 1, 2))
