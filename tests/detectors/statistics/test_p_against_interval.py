"""Intervals and p values that decide differently; borders, other tests and other questions are silent."""

from __future__ import annotations

import pytest
from speak import findings, judged

CHECK = "p-against-interval"
WRONG = [
    "More of them fell (RR 1.4 (0.9–2.2), p=0.01).",
    "The hazard ratio was 0.71 (95% CI, 0.58 to 0.87; P=0.34).",
    "The mean difference was −3.2 points (95% CI −7.9 to 1.5; P<0.001).",
    "The odds ratio was 0.62, 95% confidence interval 0.41 to 0.93, p = 0.21.",
    "The odds ratio was 0.82 (95% CI 0.66 to 1.03), which was statistically significant (p = 0.02).",
    "SMD −0.45, 95% CI −0.66 to −0.24, p = .4.",
    "The adjusted odds ratio was 1.40 (95% CI 1.10 to 1.80; P=.42).",
    "The risk difference was −8.4 percentage points (95% CI −16.4 to −0.5; p=0.55).",
]
RIGHT = [
    "More of them fell (RR 1.4 (1.1–1.8), p=0.01).",
    "The hazard ratio was 0.71 (95% CI, 0.58 to 0.87; P=0.001).",
    "The mean difference was −3.2 points (95% CI −7.9 to 1.5; P=0.18).",
    "The hazard ratio was 0.80 (90% CI 0.65 to 0.98; p = 0.07).",
    "The odds ratio was 1.4 (95% CI 0.9 to 2.2; p not significant, p = ns).",
]
SILENT = [
    "The odds ratio was 1.5 (95% CI 1.01 to 2.2), p=0.06.",
    "The odds ratio was 1.5 (95% CI 1.0 to 2.2), p=0.20.",
    "The odds ratio was 1.5 (95% CI 0.9 to 2.2), p<0.10.",
    "The odds ratio was 1.5 (95% CrI 1.1 to 2.2), p=0.30.",
    "The odds ratio was 1.5 (1.1–2.2), p=0.08.",
    "Velodrin was non-inferior (difference 0.5 points, 95% CI −1.0 to 2.0; P<0.001).",
    "The odds ratio was 1.4 (95% CI 0.9 to 2.2; P for trend = 0.01).",
    "The adjusted odds ratio was 1.4 (95% CI 0.9 to 2.2; unadjusted p = 0.01).",
    "Pain fell by 3.2 points (95% CI 1.1 to 5.3) with Velodrin and by 2.9 (95% CI 0.8 to 5.0) without (p = 0.60).",
    "OR 1.4 (95% CI 1.1–1.8) for men and 0.8 (95% CI 0.6–1.1) for women (p = 0.03).",
    "The rate was 45% (95% CI 40 to 50; p = 0.30).",
    "The odds ratio was 1.4 (95% CI 0.9 to 2.2), but age mattered (p < 0.001).",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_disagreement_is_found(text: str) -> None:
    (finding,) = findings(text, CHECK)
    assert (finding.severity, finding.held_back) == ("note", False)


@pytest.mark.parametrize("text", RIGHT)
def test_what_agrees_passes(text: str) -> None:
    assert [one.verdict for one in judged(text, CHECK)] == ["pass"]


@pytest.mark.parametrize("text", SILENT)
def test_borders_and_other_questions_are_silent(text: str) -> None:
    assert findings(text, CHECK) == []


def test_another_level_and_a_change_in_one_arm_are_of_low_confidence() -> None:
    (one,) = findings("The hazard ratio was 0.80 (90% CI 0.65 to 0.98; p = 0.70).", CHECK)
    (two,) = findings("Weight fell by 4.1 kg (95% CI −0.6 to 8.8; p = 0.002).", CHECK)
    (three,) = findings("After adjusting for age, OR 1.4 (95% CI 0.9 to 2.2; p = 0.01).", CHECK)
    assert (one.confidence, two.confidence, three.confidence) == ("low", "low", "low")


def test_the_sum_is_written_out() -> None:
    (finding,) = findings("More of them fell (RR 1.4, 95% CI 0.9–2.2, p=0.01).", CHECK)
    assert finding.message == "The interval 0.9 to 2.2 includes 1, so p should be above 0.05; the text says “p=0.01”."
    assert finding.evidence is not None
    assert (finding.evidence.kind, finding.evidence.given) == ("interval", "1.4, 95% CI 0.9–2.2, p=0.01")
    assert finding.evidence.computed.endswith("p should be above 0.05; the width of the interval gives p = 0.14")
