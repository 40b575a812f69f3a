"""Conditions and hypotheticals: what would be so, or is so only if something else is."""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

# Sales talk in the form of a condition ("if you want relief", "imagine waking up"), and other uses of the words.
_EMPTY = (
    r"\b(?:if you(?:'re|'ve|'d| are| have| would)? (?:\w+ly |ever |also |just |still |been )?(?:wants?|needs?|wish"
    r"|like|looking|seeking|searching|ready|tired|sick of|fed up|after|interested|dream\w*|long(?:ing)?|struggl\w+"
    r"|suffer\w*|deserve|crave|hoping)|if (?:so|not|any|anything|only|you ask|this sounds|that sounds)|(?:as|what"
    r"|see) if|as long as (?:\d+|an?\b|six|two|three|four|five|eight|ten|twelve|several)"
    r"|imagine(?: what)?,? (?:your\w*|you|li(?:fe|ving)|an? (?:life|world|day|morning|future)|waking|feeling|being"
    r"|never|no|how|getting|having|if you)|whether (?:it's |it is )?(?:you|your|you're|you've|for)|you(?:'ve"
    r"| have)? (?:been |are )?(?:search|look|wait|hop|long|dream)ing (?:for|of)|(?:i|we|you|who|why|how) would"
    r"|(?:would|wouldn't) (?:you|we|it be|like|love|rather|recommend|never|have you believe|tell|call|agree|say"
    r"|choose|trust|be (?:an? )?(?:shame|pity|sad|foolish|crazy|proud|happy|glad))|(?:we|i|our \w+) (?:hope|aim"
    r"|work)\w*)\b"
)
# What follows the words up to the end of the clause is open.
_OPENS = (
    r"(?:only |even )?if|unless|whether(?: or not)?|in case|in the event|(?:as|so) long as"
    r"|on (?:the )?condition that|provid(?:ed|ing),? that|assuming|(?:hop(?:es?|ed|ing)|wish(?:es|ed|ing)?|longs"
    r"|longed|longing|(?:often|people|patients|families|many|all|still|they|to) long|yearn(?:s|ed|ing)?|search(?:es"
    r"|ed|ing)?|quest|hunt(?:ed|ing)?) (?:for|that|of)|(?:hop(?:es?|ed|ing)|aim(?:s|ed)?|goal|try(?:ing)?|tries"
    r"|tried|race|research|plans?|work(?:ing|s)?)(?: of \w+ \w+)?(?: is| was| are)? to (?:find|develop|discover"
    r"|learn|test|see|prove|show|seek)|working (?:towards?|on an?)|(?:believing|faith) in|waiting for|chas(?:es?|ed"
    r"|ing)|dream(?:s|ed|ing)? of|(?:perhaps|maybe|may|might|could|will) one day|some ?day|before (?:it|they|this"
    r"|an? \w+|the \w+) can be|until (?:it|they|there|this|that|the|an?|more|further|larger|good|better"
    r"|some\w*) (?:\w+ ){0,2}?(?:is|are|has|have|can|could|proves?|shows?)"
)
_SUPPOSES = r"suppos(?:e|ing)(?: that)?|imagine(?: that)?|let's say(?: that)?"  # opens the rest of the sentence
_WOULD = (
    r"would|wouldn't|hypothetical(?:ly)?|in theory|in principle|theoretically|(?:could|might) have (?:been|had|\w+ed)"
)
# "Should it fail, …", "were this so, …"
_INVERTED = (
    r"(?:^\W*|[,;] )((?:were|should|had) (?:it|they|there|this|that|the|an?|any|your|someone|anyone|symptoms?|these"
    r"|those))\b"
)
_CUE = rf"{_EMPTY}|\b({_OPENS})\b|\b({_SUPPOSES})\b|\b({_WOULD})\b|{_INVERTED}"
CONDITIONS = (_CUE,)


def conditions(dark: bytes) -> Iterator[Scope]:
    """Conditions ("if it cured", "unless", "whether or not") and hypotheticals ("suppose", "would") with their clause.

    What follows from a condition is not covered: "if you take it, it always works" is a promise.
    """
    for found in compiled(_CUE).finditer(dark):
        if found.lastindex is None:
            continue
        at, to = found.span(found.lastindex)
        if dark[to - 3 : to + 1] == b"for:":
            continue  # "the cure you hoped for: …"
        low, high = to, clauses.rest(dark, to)
        if found.lastindex == 2:
            high = len(dark)
        elif found.lastindex == 3:
            low = clauses.around(dark, at)[0]
        elif found.lastindex == 4:
            comma = dark.find(b",", to, high)
            high = comma if comma >= 0 else high
        yield Scope(at, to, min(low, high), high)
