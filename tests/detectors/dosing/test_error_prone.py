"""Notations that are misread, and the same signs where they are right."""

from __future__ import annotations

import pytest
from speak import findings, shown

CHECK = "error-prone-notation"

WRONG = [
    ("Take .5 mg of alprazolam twice a day.", [".5 mg"]),
    ("Take .25mg alprazolam as needed.", [".25mg"]),
    ("The lozenge is taken QD with 100 mg of ketamine.", ["QD"]),
    ("Warfarin 5.0 mg daily.", ["5.0 mg"]),
    ("Inject 4 U of insulin lispro with each meal.", ["4 U"]),
    ("Inject 4u insulin with each meal.", ["4u"]),
    ("Draw up 2 cc of the ketamine solution and inject it.", ["2 cc"]),
    ("Take prednisone 10 mg q.o.d.", ["q.o.d."]),
    ("Levothyroxine 75 µg each morning.", ["75 µg"]),
    ("Digoxin 125 μg once a day.", ["125 μg"]),
    ("Give heparin 5000 IU under the skin.", ["5000 IU"]),
    ("Zolpidem 5 mg QHS.", ["QHS"]),
    ("Methotrexate 7.5 mg TIW.", ["TIW"]),
    ("Give the heparin as 10000 units.", ["10000 units"]),
    ("Take ibuprofen 200 mg. three times a day.", ["200 mg. three"]),
    ("Clonazepam .5 mg tablets, one at night.", [".5 mg"]),
    ("Melatonin 3.0 mg helps some sleepers.", ["3.0 mg"]),
    ("Inject .5 mL of methotrexate.", [".5 mL"]),
]

RIGHT = [
    "Take 0.5 mg of alprazolam twice a day.",
    "Serum potassium was 4.0 mmol/L.",
    "Creatinine of 1.0 mg/dL is normal.",
    "Her TSH was 2.0 mU/L on levothyroxine 50 mcg.",
    "ALT was 40 U/L while she took 20 mg of atorvastatin.",
    "Insulin glargine U-100 and U-300 differ.",
    "Vitamin D 600 IU a day is enough.",
    "Vitamin E 400 IU capsules.",
    "The .22 calibre bullet missed.",
    "An effect of .5 standard deviations on sertraline.",
    "The odds ratio was 1.0 for warfarin users.",
    "QD is a bad abbreviation for once daily, says the list; write sertraline 50 mg once daily.",
    "The 2.0 L engine used 500 cc less.",
    "A 300 cc breast implant was used with 1 g of cefazolin.",
    "The 5.0 mm lesion was treated with fluorouracil.",
    "The QD laser is new.",
    "Alcohol: 14 units a week with paracetamol.",
    "A 12 SQ-HDM tablet against mite allergy is taken daily.",
    "The U.S. label allows 4 g of acetaminophen.",
    "Warfarin was kept at an INR of 2.0 to 3.0.",
    "The stage 2.0 plan includes sertraline 50 mg.",
    "Take 50 micrograms of levothyroxine.",
    "MTX and HCTZ are given together.",
    "Bupropion 150 mg BID.",
    "Fever of 39.0 degrees calls for paracetamol 500 mg.",
    "Ketamine 0.5 mg/kg, 1 mg/kg and 2 mg/kg were tried.",
    "Each 1.0 mg tablet of lorazepam is scored.",
    "Price: $5.0 per 10 mg of tadalafil.",
    "Version 2.0 of the app tracks sertraline.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_it_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In the trial, participants were given 1.0 mg of lorazepam.", "1.0 mg"),
        ("QD stands for once a day; sertraline 50 mg is an example.", "QD"),
        ("Mice had 5.0 mg of ketamine.", "5.0 mg"),
    ],
)
def test_a_paper_or_an_explanation_is_held_back_and_stays_visible(text: str, found: str) -> None:
    (finding,) = findings(text, CHECK)
    assert (finding.text, finding.held_back) == (found, True)


def test_an_abstract_may_write_like_one() -> None:
    text = (
        "Methods: Adults were randomized to levothyroxine 50 µg or placebo. Follow-up was one year. The dose of "
        "levothyroxine rose to 75 µg. Results: TSH fell (P < .001; 95% CI, 2.1 to 3.4). Conclusion: It works."
    )
    assert shown(text, CHECK) == []


def test_vitamins_are_measured_in_units_all_over_their_paragraph() -> None:
    assert shown("Vitamin D comes as drops. Do not take more than 4,000 IU a day.", CHECK) == []


def test_the_finding_says_how_it_is_misread() -> None:
    (finding,) = findings("Take .5 mg of lorazepam.", CHECK)
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.severity) == ("notation", "note")
    assert "5 mg when the point is overlooked" in finding.message
