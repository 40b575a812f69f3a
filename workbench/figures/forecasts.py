"""What is foretold for a year: “will reach $3 bn in 2022”, “was expected to double by 2020”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.figures.page import Page, once
from workbench.figures.printed import find, number, words
from workbench.figures.stated import Number
from workbench.figures.stated_changes import Forecast
from workbench.model import Sentence
from workbench.patterns import exact

_SEEN = (
    r"(?:forecast(?:ed)?|projected|expected|predicted|estimated|anticipated|set|on track|likely|due|slated|poised) to"
)
_VERBS = (
    rf"will|(?:is|are) going to|(?:is|are|has been|have been)(?: \w+)? {_SEEN}"
    r"|(?:forecasts?|projects|expects|predicts|anticipates)"
    r"|(?:plans?|hopes?|intends?|aims?) to"
    r"|(?:should|could|may|might) (?:reach|hit|exceed|top|grow|rise|climb|pass|surpass|double|triple|be worth"
    r"|fall|drop|be available|be ready|be approved|become|halve)"
)
_PAST = rf"(?:was|were|had been)(?: \w+)? {_SEEN}|would"
_OTHER_VERB = r"\b(?:\w{3,}ed|found|said|told|wrote|began|was|were|had|who|which|says|saw|gave|made)\b"
_BY_THEN = (
    r"(?i)(?:^|[,;:] |\. |\b(?:that|and|but) )(?:by|in|from|before|until) (?:the end of |the year |early "
    r"|late )?(20\d\d)\b,?"
    rf"(?: [a-z0-9%$,'-]+){{1,9}}? (?:{_VERBS})\b"  # “By 2030, one in four will”
)
CUE = (
    rf"\b(?:{_VERBS}|{_PAST})\b[^\n]*\b20\d\d\b"
    r"|\b(?:[bB]y|[iI]n|[fF]rom|[bB]efore|[uU]ntil) (?:the end of |the year |early |late )?20\d\d\b[^\n]*"
    rf"\b(?:{_VERBS})\b"
)
_VERB = rf"\b(?:({_PAST})|{_VERBS})\b"
_YEAR = (
    r"\b(?:by|in|until|before|through|for|during|to)(?: the)?(?: end of| year| early| late| mid"
    r"| spring| summer| autumn| fall| winter| January| February| March| April| May| June| July| August"
    r"| September| October"
    r"| November| December)?[ -](20\d\d)\b"
)
_NO_AIM = (
    r"\b(?:published|approved|founded|launched|released|issued|updated|revised|conducted|introduced|adopted|passed"
    r"|begun?|started"
    r"|held|made|born|study|trial|guidelines?|survey|review|paper|data|edition|act|law|who|which|that|since) $"
)
_OF_ITS_TIME = (
    r"\b(?:according to|(?:report|analysis|study|forecast|estimate|review|paper)s? (?:from|of|in|published)|said in"
    r"|in (?:its|their|a) (?:19|20)\d\d|(?:19|20)\d\d (?:report|forecast|analysis|estimate|review|paper|study))\b"
)
_ENDS = r";|[.!?] "
_REACH = 150  # characters behind the verb


@once
def read(page: Page) -> Iterator[Forecast]:
    """Everything foretold for a year, in reading order; whether the year is past is for those who know the date.

    Of several years behind one verb (“will grow from … in 2024 to … in 2030”) it is the last.
    """
    for sentence in page.cued(CUE):
        verbs = list(exact(_VERB).finditer(sentence.shadow))
        ends = [*(verb.start() for verb in verbs[1:]), len(sentence.shadow)]
        for verb, end in zip(verbs, ends, strict=True):
            stretch = sentence.shadow[verb.end() : min(end, verb.end() + _REACH)]
            over = exact(_ENDS).search(stretch)
            aims = list(exact(_YEAR).finditer(stretch[: over.start()] if over is not None else stretch))
            aims = [aim for aim in aims if exact(_NO_AIM).search(stretch[: aim.start()]) is None]
            year = number(sentence, aims[-1].span(1), offset=verb.end()) if aims else None
            if year is not None:
                value = _value(page, sentence, verb.end(), verb.end() + aims[-1].start())
                past = verb.group(1) is not None
                yield Forecast(words(sentence, verb.start(), year.to), year, value, past, find(sentence, _OF_ITS_TIME))
        yield from _by_then(sentence)


def _by_then(sentence: Sentence) -> Iterator[Forecast]:
    for found in exact(_BY_THEN).finditer(sentence.shadow):
        year = number(sentence, found.span(1))
        if year is not None and exact(_OTHER_VERB).search(sentence.shadow[year.to : found.end()]) is None:
            yield Forecast(words(sentence, year.at, found.end()), year, dated=find(sentence, _OF_ITS_TIME))


def _value(page: Page, sentence: Sentence, at: int, to: int) -> Number | None:
    """The last value between the verb and the year."""
    inside = [one for one in page.numerals(sentence) if at <= one.at and one.to <= to and not _is_year(page, one)]
    return inside[-1] if inside else None


def _is_year(page: Page, one: Number) -> bool:
    quantity = page.quantity(one)
    return quantity is not None and quantity.kind == "year"
