"""Six formulas of readability over the same counts.

Five give the years of school in the United States that a reader needs; the sixth, Flesch reading ease, a number that is
mostly between 0 (hard) and 100 (easy). They were fitted on different tests, so that they differ by two or three grades
on the same text: Flesch–Kincaid expects that three in four questions about the text are answered, SMOG all of them.
Each takes whole numbers and rounds nothing; a text without words has 0.0. Differences to what other programs say come
from what they take for a sentence and a word, rarely from the formula.
"""

from __future__ import annotations

from math import sqrt

from workbench.readability.counts import Counts

_SMOG_SENTENCES = 30  # the sample that SMOG was fitted on


def reading_ease(counts: Counts) -> float:
    """Flesch reading ease: 206.835 - 1.015 words a sentence - 84.6 syllables a word.

    A score, higher is easier; 60 to 70 is plain English. Flesch, A new readability yardstick, 1948.
    """
    if not _enough(counts):
        return 0.0
    return 206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words


def flesch_kincaid(counts: Counts) -> float:
    """Flesch–Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59.

    A grade. Kincaid and others, Navy research branch report 8-75, 1975.
    """
    if not _enough(counts):
        return 0.0
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def smog(counts: Counts) -> float:
    """SMOG grade: 1.043 root of (long words in 30 sentences) + 3.1291.

    A grade; made for 30 sentences, scaled from fewer or more. McLaughlin, SMOG grading, 1969, in its exact form.
    """
    if not _enough(counts):
        return 0.0
    return 1.043 * sqrt(counts.long_words * _SMOG_SENTENCES / counts.sentences) + 3.1291


def gunning_fog(counts: Counts) -> float:
    """Gunning fog index: 0.4 (words a sentence + uncommon long words in 100 words).

    A grade. Gunning, The technique of clear writing, 1952. He left out names, words put together from short ones and
    endings such as -ed; as textstat does, the long words of the Dale–Chall list of familiar words are left out instead,
    and names of drugs as everywhere here.
    """
    if not _enough(counts):
        return 0.0
    return 0.4 * (counts.words / counts.sentences + 100 * counts.uncommon / counts.words)


def coleman_liau(counts: Counts) -> float:
    """Coleman–Liau index: 0.058 letters in 100 words - 0.296 sentences in 100 words - 15.8.

    A grade. Coleman and Liau, A computer readability formula designed for machine scoring, 1975. The published factor
    of letters is 0.0588; it is cut to 0.058 here as in textstat, so that figures of both can be compared. On ordinary
    prose that makes 0.3 to 0.4 of a grade less.
    """
    if not _enough(counts):
        return 0.0
    return 5.8 * counts.letters / counts.words - 29.6 * counts.sentences / counts.words - 15.8


def automated_readability(counts: Counts) -> float:
    """Automated readability index: 4.71 characters a word + 0.5 words a sentence - 21.43.

    A grade. Smith and Senter, Automated readability index, 1967, counted by the keys of a typewriter: marks are
    characters, and what stands between two spaces is a word where characters are divided by words.
    """
    if not _enough(counts):
        return 0.0
    between_spaces = counts.words + counts.marks
    return 4.71 * counts.strokes / between_spaces + 0.5 * counts.words / counts.sentences - 21.43


def _enough(counts: Counts) -> bool:
    return counts.sentences > 0 and counts.words > 0
