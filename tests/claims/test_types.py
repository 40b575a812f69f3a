"""Each claim gets a type; each type has its own words, and no words mean biology or treatment."""

from __future__ import annotations

import pytest
from claim_words import claims_of

from workbench import registry

TYPED = [
    ("efficacy", "Acupuncture relieves chronic low back pain."),
    ("efficacy", "Zinc lozenges shorten colds by about two days."),
    ("efficacy", "Folic acid before pregnancy prevents birth defects."),
    ("safety", "Zinc can cause nausea."),
    ("safety", "Untreated sleep apnea raises the risk of stroke."),
    ("safety", "Adverse events were mild."),
    ("dosing", "The usual dose is 20 mg twice daily."),
    ("dosing", "Most people have six infusions over three weeks."),
    ("statistic", "In the trial 62% of the patients recovered."),
    ("statistic", "Mean pain scores fell from 7.1 to 3.4 (p<0.001)."),
    ("regulatory", "The FDA cleared the device in 2019."),
    ("regulatory", "Ketamine is used off-label for depression."),
    ("cost", "A single session costs $75."),
    ("cost", "Most insurers do not cover hearing aids."),
    ("mechanism", "Statins block an enzyme of the liver."),
    ("mechanism", "Antidepressants block the reuptake of serotonin in the brain."),
    ("mechanism", "The thyroid makes hormones that pace the metabolism."),
    ("prevalence", "Kidney stones are common in men."),
    ("prevalence", "Stroke is the leading cause of death in older women."),
    ("comparative", "Exercise is as effective as medication for depression."),
    ("comparative", "Gel is superior to cream."),
    ("statistic", "Barkol worked in 100% of the patients."),
    ("safety", "Barkol is 100% safe."),
    ("safety", "The pump had a price, because rashes were more common."),
    ("cost", "The pump has a price of $90."),
    ("prevalence", "Nosebleeds are common in children."),
    ("efficacy", "A large trial of 500 women found that Barkol eases cramps."),
    ("efficacy", "Barkol stops migraine in most people."),
    ("efficacy", "Taping eases knee pain."),
    ("safety", "Taping can cause knee pain."),
    ("comparative", "Salt water works just as well as Barkol tablets."),
    ("dosing", "Barkol tablets are taken once a month."),
    ("regulatory", "The guideline recommends Barkol for adults."),
    ("safety", "The label warns of rashes."),
    ("other", "Eczema often begins after birth."),
    ("other", "The recovery period after a hernia may take up to a year."),
]
SECOND = [
    ("Zorbital relieves migraine and prevents nausea at a dose of 20 mg.", {"dosing", "efficacy"}),
    ("Laser therapy heals scars, but burns are a known side effect.", {"efficacy", "safety"}),
]


@pytest.mark.parametrize(("kind", "text"), TYPED)
def test_type(kind: str, text: str) -> None:
    (claim,) = claims_of(text)
    assert claim.type == kind, claim.why


def test_every_extractor_has_its_sentences() -> None:
    assert {kind for kind, _ in TYPED} == set(registry.names("extractors"))


@pytest.mark.parametrize(("text", "kinds"), SECOND)
def test_second_type_is_shown_where_it_is_close(text: str, kinds: set[str]) -> None:
    (claim,) = claims_of(text)
    assert {claim.type, claim.type2} == kinds


def test_no_second_type_far_behind() -> None:
    (claim,) = claims_of("The FDA approved Zorbital in 2021.")
    assert (claim.type, claim.type2) == ("regulatory", None)


def test_words_inside_a_name_do_not_count() -> None:
    (claim,) = claims_of("Serotonin reuptake inhibitors relieve depression.")
    assert claim.type == "efficacy"


def test_statement_about_the_body_without_cues_is_mechanism() -> None:
    (claim,) = claims_of("The spleen sits below the left lung.")
    assert claim.type == "mechanism"


def test_cues_are_words_an_editor_understands() -> None:
    (claim,) = claims_of("Acupuncture relieves chronic back pain in 70.8% of adults.")
    assert "gives a number: “70.8%”" in claim.why
    assert any(cue.startswith("health topic: “") for cue in claim.why)
