"""The evidence of a grade: the sentences, sections and words that weigh most, and the six formulas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from workbench import readability
from workbench.detectors.readability._sections import Section
from workbench.model import Article
from workbench.readability import FORMULAS, Counts
from workbench.readability.pages import Counted

_SHOWN = 3  # sentences, and sections
_MOST_WORDS = 5
_DECIDING = ("Flesch–Kincaid", "SMOG")
_LETTERS = r"[^\W\d_]+"
_MARKS = "\"'()[]*_.,;:!?-"

Row = Mapping[str, str]


def in_short(counts: Counts) -> str:
    """All six values in one line, the two that decide first."""
    said = {formula.name: f"{formula.name} {formula.of(counts):.1f}" for formula in FORMULAS}
    first = [said.pop(name) for name in _DECIDING]
    return ", ".join([*first, *said.values()])


def rows(article: Article, prose: Sequence[Counted], sections: Sequence[Section]) -> tuple[Row, ...]:
    """Rows of one table: what is measured, the result, what was counted. What an editor can change stands first.

    Args:
        prose: the sentences that were graded.
        sections: those far above the limit, the hardest first.
    """
    whole = readability.total(one.counts for one in prose)
    topic = frozenset(re.findall(_LETTERS, article.document.meta.title.lower()))
    words = _words(prose, topic)
    return (*_sentences(prose, whole), *_of_sections(article, sections), *words, *_formulas(whole))


def _row(measure: str, result: str, counted: str) -> Row:
    return {"measure": measure, "result": result, "counted": counted}


def _formulas(whole: Counts) -> Iterator[Row]:
    spelled = whole.spelled_out()
    for formula in FORMULAS:
        result = f"{formula.of(whole):.1f}" + ("" if formula.grade else ", from 0 (hard) to 100 (easy)")
        if spelled != whole:
            result += f" ({formula.of(spelled):.1f} with names in full)"
        yield _row(formula.name, result, formula.counted(whole))


def _of_sections(article: Article, sections: Sequence[Section]) -> Iterator[Row]:
    for section in sections[:_SHOWN]:
        grades = "Flesch–Kincaid {:.1f}, SMOG {:.1f}".format(*section.grades)
        given = f"{section.counts.words} words in {section.counts.sentences} sentences"
        yield _row(f"section: {article.document.blocks[section.heading].seen}", grades, given)


def _sentences(prose: Sequence[Counted], whole: Counts) -> Iterator[Row]:
    """The sentences without which the two grades would fall most."""

    def rest(one: Counted) -> float:
        own = one.counts
        left = Counts(
            whole.sentences - 1,
            whole.words - own.words,
            whole.syllables - own.syllables,
            whole.long_words - own.long_words,
        )
        return readability.flesch_kincaid(left) + readability.smog(left)

    for one in nsmallest(_SHOWN, prose, key=rest):
        yield _row(f"sentence: {one.sentence.text}", f"{one.counts.words} words", f"{one.counts.long_words} long words")


def _words(prose: Sequence[Counted], topic: frozenset[str]) -> Iterator[Row]:
    """The long words that bring most syllables in, without names, initials and the topic of the page."""
    left_out = {word for one in prose for at, to in one.names for word in one.sentence.text[at:to].lower().split()}
    left_out |= topic
    times: Counter[tuple[str, int]] = Counter()
    for printed, number, syllables in readability.uncommon(one.sentence.shadow for one in prose):
        word = printed.strip(_MARKS)
        if not word.isupper() and word.lower() not in left_out:
            times[word.lower(), syllables] += number
    heaviest = nsmallest(_MOST_WORDS, times.items(), key=lambda pair: (-pair[1] * pair[0][1], pair[0]))
    for (word, syllables), number in heaviest:
        yield _row(f"word: {word}", f"{syllables} syllables", "once" if number == 1 else f"{number} times")
