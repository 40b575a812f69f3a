"""Comparing holds for any text: a sentence never differs from itself, and its form is no difference."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import content

from workbench.library import filled
from workbench.library.differing import differences
from workbench.library.linking import rules_in
from workbench.library.matching import Index, index_of, likeness
from workbench.library.reading import Rules, read
from workbench.library.words import same_words, stem, tokens
from workbench.shadow import shadow


def rules() -> Rules:
    check = next(check for check in content().checks if check.id == "library-drift")
    return rules_in(check.params, content().tables)


DRUGS, ILLS = ["Velodrin", "Barkol", "Tarivex"], ["gout", "migraine", "depression"]
PEOPLE = ["adults", "children", "women"]
claims = st.builds(
    "{} {} mg {} eased {} in {}% of {}.".format,
    st.sampled_from(DRUGS),
    st.integers(1, 900),
    st.sampled_from(["once a day", "twice a day", "every 8 hours"]),
    st.sampled_from(ILLS),
    st.integers(1, 99),
    st.sampled_from(PEOPLE),
)


@given(st.text(max_size=200))
def test_a_text_is_never_unlike_itself(text: str) -> None:
    reading = read(text, rules())
    assert differences(reading, reading, rules()) == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    first, second = read(one, rules()), read(other, rules())
    differences(first, second, rules())
    assert likeness(first, second) == pytest.approx(likeness(second, first))


@given(claims, claims)
def test_two_claims_differ_gravely_as_soon_as_they_differ_at_all(one: str, other: str) -> None:
    found = differences(read(one, rules()), read(other, rules()), rules())
    same_but_for_the_drug = one.split()[1:] == other.split()[1:]
    assert any(difference.grave for difference in found) == (one != other and not same_but_for_the_drug)


@given(st.integers(1, 5000), st.sampled_from([("g", "mg", 1000), ("mg", "mcg", 1000), ("kg", "g", 1000)]))
def test_an_amount_in_another_unit_is_the_same_amount(number: int, units: tuple[str, str, int]) -> None:
    big, small, factor = units
    one = f"The usual dose of Velodrin is {Decimal(number) / factor:f} {big}."
    other = f"The usual dose of Velodrin is {number} {small}."
    assert differences(read(one, rules()), read(other, rules()), rules()) == ()
    wrong = f"The usual dose of Velodrin is {number} {big}."
    assert any(difference.grave for difference in differences(read(one, rules()), read(wrong, rules()), rules()))


@given(st.lists(claims, min_size=1, max_size=30, unique=True))
def test_every_wording_finds_its_own_row(wordings: list[str]) -> None:
    index = Index(tuple(filled({"id": str(number), "wording": text}) for number, text in enumerate(wordings)))
    for number, text in enumerate(wordings):
        assert number in index.exact(text)
        assert number in index.sharing(tokens(text, shadow(text))) or len(wordings) > 8


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anaemia, in short.", "anaemia in short"), ("It’s  5 mg", "it's 5 mg"), ("“Gout” – so", "gout so")],
)
def test_case_and_punctuation_make_no_other_words(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize(("one", "other"), [("0.5 mg", "5 mg"), ("-5 kg", "5 kg"), ("<5%", "5%"), ("1.5", "15")])
def test_signs_and_points_do(one: str, other: str) -> None:
    assert same_words(one) != same_words(other)


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("haemoglobin", "hemoglobin"),
        ("oestrogen", "estrogen"),
        ("randomised", "randomized"),
        ("tumours", "tumors"),
        ("centre", "center"),
        ("programme", "program"),
        ("paediatric", "pediatric"),
        ("counselling", "counseling"),
        ("anaesthetised", "anesthetized"),
    ],
)
def test_british_and_american_spelling_are_one_word(british: str, american: str) -> None:
    (one,), (other,) = tokens(british, british.encode()), tokens(american, american.encode())
    assert one.stem == other.stem


def test_the_index_is_made_once_for_the_same_rows() -> None:
    rows = (filled({"id": "a", "wording": "Velodrin eases gout."}),)
    assert index_of(rows) is index_of(rows)
    assert index_of(tuple(dict(row) for row in rows)) is not index_of(rows)


def test_numbers_are_their_own_stem() -> None:
    assert stem("0.5") == "0.5"
