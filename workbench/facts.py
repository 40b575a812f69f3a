"""Dated reference tables: rows of text with the file they came from; blank means "no reference", never "fine"."""

from __future__ import annotations

import csv
import io
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from workbench.errors import BadContent

Row = Mapping[str, str]
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
SEPARATOR = "|"  # between the aliases of one cell


class Table:
    """A reference table: `rows` in file order, every cell stripped text, and the `name` people know it by."""

    def __init__(self, name: str, columns: tuple[str, ...], rows: tuple[Row, ...]) -> None:
        self.name, self.columns, self.rows = name, columns, rows
        self._indexes: dict[tuple[str, ...], Mapping[str, tuple[Row, ...]]] = {}

    @classmethod
    def of(cls, name: str, columns: tuple[str, ...], cells: Iterable[tuple[str, ...]]) -> Table:
        """A table from its cells, row by row."""
        return cls(name, columns, tuple(dict(zip(columns, row, strict=True)) for row in cells))

    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The cells, row by row, in the order of the columns."""
        return tuple(tuple(row[column] for column in self.columns) for row in self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def terms(self, column: str, *more: str) -> tuple[str, ...]:
        """Distinct names in a column and in further alias columns (cells split at "|"), in file order."""
        seen: dict[str, None] = {}
        for row in self.rows:
            for name in (column, *more):
                seen.update((term.strip(), None) for term in row.get(name, "").split(SEPARATOR) if term.strip())
        return tuple(seen)

    def index(self, column: str, *more: str) -> Mapping[str, tuple[Row, ...]]:
        """Rows by `term_key` of each of their names in a column and in further alias columns."""
        wanted = (column, *more)
        if wanted not in self._indexes:
            rows: dict[str, list[Row]] = {}
            for row in self.rows:
                names = (term for name in wanted for term in row.get(name, "").split(SEPARATOR))
                for key in {term_key(term): None for term in names if term.strip()}:
                    rows.setdefault(key, []).append(row)
            self._indexes[wanted] = {key: tuple(found) for key, found in rows.items()}
        return self._indexes[wanted]


def term_key(text: str) -> str:
    """A name as it is looked up: any case, hyphens as spaces, one space between words."""
    return " ".join(text.casefold().replace("-", " ").split())


def last_day(text: str) -> date | None:
    """The last day that a date of a table may mean: of "2026" the 31st of December; None for what is no date."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        return date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        return None


def months_between(one: date, other: date) -> int:
    """Whole months from one day to a later one."""
    return (other.year - one.year) * 12 + other.month - one.month - (other.day < one.day)


def read_table(path: Path, name: str) -> Table:
    """Read a CSV table in UTF-8; `name` is how messages call it.

    Raises:
        BadContent: the file is not UTF-8, has no header, a doubled column, or a row of another width.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadContent(name, f"byte {error.start}", "is not UTF-8; save the table as UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = tuple(next(reader, ()))
        if not columns or len(set(columns)) < len(columns):
            raise BadContent(name, "line 1", "needs a header with a different name for every column")
        rows = []
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(columns):
                counts = f"has {len(cells)} cells, the header has {len(columns)}"
                raise BadContent(name, f"line {reader.line_num}", f"{counts}; check commas and quotes")
            rows.append(dict(zip(columns, (cell.strip() for cell in cells), strict=True)))
    except csv.Error as error:
        raise BadContent(name, f"line {reader.line_num}", f"is not valid CSV ({error})") from error
    return Table(name, columns, tuple(rows))
