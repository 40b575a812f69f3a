"""Safety: harm, side effects, symptoms and risks, or that there are none."""

from __future__ import annotations

from workbench.extractors._lists import feels_like, how_often, likelier, unfit
from workbench.extractors._passage import Passage
from workbench.extractors._reader import expected, feels, left_with
from workbench.extractors._spoken import warned
from workbench.extractors._weigh import Score, weigh
from workbench.patterns import compiled

_HARM = 2.0  # weight of a word that surely names harm
_SURELY = 3.0  # weight of a word that alone speaks of harm
_FREQUENT = 5.0  # weight of a word that says how common something is
_BEFORE_FREQUENCY = 4.0  # how often a harm comes is told of the harm first
_BEFORE_FIGURE = 5.5  # a share of people who came to harm is told of the harm first
_COMMON_AFTER = (
    r"\b(?:common|rare|usual|typical|normal)(?:ly)? (?:\w+ ){0,2}(?:for|after|during|with (?:that|this|the)|at first|"
    r"in the (?:first|days|weeks|hours))\b"
)
_MAY_FEEL = r"\b(?:may|can|might|could|often) (?:also )?(?:feel|look|get|become|notice|report)\b|\b(?:report|notice)s? "
_BEFALLS = (
    r"\b(?:reported (?:by|in)|stopped (?:\w+ ){0,4}because of|get|gets|got|develops?|developed|felt|feel|complained of|"
    r"later (?:have|has|need)|affecting|had an? )\b"
)
_LESS = r"\b(?:less|fewer|better|improved|no longer|free of|relief)\b"
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
    listed = passage if passage.lead_in is None else passage.lead_in
    if unfit(listed) or likelier(passage) or feels_like(listed):
        found = found.plus(5.0, "tells whom it harms or what it feels like")
    elif how_often(listed):
        found = found.plus(_BEFORE_FREQUENCY, "stands in a list of harms")
    if warned(passage):
        found = found.plus(3.0, "an agency or a label warns")
    often = passage.weight("prevalence") >= _FREQUENT and passage.weight("efficacy") < _HARM
    if condition and _counted(passage):
        found = found.plus(_BEFORE_FIGURE, "counts who comes to harm")
    if (condition or passage.first("body")) and not often and compiled(_MAY_FEEL).search(passage.sentence.shadow):
        found = found.plus(2.0, "tells what may be felt")
    if (own >= _HARM or condition) and often and _of_treatment(passage):
        found = found.plus(_BEFORE_FREQUENCY, "says how often harm comes")
    return found


def _relieved(passage: Passage, at: int) -> bool:
    """Whether a word of effect stands in front of the symptom."""
    return any(weight >= _HARM and cue.to <= at for weight, cue in passage.weighted.get("efficacy", ()))


def _of_treatment(passage: Passage) -> bool:
    """A harm that is told of a treatment or of the people of a study, not how common an illness is in the world."""
    if passage.first("drugs", "treatments", "sources/own-study"):
        return True
    shadow = passage.sentence.shadow
    return compiled(_WAS).search(shadow) is not None or compiled(_COMMON_AFTER).search(shadow) is not None


def _counted(passage: Passage) -> bool:
    """“Hoarseness was reported by 6% of them”, “1 in 10 people develops …”: harm that befell a share of people."""
    if passage.part or not passage.numbers("percent", "group", "count") or len(passage.numbers("percent")) > 1:
        return False  # two shares are compared: a figure
    if passage.weight("efficacy") >= _HARM or passage.weight("prevalence") >= _FREQUENT:
        return passage.weight("safety") >= _SURELY and passage.weight("efficacy") < _HARM
    shadow = passage.sentence.shadow
    return compiled(_BEFALLS).search(shadow) is not None and compiled(_LESS).search(shadow) is None
