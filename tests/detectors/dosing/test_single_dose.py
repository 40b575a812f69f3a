"""A dose an order of magnitude off, or above the maximum of a whole day at once."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "single-dose-out-of-range"


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Anesthesia is induced with 45 mg/kg of ketamine IV.", "45 mg/kg"),
        ("Xarelto 200 mg with the evening meal.", "200 mg"),
        ("Start prednisone at 500 mg a day.", "500 mg a day"),
        ("Lisinopril 400 mg once daily is a common dose.", "400 mg"),
        ("Narcan nasal spray 40 mg in one nostril.", "40 mg"),
        ("Take 5,000 mg of acetaminophen when the pain comes.", "5,000 mg"),
        ("A single dose of 3,000 mg of metformin is fine.", "3,000 mg"),
        ("The maximum dose of sertraline is 250 mg.", "250 mg"),
        ("Inject 50 mg of tirzepatide.", "50 mg"),
        ("Zolpidem 100 mg brings deep sleep.", "100 mg"),
        ("Escitalopram 200 mg is a common dose.", "200 mg"),
        ("At each visit the patient sprays 112 mg of esketamine into the nose.", "112 mg"),
        ("The dose of apixaban is 50 mg.", "50 mg"),
        ("The team starts with ketamine 30 mg/kg into the vein.", "30 mg/kg"),
        ("Twice a week she sprays 112 mg of Spravato.", "112 mg"),
        ("The first dose of ketamine is 10 to 45 mg/kg into the vein.", "10 to 45 mg/kg"),
        ("Men with thinning hair take 5 mg of Propecia.", "5 mg"),
        ("I took 250 mg of diphenhydramine to sleep, as the bottle says.", "250 mg"),
        ("For a deep session we use ketamine. The dose is 45 mg/kg IV.", "45 mg/kg"),
        ("For heartburn, take two hundred milligrams of famotidine in one go.", "two hundred milligrams"),
    ],
)
def test_a_slip_is_found(text: str, dose: str) -> None:
    assert shown(text, CHECK) == [dose]
    assert findings(text, CHECK)[0].severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "Anesthesia is induced with 4.5 mg/kg of ketamine IV.",
        "Ketamine 10 mg/kg is given into a muscle.",
        "Ketamine 20 mg is given for pain.",
        "Acne clears after a cumulative dose of 120 mg/kg of isotretinoin.",
        "Finasteride 5 mg shrinks the prostate.",
        "The last step of the taper was 0.5 mg of escitalopram.",
        "Naloxone 0.4 mg is injected into a muscle.",
        "Folic acid 5 mg once a day.",
        "Vitamin C infusions of 25 g are sold.",
        "A loading dose of 600 mg of clopidogrel comes first.",
        "Prednisone 1 g a day for three days is a pulse.",
        "A pack of 56 tablets of 20 mg citalopram costs four pounds.",
        "For cardiac arrest, 1 mg of epinephrine is given every three minutes.",
        "Baby aspirin (81 mg) once a day.",
        "Omeprazole 120 mg per day is used in a rare disease.",
        "Melatonin 0.3 mg at night.",
        "Methotrexate 12 g/m2 is used in osteosarcoma.",
        "Amoxicillin 1 g three times a day.",
        "Doses above 40 mg of citalopram are not used.",
        "The 500 mg strength of metformin is white.",
    ],
)
def test_unusual_is_no_slip(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dogs were given 45 mg/kg of ketamine IV.",
        "A man who swallowed 300 mg of amlodipine died.",
        "Never take 100 mg of zolpidem.",
        "In the study, people took 200 mg of escitalopram.",
        "“I took 100 mg of zolpidem,” he says.",
    ],
)
def test_circumstances_hold_it_back_visibly(text: str) -> None:
    found = findings(text, CHECK)
    assert found
    assert all(finding.held_back for finding in found)


def test_a_slip_in_a_text_for_prescribers_is_a_slip() -> None:
    assert shown("Prescribers should start atorvastatin at 800 mg.", CHECK) == ["800 mg"]


def test_the_country_decides_which_rows_speak() -> None:
    assert findings("Atorvastatin 800 mg at night.", CHECK, country="JP") == []
    assert [each.verdict for each in judged("Atorvastatin 800 mg.", CHECK, country="")] == ["not-checkable"]


@pytest.mark.parametrize(
    "text",
    [
        "Zolpidem 100 mg at bedtime.",  # the sum of a day says more
        "Escitalopram, 200 mg in the morning.",
        "Atorvastatin 800 mg at night.",
        "Levothyroxine is started at 50 mg.",  # the unit is what is wrong
        "A usual dose of metformin is 500 mcg twice daily.",
        "Inject 25 mg of semaglutide weekly.",  # the place of the point is what is wrong
        "Inject 25 mg of semaglutide under the skin.",
        "Saxenda is injected once a day at 30 mg.",
    ],
)
def test_a_number_is_told_once(text: str) -> None:
    assert shown(text, CHECK) == []
    others = ("dose-over-maximum", "unit-off-by-thousand", "slipped-injection")
    assert sum(len(shown(text, other)) for other in others) == 1


@pytest.mark.parametrize(
    "text",
    [
        "At each visit the patient sprays 84 mg of esketamine into the nose.",
        "The dose of apixaban is 10 mg in the first week.",
        "Anesthesia starts with ketamine 4.5 mg/kg into the vein.",
        "I took 50 mg of diphenhydramine to sleep, as the bottle says.",
        "The bottle of 250 tablets of diphenhydramine lasts long.",
        "For heartburn, take 40 mg of famotidine.",
        "Some doctors give 100 mg of diphenhydramine.",
        "The team starts with ketamine 9 mg/kg into the vein.",  # above every usual dose, which is no limit
        "I took 225 mg of diphenhydramine to sleep, as the bottle says.",
        "Twice a week she sprays 84 mg of Spravato.",
        "Most people begin with 80 mg of lisinopril.",
        "Once a week he takes 70 mg of alendronate.",
    ],
)
def test_a_dose_near_the_rows_is_none(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_message_says_how_far_off_and_from_what() -> None:
    (found,) = findings("A common dose of atorvastatin is 800 mg.", CHECK)
    assert "about 10 times the largest dose in the reference (80 mg in 24 hours" in found.message
    (small,) = findings("Take 0.1 mg of ibuprofen for the headache.", CHECK)
    assert "150 times less" in small.message
