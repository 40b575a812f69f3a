"""Statistic: a figure that somebody counted or computed."""

from __future__ import annotations

from workbench.extractors._evidence import measured
from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh
from workbench.model import Quantity
from workbench.patterns import compiled

_FIGURES = ("percent", "group", "ratio")
_OF_THEM = r"\b\d+ of (?:them|those|the \d+)\b"
_SAMPLE = (
    r"\b(?:study|trial|survey|pilot|analysis|review|experiment|test) (?:with|of|in|among|that followed) (?:\w+ )?$"
)


def score(passage: Passage) -> Score:
    """Percentages, counts of a group and ratios, and words of a counted result."""
    found = weigh(passage, "statistic", "reports a figure")
    figures = tuple(number for number in measured(passage, *_FIGURES) if not _sample(passage, number))
    if figures:
        return found.plus(5.0 + (len(figures) > 1), f"gives a number: “{figures[0].text}”")
    if passage.numbers("number") and compiled(_OF_THEM).search(passage.sentence.shadow):
        return found.plus(5.0, "counts the people of a study")
    return found if passage.quantities else Score(found.points / 2, found.cues)


def _sample(passage: Passage, number: Quantity) -> bool:
    """How many people a study had is no result of it."""
    if number.kind != "group" or not passage.first("sources/studies"):
        return False
    return compiled(_SAMPLE).search(passage.sentence.shadow[: number.at]) is not None
