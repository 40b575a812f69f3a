"""The risks of two arms in a sentence: “10 % with placebo and 5 % with the drug”, “4 in 100 versus 2 in 100”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, takewhile
from typing import Literal, NamedTuple

from msgspec import structs

from workbench.figures.page import Page
from workbench.figures.stated import Words
from workbench.figures.stated_changes import Risk
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

_ARM = (
    r"[)\]]?,? ?(?:[a-z]+ )?(?:with|of|in|on|for|among|given|taking|receiving|who (?:took|got|received|had))"
    r"((?: [a-zA-Z][\w'-]*){1,5})"
)
_IN_BRACKETS = r" ?[(\[](( ?[a-zA-Z][a-zA-Z'-]*){1,3})[)\]]"
_FILLERS = frozenset(("the", "a", "an", "those", "people", "who", "taking", "on", "given", "with", "received", "had"))
_ENDS = frozenset(
    (
        "to",
        "and",
        "but",
        "while",
        "or",
        "vs",
        "versus",
        "compared",
        "than",
        "was",
        "were",
        "in",
        "at",
        "had",
        "have",
        "got",
        "a",
        "an",
        "the",
        "who",
    )
)
_VERSUS = r"\b(?:vs?\.?|versus|compared (?:with|to)|against|as opposed to|rather than|instead of)(?: |$)"
_THAN = r"\bthan (?:in|with|on|for|among|of|the|those)\b"
_NONE = r"\bwithout (?:it|them|treatment|the \w+),? (?:and|but)\b"
_CONTROLS = r"%?,? (?:and )?(?:(?:the|in|with|on) )*(?:placebo|controls?|dummy|sham|usual care)(?: group)?:? (?:was )?"
_TO = r"^ ?(?:\([^()]*\) ?)?(?:[^\d;:.,()]{0,40} )?(?:down |up )?to (?:about |around |only |just |some |nearly )?$"
_AND = r"\b(?:and|but|while|whereas)\b"
_AGAIN = r"(?: [a-z]+){0,2} ?[(\[,] ?(?:or )?"
_APART = r"[;:]|\.\s|\brespectively\b"
_GAP = 110
_FROM = r"\bfrom (?:about |around |an? |some |nearly |just )?$"
_RANGING = r"\b(?:rang\w+|anywhere|anything|var\w+|between|CI|interval|span\w*)\b[^\d]{0,24}$"
_BY_PEOPLE = (
    r"\b(?:reported|experienced|mentioned|noted|suffered|described|seen|felt|recorded|shared|and|or|vs|versus|compared"
    r" with) by [^\d]{0,8}$"
)
_WITHOUT = (
    r"[;,] (?:and |but )?(?:with(?:out)? (?:it|them|any|treatment|(?:the )?\w+)|(?:in|on|among|with) (?:the |those )?"
    r"[a-z' -]{0,24}(?:placebo|dummy|control|sham|comparison|untreated|usual care)[a-z' -]{0,16}),? ?"
    r"(?:(?:it|this|the figure|that) was )?(?:about |around |only )?$"
)
_NO_RISK = r"\b(?:CI|confidence interval|by|up to|off|discount)\b[^\d]{0,8}$|[+-]$"
_NO_RISK_AFTER = (
    r" ?(?:confidence|CI|CrI|credible|lower|higher|reduc\w+|increase|decrease|drop|fall|rise|relative|more|less|fewer"
    r"|greater|cheaper|off)\b"
)


class Pair(NamedTuple):
    """Two risks; `moved` where one went to the other."""

    first: Risk
    second: Risk
    moved: bool


def pairs(page: Page, sentence: Sentence) -> list[Pair]:
    """Two risks that stand beside each other as those of two arms or of before and after."""
    every = [risk for q in page.article.quantities[sentence.index] if (risk := _risk(page, sentence, q)) is not None]
    risks = list(_once(sentence, every))
    found: list[Pair] = []
    index = 0
    while index + 1 < len(risks):
        first, second = risks[index], risks[index + 1]
        how = _two_arms(sentence, first, second)
        if how:
            found.append(Pair(first, second, how == "moved"))
            index += 2
        else:
            index += 1
    return found


def _once(sentence: Sentence, risks: list[Risk]) -> Iterator[Risk]:
    """Risks without those said twice: “12 of 120 (10 %) with Velodrin” is the 12 of 120, named by what follows."""
    index = 0
    while index < len(risks):
        one, other = risks[index], risks[index + 1] if index + 1 < len(risks) else None
        twice = other is not None and exact(_AGAIN).fullmatch(sentence.shadow[one.words.to : other.words.at])
        if other is None or not twice or (one.percent is None) == (other.percent is None):
            yield one
            index += 1
        else:
            counted = one if one.percent is None else other
            yield structs.replace(counted, label=other.label or one.label)
            index += 2


def _risk(page: Page, sentence: Sentence, quantity: Quantity) -> Risk | None:
    if quantity.low is None or (quantity.kind == "percent" and quantity.low != quantity.high):
        return None
    left, right = before(sentence.shadow, quantity.at, 40), after(sentence.shadow, quantity.to, 24)
    by_people = exact(_BY_PEOPLE).search(left) is not None  # “reported by 9 %”, not “cut by 9 %”
    if (exact(_NO_RISK).search(left) is not None and not by_people) or exact(_NO_RISK_AFTER).match(right) is not None:
        return None
    inside = [one for one in page.numerals(sentence) if quantity.at <= one.at and one.to <= quantity.to]
    place = Words(sentence.index, quantity.at, quantity.to, sentence.text[quantity.at : quantity.to])
    label = _label(sentence, quantity)
    if quantity.kind == "percent" and quantity.unit == PERCENT and len(inside) == 1:
        return Risk(place, inside[0], None, None, label, quantity.approximate)
    if quantity.kind == "group" and len(inside) == 2:
        return Risk(place, None, inside[0], inside[1], label, quantity.approximate)
    return None


def _label(sentence: Sentence, quantity: Quantity) -> str:
    """The words behind a risk that name its arm, two at most: "placebo", "usual care"."""
    right = after(sentence.shadow, quantity.to, 90)
    found = exact(_ARM).match(right) or exact(_IN_BRACKETS).match(right)
    if found is None:
        return ""
    said = sentence.text[quantity.to + found.start(1) : quantity.to + found.end(1)].split()
    named = list(dropwhile(lambda word: word in _FILLERS, said))
    return " ".join(list(takewhile(lambda word: word not in _ENDS, named))[:2])


def _two_arms(sentence: Sentence, first: Risk, second: Risk) -> Literal["arms", "moved", ""]:
    gap = sentence.shadow[first.words.to : second.words.at]
    if len(gap) > _GAP or (first.percent is None) != (second.percent is None):
        return ""
    if exact(_WITHOUT).search(gap) is not None and gap.count(b";") <= 1 and b"." not in gap:
        return "arms"
    if exact(_APART).search(gap) is not None:
        return ""
    if any(exact(pattern).search(gap) is not None for pattern in (_VERSUS, _THAN, _NONE)) or exact(_CONTROLS).fullmatch(
        gap
    ):
        return "arms"
    left = before(sentence.shadow, first.words.at, 50)
    if exact(_TO).search(gap) is not None and exact(_RANGING).search(left) is None:
        told = exact(_FROM).search(left) is not None or exact(_AND).search(gap) is None
        return "moved" if told else ""
    both = bool(first.label and second.label) and first.label != second.label
    return "arms" if both and exact(_AND).search(gap) is not None else ""
