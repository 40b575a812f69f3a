"""Sentences to the reader that state something: what "you" may feel, may do, and how much to take."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.patterns import compiled

_SAYS = 2.0  # weight of a cue that lets a sentence say something
_PLACE = r"^\W*(?:[^:;.!?]{1,60}[:,] )?(?:[\w'-]+ ){0,4}"  # a label, "On the first day,", "During the test"
_ADVERB = r"(?:\w+ly |also |often |still |even |soon |sometimes |always )?"
_MIGHT_FEEL = rf"{_PLACE}(?:you|your (?:[\w-]+ )?\w+)(?:'ll| {_ADVERB}(?:will|may|might|could|cannot|can't|can)) "
_BECOMES = (
    rf"^(?:not |no longer |{_ADVERB})(?:have|feel|find|notice|develop|experience|become|lose|gain|sleep|recover|get|"
    r"need|bleed|seem|look) "
)
_MAY_HAPPEN = r"^\W*(?:\w+,? )?(?:if|when|once|you(?:'ll| will| can| may| might| could))\b"
_MAY_USE = (
    rf"{_PLACE}you (?:can|may|could|cannot|can't) (?:\w+ly )?(?:use|take|get|have|drop|stop|quit|skip|mix|combine|"
    r"swallow|inject|repeat|double) "
)
_UNDER_A_RULE = (
    r"\b(?:even (?:if|when|though|while)|as long as|unless|while|together with|next to|on top of|at home|"
    r"on your own|safely|for as long|with (?:alcohol|food|other|any)|a day|every)\b"
)
_LEAVES = (
    r"\b(?:can|may|might|could|will|cannot|can't) (?:also |even |sometimes )?(?:leave|make|give) "
    r"(?:you|people|patients|women|men|children|them|some \w+)\b"
)
_EXPECT = r"^\W*(?:[^:;.!?]{1,40}[:,] )?(?:you can |you should )?expect (?:[\w-]+ ){0,4}$"
_WE_GIVE = (
    r"\b(?:we|doctors|the dose|treatment|you) (?:will |usually |often |can |may )?(?:starts?|begins?) (?:at|on|with)\b"
)
_AT_MOST = (
    r"\b(?:do not|don't|never) (?:exceed|(?:take|use|swallow|chew|drink|have|apply) more than) "
    r"(?:\d+|one|two|three|four|five|six|eight|ten|half)\b"
)
_GIVE = r"\b(?:take|swallow|drink|chew|dissolve|suck|mix|apply|stir|sprinkle|give"
_NUMBER_WORD = rf"{_GIVE}) (?:up to |only )?(?:one|two|three|four|half) (?:a )?(?:\w+ )?$"
_TAKE = rf"{_GIVE}|inject|use|start with|begin with|add|spray|rub|insert) (?:only |up to |about )?(?:\w+ )?$"


def effect_on_reader(passage: Passage) -> bool:
    """“You may feel dizzy” and “If you take it with wine, the risk of bleeding rises” state an effect."""
    return feels(passage) or _happens(passage) or allowed(passage) or expected(passage)


def feels(passage: Passage) -> bool:
    """“During the test you may feel dizzy”, “You cannot feel gallstones”: what a reader may have or notice."""
    shadow = passage.sentence.shadow
    if b"ou" not in shadow:
        return False  # neither “you” nor “your”; asked of every claim
    might = compiled(_MIGHT_FEEL).match(shadow)
    if might is None:
        return False
    if any(cue.at >= might.end() for cue in passage.cues("conditions")):
        return b" can " not in might.group() or compiled(_BECOMES).match(shadow[might.end() :]) is not None
    touched = passage.first("body", "outcomes", "promises") is not None or passage.weight("safety") >= _SAYS
    return touched and compiled(_BECOMES).match(shadow[might.end() :]) is not None


def left_with(passage: Passage) -> bool:
    """“It can leave you tired”, “The shot may give you a fever”: what a treatment does to people."""
    symptom = passage.first("conditions")
    if symptom is None:
        return False
    shadow = passage.sentence.shadow
    if not any(verb in shadow for verb in (b" leave ", b" make ", b" give ")):
        return False
    made = compiled(_LEAVES).search(shadow)
    return made is not None and any(cue.at >= made.end() for cue in passage.cues("conditions"))


def of_a_matter(passage: Passage, at: int) -> bool:
    """“Chilblains burn when you come in”: a matter of health and its verb stand in front of the reader."""
    verb = next((verb for verb in passage.cues("verbs") if verb.to <= at), None)
    return verb is not None and any(
        cue.to <= verb.at for cue in passage.cues("conditions", "drugs", "treatments", "body")
    )


def expected(passage: Passage) -> bool:
    """“Expect a sore arm”: what comes to the reader."""
    symptom = passage.first("conditions")
    return symptom is not None and compiled(_EXPECT).match(passage.sentence.shadow[: symptom.at]) is not None


def _happens(passage: Passage) -> bool:
    if passage.weight("efficacy", "safety", "mechanism") < _SAYS:
        return False
    if passage.first("drugs", "treatments", "conditions") is None:
        return False
    shadow = passage.sentence.shadow
    if any(shadow[: cue.at].endswith((b", ", b", please ")) for cue in passage.cues("reasons/orders")):
        return False  # “If you bleed, call us” tells what to do
    return compiled(_MAY_HAPPEN).match(shadow) is not None


def allowed(passage: Passage) -> bool:
    """“You can get the vaccine even if …”: a rule of a treatment, not of a visit."""
    if passage.first("drugs", "treatments") is None:
        return False
    shadow = passage.sentence.shadow
    if compiled(_MAY_USE).match(shadow) is None:
        return False
    return bool(passage.numbers("dose")) or compiled(_UNDER_A_RULE).search(shadow) is not None


def dosed(passage: Passage) -> bool:
    """“If your kidneys are weak, we start at 5 mg”: the dose that people like the reader are given."""
    return bool(passage.numbers("dose")) and compiled(_WE_GIVE).search(passage.sentence.shadow) is not None


def amount(passage: Passage) -> bool:
    """A dose with its unit, in an order too: “Take 20 mg at night”, “Start with two lozenges”, “200 twice a day”."""
    if passage.numbers("dose"):
        return passage.sentence.flagged("negated") is None or _most(passage)
    if passage.numbers("frequency") and passage.numbers("number", "count"):
        return _ordered(passage)
    forms = list(passage.cues("forms", "treatments"))
    if not forms:
        return _most(passage)
    shadow = passage.sentence.shadow
    for cue in passage.cues("forms"):  # “Take two tablets”, “Apply one patch”
        if compiled(_TAKE if " " in cue.text else _NUMBER_WORD).search(shadow[: cue.at]):
            return True
    numbers = passage.numbers("number", "count")
    counted = any(cue.at >= number.at and cue.at - number.to <= 2 for number in numbers for cue in forms)
    return (counted and _ordered(passage)) or _most(passage)


def amount_ordered(passage: Passage) -> bool:
    """“Take 5 ml”: the amount stands behind an order."""
    shadow = passage.sentence.shadow
    return any(compiled(_TAKE).search(shadow[: number.at]) for number in passage.numbers("dose"))


def _most(passage: Passage) -> bool:
    """“Do not exceed four in 24 hours”."""
    shadow = passage.sentence.shadow
    if b"exceed" not in shadow and b" more than" not in shadow:
        return False
    return compiled(_AT_MOST).search(shadow) is not None


def _ordered(passage: Passage) -> bool:
    shadow = passage.sentence.shadow
    return any(compiled(_TAKE).search(shadow[: number.at]) for number in passage.numbers("number", "count"))
