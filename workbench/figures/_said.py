"""Shares of a group that words tell: “all 8”, “half of the 12”, “of the 10 …, 64.3 %”, “70.8 % of the 24”."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from workbench.figures._counted import PERCENTAGE, WHOLE, around
from workbench.figures._sizes import sizes_of
from workbench.figures.page import Page
from workbench.figures.printed import number, words
from workbench.figures.stated import Number, Share, Size, Words
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

_DETERMINED = r"(?: (?:of|the|these|those|our|their|first|other|all))*"
_ALL = rf"(?:^|[^\w-])(all|both|each|every one){_DETERMINED} $"
_SOME_OF_ALL = (
    r"\b(?:not|nearly|almost|virtually|practically|of|in|for|from|with|to|across|among|by|over|after|at|on)(?: \w+)? $"
)
_PARTS = (
    r"\b(none|nobody|no one|not one|half|(?:a|one)[ -](?:third|quarter|fifth)|(?:two|three)[ -](?:thirds|quarters"
    r"|fifths))"
    rf"(?: out)? of{_DETERMINED} $"
)
_DIVISORS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}
OF_THEM = rf"(?:^|[.;:,(-] ?|\band |\bbut |\b\w+ly,? )(?:of|among|out of){_DETERMINED} ?(?:a total of )?$"
_TO_PERCENT = rf"[^\d%;:]{{0,120}}?,[^\d%;:]{{0,60}}?{PERCENTAGE}"
_TO_COUNT = r"[^\d%;:]{0,120}?, (?:only |just |about |another )?$"
_VERB = (
    r" (?:\w+ly )?(?:\w{2,}ed|were|had|did|said|saw|felt|fell|went|got|slept|left|lost|kept|met|gave|took|chose|came"
    r"|dropped|also|still|no longer|then|never)\b"
)
_NAMED = rf"{_VERB}| (?:people|patients|participants|adults|women|men|children)\b| ?[(\[]| of (?:them|whom)\b"
_TELLS = r"\b(?:none|nobody|no one|not one|half|thirds?|quarters?|fifths?|all|each|both|every one|of|among)\b"
_NUMBER = r"(?:\d[\d,]*|[a-z]*(?:teen|ty)(?:-[a-z]+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BARE = rf"\b(?:all|each|both|one|of|among){_DETERMINED} {_NUMBER}{_VERB}"
_PERCENT_OF = rf"{PERCENTAGE} (?:of|among){_DETERMINED} $"
_ARM = (
    rf"{PERCENTAGE}(?: \w+ly)?(?: (?:of|in|on|with|for|among|given|receiving|taking))(?: [a-zA-Z'-]+){{1,5}}"
    rf" ?[(\[] ?n ?[=:] ?{WHOLE} ?[)\]]"
)
_COUNT = (  # “70.8 % of patients (n = 17)” tells who was counted
    r".*(?:%|cent) (?:of|in|among)(?: (?:the|these|those|all|our))*"
    r" (?:\w+ )?(?:people|patients|participants|adults|women|men|children|subjects|cases|respondents|users|volunteers)"
    r" ?[(\[].*"
)
_VAGUE = (
    r"\b(?:about|around|approximately|roughly|nearly|almost|some|over|under|(?:more|less|fewer) than|up to"
    r"|at (?:least|most)) $"
)


def percent_in_arm(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“33.3 % in the placebo group (n = 12)”."""
    if b"=" not in sentence.shadow and b":" not in sentence.shadow:
        return
    for found in exact(_ARM).finditer(sentence.shadow):
        if exact(_COUNT).fullmatch(found.group()) is not None:
            continue
        percent = number(sentence, found.span(1), PERCENT)
        size = next((size for size in sizes_of(page, sentence, "beside") if size.number.at == found.start(2)), None)
        if percent is not None and size is not None:
            yield _share(sentence, percent, size)


def percent_of(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“70.8 % of the 24 patients”."""
    for size in sizes_of(page, sentence, "beside"):
        left = before(sentence.shadow, size.number.at, 60)
        found = exact(_PERCENT_OF).search(left)
        if found is not None:
            at = size.number.at - len(left)
            percent = number(sentence, found.span(1), PERCENT, offset=at)
            if percent is not None:
                yield _share(sentence, percent, size)


def parts(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“half of the 12”, “none of the 38 patients”."""
    for size in any_size(page, sentence):
        found = exact(_PARTS).search(before(sentence.shadow, size.number.at, 48))
        if found is None:
            continue
        first, *rest = found.group(1).decode().lower().replace("-", " ").split()
        last = (rest[-1] if rest else first).rstrip("s").replace("halve", "half")
        times = {"two": 2, "three": 3}.get(first, 1)
        part = Fraction(times, _DIVISORS[last]) if last in _DIVISORS else Fraction(0)
        at = size.number.at - len(before(sentence.shadow, size.number.at, 48)) + found.start(1)
        yield Share(_stretch(sentence, at, size), None, size, None, part)


def all_of(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“all 8 patients improved”, “each of the 12”; not “in all 8 trials”, nor “nearly all 8”."""
    for size in any_size(page, sentence):
        left = before(sentence.shadow, size.number.at, 40)
        found = exact(_ALL).search(left)
        if found is None or exact(_SOME_OF_ALL).search(left[: found.start(1)]) is not None:
            continue
        at = size.number.at - len(left) + found.start(1)
        yield Share(_stretch(sentence, at, size), None, size, None, Fraction(1))


def of_them(page: Page, sentence: Sentence) -> Iterator[Share]:
    """“Of the 10 people who took the higher dose, 64.3 % improved”, “Of these 10, seven improved”.

    The words between define the group, as long as no other number stands among them.
    """
    for size in any_size(page, sentence):
        if exact(OF_THEM).search(before(sentence.shadow, size.number.at, 48)) is None:
            continue
        right = after(sentence.shadow, size.number.to, 240)
        found = exact(_TO_PERCENT).match(right)
        if found is not None:
            percent = number(sentence, found.span(1), PERCENT, offset=size.number.to)
            if percent is not None:
                yield _share(sentence, percent, size)
            continue
        count = next((one for one in page.numerals(sentence) if one.at > size.number.to), None)
        if count is None or exact(_TO_COUNT).fullmatch(sentence.shadow[size.number.to : count.at]) is None:
            continue
        whole = count.value == count.value.to_integral_value() and count.value <= size.number.value
        if whole and exact(_NAMED).match(after(sentence.shadow, count.to, 40)) is not None:
            yield Share(around(sentence, size.number, count), count, size, _behind(sentence, count))


def _behind(sentence: Sentence, count: Number) -> Number | None:
    found = exact(rf"(?: [a-zA-Z'-]+){{0,2}} ?[(\[] ?{PERCENTAGE}").match(after(sentence.shadow, count.to, 60))
    return number(sentence, found.span(1), PERCENT, offset=count.to) if found else None


def any_size(page: Page, sentence: Sentence) -> list[Size]:
    """The groups of a sentence, and bare numbers with a verb behind them: “half of the 12 slept”."""
    found = page.wholes.get(sentence.index)
    if found is None:
        found = page.wholes[sentence.index] = list(_any_size(page, sentence))
    return found


def _any_size(page: Page, sentence: Sentence) -> Iterator[Size]:
    if not page.holds(sentence, _TELLS):
        return
    yield from (size for size in sizes_of(page, sentence, "beside") if not size.approximate)
    if not page.holds(sentence, _BARE):
        return
    for one in page.numerals(sentence):
        bare = page.quantity(one)
        if one.value < 2 or (bare is not None and not _plain(bare)):
            continue
        if exact(_VERB).match(after(sentence.shadow, one.to, 40)) is not None:
            yield Size(one, where="beside")


def _plain(quantity: Quantity) -> bool:
    whole = quantity.low == quantity.high and not quantity.approximate
    return quantity.kind == "number" and not quantity.unit and whole


def _share(sentence: Sentence, percent: Number, size: Size) -> Share:
    vague = exact(_VAGUE).search(before(sentence.shadow, percent.at, 20)) is not None
    return Share(around(sentence, percent, size.number), None, size, percent, approximate=vague or size.approximate)


def _stretch(sentence: Sentence, at: int, size: Size) -> Words:
    return words(sentence, at, size.number.to)
