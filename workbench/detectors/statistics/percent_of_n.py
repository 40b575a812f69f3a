"""Percentages of people that no whole number of people in the group can give (GRIM in percent mode)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from workbench import statistics
from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._counted_share import Link, of_share
from workbench.detectors.statistics._named_group import labelled
from workbench.detectors.statistics._of_people import done, of_people, of_them
from workbench.detectors.statistics._percent_group import around, at_large
from workbench.detectors.statistics._percent_verdict import NO_GROUP, unknown, verdict_on
from workbench.detectors.statistics._table_group import headed
from workbench.figures import groups
from workbench.figures.page import page_of
from workbench.figures.stated import Share, Size
from workbench.kinds import kinds
from workbench.model import Article, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

VALUES = ("percent", "n", "count", "nearest")
_SUBJECT = r"(?:,|^) (?:only |just |exactly |precisely |a full |fully |another )?$"  # “Of the 10 people, | 64.3% …”
_OF = r" (?:of|among)\b"
_LISTED = r"[A-Z][\w' -]{2,40}: ?\d[\d.]* ?%\.?"  # an item “Headache: 17.4%” under its group
_MEASURED = (
    r"\b(?:adherence|attendance|accuracy|average|mean|score|saturation|fat|weight|loss|gain|humidity|strength)\b"
)
_OF_THESE = r"\b(?:of|among) (?:these|those|them)(?: \w+)?,? $"
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
        for index in kinds(article).with_unit(PERCENT)
        for quantity in article.quantities[index]
        if quantity.unit == PERCENT and quantity.low is not None and quantity.low == quantity.high
        if not quantity.approximate
    ]
    if not percents:
        return
    estimated = frozenset(hit.sentence for hit in estimates)
    words = _Words(by_sentence(outcomes), by_sentence(rates), by_sentence(other), estimated)
    shares, told = _read(article)
    columns = headed(page_of(article))
    for sentence, percent, value in percents:
        here = shares.get(sentence.index, [])
        share = next((one for one in here if one.percent and percent.at <= one.percent.at < percent.to), None)
        if share is not None and (share.rate or share.approximate):
            continue
        link = None if share is None else of_share(page_of(article), share, _of_group(shares, share, here))
        if share is None and sentence.index in columns:
            link = Link("told", (columns[sentence.index],), plain=True)
        elif link is None and (share is None or share.count is None):
            link = around(page_of(article), sentence, percent, told)
        yield from _judge(sentence, percent, value, share, link, words, max_n)


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


def _of_group(shares: dict[int, list[Share]], share: Share, here: list[Share]) -> list[Share]:
    """The shares of a sentence, and those of other sentences that are of the same group."""
    if share.size is None:
        return here
    every = (one for some in shares.values() for one in some if one.size is not None)
    return [*here, *(one for one in every if one not in here and one.size and one.size.number == share.size.number)]


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
    told = link is not None and link.how == "told" and (link.plain or _said(sentence, percent, share))
    if not told and not counted:
        lists = (words.outcomes, words.rates, words.other)
        listed = link is not None and link.clear and exact(_LISTED).fullmatch(sentence.shadow.strip()) is not None
        measured = exact(_MEASURED).search(sentence.shadow) is not None or sentence.index in words.other
        did = link is not None and link.clear and done(sentence, percent)
        did = did or (link is not None and link.clear and of_them(sentence, percent))
        rated = sentence.index in words.rates or sentence.index in words.outcomes
        did = did or (rated and not measured and link is not None and labelled(sentence, percent))
        if (
            not did
            and not (listed and not measured)
            and not of_people(sentence, percent, *(some.get(sentence.index, ()) for some in lists))
        ):
            return
    if sentence.index in words.estimates and not counted:
        yield unknown(sentence, percent, _ESTIMATE)
    elif link is not None:
        yield from verdict_on(sentence, percent, value, link, max_n)
    elif not counted and statistics.decimals(value) and not at_large(sentence, percent):
        yield unknown(sentence, percent, NO_GROUP)


def _said(sentence: Sentence, percent: Quantity, share: Share | None) -> bool:
    """Whether the words make it a share of the group: “64.3% of the 10”, “Of the 10, 64.3%”, “Of these, 64.3%”."""
    if share is not None and share.size is not None and share.size.number.sentence != sentence.index:
        return share.size.where == "beside"  # another cell of its row
    if share is None or share.size is None or share.size.number.at > percent.at:
        right = after(sentence.shadow, percent.to, 12)
        these = exact(_OF_THESE).search(before(sentence.shadow, percent.at, 30))
        return exact(_OF).match(right) is not None or these is not None
    between = sentence.shadow[share.size.number.to : percent.at]
    return between.count(b",") == 1 and exact(_SUBJECT).search(before(sentence.shadow, percent.at, 16)) is not None
