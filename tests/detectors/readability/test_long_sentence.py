"""Long sentences: prose alone, without lists, references and what a reader of files ran together."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "long-sentence"
WORDS = (
    "the nurse who came to see us every day in the old house by the river said that we had no need to worry about it"
)
LONG = f"On the way home {WORDS} since it would soon be gone."  # 36 words
SHORT = "The nurse came to see us every day."


def words(number: int) -> str:
    return "Then " + " ".join(["we"] * (number - 2)) + " rest."


@pytest.mark.parametrize(("number", "found"), [(29, 0), (30, 0), (31, 1), (45, 1)])
def test_more_than_thirty_words(number: int, found: int) -> None:
    assert len(findings(words(number), CHECK)) == found


def test_the_whole_sentence_is_the_place_and_the_share_is_said() -> None:
    text = f"{SHORT} {LONG} {SHORT}"
    (finding,) = findings(text, CHECK)
    assert (finding.text, finding.severity, finding.confidence) == (LONG, "note", "medium")
    assert finding.evidence is not None
    assert finding.evidence.given == "36 words"
    assert finding.evidence.computed == "1 of 3 sentences of the page are so long"
    assert "36 words" in finding.message


def test_the_three_longest_in_the_order_of_the_page() -> None:
    numbers = [33, 50, 31, 40, 45]
    found = findings("\n\n".join(words(number) for number in numbers), CHECK)
    assert [len(finding.text.split()) for finding in found] == [50, 40, 45]
    assert all(finding.evidence and finding.evidence.computed.startswith("5 of 5") for finding in found)


@pytest.mark.parametrize(
    "text",
    [
        LONG.replace("the nurse", "the nurse (see www.example.org/a/long/address)"),
        LONG.replace("every day", "every day [3, 4]"),
        LONG.replace("every day", "every single day in June, in July and in May"),  # three are no list
        LONG.replace("every day", "every day; at night too"),  # one semicolon
        f"EXAMPLETOWN, May 7, 2026 -- {LONG}",
        f"> not this\n\n{LONG}",
    ],
)
def test_long_all_the_same(text: str) -> None:
    assert len(shown(text, CHECK)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        f"# {LONG}",
        f"- {LONG}",
        f"> {LONG}",
        f"| A | B |\n|---|---|\n| {LONG} | b |",
        LONG.rstrip("."),  # no sentence
        f"```\n{LONG}\n```",
        # lists
        "Bring the blue card; the diary in which you wrote down when it hurt, and how much; a list of all the tablets "
        "that you take at home each day; and somebody who can drive you home.",
        "Call us if you have a fever, a stiff neck, a rash that stays, bad headaches, a fast heart, cold hands, blue "
        "lips, pain in your legs, trouble breathing, or a seizure, or if you are just not sure.",
        "The plan has five parts: rest at home, a short walk each day, tablets at night, no coffee after lunch, a "
        "visit each month, a blood test in June, and a call from the nurse once in a while.",
        # what was run together
        f"• {SHORT[:-1]} • {LONG}",
        "Rest a lot - drink water with every meal you have - call the nurse when it hurts - keep the diary that we "
        "gave you at the start - come back in June with the list and the card.",
        # references
        f"Example A, Probe B, et al. 2019 {LONG}",
        f"Example A. {LONG[:-1]} 12(3):45-52.",
        f"Example A. {LONG[:-1]}, doi 10.5555/abc.",
        f"## References\n\nExample A. {LONG}",
        f"## 7. Further reading\n\n{LONG}",
        LONG.replace(" by the river said", " (Example and Probe, 2021)").replace("old ", "").replace(" soon", ""),
        # a dateline is not part of the sentence
        f"EXAMPLETOWN, May 7, 2026 /Example Wire/ -- {words(28)}",
        f"LONDON (Example) - {words(29)}",
        # who knows the field
        f"---\naudience: clinicians\n---\n{LONG}",
        f"Methods: We randomly gave tablets. {LONG}",
    ],
)
def test_near_misses(text: str) -> None:
    assert shown(text, CHECK) == []


def test_short_lines_that_begin_anew_are_a_list() -> None:
    lines = ["Better sleep in a week or two", "Less pain in the back and legs", "More walks with the dog by the river"]
    lines += [
        "Fewer calls to the clinic",
        "No more tablets at night and in the morning",
        "A good time with your family.",
    ]
    assert (
        shown(
            "\n".join(lines),
            CHECK,
        )
        == []
    )
    wrapped = LONG.replace(" in the", "\nin the").replace(" said", "\nsaid").replace(" since", "\nsince")
    assert len(shown(wrapped, CHECK)) == 1


def test_what_somebody_said_is_held_back_and_does_not_take_a_place() -> None:
    quoted = f"“{words(60)[:-1]},” said Ana Example."
    found = findings("\n\n".join([quoted, *[LONG] * 3]), CHECK)
    assert [finding.held_back for finding in found] == [False] * 3
    (finding,) = findings(quoted, CHECK)
    assert finding.held_back
