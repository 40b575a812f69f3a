"""Means with their spread, the group they are of and the scale of the answers: “M = 3.48, SD = 1.20, n = 20”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import structs

from workbench.figures._mean_rows import in_rows
from workbench.figures._scales import scale_of
from workbench.figures._sizes import around, sizes_of
from workbench.figures.page import Page, once
from workbench.figures.printed import NUMBER, SIGNED, WORDED, number, words
from workbench.figures.stated import Mean, Number, Size
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

Spread = Literal["SD", "SE", ""]
HEADS = r"\bmeans? ?[(\[~+]"
CUE = (
    r"\b(?:means?|averag\w+|SDs?|SEMs?|standard (?:deviations?|errors?))\b|~ ?\d|\+/-|\bM ?= ?-?[\d.]"
    r"|\d\.\d+ [a-z]+(?: [a-z]+)? (?:each|apiece)\b"
)
_NOT_ONE = (
    r"\b(?:medians?|(?:mean|average|standardi[sz]ed mean|between-group) (?:\w+ )?differences?|difference in means?"
    r"|(?:to|can|could|may|might|will|would|does|do|did|that|this|which|it|they|you|we|i|not|also|what) mean)\b[^.;]*$"
)
_UNIT = (
    r"((?: ?%| (?:\w+ )?(?:points?|years?|months?|weeks?|days?|hours?|minutes?|kg|mg|kg/m2|mm ?Hg|cm|mL|sessions?"
    r"|visits?|doses?|infusions?|drinks?|episodes?|attacks?|cigarettes|times|stars|marks)\b| out of \d{1,3}\b|/10\b)?)"
)
_BY = r"(SDs?|standard deviations?|s\.d\.|SEMs?|SEs?|standard errors?(?: of the mean)?|s\.e\.m?\.?)"
_SPREAD = (
    rf"(?: ?[,;(\[]+ ?|,? (?:with|and) (?:an? |the )?)(?:~ ?)?{_BY}(?: ?[=:,]| of| was)? ?({NUMBER})"
    rf"| ?(~|\+/-|\+-) ?({NUMBER})(?: ?[(\[]?{_BY})?"
)
_PAIR = rf" ?[(\[] ?({NUMBER}) ?[)\]]"  # under “mean (SD)”
_RANGE = rf" ?[,;(\[]+ ?range:? ?(?:from )?({SIGNED}) ?(?:-|to) ?({SIGNED})"
_HEADED = rf"\bmeans? ?(?:[(\[] ?~? ?{_BY} ?[)\]]|(?:~|\+/-|\+-) ?{_BY})"
_NAMED = (
    r"(?:\bmeans?|\baverag\w+|\bM)(?: ?[(\[][^()\[\]\d]{1,12}[)\]])?"
    r"(?:(?: [\w'-]+){0,7}?,?(?: (?:was|were|of|is|at|to|about|by)| ?[=:])| [\w-]+)? ?$"
    r"|\bon average,? (?:[a-zA-Z'-]+ |\d{1,3} ){0,6}$"
)
_ON_AVERAGE = r"(?: [a-zA-Z-]+){0,3},? (?:each )?,?on average\b"
_TITLED = r"\W*(?:mean|average)s? [^.;]*: ?(?:before (?:[a-z]+ ){1,4})?"  # “Mean pain, one item, N = 16: 3.40 before”
_AGAIN = r"(?:,| and| versus| vs\.?| but| while| whereas| compared (?:with|to)| against) (?:of )?$"
_IN_THE = (
    rf" (?:in|among|for|by) the (?:{WORDED}) [a-z]"  # “averaged 2.47 in the 15 by day and 3.56 in the 17 by night”
)
_EACH = r" [a-z-]+(?: [a-z-]+)? (?:each|apiece|per (?:person|head|household|patient|family|woman|man|child))\b"
_BARE = r"\b(?:means?|averaged|averaging|average) (?:of |was |is )?$|\bM ?= ?$"
_MOVED = r"\b(?:fell|rose|dropped|declined|improved|increased|decreased|changed)(?: \w+){0,4} by $"
_CHANGE = (
    r"\b(?:mean|average)(?: \w+){0,2} (?:change|reduction|decrease|increase|improvement|decline|gain|loss|drop)\b|"
    + _MOVED
)
_NOT_BEFORE = ("$", "£", "€", "¥", "±")
_N_BEHIND = (
    r" ?[)\],;]* ?(?:on [^.;]{2,40}?, ?)?[(\[]?(?:(?:in|among|for|of) )?(?:the |these |all )?(?:n ?[=:] ?)?"
    r"|[)\]]? (?:in|with|on|for|among|of|given) (?:the )?[a-zA-Z' -]{1,30} ?[(\[] ?n ?[=:] ?"
)
_N_AHEAD = (
    r"[)\],;:]* ?(?:(?:mean|M|had an?|averaged|the|age|score|rating|rated it|was|of|a|with|patients|people"
    r"|participants|[(\[]) ?)*[=:]? ?"
)
_AHEAD = 90
_PRINTED = rf"(?:^|[^\w.,-]|[^\d]-|~ ?)({SIGNED})"


@once
def read(page: Page) -> Iterator[Mean]:
    """Every printed mean that has decimals or a spread, in reading order."""
    stands_for = _announced(page)
    under = [(cell, _announces(head)) for cell, head in page.cells(HEADS)]
    cells = {cell.index for cell, _ in under}
    lines = [(sentence, _announces(sentence)) for sentence in page.cued(CUE) if sentence.index not in cells]
    yield from in_rows(page)
    for sentence, headed in sorted((*under, *lines), key=lambda pair: pair[0].index):
        done = 0
        for place in exact(_PRINTED).finditer(sentence.shadow):
            again = done > 0 and exact(_AGAIN).search(before(sentence.shadow, place.start(1), 60)) is not None
            mean = _mean(page, sentence, place.span(1), headed, stands_for, again) if place.start(1) >= done else None
            if mean is not None:
                done = mean.words.to
                yield mean


def _announces(sentence: Sentence) -> Spread:
    """The kind of spread that “mean (SD)” announces; "" where it does not."""
    found = exact(_HEADED).search(sentence.shadow)
    return "" if found is None else _kind(found.group(1) or found.group(2))


def _mean(
    page: Page, sentence: Sentence, place: tuple[int, int], headed: Spread, stands_for: Spread, again: bool = False
) -> Mean | None:
    value = number(sentence, place)
    if value is None or sentence.text[max(0, value.at - 2) : value.at].rstrip().endswith(_NOT_BEFORE):
        return None
    left, right = before(sentence.shadow, value.at, _AHEAD), after(sentence.shadow, value.to, 120)
    if exact(_NOT_ONE).search(left) is not None:
        return None
    unit_to = _after(_UNIT, right)
    unit = right[:unit_to].decode().strip().lower()
    spread, kind, to = _spread(sentence, value.to + unit_to, headed, stands_for)
    named = exact(_NAMED).search(left) is not None or exact(_BARE).search(left) is not None
    named = named or exact(_TITLED).fullmatch(sentence.shadow[: value.at]) is not None
    named = named or (again and exact(_IN_THE).match(right) is not None)
    named = named or exact(_ON_AVERAGE).match(right) is not None or exact(_EACH).match(right) is not None
    if spread is None and not (named and "." in value.text.replace("·", ".")):
        return None
    if not unit:
        behind = after(sentence.shadow, to, 24)
        unit = behind[: _after(_UNIT, behind)].decode().strip().lower()
    low, high, to = _range(sentence, to)
    stated = words(sentence, value.at, to)
    change: Literal["", "change"] = "change" if exact(_CHANGE).search(left) is not None else ""
    sizes = tuple(_sizes_for(page, sentence, value, to))
    return Mean(stated, value, spread, kind, low, high, sizes, scale_of(page, sentence), unit, change)


def _after(pattern: str, right: bytes) -> int:
    found = exact(pattern).match(right)
    return 0 if found is None else found.end()


def _spread(sentence: Sentence, at: int, headed: Spread, stands_for: Spread) -> tuple[Number | None, Spread, int]:
    """The spread behind a mean that ends at `at`, its kind, and where it ends."""
    right = after(sentence.shadow, at, 80)
    found = exact(_SPREAD).match(right)
    if found is not None:
        group = 2 if found.group(2) is not None else 4
        sign = found.group(3)
        spread = number(sentence, found.span(group), offset=at)
        if spread is not None and (sign != b"~" or sentence.text[at + found.start(3)] == "±"):
            said = found.group(1) or found.group(5)
            kind = _kind(said) if said else headed or stands_for
            return spread, kind, at + found.end()
    pair = exact(_PAIR).match(right) if headed else None
    if pair is None:
        return None, "", at
    return number(sentence, pair.span(1), offset=at), headed, at + pair.end()


def _kind(said: bytes) -> Spread:
    if not said:
        return ""
    return "SD" if b"d" in said.lower()[1:3].replace(b"ta", b"") or b"dev" in said.lower() else "SE"


def _announced(page: Page) -> Spread:
    """What ± stands for, where the article says it once for all (“values are mean ± SD”)."""
    kinds = {
        _kind(found.group(1) or found.group(2))
        for near in page.cued(_HEADED)
        if (found := exact(_HEADED).search(near.shadow))
    }
    return kinds.pop() if len(kinds) == 1 else ""


def _range(sentence: Sentence, at: int) -> tuple[Number | None, Number | None, int]:
    found = exact(_RANGE).match(after(sentence.shadow, at, 60))
    if found is None:
        return None, None, at
    low, high = (number(sentence, found.span(group), offset=at) for group in (1, 2))
    return low, high, at + found.end()


def _sizes_for(page: Page, sentence: Sentence, value: Number, to: int) -> Iterator[Size]:
    """The groups a mean may be of: the one beside it, or all of the nearest place that tells any."""
    here = sizes_of(page, sentence)
    shadow = sentence.shadow
    behind = (s for s in here if s.number.at >= to and exact(_N_BEHIND).fullmatch(shadow[to : s.number.at]))
    ahead = (s for s in here if s.number.to <= value.at and exact(_N_AHEAD).fullmatch(shadow[s.number.to : value.at]))
    for size in (*behind, *ahead):
        yield structs.replace(size, where="beside")
        return
    if here:
        yield from sorted(here, key=lambda size: abs(size.number.at - value.at))
        return
    head = page.head(sentence)
    near = next((sizes for sizes in around(page, sentence) if sizes), [])
    block = page.paragraph(sentence)
    if not near and sentence is not block[-1]:
        near = sizes_of(
            page, block[block.index(sentence) + 1], "after"
        )  # “The mean was 3.9. Nineteen people answered.”
    yield from (sizes_of(page, head, "column") if head is not None else near)
