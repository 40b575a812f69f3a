"""Amounts without a numeral of their own: “half a milligram”, “a gram of Barkol”, “one and a half grams”."""

from __future__ import annotations

from decimal import Decimal

from workbench.model import Quantity, Sentence
from workbench.numerals import before
from workbench.patterns import exact
from workbench.units import unit_after

CUE = b"gram"
_PARTS = {
    b"half": Decimal("0.5"), b"quarter": Decimal("0.25"), b"quarters": Decimal("0.25"), b"tenth": Decimal("0.1"),
    b"fifth": Decimal("0.2"), b"eighth": Decimal("0.125"), b"hundredth": Decimal("0.01"),
}  # fmt: skip
_ONES = {b"one": 1, b"two": 2, b"three": 3, b"four": 4, b"five": 5, b"a": 1}
_SPELLED = (
    r"\b(?:(?:(one|two|three|four|five|a) and )?(?:(?:an?|one|(three)) )?"
    r"(half|quarters?|tenth|fifth|eighth|hundredth)(?: of)?(?: an?| one)? |(?:an?|one) (?:full |whole |single )?)"
    r"((?:milli|micro)?gram(?:me)?s?)\b"
)
_NO_AMOUNT = r"\bper $|\bsome $"


def spelled(sentence: Sentence, known: tuple[Quantity, ...]) -> list[Quantity]:
    """The amounts in words that are no quantities yet, in reading order; `known` are those of the sentence."""
    if CUE not in sentence.shadow:
        return []
    found = list[Quantity]()
    for said in exact(_SPELLED).finditer(sentence.shadow):
        at = said.start()
        unit = unit_after(sentence.shadow, said.start(4) - 1)
        if unit is None or exact(_NO_AMOUNT).search(before(sentence.shadow, at, 8)) is not None:
            continue
        if any(one.at < unit.to and at < one.to and one.kind == "dose" for one in known):
            continue
        value = Decimal(1)
        if said.group(3) is not None:
            value = _PARTS[said.group(3).lower()] * (3 if said.group(2) is not None else 1)
            value += 0 if said.group(1) is None else _ONES[said.group(1).lower()]
        name = unit.name
        found.append(Quantity("dose", at, unit.to, 0, 0, sentence.text[at : unit.to], value, value, name))
    return found


def all_of(sentence: Sentence, known: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities of a sentence with its amounts in words, in reading order."""
    more = spelled(sentence, known)
    if not more:
        return known
    rest = (one for one in known if not any(one.at < new.to and new.at < one.to for new in more))
    return tuple(sorted((*rest, *more), key=lambda one: one.at))
