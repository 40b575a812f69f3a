"""`claims/library-uses.csv`: which claims of which articles people took for a claim of the library, and which not.

`text` is the sentence as it stood when it was decided on: its claim's id changes with every edit, and an edit is the
very moment in which a use must not be lost.
"""

from __future__ import annotations

from pathlib import Path

from workbench.errors import BadContent
from workbench.facts import Row
from workbench.library.keeping import Sheet, change, is_day, read_sheet

NAME = "claims/library-uses.csv"
COLUMNS = ("article", "claim", "library", "state", "by", "on", "text")
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
        return (*(old for old in sheet.rows if _key(old) != _key(row)), {**mine, **row})

    change(root / NAME, NAME, COLUMNS, _KEY, with_it)


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
