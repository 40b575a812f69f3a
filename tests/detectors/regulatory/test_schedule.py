"""Schedules and classes of controlled substances, held against their rows."""

from __future__ import annotations

import pytest
from speak import findings, judged

CHECK = "schedule-wrong"

WRONG = [
    ("Because ketamine is not a controlled substance, it can be mailed.", "not a controlled substance"),
    ("Ketamine, a Schedule I drug, is used in clinics.", "Schedule I"),
    ("Ketamine is classified as Schedule 4 by the DEA.", "Schedule 4"),
    ("Esketamine is a C-IV medicine.", "C-IV"),
    ("Xanax is a Schedule II controlled substance.", "Schedule II"),
    ("As a Schedule V drug, ketamine can be refilled.", "Schedule V"),
    ("Tramadol isn't a controlled drug.", "isn't a controlled drug"),
    ("Both ketamine and esketamine are Schedule IV drugs.", "Schedule IV"),
    ("Pregabalin (Schedule IV) eases nerve pain.", "Schedule IV"),
    ("Ketamine helps. It is classified as a Schedule II narcotic.", "Schedule II"),
]
SILENT = [
    "Ketamine is a Schedule III controlled substance, so it needs a prescription.",
    "Ketamine is less tightly controlled than Schedule II opioids.",
    "Unlike Schedule II opioids such as oxycodone, ketamine is Schedule III.",
    "Xanax, Valium (both Schedule IV) and ketamine (Schedule III) can be misused.",
    "Your infusion schedule 2 weeks later may change.",
    "Class B vitamins and ketamine do not interact.",
    "If pain is not controlled, morphine is given.",
    "Blood pressure that is not controlled rules out ketamine.",
    "Ketamine is not a Schedule I drug.",
    "Telehealth rules cover Schedule II to V drugs such as ketamine.",
    "Ketamine, like Schedule IV benzodiazepines, can be misused.",
    "Cannabis moved from Schedule I to Schedule III for medical products.",
    "Ketamine is a class C drug in the UK.",
]
HELD = [
    "Is ketamine a Schedule I drug?",
    "Some people think ketamine is a Schedule I drug; it is Schedule III.",
    "Before 1999 ketamine was not a controlled substance.",
]


@pytest.mark.parametrize(("text", "found"), WRONG)
def test_a_wrong_schedule_is_found(text: str, found: str) -> None:
    assert [finding.text for finding in findings(text, CHECK) if not finding.held_back] == [found]


@pytest.mark.parametrize("text", SILENT)
def test_right_schedules_and_other_senses_are_silent(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize("text", HELD)
def test_questions_errors_told_and_history_are_held_back(text: str) -> None:
    assert [finding.held_back for finding in findings(text, CHECK)] == [True]


@pytest.mark.parametrize(
    ("text", "country", "found"),
    [
        ("Ketamine is a class C drug.", "GB", ["class C"]),
        ("Ketamine is a class B drug.", "GB", []),
        ("Ketamine is a Schedule II drug.", "AU", []),
    ],
)
def test_each_country_has_its_own_rows(text: str, country: str, found: list[str]) -> None:
    assert [finding.text for finding in findings(text, CHECK, country=country)] == found


def test_an_undated_row_from_memory_accuses_nobody() -> None:
    assert findings("Phentermine is a Schedule II drug.", CHECK) == []
    assert [verdict.verdict for verdict in judged("Phentermine is a Schedule II drug.", CHECK)] == ["not-checkable"]


def test_schedules_of_other_countries_have_their_own_numerals() -> None:
    assert findings("Psilocybin is a Schedule 1 drug.", CHECK, country="GB") == []
    (found,) = findings("Psilocybin is a Schedule 2 drug.", CHECK, country="GB")
    assert found.text == "Schedule 2"
