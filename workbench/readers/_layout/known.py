"""What is known of the rows of a plain text before each is given its kind."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from workbench.readers import _furniture
from workbench.readers._byline import is_byline, is_labelled
from workbench.readers._layout.asides import aside, mail_head, printed_in
from workbench.readers._layout.looks import WORD, Look, look
from workbench.readers._layout.margins import margins, section_name
from workbench.readers._layout.rows import Row
from workbench.readers._layout.tables import table_rows
from workbench.readers._shape import contact, is_caption
from workbench.readers._wordings import FIELDS

OPENING = 12  # rows, at most, above a title
_FORM = "comment form"


class Known(Struct, gc=False):
    """The rows, and for each: its look, why it is furniture, whether it is a by-line or a row of a table.

    `above_title`: may stand above the title of the page; `free`: neither marked, nor furniture, by-line or table;
    `plain`: free, and may be a heading or an entry; `ends`: for a plain row the end of its run of plain rows;
    `last_text`: the last row that is no furniture, -1 without one.
    """

    rows: Sequence[Row]
    looks: Sequence[Look]
    furniture: Sequence[str]
    byline: Sequence[bool]
    tables: Sequence[bool]
    above_title: Sequence[bool]
    free: Sequence[bool]
    plain: Sequence[bool]
    ends: Sequence[int]
    last_text: int

    def marker(self, index: int) -> str:
        """The marker of a row; none before the first and after the last."""
        return self.rows[index].marker if 0 <= index < len(self.rows) else ""

    def text_below(self, index: int) -> bool:
        """Whether anything but furniture stands right below a row."""
        return index + 1 < len(self.rows) and not self.furniture[index + 1]

    def asks(self, index: int) -> bool:
        """Whether a row is there and is an unmarked question."""
        return 0 <= index < len(self.rows) and self.looks[index].asks and self.free[index]


def known(rows: Sequence[Row]) -> Known:
    """What is known of these rows."""
    looks = [look(row.text) for row in rows]
    furniture = _furniture_of(rows)
    byline = [is_byline(row.text) for row in rows]
    for index in [at for at, line in enumerate(byline[:-1]) if line]:
        byline[index + 1] |= is_labelled(rows[index].text, rows[index + 1].text)
    above = _above_title(rows, furniture, byline)
    tables = table_rows(rows)
    free = [
        not (row.marker or why or line or cells)
        for row, why, line, cells in zip(rows, furniture, byline, tables, strict=True)
    ]
    plain = [
        is_free and found.stub and (found is WORD or _may_be_entry(row.text))
        for row, found, is_free in zip(rows, looks, free, strict=True)
    ]
    last = max((at for at, why in enumerate(furniture) if not why), default=-1)
    return Known(rows, looks, furniture, byline, tables, above, free, plain, _run_ends(rows, plain), last)


def _may_be_entry(text: str) -> bool:
    return not (is_caption(text) or contact(text) or aside(text))


def _furniture_of(rows: Sequence[Row]) -> list[str]:
    found = _furniture.tag([("item" if row.marker in ("bullet", "number") else "", row.text) for row in rows])
    for index, why in margins(rows).items():
        found[index] = found[index] or why
    if _FORM in found:
        _fields(rows, found)
    return found


def _fields(rows: Sequence[Row], found: list[str]) -> None:
    """The fields and buttons beside a form ("Website", "Yes") belong to it."""
    for index, row in enumerate(rows):
        beside = (found[index - 1] if index else "", found[index + 1] if index + 1 < len(rows) else "")
        if not found[index] and _FORM in beside and row.text.rstrip(" *:").lower() in FIELDS:
            found[index] = _FORM


def _above_title(rows: Sequence[Row], furniture: list[str], byline: Sequence[bool]) -> list[bool]:
    """Whether each row may stand above a title: furniture, by-lines, and at the very top a few things more."""
    found = [bool(why) or line for why, line in zip(furniture, byline, strict=True)]
    for index in range(min(len(rows), OPENING)):
        text = rows[index].text
        if section_name(rows, index):
            furniture[index] = "section name"
        found[index] |= bool(furniture[index]) or printed_in(text) or mail_head(text)
        found[index] |= len(text) <= 60 and contact(text)
        if not found[index]:
            break
    return found


def _run_ends(rows: Sequence[Row], plain: Sequence[bool]) -> list[int]:
    """For each stub the end of its run: up to a blank line, or through them all where each row has one above."""
    ends = [0] * len(rows)
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and plain[start] and plain[end]:
            end += 1
        parted, close = True, end
        for at in range(end - 1, start - 1, -1):
            ends[at] = end if parted else close
            parted = parted and rows[at].gap
            close = at if rows[at].gap else close
        start = end
    return ends
