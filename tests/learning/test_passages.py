"""The passages of practice: each file holds, and the checks say of it exactly what its answer says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from speak import REPOSITORY, content

from workbench import engine, readability
from workbench.errors import BadContent
from workbench.learning import passages
from workbench.learning.passages import Passage
from workbench.readability import pages

FOLDER = REPOSITORY / "dashboards" / "learn" / "passages"
AS_OF, COUNTRY = date(2026, 11, 25), "US"
GRADE = 9
FORM = '''
title = "A title"
skill = "numbers"
text = """
{text}
"""
by = "the workbench's authors"
{more}
'''
PROBLEM = '[[problem]]\ntext = "{text}"\nkind = "number"\ntitle = "A slip"\nexplanation = "{explanation}"\n{more}'


@cache
def all_passages() -> dict[str, Passage]:
    return passages.read(FOLDER)


def ids() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def written(tmp_path: Path, text: str, more: str = "") -> Path:
    path = tmp_path / "one.toml"
    path.write_text(FORM.format(text=text, more=more), encoding="utf-8")
    return path


def problem(text: str, explanation: str = "It is wrong.", more: str = "") -> str:
    return PROBLEM.format(text=text, explanation=explanation, more=more)


def refused(path: Path) -> str:
    with pytest.raises(BadContent) as caught:
        passages.read_one(path)
    return str(caught.value)


def grade(text: str) -> float:
    document = engine.parse(text.encode("utf-8"), "answer.md", ".md")
    article = engine.analyse(document, content().lexicon, COUNTRY, AS_OF)
    counts = readability.total(one.counts for one in pages.counted(article))
    return readability.flesch_kincaid(counts) if counts.sentences else 0.0


@pytest.mark.parametrize("name", ids())
def test_a_passage_holds(name: str) -> None:
    one = all_passages()[name]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert 90 <= len(one.text.split()) <= 230
    assert len(one.problem) in (0, 3, 4, 5, 6)
    assert 1 <= len(one.fair) <= 3
    for words in (*one.problem, *one.fair):
        assert passages.place(one, words) is not None
        assert words.text == words.text.strip()


@pytest.mark.parametrize("name", ids())
def test_the_checks_find_exactly_what_is_said(name: str) -> None:
    one = all_passages()[name]
    document = engine.parse(f"{one.text}\n".encode(), f"{name}.md", ".md")
    article = engine.analyse(document, content().lexicon, COUNTRY, AS_OF)
    found = engine.run(article, content().checks, content().tables)[0]
    open_ = [each for each in found if not each.held_back and each.confidence != "low"]
    assert sorted((each.check, each.start or 0, "" if each.start is None else each.text) for each in open_) == sorted(
        (each.check, (passages.place(one, each) or (0, 0))[0], each.text) for each in one.finds
    )


@pytest.mark.parametrize("name", ids())
def test_explanations_are_plain(name: str) -> None:
    one = all_passages()[name]
    assert grade(" ".join(each.explanation for each in (*one.problem, *one.fair))) <= GRADE
    assert grade(one.text) <= GRADE


def test_there_are_enough_of_each_skill() -> None:
    skills = Counter(one.skill for one in all_passages().values())
    assert set(skills) == {"promises", "numbers", "sources", "doses"}
    assert min(skills.values()) >= 16


def test_each_skill_has_a_sound_passage() -> None:
    assert {one.skill for one in all_passages().values() if not one.problem} == {
        "promises", "numbers", "sources", "doses",
    }  # fmt: skip


def test_titles_and_texts_are_said_once() -> None:
    every = all_passages().values()
    assert len({one.title for one in every}) == len({one.text for one in every}) == len(all_passages())


def sentences(text: str) -> set[str]:
    parts = (" ".join(part.split()).lower() for part in re.split(r"[.!?\n]+", text))
    return {part for part in parts if len(part.split()) > 5}


def test_no_sentence_is_shared() -> None:
    seen: dict[str, str] = {}
    for path in sorted((REPOSITORY / "articles").glob("*.md")):
        seen.update(dict.fromkeys(sentences(path.read_text(encoding="utf-8")), path.name))
    for name, one in all_passages().items():
        mine = sentences(one.text)
        assert not {part: seen[part] for part in mine & seen.keys()}
        seen.update(dict.fromkeys(mine, name))


NUMBER = r"(\d+(?:,\d{3})*(?:\.\d+)?)"
SUM = re.compile(rf"(?<![\d.,])(?<![×÷+−] ){NUMBER} ([×÷+−]) {NUMBER} = {NUMBER}(%?)")
SHARE = re.compile(rf"{NUMBER} of {NUMBER} is {NUMBER}%")
DO = {"×": lambda a, b: a * b, "÷": lambda a, b: a / b, "+": lambda a, b: a + b, "−": lambda a, b: a - b}


def exact(number: str) -> Fraction:
    return Fraction(number.replace(",", ""))


def printed(value: Fraction, as_: str) -> bool:
    """Whether a value rounds to a number as it is printed."""
    places = len(as_.partition(".")[2])
    return abs(value - exact(as_)) <= Fraction(1, 2 * 10**places)


def workings(one: Passage) -> Iterator[tuple[str, Fraction, str]]:
    for each in one.problem:
        for found in SUM.finditer(each.explanation):
            first, sign, second, result, percent = found.groups()
            value = DO[sign](exact(first), exact(second))
            yield found[0], value * (100 if percent else 1), result
        for found in SHARE.finditer(each.explanation):
            part, whole, share = found.groups()
            yield found[0], 100 * exact(part) / exact(whole), share


def test_the_workings_are_right() -> None:
    every = [(name, *working) for name, one in all_passages().items() for working in workings(one)]
    assert len(every) >= 40
    assert [(name, said) for name, said, value, result in every if not printed(value, result)] == []


def test_a_wrong_working_would_be_seen() -> None:
    assert not printed(Fraction(100 * 20, 160), "15")
    assert printed(Fraction(100 * 34, 38), "89.5")


def test_no_clinician_is_claimed() -> None:
    assert [name for name, one in all_passages().items() if one.reviewed] == []


def test_a_good_file_is_read_and_placed(tmp_path: Path) -> None:
    one = passages.read_one(written(tmp_path, "Ten 🌡 of ten slept.", problem("of ten slept")))
    assert passages.place(one, one.problem[0]) == (6, 18)  # code points, not bytes or UTF-16 units


def test_the_second_of_the_same_words(tmp_path: Path) -> None:
    one = passages.read_one(written(tmp_path, "A 5% and a 5%.", problem("5%", more="nth = 2")))
    assert passages.place(one, one.problem[0]) == (11, 13)


def test_an_empty_folder_has_no_passages(tmp_path: Path) -> None:
    assert passages.read(tmp_path) == {}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadContent, match="nowhere: the folder is missing"):
        passages.read(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("A 5% and a 5%.", problem("5%"), "problem[0]: “5%” stands there 2 times"),
        ("Ten slept.", problem("eleven"), "problem[0]: “eleven” does not stand there"),
        ("A 5% and a 5%.", problem("5%", more="nth = 3"), "does not stand there 3×"),
        ("Ten of ten slept.", problem("Ten of") + problem("of ten"), "problem[1]: “of ten” overlaps problem[0]"),
        ("Ten slept.", problem("Ten", "word " * 61), "problem[0].explanation: has 61 words"),
        ("word " * 251, "", "text: has 251 words"),
        (" ", "", "text: has 0 words"),
        ("Ten slept.", problem("Ten").replace('"number"', '"maths"'), "problem[0].kind: invalid enum value"),
        ("Ten slept.", problem("Ten", more="hint = 1"), "unknown field `hint`"),
        ("Ten slept.", problem("Ten", more="nth = 0"), "problem[0].nth"),
        ("Ten slept.", '[[finds]]\ncheck = "hype-density"\ntext = "wow"', "finds[0]: “wow” does not stand there"),
    ],
)
def test_what_does_not_hold_is_named(tmp_path: Path, text: str, more: str, said: str) -> None:
    problem_ = refused(written(tmp_path, text, more))
    assert problem_.startswith("one.toml: ")
    assert said in problem_


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    path.write_text("title = ", encoding="utf-8")
    assert "one.toml: is not valid TOML" in refused(path)


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    path.write_bytes('title = "Ü"'.encode("latin-1"))
    assert "one.toml: byte 9: is not UTF-8" in refused(path)


def test_a_folder_with_the_name_of_a_passage(tmp_path: Path) -> None:
    (tmp_path / "one.toml").mkdir()
    assert "one.toml: cannot be opened" in refused(tmp_path / "one.toml")
