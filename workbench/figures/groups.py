"""How many people a group has, and how many of them are counted: “17 of 24 (70.8 %)”, “all 8”, “half of the 12”.

The groups that `workbench.quantities` finds are taken up here and connected with counts and percentages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import structs

from workbench.figures import _counted, _said
from workbench.figures._mean_rows import SIZE, Row, over, rows
from workbench.figures._sizes import sizes_of
from workbench.figures.page import Page, once
from workbench.figures.printed import NUMBER, number, words
from workbench.figures.stated import Number, Share, Size
from workbench.model import Sentence
from workbench.patterns import exact
from workbench.statistics import decimals, fits

CUE = (
    r"\d ?%|\bper ?cent|\bn ?= ?\d|\d/\d"
    r"|\b(?:of|in|all|among)(?: (?:the|these|those|our|them|every))?(?: first)? (?:\d|\w+(?:teen|ty)\b|two|three|four"
    r"|five|six|seven|eight|nine|ten|eleven|twelve)"
)
HEADS = r"\bn ?= ?\d"
SIZES = r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b"
_NO_SHARE = (
    r"\b(?:drop|fall|reduction|chang\w+|increas\w+|decreas\w+|gain|loss|lost|mean|average|scores?|CI|risk|lower"
    r"|higher|difference"
    r"|accuracy|adherence|attendance|total|rise|growth|weighted|adjusted|estimat\w+)\b"
)
_COUNTS = r"^(?:n|no\.?|number|count|people|patients|participants|women|men|children|adults|cases)\W*$"
_PERCENT = r"\d ?%|per ?cent"
_CELL = rf"({NUMBER})(?: ?/ ?({NUMBER}))? ?[(\[] ?({NUMBER}) ?%? ?[)\]]"
_Reader = Callable[[Page, Sentence], Iterator[Share]]
_ALWAYS: tuple[_Reader, ...] = (_counted.of_a_group,)
_OF_PERCENT = (_counted.around_percent, _said.percent_in_arm, _said.percent_of)
_OF_WORDS = (_said.parts, _said.all_of, _said.of_them)
_LAST = (_counted.alone, _counted.by_word)
_READERS: dict[tuple[bool, bool], tuple[_Reader, ...]] = {  # by whether there is a percentage, and a group
    (False, False): _ALWAYS,
    (False, True): (*_ALWAYS, *_OF_WORDS),
    (True, False): (*_ALWAYS, *_OF_PERCENT, *_LAST),
    (True, True): (*_ALWAYS, *_OF_PERCENT, *_OF_WORDS, *_LAST),
}


@once
def sizes(page: Page) -> Iterator[Size]:
    """The size of every group of people that is told, in reading order."""
    for sentence in page.cued(SIZES):
        yield from sizes_of(page, sentence)


@once
def read(page: Page) -> Iterator[Share]:
    """People counted in a group, in reading order; of two readings of the same number the closer one."""
    cells = {cell.index: (cell, head) for cell, head in page.cells(HEADS)}
    prose = (sentence for sentence in page.cued(CUE) if sentence.index not in cells)
    found = [share for sentence in prose for share in _in(page, sentence)]
    found += [share for cell, head in cells.values() for share in _cell(page, cell, head)]
    found += [share for row in rows(page) for share in _row(page, row) if not any(_same(share, one) for one in found)]
    yield from sorted(found, key=lambda share: (share.words.sentence, share.words.at))


def _in(page: Page, sentence: Sentence) -> list[Share]:
    percent, whole = page.holds(sentence, _PERCENT), _said.any_size(page, sentence)
    found: list[Share] = []
    for reader in _READERS[percent, bool(whole)]:
        for share in reader(page, sentence):
            if not any(_same(share, other) for other in found):
                found.append(share)
    return found


def _same(one: Share, other: Share) -> bool:
    """Whether two readings take up the same count or percentage."""
    return any(
        a is not None and b is not None and a.at < b.to and b.at < a.to for a in _told(one) for b in _told(other)
    )


def _told(share: Share) -> tuple[Number | None, ...]:
    own = (share.count, share.percent)
    return own if any(own) else (share.size.number if share.size else None,)


def _row(page: Page, row: Row) -> Iterator[Share]:
    """A row that tells people and a percentage in cells of their own: “Rest | 29 | 44.8 %”, “Itching | 6 | 18 %”.

    The people are the group where the heading says so, or those counted of a group that the heading tells.
    """
    shares = [(cell, one) for cell, head in row if (one := _only_percent(cell, head)) is not None]
    counts = [(cell, head, one) for cell, head in row if (one := _only_count(cell)) is not None]
    if len(shares) != 1 or len(counts) != 1:
        return
    (place, percent), (_, head, count) = shares[0], counts[0]
    told, above = sizes_of(page, head, "column"), over(page, head)
    if exact(SIZE).search(head.shadow.strip()) is not None:
        whole = sizes_of(page, row[0][1], "column") or (sizes_of(page, above, "lead-in") if above is not None else [])
        if not whole:
            yield Share(words(place, percent.at, percent.to), None, Size(count, where="beside"), percent)
            return
        n, value = int(whole[0].number.value), percent.value
        if int(count.value) not in fits(value, decimals(value), n) and fits(value, decimals(value), int(count.value)):
            return  # people of a row, not a count of the whole
        told = told or (whole if row[0][1] is not head and len(whole) == 1 else told)
    if not told and above is not None and exact(_COUNTS).search(head.shadow.strip()) is not None:
        told = sizes_of(page, above, "lead-in")
    if len(told) == 1 and count.value <= told[0].number.value:
        size = structs.replace(told[0], where="beside")
        yield Share(words(place, percent.at, percent.to), structs.replace(count, sentence=place.index), size, percent)


def _only_percent(cell: Sentence, head: Sentence) -> Number | None:
    found = exact(rf"\W*({NUMBER}) ?(%?)\W*").fullmatch(cell.shadow)
    if exact(_NO_SHARE).search(head.shadow) is not None:
        return None
    signed = found is not None and (found.group(2) or exact(r"%|per ?cent|^share").search(head.shadow) is not None)
    return number(cell, found.span(1), "%") if found is not None and signed else None


def _only_count(cell: Sentence) -> Number | None:
    found = exact(r"\W*(\d{1,3}(?:,\d{3})+|\d{1,6})\W*").fullmatch(cell.shadow)
    return number(cell, found.span(1)) if found is not None and b"%" not in cell.shadow else None


def _cell(page: Page, sentence: Sentence, head: Sentence) -> Iterator[Share]:
    """A cell “17 (70.8)” under a heading that tells the size of its group."""
    found = exact(_CELL).fullmatch(sentence.shadow.strip())
    if found is None:
        return
    skipped = len(sentence.shadow) - len(sentence.shadow.lstrip())
    count = number(sentence, found.span(1), offset=skipped)
    percent = number(sentence, found.span(3), "%", offset=skipped)
    heading = sizes_of(page, head, "column")
    above = over(page, head)
    if not heading and above is not None:
        heading = sizes_of(page, above, "lead-in")
    own = number(sentence, found.span(2), offset=skipped) if found.group(2) else None
    size = Size(own, where="beside") if own is not None else heading[0] if len(heading) == 1 else None
    counted = count is not None and count.value == count.value.to_integral_value()
    if counted and percent is not None and size is not None and count is not None and count.value <= size.number.value:
        yield Share(_counted.around(sentence, count, percent), count, size, percent)
