"""Means in the rows of a table that has a column for them: “Tai chi | 14 | 1.38” under “Group | n | Mean falls”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from workbench.figures._scales import scale_of
from workbench.figures._sizes import sizes_of
from workbench.figures.page import Page
from workbench.figures.printed import number, words
from workbench.figures.stated import Mean, Number, Size
from workbench.model import Sentence
from workbench.patterns import exact

HEADS = r"\b(?:means?|averages?)\b|\bM\b"
_MEAN = r"(?:\b(?:means?|averages?)\b|^M$)[^()\[~]*(?:\([^()]*\d[^()]*\))?[^()\[~]*$"  # not “mean (SD)”
_SPREAD = r"^(?:SD|standard deviations?|s\.d\.)\W*$"
SIZE = (
    r"^(?:n|no\.?|number|(?:number of )?(?:people|patients|participants|adults|women|men|children|testers|answers"
    r"|volunteers"
    r"|respondents|subjects|users|readers|pupils|students|residents)(?: (?:checked|seen|asked|tested|examined|measured"
    r"|weighed|treated|who answered|answering))?)\W*$"
)
_NUMBER = r"(-?\d+(?:\.\d+)?)"
Row = list[tuple[Sentence, Sentence]]  # the cells of a row, each with the heading of its column


def in_rows(page: Page) -> Iterator[Mean]:
    """Every mean in a column that is headed as one, with the spread and the people of its row."""
    if not any(True for _ in page.cued(HEADS)):
        return
    every = list(rows(page))
    for place, row in enumerate(every):
        means = [cell for cell, head in row if exact(_MEAN).search(head.shadow.strip()) is not None]
        for cell, head in row:
            value = _value(cell) if cell in means else None
            if value is not None and len(means) == 1:
                yield _mean(page, cell, head, value, row)
        if not means:
            yield from _labelled(page, row, every[place + 1] if place + 1 < len(every) else [])


def _labelled(page: Page, row: Row, below: Row) -> Iterator[Mean]:
    """The means of a row that is labelled as one, under headings that tell the groups: “Mean cups | 1.59 | 2.02”."""
    first = row[0][0]
    label = first if _value(first) is None else label_of(page, first)
    if label is None or exact(_MEAN).search(label.shadow.strip()) is None:
        return
    for cell, head in row:
        value, sizes = _value(cell), sizes_of(page, head, "column")
        if value is not None and len(sizes) == 1:
            above = over(page, head)
            spoken = [label, *([above] if above is not None else []), *([row[0][1]] if row[0][0] is label else [])]
            scale = next(filter(None, (scale_of(page, one) for one in spoken)), None)
            about = tuple(one.index for one in spoken)
            spread = _spread_below(page, below, head)
            kind: Literal["SD", ""] = "SD" if spread is not None else ""
            yield Mean(
                words(cell, value.at, value.to), value, spread, kind, sizes=tuple(sizes), scale=scale, about=about
            )


def _spread_below(page: Page, below: Row, head: Sentence) -> Number | None:
    """The standard deviation in the row below a row of means, in the same column."""
    if not below:
        return None
    label = below[0][0] if _value(below[0][0]) is None else label_of(page, below[0][0])
    if label is None or exact(_SPREAD).search(label.shadow.strip()) is None:
        return None
    return next((_value(cell) for cell, own in below if own is head), None)


def label_of(page: Page, first: Sentence) -> Sentence | None:
    """The cell before the first one that has a heading: the label of its row under an empty heading."""
    before = page.of_block.get(first.block - 1)
    cell = before is not None and page.article.block(before[0]).kind == "cell"
    return before[0] if before is not None and cell and first.block - 1 not in page.heads else None


def rows(page: Page) -> Iterator[Row]:
    """The rows of every table under its headings, without the cells that have none."""
    row: Row = []
    last = -1
    for cell, head in page.heads.items():
        if cell not in page.of_block or head not in page.of_block:
            continue
        if row and head <= last:
            yield row
            row = []
        row.append((page.of_block[cell][0], page.of_block[head][0]))
        last = head
    if row:
        yield row


def over(page: Page, head: Sentence) -> Sentence | None:
    """What stands right over the table that a heading of a column belongs to: its caption or lead-in."""
    blocks = page.article.document.blocks
    first = head.block
    while first > 0 and blocks[first - 1].kind == "cell":
        first -= 1
    return page.of_block[first - 1][-1] if first - 1 in page.of_block else None


def _mean(page: Page, cell: Sentence, head: Sentence, value: Number, row: Row) -> Mean:
    above = over(page, head)
    spread = next((_value(other) for other, name in row if exact(_SPREAD).search(name.shadow.strip())), None)
    told = next((_value(other) for other, name in row if exact(SIZE).search(name.shadow.strip())), None)
    sizes = [Size(told, where="beside")] if told is not None and told.value >= 1 else []
    if not sizes and above is not None:
        sizes = sizes_of(page, above, "lead-in")
    spoken = [head, *([above] if above is not None else []), *(page.of_block[name.block][0] for _, name in row[:1])]
    scale = next(filter(None, (scale_of(page, one) for one in spoken)), None)
    about = tuple(dict.fromkeys(one.index for one in spoken))
    return Mean(
        words(cell, value.at, value.to), value, spread, "SD" if spread is not None else "", sizes=tuple(sizes),
        scale=scale, about=about,
    )  # fmt: skip


def _value(cell: Sentence) -> Number | None:
    skipped = len(cell.shadow) - len(cell.shadow.lstrip())
    found = exact(_NUMBER).fullmatch(cell.shadow.strip())
    return None if found is None else number(cell, found.span(1), offset=skipped)
