"""Risks in two groups, with the worked examples of the Cochrane Handbook and of the rule of three."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.statistics.effects import at_most, difference, needed, ratio, relative


@pytest.mark.parametrize(
    ("control", "treated", "nnt", "verdict"),
    [
        ("10", "5", "20", "fits"),
        ("10", "5", "5", "differs"),
        ("10.0", "5.0", "19", "differs"),
        ("10.0", "5.0", "20", "fits"),
        ("10.0", "5.0", "21", "fits"),  # from 10.04 % and 5.04 %: 20.2, rounded up
        ("10.00", "5.00", "22", "differs"),
        ("30.0", "27.6", "42", "fits"),  # Cochrane Handbook 5.1, 12.5.4.2: 24 fewer per 1,000
        ("30.0", "23.8", "17", "fits"),  # the same, 12.5.4.3: 62 fewer per 1,000
        ("30.0", "23.8", "16", "fits"),  # 16.1, to the nearest
        ("30.0", "23.8", "18", "differs"),
        ("5", "10", "20", "fits"),  # number needed to harm
        ("10", "10", "20", "undecided"),
        ("10", "9", "100", "undecided"),  # 9.5 and 9.5
        ("10", "8", "50", "fits"),
        ("50", "11", "2", "fits"),  # 100 over 40 is 2.5, to even
        ("50", "11", "4", "differs"),
        ("8.00", "0.00", "12.5", "fits"),
        ("8.00", "0.00", "12.9", "differs"),
    ],
)
def test_number_needed_to_treat(control: str, treated: str, nnt: str, verdict: str) -> None:
    assert needed(Decimal(control), Decimal(treated), Decimal(nnt)).verdict == verdict


def test_the_working_of_a_number_needed_to_treat() -> None:
    found = needed(Decimal("10"), Decimal("5"), Decimal("5"))
    assert found == ("differs", Decimal("20.0"), Decimal(17), Decimal(25))  # 100 over 6 to 100 over 4


@pytest.mark.parametrize(
    ("control", "treated", "stated", "verdict"),
    [
        ("4.0", "3.0", "0.75", "fits"),  # Cochrane Handbook 5.1, 12.5.1
        ("4.0", "3.0", "0.25", "differs"),
        ("4", "2", "0.5", "fits"),
        ("4", "2", "0.36", "fits"),  # 4.4 % and 1.6 % print as 4 % and 2 %
        ("4", "2", "0.80", "differs"),
        ("0", "2", "0.5", "undecided"),
        ("0.3", "2", "0.5", "differs"),
    ],
)
def test_risk_ratio(control: str, treated: str, stated: str, verdict: str) -> None:
    assert ratio(Decimal(control), Decimal(treated), Decimal(stated)).verdict == verdict


@pytest.mark.parametrize(
    ("control", "treated", "stated", "verdict"),
    [
        ("4.0", "3.0", "25", "fits"),  # Cochrane Handbook 5.1, 12.5.1
        ("4.0", "3.0", "33", "differs"),
        ("2.19", "1.65", "25", "fits"),
        ("2.19", "1.65", "54", "differs"),
        ("3.0", "4.0", "33", "fits"),
        ("0", "4.0", "33", "undecided"),
        ("10", "10", "0", "fits"),
    ],
)
def test_relative_reduction(control: str, treated: str, stated: str, verdict: str) -> None:
    assert relative(Decimal(control), Decimal(treated), Decimal(stated)).verdict == verdict


@pytest.mark.parametrize(
    ("one", "other", "stated", "verdict"),
    [
        ("49", "32", "17", "fits"),
        ("49", "32", "18", "fits"),
        ("49.0", "32.0", "18", "differs"),
        ("32.0", "49.0", "17.1", "fits"),
        ("32.00", "49.00", "17.1", "differs"),
    ],
)
def test_absolute_difference(one: str, other: str, stated: str, verdict: str) -> None:
    assert difference(Decimal(one), Decimal(other), Decimal(stated)).verdict == verdict


@pytest.mark.parametrize(
    ("n", "rule", "exact"),
    [  # JAMA 1995;274:1013 (50 and 1,000 patients), Bandolier 23 (100); exact is 1 − 0.05^(1/n), worked out in floats
        (50, "6.00", 1 - 0.05 ** (1 / 50)),
        (1000, "0.30", 1 - 0.05 ** (1 / 1000)),
        (100, "3.00", 1 - 0.05 ** (1 / 100)),
        (38, "7.89", 1 - 0.05 ** (1 / 38)),
        (8192, "0.04", 1 - 0.05 ** (1 / 8192)),
        (1, "100.00", 0.95),
        (2, "100.00", 1 - 0.05**0.5),
    ],
)
def test_nothing_seen_is_not_nothing_possible(n: int, rule: str, exact: float) -> None:
    found = at_most(n)
    assert found.rule == Decimal(rule)
    assert found.exact == Decimal(f"{100 * exact:.2f}")


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 2), st.integers(0, 2))
def test_what_follows_from_exact_risks_fits_their_printed_form(one: int, other: int, places: int, shown: int) -> None:
    """Risks in hundredths of a percent, printed with fewer digits, and the numbers worked out from the exact ones."""
    step, digits = Decimal(1).scaleb(-places), Decimal(1).scaleb(-shown)
    exact = Fraction(one, 100), Fraction(other, 100)
    control, treated = (Decimal(value).scaleb(-2).quantize(step, ROUND_HALF_UP) for value in (one, other))

    def printed(value: Fraction) -> Decimal:
        return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(digits, ROUND_HALF_UP)

    assert difference(control, treated, printed(abs(exact[0] - exact[1]))).verdict == "fits"
    assert ratio(control, treated, printed(exact[1] / exact[0])).verdict != "differs"
    assert relative(control, treated, printed(abs(exact[1] / exact[0] - 1) * 100)).verdict != "differs"
    if one != other:
        nnt = 100 / abs(exact[0] - exact[1])
        assert needed(control, treated, Decimal(-(-nnt.numerator // nnt.denominator))).verdict != "differs"
        assert needed(control, treated, printed(nnt)).verdict != "differs"
