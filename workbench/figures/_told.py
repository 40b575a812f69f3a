"""Changes as words tell them: “fell by 40 %”, “up 5 points”, “doubled”, “three times as many”."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from workbench.figures.page import Page
from workbench.figures.printed import NUMBER, WORDED, number, worded, words
from workbench.figures.stated import Number
from workbench.figures.stated_changes import Told
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import Found, exact
from workbench.units import PERCENT

Direction = Literal["up", "down", ""]
_UP = (
    r"ris(?:e|es|en|ing)|rose|increas\w+|grow(?:s|n|ing|th)?|grew|climb\w*|jump\w*|gain(?:s|ed|ing)?|surg\w+|soar\w*|up"
    r"|rais(?:e[sd]?|ing)|boost\w*|improv\w+|higher|more|greater|larger|better|longer|faster|likelier|expand\w*"
    r"|spik(?:e[sd]?|ing)|balloon\w*|leap\w*|swell\w*|swelled|skyrocket\w*|advantage"
)
_DOWN = (
    r"fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin\w+|decreas\w+|reduc\w+|lower(?:s|ed|ing)?|cut(?:s|ting)?"
    r"|shr[aiu]nk\w*"
    r"|los[est]\w*|sank|slid\w*|dip(?:s|ped)?|down|less|fewer|smaller|slump\w*|plunge[ds]?|shorter|slower|diminish\w*"
    r"|savings?|slash\w*|tumbl\w*|plummet\w*|sink(?:s|ing)?"
)
_DIRECTION = rf"(?:({_UP})|({_DOWN}))"
MOVES = rf"\b(?:{_DIRECTION}|went|goes|going|moved|changed|shifted)\b"
CUE = rf"\bfrom\b|\b(?:{_DOWN}|{_UP})\b"
_VAGUE = (
    r"(?:(about|around|approximately|roughly|nearly|almost|some|close to|an average of|a mean of|an estimated) "
    r"|(up to|as much as|as many as|more than|over|at least|less than|at most|under|a maximum of) )?"
    r"(?:(?:only|just|a further|another|an extra) )?"
)
_HOW = r" ?(%|per ?cent\b|percentage[ -]points?\b|pp\b|-?points?\b)( ?-?points?\b)?"
_AMOUNT = rf"{_VAGUE}({WORDED}){_HOW}"
_BY = rf"\b{_DIRECTION}(?: [a-z'-]+){{0,5}}? by (?:an? )?{_AMOUNT}"
_STRAIGHT = rf"\b{_DIRECTION},? (?:of |an? )?{_AMOUNT}"
_BEHIND = rf"{_AMOUNT},? (?:[a-z-]+ ){{0,2}}?{_DIRECTION}\b"
_ALSO = rf"(?:\bor|\bthat is,?|\bi\.e\.,?) (?:an? |by )?{_AMOUNT}(x)?"
_COUNTED = rf"({WORDED})"
_PART = r"(?:((?:an? )?half|two[- ]thirds|three[- ]quarters|(?:an?|one)[- ](?:third|quarter|fifth|tenth|sixth|eighth))"
_PARTS = {
    b"third": "33.3",
    b"quarter": "25",
    b"fifth": "20",
    b"tenth": "10",
    b"sixth": "16.7",
    b"eighth": "12.5",
    b"thirds": "66.7",
}
_BY_PART = (
    rf"\b{_DIRECTION}(?: [a-z'-]+){{0,4}}? (?:by|of) (?:about |around |nearly |almost |roughly |some )?{_PART})\b()"
)
_PART_LESS = (
    rf"\b{_PART})(?: (?:of [a-z' -]{{2,20}}?))? ?(?:{_DIRECTION}|(gone|off|quicker|cheaper|lighter|slimmer|weaker"
    rf"|thinner))\b"
)
_SIGNED = rf"[(\[,] ?(?:([+])|(-|minus )) ?({NUMBER}) ?(%|per ?cent\b) ?[)\].]"
_TIMES = rf"{_VAGUE}(?:{_COUNTED} times|(twice)|(half)) (?:(as|the|that)|(?:\w+ )?{_DIRECTION})\b"
_FOLD = rf"{_VAGUE}{_COUNTED}[- ]?fold\b(?: (?:\w+ )?{_DIRECTION}\b)?"
_ONE_WORD = (
    r"\b(?:(doubl(?:ed|es|ing|e)|tripl(?:ed|es|ing|e)|trebl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing))"
    r"|((?:cut|cuts|cutting|reduc\w+|fell|falls|dropped)(?: \w+){0,4} (?:in|by) half"
    r"|(?:that is|which is|that means|i\.e\.|meaning|so|or),? (?:a (?:cut|drop|fall) )?by half))\b"
)
_LEFT = (  # “a third of what it was”
    r"\b(?:(about|around|nearly|almost|roughly|some|only|just) |(less than|more than|under|over|at least) )?"
    r"(?:only |just )?"
    r"(half|two[- ]thirds|three[- ]quarters|(?:an?|one)[- ](?:third|quarter|fifth|tenth|sixth|eighth)) (?:of )?(?:what"
    r" (?:it|they|he|she|that|we|I) (?:was|were|had|used|paid|cost|weighed|once)\b|(?:of )?(?:the|its|their|his|her)"
    r" (?:original|former|previous|earlier|old|starting|initial|first) [a-z]+)"
)
_LOST = (  # “lost a quarter of her weight”
    rf"\b(lost|shed|dropped|saved|cut out|gave up) (?:about |around |nearly |almost |roughly |some )?{_PART}) of"
    r" (?:his|her|their|its|our|my)\b()"
)
_BRACKETED = (  # “from 160 to 120 mg/dl (25 %)”
    rf"\b{_DIRECTION}\b[^.;()]{{0,60}}? to (?:\S+ ){{0,2}}?\W?\d[\d.,]* ?(?:[a-zA-Z]+/[a-zA-Z]+|mm ?Hg|kg|cm|minutes"
    rf"|hours|points|pounds|dollars|euros) ?[(\[] ?()(?:or |about )?({NUMBER}) ?(%|per ?cent)( ?points?)? ?[)\]]"
)
_TIMES_OF = {
    "half": "2", "thirds": "1.5", "quarters": "1.33", "third": "3", "quarter": "4", "fifth": "5", "sixth": "6",
    "eighth": "8", "tenth": "10",
}  # fmt: skip
# Without one of these a pattern is not met; to look for letters is far cheaper.
_HOW_MUCH = (b"%", b"percent", b"per cent", b"point", b"pp")
_PART_NAMES = (b"half", b"third", b"quarter", b"fifth", b"tenth", b"sixth", b"eighth")
_DOUBLED = (b"doubl", b"tripl", b"trebl", b"quadrupl", b"halv", b"half")
_SAYS = r"\d|half|halv|doubl|tripl|trebl|quadrupl|twice|times|fold|per ?cent|third|quarter|fifth|tenth"
_UNMOVED = ((_ALSO, 1, 6),)
_MOVED = ((_BY, 3, 1), (_BEHIND, 1, 6), (_STRAIGHT, 3, 1), *_UNMOVED)
_YEARLY = r" ?(?:(?:a|an|per|each|every) (?:year|month|week|day|annum)|annually|yearly|monthly|weekly|CAGR|compound)\b"
_ANNUAL = r"\b(?:annual\w*|yearly|CAGR|compound\w*|per year|each year|every year)\b"
_NO_CHANGE = r"[ -](?:doses?|blind|check|chin|vision|bed|room|digits?|strand|helix|bond|major|entry)"
_VALUES = {"d": 2, "t": 3, "q": 4, "h": 2}


def told_of(page: Page, sentence: Sentence) -> list[Told]:
    """Each way a sentence tells a change, in reading order; several readers ask."""
    found = page.told.get(sentence.index)
    if found is None:
        found = page.told[sentence.index] = told_in(sentence)
    return found


def told_in(sentence: Sentence, at: int = 0, to: int | None = None) -> list[Told]:
    """Each way a stretch of a sentence tells a change, in reading order."""
    shadow = sentence.shadow[: len(sentence.shadow) if to is None else to]
    said, found, moved = shadow.lower(), list[Told | None](), False
    if any(sign in said for sign in _HOW_MUCH):
        moved = exact(MOVES).search(shadow, at) is not None
        for pattern, first, direction in _MOVED if moved else _UNMOVED:
            found += [_percent(sentence, m, first, direction) for m in exact(pattern).finditer(shadow, at)]
    if any(part in said for part in _PART_NAMES):
        found += [_part(sentence, m, 3, 1) for m in exact(_BY_PART).finditer(shadow, at)]
        found += [_part(sentence, m, 1, 2) for m in exact(_PART_LESS).finditer(shadow, at)]
        found += [_left(sentence, m) for m in exact(_LEFT).finditer(shadow, at)]
        found += [_lost(sentence, m) for m in exact(_LOST).finditer(shadow, at)]
    if moved and b" to " in shadow and (b"(" in shadow or b"[" in shadow):
        found += [_bracketed(sentence, m) for m in exact(_BRACKETED).finditer(shadow, at)]
    if b"+" in said or b"-" in said or b"minus" in said:
        found += [_signed(sentence, m) for m in exact(_SIGNED).finditer(shadow, at)]
    if b"times" in said or b"twice" in said or b"half" in said:
        found += [_times(sentence, m) for m in exact(_TIMES).finditer(shadow, at)]
    if b"fold" in said:
        found += [_fold(sentence, m) for m in exact(_FOLD).finditer(shadow, at)]
    if any(word in said for word in _DOUBLED):
        found += [_word(sentence, m) for m in exact(_ONE_WORD).finditer(shadow, at)]
    if not found or exact(_SAYS).search(shadow, at) is None:
        return []
    kept: list[Told] = []
    for one in found:
        if one is not None and not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.words.at)


def _overlap(one: Told, other: Told) -> bool:
    a, b = one.number or one.words, other.number or other.words
    return a.at < b.to and b.at < a.to


def _side(found: Found, group: int) -> Direction:
    if found.group(group) is not None:
        return "up"
    return "down" if group < found.count and found.group(group + 1) is not None else ""


def _percent(sentence: Sentence, found: Found, first: int, direction: int) -> Told | None:
    how, points = found.group(first + 3), found.group(first + 4)
    kind: Literal["percent", "points"] = "percent" if how[:1] == b"%" or how[:3].lower() == b"per" else "points"
    kind = "points" if points is not None or b"point" in how.lower() else kind
    value = worded(sentence, found.span(first + 2), "percentage points" if kind == "points" else PERCENT)
    if value is None:
        return None
    if exact(_YEARLY).match(after(sentence.shadow, found.end(), 24)) or exact(_ANNUAL).search(found.group()):
        return None  # a rate per year is no change from one value to another
    bound = (found.group(first + 1) or b"").decode().lower()
    stated = words(sentence, *found.span())
    vague = found.group(first) is not None
    return Told(stated, value.value, kind, value, _side(found, direction), vague, bound)


def _part(sentence: Sentence, found: Found, part: int, direction: int) -> Told | None:
    """“fell by a third”, “a quarter less”, “half as much again” is no change that is read."""
    said = found.group(part).lower().replace(b"-", b" ").split()[-1]
    side = _side(found, direction) or "down"
    if said == b"half":
        return None if side == "up" else Told(words(sentence, *found.span()), Decimal(2), "ratio", None, "down")
    value = Decimal("75") if said == b"quarters" else Decimal(_PARTS[said])
    return Told(words(sentence, *found.span()), value, "percent", None, side, approximate=True)


def _left(sentence: Sentence, found: Found) -> Told:
    """“a third of what it was”: three times less."""
    said = found.group(3).decode().lower().replace("-", " ").split()[-1]
    bound = {"less than": "more than", "under": "more than", "more than": "less than", "over": "less than"}.get(
        (found.group(2) or b"").decode().lower(), ""
    )
    vague = found.group(1) is not None
    return Told(words(sentence, *found.span()), Decimal(_TIMES_OF[said]), "ratio", None, "down", vague, bound)


def _lost(sentence: Sentence, found: Found) -> Told:
    said = found.group(2).lower().replace(b"-", b" ").split()[-1]
    value = Decimal("50") if said == b"half" else Decimal("75" if said == b"quarters" else _PARTS[said])
    return Told(words(sentence, *found.span()), value, "percent", None, "down", approximate=True)


def _bracketed(sentence: Sentence, found: Found) -> Told | None:
    """“fell from 160 to 120 mg/dl (25 %)”."""
    value = number(sentence, found.span(4), PERCENT)
    if value is None or found.group(6) is not None:
        return None
    stated = words(sentence, value.at, found.end() - 1)
    return Told(stated, value.value, "percent", value, _side(found, 1))


def _signed(sentence: Sentence, found: Found) -> Told | None:
    """“(+33 %)”, “(−12 %)”."""
    value = number(sentence, found.span(3), PERCENT)
    stated = words(sentence, found.start() + 1, found.end() - 1)
    side: Direction = "up" if found.group(1) is not None else "down"
    return None if value is None else Told(stated, value.value, "percent", value, side)


def _times(sentence: Sentence, found: Found) -> Told | None:
    vague, bound, _, twice, half, as_ = found.groups()[:6]
    side = _side(found, 7)
    if (half and (not as_ or as_.lower() != b"as")) or exact(_NO_CHANGE).match(after(sentence.shadow, found.end(), 12)):
        return None  # “half the patients” is a share
    if half and exact(r"(?: [a-z]+)? again\b").match(after(sentence.shadow, found.end(), 20)):
        return None  # “half as many again” is one and a half times
    value, figure = (Decimal(2), None) if twice or half else _count(sentence, found.span(3))
    if value is None:
        return None
    more = side and not twice and not half
    if half:
        side = "down"
    return Told(
        words(sentence, *found.span()),
        value,
        "more" if more else "ratio",
        figure,
        side or "up",
        vague is not None,
        (bound or b"").decode().lower(),
    )


def _fold(sentence: Sentence, found: Found) -> Told | None:
    value, figure = _count(sentence, found.span(3))
    if value is None:
        return None
    bound = (found.group(2) or b"").decode().lower()
    return Told(
        words(sentence, *found.span()), value, "ratio", figure, _side(found, 4), found.group(1) is not None, bound
    )


def _word(sentence: Sentence, found: Found) -> Told | None:
    if exact(_NO_CHANGE).match(after(sentence.shadow, found.end(), 12)) is not None:
        return None
    word = found.group(1)
    letter = "h" if word is None else word[:1].decode().lower()
    left = before(sentence.shadow, found.start(), 24)
    vague = exact(r"\b(?:nearly|almost|about|roughly|approximately|around|virtually|all but|not quite|some) $").search(
        left
    )
    limit = exact(r"\b(more than|over|at least|well over|less than|up to|under) (?:\w+ )?$").search(left)
    bound = "" if limit is None else limit.group(1).decode().lower()
    direction: Direction = "down" if letter == "h" else "up"
    value = Decimal(_VALUES[letter])
    return Told(words(sentence, *found.span()), value, "ratio", None, direction, vague is not None, bound)


def _count(sentence: Sentence, place: tuple[int, int]) -> tuple[Decimal | None, Number | None]:
    figure = worded(sentence, place)
    return (None, None) if figure is None else (figure.value, figure)
