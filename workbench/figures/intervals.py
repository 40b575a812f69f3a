"""Confidence intervals and the estimates they belong to: “OR 1.4 (95 % CI 1.1–1.8), p = .01”."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from workbench.figures import pvalues
from workbench.figures._estimates import NULLS, Estimate, estimate_before, kind_of
from workbench.figures.page import Page, once
from workbench.figures.printed import NUMBER, SIGNED, number, words
from workbench.figures.stated import Interval, Number
from workbench.model import Sentence
from workbench.patterns import exact

CUE = (
    r"\b(?:CIs?|CrIs?)\b|\bCI ?95|%CI|confidence (?:interval|limit|range)|credible interval"
    rf"|\b[a-z]{{0,3}}(?:OR|RR|HR|PR|SMR)s?(?: ?[=:,]| of| was| were)? ?{NUMBER} ?[(\[]|(?:odds|risk|hazard|rate"
    rf"|prevalence) ratio|relative risk"
)
_UNIT = (
    r"(?: ?%| ?(?:per ?cent|percentage points?|points?|pp|mm ?Hg|mm|cm|m|mmol/(?:L|mol)|m[gL]|[mu]g/\w+|kg/m2|kg|g"
    r"|days?|weeks?|months?|years?|hours?|h|minutes?|min|bpm|units?|SDs?)\b)?"
)
_TO = r" ?(?:-|to|through|,|;|and|/) ?"
_RANGE = rf"({SIGNED})({_UNIT}){_TO}({SIGNED})({_UNIT})"
_NAME = (
    rf"(?:({NUMBER}) ?(?:%|per ?cent)?[ -]?)?(?:\bCIs?(?: ?95 ?%?)?|\bC\.I\.|\b(Cr)Is?"
    r"|\b(?:confidence (?:intervals?|limits?|range)|(credible) intervals?)(?: ?\((?:CI|CrI|95 ?% ?CI)s?\))?)"
)
_LEADING = (
    r"(?: ?[=:,]| ?\[| ?\(| (?:of|was|is|from|between|ranging from|ranged from|for (?:the )?(?:difference|change"
    r"|effect)))? ?[=:,]? ?(?:between |from )?[(\[{]? ?"
)
_NAMED = rf"{_NAME}{_LEADING}{_RANGE}"
_BARE = rf"[(\[] ?{_RANGE} ?[)\];,]"
_MORE_FOLLOW = rf" ?(?:,|and|;|vs\.?|versus)? ?(?:and )?[(\[]? ?{SIGNED}{_UNIT} ?(?:-|to) ?{NUMBER}"
_CELL = rf"({SIGNED}){_UNIT} ?[(\[] ?{_RANGE} ?[)\]]\*?"
HEADS = r"\bCIs?\b|confidence interval"
_LARGEST_RATIO = 50


class _Found(NamedTuple):
    at: int
    to: int
    low: Number
    high: Number
    level: Number | None
    named: bool
    credible: bool


@once
def read(page: Page) -> Iterator[Interval]:
    """Every interval that is named as one or stands in brackets behind a ratio, in reading order."""
    cells = {cell.index: (cell, head) for cell, head in page.cells(HEADS)}
    found = [one for sentence in page.cued(CUE) if sentence.index not in cells for one in _in(page, sentence)]
    found += [one for cell, head in cells.values() for one in _cell(page, cell, head)]
    yield from sorted(found, key=lambda one: (one.words.sentence, one.words.at))


def _in(page: Page, sentence: Sentence) -> Iterator[Interval]:
    found = _all(sentence)
    ends = [0, *(one.to for one in found)]
    starts = [*(one.at for one in found[1:]), len(sentence.shadow)]
    last: Interval | None = None
    for one, left, right in zip(found, ends, starts, strict=False):
        interval = _interval(page, sentence, one, left, right, last)
        if interval is not None:
            last = interval
            yield interval


def _cell(page: Page, cell: Sentence, head: Sentence) -> Iterator[Interval]:
    """A cell “1.40 (1.10–1.80)” under “OR (95 % CI)”."""
    found = exact(_CELL).fullmatch(cell.shadow.strip())
    said = exact(_NAME).search(head.shadow)
    if found is None or said is None:
        return
    skip = len(cell.shadow) - len(cell.shadow.lstrip())
    estimate, low, high = (number(cell, found.span(g), offset=skip) for g in (1, 2, 4))
    level = number(head, said.span(1)) if said.group(1) else None
    if estimate is not None and low is not None and high is not None:
        kind = kind_of(head.shadow[: said.start()])
        adjusted = exact(r"\badj|\ba[OHRI]R").search(head.shadow) is not None
        stated = words(cell, low.at, high.to)
        p = pvalues.in_row(page, cell)
        yield Interval(stated, low, high, estimate, kind, NULLS.get(kind), level, adjusted=adjusted, p=p)


def _all(sentence: Sentence) -> list[_Found]:
    """The intervals of a sentence by name, and the bracketed ranges that may be further ones."""
    named = [_found(sentence, place.span, named=True) for place in exact(_NAMED).finditer(sentence.shadow)]
    known = [one for one in named if one is not None]
    bare = [_found(sentence, place.span, named=False) for place in exact(_BARE).finditer(sentence.shadow)]
    known += [one for one in bare if one is not None and not any(k.at < one.to and one.at < k.to for k in known)]
    return sorted(known, key=lambda one: one.at)


def _found(sentence: Sentence, span: Callable[[int], tuple[int, int]], named: bool) -> _Found | None:
    first = 4 if named else 1
    low, high = (number(sentence, span(group), _unit(sentence, span(group + 1))) for group in (first, first + 2))
    if low is None or high is None:
        return None
    level = number(sentence, span(1)) if named and span(1)[0] >= 0 else None
    credible = named and (span(2)[0] >= 0 or span(3)[0] >= 0)
    end = max(high.to, span(first + 3)[1])
    return _Found(span(0)[0] if named else low.at, end, low, high, level, named, credible)


def _unit(sentence: Sentence, place: tuple[int, int]) -> str:
    said = sentence.shadow[place[0] : place[1]].decode().strip()
    return "%" if said.lower().replace(" ", "") == "percent" else said


def _interval(
    page: Page, sentence: Sentence, one: _Found, left: int, right: int, last: Interval | None
) -> Interval | None:
    several = one.named and exact(_MORE_FOLLOW).match(sentence.shadow[one.to :]) is not None
    estimate = None if several else estimate_before(page, sentence, one.at, left, one.named)
    if not one.named and not _is_interval(one, estimate, last):
        return None
    found = estimate or Estimate(None, "", False)
    kind = found.kind or (last.kind if last and not one.named else "")
    if kind in NULLS and NULLS[kind] == 1 and max(one.low.value, one.high.value) > _LARGEST_RATIO and found.measured:
        kind = ""  # a heart rate or a respiratory rate
    p = pvalues.beside(sentence, one.at, one.to, left, right)
    if p is None and found.number is not None:
        between = pvalues.of(sentence, found.number.to, one.at)
        p = between[0] if between and not between[0].of else None
    return Interval(
        words(sentence, one.at, one.to),
        one.low,
        one.high,
        found.number,
        kind,
        NULLS.get(kind),
        one.level or (last.level if last and not one.named else None),
        one.named,
        one.credible,
        found.adjusted,
        p,
        one.high.unit or one.low.unit,
    )


def _is_interval(one: _Found, estimate: Estimate | None, last: Interval | None) -> bool:
    """Whether a bracketed range is an interval: behind a ratio, or printed like the one before it."""
    if estimate is None or estimate.number is None or not estimate.tight:
        return False
    decimals = [len(value.text.partition(".")[2]) for value in (estimate.number, one.low, one.high)]
    if last is not None:
        return bool(estimate.kind) or decimals == _decimals(last)
    ratio = NULLS.get(estimate.kind) == 1 and not estimate.measured
    return ratio and min(decimals) > 0


def _decimals(interval: Interval) -> list[int]:
    values = (interval.estimate or interval.low, interval.low, interval.high)
    return [len(value.text.partition(".")[2]) for value in values]
