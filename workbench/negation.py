"""Negation: what a sentence says is not so.

The scope begins behind the cue, so that a phrase with a negation of its own ("no side effects") is not denied by it,
while a second negation in front of it does deny it.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

# Negations in form that deny nothing, or that promise: they are passed over.
_EMPTY = (
    r"\b(?:(?:not|\w+n't) (?:only|just|merely|simply|solely|to mention|surprisingly|uncommon|unusual|unlike|least)\b"
    r"|no (?:doubt|wonder|question|surprise|matter|problem|(?:more|less|fewer|later|earlier|sooner) than)\b"
    r"|(?:without|beyond) (?:a )?(?:doubt|question|fail|exception)\b"
    r"|(?:whether or|if|why|or|believe it or) not\b"
    r"|(?:second to|like) (?:none|no other)\b|none other\b|no (?:other|better|greater|equal)\b"
    r"|nothing (?:short of|less than|better|else|like|beats?|compares?"
    r"|comes close|works? as|(?:works?|is) (?:better|faster))\b"
    r"|(?:can\s*not|can't|never|not|n't|won't|doesn't|don't|will not|does not"
    r"|couldn't) (?:ever )?(?:fails?|go wrong|lose|miss|disappoints?|help but|be (?:happier|easier|simpler"
    r"|beaten))\b(?: to\b)?"
    r"|(?:don't|do not|never|can't|cannot|no need to|not) (?:wait|hesitate|delay|forget|worry|settle"
    r"|give up|put off"
    r"|suffer|let)\b"
    r"|not all that\b|can't get enough\b|(?:won't|will not) (?:believe|regret|be (?:disappointed|sorry))\b"
    r"|never (?:before|been (?:easier|better|faster|simpler|safer))\b|no\s*\.\s*\d|no one[\s-]size|no-\w+)"
)
_FIRST = r"(?:do not|not enough|lack of|\S+)"
_VERBAL = (
    r"not|never|\w+n't|cannot|can not|neither|nor|hardly|scarcely|seldom|rarely|nobody|no one|nothing|none"
    r"|by no means|in no way|no longer|fail(?:s|ed|ing)? to|failure to|unable to|unlikely to"
    r"|is far from|are far from|far from being|den(?:y|ies|ied)(?: that)?|doubts? that"
    r"|refut(?:es?|ed)|disprov(?:es?|ed)|(?:a|the) myth that|(?:not|isn't) true that|false that"
    r"|too good to"
)
_NOMINAL = (
    r"no|without|lack(?:s|ed|ing)?(?: of)?|absence of|zero|rather than|instead of|as opposed to|unproven|untested"
    r"|unfounded|bogus|fake|false|phony|contrary to"
)
_EVIDENCE = (
    r"(?:no|little|insufficient|not enough|lack of|scant) (?:\w+ ){0,3}?"
    r"(?:evidence|proof|guarantee|indication|sign|basis|reason|research|data|studies|study|trials?|promise)s?\b"
    r"(?: (?:that|to|of|for|show\w*|prov\w*|support\w*|it|they|this))?"
)
_WARDING = (
    r"(?:(?:^\W*|\b(?:should|must|please|to always|best to|and|or|also|,) )(?:always )?avoid"
    r"|beware(?: of)?|(?:do not|don't|never|not) (?:believe|trust|expect|promise|fall for))"
)
_CUE = rf"{_EMPTY}|\b({_EVIDENCE})|({_WARDING})\b|\b({_VERBAL})\b|\b({_NOMINAL})\b"
# Predicates that deny their whole clause, subject and all: "A sure cure does not exist."
_WHOLE = (
    r"\b(?:(?:do|does|did)(?: not|n't) (?:yet )?exist|(?:is|are)(?: not|n't) (?:possible|true|real"
    r"|the case|a thing)"
    r"|(?:has|have)(?: not|n't) (?:yet )?been (?:\w+ly )?(?:found|shown|proven|proved|established"
    r"|demonstrated|confirmed)"
    r"|(?:can|could|should|must|will|is|are)(?:\s?not|n't| never|'t)"
    r" (?:ever )?(?:be )?(?:guaranteed|promised|expected|assured)"
    r"|(?:is|are|was|were|remains?) (?:still |largely |simply |just )?(?:unproven|false|untrue|unfounded"
    r"|bogus|untested"
    r"|a myth|myths|nonsense|too good to be true|a lie|misleading))\b"
)
_RELATIVE = r"\b(?:who|that|which|whom|whose)(?: \w+){0,3}\s*$"
_RELATIVE_ENDS = (
    r",|\s(?:will|can|may|might|is|are|was|were|has|have|had|do|does|did|should|could|would|find|get|see|feel|report)\b"
)
_NEW_PREDICATE = (
    r"\sand (?:(?:\w+ly )?\w+ (?:a|an|the|your|you|all|any|every|it|them|us|people|patients)"
    r"|(?:often|also|always|usually|still|then|instead) \w+|(?:the|your|our|their) \w+ (?:is|are|will|can|has|have))\b"
)
_LIST = r"^[^,]{0,40}(?:,[^,]{0,30})*[,\s]\s?(?:or|nor) "


def negations(dark: bytes) -> Iterator[Scope]:
    """Each negation of a sentence with what it covers.

    Args:
        dark: the sentence's shadow.
    """
    for found in compiled(_CUE).finditer(dark):
        if found.lastindex is None:
            continue
        at, to = found.span(found.lastindex)
        # "no guarantee of", "do not promise": what the first words deny begins right behind them
        low = at + compiled(_FIRST).match(dark[at:to]).end() if found.lastindex <= 2 else to
        nominal = found.lastindex == 4
        yield Scope(at, to, low, _shorter(dark, at, to, clauses.rest(dark, to), nominal))
    for found in compiled(_WHOLE).finditer(dark):
        yield Scope(found.start(), found.end(), clauses.around(dark, found.start())[0], found.start())


def _shorter(dark: bytes, at: int, to: int, end: int, nominal: bool) -> int:
    """The end of the scope where something inside the clause is no longer denied."""
    inside = dark[to:end]
    cuts = [end - to]
    if predicate := compiled(_NEW_PREDICATE).search(inside):
        cuts.append(predicate.start())
    if nominal:
        listed = compiled(_LIST).search(inside)
        comma = inside.find(b",", listed.end() if listed else 0)
        cuts.append(comma if comma >= 0 else end - to)
    if compiled(_RELATIVE).search(dark[max(0, at - 60) : at]) and (ends := compiled(_RELATIVE_ENDS).search(inside)):
        cuts.append(ends.start())
    return to + min(cuts)
