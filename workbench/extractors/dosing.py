"""Dosing: how much, how often, for how long."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._reader import amount, amount_ordered, dosed
from workbench.extractors._weigh import Score, weigh
from workbench.patterns import compiled

_RULE = r"\bdos(?:e|age)s? (?:should|must|is|are|was|can|may|needs?)\b"
_SAYS = 2.0  # weight of a word that surely speaks of an effect or of harm


def score(passage: Passage) -> Score:
    """Words of dose and schedule, and more where amounts or times are given."""
    found = weigh(passage, "dosing", "gives a dose or schedule")
    if found.points and not passage.quantities and _tells_effect(passage):
        found = Score(found.points / 2, found.cues)  # “a single dose eases the swelling” tells an effect
    amounts = passage.numbers("dose")
    times = passage.numbers("frequency", "duration")
    if amounts:
        treats = found.points or passage.first("drugs", "treatments", "forms") or amount_ordered(passage)
        found = found.plus(3.0 if treats else 1.0, f"gives an amount: “{amounts[0].text}”")
    often = passage.numbers("frequency") and passage.first("drugs", "treatments", "forms")
    if times and (found.points >= 2 or often):
        found = found.plus(2.0, f"gives a time: “{times[0].text}”")
    if dosed(passage):
        found = found.plus(3.0, "says with how much people start")
    return found if amounts or not amount(passage) else found.plus(3.0, "says how much to take")


def _tells_effect(passage: Passage) -> bool:
    if passage.weight("efficacy", "safety") < _SAYS:
        return False
    return compiled(_RULE).search(passage.sentence.shadow) is None
