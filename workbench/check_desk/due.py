"""`workbench facts --due`: the reference rows whose day has come, or that nobody has looked at for long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from workbench.check_desk.desk import CheckDesk
from workbench.facts import Row, Table, last_day, months_between
from workbench.writers.terminal import clean

_NAMES = 3  # columns that name a row


class Due(NamedTuple):
    """A row to look at again: the day that it ran out, or None where it is only old; and what to say of it."""

    table: str
    line: int
    row: Row
    reason: str
    passed: bool


def due(as_of: date, working_directory: Path, within: int, older_than: int) -> tuple[str, int]:
    """List the rows that are past their date, come to it, or are old; the exit code is 0.

    Args:
        as_of: the only clock.
        working_directory: where the newsroom's root is looked for.
        within: days from then that still count as due.
        older_than: months after which a row without a date of its own is looked at again.

    Raises:
        WorkbenchError: a check or a table does not hold.
    """
    desk = CheckDesk(working_directory, as_of)
    tables = sorted(desk.content.tables.values(), key=lambda table: table.name)
    rows = [one for table in tables for one in _due(table, as_of, within, older_than)]
    dated = sum(bool({"as_of", "valid_until"} & set(table.columns)) for table in tables)
    lines = [f"{one.table}, row {one.line}: {_named(one)}: {one.reason}" for one in rows]
    passed = sum(one.passed for one in rows)
    lines.append(
        f"{passed} past their date, {len(rows) - passed} to look at, in {dated} dated tables as of {as_of}."
        + (" Rows past their date accuse nobody until somebody has looked at them." if passed else "")
    )
    return "\n".join(lines) + "\n", 0


def _due(table: Table, as_of: date, within: int, older_than: int) -> Iterator[Due]:
    for line, row in enumerate(table, start=2):
        until, read = last_day(row.get("valid_until", "")), last_day(row.get("as_of", ""))
        if until is not None and until <= as_of + timedelta(days=within):
            passed = until < as_of
            yield Due(table.name, line, row, f"{'ran out' if passed else 'runs out'} on {until}", passed)
        elif until is None and read is not None and months_between(read, as_of) > older_than:
            yield Due(table.name, line, row, f"was read in {row['as_of']}", False)


def _named(one: Due) -> str:
    """What the row is about: its first cells that say something."""
    cells = (cell for cell in one.row.values() if cell and len(cell) < 60)
    return clean(", ".join([cell for cell, _ in zip(cells, range(_NAMES), strict=False)]))
