"""Amounts that a page tells the reader to take on nobody's word, and those that somebody answers for."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "unsourced-self-dosing"


@pytest.mark.parametrize(
    "text",
    [
        "Start with two troches under the tongue.",
        "Begin with one 100 mg ketamine lozenge and lie down.",
        "Take 10 mg of escitalopram in the morning to feel less anxious.",
        "No prescription? Take 20 mg of propranolol half an hour before the speech.",
        "Beginners should start with 0.1 g of magic mushrooms.",
        "Try 25 mg of sildenafil an hour before sex.",
        "Simply dissolve two troches between cheek and gum.",
        "To sleep, take 50 mg of trazodone at bedtime.",
        "For a first journey, take 3 grams of psilocybin mushrooms on an empty stomach.",
        "You should take 200 mg of modafinil before an exam.",
        "Go for 150 mg of ketamine next time.",
        "100 mg under the tongue is a good starting dose of ketamine.",
        "1. Place one ketamine troche under your tongue.\n2. Wait 15 minutes.",
        "Step one: take 20 mg of propranolol half an hour before the speech.",
        "We recommend 300 mg of gabapentin three times a day for the nerves.",
        "Draw up 10 units of semaglutide from the vial and inject it.",
        "If one troche does nothing, take another two troches.",
        "For long covid, take 4.5 mg of naltrexone at night.",
        "Just take two 0.5 mg alprazolam tablets before the flight.",
        "Take one or two kratom capsules in the morning.",
        "Microdosers should start with 10 micrograms of LSD every third day.",
        "You might try 500 mg of metformin with dinner to live longer.",
        "Use 20 mg of tadalafil at weekends.",
        "Put two troches between your gum and cheek and wait.",
        "Work up to three troches a week.",
        "Psilocybin microdose: take 150 mg of dried truffle every third day.",
        "Microdosing LSD? Begin with 10 mcg in the morning.",
        "We suggest 200 mg of ketamine by mouth for a deeper journey.",
        "Swallow 5 g of kratom powder for back pain.",
        "Draw 250 mcg of BPC-157 into the syringe and inject it daily.",
        "Take half a troche on day one, one troche on day two.",
        "Before exams, take 100 mg of modafinil.",
        "Buy it from an online pharmacy and take 5 mg of tadalafil daily.",
    ],
)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "Your prescriber sets the dose.",
        "Ask your doctor before you take 50 mg of sertraline.",
        "Take 400 mg of ibuprofen with food every six hours.",
        "Take two acetaminophen tablets every six hours.",
        "Take 10 mg of loratadine once a day.",
        "Take 400 micrograms of folic acid a day before pregnancy.",
        "Take 3 mg of melatonin an hour before bed.",
        "Adults in the trial took 50 mg of sertraline a day.",
        "The researchers started with two troches.",
        "Do not take more than 4 mg of alprazolam a day.",
        "Never take two troches at once.",
        "Should I take 50 mg of sertraline?",
        "He took 20 mg of propranolol before the speech.",
        "Patients usually start with 25 mg of sertraline.",
        "The label says to start sertraline at 50 mg a day.",
        "The usual starting dose of sertraline is 50 mg.",
        "Take 75 mg of venlafaxine once a day with food (NHS).",
        "If you miss a dose of sertraline, take it when you remember.",
        "Take the tablet with water.",
        "Take sertraline at the same time every day.",
        "If you take 100 mg of sertraline or more, tell your surgeon.",
        "People who take 40 mg of atorvastatin should avoid grapefruit.",
        "When you take 50 mg of sildenafil with nitrates, blood pressure can fall.",
        "Call 911 and give 4 mg of naloxone in one nostril.",
        "Drink 200 mL of water with each tablet.",
        "Eat 30 g of fibre a day.",
        "Take 500 mg of vitamin C.",
        "Your doctor may start you on 25 mg of sertraline.",
        "Your doctor may increase it to 100 mg.",
        "Prescribers should start with 5 mg of escitalopram in older adults.",
        "Mice were given 10 mg of ketamine.",
        "In the old days doctors told people to take 10 mg of diazepam three times a day.",
        "An overdose of 2 g of sertraline is dangerous.",
        "Start low: your care team will choose between 50 mg and 100 mg troches.",
        "Troches come in 100 mg and 200 mg.",
        "Take 20 mg of omeprazole before breakfast for 14 days.",
        "Use two sprays of saline.",
        "Take 81 mg of aspirin a day if you were told to.",
        "The vial holds 10 mg of tirzepatide.",
        "“Start with two troches,” a seller wrote, and regulators objected.",
        "Methotrexate is taken once a week, for example 15 mg every Monday.",
        "Take methotrexate once a week, never daily.",
        "Sprinkle 5 g of dried mushrooms over the risotto.",
        "Fry 200 g of mushrooms in butter.",
        "Add 200 g mushrooms and one vial of saffron to the rice.",
        "Your prescriber tells you how many troches to take.",
        "Take the troches that your prescriber has dispensed: one troche, twice a week.",
        "The pharmacist compounds troches of 100 mg.",
        "Some members in the survey took two troches.",
        "No dose of kratom is known to be safe.",
        "A trial gave 25 mg of psilocybin once.",
        "People took 10 mcg of LSD in the study.",
        "Police found 200 g of mushrooms.",
        "Take 500 mg of amoxicillin three times a day for seven days.",
        "Take 20 mg of omeprazole before breakfast.",
        "Start with 25 mg of sertraline for a week, then take 50 mg a day.",
        "Inject 10 units of insulin before meals.",
        "Give 0.3 mg of epinephrine into the thigh and call 911.",
        "Take metformin 500 mg with dinner.",
        "Use 10 mg of vitamin B6.",
        "Take two tablets of your usual painkiller.",
        "Do not start with two troches.",
        "Start with two troches? Ask your prescriber first.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert not shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "Start with two troches if your doctor agrees.",
        "Start with two troches [3].",
        "Start with two troches ([guideline](https://example.org/g)).",
        "Use your troches as prescribed.\n\nStart with two troches.",
    ],
)
def test_an_amount_that_somebody_answers_for_is_held_back(text: str) -> None:
    assert all(finding.held_back for finding in findings(text, CHECK))


def test_each_medicine_is_named_once() -> None:
    assert len(findings("Start with two troches. Then take three troches.", CHECK)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("New to compounded tirzepatide? Draw up 20 units for the first month.", "20 units"),
        ("Put 40 mg CBD under the tongue twice a day for your anxiety.", "40 mg"),
    ],
)
def test_a_word_in_front_of_the_name(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "New to compounded tirzepatide? Draw up what your prescriber has written for you.",
        "In the trial, people took 40 mg of CBD a day.",
    ],
)
def test_a_word_in_front_of_the_name_or_not(text: str) -> None:
    assert shown(text, CHECK) == []
