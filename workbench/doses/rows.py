"""Which cells of a table stand in one row."""

from __future__ import annotations

from itertools import groupby, pairwise

from workbench.model import Document


def rows_of(document: Document) -> dict[int, tuple[int, ...]]:
    """For each cell's block: the blocks of its row in reading order.

    Readers give cells without their place; a row ends where the source breaks between two cells (a line in Markdown, a
    tag in HTML).
    """
    found: dict[int, tuple[int, ...]] = {}
    for is_cell, run in groupby(enumerate(document.blocks), key=lambda pair: pair[1].kind == "cell"):
        if not is_cell:
            continue
        cells = list(run)
        rows = [[cells[0][0]]]
        for (_, last), (index, cell) in pairwise(cells):
            between = document.source[last.runs[-1].end : cell.runs[0].start]
            if ("<tr" in between.lower()) if "<" in between else ("\n" in between):
                rows.append([])
            rows[-1].append(index)
        found.update((index, tuple(row)) for row in rows for index in row)
    return found
