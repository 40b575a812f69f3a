"""Mechanism: how something works in the body, and biology without a treatment."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh


def score(passage: Passage) -> Score:
    """Words of how it works, and more where parts of the body are named and no treatment."""
    found = weigh(passage, "mechanism", "says how it works in the body")
    part = passage.first("body")
    if part and not passage.first("treatments") and (found.points or not passage.first("conditions")):
        return found.plus(1.0, f"part of the body: “{part.text}”")
    return found
