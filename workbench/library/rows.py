"""`claims/library.csv`: the claims that people approved, each with its evidence and the day it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

from workbench.errors import BadContent, Usage
from workbench.facts import SEPARATOR, Row
from workbench.library.keeping import Sheet, change, is_day, read_sheet
from workbench.model import ClaimType

NAME = "claims/library.csv"
COLUMNS = (
    "id", "wording", "kind", "qualifiers", "evidence", "place", "version", "approver", "approved_on", "expires",
    "jurisdiction", "standing", "note",
)  # fmt: skip
STANDINGS = ("substantiated", "unsubstantiated", "expired", "disputed")
_NEEDED = {
    "id": "give the claim a short name of its own",
    "wording": "write the sentence that was approved",
    "evidence": "name the source that the claim rests on",
    "approver": "name the person who approved it, or take the row out until somebody has",
    "approved_on": "write the day it was approved, like 2026-11-25",
    "expires": "write the day on which somebody has to look again, like 2027-11-25",
}
_KINDS = get_args(ClaimType)


def read(root: Path | None) -> tuple[Row, ...]:
    """The approved claims of a newsroom in file order; empty where there is no root or no file.

    Raises:
        BadContent: a row does not hold (an id stands twice, no approver, a bad date …); names line, column and remedy.
    """
    if root is None or not (root / NAME).is_file():
        return ()
    return _held(read_sheet(root / NAME, NAME, COLUMNS))


def add(root: Path, row: Row) -> None:
    """Put a claim into the library.

    Raises:
        BadContent: the row or the table as it stands does not hold; nothing is written.
        OSError: the table cannot be written; nothing is changed.
    """

    def with_it(sheet: Sheet) -> tuple[Row, ...]:
        rows = (*_held(sheet), row)
        _held(Sheet(sheet.columns, rows, (*sheet.lines, max(sheet.lines, default=1) + 1)))
        return rows

    change(root / NAME, NAME, COLUMNS, ("id",), with_it)


def swap(root: Path, before: Row, after: Row | None) -> None:
    """Put a row in the place of another one; None takes it out.

    Raises:
        Usage: the row does not stand there as `before` says: somebody changed it meanwhile.
        BadContent: the row or the table as it stands does not hold; nothing is written.
        OSError: the table cannot be written; nothing is changed.
    """

    def swapped(sheet: Sheet) -> tuple[Row, ...]:
        at = next((n for n, row in enumerate(_held(sheet)) if _said(row) == _said(before)), None)
        if at is None:
            raise Usage(f"{NAME}: somebody changed “{before['id']}” meanwhile; nothing was written. Look at it again")
        rows = (*sheet.rows[:at], *((after,) if after else ()), *sheet.rows[at + 1 :])
        lines = sheet.lines if after else (*sheet.lines[:at], *sheet.lines[at + 1 :])
        _held(Sheet(sheet.columns, rows, lines))
        return rows

    change(root / NAME, NAME, COLUMNS, ("id",), swapped)


def _said(row: Row) -> dict[str, str]:
    return {column: cell for column, cell in row.items() if cell}


def filled(row: Row) -> Row:
    """A row of which only some columns are given, for an example or a trial: approved by nobody in particular."""
    plain = dict.fromkeys(COLUMNS, "") | {"id": "example", "approver": "example", "evidence": "example"}
    return {**plain, "approved_on": date.min.isoformat(), "expires": date.max.isoformat(), **row}


def in_force(row: Row, as_of: date) -> bool:
    """Whether the claim had been approved by that day; whether its evidence still holds is another question."""
    return row["approved_on"] <= as_of.isoformat()


def countries(row: Row) -> tuple[str, ...]:
    """The countries that a claim was approved for, as codes; empty = wherever."""
    return tuple(part.strip() for part in row["jurisdiction"].split(SEPARATOR) if part.strip())


def qualifiers(row: Row) -> tuple[str, ...]:
    """The phrases without which the claim may not stand."""
    return tuple(part.strip() for part in row["qualifiers"].split(SEPARATOR) if part.strip())


def _held(sheet: Sheet) -> tuple[Row, ...]:
    seen: dict[str, int] = {}
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        for column, problem in problems(row):
            raise BadContent(NAME, f"line {line}, {column}", problem)
        if row["id"] in seen:
            problem = f"“{row['id']}” stands on line {seen[row['id']]} too; give one of them another id"
            raise BadContent(NAME, f"line {line}, id", problem)
        seen[row["id"]] = line
    return sheet.rows


def problems(row: Row) -> Iterator[tuple[str, str]]:
    """What does not hold in a row: the column, and what is wrong with it and how to put it right."""
    for column, remedy in _NEEDED.items():
        if not row[column]:
            yield column, f"is empty; {remedy}"
    if re.search(r"\s", row["id"]):
        yield "id", f"“{row['id']}” has a space in it; join the words with hyphens"
    for column in ("approved_on", "expires"):
        if not is_day(row[column]):
            yield column, f"is “{row[column]}”; write the date as 2026-11-25"
    if row["expires"] < row["approved_on"]:
        yield "expires", f"{row['expires']} is before the approval ({row['approved_on']}); correct one of the dates"
    if row["kind"] and row["kind"] not in _KINDS:
        yield "kind", f"is “{row['kind']}”; choose {', '.join(_KINDS)}"
    if row["standing"] and row["standing"] not in STANDINGS:
        yield "standing", f"is “{row['standing']}”; choose {', '.join(STANDINGS)}"
    for code in countries(row):
        if not re.fullmatch(r"[A-Z]{2}", code):
            yield "jurisdiction", f"“{code}” is no country's code; write US, GB or AU, several with | between"
