"""Estimates that lie outside their confidence interval, and intervals that lie crookedly around theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._written import ROUNDING, in_block, plain
from workbench.figures import intervals
from workbench.figures.page import page_of
from workbench.figures.stated import Interval as Stated
from workbench.figures.stated import Number
from workbench.model import Article, Evidence, Match, Sentence
from workbench.numerals import before
from workbench.patterns import exact
from workbench.statistics.intervals import Interval, place
from workbench.statistics.printed import rounded
from workbench.statistics.widths import Middle, middle
from workbench.units import PERCENT

VALUES = ("estimate", "interval", "centre")
_NO_ESTIMATE = (
    r"(?:\b(?:at|after|over|weeks?|day|month|year|within|aged|from|than|in|of every|out of|for|until|n ?=|top|first"
    r"|last|table|figure|phase|stage|type) ?(?:about )?|/ ?)$"
)
_NO_PERCENT = r"\b(?:from|than|top) ?(?:about )?$"
_MARKS = r"[ ,;:(\[%]*(?:(?:percentage )?points?|kg|mm ?Hg)?[ ,;:(\[]*"
_SECOND = r"\d[^;()]{0,40}\b(?:vs?\.?|versus|compared|against|and|or|to|than)\b[^;()\d]{0,50}$"
_OWN = r"[(\[,;:] ?(?:\w+ ){0,3}(?:differences?|ratios?|reductions?|increases?|changes?|effects?|OR|RR|HR)\b"
_COMPARED = (
    "",
    "mean",
    "median",
    "share",
    "change",
    "reduction",
)  # two of them may have one interval, of their difference
_TIME = r" ?-?(?:weeks?|months?|years?|days?|hours?|minutes?)\b"
_REACH = 90  # characters before an interval in which another number may be its estimate
_LONGER, _UNNAMED = Decimal(2), Decimal(3)


def detect(
    article: Article, *, what: Literal["outside", "off-centre"] = "outside", other_methods: Hits = ()
) -> Iterator[Match]:
    """Every estimate with its interval, as passed or failed.

    "outside" fails an estimate that no reading puts into its interval: with another sign, as a share instead of a
    percentage, as a ratio instead of a reduction. "off-centre" fails a ratio whose interval is at least twice as long
    on one side as on the other, on the scale of logarithms and with all rounding in its favour.

    Args:
        what: which of the two.
        other_methods: words in the paragraph for intervals that need not be symmetric ("exact", "bootstrap"), or for
            several estimates and intervals told apart ("respectively").
    """
    found = [one for one in intervals.read(article) if one.estimate is not None]
    if not found:
        return
    blocks, lists = in_block(article, other_methods), by_sentence(other_methods)
    for one in found:
        estimate, sentence = one.estimate, article.sentences[one.words.sentence]
        if estimate is None or estimate.sentence != sentence.index or sentence.index in lists:
            continue
        interval = Interval(estimate.value, one.low.value, one.high.value, one.null == 1)
        if what == "outside":
            match = _outside(article, sentence, one, estimate, interval)
        else:
            match = None if sentence.block in blocks else _off_centre(sentence, one, estimate, interval)
        if match is not None:
            yield match


def _outside(article: Article, sentence: Sentence, one: Stated, estimate: Number, interval: Interval) -> Match | None:
    where = "outside" if _touches(interval) else place(interval)
    at, to = estimate.at, one.words.to
    said = sentence.text[at:to]
    if where == "inside":
        computed = f"{one.low.text} to {one.high.text} holds {estimate.text}"
        return Match(sentence.index, at, to, "pass", evidence=Evidence("interval", said, computed, ROUNDING))
    if where != "outside" or one.credible or _is_other(sentence, estimate, one):
        return None
    if any(
        place(interval._replace(estimate=value)) == "inside" for value in _readings(article, sentence, one, estimate)
    ):
        return None
    below = estimate.value < one.low.value
    computed = f"{estimate.text} lies {'below' if below else 'above'} {one.low.text if below else one.high.text}"
    return Match(
        sentence.index,
        at,
        to,
        values={"estimate": estimate.text, "interval": f"{one.low.text} to {one.high.text}"},
        evidence=Evidence("interval", said, computed, ROUNDING),
        confidence=None if one.kind and one.named else "medium",
    )


def _touches(interval: Interval) -> bool:
    """Whether estimate and end could only be the same number, rounded once up and once down: 97 in 98 to 99."""
    estimate, low, high = (rounded(value) for value in interval[:3])
    return estimate.high == low.low or estimate.low == high.high


def _is_other(sentence: Sentence, estimate: Number, one: Stated) -> bool:
    """Whether the number before an interval is a time, a group or a heading's number rather than its estimate."""
    shadow = sentence.shadow
    pattern = _NO_PERCENT if estimate.unit == PERCENT else _NO_ESTIMATE
    if exact(pattern).search(before(shadow, estimate.at, 24)) is not None:
        return True
    if exact(_TIME).match(shadow[estimate.to : estimate.to + 12]) is not None and one.kind not in (
        "MD",
        "median",
        "mean",
    ):
        return True
    if one.kind in _COMPARED and exact(_SECOND).search(before(shadow, estimate.at, 100)) is not None:
        return True
    if exact(_OWN).search(shadow[estimate.to : one.words.at]) is not None:
        return True
    digits = [len(number.text.partition(".")[2]) for number in (estimate, one.low, one.high)]
    return not one.kind and digits[0] not in digits[1:]


def _readings(article: Article, sentence: Sentence, one: Stated, estimate: Number) -> Iterator[Decimal]:
    """What else the estimate may be: the other sign, a percentage, a reduction, a number nearby of the same form."""
    value = estimate.value
    yield -value
    if estimate.unit == PERCENT and one.unit != PERCENT:
        yield from (value / 100, 1 - value / 100, 1 + value / 100)
    elif one.unit == PERCENT and estimate.unit != PERCENT:
        yield from (value * 100, (1 - value) * 100, (value - 1) * 100)
    if one.kind and one.named and exact(_MARKS).fullmatch(sentence.shadow[estimate.to : one.words.at]):
        return
    for other in page_of(article).numerals(sentence):
        near = one.words.at - _REACH <= other.at < one.words.at or one.words.to <= other.at < one.words.to + 40
        if (
            near
            and other.at != estimate.at
            and len(other.text.partition(".")[2]) == len(one.low.text.partition(".")[2])
        ):
            yield other.value


def _off_centre(sentence: Sentence, one: Stated, estimate: Number, interval: Interval) -> Match | None:
    found = middle(interval) if interval.ratio and not one.credible and place(interval) == "inside" else None
    if found is None or (not found.symmetric and found.arms is not None and found.arms < _LONGER):
        return None
    at, to = estimate.at, one.words.to
    said = sentence.text[at:to]
    centre = f"√({one.low.text} × {one.high.text}) = {plain(found.centre)}"
    if found.symmetric:
        return Match(sentence.index, at, to, "pass", evidence=Evidence("interval-middle", said, centre, ROUNDING))
    if not one.named and found.arms is not None and found.arms < _UNNAMED:
        return None
    return Match(
        sentence.index,
        at,
        to,
        values={
            "estimate": estimate.text,
            "centre": _two(found.centre),
            "interval": f"{one.low.text} to {one.high.text}",
        },
        evidence=Evidence("interval-middle", said, centre, ROUNDING, tuple(_arms(one, estimate, found))),
    )


def _two(value: Decimal) -> str:
    return f"{value:.2f}"


def _arms(one: Stated, estimate: Number, found: Middle) -> Iterator[Mapping[str, str]]:
    """How many times each end lies from the estimate."""
    yield {"side": "below", "times": f"{estimate.text} ÷ {one.low.text} = {_times(estimate, one.low)}"}
    yield {"side": "above", "times": f"{one.high.text} ÷ {estimate.text} = {_times(one.high, estimate)}"}
    if found.arms is not None:
        yield {"side": "longer by", "times": f"{_two(found.arms)} times, at least"}


def _times(over: Number, under: Number) -> str:
    return _two(over.value / under.value) if under.value else ""
