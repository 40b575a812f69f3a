"""p recomputed, against scipy, printed tables and the verdicts of statcheck; the README beside this has the sources."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.statistics import tails
from workbench.statistics.reported import Reported, compare
from workbench.statistics.tests import Kind, Statistic, recompute

HERE = Path(__file__).parent


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def _statistic(kind: str, df: str, value: str, sign: str = "=") -> Statistic:
    return Statistic(kind, Decimal(value), tuple(Decimal(one) for one in df.split()), sign)  # type: ignore[arg-type]


def _reported(sign: str, value: str) -> Reported:
    return Reported("ns") if sign == "ns" else Reported(sign, Decimal(value))  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["t", "F", "chi2", "z", "r"])
def test_tails_against_scipy(kind: Kind) -> None:
    rows = [row for row in _rows("tails.csv") if row["kind"] == kind]
    assert len(rows) > 8
    for row in rows:
        found = recompute(_statistic(kind, row["df"], row["value"]))
        assert found is not None
        wanted = Decimal(row["p"])
        assert abs(found.p - wanted) <= wanted * Decimal("1e-11"), row
        assert found.low <= found.p <= found.high


# Upper critical values: each is exceeded with this chance. t and chi-square as in the NIST/SEMATECH e-Handbook of
# Statistical Methods, 1.3.6.7.2 and 1.3.6.7.4; F at 0.05 as in its 1.3.6.7.3; r as in the usual two-tailed tables.
T_TABLE = {
    "1": ("3.078", "6.314", "12.706", "31.821", "63.657"),
    "5": ("1.476", "2.015", "2.571", "3.365", "4.032"),
    "10": ("1.372", "1.812", "2.228", "2.764", "3.169"),
    "28": ("1.313", "1.701", "2.048", "2.467", "2.763"),
    "60": ("1.296", "1.671", "2.000", "2.390", "2.660"),
}
T_CHANCES = ("0.10", "0.05", "0.025", "0.01", "0.005")
CHI_TABLE = {
    "1": ("2.70554", "3.84146", "5.02389", "6.63490", "7.87944"),
    "2": ("4.60517", "5.99146", "7.37776", "9.21034"),
    "9": ("14.68366", "16.91898", "19.02277", "21.66599", "23.58935"),
}
CHI_CHANCES = ("0.10", "0.05", "0.025", "0.01", "0.005")
F_TABLE = {
    ("1", "1"): "161.4476",
    ("2", "1"): "199.5000",
    ("1", "2"): "18.5128",
    ("3", "2"): "19.1643",
    ("1", "3"): "10.1280",
    ("3", "3"): "9.2766",
    ("10", "3"): "8.7855",
}
R_TABLE = {"5": ("0.669", "0.754", "0.833", "0.875"), "10": ("0.497", "0.576", "0.658", "0.708")}
R_TABLE["20"] = ("0.360", "0.423", "0.492", "0.537")
R_CHANCES = ("0.10", "0.05", "0.02", "0.01")


def _in_table(statistic: Statistic, chance: str, *, halved: bool = False) -> bool:
    """Whether the chance lies in the range that the rounding of the critical value leaves."""
    found = recompute(statistic, 1 if halved else 2)
    assert found is not None
    return found.low <= Decimal(chance) <= found.high


def test_printed_tables_of_critical_values() -> None:
    for df, values in T_TABLE.items():
        for value, chance in zip(values, T_CHANCES, strict=True):
            assert _in_table(_statistic("t", df, value), chance, halved=True), (df, value)
    for df, values in CHI_TABLE.items():
        for value, chance in zip(values, CHI_CHANCES, strict=False):
            assert _in_table(_statistic("chi2", df, value), chance), (df, value)
    for freedoms, value in F_TABLE.items():
        assert _in_table(_statistic("F", " ".join(freedoms), value), "0.05"), freedoms
    for df, values in R_TABLE.items():
        for value, chance in zip(values, R_CHANCES, strict=True):
            assert _in_table(_statistic("r", df, value), chance), (df, value)
    for value, chance in (("1.645", "0.10"), ("1.960", "0.05"), ("2.576", "0.01"), ("3.291", "0.001")):
        assert _in_table(_statistic("z", "", value), chance)


def test_closed_forms() -> None:
    """chi-square with 2 and with 4 degrees of freedom, t with 1 at 1 and F with 2 and 2 are simple functions."""
    for x in (Decimal("0.5"), Decimal(3), Decimal(20), Decimal(300)):
        half = (-x / 2).exp()
        assert abs(tails.chi_square(x, Decimal(2)) / half - 1) < Decimal("1e-14")
        assert abs(tails.chi_square(x, Decimal(4)) / (half * (1 + x / 2)) - 1) < Decimal("1e-14")
        assert abs(tails.fisher(x, Decimal(2), Decimal(2)) * (1 + x) - 1) < Decimal("1e-14")
    assert abs(tails.student(Decimal(1), Decimal(1)) - Decimal("0.5")) < Decimal("1e-14")


@pytest.mark.parametrize("by", ["statcheck", "scipy"])
def test_the_verdicts_of_statcheck(by: str) -> None:
    rows = [row for row in _rows("statcheck.csv") if row["verdict_by"] == by]
    assert len(rows) >= 27
    for row in rows:
        statistic = _statistic(row["kind"], row["df"], row["value"], row["sign"])
        found = compare(statistic, _reported(row["p_sign"], row["p"]))
        assert found is not None
        assert found.verdict == row["verdict"], row
        for computed, column in zip(found.p, ("computed", "low", "high"), strict=True):
            assert abs(computed - Decimal(row[column])) <= Decimal(row[column]) * Decimal("1e-8"), row


# tests/testthat/test-decisionerror.R: t with 28 degrees of freedom at p = .04, .05 (just above, just below) and .06
T_04, T_05_UP, T_05_DOWN, T_06 = "2.15393", "2.04851", "2.04831", "1.95996"


@pytest.mark.parametrize(
    ("value", "sign", "p", "decision"),
    [
        (T_04, "=", ".04", False),
        (T_05_UP, "=", ".04", False),
        (T_06, "=", ".04", True),
        (T_04, "=", ".05", False),
        (T_06, "=", ".05", True),
        (T_04, "=", ".06", True),
        (T_05_UP, "=", ".06", True),
        (T_06, "=", ".06", False),
        (T_04, "<", ".04", False),
        (T_05_UP, "<", ".04", False),
        (T_06, "<", ".04", True),
        (T_04, "<", ".05", False),
        (T_05_UP, "<", ".05", False),
        (T_06, "<", ".05", True),
        (T_04, "<", ".06", False),
        (T_06, "<", ".06", False),
        (T_04, ">", ".04", False),
        (T_05_UP, ">", ".04", False),
        (T_06, ">", ".04", False),
        (T_04, ">", ".05", True),
        (T_05_UP, ">", ".05", True),
        (T_06, ">", ".05", False),
        (T_04, ">", ".06", True),
        (T_05_UP, ">", ".06", True),
        (T_06, ">", ".06", False),
    ],
)
def test_decision_errors_of_statcheck(value: str, sign: str, p: str, decision: bool) -> None:
    found = compare(_statistic("t", "28", value), _reported(sign, p))
    assert found is not None
    assert (found.verdict == "decision") is decision


@pytest.mark.parametrize(
    ("df", "value", "sign", "p_sign", "p", "verdict"),
    [  # F with 2 and 2 degrees of freedom has p = 1 / (1 + F): the ends of what rounding allows belong to it
        ("2 2", "0.2", "=", "<", ".80", "consistent"),
        ("2 2", "0.2", "=", "<", ".79", "inconsistent"),
        ("2 2", "0.3", "=", ">", ".80", "consistent"),
        ("2 2", "0.3", "=", ">", ".81", "inconsistent"),
        ("2 2", "19", "=", "=", ".04", "inconsistent"),  # p is 0.05, which counts as significant
        ("2 2", "18", "=", "=", ".04", "decision"),
        # not the statistic is printed but a limit of it
        ("1 248", "1.16", "<", ">", ".28", "consistent"),
        ("1 248", "1.16", "<", "=", ".60", "consistent"),
        ("1 248", "1.16", "<", "<", ".05", "decision"),
        ("1 248", "1.16", "<", "=", ".04", "decision"),
        ("1 248", "1.16", "<", "=", ".20", "inconsistent"),
        ("1 248", "1.16", "<", "ns", "", "consistent"),
        ("1 28", "8", ">", "<", ".001", "consistent"),
        ("1 28", "8", ">", "=", ".20", "decision"),
        ("1 28", "8", ">", "=", ".02", "inconsistent"),
        ("1 28", "8", ">", ">", ".05", "decision"),
        ("1 28", "8", ">", "ns", "", "decision"),
    ],
)
def test_the_ends_of_what_is_allowed(df: str, value: str, sign: str, p_sign: str, p: str, verdict: str) -> None:
    found = compare(_statistic("F", df, value, sign), _reported(p_sign, p))
    assert found is not None
    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("p", "alpha", "decision"),
    [(".11", ".10", True), (".02", ".01", True), (".03", ".05", False), (".06", ".05", True)],
)
def test_other_limits(p: str, alpha: str, decision: bool) -> None:
    """t(28) = 2.20 is p = .036; with .01 as the limit, t(28) = 5.20."""
    value = "5.20" if alpha == ".01" else "2.20"
    found = compare(_statistic("t", "28", value), _reported("=", p), alpha=Decimal(alpha))
    assert found is not None
    assert (found.verdict == "decision") is decision


def test_half_the_p() -> None:
    """statcheck's paper: t(14) = 2.0, p < .03 is right for a one-tailed test only."""
    statistic, reported = _statistic("t", "14", "2.0"), _reported("<", ".03")
    plain, said = compare(statistic, reported), compare(statistic, reported, one_tailed_said=True)
    assert plain is not None
    assert said is not None
    assert (plain.verdict, plain.tailed, plain.one_tailed_fits) == ("decision", 2, True)
    assert (said.verdict, said.tailed) == ("consistent", 1)
    assert round(said.p.p, 4) == Decimal("0.0326")


@pytest.mark.parametrize(
    ("kind", "df", "value", "half"), [("F", "1 28", "4.50", ".021"), ("chi2", "1", "4.00", ".023")]
)
def test_half_the_p_of_a_test_with_one_tail_is_wrong(kind: str, df: str, value: str, half: str) -> None:
    found = compare(_statistic(kind, df, value), _reported("=", half), one_tailed_said=True)
    assert found is not None
    assert found.verdict == "inconsistent"
    assert not found.one_tailed_fits


def test_digits_cut_off_are_told_apart() -> None:
    """F(1, 186) = 5.73 is p = .0177: “.01” is cut off, “.03” is wrong."""
    statistic = _statistic("F", "1 186", "5.73")
    found = [compare(statistic, _reported("=", p)) for p in (".02", ".018", ".01", ".03")]
    assert [one.verdict for one in found if one] == ["consistent", "consistent", "inconsistent", "inconsistent"]
    assert [one.cut_off_fits for one in found if one] == [False, False, True, False]


@pytest.mark.parametrize(
    "statistic",
    [
        _statistic("t", "", "2.20"),
        _statistic("F", "28", "2.20"),
        _statistic("F", "0 28", "2.20"),
        _statistic("F", "1 28", "-2.20"),
        _statistic("r", "28", "1.31"),
        _statistic("chi2", "", "3.84"),
    ],
)
def test_what_is_missing_is_not_checkable(statistic: Statistic) -> None:
    assert recompute(statistic) is None
    assert compare(statistic, _reported("=", ".03")) is None


def test_no_p_is_zero_and_the_ends_hold() -> None:
    zero = compare(_statistic("t", "28", "9.90"), _reported("=", ".000"))
    assert zero is not None
    assert zero.verdict == "inconsistent"
    for kind, df, value in (("t", "19", "0.0"), ("r", "8", "0.00"), ("F", "1 8", "0.0"), ("chi2", "3", "0.00")):
        found = recompute(_statistic(kind, df, value))
        assert found is not None
        assert found.high == found.p == 1
    perfect = recompute(_statistic("r", "8", "1.00"))
    assert perfect is not None
    assert perfect.low == perfect.p == 0


@given(
    st.sampled_from(["t", "F", "chi2", "z", "r"]),
    st.integers(0, 999),
    st.integers(1, 400),
    st.integers(1, 400),
    st.integers(1, 4),
)
def test_the_p_of_a_statistic_agrees_with_it(kind: Kind, hundredths: int, df1: int, df2: int, places: int) -> None:
    """Whatever the rounding of p, and a larger statistic has the smaller p."""
    value = Decimal(hundredths).scaleb(-3 if kind == "r" else -2)
    df = {"t": (df1,), "F": (df1, df2), "chi2": (df1,), "z": (), "r": (df1,)}[kind]
    statistic = Statistic(kind, value, tuple(Decimal(one) for one in df))
    found = recompute(statistic)
    assert found is not None
    assert 0 <= found.low <= found.p <= found.high <= 1
    printed = found.p.quantize(Decimal(1).scaleb(-places))
    if printed > 0:
        told = compare(statistic, Reported("=", printed))
        assert told is not None
        assert told.verdict == "consistent"
