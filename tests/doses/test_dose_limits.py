"""The tables of doses: every row can be read, none claims more than its source, and the dangerous ones are there."""

from __future__ import annotations

from decimal import Decimal

import pytest
from test_dose_reading import DOSING, FACTS

from workbench.doses.limits import facts
from workbench.facts import last_day, read_table
from workbench.lexicon import Lexicon
from workbench.model import CONFIDENCES

TABLES = {name: read_table(DOSING / f"{name}.csv", name) for name in ("error-prone", "formulations", "ratios")}


def test_every_row_is_read() -> None:
    read = facts(FACTS)
    assert sum(map(len, read.values())) == len(FACTS) >= 120
    assert len({row["drug"] for row in FACTS}) >= 70


def test_no_row_was_reviewed_and_few_are_from_memory() -> None:
    assert not any(row["reviewed_by"] for row in FACTS)
    for table in (FACTS, *TABLES.values()):
        low = [row for row in table if row["confidence"] == "low"]
        assert len(low) * 3 <= len(table), table.name
        assert all(row["confidence"] in CONFIDENCES for row in table)
        assert all(row["source_title"] and row["source_locator"] for row in table)
        assert all(last_day(row["as_of"]) for row in table if row["as_of"])


def test_a_starting_or_usual_dose_is_no_limit() -> None:
    kinds = {row["limit_kind"] for row in FACTS if row["max_window_amount"]}
    assert not any("start" in kind for kind in kinds)
    for row in FACTS:
        if row["max_daily"]:
            assert row["max_daily"] == row["max_window_amount"], row
            assert row["max_window"] == f"{row['max_daily_unit']} per 24 h", row


def test_a_range_of_a_row_rises() -> None:
    for rows in facts(FACTS).values():
        for fact in rows:
            assert fact.usual is None or fact.usual.low <= fact.usual.high, fact.row
            assert fact.age_min is None or fact.age_max is None or fact.age_min <= fact.age_max, fact.row


@pytest.mark.parametrize(
    ("generic", "amount", "unit", "window"),
    [
        ("methotrexate", "30", "mg", "week"),
        ("tirzepatide", "15", "mg", "week"),
        ("semaglutide", "2", "mg", "week"),
        ("dulaglutide", "4.5", "mg", "week"),
        ("acetaminophen", "4000", "mg", "day"),
        ("ibuprofen", "1200", "mg", "day"),
    ],
)
def test_ceilings_that_matter_are_there(generic: str, amount: str, unit: str, window: str) -> None:
    ceilings = [fact.ceiling for fact in facts(FACTS)[generic] if fact.ceiling]
    assert (Decimal(amount), unit, window) in {(span.high, span.unit, span.per) for span in ceilings}


def test_a_dose_by_weight_is_read_as_one() -> None:
    spans = [fact.usual for fact in facts(FACTS)["ketamine"] if fact.usual and fact.usual.by]
    assert spans
    assert all(span.by == "kg" and not span.per for span in spans)


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("take .5 mg QD", ["naked decimal point", "QD"]),
        ("take 5.0 mg", ["trailing zero"]),
        ("inject 10 U", ["U"]),
        ("give 100000 units", ["large number without commas"]),
        ("Inderal40 mg", ["name and dose run together"]),
        ("take 0.5 mg once daily", []),
        ("potassium was 5.0 mmol/L", []),
        ("give 100,000 units", []),
        ("he took 10 mg. Then he slept", []),
        ("p = .03 in the trial", []),
        ("the quad bike", []),
    ],
)
def test_error_prone_forms_are_met_and_their_neighbours_not(text: str, forms: list[str]) -> None:
    table = TABLES["error-prone"]
    lexicon = Lexicon({str(number): [row["pattern"]] for number, row in enumerate(table)})
    assert sorted(table.rows[int(key)]["form"] for key, _, _ in lexicon.scan(text.encode())) == sorted(forms)


def test_strengths_of_a_ratio_keep_it() -> None:
    for row in TABLES["ratios"]:
        pairs = [tuple(map(Decimal, strength.split("/"))) for strength in row["strengths"].split("|")]
        if row["ratio"]:
            ratio, within = Decimal(row["ratio"]), Decimal(row["within"])
            assert all(abs(first / second - ratio) <= ratio * within for first, second in pairs), row
