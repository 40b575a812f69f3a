"""The six formulas by the names that people know, with what each counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from workbench.readability import formulas
from workbench.readability.counts import Counts


class Formula(NamedTuple):
    """A formula: its name, its value, what it counted in words, and whether its value is a grade."""

    name: str
    of: Callable[[Counts], float]
    counted: Callable[[Counts], str]
    grade: bool = True


def _sentence(counts: Counts) -> str:
    return f"{_each(counts.words, counts.sentences, 1)} words a sentence"


def _syllables(counts: Counts) -> str:
    return f"{_sentence(counts)}, {_each(counts.syllables, counts.words)} syllables a word"


def _long(counts: Counts) -> str:
    return f"{counts.long_words} words of three syllables or more in {counts.sentences} sentences"


def _uncommon(counts: Counts) -> str:
    return f"{_sentence(counts)}, {counts.uncommon} of {counts.words} words long and uncommon"


def _letters(counts: Counts) -> str:
    return f"{_sentence(counts)}, {_each(counts.letters, counts.words)} letters a word"


def _strokes(counts: Counts) -> str:
    return f"{_sentence(counts)}, {_each(counts.strokes, counts.words + counts.marks)} characters a word"


def _each(number: int, of: int, digits: int = 2) -> str:
    return f"{number / of:.{digits}f}" if of else "no"


FORMULAS = (
    Formula("Flesch reading ease", formulas.reading_ease, _syllables, grade=False),
    Formula("Flesch–Kincaid", formulas.flesch_kincaid, _syllables),
    Formula("SMOG", formulas.smog, _long),
    Formula("Gunning fog", formulas.gunning_fog, _uncommon),
    Formula("Coleman–Liau", formulas.coleman_liau, _letters),
    Formula("Automated readability index", formulas.automated_readability, _strokes),
)
