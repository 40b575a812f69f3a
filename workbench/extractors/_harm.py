"""Harm as a passage tells it: what a treatment or an illness may end in, and whom it befell."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.patterns import compiled

HARM = 2.0  # weight of a word that surely names harm
SURELY = 3.0  # weight of a word that alone speaks of harm
FREQUENT = 5.0  # weight of a word that says how common something is
_COMMON_AFTER = (
    r"\b(?:common|rare|usual|typical|normal)(?:ly)? (?:\w+ ){0,2}(?:for|after|during|with (?:that|this|the)|at first|"
    r"in the (?:first|days|weeks|hours))\b"
)
_BEFALLS = (
    r"\b(?:reported (?:by|in)|stopped (?:\w+ ){0,4}because of|get|gets|got|develops?|developed|felt|feel|complained of|"
    r"later (?:have|has|need)|affecting|had an? )\b"
)
_LESS = r"\b(?:less|fewer|better|improved|no longer|free of|relief)\b"
_DEVELOPS = r"\bdevelops? |\breported by\b"
_TOLD_HARM = r"\b(?:reported by|complained of)\b"
_LEADS = (b"lead to", b"result in", b"turn into", b"end in")
_LEADS_TO = r"\b(?:can|may|could|might) (?:also |then )?(?:lead to|result in|turn into|end in)\b"
_WAS = r"\b(?:was|were)\b"


def of_treatment(passage: Passage) -> bool:
    """A harm that is told of a treatment or of the people of a study, not how common an illness is in the world."""
    if passage.first("drugs", "treatments", "sources/own-study"):
        return True
    if passage.headings and passage.headings[-1].weight("safety") >= HARM:
        return True
    shadow = passage.sentence.shadow
    return compiled(_WAS).search(shadow) is not None or compiled(_COMMON_AFTER).search(shadow) is not None


def counted(passage: Passage) -> bool:
    """“Hoarseness was reported by 6% of them”, “1 in 10 people develops …”: harm that befell a share of people."""
    if passage.part and not compiled(_TOLD_HARM).search(passage.sentence.shadow):
        return False
    if not passage.numbers("percent", "group", "count") or len(passage.numbers("percent")) > 1:
        return False  # two shares are compared: a figure
    if passage.weight("efficacy") >= HARM or passage.weight("prevalence") >= FREQUENT:
        return passage.weight("safety") >= SURELY and passage.weight("efficacy") < HARM
    shadow = passage.sentence.shadow
    return compiled(_BEFALLS).search(shadow) is not None and compiled(_LESS).search(shadow) is None


def leads_to(passage: Passage) -> bool:
    """“Untreated gout can lead to stones”: what an illness or a treatment may end in."""
    shadow = passage.sentence.shadow
    return any(word in shadow for word in _LEADS) and compiled(_LEADS_TO).search(shadow) is not None


def befell(passage: Passage) -> bool:
    """Without a known name of the harm: “1 in 100 patients develops …”, “Burning was reported by …”."""
    shadow = passage.sentence.shadow
    return compiled(_DEVELOPS).search(shadow) is not None and (
        passage.weight("safety") > 0 or compiled(_TOLD_HARM).search(shadow) is None
    )
