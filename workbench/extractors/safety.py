"""Safety: harm, side effects, symptoms and risks, or that there are none."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh


def score(passage: Passage) -> Score:
    """Words of harm, and more where a condition is named and nothing is said to treat it."""
    found = weigh(passage, "safety", "speaks of harm or risk")
    condition = passage.first("conditions")
    if found.points and condition and not passage.first("drugs", "treatments"):
        return found.plus(1.0, f"condition: “{condition.text}”")
    return found
