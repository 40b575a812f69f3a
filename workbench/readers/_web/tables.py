"""Tables of data, and tables that only arrange a page as was usual twenty years ago."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from workbench.readers._outline import Draft


class Table(Struct, gc=False):
    """What is known of a table while it is read.

    Attributes:
        headed: it has a caption or cells that are heads.
        arranged: a cell holds a heading, another table or several paragraphs, or the page says that it only arranges.
        columns: cells of its widest row.
        row: cells of the row that is being read.
        parts: blocks of the cell that is being read.
        cells: the drafts that its cells made, by number.
    """

    headed: bool = False
    arranged: bool = False
    columns: int = 0
    row: int = 0
    parts: int = 0
    cells: list[int] = field(default_factory=list)

    def cell(self, head: bool) -> None:
        """A cell begins."""
        self.row += 1
        self.columns = max(self.columns, self.row)
        self.parts = 0
        self.headed = self.headed or head

    def took(self, index: int, cell: bool) -> None:
        """A draft of this number was made of a cell's text, or of a heading in it."""
        if cell:
            self.cells.append(index)
            self.parts += 1
        self.arranged = self.arranged or self.parts > 1 or not cell

    def close(self, drafts: Sequence[Draft]) -> None:
        """The table is complete: the cells of one that only arranges are paragraphs."""
        if self.columns <= 1 or (self.arranged and not self.headed):
            for index in self.cells:
                drafts[index].kind = "paragraph"
