"""History: what was once thought, sold or allowed, as against what holds today."""

from __future__ import annotations

from collections.abc import Iterator

from workbench import clauses
from workbench.clauses import Scope
from workbench.patterns import compiled

_HELD = (
    r"(?:thought|believed|considered|hailed|heralded|touted|praised|celebrated|regarded|viewed|seen|billed|dubbed"
    r"|called|deemed|assumed|supposed|marketed|advertised|promoted|sold|recommended|offered|fashionable|popular"
    r"|feared|hoped)"
)
_USED = r"(?:used|prescribed|given|legal|allowed|available|standard|routine|common|known)"
_ALLOWED = rf"(?:{_HELD}|{_USED}|approved|licen[sc]ed|cleared|authori[sz]ed)"
_PEOPLE = (
    r"(?:doctors?|physicians?|surgeons|healers|apothecar\w+|chemists|pharmacists|scientists|psychiatrists|experts"
    r"|newspapers|adverts|advertisements|ads|posters|sellers|makers|salesmen|quacks|hawkers|people|many|most|some"
    r"|they|we|it|one|everyone|authorities|textbooks|soldiers|pills?|tonics?|drugs?|medicine|manufacturers?|company"
    r"|companies|firms?|shops?|newspapers?|the \w+|\w+'s \w+)"
)
_DID = (
    r"(?:thought|believed|called|sold|prescribed|hailed|considered|recommended|praised|promised|claimed|swore"
    r"|advertised|said|assumed|described|promoted|held|touted|trusted|hoped|boasted|dispensed|peddled|hawked|bought"
    r"|drank)"
)
_YEAR = r"(?:1[0-8]\d\ds?|19[0-7]\ds?|19[89]0s|(?:1\d|20)th[- ]century|(?:\w+teen|twentie)th[- ]century)"
_ERA = r"(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ties|middle ages|victorian era|renaissance|antiquity|old days)"
# A time that is past; history only where something was thought, sold or given then.
_THEN = (
    rf"(?:in|during|by|from|around|before|of) (?:the )?(?:early |late |mid[- ]?|years )?(?:{_YEAR}|{_ERA})"
    r"|historically|(?:victorian|edwardian|medieval|ancient|tudor)|in those days|back then|at one time"
    r"|in the (?:distant |recent )?past|(?:years|decades|generations|centuries|a century|a generation) ago"
    r"|for (?:a while|a time|years|decades|centuries)|until (?:the )?(?:early |late "
    r"|mid[- ]?)?(?:\w+ (?:of )?)?(?:18|19|20)\d\ds?|until (?:recently|(?:\w+ ){1,3}ago)|until (?:its|their|the"
    r"|an?|it|they) (?:\w+ ){0,3}?(?:ban\w*|law|withdr\w+|recall\w*|stopped|outlawed|warning)"
)
_NOT_THEN = r"in the past (?:\d|an?|few|two|three|four|five|six|twelve|year|month|week|day|24|decade)\b"
_ONCE = (
    r"(?:(?:was|were|been) (?:\w+ly )?(?:once (?:\w+ )?|for (?:years|decades|centuries|a time|a while|long) "
    rf"|previously |long |briefly )|(?:is|are|was|were) no longer (?:\w+[- ])?)(?:\w+ly )?{_ALLOWED}|(?:once"
    rf"|originally|initially|first) (?:\w+ly )?{_HELD}|once (?:the |an? )?{_DID}"
    r"|formerly (?:\w+ly )?(?:\w+ )?(?:\w+ed|known|sold|given|held|thought|on sale|on the market)|(?:is|are|was"
    r"|were) no longer (?:on the market|made|advised)|(?:was|were|been) (?:since |later |then "
    r"|eventually )?(?:withdrawn|discredited|abandoned|discontinued|superseded|debunked|taken off the market"
    r"|pulled from)|(?:old|outdated|earlier|former|early|historical|discredited|abandoned|long-abandoned|superseded"
    r"|victorian|vintage) (?:belief|idea|view|theory|label|advert\w*|ad|claim|practice|notion|assumption|slogan"
    r"|poster|textbook)s?|had (?:\w+ly |long |once |been )?(?:hoped|thought|believed|assumed|promised|claimed|hailed"
    r"|marketed|advertised)|patent[- ]medicines?|snake[- ]oil (?:sell|sales|pedd|merch)\w*"
)
_USED_TO = (
    r"used to (?:be|think|believe|say|call|prescribe|sell|recommend|contain|claim|advertise|hold|assume|teach|hear"
    r"|tell|carry|promise|come|have|give)"
)
_CUE = rf"\b(?:{_NOT_THEN}|({_THEN})|({_ONCE})|({_USED_TO}))\b"
_WAS_DONE = (
    rf"\b(?:(?:was|were|had been|been) (?:\w+ ){{0,2}}?(?:{_HELD}|{_USED})|{_PEOPLE} (?:\w+ly |often |even "
    rf"|also )?{_DID})\b"
)
_FRONT = 16  # characters before a time that stands in front: "Some twenty years ago, …"
_PURPOSE = (
    r"(?:^|\b(?:is|are|was|were|be|been|being|get|gets|getting|got|become|becoming|'s|'re|commonly|often|widely"
    r"|i))\s*$"
)
_NOW = (
    r"(?:,? (?:and|but|yet|which))?(?: \w+){0,2}? (?:today|nowadays|currently|now)\b|,? (?:and|but|that"
    r"|which) (?:it |they )?(?:is|are|has|have|remains?|continues?|still)\b"
)
_TITLE = r"^\W*(?:(?:an?|the|its|some|our) )?(?:(?:short|brief|long|early|strange|curious) )?(?:history|origins)\b"
_PAST = r"\b(?:was|were|had|did|\w\w+ed|sold|gave|thought|said|swore|held|took|made|wrote|drank)\b"
_PRESENT = r"\b(?:is|are|has|have|can|will|does|do|may|today|now|currently|approved|licen[sc]ed|cleared)\b"
HISTORIES = (_CUE,)


def histories(dark: bytes) -> Iterator[Scope]:
    """What is told of former times ("in the 1950s doctors prescribed", "once hailed", "until 2019"), with its clause.

    A study's plain past result ("patients improved") is none, nor is an approval with its year.
    """
    for found in compiled(_CUE).finditer(dark):
        if found.lastindex is None:
            continue
        at, to = found.span(found.lastindex)
        if found.lastindex == 1 and not compiled(_WAS_DONE).search(dark):
            continue
        if found.lastindex == 3 and compiled(_PURPOSE).search(dark[max(0, at - 20) : at]):
            continue
        low, high = _reach(dark, at, to, found.lastindex == 1)
        yield Scope(at, to, low, high)


def _reach(dark: bytes, at: int, to: int, is_time: bool) -> tuple[int, int]:
    """The clause of the cue; that of a time in front of it ("In the 1950s, the drug …") is the one behind."""
    low, high = clauses.around(dark, at)
    high = clauses.rest(dark, to)
    if is_time and at < _FRONT and dark[high : high + 1] == b",":
        high = clauses.rest(dark, high + 1)
    now = compiled(_NOW).search(dark[to:high])
    return low, to + now.start() if now else high


def titled(dark: bytes) -> Scope | None:
    """The words of a heading by which what stands under it is history ("A short history")."""
    found = compiled(_TITLE).search(dark)
    return Scope(found.start(), found.end(), 0, len(dark)) if found else None


def told(dark: bytes) -> bool:
    """True for a sentence in the past tense alone that tells of no approval."""
    return compiled(_PAST).search(dark) is not None and compiled(_PRESENT).search(dark) is None
