"""A result called significant without a p, an interval or a size: it may be real and far too small to matter."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.statistics._drawn import tested
from workbench.model import Article, Evidence, Hit, Match, Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_NEAR = 2  # sentences behind whose figures count
_EARLIER = 6  # and before: a conclusion may stand in a paragraph of its own
_LONGEST = 30  # sentences of a paragraph that are looked at
_BACK = 25  # sentences before in which a p or an interval counts: a conclusion stands behind its results
_CHANGED = r"\b(?:by|from) (?:an? (?:mean|average|median) of |about |only |some )?-?\d{1,3}(?:[^\d]|$)"
_GROUP = r"\b(?:among|(?:in|with)(?: the| all| our| these| those)?|the|all|our|these|those) $"  # “in the 60 cadets”
_NAMED = r"(?: [a-z-]+){0,2} [a-z]+s\b"
_CITED = ("linked", "named")
_SIZES = ("percent", "ratio")  # what tells the size of an effect


def detect(
    article: Article,
    *,
    claims: Hits,
    studies: Hits,
    people: Hits = (),
    sizes: Hits = (),
    but_not: Hits = (),
) -> Iterator[Match]:
    """Every “significant” result of a study without a figure of the effect near it.

    Where the page only says that studies show it, or has a source for it, the confidence is low.

    Args:
        claims: results called significant ("a significant drop in").
        studies: words of one study or its people ("the trial found", "participants").
        people: words of studies at large ("studies show").
        sizes: words that tell a size without a sign ("half", "doubled", "effect size").
        but_not: other meanings of the word, and what was not significant; a claim that overlaps one is none.
    """
    if not claims:
        return
    study, at_large, idioms = by_sentence(studies), by_sentence(people), by_sentence(but_not)
    worded = {hit.sentence for hit in sizes}
    cited = {claim.sentence for claim in article.claims if claim.citation in _CITED}
    figures = tested(article)
    for index, hits in by_sentence(claims).items():
        around = idioms.get(index, ())
        hit = next((hit for hit in hits if not any(overlap(hit, idiom) for idiom in around)), None)
        if hit is None:
            continue
        sentence = article.sentences[index]
        known = _study(article, sentence, study)
        if (not known and index not in at_large) or article.block(sentence).kind == "heading":
            continue
        if worded & set(_around(article, sentence)) or _has_size(article, sentence) or _reported(figures, index):
            continue
        yield Match(
            index,
            hit.at,
            hit.to,
            evidence=Evidence(
                "significance", _words(sentence, hit), "the size of the effect, p and interval are missing"
            ),
            confidence=None if known and index not in cited else "low",
        )


def _words(sentence: Sentence, hit: Hit) -> str:
    return sentence.text[hit.at : hit.to]


def _study(article: Article, sentence: Sentence, study: dict[int, Hits]) -> bool:
    """Whether a study speaks: in the sentence, in the one before it in its block, or above its list."""
    above = _above(article, sentence)
    return sentence.index in study or (above is not None and above in study)


def _above(article: Article, sentence: Sentence) -> int | None:
    """The sentence before it in its block, or the last one before its list."""
    listed = article.block(sentence).kind == "item"
    before = sentence.index - 1
    while listed and before >= 0 and article.block(article.sentences[before]).kind == "item":
        before -= 1
    if before < 0:
        return None
    return before if listed or article.sentences[before].block == sentence.block else None


def _reported(tested: list[int], index: int) -> bool:
    return any(index - _BACK <= one <= index + _NEAR for one in tested)


def _around(article: Article, sentence: Sentence) -> Iterator[int]:
    """The sentences of its block, and those close by in others."""
    first, last = max(0, sentence.index - _EARLIER), min(len(article.sentences) - 1, sentence.index + _NEAR)
    while first > max(0, sentence.index - _LONGEST) and article.sentences[first - 1].block == sentence.block:
        first -= 1
    end = min(len(article.sentences) - 1, sentence.index + _LONGEST)
    while last < end and article.sentences[last + 1].block == sentence.block:
        last += 1
    return iter(range(first, last + 1))


def _has_size(article: Article, sentence: Sentence) -> bool:
    return any(
        exact(_CHANGED).search(article.sentences[index].shadow) is not None
        or any(_is_size(article.sentences[index], one) for one in article.quantities[index])
        for index in _around(article, sentence)
    )


def _is_size(sentence: Sentence, one: Quantity) -> bool:
    """Whether a number can be an effect: a share, a ratio, points, kilograms; not how many people nor how long."""
    if one.kind == "number":
        people = exact(_GROUP).search(before(sentence.shadow, one.at, 16)) is not None
        return not people or exact(_NAMED).match(after(sentence.shadow, one.to, 40)) is None
    return one.kind in _SIZES or (one.kind == "group" and one.low is not None)
