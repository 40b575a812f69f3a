"""Statistic: a figure that somebody counted or computed."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh

_FIGURES = ("percent", "group", "ratio")


def score(passage: Passage) -> Score:
    """Percentages, counts of a group and ratios, and words of a counted result."""
    found = weigh(passage, "statistic", "reports a figure")
    figures = passage.numbers(*_FIGURES)
    if figures:
        return found.plus(5.0 + (len(figures) > 1), f"gives a number: “{figures[0].text}”")
    return found if passage.quantities else Score(found.points / 2, found.cues)
