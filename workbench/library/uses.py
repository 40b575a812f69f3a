"""`claims/library-uses.csv`: which claims of which articles people took for a claim of the library, and which not.

`text` is the sentence as it stood when it was decided on: its claim's id changes with every edit, and an edit is the
very moment in which a use must not be lost. `reason`, a column that comes with the first one given, says why words that
differ were kept.
"""

from __future__ import annotations

from pathlib import Path

from workbench.errors import BadContent, Usage
from workbench.facts import Row
from workbench.library.keeping import Sheet, change, is_day, read_sheet

NAME = "claims/library-uses.csv"
COLUMNS = ("article", "claim", "library", "state", "by", "on", "text")
REASON = "reason"
STATES = ("accepted", "refused")
_KEY = COLUMNS[:3]


def read_uses(root: Path | None) -> tuple[Row, ...]:
    """What people decided about uses of the library, in file order; empty where there is no root or no file.

    Raises:
        BadContent: a row does not hold; names line, column and remedy.
    """
    if root is None or not (root / NAME).is_file():
        return ()
    return _held(read_sheet(root / NAME, NAME, COLUMNS))


def record(root: Path, row: Row) -> None:
    """Keep a decision about a use; it takes the place of an earlier one about the same claims.

    Raises:
        BadContent: the table as it stands does not hold; nothing is written.
        OSError: the table cannot be written; nothing is changed.
    """

    def with_it(sheet: Sheet) -> tuple[Row, ...]:
        mine = next((old for old in _held(sheet) if _key(old) == _key(row)), {})
        kept = {column: cell for column, cell in mine.items() if column != REASON}  # of another decision
        return (*(old for old in sheet.rows if _key(old) != _key(row)), {**kept, **row})

    change(root / NAME, NAME, COLUMNS, _KEY, with_it)


def take_back(root: Path, row: Row, before: Row | None) -> None:
    """Put back what was decided before `row` about the same claims; None = nothing was.

    Raises:
        Usage: somebody decided anew meanwhile; nothing is changed.
        BadContent: the table as it stands does not hold; nothing is written.
        OSError: the table cannot be written; nothing is changed.
    """

    def without_it(sheet: Sheet) -> tuple[Row, ...]:
        mine = next((old for old in _held(sheet) if _key(old) == _key(row)), None)
        if mine is None or any(mine.get(name, "") != cell for name, cell in row.items()):
            raise Usage("somebody decided on this use anew meanwhile; nothing was taken back. Look again")
        others = tuple(old for old in sheet.rows if _key(old) != _key(row))
        return others if before is None else (*others, before)

    change(root / NAME, NAME, COLUMNS, _KEY, without_it)


def _key(row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in _KEY)


def _held(sheet: Sheet) -> tuple[Row, ...]:
    seen: dict[tuple[str, ...], int] = {}
    for row, line in zip(sheet.rows, sheet.lines, strict=True):
        empty = next((column for column in COLUMNS if not row[column]), None)
        if empty:
            raise BadContent(NAME, f"line {line}, {empty}", "is empty; decide again with `workbench library accept`")
        if row["state"] not in STATES:
            raise BadContent(NAME, f"line {line}, state", f"is “{row['state']}”; choose {' or '.join(STATES)}")
        if not is_day(row["on"]):
            raise BadContent(NAME, f"line {line}, on", f"is “{row['on']}”; write the date as 2026-11-25")
        if _key(row) in seen:
            problem = f"line {seen[_key(row)]} decides on the same use; keep one of them"
            raise BadContent(NAME, f"line {line}", problem)
        seen[_key(row)] = line
    return sheet.rows
