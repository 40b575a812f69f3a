"""Counts told as the parts of a total: “1,240 people: Leeds 512, Hull 418, York 310”, “96 began … 76 finished”.

Only parts that exclude each other by what they are called: opposites, places, ages, an “other”, groups of a trial.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from msgspec import Struct, structs

from workbench.figures import _amount_sums
from workbench.figures._mean_rows import over, rows
from workbench.figures._partings import CLOSED, Why, why_apart
from workbench.figures.page import Page, once
from workbench.figures.printed import words
from workbench.figures.stated import Number, Words
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

CUE = r"(?:\d|teen|ty|hundred|\b(?:two|three|four|five|six|seven|eight|nine|ten))\b[^\n]*(?:[,;:(]|\band\b)[^\n]*\w"
ITEMS = r"\d"
TOTALS = r"^ ?(?:total|all|sum|overall|in all|altogether)\b"
_NEXT = r"[^.]*(?:,|;| and | or )[^.]*"
_APART = r"\b(?:vs?|versus|compared|than|to|from|weeks?|months?|years?|p|per|times|mg|between) ?$|[-/]$"
_GAP = 90
_IN_ALL = r"(?: [a-z]+){0,2},? (?:in all|in total|altogether|all told)\b"
_OF = r"(?:^|[.;:] )(?:of|among) (?:the |these |those )?$"
_SIZED = r"[(\[] ?n ?= ?$"  # “34 boys and 29 girls (N = 68)”
_OPENS = r"(?:[:;(,.]| -|\band|\bof|\bbeing|\bare|\bwere|\bincluded|\binto|\bto) ?[^\d.;]*$"
_LONGEST_LABEL = 60
_LEAST = 5


class Tally(Struct, frozen=True):
    """Parts with their total; `closed` where the parts are all there can be, `others` are further numbers nearby."""

    words: Words
    total: Number
    parts: tuple[Number, ...]
    why: Why
    closed: bool
    others: tuple[Number, ...] = ()


@once
def read(page: Page) -> Iterator[Tally]:
    """Every total with two or more parts that exclude each other, in reading order."""
    for sentence in page.cued(CUE):
        if page.article.block(sentence).kind != "cell":
            yield from _prose(page, sentence)
    for sentence in page.cued(_amount_sums.CUE):
        for total, run in _amount_sums.sums(page, sentence):
            at, to = min(total.at, run[0].at), max(total.to, run[-1].to)
            yield Tally(words(sentence, at, to), total, tuple(run), "amounts", True)
    yield from _lists(page)
    yield from _tables(page)


def plain(page: Page, sentence: Sentence) -> list[Number]:
    """The whole numbers of a sentence that count something."""
    known = page.counts.get(sentence.index)
    if known is None:
        known = page.counts[sentence.index] = _plain(page, sentence)
    return known


def _plain(page: Page, sentence: Sentence) -> list[Number]:
    found = []
    for one in page.numerals(sentence):
        quantity = page.quantity(one)
        kind = quantity is None or quantity.kind in ("number", "group", "count")
        told = quantity is None or quantity.low in (None, quantity.high)
        if (
            kind
            and told
            and one.unit in ("", "people")
            and one.value == one.value.to_integral_value()
            and one.value > 0
        ):
            found.append(one)
        elif quantity is not None and quantity.kind == "group" and quantity.unit == "people":
            found.append(one)  # “77 of the 150 patients”
    return found


def _prose(page: Page, sentence: Sentence) -> Iterator[Tally]:
    numbers = plain(page, sentence)
    if len(numbers) < 2:
        return
    if len(numbers) > 2 and exact(_IN_ALL).match(after(sentence.shadow, numbers[-1].to, 40)) is not None:
        yield from _tally(page, sentence, numbers[-1], numbers[:-1], "total behind")
        return
    if len(numbers) > 2 and exact(_SIZED).search(before(sentence.shadow, numbers[-1].at, 8)) is not None:
        yield from (structs.replace(one, closed=True) for one in _tally(page, sentence, numbers[-1], numbers[:-1]))
        return
    for place, total in enumerate(numbers[:-2]):
        if total.value < _LEAST or _approximate(page, total):
            continue
        run = _run(sentence, numbers[place + 1 :])
        opens = exact(_OPENS).search(sentence.shadow[total.to : run[0].at]) is not None
        opens = opens or exact(_OF).search(before(sentence.shadow, total.at, 12)) is not None
        if len(run) > 1 and opens and all(one.value <= total.value for one in run):
            found = list(_tally(page, sentence, total, run))
            yield from found
            if found:
                return
    earlier = next(iter(page.before(sentence, 1)), None)
    if earlier is not None and len(numbers) > 1:
        told = [one for one in plain(page, earlier) if one.value >= _LEAST]
        run = _run(sentence, numbers)
        if len(told) == 1 and len(run) == len(numbers) and not _approximate(page, told[0]):
            yield from (one for one in _tally(page, sentence, told[0], run) if one.why != "one way each")


def _run(sentence: Sentence, numbers: list[Number]) -> list[Number]:
    """The numbers of a list, from its first on."""
    run = numbers[:1]
    for one, other in pairwise(numbers):
        gap = sentence.shadow[one.to : other.at]
        if len(gap) > _GAP or exact(_NEXT).fullmatch(gap) is None or exact(_APART).search(gap) is not None:
            break
        run.append(other)
    return run


def _tally(page: Page, sentence: Sentence, total: Number, run: list[Number], how: Why | None = None) -> Iterator[Tally]:
    labels = list(_labels(sentence, run))
    left = sentence.shadow[total.to if total.sentence == sentence.index and total.to <= run[0].at else 0 : run[0].at]
    home = page.article.sentences[total.sentence]
    around = home.shadow if home is sentence else home.shadow + b" " + sentence.shadow
    why = how or why_apart(labels, left, around, len(run))
    if why is None:
        return
    others = tuple(one for near in {home.index: home, sentence.index: sentence}.values() for one in plain(page, near))
    others = tuple(one for one in others if one is not total and one not in run)
    at, to = (run[0].at, max(run[-1].to, total.to if home is sentence else 0))
    at = min(at, total.at) if home is sentence else at
    yield Tally(words(sentence, at, to), total, tuple(run), why, why in CLOSED, others)


def _labels(sentence: Sentence, run: list[Number]) -> Iterator[tuple[bytes, bytes]]:
    """What stands right before each number of a list and behind it, as far as the next."""
    last = max(0, run[0].at - _LONGEST_LABEL)
    for place, one in enumerate(run):
        end = run[place + 1].at if place + 1 < len(run) else one.to + _LONGEST_LABEL
        behind = exact(r"[^,;.:()]*").match(sentence.shadow[one.to : end])
        yield sentence.shadow[last : one.at], behind.group() if behind is not None else b""
        last = one.to


def _approximate(page: Page, one: Number) -> bool:
    quantity = page.quantity(one)
    return quantity is not None and quantity.approximate


def _lists(page: Page) -> Iterator[Tally]:
    """A list of which each item tells one count, under words that tell the total."""
    items = [one for one in page.cued(ITEMS) if page.article.block(one).kind == "item"]
    for above, group in groupby(items, key=lambda one: page.lead_in(one) or page.title(one)):
        found = [(one, plain(page, one)) for one in group]
        told = [one for one in plain(page, above) if one.value >= _LEAST] if above is not None else []
        if len(told) != 1 or len(found) < 2 or any(len(numbers) != 1 for _, numbers in found):
            continue
        numbers = [numbers[0] for _, numbers in found]
        labels = [(one.shadow[: n.at], one.shadow[n.to :]) for (one, _), n in zip(found, numbers, strict=True)]
        yield from _column(found[0][0], told[0], numbers, labels)


def _tables(page: Page) -> Iterator[Tally]:
    """The column of a table against its row “Total”, or against the total over the table."""
    known: dict[int, list[tuple[Sentence, Number]]] = {}
    names: dict[int, list[bytes]] = {}
    for row in rows(page):
        cells = [(head.block, plain(page, cell) or _amount(page, cell), cell) for cell, head in row]
        label = _row_label(page, row[0][0])
        for head, numbers, cell in cells:
            bare = len(numbers) == 1 and exact(r"\W*[\d,. ]*\d\W*").fullmatch(cell.shadow) is not None
            if bare and not before(cell.shadow, len(cell.shadow), 3).strip().endswith(b"%"):
                known.setdefault(head, []).append((cell, numbers[0]))
                names.setdefault(head, []).append(label if cell is not row[0][0] else b"")
    for head, column in known.items():
        numbers = [number for _, number in column]
        if len(numbers) < 3 and not exact(TOTALS).search(names[head][-1]):
            continue
        if len(numbers) > 2 and exact(TOTALS).search(names[head][-1]) is not None:
            yield Tally(
                words(column[-1][0], numbers[-1].at, numbers[-1].to),
                numbers[-1],
                tuple(numbers[:-1]),
                "total row",
                True,
            )
        elif (above := over(page, page.of_block[head][0])) is not None:
            told = [one for one in plain(page, above) if one.value >= _LEAST]
            if len(told) == 1:
                yield from _column(column[-1][0], told[0], numbers, [(name, b"") for name in names[head]])


def _amount(page: Page, cell: Sentence) -> list[Number]:
    """The amount of money that a cell tells."""
    there = page.article.quantities[cell.index]
    alone = len(there) == 1 and there[0].kind == "money" and there[0].low == there[0].high and not there[0].approximate
    return list(page.numerals(cell)) if alone and len(page.numerals(cell)) == 1 else []


def _row_label(page: Page, first: Sentence) -> bytes:
    """The words of a row's first cell, whether or not its column has a heading."""
    block = first.block
    ahead = page.of_block.get(block - 1)
    headed = block in page.heads and (
        ahead is None or block - 1 in page.heads or page.article.block(ahead[0]).kind != "cell"
    )
    return first.shadow if headed or ahead is None else ahead[0].shadow


def _column(home: Sentence, total: Number, numbers: list[Number], labels: list[tuple[bytes, bytes]]) -> Iterator[Tally]:
    why = why_apart(labels, b":", b"", len(numbers))
    if why is not None and all(one.value <= total.value for one in numbers):
        last = next(one for one in numbers if one.sentence == home.index)
        yield Tally(words(home, last.at, last.to), total, tuple(numbers), why, why in CLOSED)
