"""What is said of a percentage whose group is known, or missing."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench import statistics
from workbench.detectors.statistics._counted_share import Link
from workbench.detectors.statistics._percent_rows import fitting, impossible, missing, people
from workbench.model import Match, Quantity, Sentence

_MANY_MORE = Decimal("1.5")
_SMALL = 50  # people, of whom a whole percentage in another sentence is taken at its word
NO_GROUP = "the number of people is missing"


def possible(percent: Decimal, n: int, count: int | None = None) -> bool:
    """Whether `count` (or any whole number) of `n` people can be printed as this percentage."""
    counts = statistics.fits(percent, statistics.decimals(percent), n)
    return bool(counts) if count is None else count in counts


def unknown(sentence: Sentence, percent: Quantity, what: str) -> Match:
    printed = sentence.text[percent.at : percent.to]
    return Match(sentence.index, percent.at, percent.to, "not-checkable", evidence=missing(printed, what))


def verdict_on(sentence: Sentence, percent: Quantity, value: Decimal, link: Link, max_n: int) -> Iterator[Match]:
    places, printed = statistics.decimals(value), sentence.text[percent.at : percent.to]
    most = sum(link.sizes)
    fit = next((n for n in link.sizes if possible(value, n, link.count)), None)
    if fit is not None:
        evidence = fitting(printed, value, fit, link.count)
        yield Match(sentence.index, percent.at, percent.to, "pass", evidence=evidence)
    elif link.how != "told" and _of_more(value, link, most):
        return
    elif possible(value, link.sizes[0]):
        return  # of another count than the one that is told: a check of its own
    elif _exact(link, places, max_n):
        yield _failure(sentence, percent, value, link.sizes[0], link)
    elif most <= max_n and _never(value, places, most, link.count):
        yield _failure(sentence, percent, value, most, link)
    elif places and link.count is None:
        yield unknown(sentence, percent, NO_GROUP)


def _of_more(value: Decimal, link: Link, most: int) -> bool:
    """Whether count and percentage are of many more people than the group that stands near: 13 (30%) are of 43."""
    if link.count is None or not value:
        return False
    return link.count > most or link.count * 100 > value * most * _MANY_MORE


def _exact(link: Link, places: int, max_n: int) -> bool:
    """Whether the group is known well enough that a percentage which does not fit it is a slip."""
    whole = link.how == "same" or link.sizes[0] <= _SMALL
    return link.how == "told" or (link.clear and link.sizes[0] <= max_n and (places > 0 or whole))


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
