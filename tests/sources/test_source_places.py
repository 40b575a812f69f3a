"""Where in a source a claim may stand. All works and results are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import article

from workbench import sources
from workbench.model import Claim, SourceText
from workbench.sources import evidence, reading

PAPER = """Journal of Invented Rheumatology 12 (2020)
Velodrin for gout in adults: an invented trial

Introduction
In an earlier trial of velodrin, 54% of adults with gout had no attack.
1
\fJournal of Invented Rheumatology 12 (2020)
Methods
We randomly assigned 200 adults with gout to velodrin 0.5 mg or pla-
cebo once a day in a double-
blind trial. The double-blind phase took twelve weeks.
2
\fJournal of Invented Rheumatology 12 (2020)
Results
At 12 weeks, 54% of those on velodrin had no attack. Nausea
3
\fJournal of Invented Rheumatology 12 (2020)
occurred in 11 of 100 people on velodrin. Fluoxetine was not allowed.

References
1. Ott. Velodrin and gout: 54% of adults had no attack. 2011.
"""


def source(text: str = PAPER) -> SourceText:
    return sources.written_out([{"key": "okafor", "identifiers": "doi:10.5555/v", "text": text}])["okafor"]


def claim(text: str) -> Claim:
    return article(text).claims[0]


def best(text: str, of: str = PAPER) -> list[tuple[int, str]]:
    return [(place.page, place.text) for place in sources.best(claim(text), source(of))]


def test_every_sentence_stands_where_it_says_it_does() -> None:
    work = source()
    for sentence in reading.read(work).sentences:
        there = work.text[sentence.start : sentence.end]
        assert there.split()[0].startswith(sentence.text.split()[0][:3])
        assert there.split()[-1].endswith(sentence.text.split()[-1][-3:])


def test_broken_lines_are_joined_running_heads_and_references_left_out() -> None:
    texts = [sentence.text for sentence in reading.read(source()).sentences]
    assert (
        "We randomly assigned 200 adults with gout to velodrin 0.5 mg or placebo once a day in a double-blind trial."
        in texts
    )
    assert "Nausea occurred in 11 of 100 people on velodrin." in texts
    assert not any("Journal of Invented" in text or "Ott" in text for text in texts)


def test_a_result_is_found_on_its_page_before_what_is_told_of_earlier_work() -> None:
    assert best("Velodrin kept 54% of adults with gout free of attacks at 12 weeks.")[0] == (
        3,
        "At 12 weeks, 54% of those on velodrin had no attack.",
    )


@pytest.mark.parametrize(
    ("said", "page", "words"),
    [
        ("In adults with gout, 500 mcg of velodrin once a day was tried against placebo.", 2, "0.5 mg"),
        ("About 11% of people who take velodrin feel nausea.", 3, "11 of 100"),
        ("The velodrin study for gout lasted 12 weeks, in two blinded groups.", 2, "twelve weeks"),
    ],
)
def test_the_same_amount_in_other_words_is_found(said: str, page: int, words: str) -> None:
    found = [(p, text) for p, text in best(said) if words in text]
    assert found
    assert found[0][0] == page


def test_a_place_has_its_neighbours_a_score_and_the_reasons() -> None:
    place = sources.best(claim("Velodrin kept 54% of adults with gout free of attacks at 12 weeks."), source())[0]
    assert place.after == "Nausea occurred in 11 of 100 people on velodrin."
    assert place.before.startswith("The double-blind phase")
    assert 0.3 < place.score <= 1
    assert "54%" in place.why
    assert "12 weeks" in place.why


@pytest.mark.parametrize(
    "said",
    [
        "Ibuprofen eases period pain in most women.",
        "Barkol costs $400 a month and no insurer covers it.",
        "Migraine affects 12% of people.",
    ],
)
def test_a_claim_about_something_else_has_no_place(said: str) -> None:
    assert best(said) == []


def test_a_number_that_the_source_has_nowhere_is_told() -> None:
    place = sources.best(
        claim("In 300 adults with gout, velodrin prevented attacks, compared with placebo."), source()
    )[0]
    assert "nowhere in the source: 300 adults" in place.why


def test_there_are_at_most_three_places_in_the_same_order_every_time() -> None:
    said = "Velodrin prevents gout attacks in adults, 54% had none."
    assert len(best(said)) <= 3
    assert best(said) == best(said)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "a-\nb-\n", "\f\f\f", "x" * 5_000, "References\n", "- \n- \n", "\u00ad\n\u00ad"]
)
def test_any_text_can_be_read(text: str) -> None:
    work = source(text)
    assert all(0 <= s.start < s.end <= len(work.text) and s.page >= 1 for s in reading.read(work).sentences)


@given(st.text(alphabet="ab-. \n\f\u00ad“”1A", max_size=80))
def test_places_of_any_text_lie_inside_it(text: str) -> None:
    work = source(text)
    for sentence in reading.read(work).sentences:
        assert 0 <= sentence.start < sentence.end <= len(work.text)
        assert sentence.page == work.text[: sentence.start].count("\n") + 1 or sentence.page <= len(work.pages)


@given(
    words=st.text(min_size=1, max_size=60),
    version=st.text(max_size=30),
    start=st.integers(0, 10**6),
    length=st.integers(1, 500),
    page=st.integers(1, 2_000),
    around=st.sampled_from(["", "see the label; ", "as Ines says: “p.2” "]),
)
def test_a_confirmed_place_is_read_back_from_its_cell(
    words: str, version: str, start: int, length: int, page: int, around: str
) -> None:
    work = SourceText("okafor-2016", "", (), version, "0a" * 32, words, (0,))
    place = evidence.confirmed(work, start, start + length, page)
    assert evidence.parse_evidence(around + str(place)) == (place,)


def test_a_new_place_in_the_same_source_takes_the_old_ones_place_and_leaves_the_rest() -> None:
    first, second = (evidence.confirmed(source(), at, at + 40, 1) for at in (0, 60))
    cell = evidence.put("label of 2020, section 5", first)
    assert evidence.put(cell, second) == f"label of 2020, section 5; {second}"


@pytest.mark.parametrize(
    "cell", ["", "okafor p.3", "okafor p.3 “words” #12345678", "p.3 “x” #0a0a0a0a @1-2", "okafor-2016"]
)
def test_what_people_write_by_hand_is_no_confirmed_place(cell: str) -> None:
    assert evidence.parse_evidence(cell) == ()


def test_a_place_holds_only_in_the_text_it_was_confirmed_in() -> None:
    work = source()
    place = evidence.confirmed(work, 0, 40, 1)
    assert place.holds(work)
    assert not place.holds(source(PAPER + "More."))
