"""Doses in the words of strangers: amounts without digits, two sentences, “it”, tables, packs, first doses."""

from __future__ import annotations

import pytest
from speak import shown

WRONG = [
    ("dose-without-unit", "| Medicine | Morning |\n|-|-|\n| Metformin | 500 |\n\nTake it with breakfast.", "500"),
    ("dose-without-unit", "| Tablet | Each morning |\n|---|---|\n| amlodipine | 5 |", "5"),
    ("dose-without-unit", "For blood pressure: lisinopril 20, once in the morning.", "20"),
    (
        "weight-arithmetic",
        ("At half a milligram per kilogram, a patient of 82 kg is given 164 mg of ketamine over 40 minutes."),
        "164 mg",
    ),
    (
        "weight-arithmetic",
        "A person of 80 kg gets 0.5 mg/kg, so the nurse fills the bag with 80 mg of ketamine.",
        "80 mg",
    ),
    ("weight-arithmetic", "At 1 mg per kilo, my 22 kg daughter was given 44 mg of prednisolone.", "44 mg"),
    (
        "infusion-without-time",
        ("In our study everyone had one ketamine infusion, half a milligram per kilo, and a call the next day."),
        "half a milligram per kilo",
    ),
    ("infusion-without-time", "Our protocol: ketamine 0.5 mg/kg IV; blood pressure before and after.", "0.5 mg/kg"),
    ("dose-over-maximum", "Take one and a half grams of acetaminophen every four hours.", "one and a half grams"),
    (
        "dose-over-maximum",
        "Loperamide from the shop has 2 mg in each capsule. Take no more than eight capsules a day.",
        "eight capsules",
    ),
    (
        "duplicate-ingredient",
        "For flu take a gram of Tylenol every six hours, and a syrup for colds whenever you like.",
        "a gram",
    ),
    ("weekly-drug-daily", "Mounjaro comes in a pen. Inject it once a day, in the belly.", "Inject it once a day"),
    ("weekly-drug-daily", "Mounjaro every day melts the fat faster.", "Mounjaro every day"),
    ("weekly-drug-daily", "My Trulicity goes in every morning.", "Trulicity goes in every morning"),
    (
        "tablets-arithmetic",
        "The pack lasts three weeks: 28 tablets, one in the morning and one at night.",
        "28 tablets",
    ),
    ("tablets-arithmetic", "With two tablets a day, a box of 30 tablets lasts 30 days.", "30 tablets"),
    ("tablets-arithmetic", "The box: one capsule twice a day for 14 days, 21 capsules in all.", "21 capsules"),
    (
        "reversed-range",
        "The prescribed dose of warfarin is from 10 to 2 mg a day; a blood test decides.",
        "10 to 2 mg a day",
    ),
    ("combination-ratio", "In a film of 4 mg/2 mg the first is buprenorphine, the second naloxone.", "4 mg/2 mg"),
    ("combination-ratio", "Buprenorphine and naloxone are mixed two to one.", "mixed two to one"),
    ("outdated-maximum", "| Drug | Maximum per day (FDA label) |\n|-|-|\n| Suboxone film | 24 mg |", "24 mg"),
    ("single-dose-out-of-range", "Ketamine 20 mg/kg is pushed slowly into the vein.", "20 mg/kg"),
    ("unit-off-by-thousand", "The nurse said: draw up 2.5 mL of tirzepatide, the weekly starting dose.", "2.5 mL"),
    ("unit-off-by-thousand", "You turn the Saxenda pen to 0.6 mL in the first week, once a day.", "0.6 mL"),
    ("unit-off-by-thousand", "Insulin lispro: 8 mL before each meal.", "8 mL"),
    (
        "wrong-route",
        "Suboxone film: let it dissolve in the nose, and do not talk until it has gone.",
        "Suboxone film: let it dissolve in the nose",
    ),
    ("course-arithmetic", "Six weeks, two sessions a week: ten sessions.", "ten sessions"),
    ("formulation-mixed-up", "With Wellbutrin SR, one dose may be as much as 400 mg.", "400 mg"),
]
RIGHT = [
    ("dose-without-unit", "| Medicine | Morning (mg) |\n|-|-|\n| Metformin | 500 |"),
    ("dose-without-unit", "| Tablet | mg each morning |\n|---|---|\n| amlodipine | 5 |"),
    ("dose-without-unit", "All amounts are in mg.\n\n| Medicine | Morning |\n|-|-|\n| Metformin | 500 |"),
    ("dose-without-unit", "| Medicine | Price |\n|-|-|\n| Metformin | 500 |"),
    ("dose-without-unit", "| Medicine | Tablets each morning |\n|-|-|\n| Metformin | 12 |"),
    ("dose-without-unit", "| Walk | Morning |\n|-|-|\n| Steps | 500 |"),
    (
        "weight-arithmetic",
        ("At half a milligram per kilogram, a patient of 82 kg is given 41 mg of ketamine over 40 minutes."),
    ),
    ("weight-arithmetic", "A person of 80 kg gets 0.5 mg/kg, so the nurse fills the bag with 40 mg of ketamine."),
    ("weight-arithmetic", "At 1 mg per kilo, my 22 kg daughter was given 22 mg of prednisolone."),
    ("weight-arithmetic", "She gets 0.5 mg/kg of ketamine at 80 kg, and later with 4 mg of ondansetron."),
    ("weight-arithmetic", "A gram of salt per kilo of bread is a lot for a man of 70 kg."),
    ("infusion-without-time", "Everyone had one ketamine infusion, half a milligram per kilo, over forty minutes."),
    ("infusion-without-time", "In pain, ketamine 0.1 mg/kg IV is an option."),
    ("infusion-without-time", "Our protocol: ketamine 0.5 mg/kg IV, run in over 40 minutes."),
    ("infusion-without-time", "Our protocol: ketamine 0.5 mg/kg into a muscle."),
    ("dose-over-maximum", "Take a gram of acetaminophen every six hours, and nothing else with acetaminophen."),
    ("dose-over-maximum", "Take half a gram of acetaminophen every four hours, and nothing else with acetaminophen."),
    ("dose-over-maximum", "Loperamide from the shop has 2 mg in each capsule. Take no more than four capsules a day."),
    ("dose-over-maximum", "A gram of protein holds four calories. Acetaminophen has none."),
    (
        "dose-over-maximum",
        ("Loperamide has 2 mg in each capsule. Fish oil is another matter: eight capsules a day are common."),
    ),
    ("weekly-drug-daily", "Mounjaro comes in a pen. Inject it once a week, at the same time of day."),
    ("weekly-drug-daily", "Mounjaro comes in a pen. Check your sugar every day."),
    ("weekly-drug-daily", "Methotrexate needs folic acid. Take it every day but the day of methotrexate."),
    ("weekly-drug-daily", "Ozempic is kept in the fridge. Insulin is not. Inject it once a day."),
    ("weekly-drug-daily", "Methotrexate daily dosing errors are among the most reported."),
    ("weekly-drug-daily", "Saxenda every day, Wegovy once a week."),
    ("tablets-arithmetic", "The pack lasts two weeks: 28 tablets, one in the morning and one at night."),
    ("tablets-arithmetic", "With two tablets a day, a box of 60 tablets lasts 30 days."),
    ("tablets-arithmetic", "A pack of 28 tablets lasts a month. Take one tablet a day."),
    ("tablets-arithmetic", "A box of 30 tablets lasts about six weeks, because you take one tablet a day at most."),
    (
        "tablets-arithmetic",
        ("The pack holds 30 tablets. The course lasts ten days, with one tablet a day; keep the rest."),
    ),
    ("tablets-arithmetic", "The effect of one tablet a day lasts three weeks. The pack has 28 tablets."),
    ("reversed-range", "The prescribed dose of warfarin is from 2 to 10 mg a day; a blood test decides."),
    ("reversed-range", "The dose goes down from 10 to 2 mg of warfarin."),
    ("combination-ratio", "In a film of 4 mg/1 mg the first is buprenorphine, the second naloxone."),
    ("combination-ratio", "Buprenorphine and naloxone are mixed four to one."),
    ("outdated-maximum", "| Drug | Dose for most adults |\n|-|-|\n| Suboxone film | 24 mg |"),
    ("outdated-maximum", "| Drug | Maximum per day |\n|-|-|\n| Suboxone film | 32 mg |"),
    ("single-dose-out-of-range", "Adults begin Wegovy injections with 0.25 mg once a week in the first month."),
    ("single-dose-out-of-range", "Wegovy starts low and is raised until 2.4 mg a week is reached."),
    ("single-dose-out-of-range", "Begin atorvastatin with 80 mg after a heart attack."),
    ("single-dose-out-of-range", "Start prednisone with 60 mg a day."),
    ("single-dose-out-of-range", "Start sertraline with 50 mg a day and go up to 200 mg."),
    ("single-dose-out-of-range", "Ketamine 10 mg/kg is injected into a muscle."),
    ("unit-off-by-thousand", "The nurse said: draw up 0.5 mL of tirzepatide."),
    ("unit-off-by-thousand", "The vial has 5 mg/mL; draw up 2.5 mL of tirzepatide."),
    ("unit-off-by-thousand", "Wegovy pens give 0.75 mL at once."),
    ("unit-off-by-thousand", "You turn the Saxenda pen to 0.6 mg in the first week, once a day."),
    ("unit-off-by-thousand", "Insulin lispro comes in a vial of 10 mL."),
    ("wrong-route", "Suboxone film: let it dissolve under the tongue, and do not talk until it has gone."),
    ("wrong-route", "Suboxone film: put it into the cheek; the spray in the nose is naloxone."),
    ("course-arithmetic", "Six weeks, two sessions a week: twelve sessions."),
    ("course-arithmetic", "A block of 12 treatments, three a week, takes four weeks."),
    ("formulation-mixed-up", "With Wellbutrin SR, one dose may be no more than 200 mg."),
    (
        "formulation-mixed-up",
        ("The bupropion XL tablet is swallowed once a day; 450 mg a day of the XL tablet is the most."),
    ),
]


@pytest.mark.parametrize(("check", "text", "found"), WRONG)
def test_it_is_found(check: str, text: str, found: str) -> None:
    assert found in shown(text, check)


@pytest.mark.parametrize(("check", "text"), RIGHT)
def test_a_near_miss_is_left_alone(check: str, text: str) -> None:
    assert shown(text, check) == []
