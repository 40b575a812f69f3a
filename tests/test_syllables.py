"""Syllables: the table holds what the rules get wrong, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_syllables import counts, table

from workbench.syllables import COMMENT, TABLE, by_rule, syllables

DICTIONARY = """\
nurse N ER1 S
people P IY1 P AH0 L
people's P IY1 P AH0 L Z
area EH1 R IY0 AH0
area(2) EH1 R IY0
d'artagnan D AH0 R T AE1 NG Y AH0 N # foreign french
shh SH
3d TH R IY2 D IY2
"""


def rows() -> list[tuple[int, str]]:
    lines = [line for line in TABLE.read_text(encoding="ascii").splitlines() if not line.startswith(COMMENT)]
    return [(int(line.split()[0]), word) for line in lines for word in line.split()[1:]]


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("a", 1), ("pill", 1), ("moved", 1), ("dose", 1), ("nurse's", 2), ("people", 2), ("wanted", 2), ("wishes", 2),
        ("table", 2), ("headache", 2), ("safely", 2), ("rhythm", 2), ("doesn't", 2), ("area", 3), ("medicine", 3),
        ("patient", 2), ("national", 3), ("various", 3), ("emptier", 3), ("reacted", 3), ("diabetes", 4),
        ("hypertension", 4), ("tachycardia", 5), ("immunotherapy", 6), ("physiological", 6),
    ],
)  # fmt: skip
def test_words_of_the_dictionary(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [("ketamine", 3), ("semaglutide", 4), ("topiramate", 4), ("dexamethasone", 5), ("velodrin", 3), ("tarivex", 3)],
)
def test_words_that_the_dictionary_does_not_know(word: str, number: int) -> None:
    assert word not in {known for _, known in rows()}
    assert syllables(word) == number


def test_the_table_holds_only_what_the_rules_get_wrong() -> None:
    found = rows()
    assert len(found) > 5000
    assert len({word for _, word in found}) == len(found)
    assert [word for number, word in found if by_rule(word) == number] == []


def test_the_table_says_where_it_comes_from() -> None:
    head = TABLE.read_text(encoding="ascii")[:3000]
    assert "Copyright (C) 1993-2015 Carnegie Mellon University" in head
    assert "THIS SOFTWARE IS PROVIDED BY CARNEGIE MELLON UNIVERSITY" in head


def test_the_dictionary_is_read_by_its_first_pronunciations() -> None:
    assert counts(DICTIONARY) == {"nurse": 1, "people": 2, "people's": 2, "area": 3, "d'artagnan": 3}


def test_a_table_leaves_out_what_the_rules_get_right() -> None:
    assert table({"nurse": 1, "pill": 2, "area": 3, "zany": 5}) == "2 pill\n5 zany\n"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz'", max_size=60))
def test_every_word_has_one_at_least(word: str) -> None:
    assert 1 <= syllables(word) <= max(1, 3 * len(word))  # “w” has three


def test_a_run_of_letters_is_no_word() -> None:
    assert syllables("ae" * 5000) == 1
