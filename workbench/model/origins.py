"""Where the text of a file that is not text itself stands in it."""

from __future__ import annotations

from msgspec import Struct


class WordPlace(Struct, frozen=True, tag="word", tag_field="in"):
    """A place in a Word file: its part ("body", "footnotes" …), paragraph and runs, all counted from 1.

    Paragraphs are counted in the part's own order, those inside tables and text boxes included.
    """

    part: str
    paragraph: int
    first_run: int
    last_run: int


class CellPlace(Struct, frozen=True, tag="notebook", tag_field="in"):
    """A place in a notebook: the cell's id ("" where it has none) and number from 1, and code points of its text."""

    cell: str
    number: int
    start: int
    end: int


class WordRun(Struct, frozen=True, gc=False, tag="word"):
    """Source text from `start` up to the next one's start stands in this run of a Word file."""

    start: int
    part: str
    paragraph: int
    run: int

    def place(self, last: WordRun, start: int, end: int) -> WordPlace:
        """The place of `[start, end)`, which begins in this run and ends in `last`."""
        same = (self.part, self.paragraph) == (last.part, last.paragraph)
        return WordPlace(self.part, self.paragraph, self.run, last.run if same else self.run)


class Cell(Struct, frozen=True, gc=False, tag="notebook"):
    """Source text from `start` up to the next one's start stands in this cell of a notebook."""

    start: int
    cell: str
    number: int

    def place(self, last: Cell, start: int, end: int) -> CellPlace:
        """The place of `[start, end)`, which begins in this cell."""
        return CellPlace(self.cell, self.number, start - self.start, end - self.start)


def start_of(origin: WordRun | Cell) -> int:
    """Where its stretch of the source text begins."""
    return origin.start
