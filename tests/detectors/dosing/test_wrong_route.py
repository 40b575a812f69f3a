"""Products told as given by a route that their labels rule out, and routes that are another's."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "wrong-route"


@pytest.mark.parametrize(
    "text",
    [
        "Spravato is infused.",
        "Spravato is an IV infusion that takes forty minutes.",
        "At our clinic, Spravato is delivered through an IV in your arm.",
        "Your first Spravato injection takes two minutes.",
        "Spravato goes straight into a vein.",
        "Intravenous Spravato works within hours.",
        "EMLA is swallowed half an hour before the blood test.",
        "Take EMLA cream by mouth with a glass of water.",
        "EMLA is taken by mouth.",
        "Chew the fentanyl patch slowly for faster relief.",
        "Suboxone films are injected once a day.",
        "Inject the contents of your Suboxone film twice daily.",
        "Sublocade is given intravenously once a month.",
        "Vivitrol is swallowed once a month.",
        "Mounjaro tablets are taken once a week.",
        "Drink your Mounjaro dose with juice.",
        "Rybelsus is injected once a week.",
        "Inject Rybelsus into your belly.",
        "Bicillin L-A is given intravenously.",
        "Apixaban injections are given twice a day.",
        "Eliquis is injected under the skin twice daily.",
        "Vincristine is administered intrathecally on day 1.",
        "EpiPen is injected into a vein.",
        "Patients snort their Suboxone tablets every morning.",
        "Spravato comes as a tablet that you take at home.",
        "Spravato (esketamine) is given intravenously twice a week.",
        "You will receive Spravato through an IV.",
        "A course of Spravato infusions costs $5,000.",
        "We give Spravato by drip.",
        "Spravato is a pill for depression.",
        "Spravato patches are changed every three days.",
        "Lantus is taken by mouth before meals.",
        "Swallow one Lantus capsule before breakfast.",
        "The Spravato drip runs for 40 minutes.",
        "Ozempic is injected into a muscle once a week.",
        "Get your Spravato shot on your lunch break.",
        "Zulresso tablets are taken for three days.",
        "Our nurses hang an infusion of Spravato.",
        "Spravato is administered as an intramuscular injection.",
        "Ketamine troches are injected into the thigh.",
        "Narcan nasal spray is swallowed.",
        "Spravato, a form of ketamine, is infused over 40 minutes.",
        "Spravato treatment is delivered intravenously.",
        "Spravato is dissolved under the tongue.",
        "## What to expect\n\nA small catheter is placed in your arm and Spravato is then infused slowly.",
        "| Treatment | How it is given |\n|-|-|\n| Spravato | IV infusion |",
        "- Spravato: IV infusion, 40 minutes",
        "Spravato tablets are placed under the tongue for ten minutes.",
        "During your visit, Spravato will be administered intravenously by a registered nurse.",
        "The doctor will inject the Spravato into your upper arm.",
        "You swallow the Spravato and then rest for two hours.",
        "Spravato can be given as an injection for people who dislike sprays.",
        "People dissolve Spravato lozenges under the tongue.",
        "Wait until the Spravato drip has finished.",
        "Spoon the EMLA cream into your mouth an hour before.",
        "EMLA can be swallowed if you dislike the feeling on the skin.",
        "Swallow a pea-sized amount of EMLA.",
        "Suck on a Duragesic patch when the pain is bad.",
        "Vivitrol is a daily pill for alcohol cravings.",
        "Vivitrol comes as a tablet.",
        "Rybelsus pens are kept in the fridge.",
        "Rybelsus shots are given weekly.",
        "Eliquis shots prevent clots.",
        "Mounjaro is taken by mouth every Sunday.",
        "The oncologist gives vincristine intrathecally.",
        "Vincristine is pushed into the spinal canal.",
        "Bicillin L-A is infused over 30 minutes.",
        "Give EpiPen by mouth if the person can swallow.",
        "Trulicity is a tablet you take on Mondays.",
        "Sublocade is injected into a vein each month.",
        "Inhale your Spravato through the mouth.",
    ],
)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "Unlike Spravato, IV ketamine is infused.",
        "Spravato is a nasal spray; ketamine is an infusion.",
        "Spravato or IV ketamine?",
        "IV ketamine, Spravato and lozenges are offered.",
        "Spravato is sprayed into the nose, not infused.",
        "You do not need an IV for Spravato.",
        "No needles: Spravato is a spray.",
        "Spravato cannot be injected.",
        "Spravato is easier than an infusion.",
        "After Spravato, some people move to ketamine infusions.",
        "Ketamine infusion and Spravato clinics",
        "Spravato vs ketamine infusions: which is right?",
        "If Spravato does not help, an infusion may.",
        "Never chew a fentanyl patch.",
        "Chewing a fentanyl patch can kill.",
        "Suboxone film should not be injected or snorted.",
        "Injecting Suboxone can bring on withdrawal.",
        "Suboxone film is placed under the tongue; do not swallow it.",
        "Do not swallow Suboxone tablets.",
        "Some people who take Mounjaro also take a tablet for blood pressure.",
        "Mounjaro is injected once a week.",
        "An oral version of Mounjaro is being studied.",
        "Researchers tested intravenous Spravato in animals.",
        "Rybelsus is a tablet; Ozempic is injected.",
        "Unlike Ozempic, Rybelsus is swallowed.",
        "Rybelsus is taken by mouth; do not inject it.",
        "Apply EMLA before the injection.",
        "EMLA numbs the skin before an injection.",
        "Wash EMLA off before the infusion.",
        "If EMLA is swallowed by accident, call poison control.",
        "Vincristine must never be given into the spine.",
        "EpiPen is injected into the outer thigh; never inject it into a vein.",
        "Bicillin L-A is for deep intramuscular injection only.",
        "Tell your doctor if you take apixaban before an injection.",
        "Apixaban or heparin injections are used.",
        "Patients on Eliquis may get heparin injections in hospital.",
        "Lantus is injected once a day; metformin is a tablet.",
        "Insulin glargine is not taken by mouth.",
        "Take Lexapro by mouth once a day.",
        "Sertraline tablets and an injection of vitamin B12",
        "The FDA warns that compounded oral Mounjaro copies are not approved.",
        "With Spravato you drink nothing for 30 minutes.",
        "Do not eat for two hours before Spravato.",
        "Eat lightly before Spravato.",
        "Spravato is taken with an oral antidepressant.",
        "Spravato is used together with an oral antidepressant.",
        "Spravato is approved alone or with an oral medicine.",
        "Spravato plus an oral antidepressant helped more people.",
        "Drink water before your Zoloft.",
        "Nasal spray Spravato is given twice a week.",
        "The IV line is placed after Spravato.",
        "Sublocade is injected under the skin, whereas Vivitrol goes into a muscle.",
        "Is Spravato an IV?",
        "Myth: Spravato is infused.",
        "In a 2019 trial, Spravato was given with an oral antidepressant.",
        "Spravato nasal spray was compared with intravenous ketamine.",
        "Spravato is not an infusion. You spray it yourself.",
        "| Treatment | How it is given |\n|-|-|\n| Spravato | nasal spray |\n| Ketamine | IV infusion |",
        "Some clinics offer both: Spravato as a spray and ketamine as an infusion.",
        "Spravato and IV ketamine both act on glutamate.",
        "The choice between Spravato and an IV depends on insurance.",
        "Spravato does not involve needles, injections or an IV.",
        "Before Spravato you may have had ketamine by injection.",
        "Take your oral antidepressant along with Spravato.",
        "Spravato, unlike an infusion, is self-administered.",
        "Spravato is inhaled through the nose? No: it is sprayed.",
        "Chewing or swallowing a Duragesic patch can be deadly.",
        "Do not cut, chew or swallow the patch; Duragesic goes on the skin.",
        "Wear the Duragesic patch on your upper arm for three days.",
        "Suboxone is placed under the tongue.",
        "Swallowed Suboxone hardly works.",
        "If Suboxone is injected, naloxone blocks it and withdrawal starts.",
        "Vivitrol is a monthly injection; naltrexone also comes as a tablet.",
        "Naltrexone is a daily pill; Vivitrol is given once a month.",
        "You may take naltrexone tablets before your first Vivitrol shot.",
        "Rybelsus is semaglutide in a tablet, Ozempic the injection.",
        "Ozempic is injected under the skin of the thigh.",
        "Switching from Ozempic injections to Rybelsus takes a week.",
        "Patients who cannot swallow Eliquis tablets may have them crushed in water.",
        "Heparin injections are followed by Eliquis tablets.",
        "Trulicity comes in a single-dose pen.",
        "Vincristine goes into a vein; methotrexate may be given intrathecally.",
        "After vincristine, methotrexate is given into the spinal fluid.",
        "EpiPen delivers adrenaline into the thigh muscle.",
        "Take an antihistamine tablet and use your EpiPen.",
        "Sublocade sits under the skin and releases buprenorphine.",
        "With EMLA the injection hurts less.",
        "Apply EMLA under a dressing one hour before the drip is placed.",
        "The nurse wipes off the EMLA and places the IV.",
        "Prozac is a capsule; you swallow it whole.",
        "Lexapro may be taken by mouth as a liquid.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert not shown(text, CHECK)


def test_the_right_way_is_told() -> None:
    (finding,) = findings("Spravato is infused over forty minutes.", CHECK)
    assert "sprayed into the nose" in finding.message
    assert finding.evidence is not None
    assert finding.evidence.kind == "route"
    assert finding.evidence.rows[0]["source_title"] == "Spravato (esketamine) US prescribing information"


def test_a_row_of_one_country_is_silent_elsewhere() -> None:
    assert not findings("Alendronate is given intravenously once a year.", CHECK, country="GB")
    assert findings("Alendronate is given intravenously once a year.", CHECK)


def test_a_product_is_called_as_the_page_calls_it() -> None:
    (finding,) = findings("Apixaban injections are given twice a day.", CHECK)
    assert finding.message.endswith("is not how Apixaban is given: it is swallowed as a tablet.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Duragesic: the patch is chewed.", "Duragesic: the patch is chewed"),
        ("Ozempic is swallowed once a week.", "Ozempic is swallowed"),
        ("More people got Mounjaro, an intravenous infusion.", "Mounjaro, an intravenous infusion"),
        ("Spray the Narcan under the tongue.", "Narcan under the tongue"),
        ("Spravato goes into the arm through an IV line.", "Spravato goes into the arm through an IV"),
    ],
)
def test_further_ways(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Duragesic: the patch is stuck on the arm.",
        "Suboxone is an oral film that melts in the mouth.",
        "Rinse your mouth with water after the Suboxone film has dissolved.",
        "Mounjaro, an injection given weekly, is drawn from a pen.",
        "Trulicity, unlike the tablets, is injected.",
        "Take Ozempic on the same day each week, and drink plenty of water.",
    ],
)
def test_further_ways_or_not(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spravato is given through a small needle in the arm.", "Spravato is given through a small needle"),
        ("The nurse connects the Spravato bag to the drip.", "Spravato bag"),
        ("Stir Ana's insulin in her juice before lunch.", "insulin in her juice"),
        (
            "The buprenorphine film is laid inside the nostril; do not talk meanwhile.",
            "buprenorphine film is laid inside the nostril",
        ),
    ],
)
def test_a_way_in_everyday_words(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The Spravato gift bag stands on the chair.",
        "Drink a glass of juice if the insulin was too much.",
        "Insulin is injected under the skin, and she drinks her juice.",
        "The buprenorphine film is laid under the tongue; do not talk meanwhile.",
        "Blood is taken through a small needle before Spravato.",
    ],
)
def test_a_way_in_everyday_words_or_not(text: str) -> None:
    assert shown(text, CHECK) == []
