"""Where a sentence has the reader take an amount: a command, leave, or what “you” take."""

from __future__ import annotations

from workbench.model import Sentence
from workbench.patterns import exact

_VERBS = (
    r"(?:take|start|begin|try|go (?:to|for)|move to|use|have|dissolve|place|put|inject|swallow|drink|sip|chew|suck"
    r"|add|pop|let|hold|insert"
    r"|go up|move up|step up|work up|work your way up|build up|increase|raise|double|up your dose|dose|draw(?: up)?"
    r"|mix|stir"
    r"|drop|apply|rub|inhale|spray|snort|pin|aim for|stick (?:with|to)|stay (?:at|on|with)|repeat|finish with"
    r"|follow with"
    r"|kick off|redose|re-dose|pump|squirt|shoot)"
)
_ADVERBS = r"(?:(?:also|just|simply|then|first|safely|now|always|only|even|still|instead|slowly|\w+ly) )*"
_COMMAND = (
    r"(?:^|[.;:!?(] ?|, |\b(?:and|then|or|so|just|now|first|please|simply|next|afterwards|later|finally|beginners?"
    r"|newcomers?"
    r"|instead|again|\d+\.|day \w+|week \w+)[ ,:-]+|\b(?:want|need|best|fine|safe|ok|okay|helps|aim|plan|like|prefer"
    r"|enough"
    r"|recommend\w*|suggest\w*|advis\w+|try|time|idea) (?:(?:that )?you (?:should )?)?(?:to )?)"
)
_YOU = (
    r"\b(?:you|we all|everyone|beginners|newcomers|first-timers)(?:'ll|'d)? (?:can|could|should|may|might|must|will"
    r"|would"
    r"|need to|have to|want to|ought to|usually|simply|just|only|then|first|start by|begin by)? ?"
)
_REST = r"[^.;:!?\d]{0,64}$"
_ORDER = rf"(?:{_COMMAND}|{_YOU}){_ADVERBS}{_VERBS}\b{_REST}"
_BY_DOING = (
    r"\b(?:(?:start|starting|begin|beginning) (?:off |out )?(?:with|at|on|by (?:taking|using|dissolving|placing))"
    rf"|we (?:suggest|recommend|advise|like)|our (?:dose|dosage|tip|advice)(?: is|:)){_REST}"
)
_TOLD_OF = (
    r"\b(?:she|he|they|i|patients?|participants?|people|adults|children|women|men|volunteers|some|most|who|that)"
    r"(?: \w+){0,3} $"
)
_ASIDE = r"\b(?:before|after|when|if|once|while|until|unless|because|since|that|who|whether|than|as)(?: \w+)? $"


# “100 mg | is a good place to start”
_PRAISED = (
    r"^(?: [\w-]+){0,5}? (?:is|are|makes?|would be|should be|works?)(?: \w+){0,3}? (?:good|great|nice|safe"
    r"|sensible|fine"
    r"|perfect|ideal|right|enough|plenty|sweet|best|gentle|common|solid)\b[^.;]{0,24}\b(?:start|starting|starter|dose"
    r"|dosage"
    r"|beginners?|newcomers?|first|place|spot|amount|point|session|trip|journey|you)\b"
)


def ordered(sentence: Sentence, at: int, to: int) -> bool:
    """Whether the words around the amount at `[at, to)` have the reader take it, or praise it as the one to take."""
    if exact(_PRAISED).match(sentence.shadow[to : to + 120]) is not None:
        return True
    left = sentence.shadow[max(0, at - 120) : at]
    found = exact(_ORDER).search(left) or exact(_BY_DOING).search(left)
    if found is None:
        return False
    lead = left[: found.start()]
    return exact(_TOLD_OF).search(lead) is None and exact(_ASIDE).search(lead) is None
