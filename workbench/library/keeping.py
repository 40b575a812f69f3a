"""Tables that people and the workbench both write: read with the line of every row, changed without losing an edit."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from workbench import files
from workbench.errors import BadContent
from workbench.facts import Row, read_table
from workbench.folder_lock import locked
from workbench.spreadsheet import bare, guard


class Sheet(NamedTuple):
    """The columns of a table as they stand, its rows, and the line on which each row begins."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    lines: tuple[int, ...]


def read_sheet(path: Path, name: str, needed: Sequence[str]) -> Sheet:
    """Read a table; one that is not there has the columns needed and no rows.

    Raises:
        BadContent: not UTF-8, no CSV, or a column is missing; names line and remedy.
    """
    if not path.is_file():
        return Sheet(tuple(needed), (), ())
    table = read_table(path, name)
    missing = [column for column in needed if column not in table.columns]
    if missing:
        raise BadContent(name, "line 1", f"lacks the column {missing[0]}; the columns are {', '.join(needed)}")
    rows = tuple({column: bare(cell) for column, cell in row.items()} for row in table)
    return Sheet(table.columns, rows, tuple(_lines(path)))


def change(path: Path, name: str, needed: Sequence[str], sort_by: Sequence[str], edit: _Edit) -> None:
    """Read the table, let `edit` make new rows of its rows, and put the result in its place.

    One process at a time, so that of two people who change the table at once neither loses a row. Columns of people's
    own stay, and one that only a new row has comes last; rows are sorted, so that a change is a small difference.

    Raises:
        BadContent: the table as it stands does not hold; nothing is written.
        OSError: the place cannot be written; nothing is changed.
    """
    with locked(path.parent):
        sheet = read_sheet(path, name, needed)
        rows = sorted(edit(sheet), key=lambda row: tuple(row.get(column, "") for column in sort_by))
        columns = dict.fromkeys((*sheet.columns, *(column for row in rows for column in row)))
        files.replace(path, _render(tuple(columns), rows))


_Edit = Callable[[Sheet], Iterable[Row]]


def is_day(text: str) -> bool:
    """Whether a cell holds a date as these tables write it: 2026-11-25."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _render(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guard(_line(row.get(column, ""))) for column in columns] for row in rows)
    return out.getvalue().encode("utf-8")


def _line(cell: str) -> str:
    """One line, one blank between words: what a reader of the file gives back."""
    return " ".join(cell.split()).encode("utf-8", "replace").decode("utf-8")


def _lines(path: Path) -> Iterator[int]:
    reader = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), strict=True)
    next(reader)
    before = reader.line_num
    for cells in reader:
        if cells:
            yield before + 1
        before = reader.line_num
