"""Tables in plain text: rows parted by tabs, by bars, or lined up with blanks."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.readers._layout.rows import Row
from workbench.readers._lazy import lazily
from workbench.readers._source import BLANK

_WIDE = "  "  # two blanks and more part columns, if they stand under each other
_PARTED = lazily(r" {2,}|\t")
_LED = lazily(r" ?(?:\.{4,}|…{2,}|_{4,}|(?:\. ){4,}) ?")  # what leads the eye from a name to its price
_DOTS = "...."
_LONGEST = 60  # characters of a cell between blanks; a sentence with two blanks after its full stop is no row


def table_rows(rows: Sequence[Row]) -> list[bool]:
    """Whether each row belongs to a table: parted like the row above or below it."""
    marks = [_mark(row) for row in rows]
    counts = [_fields(row, mark) if mark else 0 for row, mark in zip(rows, marks, strict=True)]
    found = [False] * len(rows)
    for index in range(len(rows) - 1):
        if counts[index] < 2 or counts[index] != counts[index + 1] or marks[index] != marks[index + 1]:
            continue
        if marks[index] != _WIDE or _lined_up(rows[index], rows[index + 1]):
            found[index] = found[index + 1] = True
    return found


def cells(source: str, row: Row) -> list[tuple[int, int]]:
    """Spans of the cells of a table row; empty cells left out."""
    start, end = row.pieces[0]
    found = []
    for first, last in _spans(source[start:end], _mark(row)):
        part = source[start + first : start + last]
        bare = part.strip(BLANK)
        if bare:
            left = start + first + len(part) - len(part.lstrip(BLANK))
            found.append((left, left + len(bare)))
    return found


def _mark(row: Row) -> str:
    """What parts the cells of a row; "" for a row that can be no table row."""
    if row.text.isalnum() or len(row.pieces) > 1 or row.marker in ("bullet", "number"):
        return ""
    if _DOTS in row.text or "……" in row.text or "____" in row.text or ". . . ." in row.text:
        return _DOTS
    return next((mark for mark in ("\t", "|", _WIDE) if mark in row.text), "")


def _spans(text: str, mark: str) -> list[tuple[int, int]]:
    if mark in (_WIDE, _DOTS):
        ends = [match.span() for match in (_PARTED if mark == _WIDE else _LED).finditer(text)]
        return list(zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(text)], strict=True))
    found, start = [], 0
    for part in text.split(mark):
        found.append((start, start + len(part)))
        start += len(part) + len(mark)
    return found


def _fields(row: Row, mark: str) -> int:
    if mark == _DOTS:
        return len(cells(row.text, Row(row.text, ((0, len(row.text)),), "", 0, 0, False)))
    if mark != _WIDE:
        return row.text.strip(mark).count(mark) + 1
    parts = [row.text[start:end] for start, end in _spans(row.text, mark)]
    short = all(len(part) <= _LONGEST and part[-1:] not in ".!?…:;," for part in parts[:-1])
    return len(parts) if short and len(parts[-1]) <= _LONGEST else 0


def _lined_up(above: Row, below: Row) -> bool:
    """Whether each column but the first begins, or ends, at the same place in both rows."""
    one, two = (_spans(row.text, _WIDE) for row in (above, below))
    shift = below.indent - above.indent
    pairs = list(zip(one, two, strict=True))[1:]
    return all(abs(a[0] - b[0] - shift) <= 1 or abs(a[1] - b[1] - shift) <= 1 for a, b in pairs)
