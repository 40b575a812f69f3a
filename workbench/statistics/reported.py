"""Printed p values: whether they agree with the statistic beside them.

The verdicts are those of statcheck (Nuijten and others 2016, doi 10.3758/s13428-015-0664-2): the statistic may have
been rounded, so a whole range of p is right; p itself may have been rounded; an error is a decision error where the
printed p and the recomputed one lie on different sides of 0.05.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from workbench.statistics.printed import Range, cut_off, rounded
from workbench.statistics.tests import ONE_OR_TWO, P, Statistic, recompute

Sign = Literal["=", "<", ">", "ns"]
Verdict = Literal["consistent", "inconsistent", "decision"]
ALPHA = Decimal("0.05")


class Reported(NamedTuple):
    """A printed p: `p < .001` is `Reported("<", Decimal("0.001"))`, “not significant” is `Reported("ns")`.

    “At most” is read as “less than” and “at least” as “more than”.
    """

    sign: Sign
    value: Decimal = ALPHA


class Recomputed(NamedTuple):
    """What the comparison found.

    `tailed` is the reading that `p` and the verdict belong to; `one_tailed_fits` and `cut_off_fits` say whether an
    error would be none with half the p, or with digits of the statistic or of p cut off instead of rounded.
    """

    verdict: Verdict
    p: P
    tailed: Literal[1, 2]
    one_tailed_fits: bool = False
    cut_off_fits: bool = False


def compare(
    statistic: Statistic, reported: Reported, *, one_tailed_said: bool = False, alpha: Decimal = ALPHA
) -> Recomputed | None:
    """Whether a printed p follows from a printed statistic; None where it cannot be recomputed.

    Args:
        statistic: as printed.
        reported: the p beside it.
        one_tailed_said: the text speaks of a one-tailed or one-sided test; then half the p is right as well.
        alpha: the limit at which a result counts as significant; p at the limit does.
    """
    two = recompute(statistic)
    if two is None:
        return None
    if _agrees(two, statistic, reported, alpha):
        return Recomputed("consistent", two, 2)
    one = P(two.p / 2, two.low / 2, two.high / 2)
    halved = statistic.kind in ONE_OR_TWO and _agrees(one, statistic, reported, alpha)
    if halved and one_tailed_said:
        return Recomputed("consistent", one, 1)
    cut = recompute(statistic, cut=True)
    dropped = any(
        _agrees(p, statistic, reported, alpha, cut=way) for p, way in ((two, True), (cut, False), (cut, True)) if p
    )
    verdict: Verdict = "decision" if _other_side(two.p, statistic, reported, alpha) else "inconsistent"
    return Recomputed(verdict, two, 2, halved, dropped)


def _agrees(p: P, statistic: Statistic, reported: Reported, alpha: Decimal, *, cut: bool = False) -> bool:
    """Whether any p that the statistic allows is one that the printed p allows."""
    sign, value = (">", alpha) if reported.sign == "ns" else reported[:2]
    if value <= 0:
        return False  # no p is zero
    low = Decimal(0) if statistic.sign == ">" else p.high if statistic.sign == "<" else p.low
    high = Decimal(1) if statistic.sign == "<" else p.low if statistic.sign == ">" else p.high
    if sign == "<":
        return value >= low
    if sign == ">":
        return value <= high
    printed = cut_off(value) if cut else rounded(value)
    return printed.meets(Range(Fraction(low), Fraction(high)))


def _other_side(p: Decimal, statistic: Statistic, reported: Reported, alpha: Decimal) -> bool:
    """Whether the printed p and the recomputed one lead to different decisions, as statcheck decides it."""
    sign, value = (">", alpha) if reported.sign == "ns" else reported[:2]
    told_significant = value <= alpha and sign != ">"
    told_not = value >= alpha if sign == ">" else value > alpha and sign == "="
    if statistic.sign == "<":  # p is at least the recomputed one
        return told_significant and p >= alpha
    if statistic.sign == ">":
        return told_not and p <= alpha
    return (told_significant and p > alpha) or (told_not and p <= alpha)
