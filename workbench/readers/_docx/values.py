"""What the walk over a Word file finds: paragraphs and the pieces of text in them, each with its place."""

from __future__ import annotations

from typing import Any

from msgspec import Struct, field

from workbench.model import BlockKind
from workbench.readers._docx.styles import PLAIN, Style


class Target(Struct):
    """Where linked words lead; the words of one link share one object."""

    address: str


class Look(Struct, frozen=True):
    """How a run of text looks, and the language it is marked with."""

    strong: bool = False
    hidden: bool = False
    language: str = ""


class Piece(Struct):
    """Text of one run.

    `element` writes it: character by character from `at` on, or as a whole where `at` is -1. `paragraph` and `run` are
    counted from 1, the runs in their paragraph.
    """

    text: str
    element: Any
    at: int
    paragraph: int
    run: int
    look: Look
    link: Target | None = None


class Cell(Struct, frozen=True):
    """A cell of a table: table and row counted over the part, the cell in its row."""

    table: int
    row: int
    column: int


class Paragraph(Struct):
    """A paragraph as it stands in a part ("body", "footnotes", "header1" …).

    `element` is its `w:p`; `outline` and `numbering` are what it says itself, over its style; `place` tells the
    stretches of text apart inside which a paragraph whose end was deleted runs into the next; `caption` is true for the
    description of a picture, which is no `w:p` of its own.
    """

    part: str
    number: int
    element: Any
    style: Style = PLAIN
    style_id: str = ""
    outline: int | None = None
    numbering: tuple[str | None, int | None] = (None, None)
    cell: Cell | None = None
    place: int = 0
    joins: bool = False
    contents: bool = False
    note: str = ""
    boilerplate: str = ""
    kind: BlockKind | None = None
    runs: int = 0
    look: Look = Look()
    pieces: list[Piece] = field(default_factory=list)


class Notes(Struct):
    """Foot- and endnotes in the order in which the text refers to them: part and id → the number shown."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    marks: dict[str, Piece] = field(default_factory=dict)  # name of a note → its first mark in the text
    counts: dict[str, int] = field(default_factory=dict)

    def number(self, kind: str, id_: str) -> int:
        """The number of a note ("footnote" or "endnote"), given when it is first asked for."""
        if (kind, id_) not in self.numbers:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            self.numbers[kind, id_] = self.counts[kind]
        return self.numbers[kind, id_]
