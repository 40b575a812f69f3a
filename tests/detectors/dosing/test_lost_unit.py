"""Doses that have lost their unit, and numbers that are none."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "dose-without-unit"

WRONG = [
    ("Take 200 twice a day.", ["200"]),
    ("Take metformin 500 twice daily with food.", ["500"]),
    ("The usual dose is 400 every six hours, and ibuprofen should be taken with food.", ["400"]),
    ("Doctors prescribe 20 once daily when fluoxetine is started.", ["20"]),
    ("Gabapentin: begin with 300 at bedtime.", ["300"]),
    ("Give the child 250 every 6 hours until the fever from paracetamol is gone.", ["250"]),
    ("Inject 40 once daily; enoxaparin comes in a syringe.", ["40"]),
    ("Lisinopril 10 daily is a common starting point.", ["10"]),
    ("Increase quetiapine to 300 every night.", ["300"]),
    ("Take levothyroxine 75 each morning before breakfast.", ["75"]),
    ("She took prednisone 40 daily for five days.", ["40"]),
    ("Amoxicillin 500 three times a day for a week.", ["500"]),
    ("Adults: ibuprofen 400-600 every 6 hours.", ["400-600"]),
    ("Spravato is given at 56 twice weekly.", ["56"]),
    ("Suboxone 16/4 once daily is the usual goal.", ["16/4"]),
    ("Swallow 1000 twice a day of your metformin.", ["1000"]),
    ("Methotrexate is dosed at 15 once a week.", ["15"]),
    ("Week one: 25 of quetiapine at bedtime.", ["25"]),
    ("She injects 1.2 daily of Victoza.", ["1.2"]),
]

RIGHT = [
    "Step 1: measure your pulse for 60 seconds daily while you take digoxin.",
    "Take 2 at bedtime if you use 3 mg melatonin gummies.",
    "Sodium 1,500 daily and potassium 3,500 daily are goals for people on spironolactone.",
    "Of those on sertraline, 12 daily users and 40 weekly users answered.",
    "200 people took it twice.",
    "Take ibuprofen 400 mg twice a day.",
    "Take 1 or 2 tablets twice a day.",
    "Take one twice daily with paracetamol.",
    "Two of the 12 volunteers took ketamine twice a week.",
    "Take Tylenol every 6 hours, no more than 4 times in 24 hours.",
    "Metformin 500 mg twice daily or 850 mg once daily.",
    "In 2019 sertraline was taken daily by 14% of adults.",
    "Check your blood sugar 4 times a day while on insulin.",
    "Take 2 every 4 to 6 hours (ibuprofen 200 mg).",
    "Methotrexate is taken once a week, on the same day.",
    "Day 1 daily ketamine visits begin.",
    "In the trial 24 daily doses of ketamine were given.",
    "Ozempic 1 mg once weekly.",
    "The Percocet 10/325 tablet holds 10 mg of oxycodone.",
    "About 300 daily users take kratom.",
    "People aged 65 daily taking aspirin should ask.",
    "Vitamin D 600 IU daily.",
    "Take 30 minutes daily for a walk while you wait for sertraline to work.",
    "Drink 2 litres daily while taking lithium.",
    "Limit sodium to 2,000 daily if you take lithium.",
    "At 8 every morning, take levothyroxine.",
    "Ketamine sessions cost 500 each week.",
    "The clinic prescribes 40 daily lozenges of ketamine.",
    "Bupropion 150 mg for 3 days, then 300 mg daily.",
    "Take ibuprofen for at most 10 daily.",
    "For metformin, 1,500 to 2,000 mg daily is usual.",
    "Step 3 daily: take your aspirin.",
    "He needs 8 every night of sleep with zolpidem.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_it_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_a_warned_dose_is_held_back_and_stays_visible() -> None:
    (finding,) = findings("Never take ibuprofen 400 every two hours.", CHECK)
    assert (finding.text, finding.held_back) == ("400", True)


def test_the_strength_of_a_product_is_only_a_note() -> None:
    (finding,) = findings("Take Norco 5/325 every 6 hours.", CHECK)
    assert (finding.text, finding.severity) == ("5/325", "note")


def test_the_finding_asks_for_the_unit() -> None:
    (finding,) = findings("Take metformin 500 twice daily with food.", CHECK)
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.evidence.given) == ("dose-unit", "500 twice daily")
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Each night she swallows 600 of gabapentin and goes to bed at ten.", "600"),
        ("The leaflet says: atorvastatin, 20, once daily in the evening.", "20"),
        ("Dosage: 500 every eight hours, with food.", "500"),
        ("For headaches, ibuprofen 400 with a glass of water is enough.", "400"),
        ("Amoxicillin: one capsule of 500 three times a day.", "500"),
        ("- Morning: levothyroxine 75 mcg\n- Noon: metformin 500", "500"),
        ("My dose of Lamictal was increased to 150 last month.", "150"),
        (
            "| Drug | Dose | How often |\n|-|-|-|\n| Metformin | 500 | twice daily |\n| Ramipril | 5 mg | once daily |",
            "500",
        ),
    ],
)
def test_however_the_number_stands(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Vitamin B 12 with food is fine.",
        "On day 3 of amoxicillin the fever fell; it is taken every eight hours.",
        "In 40 of metformin's trials people were weighed every day.",
        "| Drug | Dose (mg) | How often |\n|-|-|-|\n| Metformin | 500 | twice a day |\n| Ramipril | 5 mg | daily |",
        "| Drug | Morning | Evening |\n|-|-|-|\n| Metformin | 1 | 1 |\n| Lisinopril 10 mg | 1 | 0 |",
        "On warfarin, her INR was raised from 2 to 3.",
        "With metformin, HbA1c was lowered from 9 to 7.",
        "Ketamine was given to 20 at noon and to 30 in the evening.",
        "Morning: gabapentin, then 300 steps.",
        "Room 300 before bed is quiet.",
    ],
)
def test_however_the_number_stands_or_not(text: str) -> None:
    assert shown(text, CHECK) == []
