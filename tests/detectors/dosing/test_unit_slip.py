"""Doses with the unit of another one, and amounts that are right in theirs."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "unit-off-by-thousand"

WRONG = [
    ("Take 125 mg digoxin once a day.", ["125 mg"]),
    ("Digoxin tablets of 250 mg are small and white.", ["250 mg"]),
    ("Most adults need 75 to 125 mg of levothyroxine a day.", ["75 to 125 mg"]),
    ("Synthroid 88 mg each morning.", ["88 mg"]),
    ("Liothyronine is started at 25 mg a day.", ["25 mg a day"]),
    ("Cytomel 5 mg is the first step in older people.", ["5 mg"]),
    ("Give 300 mg of epinephrine into the thigh.", ["300 mg"]),
    ("Take 500 g of acetaminophen every six hours.", ["500 g"]),
    ("Ibuprofen 200 mcg every six hours.", ["200 mcg"]),
    ("Take vitamin D, 2000 mg a day.", ["2000 mg a day"]),
    ("Folic acid 400 mg a day before pregnancy.", ["400 mg a day"]),
    ("Selenium 55 mg a day is what adults need.", ["55 mg a day"]),
    ("Clonidine 100 mg twice daily lowers blood pressure.", ["100 mg"]),
    ("The dose of warfarin is 5 g.", ["5 g"]),
    ("Alprazolam 0.5 mcg three times a day.", ["0.5 mcg"]),
    ("| Drug | Dose |\n|---|---|\n| Digoxin | 125 mg once a day |\n| Levothyroxine | 100 mcg |", ["125 mg"]),
    ("Take 4 mg of acetaminophen a day at most.", ["4 mg"]),
    ("Insulin glargine 20 mg at bedtime.", ["20 mg"]),
    ("Levothyroxine is dosed at 1.6 mg/kg a day.", ["1.6 mg/kg a day"]),
    ("Melatonin 3 g at bedtime helps.", ["3 g"]),
    ("Methotrexate 15 mcg once a week.", ["15 mcg"]),
    ("Take 400 mL of ibuprofen with food.", ["400 mL"]),
    ("Amoxicillin 500 mL three times a day.", ["500 mL"]),
]

RIGHT = [
    "Take 15 mL of ibuprofen suspension.",
    "An acetaminophen infusion of 100 mL runs over 15 minutes.",
    "Swallow ibuprofen 400 mg with 200 mL of water.",
    "Take amoxicillin; drink at least 500 mL more each day.",
    "A 200 mL bottle of ibuprofen costs little.",
    "Lithium with 1,500 mL a day of fluids.",
    "Take 125 mcg digoxin once a day.",
    "Digoxin 0.25 mg once a day.",
    "Levothyroxine 0.1 mg each morning.",
    "Levothyroxine 100 mcg each morning.",
    "Rybelsus 14 mg once a day.",
    "Semaglutide 25 mg.",
    "Oral semaglutide 50 mg once daily was tried.",
    "Inject 15 mg of tirzepatide once a week.",
    "Vitamin D 50,000 IU once a week.",
    "Vitamin D 25 micrograms.",
    "An EpiPen delivers 0.3 mg of adrenaline.",
    "Acetaminophen 1 g every six hours.",
    "Acetaminophen 0.5 g.",
    "Lithium orotate 5 mg is sold as a supplement.",
    "Clonidine 100 micrograms twice daily.",
    "Ketamine 100 mcg/kg/min.",
    "Ketamine 35 mg over 40 minutes.",
    "Intravenous vitamin C at 50 g was studied in cancer.",
    "Inject 20 units of insulin before breakfast.",
    "She uses insulin and takes metformin 500 mg.",
    "Insulin with metformin 1000 mg twice a day.",
    "Oxytocin 10 units.",
    "Colchicine 0.6 mg.",
    "Magnesium 400 mg at night.",
    "Omega-3 1 g a day.",
    "Vitamin A 900 mcg a day.",
    "Folic acid 5 mg a day for women at high risk.",
    "Naloxone 0.4 mg under the skin.",
    "Naloxone 4 mg in one nostril.",
    "Fentanyl patches deliver 25 mcg per hour.",
    "Caffeine 95 mg in a cup of coffee.",
    "Prednisone 1 mg/kg a day.",
    "Methotrexate 15 mg once a week.",
    "Methotrexate 12 g/m2 in osteosarcoma.",
    "Testosterone 50 mg of gel.",
    "Iron 65 mg elemental.",
    "Zinc 10 mg.",
    "Vitamin B6 1.3 mg a day.",
    "Semaglutide 2.4 mg lowered weight by 15 kg.",
    "Buprenorphine 200 mcg at first, then Suboxone 8 mg/2 mg.",
    "Dextromethorphan 30 mg.",
    "Diazepam 500 micrograms at the end of the taper.",
    "Lorazepam 500 micrograms.",
    "Melatonin 0.3 mg.",
    "Melatonin 300 mcg.",
    "Amoxicillin 2 g one hour before the dentist.",
    "LSD 100 mcg and psilocybin 25 mg.",
    "Isotretinoin 0.5 mg/kg.",
    "Gabapentin 3.6 g a day.",
    "Minoxidil 2.5 mg.",
    "Aspirin 81 mg.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_it_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_an_overdose_report_is_held_back_and_stays_visible() -> None:
    (finding,) = findings("She was given 100 mg of levothyroxine by mistake.", CHECK)
    assert (finding.text, finding.held_back) == ("100 mg", True)


@pytest.mark.parametrize(
    ("text", "meant", "computed"),
    [
        ("Sertraline 50 mcg a day.", "50 mg", "50 mcg is 500 times less than the smallest reference, 25 mg"),
        ("Levothyroxine 100 mg.", "100 mcg", "100 mg is 417 times more than the largest reference, 240 mcg at 150 kg"),
        (
            "Vitamin D 2000 mg a day.",
            "2,000 units",
            "2,000 mg is 20,000 times more than the largest reference, 100 mcg",
        ),
        ("Levothyroxine is dosed at 1.6 mg/kg a day.", "1.6 mcg/kg", "1.6 mg/kg is 80 times more"),
    ],
)
def test_the_finding_says_what_was_meant_and_shows_the_sum(text: str, meant: str, computed: str) -> None:
    (finding,) = findings(text, CHECK)
    assert f"was {meant} meant?" in finding.message
    assert finding.evidence is not None
    assert finding.evidence.computed.startswith(computed)
    (row,) = finding.evidence.rows
    assert row["source_title"]
    assert finding.severity == "warning"  # no row is reviewed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The patch releases 25 mg of fentanyl per hour.", "25 mg"),
        ("She wears a fentanyl patch of 50 mg an hour.", "50 mg an hour"),
    ],
)
def test_a_patch_by_the_hour(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The patch releases 25 mcg of fentanyl per hour.",
        "Fentanyl 25 mcg an hour before the scan calmed her.",
    ],
)
def test_a_patch_by_the_hour_or_not(text: str) -> None:
    assert shown(text, CHECK) == []
