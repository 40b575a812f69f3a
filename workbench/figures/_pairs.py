"""Two values of one thing in a sentence: “from 10 % to 15 %”, “2 → 4 bn”."""

from __future__ import annotations

from msgspec import structs

from workbench.figures.page import Page
from workbench.figures.stated import Number
from workbench.model import Sentence
from workbench.patterns import exact

_BEFORE_A = (
    r"\b(?:a|an|the|its|their|about|around|nearly|roughly|approximately|just|only|over|under|almost|some|mean|median"
    r"|average|of"
    r"|baseline|initial|initially|score|scores|rate|total|level|levels|risk|weight|pressure|price|peak|low|high|US|AU"
    r"|USD|EUR|GBP|up|down|estimated|an estimated)\b"
)
_FILL = rf"(?: ?(?:{_BEFORE_A}|\$|[xX~]|-))* ?"
_FROM = rf"\bfrom{_FILL}$"
_TO = rf"\b(?:to|down to|up to){_FILL}$"
_RANGING = (
    r"\b(?:rang\w+|anywhere|anything|anywhere between|var(?:y|ies|ied|ying)|span\w*|aged?|ages|open|scor(?:ed|es)"
    r"|scales?|rated|run|running|graded|take|takes|taking|costs?|cost(?:ing)?|lasts?|lasting|priced|takes) from"
    rf"{_FILL}$"
)
_ARROW = r" ?(?:%|[a-zA-Z]{1,4})? ?(?:~|->|->) ?(?:US)?\$?"
_ARROWS = ("→", "->")
_NO_VALUE = ("year", "age")
_REACH, _NEXT = 110, 7  # characters, and numbers, between two values of a pair


def pairs(page: Page, sentence: Sentence) -> list[tuple[Number, Number]]:
    """The pairs of values that a sentence leads from one to the other, in reading order."""
    found = page.pairs.get(sentence.index)
    if found is None:
        found = page.pairs[sentence.index] = _pairs(page, sentence)
    return found


def _pairs(page: Page, sentence: Sentence) -> list[tuple[Number, Number]]:
    if b"from" not in sentence.shadow.lower() and not any(arrow in sentence.text for arrow in _ARROWS):
        return []
    values = page.numerals(sentence)
    found: list[tuple[Number, Number]] = []
    for index, old in enumerate(values):
        left = sentence.shadow[max(0, old.at - 60) : old.at]
        if exact(_FROM).search(left) is not None and exact(_RANGING).search(left) is None:
            new = next((one for one in values[index + 1 : index + _NEXT] if _leads_to(sentence, old, one)), None)
        else:
            new = None
        if new is None:
            new = values[index + 1] if index + 1 < len(values) and _arrow(sentence, old, values[index + 1]) else None
        if new is not None and _values(page, old, new) and (pair := _alike(old, new)) is not None:
            found.append(pair)
    return found


def _leads_to(sentence: Sentence, old: Number, new: Number) -> bool:
    gap = sentence.shadow[old.to : new.at]
    return len(gap) <= _REACH and exact(_TO).search(gap) is not None and exact(r"[;:]|\. ").search(gap) is None


def _arrow(sentence: Sentence, old: Number, new: Number) -> bool:
    gap = sentence.text[old.to : new.at]
    return (
        any(arrow in gap for arrow in _ARROWS) and exact(_ARROW).fullmatch(sentence.shadow[old.to : new.at]) is not None
    )


def _values(page: Page, *both: Number) -> bool:
    kinds = [quantity.kind if (quantity := page.quantity(one)) else "" for one in both]
    return not any(kind in _NO_VALUE for kind in kinds)


def _alike(old: Number, new: Number) -> tuple[Number, Number] | None:
    """The two with one unit; the first one's own unit may be left out (“from 3.24 to 5.91 bn”)."""
    if not old.unit and not old.scale:
        old = structs.replace(old, unit=new.unit, scale=new.scale)
    elif not old.scale and new.scale and old.unit == new.unit and "." in old.text + new.text:
        old = structs.replace(old, scale=new.scale)
    if new.unit and old.unit != new.unit:
        return None
    return old, structs.replace(new, unit=old.unit)
