"""Prevalence: how common something is, and in whom."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh
from workbench.patterns import compiled

_BEFORE_FIGURE = 7.5  # how many have an illness is told of the illness first, of the figure second
_HAVE = (
    r"\b(?:affects?|have|has|suffers?|lives? (?:on|in|with)|kills?|catch(?:es)?|fall ill|follows|carry|carries|"
    r"are (?:born|diagnosed|living|affected))\b"
)
_HAVE_IT = r"\b(?:have|has|get|gets) (?:it|trouble|difficulty|problems)\b"
_WAS = r"\b(?:was|were|had|developed|reported|may|might|can|could|still|remain)\b"
_SAYS = 2.0  # weight of a word that surely speaks of an effect


def score(passage: Passage) -> Score:
    """Words of how common, and more where a condition is counted and no treatment is named."""
    found = weigh(passage, "prevalence", "says how common it is")
    if _who_has_it(passage):
        return found.plus(_BEFORE_FIGURE, "counts who has it")
    if found.points and passage.weight("efficacy") >= _SAYS:
        return Score(found.points / 2, found.cues)  # “cures 8 in 10 people” tells an effect
    if found.points and passage.numbers("percent", "group", "count") and not passage.first("drugs", "treatments"):
        return found.plus(1.5, "counts people without naming a treatment")
    return found


def _who_has_it(passage: Passage) -> bool:
    """“Itch affects 40% of people on dialysis”: a share of people who have an illness, not what a study counted."""
    if not passage.numbers("percent", "group", "ratio") or passage.part in ("methods", "results", "conclusions"):
        return False
    if passage.weight("efficacy") >= _SAYS or passage.first("drugs", "sources/own-study"):
        return False
    shadow = passage.sentence.shadow
    if passage.first("conditions") is None:
        return compiled(_HAVE_IT).search(shadow) is not None
    return compiled(_HAVE).search(shadow) is not None and compiled(_WAS).search(shadow) is None
