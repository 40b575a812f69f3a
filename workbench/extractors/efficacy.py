"""Efficacy: a treatment helps, relieves, prevents, or does not."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh

_PLAIN = 2.0  # a word that surely speaks of an effect


def score(passage: Passage) -> Score:
    """Words of effect, and more where a treatment stands beside what it is for."""
    found = weigh(passage, "efficacy", "states an effect")
    treatment, target = passage.first("drugs", "treatments"), passage.first("conditions", "outcomes")
    if treatment and target:
        return found.plus(1.5, f"treatment: “{treatment.text}”")
    return found.plus(1.5) if target and found.points >= _PLAIN else found
