"""Figures listed beside each other as parts of one: “60 % IV, 30 % nasal, 25 % oral”, “of 24, 12 …, 8 … and 6 …”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from workbench.figures._said import OF_THEM, any_size
from workbench.figures.page import Page, once
from workbench.figures.printed import find, words
from workbench.figures.stated import Number, Words
from workbench.figures.stated_changes import Parts
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

CUE = (
    r"(?:%|per ?cent\b)[^\n]*(?:%|per ?cent\b)"
    r"|\b(?:of|among) (?:the |these |those |all )*(?:\d|\w+(?:teen|ty)\b|ten\b|eleven\b|twelve\b)[^\n]*,"
)
ITEMS = r"\d ?%|\d per ?cent"
_NO_NAME = frozenset((b"and", b"or", b"per", b"cent", b"percent", b"only", b"about", b"a", b"of"))
_JOINED = r",|;| and | or |/"
_APART = (
    r"\b(?:vs?|versus|compared|than|to|from|respectively|weeks?|months?|years?|CI|p|placebo|control|dropped|fell|rose"
    r"|increased|risk|reduc\w+|lower|higher|more|less)\b"
)
_SERIES = r"\brespectively\b|^%? (?:at|after|in|by) (?:the )?(?:weeks?|months?|years?|days?|\d)"
_RATES = r"\b(?:rates?|responses?|values|levels|risks?|scores?|results?) (?:were|was|of|are|reached)\b[^\d]{0,16}$"
_BARE = r" ?(?:%|per ?cent)?[ -][a-zA-Z][\w'-]*(?: [a-zA-Z][\w'-]*){0,2} ?(?:,|;|\.|$|and\b|or\b)"
_ONE_WHOLE = (
    r"\b(?:split|divided?|broken? down|breakdown|breaks? down|made up|make-?up|consist\w*|compos\w+|compris\w+"
    r"|distribut\w+|remaining|remainder|the rest|the others|only one|mutually exclusive|market shares?"
    r"|accounted for|accounts? for|(?:stayed|remained) the same|unchanged|did not change|no change"
    r"|(?:revenue|budget|income|turnover|spending|expenses) (?:comes?|came|is|was|goes|went|breaks?)"
    r"|mild\b.*\bmoderate\b.*\bsevere)\b"
)
_BEING = r"(?:were |was |are |is |being )?"
_WOMEN, _MEN = rf"{_BEING}(?:wom[ae]n|females?)\b", rf"{_BEING}(?:m[ae]n|males?)\b"
_NEXT_PART = r"[^%]*\b\d[\d.]* ?(?:%|per ?cent)? ?\(?"
_OPPOSITES = (rf"{_WOMEN}{_NEXT_PART}{_MEN}", rf"{_MEN}{_NEXT_PART}{_WOMEN}")
_SEVERAL = (
    r"\b(?:select all|all that apply|tick all|more than one|multiple (?:answers?|responses?|choices?|reasons?)"
    r"|(?:several|multiple) answers"
    r"|overlap\w*|not add up|non-?exclusive|not mutually exclusive|not exclusive|side effects?|adverse|symptoms?"
    r"|complaints?|complications?|reasons?|common(?:ly|est)?|also|as well as|both)\b"
)
_REST = r"\b(?:the rest|the remainder|the remaining (?:people|patients|ones)|the others)\b"
_LEAST = 3
_GAP = 80


@once
def read(page: Page) -> Iterator[Parts]:
    """Every list of three or more percentages, and of counts after “of the 24”, in reading order."""
    found = [parts for sentence in page.cued(CUE) for parts in _in(page, sentence)]
    found += _items(page)
    yield from sorted(found, key=lambda one: (one.words.sentence, one.words.at))


def _in(page: Page, sentence: Sentence) -> Iterator[Parts]:
    percents = [one for one in page.numerals(sentence) if one.unit == PERCENT]
    run: list[Number] = []
    for one in percents:
        if run and not _listed(sentence, run[-1], one):
            yield from _parts(page, sentence, run)
            run = []
        run.append(one)
    yield from _parts(page, sentence, run)
    yield from _counts(page, sentence)


def _listed(sentence: Sentence, one: Number, other: Number) -> bool:
    """Whether two percentages stand in one list: only words and a comma or “and” between them."""
    gap = sentence.shadow[one.to : other.at]
    return (
        len(gap) <= _GAP
        and exact(_JOINED).search(gap) is not None
        and not _NO_NAME.issuperset(exact(r"[a-z]+").findall(gap.lower()))
        and exact(r"\d").search(gap) is None
        and exact(_APART).search(gap) is None
    )


def _parts(page: Page, sentence: Sentence, run: list[Number]) -> Iterator[Parts]:
    if len(run) < 2 or any((q := page.quantity(one)) is None or q.low != q.high for one in run):
        return
    rest = find(sentence, _REST) is not None
    opposites = _opposites(sentence, run)
    if len(run) < _LEAST and not rest and opposites is None:
        return
    if exact(_RATES).search(before(sentence.shadow, run[0].at, 40)) is not None:
        return
    behind = after(sentence.shadow, run[-1].to, 70)
    if exact(_APART).search(before(sentence.shadow, run[0].at, 24)) or exact(_SERIES).search(behind):
        return
    bare = all(exact(_BARE).match(after(sentence.shadow, one.to, 60)) is not None for one in run)
    exclusive, cue = _exclusive(page, sentence) if opposites is None else (True, opposites)
    stretch = words(sentence, run[0].at, run[-1].to)
    yield Parts(stretch, tuple(run), exclusive, cue, rest=rest, bare=bare)


def _opposites(sentence: Sentence, run: list[Number]) -> Words | None:
    """The words of two parts that are all there is: “62 % were women and 48 % were men”."""
    if len(run) != 2:
        return None
    at = run[0].to
    sign = exact(r" ?(?:%|per ?cent\b)? ?").match(after(sentence.shadow, at, 12))
    right = after(sentence.shadow, at + sign.end() if sign else at, 60)
    found = next(filter(None, (exact(pattern).match(right) for pattern in _OPPOSITES)), None)
    start = at + sign.end() if sign else at
    return None if found is None else words(sentence, start, start + found.end())


def _exclusive(page: Page, sentence: Sentence) -> tuple[bool | None, Words | None]:
    """Whether the parts can overlap, by the words around them; those of several answers go first."""
    lead_in = page.lead_in(sentence)
    own = [sentence, *([lead_in] if lead_in else [])]
    index = sentence.index + 1
    behind = page.article.sentences[index] if index < len(page.article.sentences) else None
    near = [*own, *page.before(sentence, 1)]
    near += [behind] if behind is not None and behind.block == sentence.block else []
    for verdict, pattern, there in ((False, _SEVERAL, near), (True, _ONE_WHOLE, own)):
        cue = next(filter(None, (find(one, pattern) for one in there)), None)
        if cue is not None:
            return verdict, cue
    return None, None


def _counts(page: Page, sentence: Sentence) -> Iterator[Parts]:
    """“Of the 24 people, 12 got it, 8 did not and 6 left”."""
    for size in any_size(page, sentence):
        if exact(OF_THEM).search(before(sentence.shadow, size.number.at, 48)) is None:
            continue
        run: list[Number] = []
        last = size.number
        for one in page.numerals(sentence):
            if one.at <= last.at or one.unit not in ("", "people") or one.value != one.value.to_integral_value():
                continue
            gap = sentence.shadow[last.to : one.at]
            quantity = page.quantity(one)
            known = quantity is None or (quantity.kind in ("number", "group") and quantity.low in (None, quantity.high))
            if (
                not known
                or len(gap) > _GAP
                or exact(rf"(?:{_JOINED})(?: ?[a-z]+){{0,4}} ?$").search(gap) is None
                or exact(_APART).search(gap)
            ):
                break
            run.append(one)
            last = one
        if len(run) > 1 and all(one.value <= size.number.value for one in run):
            opposites = _opposites(sentence, run)
            exclusive, cue = _exclusive(page, sentence) if opposites is None else (True, opposites)
            rest = find(sentence, _REST) is not None
            yield Parts(words(sentence, size.number.at, run[-1].to), tuple(run), exclusive, cue, size.number, rest)
            return


def _items(page: Page) -> Iterator[Parts]:
    """A list of which each item tells one percentage."""
    items = [one for one in page.cued(ITEMS) if page.article.block(one).kind == "item"]
    for lead_in, group in groupby(items, key=lambda one: page.article.block(one).lead_in):
        found = [(one, [number for number in page.numerals(one) if number.unit == PERCENT]) for one in group]
        blocks = [one.block for one, _ in found]
        whole = (
            lead_in is not None and len(found) >= _LEAST and blocks == list(range(blocks[0], blocks[0] + len(blocks)))
        )
        if whole and all(len(numbers) == 1 for _, numbers in found):
            run = tuple(numbers[0] for _, numbers in found)
            exclusive, cue = _exclusive(page, found[0][0])
            yield Parts(words(found[0][0], run[0].at, run[0].to), run, exclusive, cue)
