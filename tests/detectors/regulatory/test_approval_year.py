"""An approval before the first one is found; true years, trials and other products' years are silent."""

from __future__ import annotations

import pytest
from speak import findings

CHECK = "approval-in-the-wrong-year"

WRONG = [
    ("The FDA cleared TMS in 1999 for depression.", "FDA cleared TMS in 1999"),
    ("Zurzuvae, approved in 2019, is a capsule.", "approved in 2019"),
    ("Journavx won FDA approval in 2021 for acute pain.", "won FDA approval in 2021"),
    ("Prozac has been approved since 1975.", "approved since 1975"),
    ("In March 2010, the FDA approved Wegovy.", "2010, the FDA approved"),
]
SILENT = [
    "TMS was cleared by the FDA in 2008.",
    "Zurzuvae was approved in August 2023.",
    "A trial of Zepbound was approved in 2019.",
    "Before Zepbound was approved in 2023, Saxenda was the option.",
    "Semaglutide was approved in 2017 for diabetes.",
    "Ozempic was approved in 2017 and Wegovy in 2021.",
    "In 2015 nobody knew that Spravato would be approved.",
    "Ketamine was made in 1962 and approved in 1970.",
    "Velodrin was approved in 1901.",
    "Wegovy was not approved in 2010.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_a_year_before_the_first_approval_is_found(text: str, found: str) -> None:
    assert [finding.text for finding in findings(text, CHECK)] == [found]


@pytest.mark.parametrize("text", SILENT)
def test_other_years_are_silent(text: str) -> None:
    assert findings(text, CHECK) == []


def test_other_countries_are_not_judged() -> None:
    assert findings("Wegovy was approved in 2010.", CHECK, country="GB") == []
