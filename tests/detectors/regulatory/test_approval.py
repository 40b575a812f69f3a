"""Approvals that do not exist are found with their exact words; careful writing about approval stays silent."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speak import content, findings, judged

from workbench.detectors.regulatory import _approval_names as names
from workbench.facts import Row, Table
from workbench.shadow import shadow

CHECK = "approval-that-does-not-exist"

WRONG = [
    ("While ketamine is FDA approved for OCD, it is costly.", "FDA approved for OCD"),
    ("IV ketamine was approved by the FDA for depression in 2019.", "approved by the FDA for depression"),
    ("The FDA granted full approval of MDMA for PTSD.", "FDA granted full approval of MDMA for PTSD"),
    ("MDMA was granted FDA approval for PTSD last year.", "granted FDA approval for PTSD"),
    ("Psilocybin has FDA approval for depression.", "has FDA approval for depression"),
    ("LSD is now cleared by the FDA for anxiety.", "cleared by the FDA for anxiety"),
    ("Ketamine is licensed for depression.", "licensed for depression"),
    ("Ketamine for depression is FDA approved.", "depression is FDA approved"),
    ("Ketamine is an FDA-approved depression treatment.", "FDA-approved depression"),
    ("Ketamine, an FDA-approved treatment for PTSD, is given by drip.", "FDA-approved treatment for PTSD"),
    ("Ketamine (FDA approved for anxiety) is given by drip.", "FDA approved for anxiety"),
    ("Ketamine is one of the few FDA-approved treatments for OCD.", "FDA-approved treatments for OCD"),
    ("FDA-approved treatments for PTSD, such as sertraline and ketamine, exist.", "FDA-approved treatments for PTSD"),
    ("FDA-approved treatments for anxiety include LSD.", "FDA-approved treatments for anxiety"),
    ("This makes Spravato the first FDA-approved medicine for migraine.", "FDA-approved medicine for migraine"),
    ("Spravato: FDA-Approved for Suicidal Thoughts", "FDA-Approved for Suicidal Thoughts"),
    ("Ketamine is the first and only FDA-approved remedy for OCD.", "FDA-approved remedy for OCD"),
    ("Spravato is FDA approved for ADHD.", "FDA approved for ADHD"),
    ("Mounjaro is FDA approved to help people lose weight.", "FDA approved to help people lose weight"),
    ("Gabapentin is approved by the FDA for migraine.", "approved by the FDA for migraine"),
    ("Metformin is FDA-approved for PCOS.", "FDA-approved for PCOS"),
    ("Low-dose naltrexone is FDA approved for fibromyalgia.", "FDA approved for fibromyalgia"),
    ("CBD oil is FDA approved for anxiety.", "FDA approved for anxiety"),
    ("Testosterone is FDA approved for low libido in women.", "FDA approved for low libido in women"),
    ("Botox is FDA approved for chronic migraine and depression.", "FDA approved for chronic migraine and depression"),
    ("Trazodone is FDA-approved for insomnia.", "FDA-approved for insomnia"),
    ("Stem cell therapy is FDA approved for knee pain.", "FDA approved for knee pain"),
    ("We offer FDA-approved exosomes.", "FDA-approved exosomes"),
    ("Ivermectin is FDA approved for COVID-19.", "FDA approved for COVID-19"),
    ("Zulresso is FDA approved for postpartum depression.", "FDA approved for postpartum depression"),
    ("Visit our FDA-approved clinic today.", "FDA-approved clinic"),
    ("Our supplements are FDA approved.", "supplements are FDA approved"),
    ("Ketamine blocks pain signals and is FDA approved for PTSD.", "FDA approved for PTSD"),
    ("Ketamine lifts mood. This drug is FDA approved for depression.", "FDA approved for depression"),
    ("## Ketamine\n\nIt is FDA approved for depression.", "FDA approved for depression"),
]

HELD = [
    ("Ketamine isn't FDA-approved for anxiety.", "FDA-approved for anxiety"),
    ("No supplement is FDA approved.", "supplement is FDA approved"),
    ("Neither ketamine nor psilocybin is FDA approved for PTSD.", "FDA approved for PTSD"),
    ("The FDA never approved ketamine for depression.", "FDA never approved ketamine for depression"),
    ("Compounded semaglutide is not FDA approved.", "Compounded semaglutide is not FDA approved"),
    ("Until the FDA approves MDMA for PTSD, it stays in trials.", "FDA approves MDMA for PTSD"),
    ("MDMA could become the first FDA-approved psychedelic for PTSD.", "FDA-approved psychedelic for PTSD"),
    ("If ketamine is approved by the FDA for OCD, more will get it.", "approved by the FDA for OCD"),
    ("Is psilocybin FDA approved for anxiety?", "FDA approved for anxiety"),
]

SILENT = [
    "Ketamine is FDA approved only for anaesthesia, not for depression.",
    "Ketamine is FDA approved, but not for depression.",
    "Ketamine is FDA approved for anaesthesia; it is used off-label for depression.",
    "Although ketamine is FDA approved as an anaesthetic, its use for depression is off-label.",
    "Ketamine is FDA approved and used for depression.",
    "Ketamine is FDA-approved for anaesthesia, and researchers are testing it for PTSD.",
    "Ketamine, an FDA-approved anaesthetic, is given off-label for anxiety.",
    "Esketamine is approved, ketamine is not.",
    "Esketamine, not ketamine, is FDA approved for treatment-resistant depression.",
    "The ketamine-based nasal spray has been FDA approved since 2019 for hard-to-treat depression.",
    "Spravato is FDA approved for men and women with treatment-resistant depression.",
    "Spravato is approved for depression.",
    "Spravato received FDA approval in 2019 for treatment-resistant depression.",
    "Psilocybin is awaiting FDA approval for depression.",
    "The FDA gave psilocybin breakthrough status for depression.",
    "The FDA declined to approve MDMA for PTSD.",
    "The FDA approved clinical trials of MDMA for PTSD.",
    "The ethics board approved the study of ketamine in depression.",
    "Ketamine doctors are licensed to treat depression.",
    "Patients on ketamine are approved for treatment of depression by our team.",
    "Prior approval is needed for Ozempic for weight loss.",
    "Ozempic, approved for type 2 diabetes, also leads to weight loss.",
    "Although Ozempic is approved only for diabetes, people take it to lose weight.",
    "Only Wegovy, not Ozempic, is FDA approved for weight loss.",
    "Semaglutide is FDA approved for weight loss under the name Wegovy.",
    "Bupropion is FDA approved to help people quit smoking.",
    "Gabapentin is FDA approved for nerve pain after shingles, and doctors try it for migraine.",
    "Botox is FDA approved for chronic migraine.",
    "Epidiolex is FDA approved for seizures of Dravet syndrome.",
    "Sertraline is FDA approved for depression, OCD, panic disorder and PTSD.",
    "Topical minoxidil is FDA approved for hair loss.",
    "Aduhelm was approved by the FDA for Alzheimer's disease in 2021.",
    "We use FDA-approved drugs in our clinic.",
    "Our clinic offers FDA-approved esketamine.",
    "Compounded semaglutide copies the FDA-approved drugs Ozempic and Wegovy.",
    "Our supplements are made in an FDA-registered facility.",
    "TMS is FDA-cleared for depression, and some clinics try it for other disorders.",
    "Our clinic is licensed by the state to treat depression.",
    "Spravato is the first and only FDA-approved ketamine product for treatment-resistant depression.",
    "Spravato, the only FDA-approved form of ketamine for depression, is a nasal spray.",
    "The only FDA-approved ketamine product for depression is a nasal spray.",
    "Our lab is registered and uses FDA-approved equipment.",
    "Apart from FDA-approved esketamine, ketamine for depression is off-label.",
    "Her sinuses cleared, and ketamine was stopped.",
]


def open_texts(text: str, country: str = "US") -> list[str]:
    return [found.text for found in findings(text, CHECK, country=country) if not found.held_back]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_an_approval_that_does_not_exist_is_found(text: str, found: str) -> None:
    assert open_texts(text) == [found]


@pytest.mark.parametrize(("text", "found"), HELD)
def test_a_denied_or_hoped_for_approval_is_held_back(text: str, found: str) -> None:
    assert [(f.text, f.held_back) for f in findings(text, CHECK)] == [(found, True)]


@pytest.mark.parametrize("text", SILENT)
def test_careful_writing_is_silent(text: str) -> None:
    assert findings(text, CHECK) == []


def test_each_item_of_an_announced_list_is_judged() -> None:
    text = "FDA-approved uses of ketamine include:\n\n- surgery\n- depression\n- chronic pain, by drip\n"
    assert open_texts(text) == ["depression", "chronic pain"]


def test_an_item_under_another_list_is_not_judged() -> None:
    text = "Ketamine is FDA approved for surgery. Off-label uses include:\n\n- depression\n- chronic pain\n"
    assert open_texts(text) == []


def test_a_finding_shows_its_row_and_says_who_has_not_reviewed_it() -> None:
    (found,) = findings("Ketamine is FDA approved for depression.", CHECK)
    assert found.severity == "error"
    assert found.evidence is not None
    (row,) = found.evidence.rows
    assert (row["product"], row["use"], row["jurisdiction"]) == ("ketamine", "depression", "US")
    assert row["source_title"] and row["source_locator"] and row["as_of"]
    assert "not reviewed by a clinician" in found.message


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Metformin is FDA-approved for PCOS.", "warning"),
        ("Kratom is FDA approved for opioid withdrawal.", "note"),
    ],
)
def test_a_row_that_nobody_confirmed_raises_no_error(text: str, severity: str) -> None:
    (found,) = findings(text, CHECK)
    assert found.severity == severity
    assert "not confirmed in the label" in found.message


def test_the_named_regulator_decides_the_jurisdiction() -> None:
    text = "Melatonin is approved by {} for insomnia."
    assert open_texts(text.format("the FDA"), country="GB") == ["approved by the FDA for insomnia"]
    assert open_texts(text.format("the MHRA"), country="US") == []


def test_the_declared_country_decides_where_no_regulator_is_named() -> None:
    text = "Mounjaro is approved for weight loss."
    assert open_texts(text, country="US") == ["approved for weight loss"]
    assert open_texts(text, country="GB") == []


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("Wegovy is FDA approved for weight loss.", ["pass"]),
        ("Ketamine is FDA approved for melancholy.", ["not-checkable"]),
        ("Ketamine is approved in Japan for depression.", ["not-checkable"]),
        ("Ozempic is FDA approved for type 2 diabetes and weight loss.", ["fail", "pass"]),
        ("Ketamine helps many people.", []),
    ],
)
def test_verdicts(text: str, verdicts: list[str]) -> None:
    assert sorted(judgement.verdict for judgement in judged(text, CHECK)) == verdicts


def test_no_country_is_not_checkable() -> None:
    text = "Ketamine is FDA approved for depression."
    assert [judgement.verdict for judgement in judged(text, CHECK, country="")] == ["not-checkable"]
    assert findings(text, CHECK, country="") == []


def test_the_longest_name_wins_in_any_number() -> None:
    table = Table(
        "t", ("product", "aliases", "status"), tuple(map(row, ("mirol", "mirol nasal spray", "low-dose mirol")))
    )
    known = names.names_of(table, "product", "aliases", ("x",))
    text = names.words(shadow("Low dose mirol, mirols and Mirol nasal-sprays"))
    assert [name.key for name in known.all_in(text).found] == ["low dose mirol", "mirol", "mirol nasal spray"]


def row(product: str) -> Row:
    return {"product": product, "aliases": "", "status": "x"}


WORDS = "ketamine esketamine Spravato PTSD depression clinic FDA-approved approved approval granted the FDA not is for"
SIGNS = "by in it may and or but Europe ( ) , ; : - ."
PIECES = st.sampled_from([*WORDS.split(" "), *SIGNS.split(" ")])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_any_order_of_words_is_read_and_every_finding_holds_the_approval_word(pieces: list[str]) -> None:
    for found in findings(" ".join(pieces), CHECK):
        assert found.category == "regulatory-wrong"
        assert "approv" in found.text.lower()


def test_every_row_of_the_table_can_be_used() -> None:
    check = next(check for check in content().checks if check.id == CHECK)
    places = {*check.params["regulators"], *check.params["places"]}
    for line in content().tables[check.params["table"]]:
        assert line["jurisdiction"] in places, line
        assert line["confidence"] in ("high", "medium", "low"), line
        assert line["confidence"] == "low" or line["source_title"], line
