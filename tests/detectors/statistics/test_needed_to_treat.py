"""Numbers needed to treat and risk reductions against the two risks beside them."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

NEEDED, REDUCTION = "needed-to-treat", "risk-reduction-arithmetic"
WRONG = [
    ("The rate of relapse fell from 10% to 5%, NNT 5.", "NNT 5"),
    ("Relapse came to 18% of the Barkol group and 30% of controls (NNT = 18).", "NNT = 18"),
    ("Dizziness was reported by 9% on the drug and by 4% on placebo. The number needed to harm was 45.", None),
    (
        "With the patch, 7 in 100 wounds became infected; without it, 12 in 100. So 12 people have to wear it for one"
        " infection to be avoided.",
        None,
    ),
    ("Relapse came to 12 of 120 (10%) with Velodrin and 24 of 120 (20%) with placebo (NNT 5).", "NNT 5"),
    (
        "Over five years, 10% on placebo and 5% on Velodrin had a stroke; 40 people need to be treated for 5 years to"
        " prevent one stroke.",
        None,
    ),
    ("The absolute risk reduction at five years was 1.6 percentage points (NNT 16).", "NNT 16"),
    ("NNT = 5 for response (62.5% vs 50%) and NNH = 12 for nausea (20% vs 11.7%).", "NNT = 5"),
    ("Relapse was 10% vs 9.8%; the NNT was 20.", "NNT was 20"),
    ("Flu came to 6% without it and 2% with it. Vaccinating 5 people prevents one case.", None),
    ("For every 8 people treated, one extra person benefits (50% vs 30%).", None),
]
RIGHT = [
    "The rate of relapse fell from 10% to 5%, NNT 20.",
    "The rate of relapse fell from 10% to 5%, NNT 19.",
    "The rate of relapse fell from 10.2% to 5.1%, NNT 20.",
    "Relapse came to 12 of 120 (10%) with Velodrin and 24 of 120 (20%) with placebo (NNT 10).",
    "Dizziness was reported by 9% on the drug and by 4% on placebo. The number needed to harm was 20.",
    "The absolute risk reduction at five years was 1.6 percentage points (NNT 63).",
    "Relapse was 10% vs 5%, an NNT of about 22.",
]
OPEN = [
    "The number needed to treat was 7.",
    "Relapse was 10% vs 9.8%; the NNT was 500.",
    "Relapse was 10% vs 10%; the NNT was 150.",
    "Relapse was 10% vs 5% over five years; treated for one year, the NNT was 100.",
    "Relapse was 10% vs 5% (adjusted hazard ratio 0.61); the NNT was 26.",
    "Relapse was 10% vs 5%. For hospital stays the number needed to treat was 50.",
]
NONE = [
    "12 patients needed to be treated in hospital (10% vs 5%).",
    "You must treat it for 20 days.",
    "It ranges from 10% to 15%.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_a_number_that_the_risks_do_not_give_is_found(text: str, found: str | None) -> None:
    (one,) = shown(text, NEEDED)
    assert found is None or one == found


@pytest.mark.parametrize("text", RIGHT)
def test_a_number_that_they_give_passes(text: str) -> None:
    assert {one.verdict for one in judged(text, NEEDED)} == {"pass"}


@pytest.mark.parametrize("text", OPEN)
def test_without_the_risks_it_is_not_checkable(text: str) -> None:
    (one,) = judged(text, NEEDED)
    assert (one.verdict, one.evidence and one.evidence.kind) == ("not-checkable", "needed-to-treat")


@pytest.mark.parametrize("text", NONE)
def test_other_people_who_need_treatment(text: str) -> None:
    assert judged(text, NEEDED) == []


def test_the_sum_is_written_out() -> None:
    (finding,) = findings("The rate of relapse fell from 10% to 5%, NNT 5.", NEEDED)
    assert finding.message == "From risks of 10% and 5%, the number needed to treat is 17 to 25; the text says “NNT 5”."
    assert finding.evidence is not None
    assert finding.evidence.computed == "10% − 5% = 5 points; 100 ÷ 5 = 20 (17 to 25 over rounding)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The absolute risk reduction was 50% (10% with placebo and 5% with Velodrin).", True),
        ("The absolute risk reduction was 5% (10% with placebo and 5% with Velodrin).", False),
        ("Relapse fell from 20% to 15%, a relative risk reduction of 5%.", True),
        ("Relapse fell from 20% to 15%, a relative risk reduction of 25%.", False),
        ("Mortality was 9.1% vs 12.4%, ARR 33%.", True),
        ("Mortality was 9.1% vs 12.4%, ARR 3.3%.", False),
        ("Relapse fell from 20% to 15% (RRR 25%, ARR 5%).", False),
        ("Relapse came to 12% versus 9% (hazard ratio 0.65), a relative risk reduction of 35%.", False),
        ("Relapse fell from about 20% to 15%, a relative risk reduction of 30%.", False),
        ("The relative risk reduction was 35%.", False),
    ],
)
def test_a_named_reduction(text: str, found: bool) -> None:
    assert bool(shown(text, REDUCTION)) == found
