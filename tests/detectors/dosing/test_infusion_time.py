"""Infusion doses without a running time, and doses whose time stands elsewhere or that are no infusion."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "infusion-without-time"


@pytest.mark.parametrize(
    "text",
    [
        "We use 0.5 mg/kg ketamine infusions for depression.",
        "Each ketamine infusion delivers 0.5 mg per kilogram.",
        "A typical session is an IV infusion of ketamine at 0.5 mg/kg.",
        "Ketamine is infused at 0.5 mg/kg, three times weekly for two weeks.",
        "Dosing: ketamine 0.5 mg/kg IV infusion, twice weekly.",
        "Step 2: start the infusion (0.5 mg/kg of ketamine).",
        "Infliximab is given as an infusion of 5 mg/kg at weeks 0, 2 and 6.",
        "You receive 1,000 mg of iron as an infusion.",
        "The nurse starts the infusion of 35 mg ketamine for a 70 kg adult.",
        "Magnesium is infused at a dose of 2 g.",
        "Higher doses of 1 mg/kg ketamine by infusion are used for pain.",
        "Maintenance is one 0.5 mg/kg infusion of ketamine a month.",
        "Rituximab 1,000 mg is infused on day 1 and day 15.",
        "Zoledronic acid 5 mg is given once a year as an infusion.",
        "## Dose\n\nWe infuse 0.5 mg/kg of ketamine.\n\n## Cost\n\nEach visit costs $400.",
        "Our clinic follows the standard: ketamine 0.5 mg/kg by IV infusion, six times over two weeks.",
        "| Drug | Dose | Route |\n|-|-|-|\n| Ketamine | 0.5 mg/kg | IV infusion |",
        "Clinicians infuse ketamine at 0.5 to 1 mg/kg for chronic pain.",
        "At each visit 0.5 mg of ketamine per kilogram runs into your arm by drip.",
        "Ocrelizumab: 600 mg by infusion every six months.",
        "Patients get ketamine (0.75 mg/kg) as an intravenous infusion in our suite.",
    ],
)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "We infuse 0.5 mg/kg of ketamine over 40 minutes.",
        "A 40-minute infusion of 0.5 mg/kg ketamine",
        "Ketamine 0.5 mg/kg is infused across 40 min.",
        "Ketamine is infused at 0.5 mg/kg. The infusion takes about forty minutes.",
        "The infusion lasts 40 minutes. The ketamine dose is 0.5 mg/kg by infusion.",
        "## The infusion\n\nWe infuse 0.5 mg/kg of ketamine.\n\nPlan 40 minutes in the chair.",
        "Participants were randomized to a single infusion of ketamine 0.5 mg/kg or midazolam.",
        "We enrolled 24 adults who received a ketamine infusion (0.5 mg/kg) of 40 minutes.",
        "A nurse runs 0.5 mg/kg of ketamine into a vein over 40 minutes.",
        "We run 500 mL of saline into a vein.",
        "People who run took 0.5 mg/kg of ketamine by mouth.",
        "The rats had a ketamine infusion of 10 mg/kg.",
        "A 0.5 mg ketamine infusion given in error made him ill.",
        "Do not give a 2 mg/kg ketamine infusion at home.",
        "Is a 0.5 mg/kg ketamine infusion right for me?",
        "Ketamine tablets of 50 mg are not an infusion.",
        "An oral dose of 100 mg ketamine gives less than an infusion.",
        "Propofol runs as a continuous infusion of 50 mcg/kg/min.",
        "The infusion ran at 2 mg/min of lidocaine.",
        "Infliximab 5 mg/kg is infused over at least two hours.",
        "Before the infusion take 500 mg of acetaminophen.",
        "You may have 25 mg of diphenhydramine before the infusion.",
        "Her infusion of 0.5 mg/kg ketamine was on Monday.",
        "Spravato 56 mg is sprayed; it is no infusion.",
        "Each vial of ketamine for infusion holds 500 mg.",
        "The bag holds 500 mL of saline with 2 g magnesium for infusion over one hour.",
        "Ketamine 0.5 mg/kg as a bolus infusion",
        "Iron: 1,000 mg as an infusion in 15 minutes.",
        "Zoledronic acid 5 mg is infused in no less than 15 minutes once a year.",
        "Vitamin C 1 g tablets replaced her infusion.",
        "Ketamine infusions cost $400; lozenges of 100 mg cost $5.",
        "| Drug | Dose | Route | Duration |\n|-|-|-|-|\n| Ketamine | 0.5 mg/kg | IV infusion | 40 min |",
        "At each visit 0.5 mg/kg of ketamine runs in by drip for forty minutes.",
        "Ketamine 0.5 mg/kg infused over 40 min improved mood at 24 h (n = 73).",
        "Forty patients received ketamine 0.5 mg/kg or saline by infusion; the primary outcome was MADRS at day 1.",
        "A subanesthetic infusion of ketamine (0.5 mg/kg) was superior to midazolam.",
        "METHODS: Adults were randomised to infusions of ketamine 0.5 mg/kg or placebo.",
        "In 2000 Berman and colleagues gave seven people 0.5 mg/kg of ketamine by infusion.",
        "Esketamine 0.25 mg/kg infusions are not approved in the US.",
        "Her ketamine infusion was 0.5 mg/kg.",
        "The lozenge gives 100 mg; compared with an infusion less ketamine reaches the blood.",
        "A half-hour infusion of ketamine, 0.5 mg/kg, is used.",
        "Ketamine is infused at 0.5 mg/kg per hour.",
        "In adults the antidote is a 150 mg/kg acetylcysteine infusion over one hour.",
        "Oral ketamine 50 mg is taken on days without an infusion.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert not shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "In the trial, people had one 0.5 mg/kg ketamine infusion.",
        "Volunteers received one intravenous infusion of ketamine 0.5 mg/kg.",
        "Here they drip 0.5 mg/kg of ketamine into a vein.",
    ],
)
def test_readers_of_a_study_need_the_time_as_well(text: str) -> None:
    assert shown(text, CHECK) == ["0.5 mg/kg"]


def test_each_drug_is_asked_for_once() -> None:
    text = "We use 0.5 mg/kg ketamine infusions.\n\nA 0.5 mg/kg ketamine infusion is given each time."
    assert len(findings(text, CHECK)) == 1
