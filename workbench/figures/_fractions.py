"""Shares of a list told in words: “half of the budget …, a third … and a quarter …”, “one in four”."""

from __future__ import annotations

from decimal import Decimal

from workbench.figures.page import Page
from workbench.figures.stated import Number
from workbench.model import Sentence
from workbench.numerals import after, numerals_of
from workbench.patterns import exact
from workbench.units import PERCENT

CUE = (
    r"\b(?:half|thirds?|quarters?|fifths?|(?:one|1) in (?:two|three|four|five|ten|\d))\b[^\n]*(?:%|\b(?:per ?cent|half"
    r"|thirds?|quarters?|fifths?|tenth|sixth|(?:one|1) in (?:two|three|four|five|ten|\d))\b)"
)
_SIXTHS = r"\b(?:an?|one) (sixth|seventh|eighth|tenth)\b"
_VALUES = {b"sixth": 6, b"seventh": 7, b"eighth": 8, b"tenth": 10}
_NO_SHARE = (
    r"[ -](?:an? )?(?:hours?|minutes?|days?|weeks?|months?|years?|pills?|tablets?|doses?|cups?|spoons?|teaspoons?|price"
    r"|size|marathon|time|past|brother|finals?|of an? (?:hour|day|week|year|cup|tablet|pill))\b"
)
_HUNDRED = Decimal(100)


def shares(page: Page, sentence: Sentence) -> list[Number]:
    """The percentages of a sentence and the fractions that words tell, as percentages, in reading order."""
    if exact(CUE).search(sentence.shadow) is None:
        return []
    found = [one for one in page.numerals(sentence) if one.unit == PERCENT]
    found += [
        _share(sentence, one.at, one.to, one.value)
        for one in numerals_of(sentence.text, sentence.shadow)
        if one.form == "part" and exact(_NO_SHARE).match(after(sentence.shadow, one.to, 24)) is None
    ]
    found += [
        _share(sentence, *place.span(), Decimal(1) / _VALUES[place.group(1).lower()])
        for place in exact(_SIXTHS).finditer(sentence.shadow)
    ]
    found += [
        _share(sentence, one.at, one.to, 1 / one.high)
        for one in page.article.quantities[sentence.index]
        if one.kind == "group" and one.unit == "rate" and one.low == 1 and one.high
    ]
    return sorted(found, key=lambda one: one.at)


def _share(sentence: Sentence, at: int, to: int, part: Decimal) -> Number:
    value = (part * _HUNDRED).quantize(Decimal("0.01"))
    value = value.to_integral_value() if value == value.to_integral_value() else value
    return Number(sentence.index, at, to, sentence.text[at:to], value, PERCENT)
