"""Figures listed beside each other as parts of one: “60 % IV, 30 % nasal, 25 % oral”, “of 24, 12 …, 8 … and 6 …”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from workbench.figures import _apart as apart
from workbench.figures import _fractions
from workbench.figures._mean_rows import over
from workbench.figures._said import OF_THEM, any_size
from workbench.figures._sets import is_set
from workbench.figures.page import Page, once
from workbench.figures.printed import find, words
from workbench.figures.stated import Number
from workbench.figures.stated_changes import Parts
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

CUE = (
    rf"{_fractions.CUE}|"
    r"(?:%|per ?cent\b)[^\n]*(?:%|per ?cent\b)"
    r"|\b(?:of|among) (?:the |these |those |all )*(?:\d|\w+(?:teen|ty)\b|ten\b|eleven\b|twelve\b)[^\n]*,"
)
ITEMS = r"\d ?%|\d per ?cent"
_NO_NAME = frozenset((b"and", b"or", b"per", b"cent", b"percent", b"only", b"about", b"a", b"of"))
_JOINED = r",|;| and | or |/"
_APART = (
    r"\b(?:vs?|versus|compared|than|to|from|respectively|weeks?|months?|years?|CI|p|placebo|control|dropped|fell|rose"
    r"|increased|risk|reduc\w+|lower|higher|more|less)\b"
)
_APART_LISTED = _APART.replace("|to|from|", "|") + r"|\b(?:to|from) ?(?:about |around )?$"
_SERIES = r"\brespectively\b|^%? (?:at|after|in|by) (?:the )?(?:weeks?|months?|years?|days?|\d)"
_RATES = r"\b(?:rates?|responses?|values|levels|risks?|scores?|results?) (?:were|was|of|are|reached)\b[^\d]{0,16}$"
_THAT_YEAR = r"\b(?:last|this|that) (?:year|month|week),? $"
_BARE = r" ?(?:%|per ?cent)?[ -][a-zA-Z][\w'-]*(?: [a-zA-Z][\w'-]*){0,2} ?(?:,|;|\.|$|and\b|or\b)"
_AGES = (
    r"\b(?:under|below|over|above|younger than|older than|up to|less than) \d{1,2}\b|\b\d{1,2} ?(?:-|to"
    r"|and) ?\d{1,2}\b"
    r"|\b\d{1,2} ?(?:\+|(?:and|or|years and) (?:over|older|above|more|up|under|younger))"
)
_SPREAD = (  # what tells that the ages of one group follow, not a share of each age
    r"\b(?:share|proportion|breakdown|distribution|split|percent(?:age)? of (?:people|callers|patients|all)"
    r"|who (?:came|called|answered|took part)"
    r"|ages? of|by age)\b"
)
_REST = r"\b(?:the rest|the remainder|the remaining (?:people|patients|ones)|the others)\b"
_WAY = r" ?(?:%|per ?cent) (?:by|via|as an?|on foot)\b"
_LEAST = 3
_GAP = 80


@once
def read(page: Page) -> Iterator[Parts]:
    """Every list of three or more percentages, and of counts after “of the 24”, in reading order."""
    found = [parts for sentence in page.cued(CUE) for parts in _in(page, sentence)]
    found += _items(page)
    yield from sorted(found, key=lambda one: (one.words.sentence, one.words.at))


def _in(page: Page, sentence: Sentence) -> Iterator[Parts]:
    percents = [one for one in page.numerals(sentence) if one.unit == PERCENT]
    run: list[Number] = []
    for one in _fractions.shares(page, sentence) or percents:
        if run and not _listed(sentence, run[-1], one):
            yield from _parts(page, sentence, run)
            run = []
        run.append(one)
    yield from _parts(page, sentence, run)
    yield from _counts(page, sentence)


def _listed(sentence: Sentence, one: Number, other: Number) -> bool:
    """Whether two percentages stand in one list: only words and a comma or “and” between them."""
    gap = sentence.shadow[one.to : other.at]
    return (
        len(gap) <= _GAP
        and exact(_JOINED).search(gap) is not None
        and (
            not _NO_NAME.issuperset(exact(r"[a-z]+").findall(gap.lower()))
            or exact(r"[ (][A-Z] $", any_case=False).search(gap) is not None  # “O 45%, A 38%”
        )
        and exact(r"\d").search(gap) is None
        and exact(_APART_LISTED).search(gap) is None
    )


def _parts(page: Page, sentence: Sentence, run: list[Number]) -> Iterator[Parts]:
    if len(run) < 2 or any(_is_range(page, one) for one in run):
        return
    rest = find(sentence, _REST) is not None
    said = any(one.text[:1].isalpha() for one in run)
    opposites = apart.opposites(sentence, run)
    if len(run) < _LEAST and not rest and opposites is None and not (said and apart.one_each(page, sentence, 2)[0]):
        return
    if exact(_RATES).search(before(sentence.shadow, run[0].at, 40)) is not None:
        return
    behind = after(sentence.shadow, run[-1].to, 70)
    ahead = before(sentence.shadow, run[0].at, 24)
    if (exact(_APART).search(ahead) and not exact(_THAT_YEAR).search(ahead)) or exact(_SERIES).search(behind):
        return
    bare = all(exact(_BARE).match(after(sentence.shadow, one.to, 60)) is not None for one in run)
    exclusive, cue = apart.exclusive(page, sentence) if opposites is None else (True, opposites)
    stretch = words(sentence, run[0].at, run[-1].to)
    sure, closed = apart.one_each(page, sentence, len(run)) if opposites is None else (None, False)
    if sure is None and opposites is None and exclusive is not False and is_set(_spoken(sentence, run), len(run)):
        sure, closed = stretch, True
    if sure is not None:
        exclusive, cue = True, sure
    elif exclusive is None and all(exact(_WAY).match(after(sentence.shadow, one.to, 20)) for one in run[1:]):
        exclusive, cue = True, stretch  # “55 % came by car, 30 % by bus and 25 % on foot”
    yield Parts(stretch, tuple(run), exclusive, cue, rest=rest, bare=bare, sure=sure is not None, closed=closed)


def _is_range(page: Page, one: Number) -> bool:
    quantity = page.quantity(one)
    if quantity is None:
        return not one.text[:1].isalpha()
    return quantity.unit == PERCENT and quantity.low != quantity.high


def _spoken(sentence: Sentence, run: list[Number]) -> bytes:
    """The words of a list, without its numbers."""
    behind = exact(r"[^.;]*").match(after(sentence.shadow, run[-1].to, 40))
    return sentence.shadow[max(0, run[0].at - 30) : run[-1].to] + (behind.group() if behind is not None else b"")


def _counts(page: Page, sentence: Sentence) -> Iterator[Parts]:
    """“Of the 24 people, 12 got it, 8 did not and 6 left”."""
    for size in any_size(page, sentence):
        if exact(OF_THEM).search(before(sentence.shadow, size.number.at, 48)) is None:
            continue
        run: list[Number] = []
        last = size.number
        for one in page.numerals(sentence):
            if one.at <= last.at or one.unit not in ("", "people") or one.value != one.value.to_integral_value():
                continue
            gap = sentence.shadow[last.to : one.at]
            quantity = page.quantity(one)
            known = quantity is None or (quantity.kind in ("number", "group") and quantity.low in (None, quantity.high))
            if (
                not known
                or len(gap) > _GAP
                or exact(rf"(?:{_JOINED})(?: ?[a-z]+){{0,4}} ?$").search(gap) is None
                or exact(_APART).search(gap)
            ):
                break
            run.append(one)
            last = one
        if len(run) > 1 and all(one.value <= size.number.value for one in run):
            opposites = apart.opposites(sentence, run)
            exclusive, cue = apart.exclusive(page, sentence) if opposites is None else (True, opposites)
            rest = find(sentence, _REST) is not None
            yield Parts(words(sentence, size.number.at, run[-1].to), tuple(run), exclusive, cue, size.number, rest)
            return


def _items(page: Page) -> Iterator[Parts]:
    """A list of which each item tells one percentage."""
    items = [one for one in page.cued(ITEMS) if page.article.block(one).kind == "item"]
    for _, group in groupby(items, key=lambda one: page.article.block(one).lead_in):
        found = [(one, [number for number in page.numerals(one) if number.unit == PERCENT]) for one in group]
        blocks = [one.block for one, _ in found]
        whole = len(found) >= _LEAST and blocks == list(range(blocks[0], blocks[0] + len(blocks)))
        if whole and all(len(numbers) == 1 for _, numbers in found):
            yield _listed_parts(page, [(one, numbers[0]) for one, numbers in found])
    for column in _columns(page):
        yield _listed_parts(page, column)


def _listed_parts(page: Page, found: list[tuple[Sentence, Number]]) -> Parts:
    """Parts in the items of a list or the rows of a table; ages exclude each other."""
    first, run = found[0][0], tuple(number for _, number in found)
    exclusive, cue = apart.exclusive(page, first)
    sure, closed = apart.one_each(page, first, len(run))
    labels = [_label(page, one, number) for one, number in found]
    ages = sum(exact(_AGES).search(label) is not None for label in labels) >= len(run) - 1
    above = page.lead_in(first) or page.title(first)
    head = page.head(first)
    spoken = b" ".join(
        [one.shadow for one in (above, head, over(page, head) if head is not None else None) if one is not None]
    )
    if exclusive is not False and is_set(b" ".join(labels), len(run)):
        exclusive, sure, closed = True, words(first, 0, len(first.text)), True
    ages = ages and exact(_SPREAD).search(spoken) is not None and exact(apart.OVERLAP).search(spoken) is None
    if ages or sure is not None:
        exclusive, cue = True, sure
    place = words(first, run[0].at, run[0].to)
    return Parts(place, run, exclusive, cue, sure=ages or sure is not None, closed=ages or closed)


def _label(page: Page, one: Sentence, number: Number) -> bytes:
    ahead = page.of_block.get(one.block - 1)
    first = one.shadow[: number.at].strip() or page.article.block(one).kind != "cell"
    return one.shadow[: number.at] + one.shadow[number.to :] if first or ahead is None else ahead[0].shadow


def _columns(page: Page) -> Iterator[list[tuple[Sentence, Number]]]:
    """The columns of tables that tell one percentage in each of three rows or more."""
    columns: dict[int, list[tuple[Sentence, Number]]] = {}
    for cell, head in page.heads.items():
        sentence = page.of_block[cell][0] if cell in page.of_block else None
        numbers = [one for one in page.numerals(sentence) if one.unit == PERCENT] if sentence is not None else []
        if sentence is not None and len(numbers) == 1 and exact(r"\W*[\d.]+ ?%\W*").fullmatch(sentence.shadow):
            columns.setdefault(head, []).append((sentence, numbers[0]))
    yield from (column for column in columns.values() if len(column) >= _LEAST)
