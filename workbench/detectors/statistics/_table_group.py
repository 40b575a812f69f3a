"""Percentages in the columns of a table that are headed by their group: “64%” under “Year 5 (n = 28)”."""

from __future__ import annotations

from decimal import Decimal

from workbench.figures._mean_rows import Row, label_of, rows
from workbench.figures._sizes import sizes_of
from workbench.figures.page import Page
from workbench.patterns import exact
from workbench.statistics import decimals, fits

_ASKED = (
    r"\b(?:questions?|answers?|complaints?|symptoms?|side effects?|adverse|reasons?|statements?"
    r"|what (?:they|we|people))\b"
)
_SAYS = r"^\W*(?:I|We|My|Our)\b"
_PERCENT = r"\W*(\d{1,3}(?:\.\d+)?) ?%\W*"
_HEADS = r"\bn ?= ?\d"
_MEASURED = (
    r"\b(?:mean|average|median|change|reduc\w+|increas\w+|decreas\w+|improvement|loss|gain|difference|scores?|index"
    r"|adherence|attendance|accuracy|efficiency|saturation|weight|fat|volume|HbA1c|haematocrit|hematocrit|CI|p|risk)\b"
)
_SMALL = 100
_FEWEST = 2  # percentages of the table that are right


def headed(page: Page) -> dict[int, int]:
    """The group of each percentage in a table of what people said or had, by sentence.

    Only where most of the table is right: otherwise its percentages are of other groups, or no shares of people.
    """
    found: dict[int, int] = {}
    if not any(True for _ in page.cells(_HEADS)):
        return found
    right = wrong = 0
    for row in rows(page):
        if _of_people(page, row) or _exact(page, row):
            for cell, head in row:
                sizes = sizes_of(page, head)
                value = exact(_PERCENT).fullmatch(cell.shadow)
                if value is not None and len(sizes) == 1 and not sizes[0].approximate:
                    percent, n = Decimal(value.group(1).decode()), int(sizes[0].number.value)
                    found[cell.index] = n
                    fitting = bool(fits(percent, decimals(percent), n))
                    right, wrong = right + fitting * (1 + decimals(percent)), wrong + (not fitting)
    return found if right >= _FEWEST and right >= 2 * wrong else {}


def _exact(page: Page, row: Row) -> bool:
    """Whether all of a row are percentages with decimals under small groups, and its label names no measure."""
    label = label_of(page, row[0][0])
    values = [exact(_PERCENT).fullmatch(cell.shadow) for cell, _ in row]
    told = [Decimal(one.group(1).decode()) for one in values if one is not None]
    small = all(0 < size.number.value <= _SMALL for _, head in row for size in sizes_of(page, head))
    named = label is not None and exact(_MEASURED).search(label.shadow) is None
    return named and small and len(told) == len(row) > 1 and all(decimals(one) > 0 for one in told)


def _of_people(page: Page, row: Row) -> bool:
    """Whether a row tells what people said, or stands under “Symptom” and the like."""
    first, head = row[0]
    label = label_of(page, first)
    if exact(_PERCENT).fullmatch(first.shadow) is None:
        return exact(_SAYS).search(first.shadow) is not None or exact(_ASKED).search(head.shadow.lower()) is not None
    return label is not None and exact(_SAYS).search(label.shadow) is not None
