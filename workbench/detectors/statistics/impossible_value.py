"""Numbers that cannot be what the text calls them: p over 1, a correlation over 1, 120 % of patients."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.statistics._written import last_number
from workbench.figures import intervals, pvalues, tests
from workbench.model import Article, Confidence, Evidence, Hit, Match, Quantity, Sentence
from workbench.numerals import after
from workbench.patterns import exact
from workbench.statistics.intervals import Interval, place
from workbench.units import PERCENT

VALUES = ("rule",)
_HUNDRED = 100
_GOES_ON = r" ?(?:[*x~^]|e-?\d|[a-z]{1,4}\d)"
_SCALED = r"\b(?:million|billion|thousand|hundred|bn|mn|m|k|years?|months?|weeks?|days?|hours?|minutes?)\b"
_ALSO_RATES = ("HR", "RR", "PR")  # of the heart, of breathing; an interval of the heart's beat
_AHEAD, _BEHIND = 40, 24  # characters around a share in which words make it none
_POSSESSIVE = r" ?'"


class _Wrong(NamedTuple):
    """A place with an impossible number: what it is said to be, and between which values that lies."""

    sentence: Sentence
    at: int
    to: int
    named: str
    bounds: str
    confidence: Confidence | None = None


def detect(
    article: Article,
    *,
    results: Hits = (),
    negative_p: Hits = (),
    correlations: Hits = (),
    negative_spreads: Hits = (),
    ratios: Hits = (),
    shares: Hits = (),
    but_not: Hits = (),
    falls: Hits = (),
) -> Iterator[Match]:
    """Every number outside the bounds of what it is said to be.

    Args:
        results: words of a comparison, beside which a whole number over 1 is a p ("differed (p = 3)").
        negative_p: a p below zero.
        correlations: a named correlation that ends in its number.
        negative_spreads: a standard deviation below zero.
        ratios: spelled names of ratios, without which HR and RR may be heart and breathing rates.
        shares: a share of a whole that holds its percentage ("120% of patients", "a response rate of 104%").
        falls: a fall of more than all there was ("120% smaller").
        but_not: what makes a percentage no share ("of baseline", "an increase of").
    """
    wrong = [
        *_chances(article, results),
        *_by_words(article, negative_p, "a p value", "lies between 0 and 1"),
        *_correlations(article, correlations),
        *_by_words(article, negative_spreads, "a standard deviation", "cannot be below 0"),
        *_intervals(article, ratios),
        *_shares(article, shares, but_not),
        *(_Wrong(article.sentences[hit.sentence], hit.at, hit.to, "a fall", "is 100% at most") for hit in falls),
    ]
    for one in wrong:
        yield Match(
            one.sentence.index,
            one.at,
            one.to,
            values={"rule": f"{one.named} {one.bounds}"},
            evidence=Evidence("bounds", one.sentence.text[one.at : one.to], f"{one.named} {one.bounds}"),
            confidence=one.confidence,
        )


def _chances(article: Article, results: Hits) -> Iterator[_Wrong]:
    over = [p for p in pvalues.read(article) if p.value is not None and p.value.value > 1 and p.sign != ">"]
    compared = by_sentence(results) if over else {}
    for p in over:
        sentence = article.sentences[p.words.sentence]
        whole = p.value is not None and p.value.value == p.value.value.to_integral_value()
        if (whole and p.words.sentence not in compared) or exact(_GOES_ON).match(after(sentence.shadow, p.words.to, 8)):
            continue
        yield _Wrong(sentence, p.words.at, p.words.to, "a p value", "lies between 0 and 1", "medium" if whole else None)


def _by_words(article: Article, hits: Hits, named: str, bounds: str) -> Iterator[_Wrong]:
    """Places that a pattern has found whole; a dash is no minus sign."""
    for hit in hits:
        sentence = article.sentences[hit.sentence]
        said = sentence.text[hit.at : hit.to]
        if "–" not in said and "—" not in said:
            at = hit.at + len(said) - len(said.lstrip("0123456789.;([, "))
            yield _Wrong(sentence, at, hit.to, named, bounds)


def _correlations(article: Article, named: Hits) -> Iterator[_Wrong]:
    done = set()
    for tested in tests.read(article):
        if tested.kind == "r" and abs(tested.value.value) > 1:
            sentence = article.sentences[tested.words.sentence]
            done.add((sentence.index, tested.value.to))
            yield _Wrong(sentence, tested.words.at, tested.words.to, "a correlation", "lies between −1 and 1")
    for hit in named:
        sentence = article.sentences[hit.sentence]
        value = last_number(sentence, hit)
        if value is None or abs(value.value) <= 1 or pvalues.measured(sentence.shadow, value.to):
            continue
        if (hit.sentence, value.to) not in done:
            said = sentence.text[hit.at : hit.to]
            at = hit.at + len(said) - len(said.lstrip("(, "))
            yield _Wrong(sentence, at, hit.to, "a correlation", "lies between −1 and 1")


def _intervals(article: Article, spelled: Hits) -> Iterator[_Wrong]:
    for one in intervals.read(article):
        sentence = article.sentences[one.words.sentence]
        ratio = one.null == 1 and (one.kind not in _ALSO_RATES or bool(spelled))
        estimate = one.estimate or one.low
        verdict = place(Interval(estimate.value, one.low.value, one.high.value, ratio))
        if verdict == "impossible" and min(one.low.value, one.high.value) < 0:
            yield _Wrong(sentence, one.words.at, one.words.to, "a ratio", "cannot be below 0")
        elif verdict == "reversed" and not exact(_SCALED).search(sentence.shadow[one.words.at : one.words.to + 10]):
            negative = max(one.low.value, one.high.value) < 0  # ends in the order of their size
            named, bounds = "an interval", "runs from its lower end to its upper end"
            yield _Wrong(sentence, one.words.at, one.words.to, named, bounds, "low" if negative else "medium")


def _shares(article: Article, shares: Hits, but_not: Hits) -> Iterator[_Wrong]:
    idioms = by_sentence(but_not) if shares else {}
    for hit in shares:
        around = Hit(hit.sentence, hit.at - _AHEAD, hit.to + _BEHIND)
        percents = (one for one in article.quantities[hit.sentence] if one.unit == PERCENT)
        over = next((one for one in percents if hit.at <= one.at and one.to <= hit.to and _over(one)), None)
        if over is None or any(overlap(around, idiom) for idiom in idioms.get(hit.sentence, ())):
            continue
        sentence = article.sentences[hit.sentence]
        if exact(_POSSESSIVE).match(after(sentence.shadow, hit.to, 3)) is None:
            yield _Wrong(sentence, hit.at, hit.to, "a share of a whole", "is 100% at most")


def _over(percent: Quantity) -> bool:
    return percent.low is not None and percent.low > _HUNDRED
