"""Courses: how many sessions, how often, for how long."""

from __future__ import annotations

import pytest
from speak import article
from test_dose_reading import FACTS, LISTS, WORDS

from workbench.doses.courses import Course, courses
from workbench.doses.scene import Scene


def read(text: str) -> list[Course]:
    return list(courses(Scene(article(text), FACTS, WORDS, LISTS)))


def told(course: Course) -> tuple[str, str, str, bool]:
    return (
        "-".join(f"{end:f}" for end in dict.fromkeys(course.sittings)),
        str(course.times.low) if course.times else "",
        course.length.words.text if course.length else "",
        course.open,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ketamine is given twice weekly for 4 weeks, six sessions.", ("6", "2/7", "4 weeks", False)),
        ("Six infusions over 2–3 weeks.", ("6", "", "2–3 weeks", False)),
        ("A course is eight sessions, twice a week over four weeks.", ("8", "2/7", "four weeks", False)),
        ("Up to six infusions over two weeks.", ("6", "", "two weeks", True)),
        ("Clients come twice a week. The plan has 12 sessions over six weeks.", ("12", "2/7", "six weeks", False)),
        ("You get 10 treatments in a two-week course.", ("10", "", "two-week", False)),
        ("About 20 sessions are usual, daily for four weeks.", ("20", "1", "four weeks", True)),
    ],
)
def test_a_course_is_connected(text: str, expected: tuple[str, str, str, bool]) -> None:
    assert [told(course) for course in read(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Each of the two sessions lasts an hour.",
        "Of 24 patients, 17 improved within two weeks.",
        "She had surgery twice in four weeks.",
        "Take it twice weekly for 4 weeks.",
        "The clinic is open six days a week.",
    ],
)
def test_what_is_no_number_of_sittings(text: str) -> None:
    assert all(course.length is None for course in read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve visits: two a week over five weeks.", ("12", "2/7", "five weeks", False)),
        ("We do 20 treatments, five days a week for six weeks.", ("20", "5/7", "six weeks", False)),
        ("Two infusions per week × 3 weeks = 8 infusions.", ("8", "2/7", "3 weeks", False)),
        ("The schedule is 2x/week for 4 weeks, 10 infusions.", ("10", "2/7", "4 weeks", False)),
        ("Weekly sessions over three months add up to 20 sessions.", ("20", "1/7", "three months", False)),
        ("The course lasts three weeks, eight sessions, twice a week.", ("8", "2/7", "three weeks", False)),
    ],
)
def test_sittings_a_week_are_a_rhythm(text: str, expected: tuple[str, str, str, bool]) -> None:
    assert expected in [told(course) for course in read(text)]
