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
from workbench.patterns import exact
from workbench.statistics.intervals import Interval, against, excludes, place
from workbench.statistics.reported import Reported
from workbench.statistics.widths import implied

VALUES = ("interval", "holds", "null", "p", "due")
_LEVELS = (90, 95, 99)
_UNSAID = 95
_NEAR = Fraction(5, 2)  # times from the limit within which another test may decide otherwise
_CLOSE = Fraction(7, 5)  # times that its p may be another
_SIGNIFICANT = (  # with nothing between that denies it or turns to another result
    r"^(?:[^;:]*[^a-z])?((?:statistically |highly )?significant(?:ly)?)\b"
)
_DENIED = (
    r"\b(?:no|not|non|nor|never|without|neither|if|whether|clinically|borderline|marginally|nearly|almost|but|although"
    r"|while|whereas|however|cannot|detect)\b|n't\b|insignificant|[;:].*[;:]|, and\b"
)
_SEVERAL_ARMS = ("change", "reduction")


def detect(article: Article, *, other_p: Hits = (), designs: Hits = (), adjusted: Hits = ()) -> Iterator[Match]:
    """Every interval of an estimate that means something at “no difference”, with the p beside it.

    Args:
        other_p: words in the sentence for a p of another question or estimate ("for trend", "unadjusted").
        designs: words in the paragraph for a p that is not about “no difference” ("non-inferiority", "one-sided").
        adjusted: words in the sentence for an adjusted estimate, whose p may be the plain one; of low confidence.
    """
    found = intervals.read(article)
    yield from _called_significant(article, found, in_block(article, designs))
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


def _called_significant(article: Article, found: tuple[Stated, ...], apart_from: frozenset[int]) -> Iterator[Match]:
    """“significantly lowered the risk (RR 0.92, 95% CI 0.80 to 1.06)”: an effect called so beside its one interval."""
    alone = Counter(one.words.sentence for one in found)
    for one in found:
        sentence, estimate = article.sentences[one.words.sentence], one.estimate
        if one.p is not None or one.null is None or one.credible or estimate is None or alone[sentence.index] > 1:
            continue
        said = exact(_SIGNIFICANT).search(sentence.shadow[: one.words.at])
        level = _UNSAID if one.level is None else int(one.level.value)
        if said is not None and exact(_DENIED).search(sentence.shadow[: one.words.at]) is not None:
            continue
        if said is None or level != _UNSAID or sentence.block in apart_from or estimate.sentence != sentence.index:
            continue
        interval = Interval(estimate.value, one.low.value, one.high.value, one.null == 1, level)
        inside = min(one.low.value, one.high.value) < one.null < max(one.low.value, one.high.value)
        if inside and place(interval) not in ("reversed", "impossible"):
            at, to = estimate.at, one.words.to
            word = sentence.text[said.start(1) : said.end(1)]
            values = {"interval": f"{one.low.text} to {one.high.text}", "holds": "includes", "null": str(interval.null)}
            computed = _computed(one, interval)
            evidence = Evidence("interval", f"{word}; {sentence.text[at:to]}", computed, ROUNDING)
            values |= {"p": word, "due": f"above {_limit(level)}"}
            yield Match(sentence.index, at, to, values=values, evidence=evidence)


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
