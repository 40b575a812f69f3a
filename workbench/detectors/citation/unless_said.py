"""Wordings that are a problem where the page does not add what makes them honest."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from workbench.detectors import Hits, phrase
from workbench.detectors.phrase import by_sentence, exception
from workbench.model import Article, Hit, Match

PAGE = True  # what stands elsewhere on the page counts


def detect(article: Article, *, phrases: Hits, said: Hits, but_not: Hits = ()) -> Iterator[Match]:
    """Each place of a phrase; held back where its sentence or one beside it in its paragraph says what is wanted.

    Args:
        phrases: what to report.
        said: wordings that make it honest ("which sells it", "paid for by").
        but_not: idioms that hold such words without their meaning.
    """
    cues = by_sentence(said)
    for match in phrase.detect(article, phrases=phrases, but_not=but_not):
        if match.sentence is not None and not match.flags:
            here = Hit(match.sentence, match.at, match.to)
            cue = next(_beside(article, match.sentence, cues), None)
            match = replace(match, flags=() if cue is None else (exception(article, here, cue),))
        yield match


def _beside(article: Article, index: int, cues: dict[int, Hits]) -> Iterator[Hit]:
    """Cues of the sentence itself, of the next and of the one before in the same block."""
    block = article.sentences[index].block
    for near in (index, index + 1, index - 1):
        if 0 <= near < len(article.sentences) and article.sentences[near].block == block:
            yield from cues.get(near, ())
