"""Figures told only by their largest value: “up to 89 %”, “as high as 89 %”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.figures.page import Page, once
from workbench.figures.printed import NUMBER, number, words
from workbench.figures.stated_changes import UpTo
from workbench.numerals import after
from workbench.patterns import exact
from workbench.units import PERCENT

CUE = r"\b(?:up to|as (?:high|many|much|great|large) as|maximum of)\b"
_BEST = (
    rf"\b(?:up to|as (?:high|many|much|great|large) as|an? maximum of)(?: an? (?:\w+ )?)? ?({NUMBER})(?:"
    r" ?(%|per ?cent\b)|[ -]?(times|fold)\b)"
)
_NO_RESULT = (
    r"[ -]?(?:points?\b)?[ -]?(?:off\b|discount|cheaper|cashback|saving|back\b|humidity|alcohol|oxygen|solution"
    r"|strength|cream|gel\b"
    r"|a (?:day|week|month)\b|(?:a |per )?(?:day|week|month|year)\b|daily\b|weekly\b|of (?:the|your|its) (?:cost"
    r"|price|bill|fee))"
)


@once
def read(page: Page) -> Iterator[UpTo]:
    """Every percentage and multiple that is told as the largest, in reading order; no discounts, no doses."""
    for sentence in page.cued(CUE):
        for found in exact(_BEST).finditer(sentence.shadow):
            value = number(sentence, found.span(1), PERCENT if found.group(2) else "times")
            if value is not None and exact(_NO_RESULT).match(after(sentence.shadow, found.end(), 30)) is None:
                stated = words(sentence, *found.span())
                yield UpTo(stated, value, page.article.block(sentence).kind == "heading")
