"""Phrases that are a problem wherever they are meant as said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from workbench.detectors import Hits
from workbench.model import Article, Flag, Hit, Match


def detect(article: Article, *, phrases: Hits, but_not: Hits = ()) -> Iterator[Match]:
    """Every place where a phrase stands; places of one sentence that overlap are one match.

    Args:
        phrases: what to report.
        but_not: idioms and terms of art that hold such words without their meaning (a rate, a name, a food). A phrase
            that overlaps one is reported with the flag "exception", so that it is held back and stays visible.
    """
    idioms = by_sentence(but_not)
    for index, hits in by_sentence(phrases).items():
        around = idioms.get(index, ())
        plain = [hit for hit in hits if not any(overlap(hit, idiom) for idiom in around)]
        spans = list(_joined(plain))
        excepted = [hit for hit in hits if hit not in plain and not any(overlap(hit, span) for span in spans)]
        yield from (_match(article, span) for span in spans)
        for span in _joined(excepted):
            idiom = next(idiom for idiom in around if overlap(span, idiom))
            yield _match(article, span, (exception(article, span, idiom),))


def _match(article: Article, span: Hit, flags: tuple[Flag, ...] = ()) -> Match:
    """The match without the punctuation that a pattern leans on (", guaranteed", "a miracle.")."""
    text, at, to = article.sentences[span.sentence].text, span.at, span.to
    while at + 1 < to and not text[at].isalnum():
        at += 1
    while to - 1 > at and not (text[to - 1].isalnum() or text[to - 1] == "%"):
        to -= 1
    return Match(sentence=span.sentence, at=at, to=to, flags=flags)


def by_sentence(hits: Iterable[Hit]) -> dict[int, tuple[Hit, ...]]:
    """Hits by the index of their sentence; hits come in reading order."""
    return {index: tuple(group) for index, group in groupby(hits, key=lambda hit: hit.sentence)}


def overlap(one: Hit, other: Hit) -> bool:
    """Whether two hits of the same sentence share a character."""
    return one.at < other.to and other.at < one.to


def exception(article: Article, match: Hit, cue: Hit) -> Flag:
    """The flag that holds a match back because of the words at `cue`, in whatever sentence they stand."""
    sentence = article.sentences[cue.sentence]
    start, end = article.span(sentence, cue.at, cue.to)
    return Flag("exception", start, end, sentence.text[cue.at : cue.to], match.at, match.to)


def _joined(hits: list[Hit]) -> Iterator[Hit]:
    waiting: Hit | None = None
    for hit in hits:
        if waiting is not None and overlap(waiting, hit):
            waiting = Hit(hit.sentence, waiting.at, max(waiting.to, hit.to))
            continue
        if waiting is not None:
            yield waiting
        waiting = hit
    if waiting is not None:
        yield waiting
