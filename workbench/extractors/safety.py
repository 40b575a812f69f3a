"""Safety: harm, side effects, symptoms and risks, or that there are none."""

from __future__ import annotations

from workbench.extractors._harm import FREQUENT, HARM, SURELY, befell, counted, leads_to, of_treatment
from workbench.extractors._lists import feels_like, how_often, likelier, unfit
from workbench.extractors._passage import Passage
from workbench.extractors._reader import expected, feels, left_with
from workbench.extractors._spoken import warned
from workbench.extractors._weigh import Score, weigh
from workbench.patterns import compiled

_BEFORE_FREQUENCY = 4.0  # how often a harm comes is told of the harm first
_BEFORE_FIGURE = 5.5  # a share of people who came to harm is told of the harm first
_MAY_FEEL = r"\b(?:may|can|might|could|often) (?:also )?(?:feel|look|get|become|notice|report)\b|\b(?:report|notice)s? "


def score(passage: Passage) -> Score:
    """Words of harm, and more where a condition is named and nothing is said to treat it."""
    found = weigh(passage, "safety", "speaks of harm or risk")
    condition = passage.first("conditions")
    own = passage.weight("safety")
    if condition and found.points and not passage.first("drugs", "treatments"):
        found = found.plus(1.0, f"condition: “{condition.text}”")
    if condition and own < SURELY and _relieved(passage, condition.at):
        found = Score(found.points / 2, found.cues)  # pain that is eased is no harm
    if feels(passage) or expected(passage) or left_with(passage):
        found = found.plus(4.0, "tells what people may feel")
    listed = passage if passage.lead_in is None else passage.lead_in
    if unfit(listed) or likelier(passage) or feels_like(listed):
        found = found.plus(5.0, "tells whom it harms or what it feels like")
    elif how_often(listed):
        found = found.plus(_BEFORE_FREQUENCY, "stands in a list of harms")
    if warned(passage):
        found = found.plus(3.0, "an agency or a label warns")
    often = passage.weight("prevalence") >= FREQUENT and passage.weight("efficacy") < HARM
    if condition and leads_to(passage):
        found = found.plus(4.0, "tells what it may lead to")
    if counted(passage) and (condition or befell(passage)):
        found = found.plus(_BEFORE_FIGURE, "counts who comes to harm")
    if (condition or passage.first("body")) and not often and compiled(_MAY_FEEL).search(passage.sentence.shadow):
        found = found.plus(2.0, "tells what may be felt")
    if (own >= HARM or condition) and often and of_treatment(passage):
        found = found.plus(_BEFORE_FREQUENCY, "says how often harm comes")
    return found


def _relieved(passage: Passage, at: int) -> bool:
    """Whether a word of effect stands in front of the symptom."""
    return any(weight >= HARM and cue.to <= at for weight, cue in passage.weighted.get("efficacy", ()))
