"""Estimates outside their interval and crooked intervals; other readings of the number are tried first."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

OUTSIDE, CROOKED = "estimate-outside-interval", "interval-off-centre"
WRONG = [
    ("Relapse was rarer (RR 2.4, 95% CI 1.1–1.8).", "2.4, 95% CI 1.1–1.8"),
    ("The hazard ratio was 0.48 (95% CI, 0.59 to 0.87).", "0.48 (95% CI, 0.59 to 0.87"),
    ("Weight fell by 8.2 kg (95% CI 9.1 to 10.5).", "8.2 kg (95% CI 9.1 to 10.5"),
    ("Response occurred in 45% (95% CI 47% to 53%).", "45% (95% CI 47% to 53%"),
    ("The swab had a specificity of 97% (95% CI 98% to 99%).", "97% (95% CI 98% to 99%"),
    ("It was 5.2% v 3.1% (difference 2.1 points, 95% CI 2.4 to 3.9).", "2.1 points, 95% CI 2.4 to 3.9"),
    ("SMD −0.45, 95% CI −0.36 to −0.24.", "−0.45, 95% CI −0.36 to −0.24"),
    ("It was higher, OR 1.4 (1.6–2.1).", "1.4 (1.6–2.1"),
]
RIGHT = [
    "Relapse was rarer (RR 1.4, 95% CI 1.1–1.8).",
    "Efficacy was 94.1% (95% CI, 89.3 to 96.8).",
    "The mean was 12.4 (95% CI 12.4 to 12.5).",
    "The reduction was 21% (HR 0.79, 95% CI 0.68–0.92).",
]
SILENT = [
    "Pain was reduced by 3.2 points (95% CI −5.1 to −1.3).",
    "Velodrin cut the risk by 30% (95% CI 0.58 to 0.84).",
    "Efficacy was 71% (95% CI 0.55 to 0.81).",
    "The pooled prevalence was 0.32 (95% CI 28% to 36%).",
    "The odds ratio was 1.4 at 12 weeks (95% CI 1.1 to 1.8).",
    "The odds ratio was 1.4 for 12 sites (95% CI 1.1–1.8).",
    "The ORs were 1.4 and 0.8 (95% CI 1.1–1.8 and 0.6–1.1, respectively).",
    "It was seen in 45% vs 30% (95% CI 4 to 26).",
    "It rose to 45% (difference, 95% CI 4 to 26).",
    "The stay was 3.1 days with Velodrin versus 5.2 days with placebo (95% CI −3.0 to −1.2).",
    "The mean score fell from 8.2 to 5.1 (95% CI 2.0 to 4.2).",
    "It was seen in 45/120 patients (95% CI 29–47).",
    "It was rarer (RR 2.4, 95% CrI 1.1–1.8).",
]
OFF = [
    "Relapse was more common (OR 2.0 (1.9–9.0)).",
    "The hazard ratio was 0.60 (95% CI 0.20 to 0.64).",
    "The risk ratio was 1.30 (95% CI 0.70 to 1.35).",
]
CENTRED = [
    "Relapse was more common (OR 2.0 (1.3–3.1)).",
    "The hazard ratio was 0.80 (95% CI 0.60–1.06).",
    "The odds ratio was 2.0 (95% exact CI 1.9–9.0).",
    "The mean difference was 2.0 points (95% CI 1.9 to 9.0).",
    "The odds ratio was 1.4 (95% CI 1.0–1.9).",
    "The odds ratio was 2.0 (95% CrI 1.9–9.0).",
    "The odds ratio was 0.1 (95% CI 0.0–0.8).",
    "Bootstrapping gave the interval. The odds ratio was 2.0 (95% CI 1.9–9.0).",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_an_estimate_outside_is_found(text: str, found: str) -> None:
    assert shown(text, OUTSIDE) == [found]


@pytest.mark.parametrize("text", RIGHT)
def test_an_estimate_inside_passes(text: str) -> None:
    assert [one.verdict for one in judged(text, OUTSIDE)] == ["pass"]


@pytest.mark.parametrize("text", SILENT)
def test_another_reading_of_the_estimate_is_silent(text: str) -> None:
    assert findings(text, OUTSIDE) == []


@pytest.mark.parametrize("text", OFF)
def test_a_crooked_interval_is_of_low_confidence(text: str) -> None:
    (finding,) = findings(text, CROOKED)
    assert (finding.severity, finding.confidence) == ("note", "low")


@pytest.mark.parametrize("text", CENTRED)
def test_an_interval_that_may_be_right_is_silent(text: str) -> None:
    assert findings(text, CROOKED) == []


def test_the_sum_is_written_out() -> None:
    (finding,) = findings("Relapse was rarer (RR 2.4, 95% CI 1.1–1.8).", OUTSIDE)
    assert finding.message == "2.4 does not lie in its own interval, 1.1 to 1.8."
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.evidence.computed) == ("interval", "2.4 lies above 1.8")
    (finding,) = findings("Relapse was more common (OR 2.0 (1.9–9.0)).", CROOKED)
    assert finding.evidence is not None
    assert [row["times"] for row in finding.evidence.rows][:2] == ["2.0 ÷ 1.9 = 1.05", "9.0 ÷ 2.0 = 4.50"]
