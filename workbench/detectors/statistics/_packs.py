"""Prices of one and of several told in different places: “A session costs 80 euros. Ten cost 900 euros.”"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from workbench.doses.reckoning import plain
from workbench.figures.page import Page
from workbench.figures.printed import WORDED
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before, scan
from workbench.patterns import exact

_NUMBER = rf"(?:{WORDED})"
_THING = r"(?:[a-z-]+ ){0,2}?([a-z]{3,}?)"
_ONE = (
    rf"(?:^|[(,;:.] ?|\b)(?:an?|one|1|each|every|a single|single|the) {_THING},? ?(?:costs?|is|comes? to|for|:|=|at)?"
    r" ?(?:only |just )?$"
)
_PACK = (
    rf"(?:\b(?:packages?|packs?|courses?|blocks?|sets?|bundles?|series|cards?) (?:of|with|for) ({_NUMBER})"
    rf"(?: {_THING}s?)?"
    rf"|(?:^|\b)({_NUMBER})(?:-| )(?:{_THING}s?\b(?: (?:package|pack|course|card|bundle))?)"
    r")(?: \([a-z ]*\))?,? ?(?:costs?|comes? to|are|is|for|:|at)? ?(?:only |just )?$"
)
_EACH = rf"(?:^|\b)({_NUMBER}) {_THING}s [(\[]\W*$"
_STARTS_AT = (
    r"\b(?:prices?|fees?|rates?|sessions?|visits?|packages?|treatments?|consultations?)(?: [a-z]+){0,3}?"
    r" (?:start|begin)s? (?:at|from) (?:just |only )?$|: ?(?:starting )?from (?:just |only )?$"
)
_CHEAPEST_IS = r"\b(?:cheapest|lowest|least expensive)\b[^.;]{0,40}(?:is|costs?|at|for|:) ?(?:just |only )?$"
_SPECIAL = r"\b(?:members?|students?|children|insurance|discount\w*|offer|voucher|first|new|online only|half)\b"
_SENTENCES = 3
_NOT_WHOLE = r" ?(?:each|apiece|per|a|an|every|/)\b|[+]"
_MORE_IN_IT = r"\b(?:includ\w+|plus|with an?|with the|as well|also|premium|deluxe|extras?|longer|private|instead)\b"
_OTHER_KIND = r"\b(?:first|initial|follow-?ups?|new|next|later|long(?:er)?|short(?:er)?|private|double|trial)\b"
_FULL = r"\b(?:no|without(?: any| a)?) (?:discount|rebate|reduction)s?\b|\bfull price\b"
_PRICE_EACH = r" ?(?:each|apiece|per [a-z]+|a [a-z]+) ?[)\]]?"


class Wrong(NamedTuple):
    """A price that others contradict: why, the sum written out, and the words of the text."""

    sentence: Sentence
    price: Quantity
    problem: str
    computed: str
    told: tuple[str, str]


class _Priced(NamedTuple):
    sentence: Sentence
    price: Quantity
    n: Decimal
    thing: bytes


def wrong_packs(page: Page) -> Iterator[Wrong]:
    """Each price of several things that is above as many single ones, or below them without a discount."""
    single: _Priced | None = None
    for sentence, prices, text in _told(page):
        for price in prices:
            found = _priced(sentence, price, text)
            if found is None:
                continue
            if found.n == 1:
                single = found
            elif single is not None and _near(page, single, found) and _alike(single, found):
                problem = _problem(single, found)
                if problem:
                    one = single.price.low or Decimal(0)
                    computed = f"{plain(found.n)} × {plain(one)} = {plain(one * found.n)}"
                    yield Wrong(found.sentence, found.price, problem, computed, (single.price.text, found.price.text))


def _told(page: Page) -> Iterator[tuple[Sentence, list[Quantity], bytes]]:
    """Each sentence and each cell with one price, with the words before the price; those of a row before its cell."""
    for index, there in enumerate(page.article.quantities):
        prices = [one for one in there if one.kind == "money" and one.low is not None and one.low == one.high]
        prices = [one for one in prices if not one.approximate]
        if not prices:
            continue
        sentence = page.article.sentences[index]
        if page.article.block(sentence).kind != "cell":
            yield sentence, prices, b""
            continue
        label = page.of_block.get(sentence.block - 1)
        if label is not None and page.article.block(label[0]).kind == "cell":
            yield sentence, prices[:1], label[0].shadow


def _priced(sentence: Sentence, price: Quantity, label: bytes) -> _Priced | None:
    """The number of things that a price is for: one, or so many."""
    if not label and exact(_NOT_WHOLE).match(after(sentence.shadow, price.to, 10)) is not None:
        return None
    left = label.strip() + b" " if label else before(sentence.shadow, price.at, 60).rstrip(b"$ ") + b" "
    if exact(_OTHER_KIND).search(left) is not None:
        return None
    pack = exact(_PACK).search(left)
    if pack is not None:
        said, thing = (pack.group(1), pack.group(2)) if pack.group(1) is not None else (pack.group(3), pack.group(4))
        number = next(iter(scan(said.decode(), said)), None)
        if number is not None and number.value > 1:
            return _Priced(sentence, price, number.value, (thing or b"").lower())
    one = exact(_ONE).search(left)
    return None if one is None else _Priced(sentence, price, Decimal(1), one.group(1).lower())


def _near(page: Page, single: _Priced, found: _Priced) -> bool:
    """Whether both stand in one paragraph, one list or one table."""
    blocks = page.article.document.blocks
    first, last = single.sentence.block, found.sentence.block
    kind = blocks[first].kind
    return first == last or (kind in ("cell", "item") and all(one.kind == kind for one in blocks[first : last + 1]))


def _alike(single: _Priced, found: _Priced) -> bool:
    """Whether they are prices of one thing in one currency; a package may not name its thing."""
    if single.price.unit != found.price.unit:
        return False
    return not found.thing or single.thing.rstrip(b"s") == found.thing.rstrip(b"s")


def _problem(single: _Priced, found: _Priced) -> str:
    one, whole = single.price.low, found.price.low
    if one is None or whole is None:
        return ""
    due = one * found.n
    more = exact(_MORE_IN_IT).search(found.sentence.shadow) is not None
    n = plain(found.n)
    if whole > due:
        return "" if more else f"{n} cost {found.price.text}, more than {n} single ones at {single.price.text}"
    full = whole < due and exact(_FULL).search(found.sentence.shadow) is not None
    return f"{n} at {single.price.text} are {plain(due)}, not {found.price.text}" if full else ""


def below_the_lowest(page: Page) -> Iterator[Wrong]:
    """The cheapest price under the one that prices start at: “Prices start at $350. Our cheapest package is $299.”"""
    lowest: tuple[Sentence, Quantity] | None = None
    for index, there in enumerate(page.article.quantities):
        for one in there:
            if one.kind != "money" or one.low is None or one.low != one.high:
                continue
            sentence = page.article.sentences[index]
            left = before(sentence.shadow, one.at, 60)
            if exact(_STARTS_AT).search(left) is not None:
                lowest = sentence, one
            elif lowest is not None and exact(_CHEAPEST_IS).search(left) is not None:
                home, known = lowest
                near = index - home.index <= _SENTENCES and known.low is not None and known.unit == one.unit
                if (
                    near
                    and known.low is not None
                    and one.low < known.low
                    and not exact(_SPECIAL).search(sentence.shadow)
                ):
                    problem = f"the cheapest, {one.text}, costs less than prices start at, {known.text}"
                    sums = f"{plain(one.low)} < {plain(known.low)}"
                    yield Wrong(sentence, one, problem, sums, (known.text, one.text))
