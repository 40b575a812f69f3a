"""Rows of the table of doses as values: what a source says is a start, a usual dose or a ceiling."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from workbench.doses.times import DAYS
from workbench.facts import Row, Table
from workbench.units import unit_after

_BY = ("kg", "lb", "m2")


class Span(Struct, frozen=True):
    """An amount or a range with its unit, as `Dose` has them: "mg", by "kg", per "day" ("" = per intake)."""

    low: Decimal
    high: Decimal
    unit: str
    by: str
    per: str


class Fact(Struct, frozen=True):
    """One row: `usual` is its dose (None: no figure), `ceiling` its amount in a window (`ceiling.per`).

    `kind` is the row's kind of limit in the table's own words, `row` the row itself with source, date and confidence.
    """

    drug: str
    generic: str
    route: str
    release: str
    age_min: Decimal | None
    age_max: Decimal | None
    usual: Span | None
    ceiling: Span | None
    kind: str
    jurisdiction: str
    row: Row


@lru_cache(maxsize=4)
def facts(table: Table) -> Mapping[str, tuple[Fact, ...]]:
    """The rows by substance (the column "generic"), in the table's order."""
    found: dict[str, list[Fact]] = {}
    for row in table:
        fact = _fact(row)
        found.setdefault(fact.generic, []).append(fact)
    return {generic: tuple(rows) for generic, rows in found.items()}


def _fact(row: Row) -> Fact:
    return Fact(
        row["drug"],
        row["generic"] or row["drug"],
        row["route"],
        row["release"],
        _number(row["age_min"]),
        _number(row["age_max"]),
        _span(row["dose_min"], row["dose_max"], f"{row['unit']} {row['per']}"),
        _span(row["max_window_amount"], row["max_window_amount"], row["max_window"]),
        row["limit_kind"],
        row["jurisdiction"],
        row,
    )


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _span(low: str, high: str, unit: str) -> Span | None:
    """The amount of two cells; one of them may be blank ("up to 25")."""
    ends = [Decimal(text) for text in (low, high) if text]
    if not ends:
        return None
    read = unit_after(f" {unit}".encode("ascii"), 0)
    if read is None:
        raise ValueError(f"“{unit}” is no unit of dose")
    name, *rest = read.name.split("/")
    by = next((part for part in rest if part in _BY), "")
    per = next((part for part in rest if part in DAYS), "")
    return Span(Decimal(0) if not low else ends[0], ends[-1], name, by, per)
