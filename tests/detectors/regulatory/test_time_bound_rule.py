"""Rules that held for a time: found after their end, noted before it, silent with their date."""

from __future__ import annotations

import pytest
from speak import content, findings

CHECK = "time-bound-rule"

OVER = [
    "Spravato must be taken together with an oral antidepressant.",
    "Esketamine is approved only in combination with an oral antidepressant.",
    "Prescribers must have an X-waiver for Suboxone.",
    "Clozapine is only dispensed to patients enrolled in the REMS.",
    "The telehealth flexibilities for controlled substances were extended through 2025.",
    "Compounded semaglutide is legal during the shortage.",
    "Pharmacies can compound tirzepatide because of shortages.",
    "Zulresso is available as an infusion.",
]
QUIET = [
    "Spravato is taken with or without an oral antidepressant.",
    "Many people take Spravato with an antidepressant.",
    "Spravato came in 2019 only in combination with an antidepressant; since 2025 it can be used alone.",
    "The X-waiver was abolished.",
    "You need a prescription for Suboxone.",
    "During the shortage of semaglutide, which ended in 2025, pharmacies were allowed to copy it.",
    "Zulresso was discontinued.",
    "Clozapine requires blood tests.",
    "Ketamine needs an in-person visit in our clinic.",
]


@pytest.mark.parametrize("text", OVER)
def test_a_rule_after_its_end_is_found(text: str) -> None:
    (found,) = (finding for finding in findings(text, CHECK) if not finding.held_back)
    assert found.severity == "warning"
    assert "ended on" in found.message


@pytest.mark.parametrize("text", QUIET)
def test_dated_and_other_sentences_raise_nothing(text: str) -> None:
    assert [found for found in findings(text, CHECK) if not found.held_back] == []


def test_a_rule_before_its_end_is_a_note() -> None:
    (found,) = findings("Ketamine can be prescribed online without an in-person visit.", CHECK)
    assert found.severity == "note"
    assert "2026-12-31" in found.message


def test_only_the_rules_of_the_pages_country_count() -> None:
    assert findings(OVER[0], CHECK, country="GB") == []


def test_every_rule_has_its_dates_and_source() -> None:
    for row in content().tables["regulatory/time-bound-rules"]:
        assert row["valid_until"] and row["as_of"] and row["source_title"] and row["now"], row
