"""What the formulas need of a text, counted in whole numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Counts(NamedTuple):
    """The counts of some sentences, or of a word.

    `long_words` have three syllables or more; `uncommon` are those of them that are not on the list of familiar words.
    `letters` are letters and digits of words, `strokes` all characters but spaces, `marks` what stands between two
    spaces and is no word. A name is taken as two syllables and six letters at most; `names` were counted so, and the
    last four fields are what was left out by it.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    long_words: int = 0
    letters: int = 0
    strokes: int = 0
    marks: int = 0
    uncommon: int = 0
    names: int = 0
    surplus: int = 0
    long_names: int = 0
    surplus_letters: int = 0
    uncommon_names: int = 0

    def plus(self, other: Counts, times: int = 1) -> Counts:
        """Both together; with `times` -1, this one without the other."""
        return Counts(*(one + times * two for one, two in zip(self, other, strict=True)))

    def spelled_out(self) -> Counts:
        """The same with names counted like all other words."""
        return self._replace(
            syllables=self.syllables + self.surplus,
            long_words=self.long_words + self.long_names,
            letters=self.letters + self.surplus_letters,
            strokes=self.strokes + self.surplus_letters,
            uncommon=self.uncommon + self.uncommon_names,
            surplus=0,
            long_names=0,
            surplus_letters=0,
            uncommon_names=0,
        )


def total(counts: Iterable[Counts]) -> Counts:
    """The counts of many sentences together."""
    return Counts(*map(sum, zip(Counts(), *counts, strict=True)))
