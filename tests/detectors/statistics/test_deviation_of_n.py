"""Deviations that a mean rules out, and those that only look odd."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "impossible-deviation"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The binary outcome had mean 0.5, SD 0.1 in 30 people.", ["0.1"]),
        ("On the yes/no item, 40 people had a mean of 0.35 (SD 0.18).", ["0.18"]),
        ("The 25 students rated the course 4.2 on a 1 to 5 scale (M = 4.20, SD = 2.30).", ["2.30"]),
        ("Participants' mean rating on the 5-point item, from 1 to 5, was 4.60 (SD 3.10, n = 40).", ["3.10"]),
        ("The mean PHQ-9 score was 12.50 (SD 0.12) in 14 patients.", ["0.12"]),
        ("Mean sessions attended: the mean number of sessions was 5.00 (SD 0.13) in 12 patients.", ["0.13"]),
        ("The mean age was 34.2 years (SD 48.3, range 21–61).", ["48.3"]),
        ("Mean length of stay was 4.1 days (SD 9.7; range 2 to 7).", ["9.7"]),
        ("On a single question scored 0 to 10, 18 adults had a mean of 2.50 (SD 7.20).", ["7.20"]),
        ("Answers were coded 0 or 1; the mean was 0.40 (SD 0.25, n = 50).", ["0.25"]),
    ],
)
def test_what_cannot_be_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize(
    "text",
    [
        "The binary outcome had mean 0.5, SD 0.51 in 30 people.",
        "The binary outcome had mean 0.5, SE 0.09 in 30 people.",
        "On the yes/no item, 40 people had a mean of 0.35 (SD 0.48).",
        "The proportion was 0.35 (SE 0.08).",
        "The 25 students rated the course on a 1 to 5 scale (M = 4.20, SD = 0.82).",
        "Participants' mean rating on the 5-point item, from 1 to 5, was 4.60 (SD 0.63, n = 40).",
        "The mean PHQ-9 score was 12.50 (SD 4.12) in 14 patients.",
        "The mean PHQ-9 score was 12.50 ± 1.10 in 14 patients.",
        "The mean number of sessions was 5.00 (SD 1.13) in 12 patients.",
        "The mean age was 34.2 years (SD 11.3, range 21–61).",
        "Mean length of stay was 4.1 days (SD 1.7; range 2 to 7).",
        "On a visual analogue scale of 0 to 10, 18 adults had a mean of 2.50 (SD 2.20).",
        "Costs were skewed (mean $1,210, SD $3,400).",
        "The mean number of attacks per month was 3.10 (SD 4.20) in 40 people.",
        "The mean number of visits was 1.20 (SD 2.90; n = 45).",
        "The mean viral load was 4.1 (SD 9.7).",
        "Mean sleep latency was 21.4 min (SD 33.2; IQR 5–30).",
        "Mean change on the 0–10 item was −1.40 (SD 2.55, n = 20).",
        "Mean (SD) age was 45.3 (12.1) years in 24 people.",
        "The number of ESWL sessions was 1.30 ± 0.65 and 1.41 ± 0.85 in the two groups.",
        "The median was 4 (IQR 2–6).",
        "Scores were 3.45 ± 0.20 in 20 rats.",
        "Twenty people rated their sleep on a single 1–7 item; the mean rating was 3.45.",
        "The mean score was 3.48 on a 1–7 item, n=50.",
        "The mean age was 45.27 years in 12 patients.",
        "The mean age of the 12 patients was 45.27 years (SD 11.3).",
        "Mean weight was 71.37 kg in 14 patients.",
        "Mean haemoglobin was 12.37 g/dL in 14 patients.",
        "The mean HbA1c was 7.43% in 12 people.",
        "Pain on a 100-mm visual analogue scale was 43.72 (SD 12.1) in 14 adults.",
        "Pain on the visual analogue scale (0–10) was 4.37 in 14 adults.",
        "The mean pain score over the week was 4.37 (0–10 scale) in 14 adults.",
        "The mean of daily pain ratings (0–10) was 4.37 in 14 adults.",
        "The mean of the seven items (1–7) was 3.48 in 20 adults.",
        "The 10-item questionnaire, scored 1 to 7, gave a mean item score of 3.48 in 20 adults.",
        "The least squares mean change in MADRS score was −14.37 in 20 patients.",
        "The adjusted mean score was 13.37 in 20 patients.",
        "The mean PHQ-9 score was 12.37 (n = 19).",
        "Mean scores were 3.48 and 3.92 in the two groups of 20.",
        "The 20 patients slept 6.37 hours on average.",
        "The mean T-score was −2.37 in 20 women.",
        "The mean number of sessions was 4.25 in 12 patients.",
        "Twenty patients enrolled; 18 completed. The mean PHQ-9 score at week 4 was 6.39.",
        "Twenty patients enrolled. At week 4, the mean PHQ-9 score was 6.39 among completers.",
        "The mean utility score was 0.73 in 20 patients (scale 0 to 1).",
        "The mean EQ-5D index was 0.73 in 16 patients.",
        "A mean of 2.35 tablets per day was taken by 15 volunteers.",
        "The mean dose was 2.35 tablets in 15 volunteers.",
        "Mean systolic pressure was 131.37 mm Hg in 14 people.",
        "On average, 15 volunteers took 1.35 mg.",
        "The weighted mean score was 3.48 in 20 people.",
        "The mean score across raters was 3.48 on a 1–7 scale, n=20.",
        "The mean satisfaction score (average of 5 items, 1–7) was 3.48 in 20 people.",
        "Mean duration was 13.37 months in 14 people.",
        "Average monthly headache days fell to 3.14 in the 16 patients.",
        "The mean change in score was -3.48 points in 25 people.",
        "The mean IQ was 101.37 in 14 people.",
        "The mean number of children per woman was 1.62 in the country; 20 women were interviewed.",
        "The mean BDI score was 22.5 (SD 8.1) in 14 adults.",
        "The average cost was $12.37 for 14 people.",
        "Values are mean ± SEM. Scores were 3.45 ± 0.20 in 20 rats.",
    ],
)
def test_careful_writing_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_a_bare_plus_minus_raises_nothing_alone() -> None:
    text = "Sleep was rated {} on a 1–7 item by 20 adults."
    (finding,) = findings(text.format("3.45 ± 5.10"), CHECK)
    assert finding.confidence == "low"
    assert findings(text.format("3.45 ± 1.10"), CHECK) == []


def test_the_working_is_shown() -> None:
    (finding,) = findings("Answers were coded 0 or 1 and had a mean of 0.35 (SD 0.18; n = 20).", CHECK)
    evidence = finding.evidence
    assert evidence is not None
    assert evidence.kind == "spread-of-n"
    assert evidence.given == "mean 0.35, SD 0.18, n = 20"
    assert evidence.computed == "√(0.35 × (1 − 0.35) × 20/19) = 0.49"
    (verdict,) = judged("Answers were coded 0 or 1 and had a mean of 0.35 (SD 0.49; n = 20).", CHECK)
    assert verdict.verdict == "pass"


def test_the_nearest_deviations_are_told() -> None:
    (finding,) = findings("The mean number of sessions was 5.00 (SD 0.13) in 12 patients.", CHECK)
    assert finding.evidence is not None
    assert finding.evidence.computed == "with a mean of 5.00, 12 whole numbers have 0.00 or 0.43 at the nearest"
