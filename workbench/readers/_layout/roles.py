"""What each row of a plain text is: heading, paragraph, item, cell, quote or caption, told by the rows around it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from workbench.model import BlockKind
from workbench.readers._authors import authors
from workbench.readers._layout.known import OPENING, Known, known
from workbench.readers._layout.levels import levels
from workbench.readers._layout.looks import WORD, tells_to
from workbench.readers._layout.rows import Row
from workbench.readers._layout.runs import QUOTES, after_colon, links, stubs, told_list
from workbench.readers._layout.titles import in_two, is_title
from workbench.readers._shape import heading_like, is_caption, shouted, titled


class Role(Struct, frozen=True, gc=False):
    """Kind of a row, level of a heading or depth of an item, whether a list starts here, and why it is furniture."""

    kind: BlockKind
    level: int = 0
    fresh: bool = False
    boilerplate: str = ""


def roles(rows: Sequence[Row]) -> list[Role]:
    """One role for each row."""
    page = known(rows)
    kinds = _Reading(page).kinds()
    depths = levels(rows, kinds, page.above_title)
    return [Role(*role) for role in zip(kinds, depths, _fresh(rows, kinds), page.furniture, strict=True)]


def _fresh(rows: Sequence[Row], kinds: Sequence[BlockKind]) -> list[bool]:
    found = []
    last, marker = "", ""
    for row, kind in zip(rows, kinds, strict=True):
        first = last != "item" or marker != row.marker
        last, marker = kind, row.marker
        found.append((kind == "item" and first) or (kind == "heading" and marker == "number"))
    return found


class _Reading:
    """One pass over the rows; every row is looked at a fixed number of times."""

    def __init__(self, page: Known) -> None:
        self.page = page
        self.found: list[BlockKind] = []
        self.last_heading_number = 0
        self.title = -1
        self.opening = True  # only what may stand above a title has been seen

    def kinds(self) -> list[BlockKind]:
        rows = self.page.rows
        while len(self.found) < len(rows):
            index = len(self.found)
            self.found.extend(self._marked(index) or self._unmarked(index))
            if self.title < 0 and self.found[index] == "heading":
                self.title = index
            self.opening = self.opening and index < OPENING and self.page.above_title[index]
        return self.found

    def _marked(self, index: int) -> list[BlockKind]:
        marker, why = self.page.rows[index].marker, self.page.furniture[index]
        if self.page.tables[index]:
            return ["cell"]
        if not marker:
            return ["paragraph"] if why else []
        if marker == "bullet":
            return ["heading" if self._pictured_heading(index) else "item"]
        if marker == "quote":
            return ["quote"]
        if marker in ("hash", "question"):
            return ["paragraph" if why else "heading"]
        if marker == "decimal":
            return ["heading" if heading_like(self.page.rows[index].text) else "item"]
        if marker == "number":
            return ["heading" if self._numbered_heading(index) else "item"]
        return ["paragraph"]

    def _pictured_heading(self, index: int) -> bool:
        """Whether a line behind a picture sign heads the text below it; such lines in a row are a list."""
        page, row = self.page, self.page.rows[index]
        if not (row.rank and row.gap and page.text_below(index)):
            return False
        if page.marker(index + 1) == "bullet" or page.plain[index + 1]:
            return False
        if page.marker(index - 1) == "bullet" and not page.looks[index].asks:
            return False
        return heading_like(row.text) and not tells_to(row.text)

    def _numbered_heading(self, index: int) -> bool:
        """A numbered line alone, with text of its own below, is a heading; lines in a row are a list."""
        row, look = self.page.rows[index], self.page.looks[index]
        if self._counts(index - 1, row.rank, -1) or self._counts(index + 1, row.rank, 1):
            return False
        if not ((look.stub or look.asks) and heading_like(row.text, 14, numbered=True)):
            return False
        if self.page.text_below(index):
            self.last_heading_number = row.rank
            return True
        return row.rank > 1 and row.rank == self.last_heading_number + 1

    def _counts(self, index: int, rank: int, step: int) -> bool:
        """Whether a row is the neighbour in a numbered list: it counts on by one, or both count by letters."""
        return self.page.marker(index) == "number" and self.page.rows[index].rank == (rank + step if rank else 0)

    def _unmarked(self, index: int) -> list[BlockKind]:
        page, text, look = self.page, self.page.rows[index].text, self.page.looks[index]
        if page.byline[index] or (0 <= self.title == index - 1 and bool(authors(text))):
            return ["paragraph"]
        listed = links(page, index) if index and page.furniture[index - 1] else []
        if listed:
            return listed
        if look is WORD and page.plain[index] and not self.opening:
            return stubs(page, index, self._above(index))
        if is_caption(text) and not look.leads:
            return ["caption"]
        atop = self.opening and self.title < 0
        if look.leads:
            return ["heading", "heading"] if atop and in_two(page, index) else after_colon(page, index)
        if atop and is_title(page, index):
            return ["heading"]
        return self._in_text(index)

    def _in_text(self, index: int) -> list[BlockKind]:
        """A row below the title that ends in no colon."""
        page, text = self.page, self.page.rows[index].text
        if page.looks[index].asks:
            return ["heading" if self._asks_on(index) else "paragraph"]
        above = self._above(index)
        if page.plain[index]:
            return stubs(page, index, above)
        if text.endswith("?") and shouted(text) and page.text_below(index):
            return ["heading"]
        return told_list(page, index, above) or ["paragraph"]

    def _asks_on(self, index: int) -> bool:
        """Whether a question heads a section: not if another stands beside it, or if it goes on with the text above."""
        page, text = self.page, self.page.rows[index].text
        beside = page.asks(index + 1) or (page.asks(index - 1) and self.found[-1] == "paragraph")
        goes_on = text.split(None, 1)[0] in ("But", "And", "Or") and not titled(text)
        if beside or goes_on or text[0] in QUOTES or not page.text_below(index):
            return False
        return heading_like(text, 20)

    def _above(self, index: int) -> str:
        return self.found[index - 1] if index and not self.page.furniture[index - 1] else ""
