"""Counts of anything with the percentage beside them: “8 of 9 cases (78 %)”, “71 % of the visits (10/14)”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.figures._counted import PERCENTAGE, WHOLE, around
from workbench.figures.page import Page, once
from workbench.figures.printed import number
from workbench.figures.stated import Number, Share, Size
from workbench.model import Sentence
from workbench.numerals import after
from workbench.patterns import exact
from workbench.units import PERCENT

CUE = r"[(\[] ?\d+(?:\.\d+)? ?(?:%|per ?cent)|[(\[] ?(?:n ?= ?)?\d+ ?(?:/|(?:out )?of\b)"
_OF = r" ?(?:/|(?: out)? of(?: (?:the|these|those|our|all|a total of))*) ?"
_RUN_ON = r" ?(?:in|to|or|and|of|out of|per|-|/)(?: every| the)? ?"  # “one in three of the 22”
_THING = r"(?: (?:\w+-)?[a-z]{3,}){0,3}?"
_BEHIND = rf"{_THING} ?[(\[] ?{PERCENTAGE} ?[)\];]"
_BETWEEN = rf"{_THING} ?[(\[] ?{PERCENTAGE} ?[)\]](?: out)? (?:of|among)(?: (?:the|these|those|our|all))* "
_OF_ALL = (  # “of 34 eyes, 12 (35.3 %) needed a second operation”
    rf"\b(?:of|among) (?:the |these |those |all )?{WHOLE}(?: [a-z-]+){{1,3}}, (?:only |just )?{WHOLE}"
    rf" ?[(\[] ?{PERCENTAGE} ?[)\];]"
)
_AHEAD = (
    rf"{PERCENTAGE}(?: (?:of|in)(?: (?:the|these|those|our|all))*)?{_THING}"
    rf" ?[(\[] ?(?:n ?= ?)?{WHOLE}{_OF}{WHOLE}{_THING} ?[)\];]"
)


@once
def read(page: Page) -> Iterator[Share]:
    """Each count with its whole and its percentage, in reading order, whatever is counted."""
    for sentence in page.cued(CUE):
        yield from _in(page, sentence)


def _in(page: Page, sentence: Sentence) -> Iterator[Share]:
    for found in exact(_AHEAD).finditer(sentence.shadow):
        percent = number(sentence, found.span(1), PERCENT)
        count, size = number(sentence, found.span(2)), number(sentence, found.span(3))
        if percent is not None and count is not None and size is not None and count.value <= size.value:
            yield Share(around(sentence, percent, count, size), count, Size(size, where="beside"), percent)
    for found in exact(_OF_ALL).finditer(sentence.shadow):
        size, count, percent = (
            number(sentence, found.span(1)), number(sentence, found.span(2)), number(sentence, found.span(3), PERCENT)
        )  # fmt: skip
        if percent is not None and count is not None and size is not None and count.value <= size.value:
            yield Share(around(sentence, percent, count, size), count, Size(size, where="beside"), percent)
    told = page.numerals(sentence)
    for place, (count, size) in enumerate(pairwise(told)):
        if place and exact(_RUN_ON).fullmatch(sentence.shadow[told[place - 1].to : count.at]) is not None:
            continue
        percent = None
        if exact(_OF).fullmatch(sentence.shadow[count.to : size.at]) is not None:
            percent = _percent(sentence, _BEHIND, size.to)
        elif size.unit == PERCENT and place + 2 < len(told):
            size = told[place + 2]
            inside = exact(_BETWEEN).fullmatch(sentence.shadow[count.to : size.at]) is not None
            percent = _percent(sentence, _BETWEEN, count.to) if inside else None
        whole = all(one.value == one.value.to_integral_value() and one.unit != PERCENT for one in (count, size))
        if percent is not None and whole and count.value <= size.value:
            yield Share(around(sentence, count, size, percent), count, Size(size, where="beside"), percent)


def _percent(sentence: Sentence, pattern: str, at: int) -> Number | None:
    found = exact(pattern).match(after(sentence.shadow, at, 90))
    return None if found is None else number(sentence, found.span(1), PERCENT, offset=at)
