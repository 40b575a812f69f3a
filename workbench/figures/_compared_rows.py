"""Rows of tables with two values and, under “Change”, the percentage from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from workbench.figures._compared_values import as_pair
from workbench.figures._mean_rows import rows
from workbench.figures.page import Page
from workbench.figures.printed import number, words
from workbench.figures.stated import Number
from workbench.figures.stated_changes import Change, Told
from workbench.model import Sentence
from workbench.patterns import exact
from workbench.units import PERCENT

CHANGES = r"\b(?:change|difference|diff\.?|rise|fall|increase|decrease|reduction|growth)\b"


def in_tables(page: Page) -> Iterator[Change]:
    """A row with two values and, under “Change”, the percentage from one to the other."""
    if not any(True for _ in page.cued(CHANGES)):
        return
    for row in rows(page):
        last, head = row[-1]
        if exact(CHANGES).search(head.shadow) is None:
            continue
        values = [one for cell, _ in row[:-1] for one in [_only(page, cell)] if one is not None]
        sign = exact(r"^\W*?([+-]|down |up )?\D{0,2}?(\d+(?:\.\d+)?) ?(%|per ?cent)\W*$").search(last.shadow)
        told = number(last, sign.span(2), PERCENT) if sign is not None else None
        pair = as_pair(values) if len(values) == 2 else None
        if told is None or pair is None:
            continue
        old, new = pair
        side: Literal["up", "down"] = "up" if new.amount > old.amount else "down"
        stated = words(last, 0, len(last.text))
        yield Change(stated, old, new, (Told(stated, told.value, "percent", told, side),), side, apart=True)


def _only(page: Page, cell: Sentence) -> Number | None:
    found = page.numerals(cell)
    bare = len(found) == 1 and exact(r"\W*[\d.,]+ ?(?:%|[a-zA-Z]{0,5})\W*").fullmatch(cell.shadow) is not None
    return found[0] if bare else None
