"""Test statistics with their degrees of freedom and their p: “t(28) = 2.20, p = .03”."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from workbench.figures import pvalues
from workbench.figures.page import Page, once
from workbench.figures.printed import NUMBER, SIGNED, find, number, words
from workbench.figures.stated import Number, Tested
from workbench.model import Sentence
from workbench.patterns import Found, exact

Kind = Literal["t", "F", "chi2", "z", "r"]

_NAME = r"([tT]|[fF]|[zZ]|r|[xX]_?2|[cC]hi[- ]?(?:[sS]quared?|2))"
CUE = (
    r"\b(?:[tfzr]|x_?2|chi[- ]?(?:squared?|2))(?:[ -](?:tests?|values?|statistics?))? ?"
    r"(?:[(\[_] ?\d|\d{1,4}(?:[,;] ?\d{1,5}(?:\.\d+)?)? ?[=<>]|[=<>] ?[-+.]?\d|(?:of|was) [-+]?[\d.])"
)
_WORD = r"([- ](?:tests?|values?|statistics?))?"
_BRACKETS = rf" ?[(\[] ?(?:df ?=? ?)?({NUMBER})(?:[,;] ?({NUMBER}))?(?:[,;] ?[nN] ?= ?({NUMBER}))? ?[)\]]"
_LOWERED = r"_?[({]?(\d{1,4}(?:\.\d+)?)(?:[,;] ?(\d{1,5}(?:\.\d+)?))?[)}]?"
_TEST = rf"(?:^|[^\w.-])({_NAME}{_WORD}(?:{_BRACKETS}|{_LOWERED})?,? ?((?:[=<>:]|of|was) ?[<>]? ?)({SIGNED}))"
_DF = rf"\b(?:df|d\.f\.|degrees of freedom)s? ?(?:[=:]|of|was)? ?[(\[]?({NUMBER})(?:(?: ?[,;/]| and) ?({NUMBER})\b)?"
_DF_AFTER = rf"\b({NUMBER})(?:(?: and|,) ({NUMBER}))? (?:df|d\.f\.|degrees? of freedom)\b"
_DF_BEFORE = rf"\bdf ?= ?({NUMBER})(?:[,;/] ?({NUMBER}))?[)\]]?[,;:]? ?$"
_N = rf"\b[nN] ?= ?({NUMBER})"
_KINDS: dict[str, Kind] = {"t": "t", "f": "F", "z": "z", "r": "r"}
_REACH = 70  # characters behind a statistic in which its degrees of freedom and n may stand
_ONE = r"\b(?:one|1|single)[- ](?:tailed|sided|tail)\b"
_TWO = r"\b(?:two|2)[- ](?:tailed|sided|tail)\b"
_CORRECTED = (
    r"\b(?:bonferroni|holm|tukey|sidak|hochberg|scheffe|dunnett|false discovery|fdr|greenhouse|huynh|permutation"
    r"|bootstrap\w*|(?:corrected|adjusted) (?:for multiple|p\b|p-values?)|p[ -]?values? (?:were|are) (?:corrected"
    r"|adjusted))"
)


class _Found(NamedTuple):
    sentence: Sentence
    at: int
    to: int
    kind: Kind
    value: Number
    sign: Literal["=", "<", ">"]
    df: tuple[Number, ...]
    n: Number | None


@once
def read(page: Page) -> Iterator[Tested]:
    """Every test statistic that has degrees of freedom or a p beside it, in reading order."""
    for sentence in page.cued(CUE):
        places = exact(_TEST, any_case=False).finditer(sentence.shadow)
        found = [one for one in (_found(sentence, place.span) for place in places) if one is not None]
        ends = [0, *(one.to for one in found)]
        starts = [*(one.at for one in found[1:]), len(sentence.shadow)]
        for one, left, right in zip(found, ends, starts, strict=False):
            tested = _tested(page, one, left, right)
            if tested is not None:
                yield tested


def _found(sentence: Sentence, span: Callable[[int], tuple[int, int]]) -> _Found | None:
    at, name, word = span(1)[0], span(2), span(3)
    shadow = sentence.shadow
    letters = shadow[name[0] : name[1]].decode()
    kind = _KINDS.get(letters[0].lower(), "chi2")
    value = number(sentence, span(10))
    lowered = span(7) if span(7)[0] >= 0 else None
    if value is None or (kind == "chi2" and not _is_chi(sentence.text[name[0]])):
        return None
    if lowered is not None and not _is_lowered(sentence, letters, name[1], span):
        return None
    numbers = [number(sentence, span(group), exactly=True) for group in (4, 5, 7, 8) if span(group)[0] >= 0]
    df = tuple(one for one in numbers if one is not None)
    n = number(sentence, span(6)) if span(6)[0] >= 0 else None
    mark = shadow[span(9)[0] : span(9)[1]].strip()
    if mark[:1] not in (b"=", b"<", b">") and word[0] < 0 and not df:
        return None
    if (not df and pvalues.measured(shadow, value.to)) or (letters in ("f", "T") and not df):
        return None
    sign: Literal["=", "<", ">"] = "<" if mark.endswith(b"<") else ">" if mark.endswith(b">") else "="
    return _Found(sentence, at, value.to, kind, value, sign, df, n)


def _is_chi(letter: str) -> bool:
    return letter.lower() in "xc" or "CHI" in unicodedata.name(letter, "").split()


def _is_lowered(sentence: Sentence, letters: str, to: int, span: Callable[[int], tuple[int, int]]) -> bool:
    """Whether digits right behind the letter are its degrees of freedom: “t28”, “F1, 28”, but not the time “T2”."""
    marked = sentence.text[to] == "_" or "\u2080" <= sentence.text[span(7)[0]] <= "\u2089"  # lowered 0 to 9
    return marked or letters == "t" or (letters == "F" and span(8)[0] >= 0)


def _tested(page: Page, one: _Found, left: int, right: int) -> Tested | None:
    sentence, df, n = one.sentence, one.df, one.n
    p = pvalues.beside(sentence, one.at, one.to, left, right)
    stretch = sentence.shadow[one.to : min(right, one.to + _REACH)]
    if not df:
        df = _freedom(sentence, exact(_DF).search(stretch), one.to)
        df = df or _freedom(sentence, exact(_DF_AFTER).search(stretch), one.to)
        ahead = max(left, one.at - 28)
        df = df or _freedom(sentence, exact(_DF_BEFORE).search(sentence.shadow[ahead : one.at]), ahead)
    if not df and p is None:
        return None
    said = exact(_N).search(stretch)
    if n is None and said is not None:
        n = number(sentence, said.span(1), offset=one.to)
    around = page.paragraph(sentence)
    two = find(sentence, _TWO)
    one_tailed = find(sentence, _ONE) if two else next(filter(None, (find(near, _ONE) for near in around)), None)
    corrected = next(filter(None, (find(near, _CORRECTED) for near in around)), None)
    stated = words(sentence, one.at, one.to)
    return Tested(stated, one.kind, one.value, one.sign, df, n, p, one_tailed, corrected)


def _freedom(sentence: Sentence, found: Found | None, offset: int) -> tuple[Number, ...]:
    if found is None:
        return ()
    places = (found.span(group) for group in (1, 2) if found.group(group) is not None)
    numbers = (number(sentence, place, offset=offset) for place in places)
    return tuple(one for one in numbers if one is not None)
