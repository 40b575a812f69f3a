"""Means and medians outside their scale, their range or the ages told with them, and those whose ends are of others."""

from __future__ import annotations

import pytest
from speak import shown

CHECK = "mean-outside-its-range"


@pytest.mark.parametrize(
    "text",
    [
        "On a scale from 1 to 7 the ten judges gave an average of 7.6.",
        "The scale runs from 0 to 4; the average answer was 4.6.",
        "The mean number of days off was 2.1 (range 3-9).",
        "Median stay 3 days (range 4 to 12).",
        "The mean age was 34 years (range 36 to 61).",
        "Participants were aged 18 to 30 (mean age 34.2 years).",
        "The median age was 71 years; the oldest patient was 68.",
        "The mean age was 17 years. The youngest patient was 21.",
        "The quiz had five questions, one point each. On average the 26 trainees scored 5.4.",
        "Sleep was rated from 0 to 10. The mean rating was 11.2.",
    ],
)
def test_a_mean_lies_outside(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "The mean age was 45 (range 19 to 81), and the mean score was 31 on a scale from 0 to 63.",
        "On average, patients aged 18 to 65 waited 71 days.",
        "The score ranges from 0 to 27, and the mean fell by an average of 6.2 points.",
        "In people aged 12 to 17 the mean dose was 40 mg.",
        "Pain was rated from 0 to 10. On average, patients took 14 tablets.",
        "The scale has 4 points. The mean of its ten items was added up to an average total of 23.",
        "Children aged 6 to 12 had an average BMI of 17.2.",
        "The mean follow-up was 2.1 years (normal range for such studies: 3 to 5).",
        "The average age of the trainers was 51, while the participants were aged 18 to 30.",
        "The mean stay was 12 days (interquartile range 3 to 9).",
        "The mean change in pain (0-10 scale) was -2.1, and the mean dose 300 mg.",
        "A visual scale from 0 to 10 was used; average age 54, average weight 80.",
        "The quiz had five questions, one point each. On average the 26 trainees scored 4.5.",
        "The average price was $210 (range $150 to $300).",
    ],
)
def test_other_ends_are_left_alone(text: str) -> None:
    assert not shown(text, CHECK)
