"""Percentages of people that no whole number of people in the group can give (GRIM in percent mode)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby

from workbench import statistics
from workbench.detectors import Hits
from workbench.detectors.statistics._percent_group import EXACT, TOLD, Link, last_sentences, link, of_people
from workbench.model import Article, Evidence, Match, Quantity, Sentence
from workbench.units import PERCENT

_SHOWN = 4  # group sizes shown that would fit
_LARGEST_SHOWN = 400
_TOLERANCE = "rounded at the last printed digit, a tie up or down"


def detect(article: Article, *, outcomes: Hits, rates: Hits, other: Hits = (), max_n: int = 200) -> Iterator[Match]:
    """Every exact percentage of people whose group is known, as passed, failed or not checkable.

    Args:
        outcomes: what people did, behind the percentage ("responded", "improved").
        rates: names of a share of people ("response rate").
        other: what makes a percentage a share of something else ("reduction", "confidence interval").
        max_n: the largest group that is taken from another sentence, or from beside the percentage without “of”.
    """
    last = last_sentences(article)
    hits = tuple(_by_sentence(some) for some in (outcomes, rates, other))
    for sentence in article.sentences:
        for place, percent in enumerate(article.quantities[sentence.index]):
            if percent.unit != PERCENT or percent.approximate or percent.low != percent.high:
                continue
            found = link(article, sentence, place, last)
            told = found is not None and found.how in TOLD
            if told or of_people(sentence, percent, *(here.get(sentence.index, ()) for here in hits)):
                yield from _match(sentence, percent, found, max_n)


def possible(percent: Decimal, n: int, count: int | None = None) -> bool:
    """Whether `count` (or any whole number) of `n` people can be printed as this percentage."""
    counts = statistics.fits(percent, statistics.decimals(percent), n)
    return bool(counts) if count is None else count in counts


def _by_sentence(hits: Hits) -> dict[int, Hits]:
    return {index: tuple(group) for index, group in groupby(hits, key=lambda hit: hit.sentence)}


def _match(sentence: Sentence, percent: Quantity, found: Link | None, max_n: int) -> Iterator[Match]:
    value = percent.low
    if value is None:
        return
    places = statistics.decimals(value)
    fitting = next((n for n in found.sizes if possible(value, n, found.count)), None) if found else None
    if found is not None and fitting is not None:
        rows = (_row(statistics.fits(value, places, fitting)[0], fitting, places),)
        printed = sentence.text[percent.at : percent.to]
        evidence = Evidence("percent-of-n", f"{printed} of {fitting}", tolerance=_TOLERANCE, rows=rows)
        yield Match(sentence.index, percent.at, percent.to, "pass", evidence=evidence)
    elif found is not None and _exact(found, places, max_n):
        yield _failure(sentence, percent, value, found.sizes[0], found)
    elif found is not None and sum(found.sizes) <= max_n and _never(value, places, sum(found.sizes), found.count):
        yield _failure(sentence, percent, value, sum(found.sizes), found)
    elif places:
        yield Match(sentence.index, percent.at, percent.to, "not-checkable")


def _exact(found: Link, places: int, max_n: int) -> bool:
    """Whether the group is known well enough that a percentage which does not fit it is a slip."""
    if found.how in EXACT:
        return True
    return found.clear and found.sizes[0] <= max_n and (places > 0 or found.how == "same")


def _never(value: Decimal, places: int, n: int, count: int | None) -> bool:
    """Whether no group of up to `n` people gives the percentage, be it one arm, some of them or all."""
    sizes = range(1, n + 1)
    cut_off = not places and any(statistics.truncates(value, places, size) for size in sizes)
    return not cut_off and not any(possible(value, size, count) for size in sizes)


def _failure(sentence: Sentence, percent: Quantity, value: Decimal, n: int, found: Link) -> Match:
    places = statistics.decimals(value)
    cut_off = not places and (
        statistics.truncates(value, places, n) if found.count is None else found.count * 100 // n == value
    )
    sure = places > 0 and (found.how in EXACT or found.clear)
    people, printed = f"{(value * n / 100).normalize():f}", sentence.text[percent.at : percent.to]
    return Match(
        sentence.index,
        percent.at,
        percent.to,
        values={"percent": printed, "n": str(n), "count": people, "nearest": _nearest(value, n, found.count)},
        evidence=Evidence("percent-of-n", f"{printed} of {n}", people, _TOLERANCE, tuple(_rows(value, n, found.count))),
        severity="note" if cut_off else None,
        confidence="low" if cut_off else None if sure else "medium",
        note="" if found.clear else "No smaller group gives it either.",
    )


def _nearest(value: Decimal, n: int, count: int | None) -> str:
    places = statistics.decimals(value)
    below, above = statistics.neighbours(value, n, 1)
    counts = (*below, *above) if count is None else (count,)
    return " and ".join(f"{k} of {n} is {statistics.share(k, n, places)}%" for k in counts)


def _rows(value: Decimal, n: int, count: int | None) -> Iterator[Mapping[str, str]]:
    """The shares around the percentage, the percentage itself with nobody, and groups in which it is possible."""
    places = statistics.decimals(value)
    below, above = statistics.neighbours(value, n)
    yield from (_row(k, n, places) for k in below)
    yield {"people": "none", "of": str(n), "percent": str(value)}
    yield from (_row(k, n, places) for k in above)
    if count is not None and count not in (*below, *above):
        yield _row(count, n, places)
    for size in statistics.sizes(value, places, _LARGEST_SHOWN)[:_SHOWN]:
        yield _row(statistics.fits(value, places, size)[0], size, places)


def _row(count: int, n: int, places: int) -> Mapping[str, str]:
    return {"people": str(count), "of": str(n), "percent": statistics.share(count, n, places)}
