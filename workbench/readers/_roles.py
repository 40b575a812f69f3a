"""What each row of a plain text is: heading, paragraph, item, cell, quote or caption, told by the rows around it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from workbench.model import BlockKind
from workbench.readers import _furniture
from workbench.readers._byline import is_byline
from workbench.readers._levels import levels
from workbench.readers._rows import Row
from workbench.readers._shape import (
    asks,
    contact,
    heading_like,
    introduces,
    is_caption,
    leads_in,
    shouted,
    stops,
    stub,
    title_like,
    titled,
    words_of,
)


class Role(Struct, frozen=True, gc=False):
    """Kind of a row, level of a heading or depth of an item, whether a list starts here, and why it is furniture."""

    kind: BlockKind
    level: int = 0
    fresh: bool = False
    boilerplate: str = ""


def roles(rows: Sequence[Row]) -> list[Role]:
    """One role for each row."""
    reading = _Reading(rows)
    kinds = reading.kinds()
    depths = levels(
        rows, kinds, [bool(why) or line for why, line in zip(reading.furniture, reading.byline, strict=True)]
    )
    return [Role(*role) for role in zip(kinds, depths, _fresh(rows, kinds), reading.furniture, strict=True)]


def _fresh(rows: Sequence[Row], kinds: Sequence[BlockKind]) -> list[bool]:
    found = []
    for index, kind in enumerate(kinds):
        first = index == 0 or kinds[index - 1] != "item" or rows[index - 1].marker != rows[index].marker
        found.append((kind == "item" and first) or (kind == "heading" and rows[index].marker == "number"))
    return found


class _Reading:
    """One pass over the rows; every row is looked at a fixed number of times."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        marked = [("item" if row.marker in ("bullet", "number") else "", row.text) for row in rows]
        self.furniture = _furniture.tag(marked)
        self.byline = [is_byline(row.text) for row in rows]
        self.tables = _table_rows(rows)
        self.plain = [self._may_be_stub(index) for index in range(len(rows))]
        self.found: list[BlockKind] = []
        self.last_heading_number = 0

    def kinds(self) -> list[BlockKind]:
        while len(self.found) < len(self.rows):
            index = len(self.found)
            step = self._marked(index) or self._unmarked(index)
            self.found.extend(step)
        return self.found

    def _may_be_stub(self, index: int) -> bool:
        row = self.rows[index]
        text = row.text
        if row.marker or self.furniture[index] or self.tables[index]:
            return False
        return not self.byline[index] and stub(text) and not (is_caption(text) or contact(text))

    def _marked(self, index: int) -> list[BlockKind]:
        row = self.rows[index]
        if self.tables[index]:
            return ["cell"]
        if row.marker in ("bullet",):
            return ["item"]
        if row.marker == "quote":
            return ["quote"]
        if row.marker in ("hash", "question") and not self.furniture[index]:
            return ["heading"]
        if row.marker == "decimal":
            return ["heading" if heading_like(row.text) else "item"]
        if row.marker == "number":
            return ["heading" if self._numbered_heading(index) else "item"]
        if self.furniture[index] or row.marker:
            return ["paragraph"]
        return []

    def _numbered_heading(self, index: int) -> bool:
        """A numbered line alone, with text of its own below, is a heading; lines in a row are a list."""
        row = self.rows[index]
        if not ((stub(row.text) or asks(row.text)) and heading_like(row.text, 14, numbered=True)):
            return False
        before, after = self._marker(index - 1), self._marker(index + 1)
        if "number" in (before, after):
            return False
        if index + 1 < len(self.rows) and not self.furniture[index + 1]:
            self.last_heading_number = row.rank
            return True
        return row.rank > 1 and row.rank == self.last_heading_number + 1

    def _marker(self, index: int) -> str:
        return self.rows[index].marker if 0 <= index < len(self.rows) else ""

    def _unmarked(self, index: int) -> list[BlockKind]:
        text = self.rows[index].text
        if self.byline[index]:
            return ["paragraph"]
        if is_caption(text) and not leads_in(text):
            return ["caption"]
        if leads_in(text):
            return self._after_colon(index)
        if asks(text):
            return ["heading" if self._below(index) and heading_like(text, 20) else "paragraph"]
        if self._opening(index) and not any(kind == "heading" for kind in self.found) and self._title(index):
            return ["heading"]
        if not self.plain[index]:
            return ["paragraph"]
        return self._stubs(index)

    def _below(self, index: int) -> bool:
        """Whether anything but furniture stands below."""
        return index + 1 < len(self.rows) and not self.furniture[index + 1]

    def _after_colon(self, index: int) -> list[BlockKind]:
        text = self.rows[index].text
        follows = index + 1 < len(self.rows) and not self.rows[index + 1].marker and not self.plain[index + 1]
        prose = follows and stops(self.rows[index + 1].text)
        if prose and (shouted(text) or (len(words_of(text)) <= 5 and titled(text))):
            return ["heading"]
        end = self._list_end(index + 1)
        items: list[BlockKind] = ["item"] * (end - index - 1)
        return ["paragraph", *items]

    def _list_end(self, start: int) -> int:
        """End of the unmarked list that begins at `start`, below its lead-in."""
        rows = self.rows
        end = start
        parted = start < len(rows) and rows[start].gap
        asked = start + 1 < len(rows) and asks(rows[start].text) and asks(rows[start + 1].text)
        while end < len(rows) and (self.plain[end] or (asked and not rows[end].marker and asks(rows[end].text))):
            if end > start and rows[end].gap and not parted:
                break
            end += 1
        while end - start >= 1 and self._heads_next(start, end - 1):
            end -= 1
        return end

    def _heads_next(self, start: int, last: int) -> bool:
        """Whether the last line of a run of stubs is the heading of what comes below it."""
        rows = self.rows
        if last + 1 >= len(rows) or self.furniture[last + 1] or not heading_like(rows[last].text):
            return False
        text, below = rows[last].text, rows[last + 1].text
        if below.lower().startswith(text.lower()) and len(below) > len(text):
            return True
        if rows[last].gap and last > start and not rows[last - 1].gap and last - start > 1:
            return True
        others = [rows[index].text for index in range(max(start, last - 5), last)]
        if not others:
            return text[0].isalpha() and stops(below) and len(words_of(below)) >= 8  # one entry is no list
        unlike = sum(not titled(other) for other in others) * 2 > len(others)
        asked = words_of(text)[0].lower() in ("how", "what", "why", "when", "who")
        begins = text[0].isupper() and all(other[0].islower() for other in others)
        return (titled(text) and len(words_of(text)) >= 3 and unlike) or asked or begins

    def _stubs(self, index: int) -> list[BlockKind]:
        """A run of stubs without a lead-in: headings where they stand alone, a list where they are many."""
        rows = self.rows
        end = index
        while end < len(rows) and self.plain[end]:
            end += 1
        if end > index + 1 and any(rows[at].gap for at in range(index + 1, end)):
            near = next((at for at in range(index + 1, end) if not rows[at].gap), None)
            if near is not None:
                end = self._segment(index, end)
        return self._run(index, end)

    def _segment(self, index: int, end: int) -> int:
        """In a run with blank lines at some places only, the part up to the next blank line."""
        at = index + 1
        while at < end and not self.rows[at].gap:
            at += 1
        return at

    def _opening(self, index: int) -> bool:
        """Whether only by-lines, dates and furniture stand above."""
        return index < 12 and all(self.furniture[at] or self.byline[at] for at in range(index))

    def _title(self, index: int) -> bool:
        return self._below(index) and title_like(self.rows[index].text)

    def _run(self, index: int, end: int) -> list[BlockKind]:
        count = end - index
        above = self._kind_above(index)
        if count <= 2:
            return [self._heading_or_text(at) for at in range(index, end)]
        listed = above == "paragraph" and introduces(self.rows[index - 1].text) and not self.rows[index].gap
        listed = listed or (index > 0 and _furniture.heads_links(self.furniture[index - 1]))
        first: list[BlockKind] = []
        if not listed and above != "heading":
            first = [self._heading_or_text(index)]
        trailing: list[BlockKind] = []
        while end - index - len(first) > 1 and self._heads_next(index + len(first), end - 1):
            end -= 1
            trailing.append("heading")
        items: list[BlockKind] = ["item"] * (end - index - len(first))
        return [*first, *items, *trailing]

    def _kind_above(self, index: int) -> str:
        return self.found[index - 1] if index and not self.furniture[index - 1] else ""

    def _heading_or_text(self, at: int) -> BlockKind:
        return "heading" if self._below(at) and heading_like(self.rows[at].text) else "paragraph"


def _table_rows(rows: Sequence[Row]) -> list[bool]:
    """Rows parted by tabs or bars like the row above or below them."""
    counts = [_fields(row) for row in rows]
    return [
        count > 1 and (count in (counts[index - 1] if index else 0, counts[index + 1] if index + 1 < len(rows) else 0))
        for index, count in enumerate(counts)
    ]


def _fields(row: Row) -> int:
    if row.marker in ("bullet", "number") or len(row.pieces) > 1:
        return 0
    mark = "\t" if "\t" in row.text else "|"
    return row.text.strip(mark).count(mark) + 1 if mark in row.text else 0
