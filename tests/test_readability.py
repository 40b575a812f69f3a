"""Reading grades: the formulas as published, the counts of one sentence, and textstat's values."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import REPOSITORY

from workbench import readability
from workbench.readability import Counts
from workbench.shadow import shadow
from workbench.syllables import syllables

EXAMPLES = REPOSITORY / "checks" / "readability" / "reading-grade"
TEXTSTAT = """
import json, sys, warnings
warnings.simplefilter("ignore")
import textstat
print(json.dumps([[textstat.flesch_kincaid_grade(text), textstat.smog_index(text)] for text in json.load(sys.stdin)]))
"""
# Long words in 30 sentences -> grade, by the rule for mental arithmetic: their root and three.
QUICK = {4: 5, 9: 6, 16: 7, 25: 8, 36: 9, 49: 10, 64: 11, 81: 12}


def count(text: str, *names: str) -> Counts:
    places = [found.span() for name in names for found in re.finditer(name, text)]
    return readability.count(text, shadow(text), places)


def prose(path: Path) -> list[str]:
    """Sentences of three words or more, with the marks that textstat and we part words at in different ways removed."""
    text = " ".join(line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] not in "#-")
    return [part + "." for part in re.split(r"(?<=\.) +|\.$", text.replace("-", "")) if len(part.split()) > 2]


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("The cat sat on the mat.", 6, 6),
        ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 16, 23),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 13, 24),
    ],
)
def test_sentences_whose_counts_are_published(text: str, words: int, number: int) -> None:
    found = count(text)
    assert (found.sentences, found.words, found.syllables) == (1, words, number)


def test_flesch_kincaid_of_known_counts() -> None:
    assert readability.flesch_kincaid(Counts(1, 6, 6)) == pytest.approx(-1.45)
    assert readability.flesch_kincaid(Counts(1, 13, 24)) == pytest.approx(11.265, abs=0.001)
    assert readability.flesch_kincaid(Counts(5, 100, 150)) == pytest.approx(9.91)


@pytest.mark.parametrize(("long_words", "grade"), QUICK.items())
def test_smog_is_near_its_quick_form(long_words: int, grade: int) -> None:
    assert readability.smog(Counts(30, 500, 800, long_words)) == pytest.approx(grade, abs=0.6)


def test_smog_is_scaled_to_thirty_sentences() -> None:
    assert readability.smog(Counts(15, 1, 1, 20)) == readability.smog(Counts(30, 1, 1, 40))


def test_nothing_has_no_grade() -> None:
    assert (readability.flesch_kincaid(Counts()), readability.smog(Counts())) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("text", "words", "number", "long_words"),
    [
        ("Take 2.5 cups twice a day.", 6, 6, 0),  # a number is a word of one syllable
        ("A well-known step-by-step plan.", 4, 7, 1),  # a hyphenated word is one word
        ("The nurse—or a doctor—will call.", 7, 8, 0),  # a dash parts words
        ("Rest -- then drink.", 3, 3, 0),
        ("Read https://example.org/a/very/long/address here [12].", 2, 2, 0),  # nobody reads these out
        ("Don’t stop.", 2, 2, 0),
        ("Café, naïve … ¿qué? ☃", 3, 5, 0),
        ("** ++ !!", 0, 0, 0),
    ],
)
def test_what_is_a_word(text: str, words: int, number: int, long_words: int) -> None:
    found = count(text)
    assert (found.words, found.syllables, found.long_words) == (words, number, long_words)


def test_a_name_counts_as_two_syllables_at_most() -> None:
    text = "Take amitriptyline or Advil at night."
    plain, named = count(text), count(text, "amitriptyline", "Advil")
    assert (plain.syllables, plain.long_words) == (11, 1)
    assert (named.syllables, named.long_words, named.names) == (8, 0, 2)
    assert named.spelled_out()[:4] == plain[:4]


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10))))
def test_any_text_and_any_names(text: str, places: list[tuple[int, int]]) -> None:
    names = [(at, at + length) for at, length in places]
    plain, named = count(text), readability.count(text, shadow(text), names)
    assert plain.words == named.words <= plain.syllables
    assert named.syllables <= plain.syllables == named.spelled_out().syllables
    assert named.long_words <= plain.long_words == named.spelled_out().long_words


@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_a_text_without_a_sentence_and_with_it_again_is_the_same(texts: list[str]) -> None:
    parts = [count(text) for text in texts]
    whole = readability.total(parts)
    assert whole.sentences == len(texts)
    assert whole.plus(parts[0], -1).plus(parts[0]) == whole


def test_textstat_says_the_same(tmp_path: Path) -> None:
    """textstat looks syllables up in NLTK's copy of the dictionary; it is given ours, in that format."""
    pytest.importorskip("textstat", reason="textstat is in the extra “notebook”")
    texts = [prose(EXAMPLES / "hard.md"), prose(EXAMPLES / "plain.md"), prose(EXAMPLES / "hard.md")[:8]]
    words = {word for text in texts for word in re.findall("[a-z]+", " ".join(text).lower())}
    corpus = tmp_path / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    lines = [f"{word.upper()} 1 {' '.join(['AH0'] * syllables(word))}" for word in sorted(words)]
    (corpus / "cmudict").write_text("\n".join(lines) + "\n", encoding="ascii")
    done = subprocess.run(
        [sys.executable, "-c", TEXTSTAT],
        input=json.dumps([" ".join(text) for text in texts]),
        env={**os.environ, "NLTK_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    for text, theirs in zip(texts, json.loads(done.stdout), strict=True):
        whole = readability.total(count(sentence) for sentence in text)
        assert [readability.flesch_kincaid(whole), readability.smog(whole)] == pytest.approx(theirs, abs=0.1)
    assert len(texts[0]) >= 30
