"""Advice that can hurt wherever it is meant as said."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits, phrase
from workbench.detectors.safety import _care
from workbench.model import Article, Hit, Match


def detect(
    article: Article,
    *,
    phrases: Hits,
    but_not: Hits = (),
    careful: Hits = (),
    defiant: Hits = (),
    country: tuple[str, ...] = (),
) -> Iterator[Match]:
    """Every place where a phrase stands, as `phrase` finds it; careful words near it hold it back.

    Args:
        phrases: what to report.
        but_not: wordings that only look like it; they have to overlap.
        careful: words anywhere in the sentence, or in the next one, that make it harmless.
        defiant: words that brush the care aside where they overlap it.
        country: the countries whose rule it is; empty = everywhere.
    """
    if country and article.country not in country:
        return
    words = _care.care(careful, defiant)
    for match in phrase.detect(article, phrases=phrases, but_not=but_not):
        if match.sentence is None or match.flags:
            yield match
            continue
        span = Hit(match.sentence, match.at, match.to)
        yield Match(match.sentence, match.at, match.to, flags=_care.harmless(article, words, span))
