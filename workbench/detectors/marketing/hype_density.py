"""Praise in place of information: strong phrases wherever they stand, weaker ones where they come thick."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, exception, overlap
from workbench.model import Article, Evidence, Flag, Hit, Match, Sentence

_NOT_MEANT = ("negated", "question", "quoted", "attributed", "warning-list", "boilerplate")
_NEXT_TO = 24  # characters at most between two phrases of one run
_LINK = rb"[\s,;/]*(?:(?:and|or|&)\s)?\s*(?:\w+ly\s|most\s|more\s|so\s)?\s*"
_SHOWN = 12
_TITLE = 0.6  # share of its other words in capitals from which a line is a title and capitals say nothing


class _Praise(NamedTuple):
    hit: Hit
    strong: bool
    flags: tuple[Flag, ...]  # why it is none: an idiom or a name
    place: int  # words of the article before it
    meant: bool


def detect(
    article: Article, *, strong: Hits, words: Hits = (), but_not: Hits = (), least: int = 3, per_words: int = 300
) -> Iterator[Match]:
    """Every run of praise that is strong by itself or stands in a stretch full of it.

    A strong phrase that stands alone has low confidence. What is denied, quoted, asked, told by somebody else or part
    of a name does not make a stretch full.

    Args:
        strong: phrases that sell whatever stands around them ("this groundbreaking treatment").
        words: words that do so in numbers ("innovative", "premier").
        but_not: idioms, terms of art and names that hold such words; a phrase that overlaps one is held back.
        least: so many phrases …
        per_words: … in so many words make a stretch full.
    """
    found = _praise(article, strong, words, by_sentence(but_not))
    full = _full([praise.place for praise in found if praise.meant], least, per_words)
    for run in _runs(article, found):
        crowd = next((stretch for stretch in full if any(stretch[0] <= one.place <= stretch[1] for one in run)), None)
        if crowd is None and not any(one.strong for one in run):
            continue
        yield _match(article, run, crowd, found, f"{least} in {per_words} words")


def _praise(article: Article, strong: Hits, words: Hits, idioms: Mapping[int, Hits]) -> list[_Praise]:
    """All phrases in reading order; of two that overlap the strong one, then the first."""
    before = _words_before(article)
    taken: dict[int, list[Hit]] = {}
    found = []
    for kind, hits in ((True, strong), (False, words)):
        for hit in hits:
            others = taken.setdefault(hit.sentence, [])
            if any(overlap(hit, other) for other in others):
                continue
            others.append(hit)
            sentence = article.sentences[hit.sentence]
            idiom = next((idiom for idiom in idioms.get(hit.sentence, ()) if overlap(hit, idiom)), None)
            idiom = idiom or _name(article, sentence, hit)
            flags = (exception(article, hit, idiom),) if idiom else ()
            denied = any(flag.flag in _NOT_MEANT and flag.at <= hit.at < flag.to for flag in sentence.flags)
            place = before[hit.sentence] + sentence.shadow[: hit.at].count(b" ")
            found.append(_Praise(hit, kind, flags, place, not flags and not denied))
    return sorted(found, key=lambda praise: (praise.hit.sentence, praise.hit.at))


def _words_before(article: Article) -> list[int]:
    counts, total = [], 0
    for sentence in article.sentences:
        counts.append(total)
        total += len(sentence.shadow.split())
    return counts


def _full(places: list[int], least: int, per_words: int) -> list[tuple[int, int]]:
    """Stretches [first, last] of word places with enough praise, those that overlap joined."""
    stretches: list[tuple[int, int]] = []
    for first, last in zip(places, places[least - 1 :], strict=False):
        if last - first >= per_words:
            continue
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return stretches


def _runs(article: Article, found: list[_Praise]) -> Iterator[list[_Praise]]:
    """Phrases that follow one another directly are one run: “revolutionary, truly game-changing”."""
    run: list[_Praise] = []
    for praise in found:
        if run and _follows(article, run[-1], praise):
            run.append(praise)
            continue
        if run:
            yield run
        run = [praise]
    if run:
        yield run


def _follows(article: Article, one: _Praise, other: _Praise) -> bool:
    near = one.hit.sentence == other.hit.sentence and other.hit.at - one.hit.to <= _NEXT_TO
    if not near or one.meant != other.meant:
        return False
    between = article.sentences[one.hit.sentence].shadow[one.hit.to : other.hit.at]
    return re.fullmatch(_LINK, between) is not None


def _match(
    article: Article, run: list[_Praise], crowd: tuple[int, int] | None, found: list[_Praise], limit: str
) -> Match:
    near = run if crowd is None else [one for one in found if one.meant and crowd[0] <= one.place <= crowd[1]]
    rows = tuple({"words": _text(article, one.hit)} for one in near[:_SHOWN])
    given = f"{len(near)} phrases" if crowd is None else f"{len(near)} phrases in {crowd[1] - crowd[0] + 1} words"
    return Match(
        run[0].hit.sentence,
        run[0].hit.at,
        run[-1].hit.to,
        values={"crowd": "" if crowd is None else f", one of {given}"},
        evidence=Evidence("hype-density", given, tolerance=limit, rows=rows),
        confidence="low" if crowd is None else None,
        flags=next((one.flags for one in run if one.flags), ()),
    )


def _text(article: Article, hit: Hit) -> str:
    return article.sentences[hit.sentence].text[hit.at : hit.to]


def _name(article: Article, sentence: Sentence, hit: Hit) -> Hit | None:
    """The phrase as part of a name: in capitals inside a sentence, beside another capitalised word."""
    if not hit.at or article.block(sentence).kind == "heading":
        return None
    text = sentence.text
    others = (text[: hit.at] + text[hit.to :]).split()
    if sum(word[:1].isupper() for word in others) >= _TITLE * len(others):
        return None
    own = text[hit.at : hit.to].split()
    if not all(word[:1].isupper() for word in own):
        return None
    after, before = text[hit.to :].split(maxsplit=1), text[: hit.at].split()
    beside = (after and after[0][:1].isupper()) or (len(before) > 1 and before[-1][:1].isupper())
    return hit if beside or len(own) > 1 else None
