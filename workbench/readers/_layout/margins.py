"""What a printed page holds around its text: page numbers, and lines at the head or foot of each page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from workbench.readers._layout.rows import Row
from workbench.readers._lazy import lazily
from workbench.readers._shape import title_like
from workbench.readers._wordings import PAPER

_NUMBERED = lazily(r"(?:[-–—] ?)?(?:page )?(\d{1,4})(?: ?(?:/|of) ?\d{1,4})?(?: ?[-–—])?", re.IGNORECASE)
_NEAREST = 3  # rows between two page numbers; numbers closer than that are a column of a table
_LONGEST_HEAD = 120  # characters


def margins(rows: Sequence[Row]) -> dict[int, str]:
    """Index of each row that belongs to the margin of a printed page, with the reason.

    Page numbers count on by one; a line that stands beside more than one of them is the page's running head.
    """
    numbers = _page_numbers(rows)
    beside = [at for number in numbers for at in (number - 1, number + 1) if 0 <= at < len(rows)]
    heads = [at for at in dict.fromkeys(beside) if at not in numbers and len(rows[at].text) <= _LONGEST_HEAD]
    times = Counter(rows[at].text for at in heads)
    found = dict.fromkeys(numbers, "page number")
    found.update({at: "running head" for at in heads if times[rows[at].text] > 1})
    return found


def _page_numbers(rows: Sequence[Row]) -> set[int]:
    found: set[int] = set()
    last, before = -1, -1
    for index, row in enumerate(rows):
        text = row.text
        if len(text) > 16 or not (text[-1].isdecimal() or text[-1] in "-–—"):
            continue
        match = _NUMBERED.fullmatch(text)
        if not match:
            continue
        number = int(match.group(1))
        if last >= 0 and number == before + 1 and index - last > _NEAREST:
            found.update((last, index))
        last, before = index, number
    return found


def section_name(rows: Sequence[Row], index: int) -> bool:
    """Whether a row is the part of the paper ("HEALTH") above the headline in the row below."""
    if index + 1 >= len(rows) or rows[index].marker or rows[index].text.lower() not in PAPER:
        return False
    return len(rows[index + 1].text.split()) >= 4 and title_like(rows[index + 1].text)
