"""Confidence intervals: estimate, p and middle, with the worked examples of Altman & Bland."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.statistics.intervals import Interval, against, excludes, place
from workbench.statistics.reported import Reported
from workbench.statistics.widths import implied, middle


def _interval(text: str, *, ratio: bool = True, level: int = 95) -> Interval:
    """“1.4 (0.9 2.2)”."""
    estimate, low, high = (Decimal(word.strip("()")) for word in text.split())
    return Interval(estimate, low, high, ratio, level)


def _p(text: str) -> Reported:
    return Reported("ns") if text == "ns" else Reported(text[0], Decimal(text[1:]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "ratio", "where"),
    [
        ("1.40 (1.10 1.80)", True, "inside"),
        ("0.90 (1.10 1.80)", True, "outside"),
        ("2.10 (1.10 1.80)", True, "outside"),
        ("1.81 (1.1 1.8)", True, "inside"),  # 1.8 may have been 1.84
        ("1.90 (1.1 1.8)", True, "outside"),
        ("1.1 (1.10 1.80)", True, "inside"),
        ("1.40 (1.80 1.10)", True, "reversed"),
        ("1.4 (1.4 1.4)", True, "inside"),
        ("-2.3 (-4.1 -0.5)", False, "inside"),
        ("-2.3 (-0.5 -4.1)", False, "reversed"),
        ("2.3 (-4.1 -0.5)", False, "outside"),
        ("0.8 (-0.2 1.4)", True, "impossible"),
    ],
)
def test_the_estimate_in_its_interval(text: str, ratio: bool, where: str) -> None:
    assert place(_interval(text, ratio=ratio)) == where


@pytest.mark.parametrize(
    ("text", "ratio", "out"),
    [
        ("1.4 (0.9 2.2)", True, False),
        ("1.4 (1.1 1.8)", True, True),
        ("1.4 (1.0 1.8)", True, None),
        ("1.40 (1.00 1.80)", True, None),
        ("1.40 (1.01 1.80)", True, True),
        ("0.81 (0.70 0.94)", True, True),
        ("3 (0 6)", False, None),
        ("3.0 (-0.2 6.2)", False, False),
        ("-3.0 (-6.2 -0.2)", False, True),
    ],
)
def test_no_difference_in_or_out(text: str, ratio: bool, out: bool | None) -> None:
    assert excludes(_interval(text, ratio=ratio)) is out


@pytest.mark.parametrize(
    ("text", "p", "level", "verdict"),
    [
        ("1.4 (0.9 2.2)", "=0.01", 95, "disagree"),
        ("1.4 (1.1 1.8)", "=0.01", 95, "agree"),
        ("1.4 (1.1 1.8)", "=0.12", 95, "disagree"),
        ("1.4 (0.9 2.2)", "=0.12", 95, "agree"),
        ("1.4 (0.9 2.2)", "<0.05", 95, "disagree"),
        ("1.4 (0.9 2.2)", "<0.001", 95, "disagree"),
        ("1.4 (0.9 2.2)", "<0.10", 95, "undecided"),
        ("1.4 (1.1 1.8)", ">0.05", 95, "disagree"),
        ("1.4 (1.1 1.8)", ">0.01", 95, "undecided"),
        ("1.4 (1.1 1.8)", "ns", 95, "disagree"),
        ("1.4 (0.9 2.2)", "ns", 95, "agree"),
        ("1.4 (0.9 2.2)", "=0.05", 95, "undecided"),
        ("1.4 (1.0 1.9)", "=0.03", 95, "undecided"),
        ("1.4 (1.1 1.8)", "=0.07", 90, "agree"),  # a 90 % interval decides at 0.10
        ("1.4 (0.9 2.2)", "=0.07", 90, "disagree"),
        ("1.4 (0.9 2.2)", "=0.03", 99, "agree"),
        ("1.4 (0.9 2.2)", "ns", 99, "undecided"),
        ("0.67 (0.45 0.99)", "=0.04", 95, "agree"),  # Bland, exercise “Reactions to immunisation”
    ],
)
def test_an_interval_beside_a_p(text: str, p: str, level: int, verdict: str) -> None:
    assert against(_interval(text, level=level), _p(p)) == verdict


@pytest.mark.parametrize(
    ("text", "ratio", "p", "places"),
    [
        ("17.0 (1.4 32.6)", False, "0.03269", 5),  # worked out with scipy 1.17.1
        ("1.96 (0.00 3.92)", False, "0.05", 4),
        ("0.0 (-1.0 1.0)", False, "1", 4),
    ],
)
def test_the_p_that_an_interval_implies(text: str, ratio: bool, p: str, places: int) -> None:
    found = implied(_interval(text, ratio=ratio))
    assert found is not None
    assert abs(found.p - Decimal(p)) <= Decimal("0.6").scaleb(-places)
    assert found.low <= found.p <= found.high


@pytest.mark.parametrize(
    ("text", "ratio", "p"), [("17 (1.4 32.6)", False, "0.032"), ("0.30 (0.10 0.90)", True, "0.034")]
)
def test_the_intervals_that_altman_and_bland_made_from_a_p(text: str, ratio: bool, p: str) -> None:
    """BMJ 2011;343:d2090: a difference of 49 % v 32 % with P = 0.032, and a relative risk with P = 0.034."""
    found = implied(_interval(text, ratio=ratio))
    assert found is not None
    assert found.low < Decimal(p) < found.high
    assert against(_interval(text, ratio=ratio), _p(f"={p}")) == "agree"


@pytest.mark.parametrize("text", ["1.4 (0.0 2.2)", "1.4 (0.04 2.2)", "1.4 (1.4 1.4)"])
def test_what_an_interval_cannot_say(text: str) -> None:
    if text == "1.4 (0.04 2.2)":
        assert implied(_interval(text)) is not None
        assert implied(_interval(text, level=80)) is None
    else:
        assert implied(_interval(text)) is None


@pytest.mark.parametrize(
    ("text", "ratio", "symmetric"),
    [
        ("2.0 (1.3 3.1)", True, True),
        ("2.0 (1.9 9.0)", True, False),
        ("0.50 (0.25 1.00)", True, True),
        ("0.50 (0.25 0.75)", True, False),  # symmetric only without logarithms
        ("0.50 (0.25 0.75)", False, True),
        ("-2.3 (-4.1 -0.5)", False, True),
        ("-2.3 (-4.1 -1.9)", False, False),
        ("1.4 (1.1 1.8)", True, True),
    ],
)
def test_the_middle_of_an_interval(text: str, ratio: bool, symmetric: bool) -> None:
    found = middle(_interval(text, ratio=ratio))
    assert found is not None
    assert found.symmetric is symmetric
    assert (found.arms == 1) is symmetric


def test_how_lopsided_an_interval_is() -> None:
    lopsided = middle(_interval("2.0 (1.9 9.0)"))
    assert lopsided is not None
    assert round(lopsided.centre, 2) == Decimal("4.14")  # √(1.9·9.0)
    assert lopsided.arms is not None
    assert 14 < lopsided.arms < 15  # ln(8.95/2.05) over ln(2.05/1.85)
    assert middle(_interval("1.5 (0.0 4.0)")) is None


@given(st.integers(20, 4000), st.integers(2, 300), st.integers(0, 2), st.booleans())
def test_a_symmetric_interval_is_accepted_however_it_is_rounded(
    hundredths: int, width: int, places: int, ratio: bool
) -> None:
    estimate = Decimal(hundredths) / 100
    step = Decimal(1 + width) / 100
    low, high = (estimate / (1 + step), estimate * (1 + step)) if ratio else (estimate - step, estimate + step)
    digits = Decimal(1).scaleb(-places)
    interval = Interval(*(value.quantize(digits) for value in (estimate, low, high)), ratio)
    assert place(interval) == "inside"
    found = middle(interval)
    assert found is None or found.symmetric
