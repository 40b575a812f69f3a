"""Percentages of people that no whole number of people in the group can give (GRIM in percent mode)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from workbench import statistics
from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._of_people import of_people
from workbench.detectors.statistics._percent_group import Link, around, at_large, of_share
from workbench.detectors.statistics._percent_rows import fitting, impossible, missing, people
from workbench.figures import groups
from workbench.figures.page import page_of
from workbench.figures.stated import Share, Size
from workbench.model import Article, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

_SUBJECT = r"(?:,|^) (?:only |just |exactly |precisely |a full |fully |another )?$"  # “Of the 10 people, | 64.3% …”
_OF = r" (?:of|among)\b"
_OF_THESE = r"\b(?:of|among) (?:these|those|them)(?: \w+)?,? $"
_NO_GROUP = "the number of people is missing"
_ESTIMATE = "it is called an estimate, which is no count of people"


class _Words(NamedTuple):
    """The lists of the check, by sentence, and the sentences that speak of estimates."""

    outcomes: dict[int, Hits]
    rates: dict[int, Hits]
    other: dict[int, Hits]
    estimates: frozenset[int]


def detect(
    article: Article, *, outcomes: Hits, rates: Hits, other: Hits = (), estimates: Hits = (), max_n: int = 200
) -> Iterator[Match]:
    """Every exact percentage of people whose group is known, as passed, failed or not checkable.

    Args:
        outcomes: what people did, behind the percentage ("responded", "improved").
        rates: names of a share of people ("response rate").
        other: what makes a percentage a share of something else ("reduction", "confidence interval").
        estimates: what makes a percentage one that nobody counted ("weighted", "Kaplan-Meier").
        max_n: the largest group that is taken from another place than beside the percentage.
    """
    percents = [
        (article.sentences[index], quantity, quantity.low)
        for index, quantities in enumerate(article.quantities)
        for quantity in quantities
        if quantity.unit == PERCENT and quantity.low is not None and quantity.low == quantity.high
        if not quantity.approximate
    ]
    if not percents:
        return
    estimated = frozenset(hit.sentence for hit in estimates)
    words = _Words(by_sentence(outcomes), by_sentence(rates), by_sentence(other), estimated)
    shares, told = _read(article)
    for sentence, percent, value in percents:
        here = shares.get(sentence.index, [])
        share = next((one for one in here if one.percent and percent.at <= one.percent.at < percent.to), None)
        if share is not None and (share.rate or share.approximate):
            continue
        link = None if share is None else of_share(page_of(article), share, here)
        if link is None and (share is None or share.count is None):
            link = around(page_of(article), sentence, percent, told)
        yield from _judge(sentence, percent, value, share, link, words, max_n)


def possible(percent: Decimal, n: int, count: int | None = None) -> bool:
    """Whether `count` (or any whole number) of `n` people can be printed as this percentage."""
    counts = statistics.fits(percent, statistics.decimals(percent), n)
    return bool(counts) if count is None else count in counts


def _read(article: Article) -> tuple[dict[int, list[Share]], dict[int, list[Size]]]:
    """The shares and the groups of an article, by sentence."""
    shares: dict[int, list[Share]] = {}
    told: dict[int, list[Size]] = {}
    for share in groups.read(article):
        if share.percent is not None:
            shares.setdefault(share.words.sentence, []).append(share)
    for size in groups.sizes(article):
        told.setdefault(size.number.sentence, []).append(size)
    return shares, told


def _judge(
    sentence: Sentence,
    percent: Quantity,
    value: Decimal,
    share: Share | None,
    link: Link | None,
    words: _Words,
    max_n: int,
) -> Iterator[Match]:
    counted = share is not None and share.count is not None
    told = link is not None and link.how == "told" and _said(sentence, percent, share)
    if not told and not counted:
        lists = (words.outcomes, words.rates, words.other)
        if not of_people(sentence, percent, *(some.get(sentence.index, ()) for some in lists)):
            return
    if sentence.index in words.estimates and not counted:
        yield _unknown(sentence, percent, _ESTIMATE)
    elif link is not None:
        yield from _match(sentence, percent, value, link, max_n)
    elif not counted and statistics.decimals(value) and not at_large(sentence, percent):
        yield _unknown(sentence, percent, _NO_GROUP)


def _said(sentence: Sentence, percent: Quantity, share: Share | None) -> bool:
    """Whether the words make it a share of the group: “64.3% of the 10”, “Of the 10, 64.3%”, “Of these, 64.3%”."""
    if share is None or share.size is None or share.size.number.at > percent.at:
        right = after(sentence.shadow, percent.to, 12)
        these = exact(_OF_THESE).search(before(sentence.shadow, percent.at, 30))
        return exact(_OF).match(right) is not None or these is not None
    between = sentence.shadow[share.size.number.to : percent.at]
    return between.count(b",") == 1 and exact(_SUBJECT).search(before(sentence.shadow, percent.at, 16)) is not None


def _unknown(sentence: Sentence, percent: Quantity, what: str) -> Match:
    printed = sentence.text[percent.at : percent.to]
    return Match(sentence.index, percent.at, percent.to, "not-checkable", evidence=missing(printed, what))


def _match(sentence: Sentence, percent: Quantity, value: Decimal, link: Link, max_n: int) -> Iterator[Match]:
    places, printed = statistics.decimals(value), sentence.text[percent.at : percent.to]
    most = sum(link.sizes)
    fit = next((n for n in link.sizes if possible(value, n, link.count)), None)
    if fit is not None:
        evidence = fitting(printed, value, fit, link.count)
        yield Match(sentence.index, percent.at, percent.to, "pass", evidence=evidence)
    elif possible(value, link.sizes[0]):
        return  # of another count than the one that is told: a check of its own
    elif _exact(link, places, max_n):
        yield _failure(sentence, percent, value, link.sizes[0], link)
    elif most <= max_n and _never(value, places, most, link.count):
        yield _failure(sentence, percent, value, most, link)
    elif places and link.count is None:
        yield _unknown(sentence, percent, _NO_GROUP)


def _exact(link: Link, places: int, max_n: int) -> bool:
    """Whether the group is known well enough that a percentage which does not fit it is a slip."""
    return link.how == "told" or (link.clear and link.sizes[0] <= max_n and (places > 0 or link.how == "same"))


def _never(value: Decimal, places: int, n: int, count: int | None) -> bool:
    """Whether no group of up to `n` people gives the percentage, be it one arm, some of them or all."""
    sizes = range(count or 1, n + 1)
    cut_off = not places and any(
        statistics.truncates(value, places, size) if count is None else count * 100 // size == value for size in sizes
    )
    return not cut_off and not any(possible(value, size, count) for size in sizes)


def _failure(sentence: Sentence, percent: Quantity, value: Decimal, n: int, link: Link) -> Match:
    places, count = statistics.decimals(value), link.count
    cut_off = not places and (statistics.truncates(value, places, n) if count is None else count * 100 // n == value)
    sure = places > 0 and (link.how == "told" or link.clear)
    printed = sentence.text[percent.at : percent.to]
    return Match(
        sentence.index,
        percent.at,
        percent.to,
        values={"percent": printed, "n": str(n), "count": people(value, n), "nearest": _nearest(value, n, count)},
        evidence=impossible(printed, value, n, count),
        severity="note" if cut_off else None,
        confidence="low" if cut_off else None if sure else "medium",
        note="" if link.clear else "No smaller group gives it either.",
    )


def _nearest(value: Decimal, n: int, count: int | None) -> str:
    places = statistics.decimals(value)
    below, above = statistics.neighbours(value, n, 1)
    counts = (*below, *above) if count is None else (count,)
    return " and ".join(f"{k} of {n} is {statistics.share(k, n, places)}%" for k in counts)
