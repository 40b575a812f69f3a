"""Promises in plain words, which need no page that sells: all are helped, all of it ends, the ill is ruled out."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.marketing._promise_pairs import Promise, in_order, pairs
from workbench.model import Article, Hit
from workbench.patterns import compiled

# Between the two there is no doubt, no duty, no exception and no second statement.
_DOUBT = (
    r"[;:()]|\bnot\b|n't\b|\b(?:never|no|nor|may|might|could|should|must|ha(?:s|ve) to|needs?|almost|nearly|most|many"
    r"|some|often|usually|if|unless|until|whether|than|but|except|ask|knows?|shows?|evidence|proof|tell|which|when|differ\w*)\b"
)
_SOFT = r"\b(?:almost|nearly|virtually|practically|not|hardly|than|if|whether|when|most|some|few|once)\s$"  # before it
_NEXT, _NEAR, _WIDE, _FAR = 2, 5, 8, 12


class Plain(NamedTuple):
    """The words of plain promises, each list as the detector `promise` explains it."""

    everybody: Hits
    works: Hits
    whatever: Hits
    strong: Hits
    assured: Hits
    good: Hits
    ending: Hits
    ever: Hits
    barred: Hits
    undone: Hits
    ills: Hits
    total: Hits
    persons: Hits
    each: Hits
    erasing: Hits
    benefits: Hits
    announced: Hits
    praised: Set[int]


def plain(article: Article, words: Plain) -> Iterator[Promise]:
    """Every stretch that promises on any page, by what is promised."""
    for promise in _promises(article, words):
        place = promise.place
        dark = article.sentences[place.sentence].shadow
        if compiled(_SOFT).search(dark[max(0, place.at - 15) : place.at]) is None:
            yield promise


def _promises(article: Article, words: Plain) -> Iterator[Promise]:
    ended = _places(pairs(article, words.ending, words.ills, _NEAR, "behind", parted=_DOUBT))
    for place, cue in pairs(article, words.everybody, words.works, _NEAR, parted=_DOUBT):
        yield Promise(place, cue, "for everybody")
    for place, cue in pairs(article, words.whatever, words.strong, _FAR, across=True, parted=_DOUBT):
        yield Promise(place, cue, "for everybody")
    for place, cue in pairs(article, words.assured, words.good, _FAR, "behind", parted=_DOUBT):
        yield Promise(place, cue, "as certain")
    for place, cue in pairs(article, words.ever, ended, _NEAR, parted=_DOUBT):
        yield Promise(place, cue, "as complete")
    for place, cue in pairs(article, words.barred, words.ills, _NEAR, "behind", parted=_DOUBT):
        yield Promise(place, cue, "without limits")
    for place, cue in pairs(article, words.undone, words.ills, _NEAR, "before", parted=_DOUBT):
        yield Promise(place, cue, "without limits")
    yield from _of_remedies(article, words)


def _of_remedies(article: Article, words: Plain) -> Iterator[Promise]:
    """What is said of something that is sold or taken without a doctor; there wider words are too much."""
    praised = words.praised
    if not praised:
        return
    each = _places(pairs(article, _within(words.each, praised), words.ills, _NEXT, "behind", parted=_DOUBT))
    good = in_order(words.good, words.works, words.ending, words.benefits)
    total = _within(in_order(words.total, words.whatever, words.ever), praised)
    persons = _within(in_order(words.persons, words.everybody), praised)
    for cues, beside in ((total, in_order(good, words.ills)), (in_order(persons, each), good)):
        for place, cue in pairs(article, cues, beside, _WIDE, parted=_DOUBT):
            if not _told(article, place):
                yield Promise(place, cue, "without limits")
    for place, cue in pairs(article, _within(words.each, praised), good, 0, "before", parted=_DOUBT):
        if not _told(article, place):
            yield Promise(place, cue, "without limits")
    for place, cue in pairs(article, _within(words.erasing, praised), words.ills, _NEXT, "behind", parted=_DOUBT):
        yield Promise(place, cue, "as complete")
    for place, cue in pairs(article, _within(words.announced, praised), words.good, _NEAR, "behind", parted=_DOUBT):
        yield Promise(place, cue, "as certain")


def _places(found: Iterator[tuple[Hit, Hit]]) -> Hits:
    return in_order(tuple(place for place, _ in found))


def _within(hits: Hits, sentences: Set[int]) -> Hits:
    return tuple(hit for hit in hits if hit.sentence in sentences)


def _told(article: Article, place: Hit) -> bool:
    """Whether the reader is told what to do there ("always shake the drops")."""
    flags = article.sentences[place.sentence].flags
    return any(flag.flag == "advice" and flag.at <= place.at < flag.to for flag in flags)
