"""The counts of a sentence, in one pass over its words.

A hyphenated word is one word; a number is a word of one syllable; a dash between words parts them; a mark that stands
alone is no word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from workbench.readability.counts import Counts
from workbench.readability.words import NAMED, PLAIN, unpacked

_DASH = "—|--"
_DASH_ALONE = r"(?<!\S)(?:—|--)(?!\S)"
_WORD = re.compile(rb"[^ ]+")
_ONE = 1  # a sentence as a weight: the first field of its counts
_SMALL = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ\t\n\r\v\f", b"abcdefghijklmnopqrstuvwxyz     ")


def count(text: str, shadow: bytes, names: Sequence[tuple[int, int]] = ()) -> Counts:
    """The counts of one sentence.

    Args:
        text: the sentence.
        shadow: its shadow, character for character.
        names: `[at, to)` of names in it (drugs).
    """
    small, dashes = _small(text, shadow)
    number = sum(map(PLAIN.__getitem__, small.split()), start=_ONE)
    for at, to in _named(small, names):
        number += NAMED[small[at:to]] - PLAIN[small[at:to]]
    counts = unpacked(number)
    if not dashes:
        return counts
    alone = len(re.findall(_DASH_ALONE, text))
    return counts._replace(strokes=counts.strokes + dashes, marks=counts.marks + alone)


def weighed(text: str, shadow: bytes, names: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int, Counts]]:
    """Every word of a sentence where it stands, `[at, to)` with the marks around it, and its counts."""
    small, _ = _small(text, shadow)
    named = _named(small, names)
    for word in _WORD.finditer(small):
        weights = NAMED if word.span() in named else PLAIN
        yield *word.span(), unpacked(weights[word[0]])


def uncommon(shadows: Iterable[bytes]) -> Iterator[tuple[str, int, int]]:
    """The long words of some sentences that are not familiar, in the letters of their shadows and with the marks around
    them; how often each stands there, and its syllables.
    """
    for word, times in Counter(b" ".join(shadows).split()).items():
        counts = unpacked(PLAIN[word.translate(_SMALL)])
        if counts.uncommon:
            yield word.decode("ascii"), times, counts.syllables


def _small(text: str, shadow: bytes) -> tuple[bytes, int]:
    """The shadow in small letters with spaces for dashes, and the number of characters that were dashes."""
    small = shadow.translate(_SMALL)
    if "—" not in text and "--" not in text:
        return small, 0
    bare = bytearray(small)
    for dash in re.finditer(_DASH, text):
        bare[dash.start() : dash.end()] = b" " * len(dash[0])
    return bytes(bare), sum(map(len, re.findall(_DASH, text)))


def _named(small: bytes, names: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Where the words stand that share a character with a name."""
    found: set[tuple[int, int]] = set()
    for at, to in names:
        start, end = small.rfind(b" ", 0, at + 1) + 1, small.find(b" ", max(at, to - 1))
        found.update(word.span() for word in _WORD.finditer(small, start, len(small) if end < 0 else end))
    return found
