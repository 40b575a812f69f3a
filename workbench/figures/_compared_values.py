"""Numbers of a sentence that may be the old or the new value of a told change."""

from __future__ import annotations

from msgspec import structs

from workbench.figures.page import Page
from workbench.figures.stated import Number, alike
from workbench.figures.stated_changes import Told
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

_KINDS = ("number", "group", "count", "percent", "money", "dose", "ratio")
_NO_VALUE_BEFORE = (
    r"\b(?:n ?[=:]|p ?[=<>]|CI|aged?|ages|page|figure|table|type|phase|(?:at|by|to|and|after|in|on|until) (?:week"
    r"|month|day|year)|grade"
    r"|stage|for|over|within|than|every|per|in|[a-z]*[^d \W] of(?: the)?)(?: the)? ?$"
)
_CLOCK = r"\b(?:at|by|before|until|till|past) $"  # “up at six”
_NO_VALUE_AFTER = r" ?-?(?:weeks?|months?|years?|days?|hours?|minutes?|times|-?fold|-?year|-?point|confidence|CI)\b"
_LASTS = (
    r"\b(?:was|is|were|are|took|takes|waited|from|lasts?|lasted|now"
    r"|(?:awake|asleep|slept|sat|lay|waited) for) (?:about )?$"
)


def values_of(page: Page, sentence: Sentence, told: Told) -> list[Number]:
    found = []
    for one in page.numerals(sentence):
        quantity = page.quantity(one)
        kind = quantity is None or (
            quantity.low in (None, quantity.high)
            and quantity.kind in _KINDS
            and quantity.unit not in ("fraction", "fold")
        )
        left, right = before(sentence.shadow, one.at, 20), after(sentence.shadow, one.to, 16)
        lasts = quantity is not None and quantity.kind == "duration" and exact(_LASTS).search(left) is not None
        kind = kind or lasts
        named = not lasts and (
            exact(_NO_VALUE_BEFORE).search(left) is not None or exact(_NO_VALUE_AFTER).match(right) is not None
        )
        named = named or (one.text.isalpha() and exact(_CLOCK).search(left) is not None)
        small = one.text[:1].isalpha() and one.value < 2
        if kind and not small and (not named or one.unit == PERCENT) and not overlaps(one, told):
            found.append(one)
    return found


def lasting(page: Page, sentence: Sentence, told: Told) -> list[Number]:
    """The two times of a sentence that has no other numbers: “quadrupled: 12 days in 2015, 36 days now”."""
    there = [one for one in page.article.quantities[sentence.index] if one.kind != "year"]
    times = [one for one in there if one.kind == "duration" and one.low == one.high]
    if len(times) != 2 or len({one.unit for one in times}) != 1 or len(there) - len(times) > 1:
        return []
    numbers = page.numerals(sentence)
    found = [one for one in numbers if any(time.at <= one.at < time.to for time in times) and not overlaps(one, told)]
    return found if len(found) == len(times) else []


def overlaps(one: Number, told: Told) -> bool:
    figure = told.number or told.words
    return one.sentence == figure.sentence and one.at < figure.to and figure.at < one.to


def as_pair(found: list[Number]) -> tuple[Number, Number] | None:
    old, new = found
    units = {one.unit for one in found}
    if len(units) > 1 and "" not in units and units != {"people", ""}:
        return None
    if PERCENT in units and len(units) > 1:
        return None
    if old.scale != new.scale and not new.scale and not new.unit:
        new = structs.replace(new, scale=old.scale)
    unit = old.unit or new.unit
    old, new = structs.replace(old, unit=unit), structs.replace(new, unit=unit)
    first, second = alike(old, new)
    return (old, new) if first > 0 and second > 0 and first != second else None
