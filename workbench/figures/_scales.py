"""The scale that answers were given on: its ends, its points, and how many items were averaged."""

from __future__ import annotations

from decimal import Decimal

from workbench.figures.page import Page
from workbench.figures.printed import words
from workbench.figures.stated import Scale
from workbench.model import Sentence
from workbench.patterns import exact

_WORDS = dict(zip(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], range(2, 11), strict=True))
_COUNT = rf"(\d{{1,2}}|{'|'.join(_WORDS)})"
_JOINT = r"(?: ?- ?|-to-| to | through )"
_ENDPOINTS = {"nought": 0, "zero": 0} | {"one": 1} | _WORDS
_LOW, _HIGH = r"([01]|nought|zero|one)", r"(\d{1,2}|three|four|five|six|seven|ten)"
_TO = r"(?: ?- ?|-to-| to | and | through )"
_ASKED = (
    r"\b(?:marks?|stars?|scor(?:e|es|ed|ing)|rat(?:e|ed|es|ing|ings)|items?|questions?|scales?|answer\w*|grade[ds]?"
    r"|points?|numbers?"
    r"|likert|response|responses|votes?|rulers?|ladders?|thermometers?|tick(?:s|ed)?|circled?|cross|put)\b"
)
_ENDS = (
    rf"\b(\d{{1,3}}){_JOINT}(\d{{1,3}})[- ](?:points? )?(?:\w+ )?(?:scale|item|rating|question)\b",
    r"\b(?:scales?|items?|question) ?(?:of|from|ranging from|that (?:runs|ran|goes) from|running from|was|is)? ?[(\[]?"
    rf"(\d{{1,3}}){_JOINT}(\d{{1,3}})\b",
    rf"\b(?:scor(?:ed|es?|ing)(?: can| could| may)?|rated|possible (?:scores?|range|values?)|points?|scale) ?[,(]? ?"
    rf"(?:(?:ranges?|ranged|ranging|runs?|running|go(?:es)?|of|was|is) )*"
    rf"(?:from )?:? ?(\d{{1,3}}){_JOINT}(\d{{1,3}})\b",
    r"\b(?:scored|rated?|scoring|rating|graded|marked) [a-z'-]+(?: [a-z'-]+){0,3},? "
    rf"from ([01]){_JOINT}(\d{{1,3}})\b",
    rf"\b(\d{{1,2}}) ?[(\[][^()\[\]\d]{{1,40}}[)\]]{_JOINT}(\d{{1,3}}) ?[(\[]",
    rf"{_ASKED}[^.;\d]{{0,48}}?[(\[, -](?:from |between |of )?{_LOW}{_TO}{_HIGH}\b",
    rf"\bhow [a-z]+ [^.;\d]{{2,40}}?,? (?:from |between )?{_LOW}{_TO}{_HIGH}\b",
    rf"\b(?:scale|ruler|line|ladder|thermometer)[^.;\d]{{0,30}} from {_LOW}{_TO}{_HIGH}\b",
    rf"\bfrom {_LOW},? [^\d.;()]{{2,30}},? to {_HIGH},? [a-z]",
    rf"[(\[]{_LOW}(?:-| to ){_HIGH}[)\]] ?\?",
    rf"\b{_LOW}(?: ?- ?| to ){_HIGH} (?:stars|points|scale)\b",
    rf"\b(?:means?|averages?),? ?[(\[] ?{_LOW}(?: ?- ?| to ){_HIGH} ?[)\]]",
    r"\b(\d{1,2}) ?[=:] ?[^\d,;()]{2,40}(?:[,;] ?(?:and )?| (?:to|and) )(\d{1,3}) ?[=:] ?[a-zA-Z]",
)
_POINTS = rf"\b{_COUNT}[- ]point (?:\w+ )?(?:\w+-type )?(?:likert|scale|rating|item|visual|ordinal|response)"
_ITEMS = (
    rf"(?:^|[^\d-]){_COUNT}[- ]item\b|\b(?:mean|average|sum) of (?:the |its |their )?{_COUNT} (?:items|questions"
    rf"|statements|answers)\b|(?:^|[^\d-]){_COUNT}(?:[- ]question| items)\b"
)
_SINGLE = r"\b(?:single|one)[- ](?:item|question)\b"
_OUT_OF = r"\b(?:out of|\d on) (?:a possible )?(5|7|10|100)\b|\d/(10)\b"
_ONE_OR_NONE = (
    r"(?:\b1 ?(?:=|:|for|if|when|meaning|means|as) ?[^\d.;]{2,40}?\b0(?: ?(?:=|:|for|if|when|meaning|means|as)"
    r"|[, ]+otherwise)"
    r"|\(1\)[^.;]{2,60}\(0\)|\(0\)[^.;]{2,60}\(1\)|\b0 ?(?:=|:|for|if|when|meaning|means|as) ?[^\d.;]{2,40}?\b1 ?(?:="
    r"|:|for|if|when|meaning|means|as))"
)
_CODED = r"\b(?:coded|scored|counted|entered) (?:as )?(?:1\b[^\d.;]{2,50}? (?:as )?0|0\b[^\d.;]{2,50}? (?:as )?1)\b"
_BINARY = (
    rf"{_ONE_OR_NONE}|{_CODED}|"
    r"\b(?:binary|dichotomous|yes[/-]no|yes or no|coded (?:as )?0 (?:or|and) 1|scored 0 or 1|0/1)\b"
)
CUE = (
    rf"{_SINGLE}|{_BINARY}|\b(?:scales?|items?|rat(?:e|ed|ing|ings)|scor\w+|points?|questions?|likert|possible)\b"
    r"|\d ?[=:] ?[a-z]|\b(?:marks?|stars?|answer\w*|grade[ds]?|numbers?|out of|votes?)\b|\d/10\b|\bfrom [01]\b"
    r"|[(\[][01](?:-| to )\d|\b[01] (?:for|if)\b|\([01]\)"
)


def scale_of(page: Page, sentence: Sentence) -> Scale | None:
    """The scale told in a sentence, or else in its paragraph."""
    here = _read(sentence)
    if here is not None:
        return here
    others = (other for other in page.paragraph(sentence) if other is not sentence)
    return next(filter(None, map(_read, others)), None)


def _read(sentence: Sentence) -> Scale | None:
    shadow = sentence.shadow
    if exact(CUE).search(shadow) is None:
        return None
    places: list[tuple[int, int]] = []
    low: Decimal | None = None
    high: Decimal | None = None
    points: int | None = None
    items: int | None = None
    for pattern in _ENDS:
        found = exact(pattern).search(shadow)
        if found is not None and (first := _end(found.group(1))) < (last := _end(found.group(2))):
            low, high = Decimal(first), Decimal(last)
            places.append(found.span())
            break
    if low is None and (found := exact(_BINARY).search(shadow)) is not None:
        low, high = Decimal(0), Decimal(1)
        places.append(found.span())
    if low is None and (found := exact(_OUT_OF).search(shadow)) is not None:
        low, high = Decimal(0), Decimal((found.group(1) or found.group(2)).decode())
        places.append(found.span())
    if (found := exact(_POINTS).search(shadow)) is not None:
        points = _count(found.group(1))
        places.append(found.span())
    if (found := exact(_ITEMS).search(shadow)) is not None:
        items = _count(next(group for group in found.groups() if group is not None))
        places.append(found.span())
    elif (found := exact(_SINGLE).search(shadow)) is not None:
        items = 1
        places.append(found.span())
    if not places:
        return None
    at, to = min(place[0] for place in places), max(place[1] for place in places)
    at += 0 if sentence.text[at].isalnum() else 1
    return Scale(words(sentence, at, to), low, high, points, items)


def _end(said: bytes) -> int:
    word = said.decode().lower()
    return _ENDPOINTS[word] if word in _ENDPOINTS else int(word)


def _count(said: bytes) -> int:
    word = said.decode().lower()
    return _WORDS[word] if word in _WORDS else int(word)
