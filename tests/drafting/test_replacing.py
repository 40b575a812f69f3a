"""Only the spelling of a term is put right by a key; every number, dose, drug and turn of meaning is its writer's."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from workbench.drafting import Desk, Draft
from workbench.drafting.replacing import replacement
from workbench.model import Evidence


def found(desk: Desk, text: str, word: str):
    drafted = desk.check(Draft(text.encode()))
    return drafted.article, next(one for one in drafted.findings if one.text == word)


def test_a_confused_term_is_put_right(desk: Desk) -> None:
    article, finding = found(desk, "# Ketamine\n\nThe medicine acts on NDMA receptors in the brain.\n", "NDMA")
    assert replacement(article, finding) == "NMDA"


def test_it_keeps_the_case_of_the_word(desk: Desk) -> None:
    article, finding = found(desk, "# News\n\nCommitted suicide is what the report says of him.\n", "Committed suicide")
    assert replacement(article, finding) == "Died by suicide"


def test_a_drugs_name_is_never_changed(desk: Desk) -> None:
    article, finding = found(desk, "# Pills\n\nShe takes sertralne every day for her mood.\n", "sertralne")
    assert replacement(article, finding) == ""


def test_what_another_topic_finds_is_never_changed(desk: Desk) -> None:
    text = "# An infusion\n\nYou receive 0.5 mg/kg of ketamine, so a 70 kg adult has 53 mg in all.\n"
    article, finding = found(desk, text, "53 mg")
    assert replacement(article, finding) == ""
    assert replacement(article, replace(finding, topic="dosing", evidence=Evidence("wording", computed="35 mg"))) == ""


@pytest.mark.parametrize(
    "word",
    [
        *("35", "four", "half", "not", "never", "cannot", "hypertension", "lower", "weekly"),
        *("a|b", "<b>x</b>", "x\ny", "", "w" * 99),
    ],
)
def test_no_number_no_denial_no_markup_goes_in(desk: Desk, word: str) -> None:
    article, finding = found(desk, "# Ketamine\n\nThe medicine acts on NDMA receptors in the brain.\n", "NDMA")
    assert replacement(article, replace(finding, evidence=Evidence("wording", "NDMA", word))) == ""


@pytest.mark.parametrize("word", ["for", "two", "hyper", "*NDMA*", "5 mg"])
def test_none_goes_out_either(desk: Desk, word: str) -> None:
    article, finding = found(desk, "# Ketamine\n\nThe medicine acts on NDMA receptors in the brain.\n", "NDMA")
    changed = replacement(article, replace(finding, text=word))
    assert (changed == "NMDA") == (word == "for")


def test_what_is_held_back_or_about_the_whole_is_left_alone(desk: Desk) -> None:
    article, finding = found(desk, "# Ketamine\n\nThe medicine acts on NDMA receptors in the brain.\n", "NDMA")
    assert replacement(article, replace(finding, held_back=True)) == ""
    assert replacement(article, replace(finding, start=None, end=None)) == ""
