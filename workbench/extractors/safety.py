"""Safety: harm, side effects, symptoms and risks, or that there are none."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._reader import expected, feels, left_with
from workbench.extractors._spoken import warned
from workbench.extractors._weigh import Score, weigh
from workbench.patterns import compiled

_HARM = 2.0  # weight of a word that surely names harm
_SURELY = 3.0  # weight of a word that alone speaks of harm
_FREQUENT = 5.0  # weight of a word that says how common something is
_BEFORE_FREQUENCY = 4.0  # how often a harm comes is told of the harm first
_WAS = r"\b(?:was|were)\b"


def score(passage: Passage) -> Score:
    """Words of harm, and more where a condition is named and nothing is said to treat it."""
    found = weigh(passage, "safety", "speaks of harm or risk")
    condition = passage.first("conditions")
    own = passage.weight("safety")
    if condition and found.points and not passage.first("drugs", "treatments"):
        found = found.plus(1.0, f"condition: “{condition.text}”")
    if condition and own < _SURELY and _relieved(passage, condition.at):
        found = Score(found.points / 2, found.cues)  # pain that is eased is no harm
    if feels(passage) or expected(passage) or left_with(passage):
        found = found.plus(4.0, "tells what people may feel")
    if warned(passage):
        found = found.plus(3.0, "an agency or a label warns")
    often = passage.weight("prevalence") >= _FREQUENT and passage.weight("efficacy") < _HARM
    if own >= _HARM and often and _of_treatment(passage):
        found = found.plus(_BEFORE_FREQUENCY, "says how often harm comes")
    return found


def _relieved(passage: Passage, at: int) -> bool:
    """Whether a word of effect stands in front of the symptom."""
    return any(weight >= _HARM and cue.to <= at for weight, cue in passage.weighted.get("efficacy", ()))


def _of_treatment(passage: Passage) -> bool:
    """A harm that is told of a treatment or of the people of a study, not how common an illness is in the world."""
    if passage.first("drugs", "treatments", "sources/own-study"):
        return True
    return compiled(_WAS).search(passage.sentence.shadow) is not None
