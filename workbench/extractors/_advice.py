"""Advice to the reader: an order, a clause of advice, words of advice."""

from __future__ import annotations

from workbench.extractors._evidence import statement_start
from workbench.extractors._joined import stated_before
from workbench.extractors._lists import continues, states
from workbench.extractors._passage import Passage
from workbench.extractors._spoken import rule_of_source
from workbench.patterns import compiled

_BEFORE_ORDER = (
    r"^\W*(?:\d+[.)]\s?)?(?:(?:please|always|never|also|then|first|next|finally|instead|just|simply|only|and|but|so|"
    r"remember|therefore|however|or),? )*"
)
_APART = (  # “Patches, unlike tablets, do not …”: the subject stands in front, so this is no order
    r"^\W*[\w' -]{2,40}, (?:unlike|like|such as|including|even|especially)\b[^,]*, (?:do not|don't|never)\b"
)
_START = 28  # characters in which a sentence shows whom it speaks to


def advised(passage: Passage) -> str | None:
    """A clause of advice that begins the statement."""
    if continues(passage) or (passage.lead_in is not None and states(passage.lead_in)):
        return None
    start = statement_start(passage)
    for flag in passage.sentence.flags:
        # "it is essential for the heart" tells what something does, "it is essential for patients to" what to do
        if flag.flag == "advice" and start <= flag.at <= start + _START and not flag.cue.casefold().endswith(" for"):
            if _stands_apart(passage):
                continue
            return None if stated_before(passage, flag.at) else flag.cue
    return None


def advises(passage: Passage) -> str | None:
    """Words of advice, unless they are a label's or a guideline's rule or stand beside a statement."""
    start = statement_start(passage)
    cues = (cue for cue in passage.cues("reasons/advice") if cue.at >= start)
    cue = next((cue for cue in cues if not rule_of_source(passage, cue.text)), None)
    return None if cue is None or stated_before(passage, cue.at) else cue.text


def order(passage: Passage) -> str | None:
    """A verb that gives an order, at the start of the statement."""
    if "reasons/orders" not in passage.met or continues(passage):
        return None
    shadow = passage.sentence.shadow
    start = statement_start(passage)
    begins = compiled(_BEFORE_ORDER).match(shadow[start:])
    first = start + (begins.end() if begins else 0)
    orders = (cue for cue in passage.cues("reasons/orders") if cue.at == first)
    return next((cue.text for cue in orders if shadow[cue.to : cue.to + 1] != b"-"), None)


def _stands_apart(passage: Passage) -> bool:
    apart = compiled(_APART).match(passage.sentence.shadow)
    if apart is None:
        return False
    return any(cue.at < _START and cue.to < apart.end() for cue in passage.cues("drugs", "treatments", "forms"))
