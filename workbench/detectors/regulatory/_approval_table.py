"""Approvals told by a table: a column or a row headed "FDA-approved for", a product in each of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.detectors import Hits
from workbench.detectors.regulatory._approval_cue import cue_at
from workbench.detectors.regulatory._approval_grammar import DENIAL, LISTED, NAMING
from workbench.detectors.regulatory._approval_judge import Claimed, failed
from workbench.detectors.regulatory._approval_names import Name, Text
from workbench.detectors.regulatory._approval_page import Page
from workbench.detectors.regulatory._approval_subject import stands_alone
from workbench.detectors.regulatory._rows import ANY_USE
from workbench.model import Match, Sentence

_HEAD = 8  # words of a heading cell
_AGAINST = frozenset(["off", "unapproved", "unlicensed", "status", "studied", "trials"]) | DENIAL
_YES = frozenset({"yes", "approved"})
_Grid = list[list[list[Sentence]]]  # lines of cells of sentences


def columns_of(page: Page, claims: Hits) -> Iterator[Match]:
    """The uses that such a table calls approved and the reference does not, one match for each cell."""
    blocks = page.article.document.blocks
    headed = {hit.sentence for hit in claims if blocks[page.article.sentences[hit.sentence].block].kind == "cell"}
    for grid in map(_even, _grids(page)) if headed else ():
        for line, cells in enumerate(grid):
            for place, cell in enumerate(cells):
                if cell and cell[0].index in headed and (line == 0 or place == 0):
                    yield from _under(page, grid, line, place, cell[0], claims)


def _grids(page: Page) -> Iterator[_Grid]:
    """The article's tables; a line ends where the source between two cells ends one."""
    article, source = page.article, page.article.document.source
    grid: _Grid = []
    before, end = -2, 0
    for index, block in enumerate(article.document.blocks):
        if block.kind != "cell" or not block.runs:
            continue
        start = block.runs[0].start
        between = source[end:start].lower()
        if index != before + 1:
            if grid:
                yield grid
            grid = [[]]
        elif "<tr" in between or ("<" not in between and "\n" in between):
            grid.append([])
        grid[-1].append(page.sentences_of(index))
        before, end = index, block.runs[-1].end
    if grid:
        yield grid


def _even(grid: _Grid) -> _Grid:
    """The lines of one width; an empty first cell of the head is no block and put back, other short lines are out."""
    width = max(map(len, grid))
    first = [[], *grid[0]] if len(grid[0]) == width - 1 else grid[0]
    return [first, *(line for line in grid[1:] if len(line) == width)]


def _under(page: Page, grid: _Grid, line: int, place: int, head: Sentence, claims: Hits) -> Iterator[Match]:
    text = page.text(head)
    at = next((hit.at for hit in claims if hit.sentence == head.index), 0)
    cue = cue_at(text, text.word_at(at))
    spoken = {word.text for word in text.words}
    if cue is None or len(text.words) > _HEAD or _AGAINST & spoken or text.products.found:
        return
    uses_told, down = bool(spoken & (LISTED | NAMING)), line == 0
    cells = [row[place] for row in grid[1:] if place < len(row)] if down else grid[line][1:]
    names = [row[0] for row in grid[1:] if place < len(row)] if down else grid[0][1:]
    rows = [row for row in grid[1:] if place < len(row)] if down else [[] for _ in cells]
    for cell, named, row in zip(cells, names, rows, strict=False):
        told = cell if uses_told else [one for other in row[1:] for one in other] if _affirmed(page, cell) else []
        product = _product(page, named)
        if product and product.first == 0:
            yield from _against(page, product, told, cue.place)


def _affirmed(page: Page, cell: Sequence[Sentence]) -> bool:
    return any(page.text(sentence).word(0) in _YES for sentence in cell)


def _product(page: Page, cell: Sequence[Sentence]) -> Name | None:
    texts: list[Text] = [page.text(sentence) for sentence in cell[:1]]
    return next((name for text in texts for name in text.products.found if stands_alone(text, name)), None)


def _against(page: Page, product: Name, cell: Sequence[Sentence], place: str) -> Iterator[Match]:
    for sentence in cell:
        text = page.text(sentence)
        if _AGAINST & {word.text for word in text.words}:
            return
        for use in text.uses.found:
            found = page.judge.rule(Claimed(product, use, True, place, False, False, False))
            if found.verdict == "fail" and found.row and page.concerns(found.row):
                at, to = text.words[use.first].at, text.words[use.after - 1].to
                given = sentence.text[at:to]
                where = Match(sentence.index, at, to)
                yield failed((found.row,), where, given, found.row["product"], given or ANY_USE[0])
                break
