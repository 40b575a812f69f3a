"""Two values told apart from each other, with a change told of them: “Last year 80 joined; this year 120 did, up 75 %”.

The values may stand in two clauses, two sentences or two cells of a row, and the change in the sentence behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from workbench.figures import _fractions
from workbench.figures._compared_rows import in_tables
from workbench.figures._compared_values import as_pair, lasting, overlaps, values_of
from workbench.figures._pairs import pairs
from workbench.figures._same_thing import same_thing, what_of
from workbench.figures._told import told_of
from workbench.figures.page import Page, once
from workbench.figures.stated import Number
from workbench.figures.stated_changes import Change, Told
from workbench.model import Sentence
from workbench.numerals import after, before
from workbench.patterns import exact
from workbench.units import PERCENT

CUE = (
    r"\d ?%|per ?cent|percentage|points?\b|fold\b|\btimes\b|\btwice\b|\bhal(?:f|v)|doubl|tripl|trebl|quadrupl"
    r"|\b(?:third|quarter|fifth)\b"
)
_THEN = (
    r"\b(?:before(?:hand)?|baseline|at the (?:start|beginning|outset)|at first|first|initial(?:ly)?|originally"
    r"|used to|once|last|previous(?:ly)?"
    r"|earlier|formerly|cost|costs|old|older|in (?:the )?(?:19|20)\d\d|(?:19|20)\d\d|in (?:January|February|March"
    r"|April|May|June|July|August"
    r"|September|October|November|December|spring|summer|autumn|winter)|without|instead of|from|ago"
    r"|then|had|was|weighed|measured|stood at|earned|smoked|drank|counted|scored|needed|used|took)\b"
)
_NOW = (
    r"\b(?:after(?:wards)?|later|now|today|this|at the end|by the end|at (?:the )?(?:week|month|year)|new|newer"
    r"|in (?:the )?(?:19|20)\d\d"
    r"|by (?:19|20)\d\d|in (?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|spring|summer|autumn"
    r"|winter)|instead of|to|current(?:ly)?|finally|weeks?|months?)\b"
)
_RANGING = r"\b(?:to|from|between) (?:an? )?$"  # “from a loss of 12 % to a gain of 63 %”
_TIMED = r"\b(?:a|per|each|every) (?:day|week|month|year|hour|night)\b"
_ABSOLUTE = (
    r"\b(?:absolute(?:ly)?|relative(?:ly)?|odds|hazard|adjusted|a year|per year|annual\w*|yearly|each year|every year"
    r"|CAGR)\b"
)
_AS_MANY = r"^[^.;]{0,24}\bas (?:many|much|common|often) ([a-z]+) (?:as|than) (?:in |among )?([a-z]+)"
_THAN = r"(?: [a-z'-]+){0,4} than (?:expected|predicted|usual|normal|others?|average|planned|hoped|people|those)\b"
_TAKEN_UP = (
    r"\b(?:it|this|that|they|we|there|now|today)(?:.s| is| are| was| were| stands?| stood)?"
    r"(?: at| now| up to| down to)* (?:only |just )?$"
)
_TAKEN_UP_AGAIN = r"; ?(?:that|this|it|they|so|which|thus|i\.e\.|an?)\b"
_LONG = 130  # characters of a sentence that only tells a change
_BACK = 3  # sentences in which a difference of two percentages is looked for


@once
def read(page: Page) -> Iterator[Change]:
    """Every told change with the two values it may be of, where nothing else is told beside them."""
    for sentence in page.cued(CUE):
        led = [one for pair in pairs(page, sentence) for one in pair]
        for told in told_of(page, sentence):
            if any(overlaps(one, told) for one in led):
                continue  # “from 10 % to 15 %, up 5 %”
            than = exact(_THAN).match(after(sentence.shadow, told.words.to, 60)) is not None
            ranging = exact(_RANGING).search(before(sentence.shadow, told.words.at, 12)) is not None
            if not page.holds(sentence, _ABSOLUTE) and told.bound == "" and not than and not ranging:
                pair = _beside(page, sentence, told) or _difference(page, sentence, told)
                if pair is not None:
                    yield _change(pair, told)
    yield from in_tables(page)


def _change(pair: tuple[Number, Number], told: Told) -> Change:
    first, second = sorted(pair, key=lambda one: one.amount)
    down = told.direction == "down"
    old, new = (second, first) if down else (first, second)
    return Change(told.words, old, new, (told,), "down" if down else "up", apart=True)


def _beside(page: Page, sentence: Sentence, told: Told) -> tuple[Number, Number] | None:
    """Two values of one kind, one of then and one of now, in the sentence of a change or right before it."""
    own = [one for one in values_of(page, sentence, told) if not overlaps(one, told)]
    if not own:
        own = lasting(page, sentence, told)
    if len(own) == 2:
        here = _then_and_now(sentence.shadow, told, sentence) and not _new_thing(sentence, told, own)
        return as_pair(own) if here else None
    if len(own) == 1:
        return _now_and_before(page, sentence, own[0], told)
    if own or len(sentence.text) > _LONG:
        return None
    about = what_of(sentence, told)
    shadows, found = b"", list[Number]()
    for earlier in page.before(sentence):
        there = _led(page, earlier) or values_of(page, earlier, told)
        found = [*there, *found]
        if not there:
            return None
        shadows = earlier.shadow + b" " + shadows
        if len(found) >= 2:
            break
    if len(found) != 2 or not same_thing(about, shadows):
        return None
    return as_pair(found) if exact(_THEN).search(shadows) and exact(_NOW).search(shadows) else None


def _new_thing(sentence: Sentence, told: Told, values: list[Number]) -> bool:
    """Whether a semicolon parts a change from its values, and nothing of their clause is named again."""
    last = max(one.to for one in values)
    place = sentence.shadow.find(b";", last, max(last, told.words.at))
    if place < 0:
        return False
    back = exact(_TAKEN_UP_AGAIN).match(sentence.shadow[place:]) is not None
    return not back and not same_thing(sentence.shadow[place:], sentence.shadow[:place])


def _now_and_before(page: Page, sentence: Sentence, own: Number, told: Told) -> tuple[Number, Number] | None:
    """The only value of the sentence before with the one that takes it up: “… was 20 percent. Now it is 28, so …”."""
    earlier = next(iter(page.before(sentence, 1)), None)
    there = values_of(page, earlier, told) if earlier is not None else []
    if earlier is None or len(there) != 1 or exact(_TAKEN_UP).search(before(sentence.shadow, own.at, 40)) is None:
        return None
    if exact(_THEN).search(earlier.shadow) is None or exact(_NOW).search(sentence.shadow[: told.words.at]) is None:
        return None
    bare = not own.unit and there[0].unit == PERCENT
    return as_pair([there[0], structs.replace(own, unit=PERCENT) if bare else own])


def _then_and_now(shadow: bytes, told: Told, sentence: Sentence) -> bool:
    rest = shadow[: told.words.at] + b" " + shadow[told.words.to :]
    both = exact(_AS_MANY).search(shadow[told.words.at :])
    if both is not None and all(word.lower() in shadow[: told.words.at].lower() for word in both.groups() if word):
        return True
    return exact(_THEN).search(rest) is not None and exact(_NOW).search(rest) is not None


def _led(page: Page, sentence: Sentence) -> list[Number]:
    """The one pair of values that a sentence leads from one to the other."""
    found = pairs(page, sentence)
    return list(found[0]) if len(found) == 1 else []


def _difference(page: Page, sentence: Sentence, told: Told) -> tuple[Number, Number] | None:
    """Two percentages of which a told percentage is just the difference."""
    if told.wording != "percent" or told.number is None or told.value < 2:
        return None
    near = [sentence, *page.before(sentence, _BACK)]
    block = page.paragraph(sentence)
    near += block[block.index(sentence) + 1 : block.index(sentence) + 2]
    found: list[Number] = []
    there_told = False  # whether one of the two stands in the sentence of the change
    for one in near:
        there_told = there_told or (one is not sentence and len(found) == 1 and found[0].sentence == sentence.index)
        there = [x for x in page.numerals(one) if x.unit == PERCENT and not overlaps(x, told)]
        if one is sentence and len(there) == 1 and b" by " in told.words.text.encode("ascii", "replace"):
            there = [x for x in _fractions.shares(page, one) if not overlaps(x, told)] or there
        led = [x for x in _led(page, one) if x.unit == PERCENT] if len(there) < 2 else []
        if exact(_ABSOLUTE).search(one.shadow) and one is not sentence:
            return None
        found = [*(led or there), *found]
        if len(found) > 1 or led:
            if one is not sentence and not there_told and not same_thing(what_of(sentence, told), one.shadow):
                return None
            apart = len(found) == 2 and abs(found[0].value - found[1].value) == told.value
            return (found[0], found[1]) if apart and all(x.value > 0 for x in found) else None
    return None
