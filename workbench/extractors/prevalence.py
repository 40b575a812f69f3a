"""Prevalence: how common something is, and in whom."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh

_SAYS = 2.0  # weight of a word that surely speaks of an effect


def score(passage: Passage) -> Score:
    """Words of how common, and more where a condition is counted and no treatment is named."""
    found = weigh(passage, "prevalence", "says how common it is")
    if found.points and passage.weight("efficacy") >= _SAYS:
        return Score(found.points / 2, found.cues)  # “cures 8 in 10 people” tells an effect
    if found.points and passage.numbers("percent", "group", "count") and not passage.first("drugs", "treatments"):
        return found.plus(1.5, "counts people without naming a treatment")
    return found
