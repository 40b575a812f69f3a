"""Confidence intervals and p values beside them that decide differently about “no difference”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.detectors.statistics._written import ROUNDING, apart, chance, in_block, told
from workbench.figures import intervals
from workbench.figures.stated import Interval as Stated
from workbench.figures.stated import P as StatedP
from workbench.model import Article, Confidence, Evidence, Match, Sentence
from workbench.statistics.intervals import Interval, against, excludes, place
from workbench.statistics.reported import Reported
from workbench.statistics.widths import implied

_LEVELS = (90, 95, 99)
_UNSAID = 95
_NEAR = Fraction(5, 2)  # times from the limit within which another test may decide otherwise
_CLOSE = Fraction(7, 5)  # times that its p may be another
_SEVERAL_ARMS = ("change", "reduction")


def detect(article: Article, *, other_p: Hits = (), designs: Hits = (), adjusted: Hits = ()) -> Iterator[Match]:
    """Every interval of an estimate that means something at “no difference”, with the p beside it.

    Args:
        other_p: words in the sentence for a p of another question or estimate ("for trend", "unadjusted").
        designs: words in the paragraph for a p that is not about “no difference” ("non-inferiority", "one-sided").
        adjusted: words in the sentence for an adjusted estimate, whose p may be the plain one; of low confidence.
    """
    found = intervals.read(article)
    if not any(one.p is not None for one in found):
        return
    adjustments = by_sentence(adjusted)
    others, blocks = by_sentence(other_p), in_block(article, designs)
    ranges = Counter(one.words.sentence for one in found)
    chances = Counter(index for index, _ in {(one.words.sentence, one.p.words) for one in found if one.p is not None})
    for one in found:
        index = one.words.sentence
        sentence = article.sentences[index]
        if one.p is None or one.null is None or one.credible or sentence.block in blocks or index in others:
            continue
        arms = ranges[index] > chances[index] or (one.kind in _SEVERAL_ARMS and ranges[index] > 1)
        beside = one.p.words.sentence == index
        if arms or (beside and apart(sentence, one.words.to, one.p.words.at)):
            continue  # the p may compare two arms, each with its interval
        match = _match(sentence, one, one.p, index in adjustments)
        if match is not None:
            yield match


def _match(sentence: Sentence, one: Stated, p: StatedP, adjusted: bool) -> Match | None:
    """What the two say together; nothing where either stands at its border, or is no interval of an estimate."""
    level = _UNSAID if one.level is None else int(one.level.value) if one.level.value in _LEVELS else None
    if level is None or p.of or (p.value is not None and not 0 <= p.value.value <= 1):
        return None
    estimate = one.estimate or one.low
    interval = Interval(estimate.value, one.low.value, one.high.value, one.null == 1, level)
    reported = Reported(p.sign) if p.value is None else Reported(p.sign, p.value.value)
    if place(interval) in ("reversed", "impossible") or one.words.sentence != estimate.sentence:
        return None
    verdict = against(interval, reported)
    if verdict == "undecided":
        return None
    at, to = told(sentence, one.estimate, one.words, p.words)
    said, computed = sentence.text[at:to], _computed(one, interval)
    if p.words.sentence != sentence.index:
        said = f"{said}; p {p.words.text}"  # in another cell of the row
    if verdict == "agree":
        evidence = Evidence("interval", said, computed, ROUNDING)
        return Match(sentence.index, at, to, "pass", evidence=evidence)
    wide = one.level is None and against(interval._replace(level=90), reported) != "disagree"
    if wide or _at_the_border(interval, reported):
        return None
    return Match(
        sentence.index,
        at,
        to,
        values={
            "interval": f"{one.low.text} to {one.high.text}",
            "holds": "leaves out" if excludes(interval) else "includes",
            "null": str(interval.null),
            "p": p.words.text if p.words.sentence == sentence.index else f"p {p.words.text}",
            "due": f"{'below' if excludes(interval) else 'above'} {_limit(level)}",
        },
        evidence=Evidence("interval", said, computed, ROUNDING),
        confidence="low" if adjusted else _sure(one, level),
    )


def _sure(one: Stated, level: int) -> Confidence | None:
    return "low" if level != _UNSAID or one.kind in _SEVERAL_ARMS or one.estimate is None else None


def _limit(level: int) -> str:
    return f"{Decimal(100 - level) / 100:f}"


def _at_the_border(interval: Interval, reported: Reported) -> bool:
    """Whether both stand near the limit and near each other, so that another test may decide otherwise."""
    follows = implied(interval)
    limit = 1 - Fraction(interval.level, 100)
    printed = Fraction(limit if reported.sign == "ns" else reported.value)
    if follows is None or reported.sign in "<>" or not limit / _NEAR <= printed <= limit * _NEAR:
        return False
    return Fraction(follows.low) <= printed * _CLOSE and printed <= Fraction(follows.high) * _CLOSE


def _computed(one: Stated, interval: Interval) -> str:
    out = excludes(interval)
    held = "leaves out" if out else "includes"
    due = f"p should be {'below' if out else 'above'} {_limit(interval.level)}"
    follows = implied(interval) if one.estimate is not None else None
    about = f"; the width of the interval gives p = {chance(follows.p)}" if follows is not None else ""
    return f"{one.low.text} to {one.high.text} {held} {interval.null} (no difference), so {due}{about}"
