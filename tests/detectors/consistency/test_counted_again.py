"""One set that is counted twice: found where the second count is of the whole set, silent where it is of a part."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "one-set-two-counts"
FOUND = [
    ("The home has 24 rooms on two floors. All 26 rooms have a bath.", "26 rooms"),
    ("We recruited 310 nurses by post.\n\nOf the 301 nurses recruited, half worked nights.", "301 nurses"),
    ("The trial had 212 volunteers. They came every week. Of the 221 volunteers, most were men.", "221 volunteers"),
    ("Pack twelve syringes for the trip. Keep all fourteen syringes cool.", "fourteen syringes"),
    ("There are nine questions in the form. Answer all ten questions before you send it.", "ten questions"),
    ("Take with you:\n\n- 4 pads\n- water\n\nThe six pads go on the chest.", "six pads"),
]
CAREFUL = [
    "The home has 24 rooms on two floors. All 24 rooms have a bath.",
    "The home has 24 rooms. The 8 rooms on the ground floor have a bath.",
    "We recruited 310 nurses. The 150 nurses on nights slept less.",
    "We recruited 310 nurses. Of these, 12 left. All 298 nurses who stayed were asked again.",
    "We saw 40 women and 35 men. All 75 people were weighed.",
    "The first form has nine questions. All ten questions of the second form are about sleep.",
    "Nine patients had a rash. The 14 patients with fever were sent home.",
    "The study took in 80 adults. In another study, all 95 adults were over 60.",
    "In spring we had 30 members. The year after, all 45 members came.",
    "Take the tablets for 10 days. All 14 days count.",
    "There were 12 beds at first. Later four more were added, and all 16 beds are full.",
    "A box has 30 tablets. Swallow all three tablets together.",
    "A box has 30 tablets. Take all three tablets with water.",
    "He has five children. The three children go to school.",
    "Of the 60 patients, 20 had pain. The 20 patients were seen again.",
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_it_is_found(text: str, words: str) -> None:
    assert shown(text, CHECK) == [words]


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_counts_stay_silent(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_finding_shows_both_counts() -> None:
    (found,) = findings(FOUND[0][0], CHECK)
    assert found.evidence is not None
    assert [row["value"] for row in found.evidence.rows] == ["24 rooms", "26 rooms"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Eleven children had a rash. It went away. The 14 children who had a rash were older.", "14 children"),
        (
            "The 240 nurses in the survey work nights. We paid nothing. The 204 nurses in the survey liked it.",
            "204 nurses",
        ),
        ("The test ran at eight schools. It was free. All ten schools in the test will go on.", "ten schools"),
    ],
)
def test_a_set_is_named_by_the_same_words(text: str, words: str) -> None:
    assert shown(text, CHECK) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Six runners dropped out. Of the nine runners who dropped out in the first study, two were ill.",
        "Six runners dropped out by May. Three more left. The nine runners who dropped out were younger.",
        "The study ran at nine hospitals. All eleven hospitals in the city have signed up for the next.",
        "The study ran at nine hospitals. Two hospitals joined later. All eleven hospitals in the study reported.",
        "The ward has 14 beds. The other ward has 16 beds.",
    ],
)
def test_other_words_name_another_set(text: str) -> None:
    assert shown(text, CHECK) == []
