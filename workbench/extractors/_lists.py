"""Lists that state something: whom a treatment does not suit, what an illness feels like, how often harms come."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.patterns import compiled

_OFTEN = 5.0  # weight of a word that says how common something is
_UNFIT = (
    r"\b(?:(?:not|never|n't) (?:\w+ )?(?:suitable|safe|recommended|advised|right|for you|for people|for anyone)|"
    r"unsuitable|unsafe|(?:should|must|can) ?not (?:\w+ ){0,2}(?:have|take|use|be (?:given|used|taken))|"
    r"(?:do not|don't|never) (?:take|use|have) (?:[\w-]+ ){1,3}?)\b.*\b"
    r"(?:if|when|while|who|people with|anyone with|for)\b"
)
_FEELS_LIKE = (
    r"\b(?:may|might|can|could|will|often|usually|sometimes) (?:also |then |even )*(?:be|feel|look|have|get|become|"
    r"seem|cause|experience|notice|develop)\W*$"
)
_LIKELIER = (
    r"\b(?:more|less|most|least|as) likely to (?:get|have|develop|catch|suffer|need|be|become|die|bleed|fall|lose|"
    r"gain)\b|\b(?:at|a|your) (?:higher|greater|increased|lower|raised|high) risk\b"
)
_HARMS_LED = (
    r"^\W*(?:(?:the|other|some|possible|common|typical|main|most|rare|less|more|usual|early|late|later|frequent|serious|"
    r"mild|warning|known|further|your) )*(?:symptoms?|signs(?: and symptoms)?|side[- ]effects?|effects|risks|"
    r"complications|reactions)(?: (?:(?:can|may|might|could|often|usually|also|sometimes) )*(?:includes?|are|be))?"
    r"(?: the following)?\W*:\W*$"
)
_CONTINUES = r"\b(?:if|when|unless|because|who|that)(?: (?:you|they|your child))?(?: also| ever)?\W*$"


def unfit(passage: Passage) -> bool:
    """“The gel is not suitable if you:”, “You should not have the scan if …”: for whom a treatment is unsafe."""
    shadow = passage.sentence.shadow
    if b"n't" not in shadow and b"not" not in shadow and b"uns" not in shadow and b"ever" not in shadow:
        return False
    if passage.first("drugs", "treatments", "forms") is None and not shadow.rstrip().endswith(b":"):
        return False
    return compiled(_UNFIT).search(shadow) is not None and not passage.numbers("dose")


def feels_like(passage: Passage) -> bool:
    """“The joint may be:” leads to what an illness or a treatment is like."""
    shadow = passage.sentence.shadow
    if not shadow.rstrip().endswith(b":") or passage.first("body", "conditions", "drugs", "treatments") is None:
        return False
    return compiled(_FEELS_LIKE).search(shadow) is not None


def names_harms(passage: Passage) -> bool:
    """“Other possible effects include:”, “Symptoms:”: says nothing by itself, but what stands below it is harm."""
    shadow = passage.sentence.shadow
    return shadow.rstrip(b" *_").endswith(b":") and compiled(_HARMS_LED).match(shadow) is not None


def how_often(passage: Passage) -> bool:
    """“Common (up to 1 in 10 people):” tells how often the harms below it come."""
    if passage.weight("prevalence") < _OFTEN or not passage.numbers("group", "percent"):
        return False
    return passage.sentence.shadow.rstrip().endswith(b":")


def likelier(passage: Passage) -> bool:
    """“You are more likely to get gout if you …”: who falls ill."""
    shadow = passage.sentence.shadow
    if b"likely" not in shadow and b" risk" not in shadow:
        return False
    if passage.first("conditions") is None:
        return False
    return compiled(_LIKELIER).search(shadow) is not None


def states(lead_in: Passage) -> bool:
    """Whether the lead-in of a list is one of these, so that its items state something with it."""
    return feels_like(lead_in) or names_harms(lead_in) or how_often(lead_in) or unfit(lead_in)


def continues(passage: Passage) -> bool:
    """Whether an item goes on with its lead-in's clause (“… if you: / take tablets”), so that its verb is no order."""
    lead_in = passage.lead_in
    return lead_in is not None and compiled(_CONTINUES).search(lead_in.sentence.shadow) is not None
