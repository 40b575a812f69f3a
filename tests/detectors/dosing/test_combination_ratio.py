"""Combination products with a broken ratio, and pairs that keep it or are none."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "combination-ratio"

WRONG = [
    ("The 16 mg/8 mg Suboxone film is placed under the tongue.", ["16 mg/8 mg"]),
    ("Suboxone film 8 mg/4 mg once daily.", ["8 mg/4 mg"]),
    ("Most people settle on buprenorphine-naloxone 16 mg/2 mg a day.", ["16 mg/2 mg a day"]),
    ("Start with 2 mg/1 mg of Suboxone.", ["2 mg/1 mg"]),
    ("Suboxone (12 mg/4 mg) is the largest film.", ["12 mg/4 mg"]),
    ("Buprenorphine and naloxone come as 4 mg/2 mg films.", ["4 mg/2 mg"]),
    ("Suboxone contains buprenorphine 8 mg and naloxone 1 mg per film.", ["8 mg and naloxone 1 mg"]),
]

RIGHT = [
    "Suboxone film 8 mg/2 mg once daily.",
    "The film comes as 2 mg/0.5 mg, 4 mg/1 mg, 8 mg/2 mg and 12 mg/3 mg of buprenorphine/naloxone.",
    "Buprenorphine/naloxone 24 mg/6 mg a day.",
    "Zubsolv 11.4 mg/2.9 mg is near 16 mg/4 mg of Suboxone.",
    "Zubsolv 1.4 mg/0.36 mg was given first.",
    "Take Suboxone 16 mg once a day.",
    "Suboxone 4 mg twice a day, then 8 mg.",
    "Norco 10/325 mg is a common opioid tablet.",
    "Bactrim DS holds 800 mg/160 mg.",
    "Augmentin 875/125 mg twice a day.",
    "Buprenorphine 8 mg and naloxone nasal spray 4 mg were both handed out.",
    "Suboxone 8 mg/day is enough for some.",
    "The dose of Suboxone was raised from 8 to 16 mg.",
    "One Suboxone film holds 8 mg of buprenorphine and 2 mg of naloxone.",
    "Combine 500 mg/200 mg of acetaminophen and ibuprofen.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_it_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_finding_shows_the_ratio_and_what_is_due() -> None:
    (finding,) = findings("One 16 mg/8 mg Suboxone film a day is usual.", CHECK)
    assert "16 mg goes with 4 mg" in finding.message
    assert finding.evidence is not None
    assert finding.evidence.computed == "16 ÷ 8 = 2; the strengths have 4 to 1"
    assert finding.evidence.rows[0]["source_title"]


@pytest.mark.parametrize("text", ["Suboxone 16 mg/4 mg a day.", "Zubsolv 5.7 mg/1.4 mg a day."])
def test_a_ratio_that_holds_is_a_pass_with_its_sum(text: str) -> None:
    (verdict,) = judged(text, CHECK)
    assert verdict.verdict == "pass"
    assert verdict.evidence is not None
    assert "the strengths have 4 to 1" in verdict.evidence.computed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She was given sixteen milligrams of buprenorphine with eight of naloxone.",
            "sixteen milligrams of buprenorphine with eight of naloxone",
        ),
        ("Each strip holds buprenorphine and naloxone in a ratio of 2 to 1.", "ratio of 2 to 1"),
        ("Two films of 8 mg buprenorphine and 4 mg naloxone.", "8 mg buprenorphine and 4 mg"),
    ],
)
def test_a_ratio_may_be_told_in_words(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She was given sixteen milligrams of buprenorphine with four of naloxone.",
        "Each strip holds buprenorphine and naloxone in a ratio of 4 to 1.",
        "Participants were assigned in a 2:1 ratio to buprenorphine with naloxone or placebo.",
        "A ratio of 2 to 1 women to men took buprenorphine and naloxone.",
        "She takes 16 mg of buprenorphine and keeps a 4 mg naloxone nasal spray at home.",
    ],
)
def test_a_ratio_may_be_told_in_words_or_not(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("| Film | Buprenorphine | Naloxone |\n|-|-|-|\n| A | 2 mg | 0.5 mg |\n| C | 12 mg | 6 mg |", ["12 mg"]),
        ("| Film | Buprenorphine | Naloxone |\n|-|-|-|\n| A | 2 mg | 0.5 mg |\n| C | 12 mg | 3 mg |", []),
        ("| Film | Buprenorphine | Price |\n|-|-|-|\n| A | 2 mg | 6 |\n| C | 12 mg | 6 |", []),
        (
            "She is on sixteen of buprenorphine and eight of naloxone.",
            ["sixteen of buprenorphine and eight of naloxone"],
        ),
        ("She is on sixteen of buprenorphine and four of naloxone.", []),
        ("He has two of buprenorphine and eight of lithium.", []),
    ],
)
def test_amounts_in_columns_and_in_words(text: str, expected: list[str]) -> None:
    assert shown(text, CHECK) == expected
