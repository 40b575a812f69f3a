"""Parts that add up to more, or to less, than what they are parts of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from workbench.detectors import Hits
from workbench.figures import parts
from workbench.figures.stated import Number
from workbench.figures.stated_changes import Parts
from workbench.model import Article, Evidence, Match, Severity
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.statistics.wholes import HUNDRED, Sum, add

VALUES = ("sum", "total", "whole", "how")
_KIND = "sum"
_TOLERANCE = "each part rounded by itself"
_MOST = 130  # percent; answers that overlap add up to anything, a slip to little more than all
_BARE = r" ?(?:%|per ?cent)[ -][a-zA-Z-]+ ?(?:,|;|\.|$|and\b|or\b)"  # “60% nasal,”: one word and no more
_PREPOSITION = r" ?(?:%|per ?cent)?[ -](?:of|in|with|on|at|for|among|by|were|was|had|said)\b"
_LISTED = r"(?:[:(]|\bso|\bfollows),? ?(?:about |roughly )?$"
_NOT = r"\b(?:did|had|were|could|would|do|does) not(?: ?[,.;]| and\b| but\b|$)"  # “12 got it, 8 did not”
_OTHER_BASE = r"\b(?:of|in|on|with) (?:the |those )?(?:[\w-]+ )?(?:group|arm|dose|placebo|women|men|people who)\b"
_CHART = r"\b(?:chart|figure|graph|pie|diagram|poll|donut|bars?)\b"
_BEHIND = r"^ ?(?:%|per ?cent)? ?[.)]?$"
_LABEL = 24  # characters before the first part
_SPLIT = r"\b(?:split|divid\w+|broke\w* down|breakdown|made up|consist\w*|compos\w+|compris\w+|distribut\w+|market)\b"


def detect(
    article: Article,
    *,
    counts: bool = False,
    outcomes: Hits = (),
    overlapping: Hits = (),
    open_list: Hits = (),
    health: str = "",
) -> Iterator[Match]:
    """Every list of parts that exclude each other, with its sum.

    Args:
        counts: judge counts of a stated total instead of percentages of 100.
        outcomes: results that people of different groups may share ("responded"); no parts of one whole.
        overlapping: words of lists whose members may be several things at once ("tried", "married", "completed").
        open_list: words of lists that name some parts only ("mainly", "including"); what is missing is then no slip.
        health: the name of a list of conditions; people may have several.
    """
    named = {hit.sentence for hit in (*outcomes, *overlapping)}
    partial = {hit.sentence for hit in open_list}
    for one in parts.read(article):
        if (one.whole is not None) is counts and one.exclusive is not False:
            several = one.words.sentence in named or _covers(one, article.hits.get(health, ()))
            yield from _judge(article, one, several, partial)


def _covers(one: Parts, hits: Hits) -> bool:
    """Whether a word of a list stands between the first and the last part."""
    here = one.words
    return any(hit.sentence == here.sentence and here.at <= hit.at and hit.to <= here.to for hit in hits)


def _judge(article: Article, one: Parts, named: bool, partial: set[int]) -> Iterator[Match]:
    whole = HUNDRED if one.whole is None else one.whole.value
    found = add([part.value for part in one.parts], whole, counted=one.whole is not None)
    told = one.exclusive is True and (one.sure or _opposites(one) or not named) and not _other_bases(article, one)
    if found.verdict == "over" and found.total <= whole * _MOST / 100:
        if told:
            yield _match(one, found, whole, "fail")
        elif one.exclusive is None and not named and _looks_whole(article, one):
            yield _match(one, found, whole, "fail", "note", "medium")
    elif (found.verdict == "fits" and one.exclusive is True) or (found.verdict == "under" and told and one.rest):
        yield _match(one, found, whole, "pass")
    elif found.verdict == "under" and told and not _opposites(one) and one.words.sentence not in partial:
        split = (
            one.closed
            or _all_of_chart(article, one)
            or exact(_SPLIT).search(article.sentences[one.words.sentence].shadow) is not None
        )
        if split and found.total * 100 >= whole * 80:
            yield _match(one, found, whole, "fail", "note", "medium")


def _all_of_chart(article: Article, one: Parts) -> bool:
    """Whether a sentence is nothing but the parts of a chart in which everybody has one."""
    sentence = article.sentences[one.words.sentence]
    whole = exact(_BEHIND).match(sentence.shadow[one.parts[-1].to :]) is not None and one.parts[0].at <= _LABEL
    above = article.sentences[sentence.index - 1] if sentence.index else None
    named = above is not None and exact(_CHART).search(above.shadow) is not None
    return one.sure and whole and (named or exact(_CHART).search(sentence.shadow) is not None)


def _opposites(one: Parts) -> bool:
    return len(one.parts) == 2 and not one.rest


def _other_bases(article: Article, one: Parts) -> bool:
    """Whether parts are each of another group: “60% of the high-dose group, 55% of the placebo group”."""
    sentences = article.sentences
    behind = [after(sentences[part.sentence].shadow, part.to, 40) for part in one.parts]
    return sum(exact(rf" ?%? ?{_OTHER_BASE}").match(right) is not None for right in behind) > 1


def _looks_whole(article: Article, one: Parts) -> bool:
    """Whether a list without a cue still reads as one of parts: “so: 60% IV, 30% nasal, 25% oral”."""
    sentence = article.sentences[one.words.sentence]
    shadow = sentence.shadow
    if one.whole is not None:
        return exact(_NOT).search(shadow[one.words.at :]) is not None and one.parts[-1].value < one.whole.value
    if any(part.sentence != sentence.index for part in one.parts):
        return False
    bare = (exact(_BARE).match(after(shadow, part.to, 40)) for part in one.parts)
    prepositions = (exact(_PREPOSITION).match(after(shadow, part.to, 20)) for part in one.parts)
    listed = exact(_LISTED).search(before(shadow, one.parts[0].at, 24)) is not None
    return all(bare) and not any(prepositions) and listed


def _match(
    one: Parts,
    found: Sum,
    whole: Decimal,
    verdict: Literal["pass", "fail"],
    severity: Severity | None = None,
    confidence: Literal["medium"] | None = None,
) -> Match:
    sign = "%" if one.whole is None else ""
    total = " + ".join(_printed(part) for part in one.parts)
    computed = f"{total} = {found.total}{sign}"
    if one.rest and verdict == "pass":
        computed += f", which leaves {whole - found.total}{sign} for the rest"
    given = f"parts of {whole}{sign}" + (
        f", by “{one.cue.text}”" if one.cue is not None and not _opposites(one) else ""
    )
    how = "more" if found.verdict == "over" else "less"
    allowed = f"{_TOLERANCE}: {found.low} to {found.high}" if one.whole is None else "counts are not rounded"
    return Match(
        one.words.sentence,
        one.words.at,
        one.words.to,
        verdict,
        values={"sum": total, "total": f"{found.total}{sign}", "whole": f"{whole}{sign}", "how": how},
        evidence=Evidence(_KIND, given, computed, allowed),
        severity=severity,
        confidence=confidence,
    )


def _printed(part: Number) -> str:
    return f"{part.value:f}"
