"""Means with their spread, group and scale, and numbers that are no means."""

from __future__ import annotations

import pytest
from reading import printed, readings

from workbench.figures import means
from workbench.figures.stated import Mean


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Mean, spread, kind of spread and the sizes it may be of."""
    return [
        (printed(one.mean), printed(one.spread), one.spread_kind, " ".join(printed(size.number) for size in one.sizes))
        for one in readings(means.read, text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mean was 3.48 (SD = 1.20, n = 20).", ("3.48", "1.20", "SD", "20")),
        ("Group A (n = 20) had M = 3.48, SD = 1.20.", ("3.48", "1.20", "SD", "20")),
        ("The group (n = 20; M = 3.48; SD = 1.20) was calm.", ("3.48", "1.20", "SD", "20")),
        ("The mean score was 3.48 on a 1–7 item, n=20.", ("3.48", "-", "", "20")),
        ("The mean rating was 3.40.", ("3.40", "-", "", "")),
        ("Scores were 3.48 ± 1.20 in 20 patients.", ("3.48", "1.20", "", "20")),
        ("Scores were 3.48 ± 1.20 (SD) in 20 patients.", ("3.48", "1.20", "SD", "20")),
        ("Scores were 3.48 +/- 1.20 in 20 patients.", ("3.48", "1.20", "", "20")),
        ("Scores averaged 3.48 with a standard deviation of 1.20.", ("3.48", "1.20", "SD", "")),
        ("Mean = 3.48; SE = 0.20; n = 9.", ("3.48", "0.20", "SE", "9")),
        ("The mean (SEM) was 3.48 (0.20) in 9 adults.", ("3.48", "0.20", "SE", "9")),
        ("The mean age was 45.2 years (SD 12.1; range 18–65).", ("45.2", "12.1", "SD", "")),
        ("We met 412 people (mean [SD] age, 54.3 [11.2] years).", ("54.3", "11.2", "SD", "412")),
        ("The mean of 24 patients was 3.48.", ("3.48", "-", "", "24")),
        ("The mean change was −3.48 (SD 1.20).", ("-3.48", "1.20", "SD", "")),
        ("Patients averaged 3.48 sessions each.", ("3.48", "-", "", "")),
        ("An average of 3.48 drinks was told.", ("3.48", "-", "", "")),
        ("The 12 patients kept 3.48 visits on average.", ("3.48", "-", "", "12")),
        ("The binary outcome had mean 0.5, SD 0.1 in 20 people.", ("0.5", "0.1", "SD", "20")),
    ],
)
def test_a_mean_is_read(text: str, found: tuple[str, str, str, str]) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The median was 3.48 (IQR 2.1–4.4).",
        "The mean difference was 3.48 (95% CI 2.1 to 4.4).",
        "This can mean 3.5 days off.",
        "By that we mean 2.5 cups.",
        "On average $3.50 was paid.",
        "It took 3.48 hours.",
        "Men (M = 12) and women (F = 14) came.",
        "It was 3.48 (1.20) then.",
        "Version 3.48 of the mean test is out.",
        "The mean was taken of 3 values.",
        "He is a mean man of 45.",
        "On average, 3 of 4 sleep badly.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert told(text) == []


def test_two_groups_of_a_sentence_and_of_a_paragraph() -> None:
    text = "The mean (SD) score was 3.48 (1.20) in the drug group (n = 20) and 2.90 (1.10) with placebo (n = 21)."
    assert told(text) == [("3.48", "1.20", "SD", "20"), ("2.90", "1.10", "SD", "21")]
    text = "There were 20 people on the drug and 21 on placebo (n = 21). The mean score was 3.48."
    assert [row[3] for row in told(text)] == ["20 21"]
    text = "We asked 20 people. The mean score was 3.48."
    (one,) = readings(means.read, text)
    assert [(size.number.text, size.where) for size in one.sizes] == [("20", "before")]


def test_what_stands_for_plus_or_minus() -> None:
    text = "Values are mean ± SEM.\n\nThe drug group of 12 had 5.10 ± 0.30 points."
    assert told(text) == [("5.10", "0.30", "SE", "12")]


def scale(text: str) -> str:
    (one,) = readings(means.read, text)
    found: Mean = one
    if found.scale is None:
        return ""
    return f"{found.scale.low} {found.scale.high} {found.scale.points} {found.scale.items}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The mean was 3.48 on a 1–7 scale.", "1 7 None None"),
        ("The mean was 3.48 on a 1-to-7 scale.", "1 7 None None"),
        ("They rated it on a scale of 1 to 7. The mean rating was 3.48.", "1 7 None None"),
        ("They rated it from 1 (never) to 7 (always). The mean rating was 3.48.", "1 7 None None"),
        ("Answers went from 1 = never to 7 = always. The mean was 3.48.", "1 7 None None"),
        ("The scale scores 0 to 52 points. The mean was 13.48.", "0 52 None None"),
        ("The mean was 3.48 on a seven-point Likert scale.", "None None 7 None"),
        ("The mean of 10 items was 3.48.", "None None None 10"),
        ("We asked 19 people to rate it from 1 (low) to 7 (high). The mean was 3.48.", "1 7 None None"),
        ("They scored the leaflet from 1 to 10. The mean was 7.32.", "1 10 None None"),
        ("Their pain score rose from 3 to 7. The mean was 5.32.", ""),
        ("A 10-item scale was used, scored 0 to 4. The mean was 3.48.", "0 4 None 10"),
        ("A single item was asked. The mean was 3.48.", "None None None 1"),
        ("The binary outcome had mean 0.5, SD 0.1.", "0 1 None None"),
        ("Adults of 18 to 65 came. The mean was 3.48.", ""),
        ("Take 1 to 2 tablets. The mean was 3.48.", ""),
    ],
)
def test_scales(text: str, found: str) -> None:
    assert scale(text) == found


def test_kinds_units_and_ranges() -> None:
    (one,) = readings(means.read, "Scores fell by a mean of 3.48 points (SD 1.20), and the mean change was small.")
    assert (one.unit, one.kind) == ("points", "")
    (two,) = readings(means.read, "The mean reduction was 3.48 points (SD 1.20).")
    assert (two.unit, two.kind) == ("points", "change")
    (three,) = readings(means.read, "The mean age was 45.2 years (SD 12.1; range 18–65).")
    assert (printed(three.low, three.high), three.unit) == ("18 65", "years")


def test_a_table() -> None:
    text = "| Item | Mean (SD), n = 20 |\n|---|---|\n| Sleep | 3.48 (1.20) |\n| Mood | 2.90 (1.10) |\n"
    assert told(text) == [("3.48", "1.20", "SD", "20"), ("2.90", "1.10", "SD", "20")]
