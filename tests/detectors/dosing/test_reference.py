"""Which rows of the table of doses speak of a dose, and what a row may say."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from speak import AS_OF, REPOSITORY, article

from workbench.detectors.dosing._reference import covers, no_advice, places, speaking, standing
from workbench.doses import Group, Lists, Words, read
from workbench.doses.limits import Fact, facts
from workbench.facts import read_table

TABLE, WORDS = (read_table(REPOSITORY / "checks" / "dosing" / f"{name}.csv", name) for name in ("doses", "dose-words"))
COUNTRIES = read_table(REPOSITORY / "checks" / "regulatory" / "jurisdictions.csv", "jurisdictions")
LISTS = Lists("vocabulary/drugs", "vocabulary/conditions", "vocabulary/forms")


def rows(text: str, *homes: str) -> list[Fact]:
    return list(speaking(TABLE, read(article(text), TABLE, WORDS, LISTS)[0], *homes))


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        ("Inject 1 mg of semaglutide.", {"subcutaneous"}),
        ("Take 7 mg of semaglutide by mouth.", {"oral"}),
        ("Semaglutide 7 mg is a dose.", {"subcutaneous", "oral"}),
        ("Some people inject it. Semaglutide 7 mg is a dose.", {"subcutaneous", "oral"}),
        ("## Injections\n\nSemaglutide 1 mg is a dose.", {"subcutaneous"}),
        ("Wegovy comes as a 25 mg tablet.", {"oral"}),
        ("Wegovy 1 mg is a dose.", {"subcutaneous"}),
        ("Ketamine 0.5 mg/kg IV.", {"intravenous"}),
    ],
)
def test_the_route_decides_where_it_is_the_doses_own(text: str, routes: set[str]) -> None:
    assert {fact.route for fact in rows(text, "US")} == routes


@pytest.mark.parametrize(
    ("text", "releases"),
    [
        ("Bupropion SR 150 mg daily.", {"SR"}),
        ("Bupropion extended-release 150 mg daily.", {"SR", "XL"}),
        ("Bupropion 150 mg daily.", {"SR", "XL"}),
        ("Wellbutrin XL 150 mg daily.", {"XL"}),
    ],
)
def test_the_release_decides_where_it_is_named(text: str, releases: set[str]) -> None:
    assert {fact.release for fact in rows(text, "US")} == releases


def test_a_brand_speaks_only_by_its_own_rows() -> None:
    assert {fact.ceiling.high for fact in rows("Ozempic 1 mg once a week.", "US") if fact.ceiling} == {2}
    assert {fact.drug for fact in rows("Semaglutide 1 mg once a week.", "US")} == {"semaglutide", "semaglutide oral"}


def test_a_row_speaks_for_its_own_country() -> None:
    assert {fact.jurisdiction for fact in rows("Vitamin B6 20 mg a day.", "UK")} == {"UK"}
    assert rows("Vitamin B6 20 mg a day.", "JP") == []
    assert len(rows("Vitamin B6 20 mg a day.")) >= 4


def test_a_country_has_its_own_rows_and_those_of_its_union() -> None:
    assert places(article("x", country="DE"), COUNTRIES) == ("DE", "EU")
    assert places(article("x", country="US"), COUNTRIES) == ("US",)
    assert places(article("x", country=""), COUNTRIES) == ()
    assert places(article("x", country="JP"), COUNTRIES) == ("JP",)


WHERE = Words(0, 0, 1, "x")


@pytest.mark.parametrize(
    ("group", "low", "high", "expected"),
    [
        (Group(WHERE, "childhood"), 18, None, False),
        (Group(WHERE, "childhood"), 12, None, True),
        (Group(WHERE, "infancy"), 12, None, False),
        (Group(WHERE, "adulthood"), None, 11, False),
        (Group(WHERE, "old age"), 18, None, True),
        (Group(WHERE, "pregnant"), 18, None, True),
        (Group(WHERE, "childhood", None, Fraction(12)), 12, None, False),
        (Group(WHERE, "childhood", Fraction(6), Fraction(12)), 12, None, False),
        (Group(WHERE, None, Fraction(12), Fraction(12)), 12, None, True),
        (Group(WHERE, None, Fraction(65)), 18, 64, False),
    ],
)
def test_people_are_told_apart(group: Group, low: int | None, high: int | None, expected: bool) -> None:
    ages = {"age_min": low, "age_max": high}
    fact = facts(TABLE)["sertraline"][0]
    from msgspec.structs import replace

    assert covers(replace(fact, **ages), group) is expected


ROW = {"confidence": "high", "as_of": "2026-10", "limit_kind": "label maximum", "reviewed_by": "Ana Example, 2026-11"}


@pytest.mark.parametrize(
    ("change", "severity", "confidence"),
    [
        ({}, None, None),
        ({"reviewed_by": ""}, "warning", None),
        ({"as_of": "2024-01"}, "warning", None),
        ({"as_of": ""}, "warning", None),
        ({"limit_kind": "usual dose"}, "warning", None),
        ({"confidence": "medium"}, "warning", "medium"),
    ],
)
def test_only_a_fresh_reviewed_label_maximum_may_accuse(
    change: dict[str, str], severity: str | None, confidence: str | None
) -> None:
    found = standing(ROW | change, AS_OF, ("label maximum",))
    assert found is not None
    assert (found.severity, found.confidence) == (severity, confidence)


def test_a_row_of_low_confidence_says_nothing_alone() -> None:
    assert standing(ROW | {"confidence": "low"}, AS_OF, ("label maximum",)) is None
    assert standing(ROW | {"confidence": ""}, date(2026, 1, 1), ("label maximum",)) is None


def test_no_row_of_the_table_may_raise_an_error_today() -> None:
    found = [standing(row, AS_OF, ("label maximum",)) for row in TABLE]
    assert all(may is None or may.severity == "warning" for may in found)


def test_a_circumstance_becomes_a_flag_that_shows_its_words() -> None:
    page = article("In the trial, people took 300 mg of sertraline daily.")
    dose = read(page, TABLE, WORDS, LISTS)[0]
    assert [flag.cue for flag in no_advice(page, dose)] == ["trial"]
    assert no_advice(page, dose, ("animal",)) == ()
