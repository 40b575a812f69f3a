"""Yearly rates of growth that do not lead from the first value to the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from workbench.detectors.statistics._written import figure, plain
from workbench.figures import growth as stated
from workbench.figures.page import page_of
from workbench.figures.stated import Number, alike
from workbench.figures.stated_changes import At
from workbench.figures.stated_changes import Growth as Stated
from workbench.model import Article, Evidence, Match, Sentence
from workbench.patterns import exact
from workbench.statistics.growth import TOLERANCE, Growth, growth

VALUES = ("rate", "start", "end", "years", "right")
_LOOSE = Decimal("0.5")  # points that “about” and its like leave open
_FAR = Decimal(2)  # points beyond which no rounding of whole billions is believed
_WHOLE_DIGITS = 2  # of a whole value that may have been rounded: 2 billion, not 3,240 million
_AROUND = 40  # characters in which a rate is called an average, or one of every year
_LONGEST = 60  # years
_A_YEAR = r"\b(?:19|20)\d\d\b"


class _Ends(NamedTuple):
    start: Decimal
    end: Decimal
    years: int


def detect(article: Article) -> Iterator[Match]:
    """Every yearly rate in percent: recomputed where both values and the years are told.

    Years are counted three ways, and the change divided by the years is tried as well, before a rate is failed. A
    compound rate without its values is not checkable; other rates without them get no verdict.
    """
    for one in stated.read(article):
        sentence = article.sentences[one.words.sentence]
        missing = _missing(one)
        ends = None if missing else _ends(one)
        if ends is None:
            if one.compound:
                why = f"cannot be recomputed: {missing or 'the years between the values'} missing"
                evidence = Evidence("growth", one.words.text, why)
                yield Match(sentence.index, one.words.at, one.words.to, "not-checkable", evidence=evidence)
            continue
        yield _match(article, sentence, one, ends)


def _missing(one: Stated) -> str:
    if one.start is None and one.end is None:
        return "the first and the last value are"
    if one.start is None or one.end is None:
        return "the first value is" if one.start is None else "the last value is"
    return "" if _years(one) else "the years are"


def _years(one: Stated) -> int:
    """The years between the values; 0 where they are not told."""
    first, last = (at.year if at else None for at in (one.start, one.end))
    if first is not None and last is not None:
        return int(last.value - first.value)
    if one.years is not None:
        return int(one.years.value)
    return int(one.period[1].value - one.period[0].value) if one.period else 0


def _ends(one: Stated) -> _Ends | None:
    start, end, years = one.start, one.end, _years(one)
    if start is None or end is None or not 0 < years <= _LONGEST:
        return None
    first, last = alike(start.value, end.value)
    return _Ends(first, last, years) if first > 0 and last > 0 else None


def _match(article: Article, sentence: Sentence, one: Stated, ends: _Ends) -> Match:
    rate = one.rate.value if ends.end >= ends.start else -one.rate.value
    tolerance = TOLERANCE + (_LOOSE + rate.copy_abs() / 20 if one.approximate or _vague(article, one) else 0)
    found = growth(ends.start, ends.end, ends.years, rate, tolerance, dated=_dated_ends(sentence, one))
    at, to = one.words.at, one.words.to
    if found is None:
        evidence = Evidence("growth", one.words.text, "cannot be recomputed: a value may be zero")
        return Match(sentence.index, at, to, "not-checkable", evidence=evidence)
    evidence = Evidence(
        "growth",
        _given(one),
        _sum(ends, found),
        f"{plain(tolerance)} percentage points, and the rounding of the numbers",
        tuple(_rows(found)),
    )
    simple = found.rates[0].fits == "simple"
    if found.fits or (simple and not one.compound and _may_be_simple(sentence, one)):
        return Match(sentence.index, at, to, "pass", evidence=evidence)
    near = min(abs(way.compound - rate) for way in found.rates)
    if near < _FAR and _rounded(ends, one):
        return Match(sentence.index, at, to, "not-checkable", evidence=evidence)
    return Match(
        sentence.index,
        at,
        to,
        values={
            "rate": f"{one.rate.value:f}%",
            "start": figure(one.start.value) if one.start else "",
            "end": figure(one.end.value) if one.end else "",
            "years": str(ends.years),
            "right": f"{_short(found.rates[0].compound)}%",
        },
        evidence=evidence,
        confidence="medium" if simple or _elsewhere(one) else None,
        note="It is the whole change divided by the years, which is no compound rate." if simple else "",
    )


def _may_be_simple(sentence: Sentence, one: Stated) -> bool:
    """Whether a rate may be the whole change divided by the years: an average, or “10% a year”; not “every year”."""
    around = sentence.shadow[max(0, one.words.at - _AROUND) : one.words.to + _AROUND]
    if exact(r"\b(?:averag\w+|mean)\b").search(around) is not None:
        return True
    return (
        exact(r"\b(?:every year|each year|year after year|yearly|annual growth|rate of growth)\b").search(around)
        is None
    )


def _dated_ends(sentence: Sentence, one: Stated) -> bool:
    """Whether the rate is one of the years that are told, and of no others: “… (2020 to 2025), CAGR 2021–2025”."""
    ends = [at.year for at in (one.start, one.end) if at is not None and at.year is not None]
    told = {int(year.value) for year in ends or one.period or ()}
    said = {int(found.group()) for found in exact(_A_YEAR).finditer(sentence.shadow)}
    return len(told) == 2 and said <= told


def _rounded(ends: _Ends, one: Stated) -> bool:
    """Whether a value is so short a whole number that it may have been rounded: 2 billion."""
    values = [at.value for at in (one.start, one.end) if at is not None]
    return any("." not in value.text and len(plain(value.value)) <= _WHOLE_DIGITS for value in values)


def _vague(article: Article, one: Stated) -> bool:
    """Whether either value is told with “about” and its like."""
    page = page_of(article)
    both = [at.value for at in (one.start, one.end) if at is not None]
    quantities = (page.quantity(value) for value in both if not _behind_arrow(article, value))
    return any(quantity is not None and quantity.approximate for quantity in quantities)


def _behind_arrow(article: Article, value: Number) -> bool:
    left = article.sentences[value.sentence].text[max(0, value.at - 4) : value.at]
    return "→" in left or "->" in left


def _elsewhere(one: Stated) -> bool:
    return any(at is not None and at.value.sentence != one.words.sentence for at in (one.start, one.end))


def _given(one: Stated) -> str:
    return f"{_dated(one.start)} → {_dated(one.end)}; {one.words.text}"


def _dated(at: At | None) -> str:
    if at is None:
        return ""
    return f"{figure(at.value)} ({at.year.text})" if at.year else figure(at.value)


def _sum(ends: _Ends, found: Growth) -> str:
    return f"({ends.end:f} ÷ {ends.start:f})^(1/{ends.years}) − 1 = {_short(found.rates[0].compound)}% a year"


def _short(rate: Decimal) -> str:
    return f"{rate:.1f}"


def _rows(found: Growth) -> Iterator[Mapping[str, str]]:
    for way in sorted(found.rates):
        yield {"years": str(way.years), "compound": f"{way.compound}%", "change ÷ years": f"{way.simple}%"}
