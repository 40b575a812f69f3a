"""Means of whole numbers that no group has, and means of which that cannot be said."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "impossible-mean"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twenty people rated their sleep on a single 1–7 item; the mean rating was 3.48.", ["3.48"]),
        ("The mean score was 3.48 on a 1–7 item, n=20.", ["3.48"]),
        ("On a scale from 0 to 10, the 18 patients rated their pain at a mean of 6.37.", ["6.37"]),
        ("Participants (n = 25) rated the app 4.37 on average on a five-point Likert scale item.", ["4.37"]),
        ("The mean number of sessions was 4.27 in 12 patients.", ["4.27"]),
        ("The 15 volunteers reported an average of 2.35 headaches.", ["2.35"]),
        ("Mean number of attacks fell to 3.14 in the 16 patients on the drug.", ["3.14"]),
        ("The drug group (n = 14) had a mean PHQ-9 score of 12.37.", ["12.37"]),
        ("HAM-D total scores averaged 17.42 (SD 4.1) in the 13 adults.", ["17.42"]),
        ("Pain was rated 5.83 ± 1.20 on a 0–10 numeric rating scale by 11 adults.", ["5.83"]),
        ("Students rated the lecture 4.57 (SD 0.61) on a 5-point scale (n = 22).", ["4.57"]),
        ("In all, 17 respondents gave a mean rating of 3.33 on a 1 to 5 scale.", ["3.33"]),
        ("We asked 19 people to rate their mood from 1 (low) to 7 (high). The mean rating was 4.77.", ["4.77"]),
        ("Fourteen nurses scored the leaflet from 1 to 10, with a mean rating of 7.32.", ["7.32"]),
        ("In 17 patients the mean number of seizures was 3.37.", ["3.37"]),
        ("The mean HAM-D score at entry was 24.37 in the 15 patients.", ["24.37"]),
        ("Patients (n = 24) rated their pain 6.19 (SD 1.4) on average on a 0 to 10 numeric rating scale.", ["6.19"]),
        ("Participants answered one question on a 7-point Likert scale (M = 5.37, SD = 1.2, n = 22).", ["5.37"]),
        ("The 28 students had a mean of 3.57 visits and the mean number of falls was 1.23 in 28 students.", ["1.23"]),
    ],
)
def test_what_cannot_be_is_found(text: str, found: list[str]) -> None:
    assert shown(text, CHECK) == found


@pytest.mark.parametrize(
    "text",
    [
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
        "Satisfaction was rated by 15 clients on a scale of 1 to 5 stars; the average rating was 4.53.",
        "Fourteen nurses scored the leaflet from 1 to 10, with a mean rating of 7.36.",
        "The site shows an average rating of 4.62 stars from 30 users.",
        "In 17 patients the mean number of seizures per month was 3.37.",
        "The mean number of drinking days per week was 3.37 in 17 patients.",
        "The mean HAM-D score at entry was 24.33 in the 15 patients.",
        "The mean HAM-D score, adjusted for baseline, was 14.37 in the 15 patients.",
        "Patients (n = 24) rated their pain 6.21 (SD 1.4) on average on a 0 to 10 numeric rating scale.",
        "Patients (n = 24) rated their pain twice a day; the mean was 6.19 on a 0 to 10 scale.",
        "Participants rated 12 statements on a 7-point Likert scale (M = 5.37, SD = 1.2, n = 22).",
        "Participants answered the five questions on a 7-point Likert scale (M = 5.37, SD = 1.2, n = 22).",
        "The scale has 12 items, each rated 1 to 5; the mean was 3.37 in 22 people.",
        "Scores on the scale (12 items rated from 1 to 5) averaged 3.37 in 22 people.",
        "The mean Quality of Life rating was 3.37 (SD 0.41) in 22 people.",
        "The 22 raters gave a mean rating of 3.37 over six films on a 1–7 scale.",
        "Mean daily pain rating was 3.37 in the 22 people.",
        "The mean of two ratings was 3.37 in the 22 people on a 1–7 scale.",
        "Blood pressure was measured three times and the mean was 131.37 in 22 people.",
        "The mean BMI was 27.37 in 22 people.",
        "The mean global rating was 2.37 in 22 people, half points allowed.",
        "The mean dose was 37.37 mg in 22 people.",
        "The mean interval between sessions was 6.37 days in 22 people.",
        "The mean Apgar score was 8.37 in 220 babies.",
        "The mean number of children was 2.37 in 190 women.",
        "Women made up 64% of the sample and men 36%.",
        "64% of women and 46% of men took it.",
        "64% of the women and 58% of the men improved.",
        "It was used by 64% of women, compared with 58% of men.",
    ],
)
def test_careful_writing_is_left_alone(text: str) -> None:
    assert shown(text, CHECK) == []


def test_the_sum_is_written_out() -> None:
    (finding,) = findings("The mean score was 3.48 on a 1–7 item, n=20.", CHECK)
    evidence = finding.evidence
    assert evidence is not None
    assert (evidence.kind, evidence.given) == ("mean-of-n", "mean 3.48 of 20 people")
    assert evidence.computed == "3.48 × 20 = 69.60, and only a whole sum is possible"
    assert [(row["sum"], row["people"], row["mean"]) for row in evidence.rows][:2] == [
        ("69", "20", "3.45"),
        ("70", "20", "3.50"),
    ]
    assert (finding.severity, finding.confidence) == ("note", "high")
    (verdict,) = judged("The mean score was 3.45 on a 1–7 item, n=20.", CHECK)
    assert verdict.verdict == "pass"
    assert verdict.evidence is not None
    assert verdict.evidence.computed == "69 ÷ 20 = 3.45"


def test_a_group_that_is_too_large_to_tell_is_no_verdict() -> None:
    assert judged("The mean score was 3.48 on a 1–7 item, n=120.", CHECK) == []
