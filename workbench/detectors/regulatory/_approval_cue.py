"""The approval words themselves: which regulator approves, where, and who is the subject of the verb."""

from __future__ import annotations

from typing import NamedTuple

from workbench.detectors.regulatory._approval_grammar import (
    ADVERBS,
    AGENTS,
    ARTICLES,
    DENIAL,
    GAINS,
    GRANTS,
    HAVE,
    RANKS,
)
from workbench.detectors.regulatory._approval_names import Name, Text
from workbench.detectors.regulatory._approval_subject import skip


class Cue(NamedTuple):
    """The approval words `[first, after)`.

    `place` is the jurisdiction they name ("" where they name none), `explicit` says that a regulator is named, `active`
    that it is the subject ("the FDA approved …"), `gained` that the product is ("… received FDA approval").
    """

    first: int
    after: int
    place: str
    explicit: bool
    active: bool
    gained: bool = False


def cue_at(text: Text, index: int) -> Cue | None:
    """The approval word at `index` with its regulator: "FDA-approved", "approved by the FDA", "gained FDA approval".

    None where somebody else approves ("by your insurer") or approval is only spoken of ("the approval process").
    """
    word = text.word(index)
    if not word.endswith(("ed", "es", "rs")):
        return _noun(text, index)
    left = skip(text, index - 1, ADVERBS)
    regulator = _regulator_before(text, left + 1)
    if regulator:
        return Cue(regulator.first, index + 1, _place(regulator), True, not word.endswith("ed"))
    regulator = _regulator_before(text, skip(text, left, ADVERBS | HAVE | DENIAL) + 1)
    if regulator:
        return Cue(regulator.first, index + 1, _place(regulator), True, True)
    return _passive(text, index)


def _place(name: Name) -> str:
    return name.rows[0][""]


def _regulator_before(text: Text, after: int) -> Name | None:
    """The regulator that ends here; with its short form in brackets, where it has one."""
    if text.word(after - 1) == ")":
        short = text.regulators.ending(after - 1)
        long = short and text.regulators.ending(short.first - 1)
        return Name(long.first, after, long.key, long.rows) if long else None
    return text.regulators.ending(after)


def _regulator_after(text: Text, index: int) -> Name | None:
    while text.word(index) in ARTICLES:
        index += 1
    name = text.regulators.beginning(index)
    if name and text.word(name.after) == "(" and text.regulators.beginning(name.after + 1):
        short = text.regulators.beginning(name.after + 1)
        return short and Name(name.first, short.after + 1, name.key, name.rows)
    return name


def _passive(text: Text, index: int) -> Cue | None:
    after = index + 1
    while text.word(after) in ADVERBS:
        after += 1
    if text.word(after) == "in":
        place = text.places.beginning(after + 1 + (text.word(after + 1) == "the"))
        if place and text.word(place.after) != "by":
            return Cue(index, place.after, _place(place), False, False)
        after = place.after if place else after
    if text.word(after) != "by":
        return Cue(index, index + 1, "", False, False)
    regulator = _regulator_after(text, after + 1)
    return Cue(index, regulator.after, _place(regulator), True, False) if regulator else None


def _noun(text: Text, index: int) -> Cue | None:
    regulator = _regulator_before(text, index)
    first, after = (regulator.first if regulator else index), index + 1
    if regulator is None and text.word(after) in AGENTS:
        regulator = _regulator_after(text, after + 1)
        after = regulator.after if regulator else after
    verb = skip(text, first - 1, ARTICLES | RANKS | ADVERBS)
    if text.word(verb) in GRANTS:
        giver = _regulator_before(text, skip(text, verb - 1, ADVERBS | HAVE) + 1)
        if giver:
            return Cue(giver.first, after, _place(giver), True, True)
    if regulator is None or text.word(verb) not in GAINS | GRANTS | HAVE:
        return None
    first = skip(text, verb, HAVE | ADVERBS | GAINS | GRANTS) + 1
    return Cue(first, after, _place(regulator), True, False, True)
