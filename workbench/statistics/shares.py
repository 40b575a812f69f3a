"""Shares: which percentages a group of people can give.

GRIM in percent mode (Brown & Heathers 2017): `k` people of `n` print as a percentage with so many decimals; between
two neighbouring counts there are percentages that nobody can have measured. A tie may have been rounded up or down.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import islice


def decimals(percent: Decimal) -> int:
    """The decimals a percentage was printed with: 2 for 70.80."""
    exponent = percent.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def fits(percent: Decimal, places: int, n: int) -> range:
    """The counts of `n` people that print as this percentage with so many decimals; empty when there are none.

    Args:
        percent: as printed, 0 or more.
        places: decimals it was printed with.
        n: size of the group, 1 or more.
    """
    return _counts(int(percent.scaleb(places)), 100 * 10**places, n)


def _counts(printed: int, whole: int, n: int) -> range:
    """The same for a percentage and 100 % in units of the last printed digit."""
    least = -((n - 2 * printed * n) // (2 * whole))  # smallest k with  whole·k/n ≥ printed − ½
    most = (2 * printed * n + n) // (2 * whole)  # largest k with  whole·k/n ≤ printed + ½
    return range(max(0, least), min(n, most) + 1)


def bases(percent: Decimal, places: int, count: int, up_to: int) -> range:
    """The sizes of groups up to `up_to` in which this count prints as this percentage with so many decimals."""
    printed, whole = int(percent.scaleb(places)), 200 * 10**places
    least = -(-whole * count // (2 * printed + 1))
    most = whole * count // (2 * printed - 1) if printed else up_to
    return range(max(1, count, least), min(most, up_to) + 1)


def truncates(percent: Decimal, places: int, n: int) -> bool:
    """Whether some count of `n` gives this percentage when the further digits are cut off instead of rounded."""
    whole, printed = 100 * 10**places, int(percent.scaleb(places))
    count = -(-printed * n // whole)
    cut_off: bool = count <= n and count * whole < (printed + 1) * n
    return cut_off


def share(count: int, n: int, places: int) -> str:
    """`count` of `n` as a percentage with so many decimals, half rounded up: "70.8"."""
    whole = 100 * 10**places
    printed = (2 * whole * count + n) // (2 * n)
    return str(Decimal(printed).scaleb(-places))


def neighbours(percent: Decimal, n: int, each_side: int = 2) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The counts of `n` whose share lies nearest below and above a percentage, in rising order."""
    below = int(percent * n // 100)
    return (
        tuple(count for count in range(below - each_side + 1, below + 1) if 0 <= count <= n),
        tuple(count for count in range(below + 1, below + each_side + 1) if 0 <= count <= n),
    )


def sizes(percent: Decimal, places: int, up_to: int, most: int | None = None) -> tuple[int, ...]:
    """The group sizes up to `up_to`, the `most` smallest, in which some count prints as this percentage."""
    whole, printed = 100 * 10**places, int(percent.scaleb(places))
    return tuple(islice((n for n in range(1, up_to + 1) if _counts(printed, whole, n)), most))
