"""Negation: what a sentence says is not so.

The scope begins behind the cue, so that a phrase with a negation of its own ("no side effects") is not denied by it,
while a second negation in front of it does deny it.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.denials import CUE, WHOLE
from workbench.patterns import compiled

_FIRST = r"(?:do not|not enough|lack of|\S+)"
_POINTS_BACK = r"^\W*(?:and |but )?(?:which|that|this|it)\W*$"  # "It is a cure, which is wrong."
_ASIDE = (  # "is not, as some say, a cure"
    r"^, (?:as|in|for|at|by|despite|contrary|according|so far|yet|of course|to|even|strictly)(?: [^,]{1,40})?,"
)
_ASIDE_BEFORE_VERB = (
    r"^,[^,]{1,40}, (?:is|are|was|were|can|could|will|would|should|may|has|have|does|do|ever|really|truly)\b"
)
# What follows is the aim and no longer denied: "you need no doctor to get it", "avoid pain with our pill".
_AIM = (
    r"^\W*(?:need|require|have|take|wait|pay)(?: \w+){1,5}?( to (?:get|enjoy|feel|see|experience|heal|recover|live"
    r"|achieve))\b|( (?:with|thanks to|using|through) (?:our|my))\b"
)
_RELATIVE = r"\b(?:who|that|which|whom|whose)(?: \w+){0,3}\s*$"
# "that" behind these begins what is said, no relative clause.
_SAID_THAT = (
    r"\b(?:sa(?:ys?|id)|warn\w*|believ\w+|think\w*|show\w*|f[io]und|finds?|mean\w*|t[eo]ld|tells?|stat\w+|stress\w*"
    r"|agree\w*|notes?|noted|report\w*|conclud\w+|suggest\w*|know\w*|evidence|true|clear|sure|certain|likely|proof"
    r"|fact|remember\w*|remind\w*|insist\w*|explain\w*|argu\w+|admit\w*|caution\w*) (?:\w+ )?that(?: \w+){0,3}\s*$"
)
_RELATIVE_ENDS = (
    r",|\s(?:will|can|may|might|is|are|was|were|has|have|had|do|does|did|should|could|would|find|get|see|feel"
    r"|report)\b"
)
_NEW_PREDICATE = (
    r"\sand (?:(?:\w+ly )?\w+ (?:a|an|the|your|you|all|any|every|it|them|us|people|patients)|(?:often|also|always"
    r"|usually|still|then|instead) \w+|(?:the|your|our|their) \w+ (?:is|are|will|can|has|have))\b"
)
_LIST = r"^[^,]{0,40}(?:,[^,]{0,30})*[,\s]\s?(?:or|nor) "
NEGATIONS = (CUE, WHOLE)


def negations(dark: bytes) -> Iterator[Scope]:
    """Each negation of a sentence with what it covers.

    Args:
        dark: the sentence's shadow.
    """
    for found in compiled(CUE).finditer(dark):
        if found.lastindex is None:
            continue
        at, to = found.span(found.lastindex)
        # "no guarantee of", "do not promise": what the first words deny begins right behind them
        first = compiled(_FIRST).match(dark[at:to]) if found.lastindex <= 2 else None
        low = at + first.end() if first is not None else to
        nominal = found.lastindex == 4
        yield Scope(at, to, low, _shorter(dark, at, to, _end(dark, to), nominal))
    for found in compiled(WHOLE).finditer(dark):
        at, to = found.span(found.lastindex or 0)
        low = clauses.around(dark, at)[0]
        if low and compiled(_POINTS_BACK).search(dark[low:at]):
            low = clauses.around(dark, low - 2)[0]
        yield Scope(at, to, low, at)


def _end(dark: bytes, to: int) -> int:
    """The end of the clause behind a cue; words between two commas right behind it do not end it."""
    aside = compiled(_ASIDE).search(dark[to:])
    return clauses.rest(dark, to + aside.end() if aside else to)


def _shorter(dark: bytes, at: int, to: int, end: int, nominal: bool) -> int:
    """The end of the scope where something inside the clause is no longer denied."""
    inside = dark[to:end]
    cuts = [end - to]
    if aim := compiled(_AIM).search(inside):
        cuts.append(aim.start(aim.lastindex))
    if predicate := compiled(_NEW_PREDICATE).search(inside):
        cuts.append(predicate.start())
    if nominal:
        listed = compiled(_LIST).search(inside)
        comma = inside.find(b",", listed.end() if listed else 0)
        if comma >= 0 and (aside := compiled(_ASIDE_BEFORE_VERB).search(dark[to + comma : end])):
            comma = inside.find(b",", comma + aside.end())
        cuts.append(comma if comma >= 0 else end - to)
    before = dark[max(0, at - 60) : at]
    relative = compiled(_RELATIVE).search(before) and not compiled(_SAID_THAT).search(before)
    if relative and (ends := compiled(_RELATIVE_ENDS).search(inside)):
        cuts.append(ends.start())
    return to + min(cuts)
