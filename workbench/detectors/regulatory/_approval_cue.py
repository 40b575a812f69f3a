"""The approval words themselves: which regulator approves, where, and who is the subject of the verb."""

from __future__ import annotations

from workbench.detectors.regulatory._approval_grammar import (
    ADVERBS,
    DENIAL,
    HAVE,
    LIKE_VERBS,
    PAIRED_VERBS,
    PAIRS,
)
from workbench.detectors.regulatory._approval_names import Text
from workbench.detectors.regulatory._approval_noun import noun_at
from workbench.detectors.regulatory._approval_regulator import Cue, place_of, regulator_after, regulator_before
from workbench.detectors.regulatory._approval_subject import skip


def cue_at(text: Text, index: int) -> Cue | None:
    """The approval word at `index` with its regulator: "FDA-approved", "approved by the FDA", "gained FDA approval".

    None where somebody else approves ("by your insurer") or approval is only spoken of ("the approval process").
    """
    word = text.word(index)
    if word in PAIRS:
        return _pair(text, index)
    if not word.endswith(("ed", "es", "rs")) and word not in LIKE_VERBS:
        return noun_at(text, index)
    left = skip(text, index - 1, ADVERBS)
    regulator = regulator_before(text, left + 1)
    if regulator:
        active = not word.endswith("ed") or text.word(index + 1) in ("it", "this", "them")
        return Cue(regulator.first, index + 1, place_of(regulator), True, active)
    regulator = regulator_before(text, skip(text, left, ADVERBS | HAVE | DENIAL) + 1)
    if regulator:
        return Cue(regulator.first, index + 1, place_of(regulator), True, True)
    return _passive(text, index)


def _passive(text: Text, index: int) -> Cue | None:
    after = index + 1
    while text.word(after) in ADVERBS:
        after += 1
    if text.word(after) == "in":
        place = text.places.beginning(after + 1 + (text.word(after + 1) == "the"))
        if place and text.word(place.after) != "by":
            return Cue(index, place.after, place_of(place), False, False)
        after = place.after if place else after
    if text.word(after) != "by":
        return Cue(index, index + 1, "", False, False)
    regulator = regulator_after(text, after + 1)
    return Cue(index, regulator.after, place_of(regulator), True, False) if regulator else None


def _pair(text: Text, index: int) -> Cue | None:
    """ "The FDA green-lit X", "the FDA signed off on X", "X got the green light from the FDA"."""
    first, second = text.word(index), text.word(index + 1)
    if second not in PAIRS[first]:
        return None
    if not PAIRED_VERBS & {first, second}:
        return noun_at(text, index, 2)
    giver = regulator_before(text, skip(text, index - 1, ADVERBS | HAVE) + 1)
    after = index + 2 + (text.word(index + 2) in ("on", "to"))
    return Cue(giver.first, after, place_of(giver), True, True) if giver else _passive(text, index + 1)
