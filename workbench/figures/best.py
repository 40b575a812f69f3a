"""Figures told only by their largest value: “up to 89 %”, “as high as 89 %”."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from workbench.figures.page import Page, once
from workbench.figures.printed import NUMBER, worded, words
from workbench.figures.stated_changes import UpTo
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

CUE = r"\b(?:up to|as (?:high|many|much|great|large) as|maximum of)\b"
_COUNTED = "two|three|four|five|six|seven|eight|nine|ten"
_BEST = (
    rf"\b(?:up to|as (?:high|many|much|great|large) as|an? maximum of)(?: an? (?:\w+ )?)? ?({NUMBER}|{_COUNTED})(?:"
    r" ?(%|per ?cent\b)|[ -]?(times|fold|kg|kilos?|pounds|lbs)\b|x\b)"
)
_WORDY = (
    rf"\b(?:up to|as (?:high|many|much|great|large) as|an? maximum of) ({NUMBER}|{_COUNTED}) (?:in|out of|of)"
    rf"(?: every)? (?:{NUMBER}|{_COUNTED})\b"
)
_WEIGHT = r"(?:kg|kilos?|pounds|lbs)$"
_LOSES = r"\b(?:los(?:e|es|ing|t)|drop\w*|shed\w*|burn\w*|melt\w*|slim\w*)\b[^.;]{0,20}$"
_NO_RESULT = (
    r"[ -]?(?:points?\b)?[ -]?(?:off\b|discount|cheaper|cashback|saving|back\b|humidity|alcohol|oxygen|solution"
    r"|strength|cream|gel\b"
    r"|a (?:day|week|month)\b|(?:a |per )?(?:day|week|month|year)\b|daily\b|weekly\b|of (?:the|your|its) (?:cost"
    r"|price|bill|fee))"
)


@once
def read(page: Page) -> Iterator[UpTo]:
    """Every percentage, multiple and share (“9 in 10”) that is told as the largest; no discounts, no doses."""
    for sentence in page.cued(CUE):
        for found in exact(_BEST).finditer(sentence.shadow):
            weight = exact(_WEIGHT).search(found.group()) is not None
            if weight and exact(_LOSES).search(before(sentence.shadow, found.start(), 40)) is None:
                continue
            value = worded(sentence, found.span(1), PERCENT if found.group(2) else "times")
            if value is not None and exact(_NO_RESULT).match(after(sentence.shadow, found.end(), 30)) is None:
                stated = words(sentence, *found.span())
                yield UpTo(stated, value, page.article.block(sentence).kind == "heading")
        for found in exact(_WORDY).finditer(sentence.shadow):
            figure = next((one for one in page.numerals(sentence) if one.at == found.start(1)), None)
            if figure is not None and figure.value > 1:  # “up to 1 in 10” tells a harm
                told = structs.replace(figure, unit="people")
                yield UpTo(words(sentence, *found.span()), told, page.article.block(sentence).kind == "heading")
