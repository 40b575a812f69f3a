"""What exactly a flag covers."""

from __future__ import annotations

import pytest
from sentences import covered, read

SCOPES = [
    ("negated", "Velora does not cure pain; it eases it.", ["cure pain"]),
    ("negated", "It is not a cure, but it guarantees relief.", ["a cure"]),
    ("negated", "It is not a cure, however, it guarantees relief.", ["a cure, however"]),
    ("negated", "It has no side effects and cures your pain.", ["side effects"]),
    ("negated", "With no side effects, Velora cures pain.", ["side effects"]),
    ("negated", "They sell no gimmicks, scams or miracle cures.", ["gimmicks, scams or miracle cures."]),
    ("negated", "If it does not help, we refund it.", ["help"]),
    ("negated", "For those who have not found relief it is a sure cure.", ["found relief it"]),
    ("negated", "A sure cure does not exist.", ["exist.", "A sure cure"]),
    ("negated", "The pill (not a cure) always works.", ["a cure"]),
    ("negated", "It won't help because it is a sure cure.", ["help"]),
    (
        "negated",
        "There is no evidence that it heals joints and cures pain.",
        ["evidence that it heals joints and cures pain."],
    ),
    (
        "negated",
        "It is not true that there are no side effects.",
        ["true that there are no side effects.", "side effects.", "It"],
    ),
    ("negated", "This does not mean: it always works.", ["mean: it always works."]),
    ("negated", "You are not alone: it always works.", ["alone"]),
    ("negated", "We do not promise a cure.", ["promise a cure."]),
    ("negated", "There is no guarantee of a cure.", ["guarantee of a cure."]),
    ("negated", "A sure cure cannot be guaranteed.", ["be guaranteed.", "A sure cure"]),
    ("negated", "It works without surgery or drugs, guaranteed.", ["surgery or drugs"]),
    ("negated", "They were not; it always works.", [""]),
    ("quoted", "They call it a “sure cure” here.", ["sure cure"]),
    ("quoted", "“It works. It lasts,” she said.", ["It lasts,"]),
    ("quoted", 'He said "yes" and "no" twice.', ["yes", "no"]),
    ("attributed", "The ad claimed that it melts fat; it does.", ["it melts fat"]),
    ("attributed", "It melts fat, the ad claimed.", ["It melts fat,"]),
    ("attributed", "According to the seller, it melts fat.", ["it melts fat."]),
    ("warning-list", "Avoid clinics that promise a cure.", ["that promise a cure."]),
    ("warning-list", "A sure cure is a red flag.", ["A sure cure is a red flag."]),
    ("warning-list", "Look for these red flags: sure cures and secret pills.", ["sure cures and secret pills."]),
    ("warning-list", "Beware: a sure cure is on sale.", ["a sure cure is on sale."]),
    ("warning-list", "Myth: it always works.", ["it always works."]),
    ("question", "It is unclear whether it works, but it is cheap.", ["it works"]),
    ("question", "Does it work?", ["Does it work?"]),
    ("advice", "If it hurts, call your doctor; it always works.", ["call your doctor"]),
    ("advice", "It always works, but ask your doctor first.", ["but ask your doctor first."]),
    ("hedged", "It may help; it always works.", ["It may help"]),
    ("hedged", "It always works, but it may hurt.", ["but it may hurt."]),
    ("heading", "# It works", ["It works"]),
    ("caption", "Figure 2: It works.", ["Figure 2: It works."]),
    ("conditional", "If it works, it is a cure.", ["it works"]),
    ("conditional", "It is a cure if it works.", ["it works."]),
    ("conditional", "It is a cure, unless it fails.", ["it fails."]),
    ("conditional", "Should it fail, it is no cure.", ["fail"]),
    ("conditional", "Suppose it works, and it is free.", ["it works, and it is free."]),
    ("conditional", "It would be a cure, but it is dear.", ["It would be a cure"]),
    ("history", "In the 1950s, the drug was sold as a cure.", ["In the 1950s, the drug was sold as a cure."]),
    ("history", "It was once hailed as a cure and is still sold.", ["It was once hailed as a cure"]),
    ("history", "It was sold as a cure until 2004, but it works.", ["It was sold as a cure until 2004"]),
    ("history", "Doctors once thought it a cure; it is a poison.", ["Doctors once thought it a cure"]),
    ("negated", "It does not, so far, cure pain.", [", so far, cure pain."]),
    ("negated", "No pill, however mild, is a cure.", ["pill, however mild, is a cure."]),
    ("negated", "It is a cure, which is wrong.", ["It is a cure, which"]),
    ("negated", "A cure is out of reach.", ["A cure"]),
    ("negated", "You need no pills to get a cure.", ["pills to get a cure."]),
    ("negated", "You do not need a doctor to get a cure.", ["need a doctor"]),
    ("negated", "Studies show that no pill is a cure.", ["pill is a cure."]),
    ("attributed", "The word cure is old and not apt here.", ["cure is old"]),
    ("attributed", "The shop, a stall in Example Town, says it works.", ["it works."]),
    ("warning-list", "It sounds too good to be true, but it is a cure.", ["It sounds too good to be true"]),
]


@pytest.mark.parametrize(("name", "text", "expected"), SCOPES)
def test_scope(name: str, text: str, expected: list[str]) -> None:
    assert covered(text, name) == expected


def test_a_negation_does_not_cover_itself() -> None:
    (sentence,) = read("It has no side effects.")
    (flag,) = sentence.flags
    assert (flag.cue, sentence.text[flag.at : flag.to]) == ("no", " side effects.")
    assert "It has no side effects."[flag.start : flag.end] == "no"


def test_sentences_keep_everything_but_their_flags() -> None:
    text = "It works. It is not a cure."
    assert [sentence.text for sentence in read(text)] == ["It works.", "It is not a cure."]
    assert [bool(sentence.flags) for sentence in read(text)] == [False, True]
