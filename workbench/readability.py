"""Reading grades of plain prose: Flesch–Kincaid and SMOG from one pass over sentences and words.

Both say how many years of school in the United States a reader needs; Flesch–Kincaid expects that three in four
questions about the text are answered, SMOG all of them, so that SMOG comes out two or three grades higher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from workbench.syllables import syllables

_WORDS = rb"\S+"
_LETTERS = rb"[a-z]+(?:'[a-z]+)*"
_ADDRESS = rb"://|www\.|@|^\[[\d,-]+\]\W*$"  # an address or the number of a reference: not read out
_DASH = "—|--"
_LONG = 3  # syllables of a long word, as SMOG counts them
_OF_A_NAME = _LONG - 1  # a name weighs at most so much: the reader has to know it, and the writer cannot replace it
_SMOG_SENTENCES = 30  # the sample that SMOG was fitted on


class Counts(NamedTuple):
    """What the formulas need.

    `syllables` and `long_words` take a name as two syllables at most; `names` were counted so, and `surplus` syllables
    and `long_names` were left out by it.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    long_words: int = 0
    names: int = 0
    surplus: int = 0
    long_names: int = 0

    def plus(self, other: Counts, times: int = 1) -> Counts:
        """Both together; with `times` -1, this one without the other."""
        return Counts(*(one + times * two for one, two in zip(self, other, strict=True)))

    def spelled_out(self) -> Counts:
        """The same with names counted like all other words."""
        return self._replace(
            syllables=self.syllables + self.surplus,
            long_words=self.long_words + self.long_names,
            surplus=0,
            long_names=0,
        )


def count(text: str, shadow: bytes, names: Iterable[tuple[int, int]] = ()) -> Counts:
    """The counts of one sentence.

    A hyphenated word is one word; a number is a word of one syllable; a dash between words parts them.

    Args:
        text: the sentence.
        shadow: its shadow, character for character.
        names: `[at, to)` of names in it (drugs).
    """
    dark = bytearray(shadow.lower())
    for dash in re.finditer(_DASH, text):
        dark[dash.start() : dash.end()] = b" " * (dash.end() - dash.start())
    places = sorted(names)
    total = Counts(sentences=1)
    for word in re.finditer(_WORDS, bytes(dark)):
        parts = re.findall(_LETTERS, word[0])
        if re.search(_ADDRESS, word[0]) or not (parts or any(sign in b"0123456789" for sign in word[0])):
            continue
        spoken = sum(syllables(part.decode("ascii")) for part in parts) or 1
        while places and places[0][1] <= word.start():
            places.pop(0)
        named = bool(places) and places[0][0] < word.end()
        heard = min(spoken, _OF_A_NAME) if named else spoken
        total = Counts(
            1,
            total.words + 1,
            total.syllables + heard,
            total.long_words + (heard >= _LONG),
            total.names + named,
            total.surplus + spoken - heard,
            total.long_names + (named and spoken >= _LONG),
        )
    return total


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of many sentences together."""
    return Counts(*(sum(column) for column in zip(Counts(), *counts, strict=True)))


def flesch_kincaid(counts: Counts) -> float:
    """Flesch–Kincaid grade level (Kincaid and others 1975); 0.0 without words or sentences."""
    if not counts.sentences or not counts.words:
        return 0.0
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def smog(counts: Counts) -> float:
    """SMOG grade (McLaughlin 1969, exact form), scaled to 30 sentences; 0.0 without sentences."""
    if not counts.sentences:
        return 0.0
    return 1.043 * sqrt(counts.long_words * _SMOG_SENTENCES / counts.sentences) + 3.1291
