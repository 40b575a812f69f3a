"""Sales talk: phrases that sell wherever they stand, and others that do so only on a page that sells something."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits, phrase
from workbench.detectors.marketing._selling import cleared, denied, offers_something
from workbench.detectors.marketing._slots import together
from workbench.model import Article, Hit, Match

PAGE = True  # what stands elsewhere on the page counts


def detect(
    article: Article,
    *,
    phrases: Hits,
    first: Hits = (),
    second: Hits = (),
    near: int = 8,
    weak: Hits = (),
    offers: str = "",
    least: int = 2,
    but_not: Hits = (),
    cleared_by: Hits = (),
) -> Iterator[Match]:
    """Every place where such a phrase stands; places of one sentence that overlap are one match.

    What is denied is held back, unless the denial is part of the phrase ("no one tells you").

    Args:
        phrases: what to report on any page.
        first: words of one kind ("this price"); reported with one of `second` close by.
        second: words of another kind ("ends at midnight").
        near: words at most between one of the first kind and one of the second.
        weak: what is plain advice on a page that sells nothing ("do not wait"); no candidate there.
        offers: the key of the words of a page that sells ("vocabulary/selling").
        least: so many different ones make a page sell.
        but_not: idioms and terms of art; a phrase that overlaps one is held back.
        cleared_by: words that show, wherever in the sentence, that it is about something else (an emergency, a court).
    """
    found = {*phrases, *together(article, (first, second), near)}
    if weak and offers_something(article, offers, least, weak):
        found.update(weak)
    for match in phrase.detect(article, phrases=tuple(sorted(found, key=_place)), but_not=but_not):
        if match.sentence is not None and not match.flags:
            hit = Hit(match.sentence, match.at, match.to)
            match = replace(match, flags=denied(article, hit) or cleared(article, hit, cleared_by))
        yield match


def _place(hit: Hit) -> tuple[int, int, int]:
    return hit.sentence, hit.at, hit.to
