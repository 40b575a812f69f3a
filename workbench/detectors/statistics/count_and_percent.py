"""A count, its whole and its percentage that do not go together: “6 of 12 (58%)”, “8 of 9 cases (78%)”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from workbench import statistics
from workbench.detectors import Hits
from workbench.detectors.statistics._counted_share import fits_its_group, nobody_left, of_another_base
from workbench.detectors.statistics._percent_rows import TOLERANCE, row
from workbench.figures import counts, groups
from workbench.figures.page import page_of
from workbench.figures.stated import Number, Share, Size
from workbench.model import Article, Evidence, Match, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

VALUES = ("count", "n", "right", "percent")
_KIND = "count-and-percent"
_VAGUE = (
    r"(?:\b(?:about|around|approximately|roughly|nearly|almost|some|over|under|only about|(?:more|less) than)|[~<>]) ?$"
)


def detect(article: Article, *, other: Hits = ()) -> Iterator[Match]:
    """Every count beside a percentage, passed where they fit, failed where the whole is plain and they do not.

    A percentage that no count of a group of people gives is left to the check of impossible percentages. “Three out of
    four (74%)” is a way of speaking: it fails only where another fraction of the kind is nearer.

    Args:
        other: words of growth, prices and the like, beside which a percentage of things may be another quantity.
    """
    elsewhere = {hit.sentence for hit in other}
    people = [share for share in groups.read(article) if share.percent is not None and share.count is not None]
    seen = {(one.percent.sentence, one.percent.at) for one in people if one.percent and one.size}
    things = [one for one in counts.read(article) if one.percent and (one.percent.sentence, one.percent.at) not in seen]
    for share, is_people in chain(((one, True) for one in people), ((one, False) for one in things)):
        if is_people or share.words.sentence not in elsewhere:
            yield from _match(article, share, [one for one in people if one is not share], is_people)


def _match(article: Article, share: Share, others: list[Share], people: bool) -> Iterator[Match]:
    if (
        share.count is None
        or share.percent is None
        or share.size is None
        or share.approximate
        or share.size.approximate
    ):
        return
    sentence, percent, size = article.sentences[share.percent.sentence], share.percent, share.size
    vague = exact(_VAGUE).search(before(sentence.shadow, percent.at, 20)) is not None
    n, count, places = int(size.number.value), int(share.count.value), statistics.decimals(percent.value)
    if n == 0 or vague:
        return
    to = _to(sentence, percent)
    if count in statistics.fits(percent.value, places, n):
        evidence = Evidence(
            _KIND, _given(count, n, percent), _sum(count, n, places), TOLERANCE, (row(count, n, places),)
        )
        yield Match(percent.sentence, percent.at, to, "pass", evidence=evidence)
    elif _wrong(
        share, size, others, people and _signed(article, percent), people and nobody_left(page_of(article), share)
    ):
        sure = size.where == "beside" and people and not share.rate
        yield _failure(percent, to, count, n, sure, share.rate)


def _wrong(share: Share, size: Size, others: list[Share], people: bool, all_there: bool) -> bool:
    """Whether a percentage that is not the count's can be no other one either."""
    if share.percent is None or share.count is None:
        return False
    percent, count, n = share.percent.value, int(share.count.value), int(size.number.value)
    places = statistics.decimals(percent)
    if share.rate:
        return not _near(percent, count, n)
    some = bool(statistics.fits(percent, places, n))
    same = [one.count.value for one in others if one.count and one.size and one.size.number == size.number]
    if size.where == "beside" or (same and sum(same) + count == n):
        return some or not people
    if of_another_base(share, others, []):
        return False
    if all_there or _by_another(share, others):
        return some
    told = (int(one.count.value) for one in others if one.count and one.count.value)
    return (
        some
        and not statistics.bases(percent, places, count, n - 1)
        and not any(count in statistics.fits(percent, places, base) for base in told)
    )


def _signed(article: Article, percent: Number) -> bool:
    """Whether a percentage has its sign; where only a heading says so, no other check judges it."""
    quantity = page_of(article).quantity(percent)
    return quantity is not None and quantity.unit == PERCENT


def _by_another(share: Share, others: list[Share]) -> bool:
    """Whether another count of the same group is right, so that the group is the one that is told."""
    return any(
        one.size and share.size and one.size.number == share.size.number and fits_its_group(one) for one in others
    )


def _failure(percent: Number, to: int, count: int, n: int, sure: bool, rate: bool) -> Match:
    places = statistics.decimals(percent.value)
    cut_off = count * 100 * 10**places // n == int(percent.value.scaleb(places))
    fit = statistics.fits(percent.value, places, n)
    rows = (row(count, n, places), *(row(k, n, places) for k in fit[:1]))
    right = f"{statistics.share(count, n, places)}%"
    return Match(
        percent.sentence,
        percent.at,
        to,
        values={"count": str(count), "n": str(n), "right": right, "percent": f"{percent.text}%"},
        evidence=Evidence(_KIND, _given(count, n, percent), _sum(count, n, places), TOLERANCE, rows),
        severity="note" if cut_off or rate else None,
        confidence="low" if cut_off else None if sure else "medium",
        note=f"{percent.text}% is what {fit[0]} of {n} would be." if fit else "",
    )


def _given(count: int, n: int, percent: Number) -> str:
    return f"{count} of {n} ({percent.text}%)"


def _sum(count: int, n: int, places: int) -> str:
    return f"{count} ÷ {n} = {statistics.share(count, n, places)}%"


def _near(percent: Decimal, count: int, n: int) -> bool:
    """Whether a way of speaking is the nearest of its kind: “three out of four” for 74%, “one in three” for 30%."""
    part = Fraction(percent) / 100
    if count == 1:
        return Fraction(1, n + 1) <= part and (n == 1 or part <= Fraction(1, n - 1))
    return abs(part - Fraction(count, n)) <= Fraction(1, 2 * n)


def _to(sentence: Sentence, percent: Number) -> int:
    """Where the percentage ends, its sign or word included."""
    found = exact(r" ?(?:%|per ?cent\b)").match(after(sentence.shadow, percent.to, 10))
    return percent.to + (found.end() if found is not None else 0)
