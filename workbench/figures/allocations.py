"""People told as the groups of one total: “84 patients were divided into group 1 (n=41) and group 2 (n=43)”."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from workbench.figures._sizes import sizes_of
from workbench.figures.page import Page, once
from workbench.figures.printed import words
from workbench.figures.stated import Number, Size, Words
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

CUE = (
    r"\bn ?= ?\d[^\n]*\bn ?= ?\d"
    r"|\d[^\n]*\b(?:groups?|arms?|placebo|assigned|randomi[sz]ed|allocated|divided|split|received|control|got|given)\b"
    r"|\b(?:groups?|arms?|placebo|assigned|randomi[sz]ed|allocated|divided|split|received|control)\b[^\n]*\d"
)
ASSIGNED = r"\b(?:randomi[sz]ed|randomly|assigned|allocat\w+|divided|split|by lot)\b"
_SIZED = r"\bn ?[=:] ?$"
_PEOPLE = r"(?: (?:people|patients|participants|adults|women|men|children|volunteers|subjects|veterans))?"
_IN_ARM = (
    rf"{_PEOPLE} (?:(?:were |was )?(?:randomly )?(?:randomi[sz]ed|assigned|allocated)? ?(?:to|in|on)"
    r"|(?:who )?(?:received|got|took)|(?:were )?(?:given|receiving|taking)) [a-zA-Z]"
)
_TOOK_PART = rf"{_PEOPLE} (?:took part|were (?:in|on) (?:the|a|this|our) (?:trial|study|sample))\b"
_ELLIPTIC = (
    r" (?:to |in |on )?(?:a |the )?(?:placebo|control|sham|usual|dummy|standard)\b"  # “51 received it and 49 placebo”
)
_BRACKETED = rf"{_PEOPLE} ?[)\]]"
_NO_ARM_BEFORE = (
    r"(?:\bof(?: the| these)?|\bweeks?|\bdays?|\bmonths?|\bby|\bto|\bgroup|\barm|\bphase|\bstage|[-/.]|%) ?$"
)
_NAME_BEFORE = r"\b(?:groups?|arms?|cohorts?|phase|stage|type) $"  # group 2
_JOINED = r",|;| and | or | vs?\.? | versus "
_GAP = 100


class Allocation(Struct, frozen=True):
    """Groups told beside each other, and the total before them.

    `where` is "sentence" or "before"; `others` are further whole numbers of these sentences; `assigned` whether a word
    says that the total was parted into the groups; `sized` whether every group is told as “n = …”.
    """

    words: Words
    total: Number
    arms: tuple[Number, ...]
    others: tuple[Number, ...]
    assigned: bool
    sized: bool


@once
def read(page: Page) -> Iterator[Allocation]:
    """Every run of two or more groups with a total told before it, in reading order."""
    for sentence in page.cued(CUE):
        run: list[Number] = []
        for one in page.numerals(sentence):
            if not _arm(sentence, one, bool(run)):
                continue
            if run and not _joined(page, sentence, run[-1], one):
                yield from _allocation(page, sentence, run)
                run = []
            run.append(one)
        yield from _allocation(page, sentence, run)


def _arm(sentence: Sentence, one: Number, further: bool) -> bool:
    if one.unit not in ("", "people") or one.value != one.value.to_integral_value() or one.value < 2:
        return False
    left, right = before(sentence.shadow, one.at, 16), after(sentence.shadow, one.to, 60)
    if exact(_SIZED).search(left) is not None:
        return True
    if exact(_NO_ARM_BEFORE).search(left) is not None:
        return False
    if left.endswith((b"(", b"[")):
        return exact(_BRACKETED).match(right) is not None
    if exact(_TOOK_PART).match(right) is not None:
        return False
    return exact(_IN_ARM).match(right) is not None or (further and exact(_ELLIPTIC).match(right) is not None)


def _joined(page: Page, sentence: Sentence, one: Number, other: Number) -> bool:
    gap = sentence.shadow[one.to : other.at]
    between = [x for x in page.numerals(sentence) if one.to <= x.at < other.at and x.unit in ("", "people")]
    return len(gap) <= _GAP and all(_names(page, x) for x in between) and exact(_JOINED).search(gap) is not None


def _names(page: Page, one: Number) -> bool:
    """Whether a number names a group: “group 2”."""
    shadow = page.article.sentences[one.sentence].shadow
    return exact(_NAME_BEFORE).search(before(shadow, one.at, 12)) is not None


def _allocation(page: Page, sentence: Sentence, run: list[Number]) -> Iterator[Allocation]:
    if len(run) < 2:
        return
    found = _total(page, sentence, run[0])
    if found is None:
        return
    total, home = found
    shadows = sentence.shadow if home is sentence else home.shadow + b" " + sentence.shadow
    whole = [
        x for x in (*page.numerals(home), *(page.numerals(sentence) if home is not sentence else ())) if not x.unit
    ]
    whole = [x for x in whole if x.value == x.value.to_integral_value() and not _names(page, x)]
    others = [x for x in whole if x not in run and x != total]
    others += [x for size in sizes_of(page, home) if (x := size.number) not in run and x != total and x not in others]
    sized = all(exact(_SIZED).search(before(sentence.shadow, one.at, 8)) is not None for one in run)
    stretch = words(sentence, run[0].at, run[-1].to)
    yield Allocation(stretch, total, tuple(run), tuple(others), exact(ASSIGNED).search(shadows) is not None, sized)


def _total(page: Page, sentence: Sentence, first: Number) -> tuple[Number, Sentence] | None:
    """The last group of people told before the arms: in their sentence, or alone in the one before."""
    here = [size for size in sizes_of(page, sentence) if size.number.to < first.at]
    if here:
        return _plain(here[-1], sentence)
    bare = _of(page, sentence, first)
    if bare is not None:
        return bare, sentence
    for earlier in page.before(sentence, 1):
        sizes = sizes_of(page, earlier)
        if len(sizes) == 1:
            return _plain(sizes[0], earlier)
    return None


def _of(page: Page, sentence: Sentence, first: Number) -> Number | None:
    """“Of the 84, 41 were in …”."""
    told = [one for one in page.numerals(sentence) if one.to < first.at and not one.unit]
    found = told[-1] if told else None
    left = before(sentence.shadow, found.at, 24) if found is not None else b""
    return found if exact(r"(?:^|[,;] )of (?:the |these )?$").search(left) is not None else None


def _plain(size: Size, sentence: Sentence) -> tuple[Number, Sentence] | None:
    return None if size.approximate else (size.number, sentence)
