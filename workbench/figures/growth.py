"""Yearly growth with the values and years it leads from and to: “CAGR of 10.6 %”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from workbench.figures._growth_tables import dated_rows, in_tables
from workbench.figures._pairs import pairs
from workbench.figures._told import told_in
from workbench.figures.page import Page, once
from workbench.figures.printed import NUMBER, WORDED, number, worded, words
from workbench.figures.stated import Number, Words
from workbench.figures.stated_changes import At, Growth
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

CUE = (
    r"\bCAGR\b|compound(?:ed)? (?:annual|yearly)|annual(?:ized|ised)? growth|(?:%|per ?cent) (?:a|each|every"
    r"|per) (?:year|annum)|(?:%|per ?cent) (?:annual|yearly|CAGR|compound)"
    r"|(?:%|per ?cent) p\.?a\b|\bcompound"
    r"|(?:annual|yearly) (?:rise|increase|growth|gain|decline|fall|drop|decrease|rate)"
    r"|(?:%|per ?cent) [a-z]+ (?:a|per|each|every) (?:year|annum)"
)
_VAGUE = r"(?:(about|around|approximately|roughly|nearly|almost|some|over|more than|up to) )?"
_COMPOUND = r"(?:CAGR|compound(?:ed)? (?:annual|yearly)(?: rate of)? growth(?: rate)?(?: \(CAGR\))?)"
_ANNUAL = r"(?:(?:average )?(?:annual(?:i[sz]ed)?|yearly|year-on-year) (?:rate of growth|growth(?: rate)?))"
_GROWS = (
    r"(?:grow(?:s|n|ing|th)?|grew|ris(?:e|es|en|ing)|rose|expand(?:s|ed|ing)?|increas(?:e|es|ed|ing)|climb(?:s|ed"
    r"|ing)?)"
)
_RATES = (
    rf"({_COMPOUND}|{_ANNUAL})(?:,? \(?(?:19|20)\d\d ?(?:-|to) ?(?:19|20)\d\d\)?)?(?: [a-z-]+){{0,4}}? ?(?:of|at|is"
    rf"|was|:|=|,|to be)? ?{_VAGUE}({NUMBER}) ?(?:%|per ?cent)",
    rf"(?:^|[^\w.,-]){_VAGUE}({NUMBER}) ?(?:%|per ?cent)[ -]({_COMPOUND}|{_ANNUAL})",
    rf"\b{_GROWS}\b[^\d;.]{{0,60}}?{_VAGUE}({NUMBER}) ?(?:%|per ?cent) (?:a|each|every|per) (?:year|annum)()",
    rf"\b{_GROWS}\b[^\d;.]{{0,60}}?{_VAGUE}({NUMBER}) ?(?:%|per ?cent) (?:annually|yearly)()",
    rf"\b{_GROWS}\b[^;]{{0,140}}?(?:,|\bor|\bat|\bby) (?:(?:an )?average (?:rate )?of )?{_VAGUE}({NUMBER})"
    r" ?(?:%|per ?cent) (?:(?:a|each|every|per) (?:year|annum)|annually)()",
)
_MOVED = (
    r"\b(?:grow\w*|grew|ris(?:e|es|en|ing)|rose|expand\w*|increas\w+|climb\w*|doubl\w+|tripl\w+|fell|fall(?:s|en"
    r"|ing)?|drop\w*|declin\w+"
    r"|shr[aiu]nk\w*|sank|slid|went|from|up|down|compound\w*|spent|spend|worth|reach\w*|hit|starting)\b"
)
_MORE_RATES = (
    r"(?:annual|yearly) (?:rate of )?(?:rise|increase|growth|gain|decline|fall|drop|decrease)(?: rate)?(?: of|:| is"
    r"| was| at)? ?"
    rf"{_VAGUE}({WORDED}) ?(?:%|per ?cent)()",
    rf"\b(compound(?:ed)?)(?: annual| yearly)? (?:growth|rate)(?: rate)?(?: of|:| is| was"
    rf"| at)? ?{_VAGUE}({WORDED}) ?(?:%|per ?cent)",
    rf"{_VAGUE}({WORDED}) ?(?:%|per ?cent),? (?:growth |rise |increase |decline |fall |more |less "
    rf"|fewer |lower |higher |smaller |up |down )?(?:(?:a|each|every"
    rf"|per) (?:year|annum)|p\.?a\b)"
    r"((?:, | )?compound(?:ed)?)?",
)
_MONEY = ("USD", "EUR", "GBP", "AUD", "CAD", "JPY", "INR", "CHF", "NZD")
_PLACES = (
    (3, 2, 1),
    (2, 1, 3),
    (2, 1, 3),
    (2, 1, 3),
    (2, 1, 3),
    (2, 1, 3),
    (3, 2, 1),
    (2, 1, 3),
)  # groups of the rate, of what makes it vague, and of its name
_PLAIN = ("number", "count", "group", "money")
_YEARS = (
    r"\b(?:over|for|in|within|during|across)(?: the)?(?: next| past| last| coming| following)? (\d{1,2}|two|three"
    r"|four|five|six|seven|eight|nine|ten)[- ]years?\b|\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)-year\b"
)
_LATER = rf"\b({WORDED}) years (?:later|on|afterwards)\b"
_PERIOD = r"\b((?:19|20)\d\d) ?(?:-|to|through|and|until) ?((?:19|20)\d\d)\b"
_YEAR_AFTER = (
    r"(?: ?[a-zA-Z%'-]+){0,4}? ?(?:in|by|for|during|\(|as of|until|from|at the end of) ?(?:the end of |early |late "
    r"|mid-)?((?:19|20)\d\d)\b"
)
_YEAR_BEFORE = (
    r"\b(?:in|by|for|during|from|as of) ((?:19|20)\d\d)(?:,| to|:)?[^\d;.]{0,60}$|\b((?:19|20)\d\d) ?[:=(] ?\D{0,5}$"
)


@once
def read(page: Page) -> Iterator[Growth]:
    """Every yearly rate of growth in percent, in reading order, then those of tables."""
    cued = list(page.cued(CUE))
    for sentence in cued:
        done: list[int] = []
        for pattern, (rate_at, vague_at, name_at) in zip((*_RATES, *_MORE_RATES), _PLACES, strict=True):
            if pattern in _MORE_RATES and exact(_MOVED).search(sentence.shadow) is None:
                continue
            for found in exact(pattern).finditer(sentence.shadow):
                rate = worded(sentence, found.span(rate_at), PERCENT)
                quantity = page.quantity(rate) if rate is not None else None
                ranged = quantity is not None and quantity.low != quantity.high
                if rate is None or rate.at in done or ranged:
                    continue
                done.append(rate.at)
                name = (found.group(name_at) or b"").lower()
                around = sentence.shadow[max(0, found.start() - 30) : found.end() + 30].lower()
                compound = b"cagr" in name or b"compound" in around
                at = rate.at if found.start(name_at) < 0 or not name else min(rate.at, found.start(name_at))
                stated = words(sentence, at, found.end())
                yield _growth(page, sentence, stated, rate, compound, found.group(vague_at) is not None)
    yield from in_tables(page, iter(cued))


def _growth(page: Page, sentence: Sentence, stated: Words, rate: Number, compound: bool, vague: bool) -> Growth:
    years, period = _years_of(page, sentence)
    start, end = _ends(page, sentence)
    earlier = next(iter(page.before(sentence, 1)), None)
    if start is None and end is None and earlier is not None and not years and not period:
        times = _times(earlier)  # “Membership doubled between 2014 and 2023. That is 8 % a year.”
        years, period = _years_of(page, earlier) if times is not None else (years, period)
        start, end = times or (None, None)
    if period is not None and not (_meets(start, sentence, period[0]) and _meets(end, sentence, period[1])):
        start = end = None  # the values of another sentence, for other years
    return Growth(stated, rate, compound, start, end, years, period, vague)


def _years_of(page: Page, sentence: Sentence) -> tuple[Number | None, tuple[Number, Number] | None]:
    """The number of years that a sentence tells, and the years from which to which."""
    said = exact(_YEARS).search(sentence.shadow)
    years = None
    if said is not None:
        place = said.span(1) if said.group(1) is not None else said.span(2)
        years = next((one for one in page.numerals(sentence) if one.at == place[0]), None)
    told = exact(_PERIOD).search(sentence.shadow)
    if told is None:
        return years, None
    first, last = number(sentence, told.span(1)), number(sentence, told.span(2))
    return years, (first, last) if first is not None and last is not None and first.value < last.value else None


def _later(page: Page, near: list[Sentence]) -> list[tuple[Number, Number]]:
    """An amount with a year, and one told so many years later: “In 2016 … 1.2 billion. Eight years later … 2.4”."""
    dated: list[tuple[Number, Number]] = []
    for one in near:
        dated += _dated(page, one)
        found = exact(_LATER).search(one.shadow)
        if found is None or len(dated) != 1:
            continue
        base, years = dated[0][1], worded(one, found.span(1))
        amounts = [x for x in page.numerals(one) if (x.scale or x.unit in _MONEY) and x.at > found.end()]
        if years is not None and len(amounts) == 1:
            dated.append((amounts[0], structs.replace(base, value=base.value + years.value)))
    return dated


def _meets(at: At | None, sentence: Sentence, year: Number) -> bool:
    other = at is not None and at.value.sentence != sentence.index
    return not other or at is None or at.year is None or abs(at.year.value - year.value) <= 1


def _ends(page: Page, sentence: Sentence) -> tuple[At | None, At | None]:
    """The values a rate leads from and to: a pair in its sentence, else the dated values in it and around it."""
    block = page.paragraph(sentence)
    place = block.index(sentence)
    for near in (sentence, *block[max(0, place - 1) : place], *block[place + 1 : place + 2]):
        found = [pair for pair in pairs(page, near) if pair[0].unit != PERCENT]
        if len(found) == 1:
            old, new = found[0]
            return At(old, _year(near, old)), At(new, _year(near, new))
    dated = [one for near in block[max(0, place - 2) : place + 2] for one in _dated(page, near)]
    if len(dated) < 2:
        dated = [one for near in block[max(0, place - 1) : place + 1] for one in _dated(page, near, any_number=True)]
    if len(dated) < 2:
        dated = _later(page, block[max(0, place - 2) : place + 1]) or dated
    if not dated:
        dated = [(value, year) for year, value in dated_rows(page, sentence)]
    times = _times(sentence) if not dated else None
    if times is not None:
        return times
    known = {int(year.value): At(value, year) for value, year in dated}
    if len(known) != len(dated) or len(known) < 2:
        only = next(iter(known.values()), None) if len(dated) == 1 else None
        return (None, only) if only is not None and dated[0][1].value > page.article.as_of.year else (only, None)
    return known[min(known)], known[max(known)]


def _times(sentence: Sentence) -> tuple[At, At] | None:
    """One and two for what “doubled in five years”."""
    told = [one for one in told_in(sentence) if one.wording == "ratio" and one.number is None and one.direction == "up"]
    if len(told) != 1:
        return None
    place = told[0].words
    first, last = (
        Number(place.sentence, place.at, place.to, place.text, value) for value in (Decimal("1.0"), told[0].value)
    )
    return At(first), At(structs.replace(last, value=last.value.quantize(Decimal("0.1"))))


def _dated(page: Page, sentence: Sentence, any_number: bool = False) -> list[tuple[Number, Number]]:
    """The amounts of a sentence that have a year, each with it."""
    if any_number:
        plain = (
            one
            for one in page.numerals(sentence)
            if one.unit != PERCENT and (q := page.quantity(one)) and q.kind in _PLAIN
        )
        with_year = ((one, _year(sentence, one)) for one in plain)
        return [(one, year) for one, year in with_year if year is not None]
    found = page.dated.get(sentence.index)
    if found is None:
        amounts = (one for one in page.numerals(sentence) if one.scale or one.unit in _MONEY)
        with_year = ((one, _year(sentence, one)) for one in amounts)
        found = page.dated[sentence.index] = [(one, year) for one, year in with_year if year is not None]
    return found


def _year(sentence: Sentence, value: Number) -> Number | None:
    """The year that stands behind a value or before it."""
    behind = exact(_YEAR_AFTER).match(after(sentence.shadow, value.to, 60))
    if behind is not None:
        return number(sentence, behind.span(1), offset=value.to)
    left = before(sentence.shadow, value.at, 80)
    ahead = exact(_YEAR_BEFORE).search(left)
    if ahead is None:
        return None
    group = 1 if ahead.group(1) is not None else 2
    offset = value.at - len(left)
    return number(sentence, ahead.span(group), offset=offset)
