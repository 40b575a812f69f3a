"""Praise in place of information: strong phrases wherever they stand, weaker ones where they come thick."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.marketing._praise import STOPS, Praise, of_objects, praises
from workbench.detectors.marketing._selling import offers_something
from workbench.detectors.marketing._slots import merged, together
from workbench.detectors.phrase import by_sentence
from workbench.model import Article, Evidence, Hit, Match

VALUES = ("crowd",)
PAGE = True  # what stands elsewhere on the page counts
_NEXT_TO = 24  # characters at most between two phrases of one run
_LINK = rb"[\s,;/]*(?:(?:and|or|&)\s)?\s*(?:\w+ly\s|most\s|more\s|so\s)?\s*"
_REACH = 8  # words at most between a superlative and how far it goes
_SHOWN = 12
_PAIR = 2


def detect(
    article: Article,
    *,
    strong: Hits,
    epithets: Hits = (),
    things: Hits = (),
    deeds: Hits = (),
    realms: Hits = (),
    peaks: Hits = (),
    reach: Hits = (),
    near: int = 3,
    words: Hits = (),
    but_not: Hits = (),
    least: int = 3,
    per_words: int = 300,
    close: int = 0,
    offers: str = "",
    offers_least: int = 2,
) -> Iterator[Match]:
    """Every run of praise that is strong by itself or stands in a stretch full of it.

    A strong phrase that stands alone has low confidence. What is denied, quoted, asked, told by somebody else or part
    of a name does not make a stretch full.

    Args:
        strong: phrases that sell whatever stands around them ("this groundbreaking treatment").
        epithets: words that do so beside one of the `things` they are said of, at most `near` words away ("amazing").
        things: what pages sell and what comes of it ("serum", "results").
        deeds: what is done to one of the `realms` ("redefining").
        realms: what is too large for a product ("medicine", "the way you age").
        peaks: superlatives; with a `reach` in the same sentence ("the finest serum on earth").
        reach: how far a superlative goes ("on earth", "of all time").
        words: words that do so in numbers ("innovative", "premier").
        but_not: idioms, terms of art and names that hold such words; a phrase that overlaps one is held back.
        least: so many phrases …
        per_words: … in so many words make a stretch full.
        close: two within so many words do so too (“an elite team of visionary doctors”); 0 = they do not.
        offers: the key of the words of a page that sells ("vocabulary/selling"); what its own people are quoted with
            it means itself.
        offers_least: so many different ones make a page sell.
    """
    pairs = [*of_objects(article, epithets, things, near), *of_objects(article, deeds, realms, near, STOPS)]
    pairs += together(article, (peaks, reach), _REACH) if peaks and reach else ()
    selling = offers_something(article, offers, offers_least)
    kinds = ((True, merged([*strong, *pairs])), (False, words))
    found = praises(article, kinds, by_sentence(but_not), selling)
    places = [praise.place for praise in found if praise.meant]
    full = _full(places, least, per_words) + (_full(places, _PAIR, close) if close else [])
    for run in _runs(article, found):
        crowd = next((stretch for stretch in full if any(stretch[0] <= one.place <= stretch[1] for one in run)), None)
        if crowd is None and not any(one.strong for one in run):
            continue
        yield _match(article, run, crowd, found, f"{least} in {per_words} words")


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


def _runs(article: Article, found: list[Praise]) -> Iterator[list[Praise]]:
    """Phrases that follow one another directly are one run: “revolutionary, truly game-changing”."""
    run: list[Praise] = []
    for praise in found:
        if run and _follows(article, run[-1], praise):
            run.append(praise)
            continue
        if run:
            yield run
        run = [praise]
    if run:
        yield run


def _follows(article: Article, one: Praise, other: Praise) -> bool:
    near = one.hit.sentence == other.hit.sentence and other.hit.at - one.hit.to <= _NEXT_TO
    if not near or one.meant != other.meant:
        return False
    between = article.sentences[one.hit.sentence].shadow[one.hit.to : other.hit.at]
    return re.fullmatch(_LINK, between) is not None


def _match(
    article: Article, run: list[Praise], crowd: tuple[int, int] | None, found: list[Praise], limit: str
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
