"""What the head of the corpus overview says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from workbench.review.corpus import Line
from workbench.widgets.corpus_words import changes, lead

DAY = date(2026, 11, 25)


def line(risk: int = 10, **other: Any) -> Line:
    plain: dict[str, Any] = {
        "name": "a", "path": "articles/a.md", "title": "A", "risk": risk, "unknowns": 0, "state": "New", "live": False,
        "inherited": False, "checked": True, "until": "", "counts": {}, "failed": {},
    }  # fmt: skip
    return Line(**{**plain, **other})


def runs(*errors: int, articles: int = 38, checks: str = "a") -> list[dict[str, Any]]:
    days = ("2026-09-01", "2026-10-13", "2026-11-16")
    return [
        {"on": day, "articles": articles, "errors": number, "warnings": 0, "notes": 0, "checks": checks, "tool": "1"}
        for day, number in zip(days, errors, strict=False)
    ]


def test_all_of_it() -> None:
    lines = [line(84, counts={"citation": 3, "dosing": 1}), line(61), line(60), *[line(5)] * 35]
    lines[1] = line(61, until="2026-11-30")
    told = lead(lines, runs(31, 24, 17), DAY)
    assert told == (
        "Two of 38 articles are above risk 60. Open errors have halved from 31 to 17 since 1 Sep."
        " Most findings are about citations: 3 of 4. One approval ends this month."
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (31, 17, "have halved from 31 to 17"),
        (30, 18, "have nearly halved from 30 to 18"),
        (31, 25, "fell from 31 to 25"),
        (40, 9, "have more than halved from 40 to 9"),
        (20, 24, "rose from 20 to 24"),
        (20, 41, "have doubled from 20 to 41"),
        (10, 40, "have more than doubled from 10 to 40"),
        (4, 2, "fell from 4 to 2"),
        (0, 3, "rose from 0 to 3"),
        (9, 0, "fell from 9 to 0"),
        (7, 7, "stand at 7, as on 1 Sep"),
        (0, 0, "stand at 0, as on 1 Sep"),
    ],
)
def test_what_moves_is_told_in_words_and_numbers(first: int, last: int, words: str) -> None:
    assert f"Open errors {words}" in lead([line()], runs(first, 5, last), DAY)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_fewer_than_three_runs_are_no_trend(number: int) -> None:
    assert "errors" not in lead([line()], runs(*[9] * number), DAY).lower().replace("no error", "")


def test_numbers_that_do_not_count_the_same_things_say_so() -> None:
    several = runs(31, 24, 17)
    several[1] |= {"checks": "b"}
    several[2] |= {"checks": "b", "articles": 41}
    assert changes(several) == ["2026-10-13"]
    told = lead([line()], several, DAY)
    assert "since 1 Sep; meanwhile the checks changed on 13 Oct and the articles went from 38 to 41." in told


def test_a_run_without_known_checks_is_no_change() -> None:
    several = runs(3, 3, 3)
    several[1] |= {"checks": ""}
    assert changes(several) == []


def test_nothing_above_the_line_is_no_praise() -> None:
    told = lead([line(47), line(3)], (), DAY)
    assert told.startswith("None of 2 articles is above risk 60; the highest is 47.")
    assert "what the checks cannot see is not in that" in told


def test_what_was_not_checked_is_told_and_counts_as_nothing_else() -> None:
    told = lead([line(70), line(0, checked=False)], (), DAY)
    assert told.startswith("One of 2 articles is above risk 60. One is not checked.")
    assert lead([line(0, checked=False)], (), DAY).startswith("One is not checked.")


def test_inherited_pages_are_named_and_not_counted() -> None:
    told = lead([line(5), line(99, inherited=True, counts={"dosing": 9})], (), DAY)
    assert told.startswith("The only article is not above risk 60; the highest is 5.")
    assert told.endswith("1 inherited page is not in these numbers: nobody here reviewed them.")
    assert "dosing" not in told


def test_an_approval_that_ended_or_ends_later_is_not_of_this_month() -> None:
    lines = [line(until="2026-11-24"), line(until="2026-12-01"), line(until="")]
    assert "approval" not in lead(lines, (), DAY)
    assert "Two approvals end this month." in lead([line(until="2026-11-25"), line(until="2026-11-30")], (), DAY)


def test_no_articles_yet() -> None:
    assert lead([], (), DAY) == "No articles yet. Put files in articles/ and run the checks."
