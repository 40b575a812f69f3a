"""The risks of two arms in a sentence: “10 % with placebo and 5 % with the drug”, “4 in 100 versus 2 in 100”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import dropwhile, takewhile
from typing import Literal, NamedTuple

from msgspec import structs

from workbench.figures.page import Page
from workbench.figures.printed import WORDED
from workbench.figures.stated import Number, Words
from workbench.figures.stated_changes import Risk
from workbench.model import Quantity, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

_ARM = (
    r"[)\]]?,? ?(?:[a-z]+ )?(?:with|of|in|on|for|among|given|taking|receiving|who (?:took|got|received|had))"
    r"((?: [a-zA-Z][\w'-]*){1,5})"
)
_HUNDRED = r" (?:in|of|out of|per) ((?:a|every|one|each) (?:hundred|thousand))"
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
_N = rf"({WORDED})"
_BOTH = (
    r"(?i)\b(?:of|among|in|out of|per|for) (?:every |each |the |an? )?"
    r"(1,?000|100|10,?000|hundred|thousand) [a-z][^\d.;]{2,30}? ?"
    rf"\b{_N} [^\d.;]{{2,60}}? (?:without|with|on|taking) [^\d.;]{{2,40}}?,? (?:and|but|against|while) (?:only |just )?"
    rf"{_N} [^\d.;,]{{0,24}}?(?:without|with|on|taking) [a-z]"
)
_EACH = (  # “Of 50 people on the cream 30 were healed, of 50 on the base 20”
    rf"(?i)\b(?:of|among) (?:the |every )?{_N} [^\d.;]{{2,40}}?,? {_N}\b[^\d.;]{{2,50}}?[,;] ?(?:and |but )?"
    rf"(?:of|among) (?:the |every )?{_N} [^\d.;]{{2,40}}?,? (?:only |just )?{_N}\b"
)
_VERSUS = r"\b(?:vs?\.?|versus|compared (?:with|to)|against|as opposed to|rather than|instead of)(?: |$)"
_THAN = r"\bthan (?:in|with|on|for|among|of|the|those)\b"
_NONE = r"\bwithout (?:it|them|treatment|the \w+),? (?:and|but)\b"
_CONTROLS = r"%?,? (?:and )?(?:(?:the|in|with|on) )*(?:placebo|controls?|dummy|sham|usual care)(?: group)?:? (?:was )?"
_TO = r"^ ?(?:\([^()]*\) ?)?(?:[^\d;:.,()]{0,40} )?(?:down |up )?to (?:about |around |only |just |some |nearly )?$"
_AND = r"\b(?:and|but|while|whereas)\b"
_AGAIN = r"(?: [a-z]+){0,2} ?[(\[,] ?(?:or )?"
_APART = r"[;:]|\.\s|\brespectively\b"
_KINDS = ("percent", "group")
_GAP = 110
_OTHER_ARM = r"[^\d;.]{0,60}? (?:on|with|without|taking) [^\d;.]{2,40},? (?:and|but|while|against) (?:only |just )?"
_ITS_ARM = r"[^\d;.,]{0,24}? (?:on|with|without|taking) [a-z]"
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
    found: list[Pair] = []
    if sum(one.kind in _KINDS for one in page.article.quantities[sentence.index]) < 2:
        return found
    risks = risks_in(page, sentence)
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


def risks_in(page: Page, sentence: Sentence) -> list[Risk]:
    """Every risk of a sentence, those said twice once."""
    every = [risk for q in page.article.quantities[sentence.index] if (risk := _risk(page, sentence, q)) is not None]
    return list(_once(sentence, every))


def of_one_group(page: Page, sentence: Sentence) -> Pair | None:
    """Two counts of one round number of people: “Of 1,000 members 40 fall without the class and 30 with it”."""
    found = exact(_BOTH).search(sentence.shadow)
    told = {one.at: one for one in page.numerals(sentence)}
    if found is None:
        return _of_each(sentence, told)
    first, second = (told.get(found.start(place)) for place in (2, 3))
    group = told.get(found.start(1)) or _round_number(sentence, *found.span(1))
    if first is None or second is None or max(first.value, second.value) >= group.value:
        return None
    one, other = (Risk(Words(sentence.index, x.at, x.to, x.text), None, x, group) for x in (first, second))
    return Pair(one, other, moved=False)


def _of_each(sentence: Sentence, told: dict[int, Number]) -> Pair | None:
    found = exact(_EACH).search(sentence.shadow)
    if found is None:
        return None
    size, count, other_size, other = (told.get(found.start(place)) for place in (1, 2, 3, 4))
    if size is None or count is None or other_size is None or other is None:
        return None
    if count.value >= size.value or other.value >= other_size.value:
        return None
    both = ((count, size), (other, other_size))
    one, two = (Risk(Words(sentence.index, x.at, x.to, x.text), None, x, n) for x, n in both)
    return Pair(one, two, moved=False)


def _round_number(sentence: Sentence, at: int, to: int) -> Number:
    """A hundred or a thousand, told by its name alone."""
    text = sentence.text[at:to]
    return Number(sentence.index, at, to, text, Decimal(100 if text.lower().endswith("hundred") else 1000))


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
    if quantity.kind not in _KINDS or quantity.low is None:
        return None
    if quantity.kind == "percent" and (quantity.low != quantity.high or quantity.unit != PERCENT):
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
    hundred = exact(_HUNDRED).search(sentence.shadow[quantity.at : quantity.to]) if len(inside) == 1 else None
    if quantity.kind == "group" and hundred is not None:
        size = _round_number(sentence, quantity.at + hundred.start(1), quantity.at + hundred.end(1))
        return Risk(place, None, inside[0], size, label, quantity.approximate)
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
    if exact(_OTHER_ARM).fullmatch(gap) is not None and exact(_ITS_ARM).match(
        after(sentence.shadow, second.words.to, 60)
    ):
        return "arms"  # “seven in a hundred bled on the old tablet and three in a hundred on the new one”
    both = bool(first.label and second.label) and first.label != second.label
    return "arms" if both and exact(_AND).search(gap) is not None else ""
