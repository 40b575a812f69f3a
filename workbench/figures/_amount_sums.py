"""Money and time told as the parts of a total: “$640: $400 for the infusion, $120 …”, “52 weeks, split into …”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from workbench.figures.page import Page
from workbench.figures.stated import Number
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

CUE = (
    r"\d[^\n]*(?::|\b(?:split|divided|made up|consist\w*|compris\w*|broken down|of which|in all|in total|altogether"
    r"|total|add\w* up|sum)\b)"
)
_KINDS = ("money", "duration")
_INTO = (
    r"[^.;\d]*(?::|\b(?:(?:split|divided|broken down|falls?|fell) (?:up )?into|consist\w* of|made up of|compris\w*"
    r"|of which)\b)[^.;\d]{0,30}$"
)
_TOTAL = (
    r"\b(?:(?:in|a|the) total(?: of| is| was| comes to|:)?|(?:comes?|came|adds?(?: up)?|added up|sums? up) to"
    r"|that (?:is|makes)|which (?:is|makes)|=|totalling|totaling|altogether|in all)(?: about)? $"
)
_TOTAL_BEHIND = r" ?(?:in total|in all|altogether|all told|overall|total)\b"
_NEXT = r"[^.;]*(?:,|\+| and | plus )[^.;]*"
_APART = (
    r"\b(?:per|each|every|times|to|from|until|than|off|save|instead|usually|normally|later|ago|about|up to|at least"
    r"|a (?:day|week|month|year)|such as|including|between|extra|optional|if|or (?:\d|\W?\d))\b|[-/x]$|\*"
)
_GAP = 90


def sums(page: Page, sentence: Sentence) -> Iterator[tuple[Number, list[Number]]]:
    """Each total of money or time of a sentence with its parts."""
    told = [one for one in page.article.quantities[sentence.index] if one.kind in _KINDS]
    if not told or exact(CUE).search(sentence.shadow) is None:
        return
    numbers = page.numerals(sentence)
    first, last = told[0], told[-1]
    parts = _parts(page, sentence, first, [one for one in numbers if one.at >= first.to])
    whole = _number(numbers, first)
    if parts and whole and exact(_INTO).fullmatch(sentence.shadow[first.to : parts[0].at]) is not None:
        yield whole, parts
        return
    whole, ahead = _number(numbers, last), before(sentence.shadow, last.at, 30)
    behind = exact(_TOTAL_BEHIND).match(after(sentence.shadow, last.to, 16))
    parts = _parts(page, sentence, last, [one for one in numbers if one.to <= last.at])
    if (
        whole
        and len(parts) == len([one for one in numbers if one.to <= last.at])
        and (behind or exact(_TOTAL).search(ahead))
    ):
        yield whole, parts


def _parts(page: Page, sentence: Sentence, whole: Quantity, numbers: list[Number]) -> list[Number]:
    """The numbers of one list that have the unit of the whole, or none (“24 hours: nine for sleep, …”)."""
    if whole.approximate or whole.low != whole.high or len(numbers) < 2:
        return []
    for one in numbers:
        unit = page.quantity(one)
        alike = unit is not None and (unit.kind, unit.unit) == (whole.kind, whole.unit) and unit.low == unit.high
        bare = whole.kind == "duration" and (unit is None or (unit.kind == "number" and not unit.unit))
        if (unit is not None and unit.approximate) or not (alike or bare):
            return []
    gaps = [sentence.shadow[one.to : other.at] for one, other in pairwise(numbers)]
    joined = all(
        len(gap) <= _GAP and exact(_NEXT).fullmatch(gap) is not None and exact(_APART).search(gap) is None
        for gap in gaps
    )
    behind = exact(r"[^.;,]*").match(after(sentence.shadow, numbers[-1].to, 60))
    return numbers if joined and (behind is None or exact(_APART).search(behind.group()) is None) else []


def _number(numbers: tuple[Number, ...], quantity: Quantity) -> Number | None:
    return next((one for one in numbers if quantity.at <= one.at < quantity.to), None)
