"""Test statistics with their degrees of freedom and p, and letters that are none."""

from __future__ import annotations

import pytest
from reading import p_of, printed, readings

from workbench.figures import pvalues, tests


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Kind, value, degrees of freedom and p of every statistic."""
    found = readings(tests.read, text)
    return [(one.kind, f"{one.sign}{one.value.value:f}", printed(*one.df), p_of(one.p)) for one in found]


@pytest.mark.parametrize(
    ("text", "kind", "value", "df", "p"),
    [
        ("The groups differed, t(28) = 2.20, p = .03.", "t", "=2.20", "28", "=0.03"),
        ("The groups differed, t (28) = 2.2, P<0.001.", "t", "=2.2", "28", "<0.001"),
        ("The groups differed, t[28]=−2.20; p = 0.030.", "t", "=-2.20", "28", "=0.030"),
        ("The groups differed, t₂₈ = 2.20, p = .03.", "t", "=2.20", "28", "=0.03"),
        ("The groups differed, t28 = 2.20, p = .03.", "t", "=2.20", "28", "=0.03"),
        ("The groups differed, t = 2.20, df = 28, p = .03.", "t", "=2.20", "28", "=0.03"),
        ("The groups differed (t = 2.20, 28 degrees of freedom, p = .03).", "t", "=2.20", "28", "=0.03"),
        ("Welch's test gave t(25.3) = 2.20, p = .04.", "t", "=2.20", "25.3", "=0.04"),
        ("They differed, t(28) = 2.20, d = 0.80, 95% CI [0.10, 1.50], p = .036.", "t", "=2.20", "28", "=0.036"),
        ("They did not differ, t(28) = 1.20, p = NS.", "t", "=1.20", "28", "ns"),
        ("They did not differ, t(28) = 1.20, n.s.", "t", "=1.20", "28", "-"),
        ("They did not differ, t(28) < 1, p > .30.", "t", "<1", "28", ">0.30"),
        ("They differed, t(28) = 5.20, p = 2.3 × 10⁻⁵.", "t", "=5.20", "28", "=0.000023"),
        ("They differed, F(1, 28) = 4.20, p = .05.", "F", "=4.20", "1 28", "=0.05"),
        ("They differed (F1,28 = 4.20, P = 0.05).", "F", "=4.20", "1 28", "=0.05"),
        ("They differed, F[2; 57] = 3.90, p = .026.", "F", "=3.90", "2 57", "=0.026"),
        ("They differed, F(1.8, 50.4) = 3.90, p = .03.", "F", "=3.90", "1.8 50.4", "=0.03"),
        ("They differed (F = 4.20; df = 1, 28; P = 0.05).", "F", "=4.20", "1 28", "=0.05"),
        ("They differed, χ²(1, N = 90) = 3.84, p = .05.", "chi2", "=3.84", "1", "=0.05"),
        ("They differed, χ2(1) = 3·84, p = 0·05.", "chi2", "=3.84", "1", "=0.05"),
        ("They differed, χ²₁ = 3.84, p = .05.", "chi2", "=3.84", "1", "=0.05"),
        ("They differed (X² = 3.84, df = 1, P = .05).", "chi2", "=3.84", "1", "=0.05"),
        ("They differed, chi-square(2) = 9.10, p = .01.", "chi2", "=9.10", "2", "=0.01"),
        ("They differed, chi-squared = 9.10 (df = 2, p = .01).", "chi2", "=9.10", "2", "=0.01"),
        ("They differed, z = 1.96, p = .05.", "z", "=1.96", "", "=0.05"),
        ("The rank test gave Z = −2.10, P = 0.036.", "z", "=-2.10", "", "=0.036"),
        ("The two were linked, r(38) = .31, p = .05.", "r", "=0.31", "38", "=0.05"),
        ("The two were linked, r = −0.31, p = 0.05.", "r", "=-0.31", "", "=0.05"),
        ("The t value was 2.20 on 28 degrees of freedom.", "t", "=2.20", "28", "-"),
    ],
)
def test_a_statistic_is_read(text: str, kind: str, value: str, df: str, p: str) -> None:
    assert told(text) == [(kind, value, df, p)]


@pytest.mark.parametrize(
    "text",
    [
        "The T-score was −2.5 in the hip.",
        "Her T score was T = −2.5 in the hip.",
        "The effect was large, η² = .14, p = .03.",
        "It was small, ω² = .02, and f = 0.25.",
        "It peaked at t = 30 min, p = .03.",
        "At T1 = 30 and at T2 = 60 they came back.",
        "The fit was good, r² = .31, R2 = 0.40.",
        "The loss was r = 0.5 mm at most.",
        "The z-score was 1.2 for height.",
        "Their heart rate was 72 and t was short.",
        "We used a t-test, a chi-square test and F tests.",
        "Vitamin F and factor Z = good.",
        "See Table 2(28) and section F(1).",
        "Take it at 8 p.m. with 200 mL of water.",
    ],
)
def test_other_letters_are_no_statistic(text: str) -> None:
    assert told(text) == []


def test_each_statistic_of_a_sentence_has_its_own_p() -> None:
    text = "Age did, F(1, 57) = 6.10, p = .017, but sex did not, F(1, 57) = 0.40, p = .53, nor did both, F(1, 57) < 1."
    assert [row[3] for row in told(text)] == ["=0.017", "=0.53", "-"]


def test_a_p_of_another_bracket_is_not_taken() -> None:
    text = "The drug won (t(28) = 2.20), and age mattered too in a separate model of all of them (p = .001)."
    assert told(text) == [("t", "=2.20", "28", "-")]


def test_what_is_said_of_tails_and_corrections() -> None:
    (one,) = readings(tests.read, "We used one-tailed tests. They differed, t(28) = 1.80, p = .04.")
    assert one.one_tailed is not None and one.one_tailed.text == "one-tailed"
    (two,) = readings(tests.read, "We used one-tailed tests. They differed, t(28) = 1.80, two-tailed p = .08.")
    assert two.one_tailed is None
    (three,) = readings(tests.read, "A Bonferroni correction was made. They differed, t(28) = 3.10, p = .02.")
    assert three.corrected is not None and three.corrected.text == "Bonferroni"
    (four,) = readings(tests.read, "They differed, χ²(1, N = 90) = 3.84, p = .05.")
    assert (four.n is not None and four.n.text, four.corrected) == ("90", None)


def ps(text: str) -> list[str]:
    return [p_of(one) + (f" {one.of}" if one.of else "") for one in readings(pvalues.read, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was clear (p = .03).", ["=0.03"]),
        ("It was clear (P<0.001).", ["<0.001"]),
        ("It was clear, with a p-value of 0.02.", ["=0.02"]),
        ("It was clear; the P value was 0.020.", ["=0.020"]),
        ("It was clear, p less than 0.05.", ["<0.05"]),
        ("It was clear (all ps < .05).", ["<0.05"]),
        ("It was clear (p=0.000).", ["=0.000"]),
        ("It was clear (p = 1.2).", ["=1.2"]),
        ("It was clear (p = 0·04).", ["=0.04"]),
        ("It was clear (p < 1e-5).", ["<0.00001"]),
        ("It was not clear (p = n.s.).", ["ns"]),
        ("It was clear (P for trend = 0.04).", ["=0.04 trend"]),
        ("It was not clear (P-interaction = 0.30).", ["=0.30 interaction"]),
        ("It was clear (p = 0.01) and (p = 0.02).", ["=0.01", "=0.02"]),
        ("See p. 12 and pp. 3 to 9.", []),
        ("The phosphate (P) was 3.2 mmol/L.", []),
        ("Pressure was P = 12 mmHg.", []),
        ("The chance was p = 5%.", []),
        ("It was clear (p = 0,03).", []),
        ("BNP = 35 and HbA1c < 7 were set.", []),
        ("Take 5 mg at 8 p.m. or at 10 p.m.", []),
        ("P-selectin was 3 and p53 was found.", []),
        ("Step p: 3 of the plan.", []),
    ],
)
def test_p_values(text: str, found: list[str]) -> None:
    assert ps(text) == found


def test_at_most_is_told_from_less_than() -> None:
    (one,) = readings(pvalues.read, "It was clear (p ≤ 0.05).")
    assert (one.sign, one.inclusive) == ("<", True)
