"""Tables that people open in a spreadsheet: cells that cannot run, and files as spreadsheets save them.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and a formula in a table of quoted
article text could run a program or send the table away. A leading apostrophe makes such a cell plain text; when we
read it back, that apostrophe is ours and goes.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.errors import BadContent

_STARTS = frozenset("=+-@\t\r＝＋－＠")  # the wide forms count as well in East Asian spreadsheets
_PASSED_OVER = "'\"‘’“”`\u200b\u2060\ufeff"  # spreadsheets, or people who tidy up, drop these from the front
_MARK = "'"


def guard(cell: str) -> str:
    """The cell as it is written to a CSV file that people open: with a leading apostrophe where it could run.

    Guarding is no test for "was guarded": text that itself reads `'=1` becomes `''=1`. Always `bare(guard(x)) == x`.
    """
    return _MARK + cell if _runs(cell) else cell


def bare(cell: str) -> str:
    """The cell as it was before `guard`; a spreadsheet that dropped the apostrophe on saving is no difference."""
    return cell[1:] if cell.startswith(_MARK) and _runs(cell[1:]) else cell


def _runs(cell: str) -> bool:
    """Whether the cell would begin with a formula's sign, tab or return, spaces and quotes before it disregarded."""
    for character in cell:
        if character in _STARTS:
            return True
        if not (character.isspace() or character in _PASSED_OVER):
            return False
    return False


class Sheet(NamedTuple):
    """A table that people may have saved from a spreadsheet: its columns in order, and its rows by column."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def read(data: bytes, shown: str, known: Sequence[str]) -> Sheet:
    """Read a CSV file as spreadsheets write it: comma, semicolon or tab, with or without BOM, any line ends.

    Args:
        data: the file's bytes: UTF-8, or UTF-16 with its mark.
        shown: how messages call the file.
        known: the columns we look for; they tell which separator it is, and may stand in any order and case.

    Returns:
        Cells without blanks at either end and without our apostrophe; columns and rows that are empty throughout are
        left out.

    Raises:
        BadContent: git's conflict marks, another encoding, a doubled column, a row that is too wide, unclosed quotes.
    """
    text = _decoded(data, shown).replace("\r\n", "\n").replace("\r", "\n")
    _refuse_conflicts(text, shown)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) <= 5:  # a line that only Excel understands
        first, text = rest.partition("\n")[0], rest
    separator = max(",;\t", key=lambda sign: sum(_named(cell, known) in known for cell in _split(first, sign)))
    lines = _lines(text, separator, shown)
    columns = [_named(cell, known) for cell in next(lines, (1, []))[1]]
    while columns and not columns[-1]:
        columns.pop()
    if not columns or len(set(columns)) < len(columns) or "" in columns:
        raise BadContent(shown, "line 1", "needs a header with a different name for every column")
    rows = []
    for number, cells in lines:
        if any(cells[len(columns) :]) or len(cells) < len(columns):
            counts = f"has {len(cells)} cells, the header has {len(columns)}"
            raise BadContent(shown, f"line {number}", f"{counts}; check separators and quotes")
        rows.append(dict(zip(columns, cells, strict=False)))
    return Sheet(tuple(columns), tuple(rows))


def render(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    """The rows as CSV text with commas and line feeds, every cell guarded; a missing cell is empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(guard(column) for column in columns)
    writer.writerows([guard(row.get(column, "")) for column in columns] for row in rows)
    return out.getvalue()


def plain(text: str) -> str:
    """Text as it may stand in a cell: no blanks at either end, one kind of line end, nothing that UTF-8 cannot hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return text.strip().encode("utf-8", "replace").decode("utf-8")


def _decoded(data: bytes, shown: str) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadContent(
            shown, f"byte {error.start}", "is not UTF-8; save the table again as “CSV UTF-8”, your cells are safe"
        ) from error


def _refuse_conflicts(text: str, shown: str) -> None:
    if "<<<<<<< " not in text:
        return
    lines = text.split("\n")
    opened = next((at for at, line in enumerate(lines, 1) if line.startswith("<<<<<<< ")), 0)
    if opened and any(line.startswith(">>>>>>> ") for line in lines[opened:]):
        problem = (
            "holds git's conflict marks; both versions of these rows stand there: keep one row of each id with what"
            " both people wrote, take the marks out, then run again"
        )
        raise BadContent(shown, f"line {opened}", problem)


def _lines(text: str, separator: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and stripped cells of every row that is not empty throughout."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            read_as = [bare(cell.strip()).strip() for cell in cells]
            if any(read_as):
                yield reader.line_num, read_as
    except csv.Error as error:
        raise BadContent(shown, f"line {reader.line_num}", f"is not valid CSV ({error}); check its quotes") from error


def _split(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _named(cell: str, known: Sequence[str]) -> str:
    name = bare(cell.strip()).strip()
    return name.lower() if name.lower() in known else name
