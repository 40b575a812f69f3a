"""A sentence to the reader is a claim where it tells an effect, a harm, a dose or a rule, and not where it tells what
to do or what a visit is like."""

from __future__ import annotations

import pytest
from claim_words import claim_in, claims_of, reason_for

STATES = [
    ("You may notice a rash after the second dose.", "safety"),
    ("On the first day you will probably feel weak and shiver.", "safety"),
    ("You cannot feel a narrowed artery.", "safety"),
    ("Your gums may bleed for a day.", "safety"),
    ("Barkol: you may lose your sense of smell.", "safety"),
    ("Expect mild cramps for two days.", "safety"),
    ("Barkol can leave you tired.", "safety"),
    ("You can take the tablets even if you are breastfeeding.", "dosing"),
    ("Call your doctor if you have back pain, because it may come from your kidneys.", "safety"),
    ("Ginger can cause heartburn, so ask your doctor before you take it.", "safety"),
    ("Take 20 mg at night.", "dosing"),
    ("Start with two lozenges a day.", "dosing"),
    ("In the second week, take 40 twice a day.", "dosing"),
]
STATES_NOTHING = [
    ("You may bring a friend to the scan.", "speaks to the reader"),
    ("You will receive a letter from the clinic.", "speaks to the reader"),
    ("You may feel nervous about your first visit.", "speaks to the reader"),
    ("You will get a reminder about your next vaccine.", "speaks to the reader"),
    ("You can take your medicine to the airport.", "speaks to the reader"),
    ("You can have the infusion in our clinic.", "a company about itself"),
    ("Expect a friendly welcome.", "no health topic"),
    ("Call the clinic early, because parking is scarce.", "advice"),
    ("If you feel dizzy, call your doctor.", "advice"),
    ("Everyone is different, so ask your doctor.", "advice"),
    ("Take a seat and wait for your name.", "advice"),
    ("Take two deep breaths.", "advice"),
    ("Never take 800 mg at once.", "advice"),
]


@pytest.mark.parametrize(("text", "kind"), STATES)
def test_sentence_to_the_reader_that_states_something(text: str, kind: str) -> None:
    (claim,) = claims_of(text)
    assert claim.type == kind, claim.why


@pytest.mark.parametrize(("text", "reason"), STATES_NOTHING)
def test_sentence_to_the_reader_that_states_nothing(text: str, reason: str) -> None:
    assert reason_for(text) == reason


def test_denial_with_its_reason_is_a_claim() -> None:
    assert claim_in("“Barkol works at once.” It does not, because the liver has to break it down.", "liver")
    assert reason_for("“Barkol works at once.” It does not, because nothing does.", "nothing") is not None
