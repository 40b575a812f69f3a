"""Joined clauses: a statement beside an order or an address to the reader, and the reason that is given for advice."""

from __future__ import annotations

from workbench.clauses import around, breaks
from workbench.extractors._passage import Passage
from workbench.extractors._reader import feels
from workbench.patterns import compiled

_SAYS = 2.0  # weight of a cue that lets a clause say something
_KINDS = ("efficacy", "safety", "dosing", "regulatory", "mechanism", "prevalence", "comparative")
_NO_STATEMENT = (
    r"^\W*(?:(?:also|and|but|so|then|even|now),? )?(?:if|when|once|whether|while|before|after|until|unless|as|you|we|"
    r"our|your|for|in|at)\b"
)
_JOINS = r"^\W*(?:and|but|so|yet|although|though|however|whereas)\b"
_JOINING = (b" and ", b" but ", b" so ", b" yet ", b"though ", b"however", b" whereas ")
_CONDITION = r"^\W*\w+ (?:if|when|once|whether)\b"
_GOES_ON = r"^\W*(?:and|but) (?:it|they|this|these)\b"
_TELLS_WHY = (
    r": (?:it|this|they|these|that) |; (?:otherwise,? )?|, (?:otherwise|or else) "
    r"|, or (?:it|they|this) (?:can|may|might|could|will) "
)
_IT_DOES = r"^(?:it|they|this|these) \w"
_NO_REASON = r"^(?:you|we|ask|call|see|tell|if|when|please|do|don't)\b"
_RESULT_OF_IT = rb"result"
_REASON = r"\b(?:because|, since)(?: of)? |, (?:as|since) (?:this|it|they|these|that|some|such|there|the)\b"


def stated_before(passage: Passage, at: int) -> bool:
    """Whether a clause in front of the one at this offset is a statement: "Ginger can cause heartburn, so ask …"."""
    shadow = passage.sentence.shadow
    if not any(word in shadow for word in _JOINING):
        return False
    clause = around(shadow, at)[0]
    joined = shadow[clause:]
    if not clause or not compiled(_JOINS).match(joined) or compiled(_CONDITION).match(joined):
        return False
    if compiled(_NO_STATEMENT).match(shadow):
        return feels(passage)
    if not any(verb.to <= clause for verb in passage.cues("verbs")):
        return False
    return _said(passage, 0, clause)


def stated_behind(passage: Passage) -> bool:
    """Whether a second clause tells what the first only names: "It is called gout, and it makes the joints ache"."""
    shadow = passage.sentence.shadow
    if not any(word in shadow for word in _JOINING[:2]):
        return False
    for _, clause in breaks(shadow):
        if compiled(_GOES_ON).match(shadow[clause:]):
            return _said(passage, clause, len(shadow)) or any(
                cue.at >= clause for cue in passage.cues("conditions", "body")
            )
    return False


def reasoned(passage: Passage) -> bool:
    """Advice with its reason: "… because it may come from your liver"."""
    shadow = passage.sentence.shadow
    if _told_why(passage):
        return True
    if b"because" not in shadow and b", since" not in shadow and b", as " not in shadow:
        return False
    reason = compiled(_REASON).search(shadow)
    if reason is None:
        return False
    verb_follows = compiled(_IT_DOES).match(shadow[reason.end() :]) is not None
    if not verb_follows and not any(verb.at >= reason.end() for verb in passage.cues("verbs")):
        return False
    return _said(passage, reason.end(), len(shadow)) or any(
        cue.at >= reason.end() for cue in passage.cues("conditions", "body")
    )


def _told_why(passage: Passage) -> bool:
    """A reason behind a colon, a semicolon or “otherwise”: “Never put it on skin: it burns”."""
    shadow = passage.sentence.shadow
    if b": " not in shadow and b"; " not in shadow and b", o" not in shadow:
        return False
    why = compiled(_TELLS_WHY).search(shadow)
    if why is None or compiled(_NO_REASON).match(shadow[why.end() :]):
        return False
    if any(order.at == why.end() for order in passage.cues("reasons/orders")):
        return False
    matter = any(cue.at >= why.end() for cue in passage.cues("conditions", "body", "outcomes"))
    if b"otherwise" in why.group() or b"or else" in why.group():
        return (matter or _RESULT_OF_IT in shadow[why.end() :]) and passage.topic() is not None
    if why.group().startswith(b", or"):
        return passage.first("body", "conditions") is not None
    if why.group().startswith(b":"):
        return matter or _said(passage, why.end(), len(shadow))
    return (matter or _said(passage, why.end(), len(shadow))) and any(
        verb.at >= why.end() for verb in passage.cues("verbs")
    )


def _said(passage: Passage, at: int, to: int) -> bool:
    return any(
        weight >= _SAYS and at <= cue.at and cue.to <= to
        for kind in _KINDS
        for weight, cue in passage.weighted.get(kind, ())
    )
