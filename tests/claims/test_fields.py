"""What a claim says about itself: place, id, certainty, what is treated with what in whom."""

from __future__ import annotations

import pytest
from claim_words import claim_in, claims_of
from hypothesis import given, settings
from hypothesis import strategies as st
from speak import article

TEXT = "# Zinc & colds\n\nZinc shortens colds in children.\n\nGarlic thins blood. Zinc shortens colds in children.\n"


def test_text_is_the_source_to_the_letter() -> None:
    for suffix in (".md", ".txt"):
        for claim in claims_of(TEXT, suffix):
            assert claim.text == TEXT[claim.start : claim.end]


def test_equal_claims_have_different_ids() -> None:
    names = [claim.id for claim in claims_of(TEXT)]
    assert len(set(names)) == len(names) == 3
    assert all(len(name) == 12 and int(name, 16) >= 0 for name in names)


def test_id_survives_straight_quotes_case_and_place() -> None:
    (curly,) = claims_of("The “Zorb” pill relieves pain – fast.")
    later = claim_in('Garlic lowers cholesterol.\n\nThe "zorb"  pill relieves pain - fast.', "pain")
    assert curly.id == later.id


def test_id_changes_with_the_words() -> None:
    assert claims_of("Zinc shortens colds.")[0].id != claims_of("Zinc shortens coughs.")[0].id


@pytest.mark.parametrize(
    ("certainty", "text"),
    [
        ("asserted", "Zinc shortens colds."),
        ("hedged", "Zinc may shorten colds."),
        ("negated", "Zinc does not shorten colds."),
        ("negated", "The shot is not a cure."),
        ("negated", "The shot isn't a cure."),
        ("negated", "There is no guarantee that zinc shortens colds."),
        ("asserted", "Zinc shortens colds, although it may not help with the flu."),
    ],
)
def test_certainty_is_that_of_the_main_statement(certainty: str, text: str) -> None:
    assert claims_of(text)[0].certainty == certainty


def test_names_are_canonical() -> None:
    (claim,) = claims_of("Prozac relieves MDD in teenagers.")
    assert (claim.intervention, claim.condition, claim.population) == ("fluoxetine", "depression", "adolescents")


def test_name_of_an_open_ending_is_its_listed_word() -> None:
    assert claims_of("People who took zinc coughed less.")[0].condition == "cough"


def test_unnamed_stays_empty() -> None:
    (claim,) = claims_of("The liver makes bile.")
    assert (claim.intervention, claim.condition, claim.population) == ("", "", "")


def test_the_same_letters_are_not_the_drug() -> None:
    (claim,) = claims_of("The same tens of patients coughed less.")
    assert claim.intervention == ""


def test_quantities_and_flags_come_along() -> None:
    (claim,) = claims_of("Zinc may shorten colds by 33%.")
    assert [quantity.text for quantity in claim.quantities] == ["33%"]
    assert "hedged" in {flag.flag for flag in claim.context}


def test_empty_text_has_no_claims() -> None:
    assert claims_of("") == ()
    assert claims_of("\n\n", ".txt") == ()


WORDS = st.sampled_from(
    ["zinc", "may", "not", "cures", "colds", "by", "50%", "[1]", "(Hale, 2019)", "¹", ":", "?", ".", "\n\n", "- ", "# ",
     "study", "References", "you", "“", "”", "é", "ﬁ", "😀", "$5", "NCT01234567", "et al.", "10.1000/x"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_any_text_gives_claims_that_stand_in_it(words: list[str]) -> None:
    text = " ".join(words)
    read = article(text)
    assert len({claim.id for claim in read.claims}) == len(read.claims)
    for claim in read.claims:
        assert claim.text == text[claim.start : claim.end]
        assert all(text[ref.start : ref.end] == ref.text for ref in claim.references)
