"""Other: course, origin and quality; what none of the other types names."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh


def score(passage: Passage) -> Score:
    """Words of course and origin."""
    return weigh(passage, "other", "speaks of course or origin")
