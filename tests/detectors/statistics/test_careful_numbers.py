"""Careful sentences with numbers, in which no check of tests, intervals, changes, growth or risks finds anything."""

from __future__ import annotations

import pytest
from speak import shown

CHECKS = (
    "p-not-from-statistic",
    "p-against-interval",
    "p-of-zero",
    "impossible-statistic",
    "estimate-outside-interval",
    "interval-off-centre",
    "needed-to-treat",
    "risk-reduction-arithmetic",
    "growth-rate",
    "change-arithmetic",
    "percent-or-points",
)
CAREFUL = """
Of every 100 women screened, 5 die of the disease without screening and 4 with it, so about 100 women have to be
    screened for one death to be avoided.
The dose is raised from 25 mg to 50 mg after a week; about 20% of people then have dizziness.
In the first month, 30% of people feel better, rising to 60% by the third month, an increase that matches other
    trials.
Blood pressure falls by 10% in most people, from about 150 to 135.
Two in three people improved on the medicine compared with one in three on placebo, so roughly three people need
    treatment for one to benefit.
Rents rose 5%, from 1,000 to 1,050 dollars, and fees by 3%.
The rate doubled between 2010 and 2020, from 5 to 11 per 100,000.
About half as many people relapsed: 12% against 25%.
Pain was 30% lower at week 4 and 50% lower at week 12, going from 8 to 4 points.
If the risk falls from 2% to 1%, some call it a 50% reduction; others say one percentage point.
Halving a risk from 2% to 1% sounds large, but it is only one percentage point.
The leaflet says “a 400% increase” although visits only rose from 10 to 30.
Is it a 400% increase when visits rise from 10 to 30?
Sales fell 8% to $4.6 billion, from $5.0 billion the year before.
Sales were up 12% on the year, from 100 to 112 units.
It fell from 100 to 80, then from 80 to 60, a drop of 25%.
From 2019 to 2021 the share grew from 4% to 9%, more than doubling.
The price went up from $20 to $25 a month, 25 percent more.
Adding 10 mg to 20 mg increases the effect by 6%.
Dropping from 30 to 20 cigarettes lowers the risk by 15%.
The interval from 4 to 8 weeks showed a 30% rise in side effects.
Weight was 10% lower, falling from 90 to 81 kg.
People who cut alcohol from 4 to 2 drinks slept 20% better.
The score must drop by 50%, for example from 30 to 15, to count as a response.
Over a 10-year span, prevalence rose 2.5-fold, from 1.1% to 2.8%.
The number of deaths was 20% lower in 2020 (80) than in 2019 (100).
They found a 25% relative risk reduction (from 4% to 3%), or 1 percentage point in absolute terms.
An NNT of 25 would mean that 25 people must take the drug for one to benefit; the lower the NNT, the better.
If 10 in 100 relapse with placebo and 5 in 100 with the drug, the NNT is 20.
About 1 in 8 women (12.5%) will have it by 85, compared with 1 in 5 (20%) of those with the gene, a 60% higher
    lifetime risk.
The median fell from 12 to 6 (median reduction 45%).
p-values of 0.05 or lower were called significant; p = 1 means no evidence at all.
Correlations range from −1 to 1; a correlation of 1.0 is perfect.
Confidence was 95% and power 80% for a difference of 10 percentage points (30% vs 40%).
With a sample of 200 we had 80% power to detect a hazard ratio of 0.65 at a two-sided alpha of 0.05.
The relative risk was 1.0 (95% CI 0.9 to 1.1).
Most companies grow by 5% to 10% a year; ours went from $2 million in 2021 to $5 million in 2023.
Inflation of 3% a year turns $100 in 2020 into $134 in 2030.
The hospital's budget grew at an annual rate of 4% from 2010 to 2020.
At a CAGR of 7.2%, a market doubles in about ten years.
Use of the drug grew by about a quarter, from 40 to 50 per 1,000.
Kids under 5 get 120% of the daily value from one serving.
Bioavailability was 105% of the reference product (90% CI 98 to 112).
120% of patients is impossible, of course: the flyer meant 12%.
The trial enrolled 110% of its target of 400 patients.
Fewer people fell: 18 of 90 (20%) against 27 of 90 (30%), a third fewer.
The adjusted risk was 40% lower (12.1% v 18.3%; adjusted RR 0.60, 95% CI 0.45 to 0.80).
Mean improvement was 5.1 (SD 2.2) v 3.0 (SD 2.4); difference 2.1 (95% CI 1.2 to 3.0), t(98)=4.56, P<0.001.
Non-responders fell from 60% to 45%, so responders rose by 15 percentage points.
"""


def sentences() -> list[str]:
    """The paragraphs of the text above; a line that is set in goes on."""
    return [" ".join(part.split()) for part in CAREFUL.replace("\n    ", " ").strip().split("\n")]


@pytest.mark.parametrize("text", sentences())
def test_careful_numbers_are_silent(text: str) -> None:
    assert [check for check in CHECKS if shown(text, check)] == []
