"""Means and medians outside what they are of: over the top of the scale, outside the printed range or the ages."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.figures._scales import scale_of
from workbench.figures.page import Page, page_of
from workbench.figures.printed import NUMBER, number
from workbench.figures.stated import Number
from workbench.model import Article, Evidence, Match, Sentence
from workbench.numerals import after, scan
from workbench.patterns import exact

VALUES = ("mean", "ends", "what")
_KIND = "mean-of-n"
_CUE = r"\b(?:means?|averag\w+|medians?)\b[^\n]*\d|\bon average\b"
_NAMED = (
    r"\b(mean|average|median)s?(?: ([a-z-]+(?: [a-z'-]+){0,5}?))?"
    rf"(?: (?:was|were|is|are|of|came to|stood at|being|lay at)| ?[:=]|,)? ?({NUMBER})"
)
_BARE = rf"\b(on average),? ()({NUMBER})"
_DONE = rf"\b(averaged) (?:()(?:about )?)({NUMBER})"
_ON = (
    r"\b(on average),? ()(?:[a-z'-]+ |\d{1,3} ){0,6}(?:scored|gave|rated(?: it)?|answered|got|reached|marked)"
    rf" ({NUMBER})"
)
_RANGE = (
    r"(?: (?:years?(?: old)?|months?|weeks?|days?|hours?|minutes?|points?|kg|cm|mm|mg|g))? ?[(\[,;]+ ?"
    r"(?:with an? )?(?:age )?range[ds]?:?(?: of| from| was| between)? ?"
    rf"({NUMBER}) ?(?:-|to|and) ?({NUMBER})"
)
_LAY = (  # “lay between 3 and 6, with a mean of 2.8”
    rf"\b(?:lay|lie|ranged?|ran|run|went|varied|were|are) (?:from|between) ({NUMBER}) (?:to|and) ({NUMBER})"
    r"(?: [a-z]+)?[,(]? ?(?:and |with )?(?:an? |the |its |their )?(?:means?|averages?|medians?|on average)"
    r"(?: (?:was|of|is|age))*,? ?$"
)
_NO_UNIT = (
    r" ?(?:points?\b|stars?\b|marks?\b|out of|/ ?\d|[.,;)\]]|$|[(\[]|(?:in|among|for|on|and|from|with|by|at|after"
    r"|before)\b)"
)
_OF_ANSWERS = (
    r"(?:.*\b)?(?:answers?|scores?|ratings?|marks?|grades?|verdicts?|votes?|values?|pain|itch\w*|fatigue|satisfaction|mood"
    r"|sleep|anxiety|stress|quality|severity|result)\b.*"
)
_CHANGE = r"\b(?:change|difference|reduction|increase|decrease|improvement|drop|fall|rise|gain|loss|total|sum)\b"
_ITEMS = r"\b(?:items|subscales?|total|sum|added|summed|questions|statements|times|per)\b"
_POINT_EACH = (
    r"\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:[a-z-]+ )?(?:questions|items|statements|tasks)"
    r"(?:,| with| at| -| worth)? (?:one|1|a) point (?:each|apiece|for each|per)\b"
)
_OLDEST = rf"\b(oldest|youngest)(?: [a-z]+){{0,3}}? (?:was|were|is|being|at|aged) ({NUMBER})"
_AGE = (  # of those told with it, not of their trainers
    r"(?:[a-z]+ )?age(?: of (?:the |all )?(?:participants|patients|people|sample|group|women|men|children|volunteers"
    r"|adults|subjects))?"
)
_BACK = 100  # characters before a mean in which its ends may be told
_FAR = Decimal("1.6")  # times the top of a scale: what lies beyond is a sum of several answers


class _Outside(NamedTuple):
    """A mean and the ends it should lie between, with the words for them."""

    value: Number
    low: Decimal
    high: Decimal
    what: str


def detect(article: Article, *, never: Hits = ()) -> Iterator[Match]:
    """Every mean or median outside its scale, its printed range or the ages told with it.

    Args:
        never: words beside which the ends are of something else ("interquartile", "normal range").
    """
    page, off = page_of(article), frozenset(hit.sentence for hit in never)
    for sentence in page.cued(_CUE):
        if sentence.index in off:
            continue
        for pattern in (_NAMED, _DONE, _ON, _BARE):
            for found in exact(pattern).finditer(sentence.shadow):
                value, said = number(sentence, found.span(3)), (found.group(2) or b"").lower()
                if value is None or exact(_CHANGE).search(sentence.shadow[found.start() : value.at]) is not None:
                    continue
                one = _by_range(sentence, value) or _by_age(page, sentence, value, said)
                one = one or _by_scale(page, sentence, value, said)
                if one is not None:
                    yield _match(one)


def _by_range(sentence: Sentence, value: Number) -> _Outside | None:
    """“a mean of 2.1 days (range 3 to 9)”."""
    found, offset = exact(_RANGE).match(after(sentence.shadow, value.to, 60)), value.to
    if found is None:
        offset = max(0, value.at - _BACK)
        found = exact(_LAY).search(sentence.shadow[offset : value.at])
    if found is None:
        return None
    ends = [number(sentence, found.span(part), offset=offset) for part in (1, 2)]
    if ends[0] is None or ends[1] is None:
        return None
    return _outside(value, ends[0].value, ends[1].value, "the range told with it")


def _by_age(page: Page, sentence: Sentence, value: Number, said: bytes) -> _Outside | None:
    """“aged 18 to 30 (mean age 34.2)”, “the median age was 71; the oldest patient was 68”."""
    if exact(_AGE).fullmatch(said) is None:
        return None
    ages = [one for one in page.article.quantities[sentence.index] if one.kind == "age" and one.unit == "year"]
    ends = {(one.low, one.high) for one in ages if one.low is not None and one.high is not None and one.low < one.high}
    if len(ends) == 1:
        low, high = ends.pop()
        return _outside(value, low or Decimal(0), (high or Decimal(0)) + 1, "the ages told with it")
    near = [sentence, *page.paragraph(sentence)[page.paragraph(sentence).index(sentence) + 1 :][:1]]
    for found in (found for one in near if (found := exact(_OLDEST).search(one.shadow)) is not None):
        limit = Decimal(found.group(2).decode().replace(",", ""))
        oldest = found.group(1).lower() == b"oldest"
        low, high = (Decimal(0), limit + 1) if oldest else (limit, max(limit, value.value))
        return _outside(value, low, high, "the ages told with it")
    return None


def _by_scale(page: Page, sentence: Sentence, value: Number, said: bytes) -> _Outside | None:
    """“On a scale from 1 to 7 … an average of 7.6”."""
    if exact(_NO_UNIT).match(after(sentence.shadow, value.to, 12)) is None:
        return None
    earlier = next(iter(page.before(sentence, 1)), None)
    for near in (sentence, earlier):
        each = exact(_POINT_EACH).search(near.shadow) if near is not None else None
        if each is not None:
            top = next(iter(scan(each.group(1).decode(), each.group(1))), None)
            return _outside(value, Decimal(0), top.value, "the scale") if top is not None else None
    scale = scale_of(page, sentence)
    if scale is None or (scale.items is not None and scale.items > 1):
        return None
    own, home = scale.words.sentence == sentence.index, page.article.sentences[scale.words.sentence]
    if exact(_ITEMS).search(home.shadow) is not None or (own and scale.words.at <= value.at < scale.words.to):
        return None
    if not own and said and exact(_OF_ANSWERS).fullmatch(said) is None:
        return None
    low, high = scale.low, scale.high
    if high is None and scale.points is not None:
        low, high = Decimal(0), Decimal(scale.points)
    if low is None or high is None or value.value > high * _FAR:
        return None
    return _outside(value, low, high, "the scale")


def _outside(value: Number, low: Decimal, high: Decimal, what: str) -> _Outside | None:
    places = max(0, -int(value.value.as_tuple().exponent))
    slack = Decimal(1).scaleb(-places) / 2
    return _Outside(value, low, high, what) if value.value + slack < low or value.value - slack > high else None


def _match(one: _Outside) -> Match:
    value = one.value
    ends = f"{one.low:f} to {one.high:f}"
    side = f"{value.text} > {one.high:f}" if value.value > one.high else f"{value.text} < {one.low:f}"
    return Match(
        value.sentence,
        value.at,
        value.to,
        values={"mean": value.text, "ends": ends, "what": one.what},
        evidence=Evidence(_KIND, f"{value.text}, of {one.what}", f"{side}, and a mean lies between the ends ({ends})"),
    )
