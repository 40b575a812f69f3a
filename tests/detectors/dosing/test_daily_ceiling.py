"""Dose times frequency against the maximum of a day or a week."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "dose-over-maximum"


@pytest.mark.parametrize(
    ("text", "dose", "total"),
    [
        ("Take 600 mg of ibuprofen every 6 hours; it is sold over the counter.", "600 mg", "2,400 mg"),
        ("Ibuprofen: 1,200 mg three times daily with food.", "1,200 mg", "3,600 mg"),
        ("Paracetamol can be taken at 1 g every two hours.", "1 g", "12,000 mg"),
        ("Take two 500 mg Tylenol tablets every three hours.", "500 mg", "8,000 mg"),
        ("The daily limit for acetaminophen is 8,000 mg.", "8,000 mg", "8,000 mg"),
        ("Our pharmacist says that 5 g of paracetamol per day is the safe limit.", "5 g", "5,000 mg"),
        ("Advil is gentle: six 200 mg tablets every four hours are no problem.", "200 mg", "7,200 mg"),
        ("Lexapro: 20 mg twice daily.", "20 mg", "40 mg"),
        ("Zolpidem 20 mg at bedtime is what we suggest.", "20 mg", "20 mg"),
        ("Metformin 1,000 mg three times a day", "1,000 mg", "3,000 mg"),
        ("Wegovy is injected at 5 mg once a week.", "5 mg", "5 mg a week"),
        ("Ozempic 2 mg twice a week keeps the weight off.", "2 mg", "4 mg a week"),
        ("Take sildenafil 100 mg as needed, up to three times a day.", "100 mg", "300 mg"),
        ("A child weighing 15 kg may take 400 mg of paracetamol every 4 hours.", "400 mg", "160 mg/kg"),
        ("Children can take 6 g of acetaminophen a day.", "6 g", "6,000 mg"),
        ("Selenium 1,000 mcg a day protects the thyroid.", "1,000 mcg a day", "1,000 mcg"),
        ("Take vitamin D, 20,000 IU each day.", "20,000 IU each day", "500 mcg"),
        ("Take some loperamide, 4 mg every 2 hours, no prescription required.", "4 mg", "48 mg"),
        ("## Sertraline\n\nTake 150 mg twice daily.", "150 mg", "300 mg"),
        ("| Drug | Dose |\n|---|---|\n| Escitalopram | 30 mg once a day |", "30 mg", "30 mg"),
        ("- Ibuprofen: 400 mg every 6 hours\n- Acetaminophen: 1,000 mg every 3 hours", "1,000 mg", "8,000 mg"),
    ],
)
def test_too_much_is_told_with_the_sum(text: str, dose: str, total: str) -> None:
    (found,) = (finding for finding in findings(text, CHECK) if not finding.held_back)
    assert found.text == dose
    assert f"comes to {total}" in found.message
    assert found.severity in ("warning", "note")
    assert found.evidence is not None
    assert " > " in found.evidence.computed
    assert found.evidence.rows[0]["source_title"]


@pytest.mark.parametrize(
    "text",
    [
        "Take 200 mg to 400 mg of ibuprofen every 4 to 6 hours. Do not take more than 6 tablets of 200 mg in 24 hours.",
        "Adults: 500 mg to 1,000 mg of paracetamol every 4 to 6 hours, at most 4 g in any 24 hours.",
        "Acetaminophen 1,000 mg every 6 hours as needed (maximum 4,000 mg per day).",
        "Children: 15 mg/kg of acetaminophen every 4 to 6 hours, no more than 5 doses a day.",
        "A doctor may go as high as 3,200 mg of ibuprofen a day for arthritis.",
        "Taking more than 4,000 mg of acetaminophen a day can harm the liver.",
        "Take 600 mg of ibuprofen every 6 hours.",
        "Omeprazole 40 mg twice daily is used for bleeding ulcers.",
        "Naproxen 500 mg twice daily with food.",
        "Vitamin D deficiency is treated with 50,000 IU once a week for eight weeks.",
        "The UL for vitamin D is 4,000 IU a day.",
        "Gabapentin can be raised to 3,600 mg a day in three doses.",
        "Semaglutide tablets of 14 mg are taken once a day.",
        "Clonazepam 8 mg a day for seizures.",
        "Give a child of 20 kg 300 mg of acetaminophen every 6 hours.",
        "The bottle holds 100 tablets of 500 mg acetaminophen.",
        "Take bupropion SR 450 mg a day.",
        "Take 15 mg of methotrexate every day.",
        "| Drug | Dose |\n|---|---|\n| Escitalopram | 10 mg once a day |\n| Sertraline | 100 mg once a day |",
        "Epinephrine 1 mg every three to five minutes.",
    ],
)
def test_what_some_row_allows_is_left_alone(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize(
    "text",
    [
        "In the trial, participants took 400 mg of sertraline daily.",
        "The mean dose of escitalopram at week 12 was 28.4 mg per day.",
        "Until 2011, labels allowed 60 mg of citalopram a day.",
        "Your psychiatrist may prescribe 80 mg of escitalopram a day.",
        "Is 8,000 mg of acetaminophen a day too much?",
        "“I took 6 g of Tylenol a day,” she says.",
        "Never take 1,600 mg of ibuprofen every four hours.",
        "In dogs, 25 mg of loratadine twice a day is used.",
        "A daily total of 10 g of acetaminophen has caused liver failure.",
        "Folic acid 5 mg daily is taken before conception.",
        "Take 100 mg of zinc daily for zinc deficiency.",
    ],
)
def test_circumstances_hold_it_back_visibly(text: str) -> None:
    found = findings(text, CHECK)
    assert found
    assert all(finding.held_back for finding in found)


@pytest.mark.parametrize(
    ("text", "country", "missing"),
    [
        ("Take 60 mg of prednisone daily.", "US", "no maximum of prednisone for US"),
        ("Take 1,500 mg of acetaminophen four times a day.", "JP", "no maximum of acetaminophen for JP"),
        ("Take 90 mg of paroxetine a day.", "US", "of low confidence"),
        ("A child takes 250 mg of acetaminophen intravenously every 6 hours.", "US", "no weight is stated"),
        ("Take two loratadine tablets twice a day.", "US", "how much one tablet holds"),
    ],
)
def test_what_cannot_be_judged_is_said(text: str, country: str, missing: str) -> None:
    (verdict,) = judged(text, CHECK, country=country)
    assert verdict.verdict == "not-checkable"
    assert verdict.evidence is not None
    assert missing in verdict.evidence.computed


def test_a_drug_without_a_row_is_told_once() -> None:
    text = "Take 60 mg of prednisone daily. Then take 40 mg of prednisone daily."
    assert [verdict.verdict for verdict in judged(text, CHECK)] == ["not-checkable"]


def test_a_fitting_sum_passes_and_shows_its_working() -> None:
    (verdict,) = judged("Take 400 mg of ibuprofen every 6 hours.", CHECK)
    assert verdict.verdict == "pass"
    assert verdict.evidence is not None
    assert verdict.evidence.computed == "400 mg × 4 = 1,600 mg a day ≤ 3,200 mg in 24 hours"


def test_without_a_country_nothing_is_judged() -> None:
    (verdict,) = judged("Take 9 g of acetaminophen a day.", CHECK, country="")
    assert verdict.verdict == "not-checkable"


def test_an_upper_intake_is_a_note_and_a_label_a_warning() -> None:
    assert findings("Take 100 mg of zinc every day.", CHECK)[0].severity == "note"
    assert findings("Take 40 mg of escitalopram every day.", CHECK)[0].severity == "warning"


def test_a_range_that_only_ends_too_high_is_less_sure() -> None:
    (found,) = findings("Take 1,000 mg of acetaminophen every 4 to 6 hours.", CHECK)
    assert (found.severity, found.confidence) == ("note", "low")
    assert shown("Take 1,000 mg of acetaminophen every 4 to 6 hours, at most 4 g a day.", CHECK) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Imodium: take one 2 mg loperamide capsule, up to 12 capsules a day, bought without a prescription.",
            "12 capsules",
        ),
        ("Sertraline 200 mg in the morning and again at night.", "200 mg"),
        ("400 mg of Advil at 6, at 10, at noon, at 4 and at 8, over the counter.", "400 mg"),
        ("For a headache an adult may use aspirin up to 6,500 mg in 24 hours.", "6,500 mg"),
        ("Outpatients stay at 800 mg of trazodone a day, since they are not in hospital.", "800 mg"),
        ("Citalopram may go up to 40 mg daily in people over 60.", "40 mg daily"),
    ],
)
def test_pieces_rhythms_and_people(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Imodium: take one 2 mg loperamide capsule, up to 4 capsules a day, bought without a prescription.",
        "Sertraline 100 mg in the morning and again at night.",
        "Tylenol: 2 caplets (1,000 mg) every 8 hours; no more than 6 caplets in 24 hours.",
        "400 mg of Advil at 6, at noon and at 8, over the counter.",
        "For a headache an adult may use aspirin up to 3,900 mg in 24 hours.",
        "Citalopram may go up to 20 mg daily in people over 60.",
        "Adults between 18 and 60 may take up to 40 mg of citalopram a day.",
        "A child of 12 kg gets 180 mg of acetaminophen (15 mg/kg) every four to six hours if needed.",
    ],
)
def test_pieces_rhythms_and_people_or_not(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two aspirin of 325 mg every two hours, no prescription needed.", ["325 mg"]),
        ("Anyone who buys loperamide in the store may take up to 12 mg in one day.", ["12 mg"]),
        ("Two scoops give you 900 mg of supplemental magnesium a day.", ["900 mg"]),
        ("Pupils get one 10 mg cetirizine tablet at eight, at noon and at four.", ["10 mg"]),
        ("Take two 1,000 mg tablets of immediate-release metformin with each of two meals.", ["1,000 mg"]),
        (
            "Directions (12 years and over): 50 mg diphenhydramine every 4 to 6 hours, at most 12 doses in 24 hours.",
            ["50 mg"],
        ),
        (
            "| OTC | Often | Not for |\n|-|-|-|\n| Loratadine 10 mg tablet | three times a day | children |",
            ["10 mg"],
        ),
        ("Inject 2.5 mg of Ozempic once a week to get used to it.", ["2.5 mg"]),
        ("Two aspirin of 325 mg every six hours, no prescription needed.", []),
        ("Anyone who buys loperamide in the store may take up to 8 mg in one day.", []),
        ("Her doctor lets her take 16 mg of loperamide a day.", []),
        ("Two scoops give you 300 mg of supplemental magnesium a day.", []),
        ("The shop opens at eight, at noon and at four; cetirizine 10 mg is on the shelf.", []),
        ("Take one 1,000 mg tablet of immediate-release metformin with each of two meals.", []),
        (
            "Directions (12 years and over): 50 mg diphenhydramine every 4 to 6 hours, at most 6 doses in 24 hours.",
            [],
        ),
        ("| No prescription | Often | Not for |\n|-|-|-|\n| Loratadine 10 mg tablet | once a day | children |", []),
    ],
)
def test_rhythms_and_pieces_in_other_words(text: str, expected: list[str]) -> None:
    assert shown(text, CHECK) == expected
