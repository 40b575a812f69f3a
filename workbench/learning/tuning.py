"""A phrase over many texts: where it stands, which words stand beside it, and what a change of pattern adds or drops.

nltk counts (`nltk.text.ConcordanceIndex`, `nltk.collocations`); it needs no corpus, and is loaded when asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*%?")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")


class Line(NamedTuple):
    """One place of a phrase: the text's name, the words before it, the phrase as it stands, the words after it."""

    name: str
    before: str
    phrase: str
    after: str


class Pair(NamedTuple):
    """Two words that stand beside each other more often than by chance: how often, and the score of it."""

    words: tuple[str, str]
    times: int
    score: float


def words(text: str) -> list[str]:
    """The words of a text in their order; numbers are words."""
    return _WORD.findall(text)


def concordance(phrase: str, texts: Mapping[str, str], most: int = 50, width: int = 8) -> list[Line]:
    """The places of a phrase, in the order of the texts; capitals do not matter.

    Args:
        phrase: one word or several, as they stand beside each other.
        texts: by name.
        most: places answered.
        width: words shown on each side.

    Raises:
        ValueError: the phrase holds no word.
    """
    from nltk.text import ConcordanceIndex  # type: ignore[import-untyped,unused-ignore]

    wanted = [word.lower() for word in words(phrase)]
    if not wanted:
        raise ValueError("type a word or a phrase to look for")
    lines: list[Line] = []
    for name, text in texts.items():
        tokens = words(text)
        for at in ConcordanceIndex(tokens, key=str.lower).offsets(wanted[0]):
            end = at + len(wanted)
            if [token.lower() for token in tokens[at:end]] != wanted:
                continue
            around = tokens[max(0, at - width) : at], tokens[at:end], tokens[end : end + width]
            lines.append(Line(name, *(" ".join(part) for part in around)))
            if len(lines) == most:
                return lines
    return lines


def collocations(texts: Iterable[str], word: str = "", least: int = 2, most: int = 20) -> list[Pair]:
    """Words that stand together in the same sentence, side by side, the most telling first (likelihood ratio).

    Args:
        texts: whole texts.
        word: only pairs with this word; "" = all.
        least: how often a pair must stand in them.
        most: pairs answered.
    """
    from nltk.collocations import (  # type: ignore[import-untyped,unused-ignore]
        BigramAssocMeasures,
        BigramCollocationFinder,
    )

    sentences = [words(part.lower()) for text in texts for part in _SENTENCE_ENDS.split(text)]
    if not any(sentences):
        return []
    finder = BigramCollocationFinder.from_documents(sentence for sentence in sentences if sentence)
    finder.apply_freq_filter(least)
    wanted = word.strip().lower()
    counts = dict(finder.ngram_fd)
    scored = finder.score_ngrams(BigramAssocMeasures.likelihood_ratio)
    # Padding between texts is None; ties are put in the order of the alphabet, so that the answer is always the same.
    pairs = [Pair(pair, counts[pair], score) for pair, score in scored if None not in pair]
    kept = [pair for pair in pairs if not wanted or wanted in pair.words]
    return sorted(kept, key=lambda pair: (-pair.score, pair.words))[:most]


class Change(NamedTuple):
    """What a change of a pattern does: (text's name, words) that are found only now, and only before."""

    added: Sequence[tuple[str, str]]
    removed: Sequence[tuple[str, str]]


def change(before: Iterable[tuple[str, str]], now: Iterable[tuple[str, str]]) -> Change:
    """The difference of two lists of findings; the same words twice in one text count twice."""
    gone, added = list(before), []
    for one in now:
        if one in gone:
            gone.remove(one)
        else:
            added.append(one)
    return Change(added, gone)
