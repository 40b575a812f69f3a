"""Changes in percent, points and times against their two values; changes of something else are silent."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

SUM, POINTS = "change-arithmetic", "percent-or-points"
WRONG = [
    ("Visits rose from 10 to 30, a 400% increase.", "400% increase"),
    ("The number of calls fell from 80 to 20, a drop of 60%.", "drop of 60%"),
    ("Pain scores fell by 75%, from 8.0 to 4.0.", "fell by 75%"),
    ("Cases climbed from 1,200 to 3,600 — four times as many.", "four times as"),
    ("Remission doubled, from 40% to 60%.", "doubled"),
    ("The rate halved from 12% to 9%.", "halved"),
    ("Prices went from $10 to $30, a fivefold increase.", "fivefold increase"),
    ("His weight went from 100 kg to 80 kg: a 25% loss.", "25% loss"),
    ("Sales quadrupled, from $2 million to $6 million.", "quadrupled"),
    ("Deaths were cut by half, from 60 to 40.", "cut by half"),
    ("Attacks fell from 15 to 5 a month, a 200% reduction.", "200% reduction"),
    ("Visits more than tripled, from 10 to 25.", "tripled"),
    ("It fell from 40% to 30%, a 15-point drop.", "15-point drop"),
    ("Response was three times as common with Velodrin (40% vs 30%).", "three times as"),
    ("Remission was 50% more likely with Velodrin: 30% versus 25%.", "50% more"),
]
RIGHT = [
    "Visits rose from 10 to 30, a 200% increase.",
    "Visits rose from 10 to 30, three times as many.",
    "Visits rose from 10 to 30, three times more.",
    "Visits rose from 10 to 40, three times more.",
    "Visits tripled from 10 to 30.",
    "Visits more than doubled, from 10 to 25.",
    "Visits nearly doubled, from 10 to 19.",
    "Prices went from $10 to $30, a threefold increase.",
    "Deaths were cut by half, from 60 to 30.",
    "Attacks went from 12 a month to 4 a month, three times fewer.",
    "Sleep rose from 5 hours to 7.5 hours, a 50% gain.",
    "Response was 33% more likely with Velodrin (40% vs 30%).",
]
OTHERS = [
    "The dose was raised from 10 to 20 mg, which cut pain by 40%.",
    "The dose was raised from 10 to 20 mg and pain fell by 40%.",
    "When the dose went from 10 to 20 mg, nausea increased by 40%.",
    "40% of patients improved when moved from 10 to 20 mg.",
    "Those moving from 10 mg to 20 mg were 40% more likely to vomit.",
    "Treatment was extended from 4 to 8 weeks, and response rose by 40%.",
    "Going from 1 cup to 3 cups a day was linked to a 15% higher risk of insomnia.",
    "Pain fell from 7 to 3 with Velodrin, 30% more than with placebo.",
    "The share fell from 20% to 15%, compared with a 3% fall on placebo.",
    "Mean pain fell from 7.2 to 3.6, a mean reduction of 47%.",
    "Mean scores fell from 24.1 to 13.5 (47% improvement).",
    "Visits went from 100 in 2019 to 250 in 2021, then fell by 20%.",
    "Fees rose from $100 to $150, up to 80% more.",
    "Relapse was 40% less likely with Velodrin (12% versus 8%; hazard ratio 0.60).",
    "The odds were 60% lower with Velodrin (12% versus 8%).",
    "It ranged from 10% to 30%, with a 40% rise in May.",
    "Sales rose from $10 to $15, or 8% a year.",
]
MIXED = [
    ("Response rose from 10% to 15%, up 5%.", "up 5%"),
    ("The share of smokers dropped from 24% in 2005 to 18% in 2020, a 6% drop.", "6% drop"),
    ("Uptake climbed 8% from 62% to 70%.", "climbed 8%"),
    ("Adherence rose 20%, from 60% to 80%.", "rose 20%"),
    ("Mortality fell from 8% to 6%, a decrease of 25 percentage points.", "decrease of 25 percentage points"),
]
TOLD_APART = [
    "Response rose from 10% to 15%, up 5 percentage points.",
    "Response rose from 10% to 15%, up 50%.",
    "Response rose from 10% to 15%, an absolute increase of 5%.",
    "Response rose from 45% to 60% (15% absolute improvement).",
    "The dropout rate went from 12% to 18% (an increase of 6 percentage points, or 50%).",
    "HbA1c fell from 8.1% to 7.2%, a 0.9% reduction.",
    "Ejection fraction rose from 35% to 42%, a 7% increase.",
    "Body fat went from 32% to 28%, a 4% drop.",
    "Prices rose from $100 to $105, up 5%.",
    "The cream was raised from 1% to 2%, and itching fell by 1%.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_a_change_that_no_reading_gives_is_found(text: str, found: str) -> None:
    assert shown(text, SUM) == [found]
    assert findings(text, POINTS) == []


@pytest.mark.parametrize("text", RIGHT)
def test_a_change_that_a_reading_gives_is_silent(text: str) -> None:
    assert findings(text, SUM) == []
    assert {one.verdict for one in (*judged(text, SUM), *judged(text, POINTS))} == {"pass"}


@pytest.mark.parametrize("text", OTHERS)
def test_a_change_of_something_else_is_silent(text: str) -> None:
    assert findings(text, SUM) == []


@pytest.mark.parametrize(("text", "found"), MIXED)
def test_percent_for_points_is_found(text: str, found: str) -> None:
    assert shown(text, POINTS) == [found]
    assert findings(text, SUM) == []


@pytest.mark.parametrize("text", TOLD_APART)
def test_points_told_as_such_are_silent(text: str) -> None:
    assert findings(text, POINTS) == []


def test_the_sum_is_written_out() -> None:
    (finding,) = findings("Visits rose from 10 to 30, a 400% increase.", SUM)
    assert finding.message == "From 10 to 30 is a rise of 200% (3 times as much); the text says “400% increase”."
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.evidence.computed) == ("change", "(30 − 10) ÷ 10 = 200%")
    (finding,) = findings("Response rose from 10% to 15%, up 5%.", POINTS)
    assert finding.message == "From 10% to 15% is a rise of 50% (5 percentage points); the text says “up 5%”."
    assert finding.evidence is not None
    assert [row["value"] for row in finding.evidence.rows] == ["50%", "150%", "5 percentage points"]


def test_what_only_rounding_gives_is_of_low_confidence() -> None:
    (finding,) = findings("Visits rose from 4 to 6, a 25% increase.", SUM)
    assert finding.confidence == "low"
    assert findings("The mean score rose from 4 to 6, a 35% increase.", SUM) == []
    assert findings("Doses rose from 4 to 6 mg, a 35% increase.", SUM) == []
    assert findings("Visits rose from 4 to 6, a 48% increase.", SUM) == []
