"""How a percentage of a group is shown: the sum, the shares around it, and the groups in which it is possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from workbench import statistics
from workbench.model import Evidence

KIND = "percent-of-n"
TOLERANCE = "rounded at the last printed digit, a tie up or down"
_SHOWN = 4  # group sizes shown that would fit
_LARGEST_SHOWN = 400


def fitting(printed: str, value: Decimal, n: int, count: int | None = None) -> Evidence:
    """A percentage that a group gives, with the count told or the nearest one."""
    places = statistics.decimals(value)
    known = statistics.fits(value, places, n)[0] if count is None else count
    share = f"{known} ÷ {n} = {statistics.share(known, n, places)}%"
    return Evidence(KIND, f"{printed} of {n}", share, TOLERANCE, (row(known, n, places),))


def missing(printed: str, what: str) -> Evidence:
    """A percentage that cannot be recomputed, and what is missing."""
    return Evidence(KIND, printed, f"cannot be recomputed: {what}")


def impossible(printed: str, value: Decimal, n: int, count: int | None) -> Evidence:
    """A percentage that no count of a group gives."""
    computed = f"{value}% × {n} = {people(value, n)} people"
    return Evidence(KIND, f"{printed} of {n}", computed, TOLERANCE, tuple(_rows(value, n, count)))


def people(value: Decimal, n: int) -> str:
    """How many people the percentage would be: "6.43"."""
    return f"{(value * n / 100).normalize():f}"


def row(count: int, n: int, places: int) -> Mapping[str, str]:
    """A count, its group and its percentage, as evidence shows them."""
    return {"people": str(count), "of": str(n), "percent": statistics.share(count, n, places)}


def _rows(value: Decimal, n: int, count: int | None) -> Iterator[Mapping[str, str]]:
    """The shares around the percentage, the percentage itself with nobody, and groups in which it is possible."""
    places = statistics.decimals(value)
    below, above = statistics.neighbours(value, n)
    yield from (row(k, n, places) for k in below)
    yield {"people": "none", "of": str(n), "percent": str(value)}
    yield from (row(k, n, places) for k in above)
    if count is not None and count not in (*below, *above):
        yield row(count, n, places)
    for size in statistics.sizes(value, places, _LARGEST_SHOWN, _SHOWN):
        yield row(statistics.fits(value, places, size)[0], size, places)
