"""How deep a heading or item of a plain text stands, guessed from what is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from workbench.model import BlockKind
from workbench.readers._layout.rows import Row
from workbench.readers._lazy import lazily
from workbench.readers._shape import asks

_NAMED = lazily(r"[(\[]?\bH([1-6])[)\]]?$")
_QUESTIONS = lazily(
    r"(?:frequently asked questions|faqs?|common questions|questions (?:and|&) answers)\b", re.IGNORECASE
)


class _Last(NamedTuple):
    """The last heading: one that begins with the same word ("At home", "At school") stands beside it."""

    level: int
    begins: str


def levels(rows: Sequence[Row], kinds: Sequence[BlockKind], aside: Sequence[bool]) -> list[int]:
    """Level of each heading (1 = title), depth of each item (1 = outermost), 0 for all others.

    `aside` is true for by-lines and furniture, which may stand above a title.
    """
    found = [0] * len(rows)
    outer, asked, titled = 1, False, False
    indents: list[int] = []
    last = _Last(0, "")
    opening = True
    for index, (row, kind) in enumerate(zip(rows, kinds, strict=True)):
        if kind == "item":
            found[index] = _depth(row, indents)
            opening = False
            continue
        indents = []
        if kind == "heading":
            above = index > 0 and kinds[index - 1] == "heading"
            begins = row.text.split(None, 1)[0]
            like_last = (last.level, last.begins) == (3, begins) and not row.marker
            level = _level(row, opening and not titled, outer, asked, found[index - 1] if above else 0, like_last)
            last = _Last(level, begins)
            found[index] = level
            titled = titled or level == 1
            if row.marker not in ("number", "decimal", "question") and not (asked and asks(row.text)):
                outer = level
                asked = bool(_QUESTIONS.match(row.text))
        elif not aside[index]:
            opening = False
    return found


def _depth(row: Row, indents: list[int]) -> int:
    while indents and indents[-1] > row.indent:
        indents.pop()
    if not indents or row.indent >= indents[-1] + 2:
        indents.append(row.indent)
    return len(indents)


def _level(row: Row, first: bool, outer: int, asked: bool, above: int, like_last: bool) -> int:
    named = _NAMED.search(row.text)
    if row.marker == "hash":
        return row.rank
    if named:
        return int(named.group(1))
    if first and row.marker not in ("number", "question"):
        return 1
    if row.marker == "decimal":
        return min(row.rank + 1, 6)
    if row.marker in ("number", "question") or (asked and asks(row.text)):
        return min(max(outer, 1) + 1, 6)
    if above == 2 and row.marker == "":
        return 3
    return 3 if like_last else 2
