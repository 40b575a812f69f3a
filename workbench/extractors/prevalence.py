"""Prevalence: how common something is, and in whom."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh


def score(passage: Passage) -> Score:
    """Words of how common, and more where a condition is counted and no treatment is named."""
    found = weigh(passage, "prevalence", "says how common it is")
    if found.points and passage.numbers("percent", "group", "count") and not passage.first("drugs", "treatments"):
        return found.plus(1.5, "counts people without naming a treatment")
    return found
