"""Regulatory: approval, licence, law, and who may use or prescribe what."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._spoken import recommended, warned
from workbench.extractors._weigh import Score, weigh

_AS_SPEAKER = 0.5  # what an agency's name counts where it only speaks


def score(passage: Passage) -> Score:
    """Regulators, approvals and words of law, and more where a public body recommends something."""
    found = weigh(passage, "regulatory", "names an approval or a rule")
    if warned(passage):
        return Score(found.points * _AS_SPEAKER, found.cues)
    if recommended(passage):
        return found.plus(5.0, "a public body or a guideline recommends it")
    return found
