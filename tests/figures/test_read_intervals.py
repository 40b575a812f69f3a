"""Confidence intervals with their estimate, and ranges that are none."""

from __future__ import annotations

import pytest
from reading import p_of, printed, readings

from workbench.figures import intervals


def told(text: str) -> list[tuple[str, str, str, str, str]]:
    """Kind, estimate, ends, level and p of every interval."""
    return [
        (one.kind, printed(one.estimate), printed(one.low, one.high), printed(one.level), p_of(one.p))
        for one in readings(intervals.read, text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was higher (RR 1.4, 95% CI 1.1–1.8, p = .01).", ("RR", "1.4", "1.1 1.8", "95", "=0.01")),
        ("It was higher (RR 1.4 (95% CI 1.1 to 1.8)).", ("RR", "1.4", "1.1 1.8", "95", "-")),
        ("It was higher: RR 1.4 (0.9–2.2), p=0.01.", ("RR", "1.4", "0.9 2.2", "-", "=0.01")),
        ("It was higher, OR 2.0 (1.9–9.0).", ("OR", "2.0", "1.9 9.0", "-", "-")),
        ("It was higher (OR = 2·31; 95% CI: 1·20, 4·44).", ("OR", "2.31", "1.20 4.44", "95", "-")),
        ("It was higher (aOR, 1.40; 95 % CI, 1.10 to 1.80; P = .007).", ("OR", "1.40", "1.10 1.80", "95", "=0.007")),
        ("The odds ratio was 1.40 [95% CI 1.10–1.80].", ("OR", "1.40", "1.10 1.80", "95", "-")),
        (
            "The hazard ratio for death or relapse, 0.46 (95% CI, 0.36-0.59), was low.",
            ("HR", "0.46", "0.36 0.59", "95", "-"),
        ),
        ("It was lower (HR 0.80, 90% CI 0.60, 1.06).", ("HR", "0.80", "0.60 1.06", "90", "-")),
        ("The rate ratio was 0.69 (95% CI 0.53–0.89).", ("IRR", "0.69", "0.53 0.89", "95", "-")),
        (
            "The mean difference was −3.2 points (95% CI −5.1 to −1.3; P<0.001).",
            ("MD", "-3.2", "-5.1 -1.3", "95", "<0.001"),
        ),
        ("They differed by 3 points (difference −3 m, 95% CI −14 to 8).", ("MD", "-3", "-14 8", "95", "-")),
        ("The SMD was −0.45, 95% CI −0.66 to −0.24.", ("SMD", "-0.45", "-0.66 -0.24", "95", "-")),
        ("It was small, d = 0.40, 95% CI [-0.10, 0.90].", ("SMD", "0.40", "-0.10 0.90", "95", "-")),
        ("The risk difference was −8.4 points (95% CI −16.4 to −0.5).", ("RD", "-8.4", "-16.4 -0.5", "95", "-")),
        ("Pressure fell by 8.2 mm Hg (95% CI, 5.9 to 10.5).", ("change", "8.2", "5.9 10.5", "95", "-")),
        ("Efficacy was 94.1% (95% CI, 89.3 to 96.8; P<0.001).", ("reduction", "94.1", "89.3 96.8", "95", "<0.001")),
        ("The response rate was 45.2% (95% CI 40.1% to 50.3%).", ("share", "45.2", "40.1 50.3", "95", "-")),
        ("It was seen in 45% of the men (95% confidence interval 40 to 50).", ("", "45", "40 50", "95", "-")),
        ("With a 95% confidence interval of 1.1–1.8, the risk ratio was 1.4.", ("", "-", "1.1 1.8", "95", "-")),
        ("The slope was β = 0.05 (95% CI 0.01–0.09).", ("slope", "0.05", "0.01 0.09", "95", "-")),
        ("In 24 patients, the drug did better (95% CI 1.1 to 1.8).", ("", "-", "1.1 1.8", "95", "-")),
        ("The ORs were 1.4 and 0.8 (95% CI 1.1–1.8 and 0.6–1.1, respectively).", ("", "-", "1.1 1.8", "95", "-")),
    ],
)
def test_an_interval_is_read(text: str, found: tuple[str, str, str, str, str]) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Heart rate (HR) was 72 (60–84) at rest.",
        "Heart rate was HR 72.5 at rest.",
        "The score was 3.5 (1–7) at first.",
        "The median was 3.5 (range 1.2–7.8).",
        "The median was 3.5 (IQR 1.2–7.8).",
        "We use a confidence interval of 95%.",
        "He has confidence in 3 to 5 of them.",
        "Take 1.5 (1.0–2.0) mg or 2 tablets.",
        "Adults aged 40.5 (18–65) came, or stayed away.",
        "Rats got 2 or 3 (1.0–2.0) mL each.",
        "The CI was wide.",
        "In Table 2 (1.1–1.8) it is told.",
    ],
)
def test_other_ranges_are_none(text: str) -> None:
    assert told(text) == []


def test_several_intervals_of_a_sentence() -> None:
    text = "OR 1.4 (95% CI 1.1–1.8) for men and 0.8 (0.6–1.1) for women."
    assert told(text) == [("OR", "1.4", "1.1 1.8", "95", "-"), ("OR", "0.8", "0.6 1.1", "95", "-")]
    text = "It was 12.4 (95% CI 10.2–15.1) against 18.0 (95% CI 15.1–21.4), p = .02; rate ratio 0.69 (0.53–0.89)."
    assert [row[1] for row in told(text)] == ["12.4", "18.0", "0.69"]


def test_what_no_difference_means() -> None:
    text = "RR 1.4 (95% CI 1.1–1.8). The mean difference was 2.0 (95% CI 1.0–3.0). It hit 45% (95% CI 40–50)."
    assert [one.null for one in readings(intervals.read, text)] == [1, 0, None]


def test_names_of_intervals() -> None:
    (one,) = readings(intervals.read, "It was lower (adjusted HR 0.80, 95% CrI 0.60 to 1.06).")
    assert (one.credible, one.adjusted, one.named, one.unit) == (True, True, True, "")
    (two,) = readings(intervals.read, "It was seen in 45% (95% CI 40% to 50%).")
    assert (two.unit, two.words.text) == ("%", "95% CI 40% to 50%")


def test_a_table() -> None:
    text = (
        "| Event | OR (95% CI) | n |\n|---|---|---|\n| Rash | 1.40 (1.10–1.80) | 12 |\n| Ache | 0.9 (0.7, 1.1) | 30 |\n"
    )
    assert told(text) == [("OR", "1.40", "1.10 1.80", "95", "-"), ("OR", "0.9", "0.7 1.1", "95", "-")]
