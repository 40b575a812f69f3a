"""Efficacy: a treatment helps, relieves, prevents, or does not."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh

_NEAR = 12  # characters, one adjective
_PLAIN = 2.0  # a word that surely speaks of an effect


def score(passage: Passage) -> Score:
    """Words of effect, and more where a treatment stands beside what it is for."""
    found = weigh(passage, "efficacy", "states an effect")
    promised = passage.first("promises")
    if promised:
        found = found.plus(2.0, f"promises: “{promised.text}”")
    treatment, target = passage.first("drugs", "treatments"), passage.first("conditions", "outcomes")
    if treatment and target:
        return found.plus(1.5, f"treatment: “{treatment.text}”")
    if target and (found.points >= _PLAIN or _acts_on(passage, target.at)):
        return found.plus(1.5)
    return found


def _acts_on(passage: Passage, at: int) -> bool:
    """A word of effect right in front of what it is for: “stops migraine”."""
    return any(0 < at - cue.to <= _NEAR for _, cue in passage.weighted.get("efficacy", ()))
