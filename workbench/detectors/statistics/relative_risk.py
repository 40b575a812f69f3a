"""A change of risk told only as a share of itself, without the risk in either group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.model import Article, Evidence, Hit, Match, Quantity, Sentence

_NEAR = 2  # sentences before and after in which a figure still belongs to the change
_NATURAL = 50  # from so many people on, “x in y” is a risk and no figure of speech
_LETTERS = 5  # of a word that has to be the same: relapse, relapsed
_WORD = rb"[a-z]{5,}"
_POINTS = "percentage points"

_BySentence = dict[int, tuple[Hit, ...]]


def detect(
    article: Article,
    *,
    changes: Hits,
    comparisons: Hits = (),
    but_not: Hits = (),
    absolute: Hits = (),
    not_absolute: Hits = (),
    generic: list[str] | None = None,
) -> Iterator[Match]:
    """Every relative change of a risk, failed where no figure nearby says how large the risk is.

    Figures count in the same sentence; in the same paragraph and up to two sentences away, if they are a pair (4% and
    2%), a risk in natural frequencies (3 in 1,000), or speak of the same event, which those before the change always
    have to; further away, if they are a pair about the same event.

    Args:
        changes: relative changes of a risk ("cuts the risk of relapse by 40%").
        comparisons: one group's risk as a multiple of another's ("twice as likely"); reported with low confidence.
        but_not: phrases that only look like either; a match that overlaps one is held back.
        absolute: words that give or name an absolute risk ("number needed to treat").
        not_absolute: stretches whose percentages are no risks (confidence intervals, further changes).
        generic: beginnings of words that name no event ("reduc", "perce").
    """
    plain, idioms = by_sentence(changes), by_sentence(but_not)
    figures = _Figures(article, by_sentence(absolute), by_sentence(not_absolute), frozenset(generic or ()))
    seen: dict[int, list[Hit]] = {}
    for hit in chain(changes, comparisons):
        before = seen.setdefault(hit.sentence, [])
        if any(overlap(hit, other) for other in before):
            continue
        before.append(hit)
        sentence = article.sentences[hit.sentence]
        idiom = next((idiom for idiom in idioms.get(hit.sentence, ()) if overlap(hit, idiom)), None)
        found = figures.about(sentence, hit)
        said = sentence.text[hit.at : hit.to]
        yield Match(
            hit.sentence,
            hit.at,
            hit.to,
            verdict="pass" if found else "fail",
            evidence=Evidence("relative-risk", said, found or "no risk given for either group nearby"),
            confidence=None if hit in plain.get(hit.sentence, ()) else "low",
            flags=(exception(article, hit, idiom),) if idiom else (),
        )


class _Figures:
    """The absolute risks of an article, looked up around a change."""

    def __init__(self, article: Article, absolute: _BySentence, other: _BySentence, generic: frozenset[str]) -> None:
        self.article, self.absolute, self.other, self.generic = article, absolute, other, generic
        self.pairs = [s for s in article.sentences if len(self._risks(s, None)) > 1]

    def about(self, sentence: Sentence, change: Hit) -> str:
        """The words that give the risk behind a change; empty if nothing does."""
        own = self._risks(sentence, change)
        if own or sentence.index in self.absolute:
            return sentence.text
        events = self._events(sentence, change)
        for near in self._around(sentence):
            same_event = bool(events & _stems(near.shadow))
            if near.index < sentence.index and events and not same_event:
                continue  # what was told before is of another event; what follows takes up this one
            risks = self._risks(near, None)
            if near.index in self.absolute or len(risks) > 1 or any(_natural(risk) for risk in risks):
                return near.text
            if risks and same_event:
                return near.text
        return next((pair.text for pair in self.pairs if events & _stems(pair.shadow)), "")

    def _around(self, sentence: Sentence) -> Iterator[Sentence]:
        sentences = self.article.sentences
        first, last = max(0, sentence.index - _NEAR), min(len(sentences) - 1, sentence.index + _NEAR)
        while first > 0 and sentences[first - 1].block == sentence.block:
            first -= 1
        while last + 1 < len(sentences) and sentences[last + 1].block == sentence.block:
            last += 1
        return (sentences[index] for index in range(first, last + 1) if index != sentence.index)

    def _risks(self, sentence: Sentence, change: Hit | None) -> list[Quantity]:
        """Percentages and groups that can be somebody's risk."""
        off = self.other.get(sentence.index, ()) + ((change,) if change else ())
        return [
            quantity
            for quantity in self.article.quantities[sentence.index]
            if _can_be_risk(quantity) and not any(hit.at < quantity.to and quantity.at < hit.to for hit in off)
        ]

    def _events(self, sentence: Sentence, change: Hit) -> set[str]:
        """Beginnings of the words of a change that say what happens ("relap")."""
        words = _stems(sentence.shadow[change.at : change.to])
        return {word for word in words if not any(word.startswith(begin) for begin in self.generic)}


def _can_be_risk(quantity: Quantity) -> bool:
    if quantity.kind == "percent":
        return True
    return quantity.kind == "group" and quantity.low is not None and quantity.high is not None


def _natural(quantity: Quantity) -> bool:
    """A risk in so many people, or a difference in percentage points."""
    if quantity.kind == "percent":
        return quantity.unit == _POINTS
    return quantity.high is not None and quantity.high >= _NATURAL


def _stems(shadow: bytes) -> set[str]:
    return {word[:_LETTERS].decode("ascii") for word in re.findall(_WORD, shadow.lower())}
