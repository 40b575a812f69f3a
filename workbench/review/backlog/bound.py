"""What a random sample says about all the pages it was drawn from: Clopper and Pearson's exact one-sided bound.

Exact, since no page is harmful in most samples, and there the usual approximations say “0 %”.
"""

from __future__ import annotations

import math

_MISS = 0.05  # how often the bound may be too low: 95 % confidence
_HALVINGS = 60


def upper(harmful: int, of: int, miss: float = _MISS) -> float:
    """The largest share of harmful pages that goes with so few in the sample; 1 where it says nothing.

    Args:
        harmful: harmful pages in the sample.
        of: pages in the sample.
        miss: how often the bound may be too low.

    Raises:
        ValueError: there cannot be so many.

    Example:
        0 of 60 → 0.0487.
    """
    if not 0 <= harmful <= of:
        raise ValueError(f"{harmful} of {of} cannot be")
    if harmful == of:
        return 1.0
    low, high = harmful / of, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _at_most(harmful, of, middle) > miss:
            low = middle
        else:
            high = middle
    return high


def between(right: int, of: int) -> tuple[float, float]:
    """The shares that go with so many right of so many: the exact interval at 95 %, half of what it misses each side.

    Example:
        0 of 60 → (0, 0.0596); 60 of 60 → (0.9404, 1).
    """
    return 1 - upper(of - right, of, _MISS / 2), upper(right, of, _MISS / 2)


def told(harmful: int, of: int) -> str:
    """The bound in words, never rounded down: "0 harmful of 60: at most 4.9 %"."""
    if of == 0:
        return "no page looked at yet: nothing can be said"
    most = math.ceil(round(upper(harmful, of) * 1000, 6)) / 10
    return f"{harmful} harmful of {of}: at most {most:g} %"


def _at_most(number: int, of: int, share: float) -> float:
    """How often a sample has at most so many, where this share of all pages is harmful."""
    if share >= 1.0:
        return 0.0
    if share <= 0.0:
        return 1.0
    yes, no = math.log(share), math.log1p(-share)
    ways = (math.lgamma(of + 1) - math.lgamma(k + 1) - math.lgamma(of - k + 1) for k in range(number + 1))
    return math.fsum(math.exp(way + k * yes + (of - k) * no) for k, way in enumerate(ways))
