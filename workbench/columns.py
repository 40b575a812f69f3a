"""Which heading stands over a table's cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from workbench.model import Block, Document


def heads(document: Document) -> dict[int, int]:
    """For each cell of a table with a heading row: the block that heads its column.

    Readers give cells in reading order without their place, and none that is empty; rows and columns are counted in the
    source between two cells (Markdown's bars, HTML's tags).
    """
    found: dict[int, int] = {}
    for is_cell, run in groupby(enumerate(document.blocks), key=lambda pair: pair[1].kind == "cell"):
        if is_cell:
            cells = list(run)
            first: dict[int, int] = {}
            for (index, _), (row, column) in zip(
                cells, _places(document.source, [cell for _, cell in cells]), strict=True
            ):
                if row == 0:
                    first[column] = index
                elif column in first:
                    found[index] = first[column]
    return found


_BEFORE = 300  # characters before a table's first cell in which its row begins


def _places(source: str, cells: list[Block]) -> Iterator[tuple[int, int]]:
    """Row and column of each cell, counted from 0 and from wherever the rows begin."""
    start = cells[0].runs[0].start
    row, column = 0, _steps(source[max(0, start - _BEFORE) : start])[1]
    yield row, column
    for last, cell in pairwise(cells):
        breaks, steps = _steps(source[last.runs[-1].end : cell.runs[0].start])
        row, column = (row + 1, steps) if breaks else (row, column + steps)
        yield row, column


def _steps(between: str) -> tuple[bool, int]:
    """Whether a row begins in the source between two cells, and how many cells begin in that row or without one."""
    if "<" in between:
        _, breaks, rest = between.lower().rpartition("<tr")
        return bool(breaks), rest.count("<td") + rest.count("<th")
    _, breaks, rest = between.rpartition("\n")
    return bool(breaks), rest.count("|")
