"""Reading grades: the formulas as published, and the counts of one sentence."""

from __future__ import annotations

import re
from itertools import pairwise
from math import isfinite
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import readability
from workbench.readability import FORMULAS, Counts
from workbench.readability.words import COMMENT, FAMILIAR
from workbench.shadow import shadow
from workbench.syllables import syllables

# Long words in 30 sentences -> grade, by the rule for mental arithmetic: their root and three.
QUICK = {4: 5, 9: 6, 16: 7, 25: 8, 36: 9, 49: 10, 64: 11, 81: 12}


def count(text: str, *names: str) -> Counts:
    places = [found.span() for name in names for found in re.finditer(name, text)]
    return readability.count(text, shadow(text), places)


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


@pytest.mark.parametrize("counts", [Counts(), Counts(sentences=1), Counts(words=3, syllables=4)])
def test_nothing_has_no_grade(counts: Counts) -> None:
    assert [formula.of(counts) for formula in FORMULAS] == [0.0] * 6


@pytest.mark.parametrize(
    ("name", "counts", "value"),
    [
        ("Flesch reading ease", Counts(1, 6, 6), 116.145),  # “The cat sat on the mat.”
        ("Flesch reading ease", Counts(5, 100, 150), 59.635),
        ("Gunning fog", Counts(8, 100, 0, 9, uncommon=7), 7.8),
        ("Coleman–Liau", Counts(5, 119, letters=639), 14.1),  # the abstract of its paper: 14.5 with 0.0588 a letter
        ("Automated readability index", Counts(4, 80, strokes=400), 12.12),
        ("Automated readability index", Counts(4, 76, strokes=400, marks=4), 11.62),
    ],
)
def test_known_values(name: str, counts: Counts, value: float) -> None:
    (formula,) = [formula for formula in FORMULAS if formula.name == name]
    assert formula.of(counts) == pytest.approx(value, abs=0.05)


def test_what_each_formula_counts_is_said() -> None:
    counts = readability.count(text := "The doctor will examine you & carefully.", shadow(text))
    assert [formula.counted(counts) for formula in FORMULAS] == [
        "6.0 words a sentence, 1.83 syllables a word",
        "6.0 words a sentence, 1.83 syllables a word",
        "2 words of three syllables or more in 1 sentences",
        "6.0 words a sentence, 2 of 6 words long and uncommon",
        "6.0 words a sentence, 5.33 letters a word",
        "6.0 words a sentence, 4.86 characters a word",
    ]
    assert all(formula.counted(Counts()) for formula in FORMULAS)


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


@pytest.mark.parametrize(
    ("text", "letters", "strokes", "marks"),
    [
        ("Take 2.5 cups twice a day.", 19, 21, 0),  # digits are letters here, marks are strokes
        ("A well-known plan.", 14, 16, 0),
        ("Don’t stop.", 8, 10, 0),
        ("Rest -- then drink & sleep.", 18, 22, 2),
        ("The nurse—or you—will call.", 21, 24, 0),
        ("Café, naïve.", 9, 11, 0),
        ("Read https://example.org/a [12].", 4, 4, 0),
    ],
)
def test_letters_and_strokes(text: str, letters: int, strokes: int, marks: int) -> None:
    found = count(text)
    assert (found.letters, found.strokes, found.marks) == (letters, strokes, marks)


@pytest.mark.parametrize(
    ("text", "long_words", "uncommon"),
    [
        ("Yesterday another family visited the hospital.", 5, 1),
        ("Medication interactions occur.", 2, 2),
        ("An old-fashioned idea.", 2, 1),  # a hyphenated word is not on the list
        ("Ask the nurse.", 0, 0),
    ],
)
def test_long_words_that_everybody_knows_are_not_uncommon(text: str, long_words: int, uncommon: int) -> None:
    found = count(text)
    assert (found.long_words, found.uncommon) == (long_words, uncommon)


def test_the_list_of_familiar_words_has_long_words_alone_and_says_where_it_comes_from() -> None:
    lines = FAMILIAR.read_text(encoding="ascii").splitlines()
    words = [word for line in lines if not line.startswith(COMMENT) for word in line.split()]
    assert len(words) > 200
    assert [word for word in words if syllables(word) < 3] == []
    assert words == sorted(set(words))
    assert "MIT License" in "".join(lines)


def test_a_name_counts_as_two_syllables_at_most() -> None:
    text = "Take amitriptyline or Advil at night."
    plain, named = count(text), count(text, "amitriptyline", "Advil")
    assert (plain.syllables, plain.long_words) == (11, 1)
    assert (named.syllables, named.long_words, named.names) == (8, 0, 2)
    assert (plain.letters, named.letters) == (31, 24)  # a name has six letters at most
    assert named.spelled_out()._replace(names=0) == plain


def test_long_uncommon_words_with_how_often_and_their_syllables() -> None:
    texts = ["Medication, and medication again.", "Yesterday (medication,) Physiology helped."]
    found = {(word.strip("(,).").lower(), syllables) for word, _, syllables in readability.uncommon(map(shadow, texts))}
    assert found == {("medication", 4), ("physiology", 5)}
    assert sum(times for _, times, _ in readability.uncommon(map(shadow, texts))) == 4


def test_more_words_than_are_kept_are_counted_all_the_same() -> None:
    text = " ".join(f"word{number}" for number in range(70_000))
    assert count(text) == count(text)
    assert (count(text).words, count(text).syllables) == (70_000, 70_000)


@pytest.mark.parametrize("names", ["St John’s wort", "John’s", "t John"])
def test_a_name_of_several_words_and_in_the_middle_of_them(names: str) -> None:
    found = count("Take St John’s wort, please.", names)
    assert found.names == len(names.split())


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 10))))
def test_any_text_and_any_names(text: str, places: list[tuple[int, int]]) -> None:
    names = [(at, at + length) for at, length in places]
    plain, named = count(text), readability.count(text, shadow(text), names)
    assert plain.words == named.words <= plain.syllables
    assert plain.uncommon <= plain.long_words <= plain.words <= plain.letters <= plain.strokes
    assert all(part <= full for part, full in zip(named[:8], plain[:8], strict=True))
    assert named.spelled_out()._replace(names=0) == plain


@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_a_text_without_a_sentence_and_with_it_again_is_the_same(texts: list[str]) -> None:
    parts = [count(text) for text in texts]
    whole = readability.total(parts)
    assert whole.sentences == len(texts)
    assert whole.plus(parts[0], -1).plus(parts[0]) == whole


@given(st.lists(st.text(max_size=30), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_sentences_does_not_matter(texts: list[str], random: Random) -> None:
    parts = [count(text) for text in texts]
    shuffled = random.sample(parts, len(parts))
    one, other = readability.total(parts), readability.total(shuffled)
    assert one == other
    assert [formula.of(one) for formula in FORMULAS] == [formula.of(other) for formula in FORMULAS]


@given(st.builds(Counts, *[st.integers(0, 10**9)] * len(Counts._fields)))
def test_every_value_is_a_number(counts: Counts) -> None:
    assert all(isfinite(formula.of(counts)) for formula in FORMULAS)


@given(st.text(max_size=60))
def test_a_text_twice_has_the_same_grades(text: str) -> None:
    once = count(text)
    for formula in FORMULAS:
        assert formula.of(once.plus(once)) == pytest.approx(formula.of(once))


@given(st.text(max_size=60))
def test_the_words_of_a_sentence_stand_apart_and_in_order(text: str) -> None:
    found = list(readability.weighed(text, shadow(text)))
    assert all(one[1] < other[0] for one, other in pairwise(found))
    assert all(not set(text[at:to]) & set(" \n\t") for at, to, _ in found)
