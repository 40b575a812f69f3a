"""From the paragraphs of a Word file to its source text, and back from each character to the run it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from workbench.model import WordRun
from workbench.readers._docx.values import Cell, Paragraph, Piece

_WORDS = re.compile(r"[^ \t\r\n]+(?: [^ \t\r\n]+)*+")  # words that single spaces part
_PROSE = 25  # words in a cell from which on it reads like a paragraph in a frame


class Stretch(NamedTuple):
    """Source text `[start, end)` of one piece; `at` is where it begins in the text of the piece's element, or -1."""

    start: int
    end: int
    at: int
    piece: Piece


class Line(Struct):
    """A paragraph in the source text, with the text of those before it whose ends were deleted."""

    paragraph: Paragraph
    start: int
    end: int
    stretches: list[Stretch]


def lay(paragraphs: Sequence[Paragraph]) -> tuple[str, list[Line]]:
    """The source text, a line for each paragraph that has text, and those lines."""
    shown = [paragraph for paragraph in _joined(paragraphs) if _uncovered(paragraph)]
    frames = _frames(shown)
    for paragraph in shown:
        if paragraph.cell is not None and (paragraph.part, paragraph.cell.table) in frames:
            paragraph.cell = None
    texts: list[str] = []
    lines: list[Line] = []
    at = 0
    for paragraph in shown:
        between = _between(lines[-1].paragraph, paragraph) if lines else ""
        start = at + len(between)
        words: list[str] = []
        stretches = list(_stretches(paragraph.pieces, start, words))
        if not stretches:
            continue
        text = "".join(words)
        texts += [between, text]
        at = start + len(text)
        lines.append(Line(paragraph, start, at, stretches))
    return "".join(texts), lines


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """A paragraph whose end was deleted runs into the next one of its place, which gives the style."""
    waiting: dict[tuple[str, int], Paragraph] = {}
    last = {(each.part, each.place): index for index, each in enumerate(paragraphs) if each.kind is None}
    for index, paragraph in enumerate(paragraphs):
        where = paragraph.part, paragraph.place
        before = waiting.pop(where, None) if paragraph.kind is None else None
        if before is not None:
            before.pieces.extend(paragraph.pieces)
            paragraph.pieces = before.pieces
        if paragraph.kind is None and paragraph.joins and index < last[where]:
            waiting[where] = paragraph
        else:
            yield paragraph


def _uncovered(paragraph: Paragraph) -> bool:
    """Leave hidden text out, or tag the paragraph if all of it is hidden; whether anything is left."""
    written = [piece for piece in paragraph.pieces if not piece.text.isspace()]
    if written and all(piece.look.hidden for piece in written):
        paragraph.boilerplate = paragraph.boilerplate or "hidden"
    else:
        paragraph.pieces = [piece for piece in paragraph.pieces if not piece.look.hidden]
    return bool(written)


def _frames(paragraphs: Sequence[Paragraph]) -> set[tuple[str, int]]:
    """The tables that only frame a text: of one cell, or of cells that hold paragraphs rather than entries."""
    cells: dict[tuple[str, int], dict[Cell, list[int]]] = {}
    for paragraph in paragraphs:
        if paragraph.cell is not None:
            words = sum(len(piece.text.split()) for piece in paragraph.pieces)
            cells.setdefault((paragraph.part, paragraph.cell.table), {}).setdefault(paragraph.cell, []).append(words)
    return {table for table, held in cells.items() if _is_frame(held)}


def _is_frame(cells: dict[Cell, list[int]]) -> bool:
    if len(cells) == 1:
        return True
    one_column = len({cell.column for cell in cells}) == 1
    several = any(len(words) > 1 for words in cells.values())
    return (one_column or several) and sum(map(sum, cells.values())) >= _PROSE * len(cells)


def _between(above: Paragraph, below: Paragraph) -> str:
    """What parts two lines of the source text: a row of a table stays one line."""
    one, other = above.cell, below.cell
    if one is None or other is None or above.part != below.part or one.table != other.table or one == other:
        return "\n\n"
    return "\t" if one.row == other.row else "\n"


def _stretches(pieces: Sequence[Piece], start: int, texts: list[str]) -> Iterator[Stretch]:
    """The pieces as laid from `start` on, with one space for a run of blanks and none at the ends."""
    blank: tuple[Piece, int] | None = None  # a space that is laid when text follows it
    begun = False
    for piece in pieces:
        last = 0
        for low, high in (found.span() for found in _WORDS.finditer(piece.text)):
            if low > last and blank is None:
                blank = piece, last
            if blank is not None and begun:
                texts.append(" ")
                yield Stretch(start, start + 1, _at(*blank), blank[0])
                start += 1
            blank, begun = None, True
            texts.append(piece.text[low:high])
            yield Stretch(start, start + high - low, _at(piece, low), piece)
            start += high - low
            last = high
        if last < len(piece.text) and blank is None:
            blank = piece, last


def _at(piece: Piece, at: int) -> int:
    return -1 if piece.at < 0 else piece.at + at


def origins(lines: Sequence[Line]) -> tuple[WordRun, ...]:
    """Which run each stretch of the source text stands in."""
    places = (
        (line.paragraph.part, stretch.piece.paragraph, stretch.piece.run, stretch.start)
        for line in lines
        for stretch in line.stretches
    )
    runs = (next(group) for _, group in groupby(places, key=lambda place: place[:3]))
    return tuple(WordRun(start, part, paragraph, run) for part, paragraph, run, start in runs)
