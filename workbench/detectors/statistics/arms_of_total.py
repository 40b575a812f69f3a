"""Groups that do not add up to the people who were parted into them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.detectors import Hits
from workbench.figures import allocations
from workbench.figures.allocations import Allocation
from workbench.model import Article, Evidence, Match, Verdict

VALUES = ("arms", "sum", "total", "how")
_KIND = "group-size"
_SLIP = Decimal("0.15")  # of the total: what is off by more are other people than those of the total
_MISSING = Decimal("0.1")
_FEW = Decimal(3)
_DIGITS = (Decimal(10), Decimal(100), Decimal(1000))  # a digit of a group is wrong


def detect(article: Article, *, careful: Hits = ()) -> Iterator[Match]:
    """Every total with its groups, passed where they add up, failed where they are a few too many or too few.

    Args:
        careful: words by which people leave, come twice or are compared with others ("completed", "crossover",
            "healthy"); then groups need not add up.
    """
    told = allocations.read(article)
    if not told:
        return
    left = {hit.sentence for hit in careful}
    for one in told:
        total, sum_ = one.total.value, sum((arm.value for arm in one.arms), Decimal(0))
        if sum_ == total:
            yield _match(one, sum_, "pass")
        elif not left & {one.words.sentence, one.total.sentence} and _slip(one, total, sum_):
            yield _match(one, sum_, "fail")


def _slip(one: Allocation, total: Decimal, sum_: Decimal) -> bool:
    """Whether the groups are meant to be all of the total: no other number explains the difference."""
    off = abs(sum_ - total)
    if any(other.value in (sum_, off) for other in one.others) or all(arm.value == total for arm in one.arms):
        return False
    if sum_ > total:
        return off <= max(total * _SLIP, _FEW) or (off in _DIGITS and not one.others and off * 4 <= total)
    return one.assigned and not one.others and (off in _DIGITS or off <= max(total * _MISSING, _FEW))


def _match(one: Allocation, sum_: Decimal, verdict: Verdict) -> Match:
    total = one.total.value
    arms = " + ".join(str(arm.value) for arm in one.arms)
    evidence = Evidence(_KIND, f"{total} in all, told as groups", f"{arms} = {sum_}", "counts are not rounded")
    if verdict == "pass":
        return Match(one.words.sentence, one.words.at, one.words.to, "pass", evidence=evidence)
    over = sum_ > total
    return Match(
        one.words.sentence,
        one.words.at,
        one.words.to,
        values={"arms": arms, "sum": str(sum_), "total": str(total), "how": "more" if over else "fewer"},
        evidence=evidence,
        severity=None if over else "note",
        confidence=None if over and one.assigned else "medium",
    )
