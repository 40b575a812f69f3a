"""A cue is met in exactly those sentences of an article in which a search of each would meet it."""

from __future__ import annotations

import pytest
from speak import article

from workbench.joined import Cues, Joined, joined
from workbench.patterns import exact

TEXT = """# How much, and for how long

Take 200 mg twice a day. It lasts for 10 days. Ten of 24 people (42 %) slept. In all

- Nobody was harmed
- 12 sessions in all
- 7

The last one is 7
"""


@pytest.mark.parametrize(
    "cue",
    [
        r"\d",
        r"\b(?:ten|nobody)\b",
        r"in all$",
        r"^(?:ten|\d+)\b",
        r"^\d+$",
        r"\d ?%",
        r"of [^\n]*slept",
        r"never there",
    ],
)
def test_a_cue_is_met_where_each_sentence_alone_has_it(cue: str) -> None:
    page = article(TEXT)
    alone = [one.index for one in page.sentences if exact(cue).search(one.shadow) is not None]
    assert list(joined(page).cued(cue)) == alone


def test_a_cue_that_would_go_on_in_the_next_sentence_hides_none_there() -> None:
    sentences = article("The dose is 5. 10 people got 5.").sentences
    met = list(Joined(sentences).cued(r"\d\D+\d"))
    assert set(met) >= {index for index, one in enumerate(sentences) if exact(r"\d\D+\d").search(one.shadow)}


def test_places_are_those_among_the_given_sentences() -> None:
    sentences = article(TEXT).sentences
    some = [one for one in sentences if b"7" in one.shadow]
    assert [some[place].text.strip() for place in Joined(some).cued("last")] == ["The last one is 7"]


def test_another_article_is_another_text() -> None:
    assert list(joined(article("Ten people slept.")).cued("slept")) == [0]
    assert list(joined(article("Nobody rested.")).cued("slept")) == []


def test_no_sentences_hold_no_cue() -> None:
    assert list(Joined(()).cued(r"^$")) == []


def test_one_scan_answers_as_a_search_of_each_does() -> None:
    cues = Cues()
    asked = (r"\d", r"\b(?:ten|nobody)\b", r"in all$", r"^\d+$", r"of [^\n]*slept", r"never there")
    page = article(TEXT).sentences
    searched = [list(Joined(page, cues).cued(cue)) for cue in asked]
    for _ in range(40):
        last = Joined(page, cues)
    assert [list(last.cued(cue)) for cue in asked] == searched
    for cue, places in zip(asked, searched, strict=True):
        assert [place for place in range(len(page)) if last.holds(place, cue)] == places


def test_a_cue_that_was_not_asked_for_before_is_met_too() -> None:
    cues = Cues()
    page = article(TEXT).sentences
    for _ in range(40):
        list(Joined(page, cues).cued(r"\d"))
    last = Joined(page, cues)
    assert list(last.cued("slept")) == [index for index, one in enumerate(page) if b"slept" in one.shadow]
    assert [last.holds(place, "harmed") for place in range(len(page))] == [b"harmed" in one.shadow for one in page]


def test_a_cue_that_only_goes_on_in_the_next_sentence_is_not_met() -> None:
    sentences = article("The dose is 5. It stays so.").sentences
    assert list(Joined(sentences).cued(r"\d\.\s+It")) == []
