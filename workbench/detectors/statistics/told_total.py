"""Counts that do not add up to the total they are told as the parts of, whatever is counted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.detectors import Hits
from workbench.figures import allocations, parts, tallies
from workbench.figures.tallies import Tally
from workbench.model import Article, Evidence, Match, Verdict

VALUES = ("parts", "sum", "total", "how")
_KIND = "sum"
_SLIP = Decimal("0.15")  # of the total: what is off by more is a sum of something else
_MISSING = Decimal("0.1")
_FEW = Decimal(3)
_DIGITS = (Decimal(10), Decimal(100), Decimal(1000))


def detect(article: Article, *, careful: Hits = ()) -> Iterator[Match]:
    """Every total with parts that exclude each other, passed where they add up, failed where they are a little off.

    Args:
        careful: words by which things are counted twice or left out ("overlap", "excluded"); then no sum is due.
    """
    told = tallies.read(article)
    if not told:
        return
    left = {hit.sentence for hit in careful}
    known = {(one.total.sentence, one.total.at) for one in allocations.read(article)}
    known |= {
        (one.whole.sentence, one.whole.at) for one in parts.read(article) if one.whole is not None and one.exclusive
    }
    for one in told:
        total, sum_ = one.total.value, sum((part.value for part in one.parts), Decimal(0))
        if (one.total.sentence, one.total.at) in known:
            continue
        if sum_ == total:
            yield _match(one, sum_, "pass")
        elif not left & {one.words.sentence, one.total.sentence} and _slip(one, total, sum_):
            yield _match(one, sum_, "fail")


def _slip(one: Tally, total: Decimal, sum_: Decimal) -> bool:
    off = abs(sum_ - total)
    if any(other.value in (sum_, off) for other in one.others) or all(part.value == total for part in one.parts):
        return False
    if one.why == "total row" and off in _DIGITS:
        return True  # a digit of the sum is wrong
    if sum_ > total:
        most = max(total * (_SLIP if one.why != "amounts" else 2 * _SLIP), _FEW)
        return off <= most or (one.closed and off in _DIGITS and off * 4 <= total)
    return one.closed and (off in _DIGITS or off <= max(total * _MISSING, _FEW)) and off * 4 <= total


def _match(one: Tally, sum_: Decimal, verdict: Verdict) -> Match:
    total = one.total.value
    listed = " + ".join(f"{part.value:f}" for part in one.parts)
    evidence = Evidence(_KIND, f"{total:f} in all", f"{listed} = {sum_:f}", "counts are not rounded")
    over = sum_ > total
    return Match(
        one.words.sentence,
        one.words.at,
        one.words.to,
        verdict,
        values={"parts": listed, "sum": f"{sum_:f}", "total": f"{total:f}", "how": "more" if over else "fewer"},
        evidence=evidence,
        severity=None if over or one.why == "total row" else "note",
        confidence=None if one.closed else "medium",
    )
