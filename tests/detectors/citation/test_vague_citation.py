"""Appeals to research and experts that nobody can look up."""

from __future__ import annotations

import pytest
from speak import findings

from workbench.model import Finding

CHECK = "vague-study"
VAGUE = {
    "Studies show that Barkol eases gout.": "Studies show",
    "Research suggests that Barkol may ease gout.": "Research suggests",
    "A 2013 study tested Barkol in adults with gout.": "A 2013 study tested",
    "Many experts agree that Barkol is best.": "Many experts agree",
    "Several large trials have confirmed that Barkol works.": "Several large trials have confirmed",
    "In many observational studies, Barkol users slept longer.": "In many observational studies",
    "Scientists have discovered that Barkol calms nerves.": "Scientists have discovered",
    "There is overwhelming evidence that Barkol works.": "overwhelming evidence that",
}
NAMED = [
    "Studies show that Barkol eases gout (Okafor et al., 2019).",
    "A 2013 study in 41 adults tested Barkol (doi:10.1000/xyz).",
    "Studies show [relief in a day](https://doi.org/10.1000/xyz).",
    "Research suggests that Barkol eases gout. It was published in the Journal of Gout.",
    "Several trials have shown relief [1].\n\n## References\n\n1. Okafor, Annals of Pain, 2016.",
    "A new study shows that Barkol eases gout.\n\nThe team reported it in the journal Gout Today. SOURCE: Gout Today.",
]
NO_APPEAL = [
    "More research is needed.",
    "We study how joints age.",
    "The study found no difference.",
    "Our research team meets on Mondays.",
    "Ask an expert in gout.",
    "He was a student of medicine and a reviewer.",
    "Market research shows that tea sells well.",
    "The doctor says that you can go home.",
]


def open_(found: list[Finding]) -> list[str]:
    return [finding.text for finding in found if not finding.held_back]


@pytest.mark.parametrize(("text", "words"), VAGUE.items())
def test_a_vague_appeal_is_marked_at_its_words(text: str, words: str) -> None:
    assert open_(findings(text, CHECK)) == [words]


@pytest.mark.parametrize("text", NAMED)
def test_a_source_named_here_or_in_the_next_sentence_holds_it_back(text: str) -> None:
    found = findings(text, CHECK)
    assert open_(found) == []
    assert all(any(flag.flag == "exception" and flag.cue for flag in finding.context) for finding in found)


@pytest.mark.parametrize("text", NO_APPEAL)
def test_other_uses_of_the_words_are_left_alone(text: str) -> None:
    assert open_(findings(text, CHECK)) == []


def test_a_denied_appeal_is_held_back() -> None:
    assert open_(findings("No trials have shown that Barkol helps.", CHECK)) == []


def test_a_source_in_the_next_paragraph_does_not_count() -> None:
    text = "Studies show that Barkol eases gout.\n\nTarivex lowers uric acid (Okafor et al., 2019).\n"
    assert open_(findings(text, CHECK)) == ["Studies show"]
