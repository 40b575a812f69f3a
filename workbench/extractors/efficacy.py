"""Efficacy: a treatment helps, relieves, prevents, or does not."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh
from workbench.patterns import compiled

_AGAINST_NOTHING = (
    r"\b(?:better|worse|more effective|less effective|superior|as effective) (?:than|to|as) "
    r"(?:an? |the |plain |doing )?(?:placebo|dummy|sham|water|nothing|no treatment|vehicle)\b"
)
_BEFORE_COMPARED = 4.0  # better than a placebo: the point is that it helps
_TESTED = 3.5  # what a study changed in people is an effect, whatever it names of the body
_NEAR = 12  # characters, one adjective
_PLAIN = 2.0  # a word that surely speaks of an effect


def score(passage: Passage) -> Score:
    """Words of effect, and more where a treatment stands beside what it is for."""
    found = weigh(passage, "efficacy", "states an effect")
    if b" than " in passage.sentence.shadow and compiled(_AGAINST_NOTHING).search(passage.sentence.shadow):
        found = found.plus(_BEFORE_COMPARED, "is measured against nothing")
    promised = passage.first("promises")
    if promised:
        found = found.plus(2.0, f"promises: “{promised.text}”")
    treatment, target = passage.first("drugs", "treatments"), passage.first("conditions", "outcomes")
    tested = passage.first("sources/studies") and passage.first("outcomes")
    if tested and found.points >= _PLAIN and not passage.numbers("percent", "group", "ratio"):
        found = found.plus(_TESTED, "a study tells an effect")
    if treatment and target:
        return found.plus(1.5, f"treatment: “{treatment.text}”")
    if target and (found.points >= _PLAIN or _acts_on(passage, target.at)):
        return found.plus(1.5)
    return found


def _acts_on(passage: Passage, at: int) -> bool:
    """A word of effect right in front of what it is for: “stops migraine”."""
    return any(0 < at - cue.to <= _NEAR for _, cue in passage.weighted.get("efficacy", ()))
