"""Doses that have lost their “per kilogram”, and the flat doses that are meant."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import content, findings

CHECK = "missing-per-kilogram"


def found(text: str) -> list[str]:
    return [finding.text for finding in findings(text, CHECK) if not finding.held_back]


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Volunteers received a 0.5 mg ketamine infusion.", "0.5 mg"),
        ("They were given a single 0.5mg infusion of ketamine.", "0.5mg"),
        ("An IV ketamine dose of 0.5 milligrams over 40 minutes is common.", "0.5 milligrams"),
        ("Ketamine was infused at 0.5 to 1 mg over an hour.", "0.5 to 1 mg"),
        ("Ketamine is given by infusion. The dose is 0.5 mg over 40 minutes.", "0.5 mg"),
        ("The ketamine infusion steps are:\n\n- 0.5 mg over 40 minutes\n- rest\n", "0.5 mg"),
        ("For the operation, 2 mg of Ketalar is given as an intravenous bolus.", "2 mg"),
        ("The ketamine infusion was 0.5 mg and the diazepam dose was 5 mg.", "0.5 mg"),
        ("She had 1 mg of lorazepam before her infusion of 0.5 mg ketamine.", "0.5 mg"),
        ("Infliximab is dripped in at 5 mg every eight weeks.", "5 mg"),
        ("A clot is treated with 1 mg of enoxaparin twice a day.", "1 mg"),
        ("Take isotretinoin 0.5 mg daily with food.", "0.5 mg daily"),
        ("One dose of Stromectol is 200 micrograms.", "200 micrograms"),
        ("A dose of 0.2 mg ivermectin clears the worms.", "0.2 mg"),
    ],
)
def test_a_lost_basis_is_found(text: str, dose: str) -> None:
    assert found(text) == [dose]


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers received a 0.5 mg/kg ketamine infusion.",
        "The ketamine infusion was 0.5 mg per kilogram.",
        "The ketamine infusion was 0.5 mg for every kilogram of body weight.",
        "Ketamine infusions are dosed by weight. A common dose is 0.5 mg.",
        "The ketamine infusion was 0.5 mg/kg. One person got 0.5 mg by mistake.",
        "An infusion of 35 mg ketamine suits a 70 kg adult.",
        "For pain the team gives a 10–20 mg ketamine infusion.",
        "A 40 mg ketamine infusion was used.",
        "Ketamine for infusion comes as 50 mg/mL.",
        "The ketamine infusion ran at 1 mg per hour.",
        "The ketamine infusion ran at 2 mg/min.",
        "Spravato is sprayed at 56 mg or 84 mg.",
        "A 2 mg ketamine troche is not an infusion.",
        "Some use 1 mg ketamine as a nasal spray.",
        "The ketamine infusion came with 1 mg of lorazepam.",
        "Before the ketamine infusion she took 0.5 mg of alprazolam.",
        "A 0.5 mg dose of ketamine was weighed out.",
        "The 0.5 mg pill of brimedol is blue.",
        "Esketamine 0.5 mg was not tried as an infusion.",
        "Take ibuprofen 200 mg with food.",
        "Take acetaminophen 500 mg every six hours.",
        "The tablet holds oxycodone/acetaminophen 10 mg/325 mg.",
        "Isotretinoin 20 mg daily is common.",
        "Levothyroxine 50 mcg daily is common.",
        "Free T4 was 1.6 mcg on the blood test.",
        "The child took 125 mcg of digoxin.",
        "An eye injection of 1.25 mg bevacizumab is flat.",
        "The infusion of ketamine lasts 0.5 hours.",
        "A 0.5 mg infusion of midazolam and later ketamine 35 mg were given.",
    ],
)
def test_a_dose_that_is_meant_is_left_alone(text: str) -> None:
    assert found(text) == []


MORE = [
    "Each visit, patients are infused with 0.5 mg of ketamine over 40 minutes.",
    "Our IV ketamine protocol: 0.5 mg over 40 minutes, six times.",
    "## Ketamine infusion\n\nThe standard dose is 0.5 mg over 40 minutes.",
    "| Drug | Route | Dose |\n|---|---|---|\n| Ketamine | IV infusion | 0.5 mg over 40 min |",
    "The anaesthetist gives 2 mg of ketamine intravenously to start the sleep.",
    "Ketamine IV 0.75 mg was the highest step.",
    "For Crohn's disease, 5 mg infliximab is infused at weeks 0, 2 and 6.",
    "Bevacizumab is infused at 10 mg every two weeks.",
    "Sugammadex 2 mg reverses rocuronium.",
    "Children take 15 mg of paracetamol every six hours.",
    "Children get ibuprofen 10 mg every eight hours.",
    "Strongyloidiasis needs a single dose of 200 mcg ivermectin.",
    "Intravenous acyclovir 10 mg every 8 hours treats encephalitis.",
    "Full replacement needs levothyroxine 1.6 mcg a day.",
    "Enoxaparin 1.5 mg once a day treats the clot.",
    "The ketamine drip delivered 0.5 mg in 40 minutes.",
    "Racemic ketamine at 0.5 mg intravenously lifts mood within a day.",
    "Severe acne is treated with isotretinoin 1 mg a day.",
]

MEANT = [
    "Each visit, patients are infused with 0.5 mg/kg of ketamine over 40 minutes.",
    "Our IV ketamine protocol: 0.5 mg per kilogram over 40 minutes, six times.",
    "Spravato starts at 56 mg.",
    "Spravato 28 mg for people over 65.",
    "Ketamine lozenges hold 100 mg.",
    "Ketamine troches of 1 mg were tried before an infusion.",
    "For pain, ketamine is infused at 10 to 20 mg.",
    "In the emergency room 15 mg of IV ketamine eased the pain.",
    "The pump gave ketamine at 5 mg an hour.",
    "The ketamine infusion was stopped after 1 mg of midazolam.",
    "Infliximab 120 mg pens are used every two weeks.",
    "An adult takes 500 mg of paracetamol.",
    "The infant gets 40 mg of paracetamol.",
    "Ivermectin tablets hold 3 mg.",
    "Ivermectin 12 mg once.",
    "Enoxaparin 40 mg once a day prevents clots.",
    "Levothyroxine 25 mcg a day is a careful start.",
    "Isotretinoin 20 mg a day.",
    "Midazolam 1 mg IV calms before the ketamine infusion.",
    "Esketamine infusion of 0.25 mg is not licensed.",
    "Ketamine is dosed by weight: a 0.5 mg dose for each kilogram.",
    "The dose of ketamine by infusion depends on weight (0.5 mg).",
    "A ketamine microdose of 0.5 mg by IV is a placebo, some say.",
    "Ketamine nasal spray delivers 5 mg a puff.",
    "Ketamine cream with 1 mg per gram.",
    "Bevacizumab 1.25 mg is injected into the eye.",
    "Acyclovir 5 mg/kg every 8 hours.",
    "Rocuronium 50 mg is drawn up.",
    "Ketamine 0.3 mg was added to the spinal block intrathecally.",
    "Digoxin 125 mcg a day.",
]


@pytest.mark.parametrize("text", MORE)
def test_a_lost_basis_is_found_in_prose_headings_and_tables(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", MEANT)
def test_other_products_forms_and_flat_doses_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_dose_of_an_animal_is_held_back_and_stays_visible() -> None:
    (finding,) = findings("Rats had a 0.5 mg ketamine infusion.", CHECK)
    assert finding.held_back


def test_a_denied_dose_is_held_back_and_stays_visible() -> None:
    (finding,) = findings("Never give a 0.5 mg ketamine infusion.", CHECK)
    assert (finding.text, finding.held_back) == ("0.5 mg", True)


def test_the_finding_shows_its_row_and_the_reckoning() -> None:
    (finding,) = findings("Volunteers received a 0.5 mg ketamine infusion.", CHECK)
    assert finding.evidence is not None
    (row,) = finding.evidence.rows
    assert finding.evidence.kind == "dose-basis"
    assert finding.evidence.computed == "0.5 mg/kg × 70 kg = 35 mg"
    assert (row["name"], row["dose"], row["flat_below"]) == ("ketamine", "0.5 mg/kg", "5")
    assert row["source_title"].startswith("Andrade")
    assert (row["as_of"], row["confidence"]) == ("2017-07", "medium")
    assert (finding.severity, finding.confidence) == ("warning", "medium")
    assert finding.message.endswith("The reference was not reviewed by a clinician.")


def test_a_row_of_low_confidence_lowers_the_finding() -> None:
    (finding,) = findings("Propofol 2 mg starts the sleep.", CHECK)
    assert finding.confidence == "low"


def test_every_row_can_be_reckoned_with_and_says_where_it_comes_from() -> None:
    table = content().tables["dosing/weight-based"]
    assert len(table) >= 15
    for row in table:
        assert Decimal(row["amount_min"]) <= Decimal(row["amount_max"])
        assert row["unit"].partition("/")[2] in ("kg", "kg/day")
        assert row["source_title"] and row["source_locator"]
        assert row["confidence"] in ("high", "medium", "low")
        if row["flat_below"]:
            assert Decimal(row["amount_min"]) < Decimal(row["flat_below"])


PIECES = (
    "0.5 mg|0.5 mg/kg|ketamine|S-ketamine|infusion|of|infliximab|5 mg|lorazepam|.|,|µg|200 µg|ivermectin|kg|rats"
    "|\n\n- |lozenge|1e9 mg|0 mg|5–3 mg|tablet|weight|½ mg"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=30).map(" ".join))
def test_any_text_is_read_and_what_is_found_is_a_dose_of_the_source(text: str) -> None:
    for finding in findings(text, CHECK):
        assert finding.start is not None
        assert finding.end is not None
        assert finding.text == text[finding.start : finding.end]
        assert "kg" not in finding.text
