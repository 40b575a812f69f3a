"""People counted by a number: “17 of 24 (70.8 %)”, “17 (70.8 %) of the 24”, “70.8 % (n = 17)”."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from workbench.figures._sizes import nearest, sizes_of
from workbench.figures.page import Page
from workbench.figures.printed import NUMBER, number, words
from workbench.figures.stated import Number, Share, Size, Words
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

PERCENTAGE = rf"({NUMBER}) ?(?:%|per ?cent\b)"
WHOLE = r"(\d{1,3}(?:,\d{3})+|\d{1,6})"
_PEOPLE = r"(?: [a-zA-Z'-]+){0,3}"
_AROUND = (
    rf"\b{WHOLE}{_PEOPLE} ?[(\[] ?{PERCENTAGE} ?[)\]] (?:out )?(?:of|among) (?:(?:the|these|those|our|all"
    rf"|total) )*{WHOLE}\b"
)
_COUNTED = rf"(?:^|[^\w.,/$-])(?:n ?= ?)?{WHOLE}{_PEOPLE} ?[(\[] ?{PERCENTAGE} ?[)\],;]"
_BRACKETED = rf"{PERCENTAGE} ?[(\[] ?n ?[=:] ?{WHOLE} ?[)\],;]"
_LISTED = rf"[(\[] ?n ?= ?{WHOLE}[,;] ?{PERCENTAGE}"
_ALONE = ((_COUNTED, 1, 2), (_BRACKETED, 2, 1), (_LISTED, 1, 2))
_BEHIND = rf"(?: ?[(\[,;=]* ?| - )(?:or |that is,? |i\.?e\.?,? )?{PERCENTAGE}"
_BARE_WORD = (  # “36, that is 45 percent,”
    r"(?: of (?:them|these|those|us))?"
    rf"(?: ?[(\[] ?|,? (?:that is|that.s|which is|i\.e\.|or),? (?:only |just )?){PERCENTAGE} ?[)\],;]"
)
_OF_ALL = r" ?(?:%|per ?cent) ?[)\]] (?:out )?(?:of|among)(?: (?:the|these|those|our|all))* "
_CLOSED = (
    rf"(?: (?:(?:\w+ly )?(?:treated|enrolled|included|studied|evaluated|followed|tested|assessed|asked|surveyed"
    rf"|analy[sz]ed|randomi[sz]ed|invited|screened|affected|improved|responded|relapsed|recovered|completed|withdrew"
    rf"|stopped|replied"
    rf"|agreed|died|dropped out|patients|participants|people)|(?:on|given|taking|receiving) (?:the )?[a-zA-Z'-]+"
    rf"|(?:in|on) the [a-zA-Z'-]+ (?:group|arm)))?"
    rf" ?[(\[] ?{PERCENTAGE} ?[)\],;]"
)
_DASHED = rf"(?: [a-zA-Z'-]+){{1,2}}(?: - |, (?:or |that is,? |i\.e\. )){PERCENTAGE}(?: - |[,.)])"
_LEVEL = r" ?(?:%|per ?cent)? ?-?(?:CI|CrI|confidence|credible)\b"  # “17 of 24 (95% CI 49 to 87)”
_OF_BEFORE = r"(?:\bof|/)(?: (?:the|these|those|our|all))* ?$"  # “21 of 55 (38.2 %)” counts 21
_TOTAL_OF = r"\b(?:total|sum|number|group|subset|majority|minority) of $"
_PART_OF = r"\b(?:half|thirds?|quarters?|fifths?|three|four|five|one) of(?: (?:the|these|those|our|all))* $"
_AHEAD = rf"{PERCENTAGE},? ?(?:[(\[] ?(?:i\.?e\.?,? )?|or |that is,? )$"
_BEST = r" (?:(?:most|least|top|\w+est)\b|or (?:\d|one|two|three|four|five|six|more))"  # “one of the 12 best”
_NO_PEOPLE = (
    r"(?:of|in|by|to|a|an|mg|mcg|g|ml|weeks?|months?|days?|years?|hours?|minutes?|points?|sessions?|studies|trials"
    r"|doses?)\b"
)


def around(sentence: Sentence, *numbers: Number | None) -> Words:
    """The stretch of a sentence from its first to its last of some numbers, percent signs included."""
    known = [one for one in numbers if one is not None and one.sentence == sentence.index]
    to = max(one.to for one in known)
    sign = exact(r" ?(?:%|per ?cent\b)").match(after(sentence.shadow, to, 10))
    percent = any(one.to == to and one.unit == PERCENT for one in known)
    return words(sentence, min(one.at for one in known), to + sign.end() if sign and percent else to)


def of_a_group(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“17 of 24 patients”, “three out of four”, with the percentage beside it."""
    for quantity in page.article.quantities[sentence.index]:
        if quantity.kind != "group" or quantity.low is None:
            continue
        inside = [one for one in page.numerals(sentence) if quantity.at <= one.at and one.to <= quantity.to]
        if len(inside) != 2 or exact(_BEST).match(after(sentence.shadow, quantity.to, 20)) is not None:
            continue
        count, size = inside
        right = after(sentence.shadow, quantity.to, 60)
        behind = exact(_BEHIND).match(right) or exact(_CLOSED).match(right) or exact(_DASHED).match(right)
        left = before(sentence.shadow, quantity.at, 40)
        ahead = exact(_AHEAD).search(left)
        percent = None
        if behind is not None:
            percent = number(sentence, behind.span(1), PERCENT, offset=quantity.to)
        elif ahead is not None:
            at = quantity.at - len(left)
            percent = number(sentence, ahead.span(1), PERCENT, offset=at)
        if percent is not None and _level(sentence, percent):
            percent = None
        yield Share(
            around(sentence, count, size, percent),
            count,
            Size(size, where="beside"),
            percent,
            rate=quantity.unit == "rate" or b" every " in sentence.shadow[count.to : size.at],
            approximate=quantity.approximate,
        )


def around_percent(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“17 (70.8 %) of the 24 patients”."""
    if not _bracket(sentence):
        return
    for found in exact(_AROUND).finditer(sentence.shadow):
        count, percent, size = (
            number(sentence, found.span(1)),
            number(sentence, found.span(2), PERCENT),
            number(sentence, found.span(3)),
        )
        if count is not None and percent is not None and size is not None and count.value <= size.value:
            yield Share(around(sentence, count, percent, size), count, Size(size, where="beside"), percent)


def alone(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“17 (70.8 %)”, “70.8 % (n = 17)”, where the group is told elsewhere: in the sentence, or in one before it."""
    if not _bracket(sentence):
        return
    sized = b"=" in sentence.shadow or b":" in sentence.shadow
    for pattern, count_at, percent_at in _ALONE if sized else _ALONE[:1]:
        for found in exact(pattern).finditer(sentence.shadow):
            count, percent = number(sentence, found.span(count_at)), number(sentence, found.span(percent_at), PERCENT)
            if count is None or percent is None or _is_whole(sentence, count):
                continue
            if pattern is _COUNTED and not _people(page, sentence, count):
                continue
            size = _size(page, sentence, count)
            if size is None and pattern is _COUNTED and not _is_group(page, count):
                continue
            yield Share(around(sentence, count, percent), count, size, percent)


def _bracket(sentence: Sentence) -> bool:
    return b"(" in sentence.shadow or b"[" in sentence.shadow


def by_word(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“Thirty-five participants (56 %)”, “Twenty-four (65 %)”, where the group is told elsewhere."""
    for count in page.numerals(sentence):
        said = count.text[:1].isalpha() or sentence.shadow[count.to : count.to + 1] == b","
        worded = said and count.value >= 2 and not count.unit
        found = exact(_BARE_WORD).match(after(sentence.shadow, count.to, 24)) if worded else None
        percent = number(sentence, found.span(1), PERCENT, offset=count.to) if found is not None else None
        if percent is not None and not _is_whole(sentence, count):
            size = _size(page, sentence, count)
            if size is not None and exact(_OF_ALL).fullmatch(sentence.shadow[percent.to : size.number.at]) is not None:
                size = structs.replace(size, where="beside")
            if size is not None and count.value <= size.number.value:
                yield Share(around(sentence, count, percent), count, size, percent)
    for quantity in page.article.quantities[sentence.index]:
        if quantity.kind != "group" or quantity.low is not None:
            continue
        found = exact(rf" ?[(\[] ?{PERCENTAGE} ?[)\],;]").match(after(sentence.shadow, quantity.to, 24))
        told = next((one for one in page.numerals(sentence) if quantity.at <= one.at < quantity.to), None)
        percent = number(sentence, found.span(1), PERCENT, offset=quantity.to) if found is not None else None
        if told is not None and percent is not None and not _is_whole(sentence, told):
            yield Share(around(sentence, told, percent), told, _size(page, sentence, told), percent)


def _is_whole(sentence: Sentence, count: Number) -> bool:
    """Whether a number is what something is a part of: “two thirds of the 24 (66.7 %)”."""
    left = before(sentence.shadow, count.at, 40)
    of = exact(_OF_BEFORE).search(left) is not None and exact(_TOTAL_OF).search(left) is None
    return of or exact(_PART_OF).search(left) is not None


def _level(sentence: Sentence, percent: Number) -> bool:
    return exact(_LEVEL).match(after(sentence.shadow, percent.to, 20)) is not None


def _people(page: Page, sentence: Sentence, count: Number) -> bool:
    """Whether a number before a percentage in brackets counts people, not points, sessions or milligrams."""
    if exact(rf" {_NO_PEOPLE}").match(after(sentence.shadow, count.to, 16)) is not None:
        return False
    quantity = page.quantity(count)
    counts = quantity is None or quantity.kind in ("group", "number", "count")
    return counts and (quantity is None or quantity.low in (None, quantity.high))


def _is_group(page: Page, count: Number) -> bool:
    quantity = page.quantity(count)
    return quantity is not None and quantity.kind == "group"


def _size(page: Page, sentence: Sentence, count: Number) -> Size | None:
    here = [size for size in sizes_of(page, sentence) if size.number.at != count.at]
    if here:
        return here[0] if len({size.number.value for size in here}) == 1 else None
    return nearest(page, sentence)
