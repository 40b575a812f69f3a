"""Yearly growth in tables: a row with the rate under rows with a year and a value."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.figures.page import Page
from workbench.figures.printed import number, words
from workbench.figures.stated import Number
from workbench.figures.stated_changes import At, Growth
from workbench.model import Sentence
from workbench.patterns import exact
from workbench.units import PERCENT

_RATE = r"\bCAGR\b|(?:annual|yearly) growth"
_COMPOUND = r"\bCAGR\b|compound"
_YEAR = r"\b((?:19|20)\d\d)\b"


def in_tables(page: Page, labels: Iterator[Sentence]) -> Iterator[Growth]:
    """The rates of rows that one of the cells labels, each with the first and last value that has a year."""
    for label in labels:
        if page.article.block(label).kind != "cell" or exact(_RATE).search(label.shadow) is None:
            continue
        cell = _beside(page, label)
        told = page.numerals(cell) if cell is not None else ()
        years = _years(label)
        if cell is None or len(told) != 1 or told[0].unit != PERCENT:
            continue
        dated = {int(year.value): At(value, year) for year, value in _dated(page, label)}
        first, last = (min(dated), max(dated)) if len(dated) > 1 else (0, 0)
        period = (years[0], years[1]) if len(years) == 2 else None
        near = period is None or (abs(period[0].value - first) <= 1 and abs(period[1].value - last) <= 1)
        start, end = (dated[first], dated[last]) if first and near else (None, None)
        stated = words(cell, 0, len(cell.text.rstrip()))
        yield Growth(stated, told[0], exact(_COMPOUND).search(label.shadow) is not None, start, end, None, period)


def _beside(page: Page, label: Sentence) -> Sentence | None:
    """The cell right of a cell."""
    cell = page.of_block.get(label.block + 1)
    if cell is None or page.article.block(cell[0]).kind != "cell":
        return None
    return cell[0] if page.heads.get(label.block) != page.heads.get(label.block + 1) else None


def dated_rows(page: Page, sentence: Sentence) -> list[tuple[Number, Number]]:
    """The years and values of the table right before a sentence."""
    cell = page.of_block.get(sentence.block - 1)
    behind = (
        cell is not None and page.article.block(cell[0]).kind == "cell" and page.article.block(sentence).kind != "cell"
    )
    return list(_dated(page, sentence)) if behind else []


def _dated(page: Page, label: Sentence) -> Iterator[tuple[Number, Number]]:
    """The rows of the table that have one year and one value."""
    for step in (-1, 1):
        block = label.block + step
        while (cell := page.of_block.get(block)) is not None and page.article.block(cell[0]).kind == "cell":
            years, value = _years(cell[0]), _beside(page, cell[0])
            told = page.numerals(value) if value is not None else ()
            if len(years) == 1 and len(told) == 1 and told[0].unit != PERCENT and not _years(value or cell[0]):
                yield years[0], told[0]
            block += step


def _years(cell: Sentence) -> list[Number]:
    found = (number(cell, place.span(1)) for place in exact(_YEAR).finditer(cell.shadow))
    return [one for one in found if one is not None]
