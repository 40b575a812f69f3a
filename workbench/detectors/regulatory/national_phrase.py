"""Phrases that are wrong under the rules of one country."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits, phrase
from workbench.detectors.regulatory._standing import Excuses
from workbench.model import Article, Match


def detect(article: Article, *, phrases: Hits, country: str, but_not: Hits = (), unless: Hits = ()) -> Iterator[Match]:
    """Every place where a phrase stands on a page of this country.

    Args:
        article: the article with its declared country.
        phrases: what to report.
        country: the ISO code of the country whose rule it is; pages of other countries are left alone.
        but_not: idioms that hold such words without their meaning.
        unless: words that put the sentence right; they hold the match back.
    """
    if article.country != country:
        return
    excuses = Excuses(article, unless)
    for match in phrase.detect(article, phrases=phrases, but_not=but_not):
        sentence = article.sentences[match.sentence or 0]
        yield replace(match, flags=(*match.flags, *excuses.flags(sentence)))
