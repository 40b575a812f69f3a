"""One set that is counted twice with different numbers: “fourteen beds on the ward … all 16 beds on the ward”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.model import Article, Evidence, Match, Sentence
from workbench.numerals import after, before, numerals_of
from workbench.patterns import exact

VALUES = ("what", "first", "second")
PAGE = True  # what stands elsewhere on the page counts
_WHOLE = (
    r"(?i)\b(?:all(?: of)?(?: the| these| those| our| your)?|each of the|the|these|those|our|your|my|its|their"
    r"|of the|of these"
    r"|of our) $"
)
_ALL = (
    r"(?i)\b(?:all(?: of)?(?: the| these| those| our| your)?|in all,?|altogether,?|in total,?"
    r"|(?:last|first|one|each|every one|any|none|half|most|some|rest) of (?:the|these|those|our|your)) $"
)
_NOUN = r" ((?:[a-z][a-z-]* )??)([a-z]{3,}s|people|men|women|children|mice)\b"
_SINGLE = r" ()([a-z]{3,}) (?:in|on|at|with|before|after|from) [a-z]"  # “your one capsule in the morning”
_NARROWED = (  # what makes a part of the set, or another one
    r"^,? (?:who|whom|whose|that|which|with|without|in|on|at|of|from|given|taking|treated|assigned|receiving"
    r"|aged|left|under"
    r"|over|for|had|remaining|named|listed|below|above|to|[a-z]+ing)\b"
)
_ENROLLED = (
    r"^,? (?:enrolled|randomi[sz]ed|recruited|included|who took part|who enrolled|who joined|we (?:enrolled"
    r"|recruited))\b"
)
_CHANGED = (
    r"(?i)\b(?:complet|drop|withdr|exclu|lost|losing|remain|left|miss|discontinu|died|analy[sz]|evaluable|finish"
    r"|stay|only|other"
    r"|another|more|further|next|last|additional|added|extra|second|half|rest|stopped|subgroup|randomi[sz]"
    r"|assign|joined|later"
    r"|then|main|key|best|top|first|biggest|follow)"
)
_PARTED = r"(?i)\b(?:withdr|exclu|another|more|further|additional|second (?:trial|study|group)|other)"
_MORE = r"(?i)\b(?:another|more|further|next|additional|added|extra|second|joined|later|then|also|only|other)\b"
_NO_SET = frozenset(
    b"days weeks months years hours minutes seconds times points percent dollars pounds euros grams miles kilos"
    b" ounces"
    b" calories thirds quarters tenths decades studies trials degrees metres meters inches feet steps others"
    b" sides mcg units cups litres liters teaspoons tablespoons groups arms".split()
)
_REACH = 12  # sentences between the two
_FEWEST = 3
_CLOSE, _FAR = Decimal("1.6"), Decimal("2.1")
_TAIL_WORDS = r"^ (?:who|that|which|in|on|at|of|from|with) (?:[a-z'-]+ ?){1,4}"
_OTHERS = r"\b(?:first|second|third|other|earlier|previous|last|another|pilot|city|country|region|world) "
_LITTLE = frozenset(
    b"who that which in on at of from with the a an this our out had have were was should must can may are is"
    b" will be".split()
)
_TAIL = 10  # characters behind a count that tell which set it is of


class _Count(NamedTuple):
    sentence: int
    at: int
    to: int
    value: Decimal
    noun: str
    set: str  # "all", "the", or "" where it is told for the first time


def detect(article: Article, *, apart: Hits = ()) -> Iterator[Match]:
    """Every later count of a whole set (“all 16 beds”) that differs from the only one told of it before.

    Args:
        apart: words of another set (another study, another year); nothing across their sentences is compared.
    """
    off = {hit.sentence for hit in apart}
    known: dict[str, list[_Count]] = {}
    for sentence in article.sentences:
        if article.block(sentence).kind in ("cell", "code", "quote"):
            continue
        for one in _counts(sentence):
            earlier = known.setdefault(one.noun, [])
            alone = one.set and len(earlier) == 1 and not _summed(known, one.value)
            if alone and _differ(article, earlier[0], one, off):
                yield _match(article, earlier[0], one)
            if all(one.value != old.value for old in earlier):
                earlier.append(one)


def _counts(sentence: Sentence) -> Iterator[_Count]:
    for number in numerals_of(sentence.text, sentence.shadow):
        right = after(sentence.shadow, number.to, 40).lower()
        noun = exact(_NOUN if number.value > 1 else _SINGLE).match(right)
        if noun is None or number.value != int(number.value):
            continue
        name = noun.group(2) if number.value > 1 else noun.group(2) + b"s"
        left = before(sentence.shadow, number.at, 24)
        told = "all" if exact(_ALL).search(left) else "the" if exact(_WHOLE).search(left) else ""
        if name not in _NO_SET:
            yield _Count(sentence.index, number.at, number.to + noun.end(2), number.value, name.decode(), told)


def _differ(article: Article, first: _Count, again: _Count, off: set[int]) -> bool:
    """Whether both are of the same set: nothing narrows the second, and nothing between changes it."""
    between = range(first.sentence, again.sentence + 1)
    if not 1 < len(between) <= _REACH or off.intersection(between):
        return False
    shadows = [article.sentences[index].shadow for index in between]
    ahead, right = after(shadows[0], first.to, 40), after(shadows[-1], again.to, 40)
    named = _told_there(shadows[0], shadows[-1], again)
    few = min(first.value, again.value) < _FEWEST
    if few and again.value < first.value and not _told_there(shadows[0], shadows[-1], again, whole=True):
        return False
    if first.value == again.value or not (
        named if few else _slipped(first.value, again.value, _FAR if named or again.set == "all" else _CLOSE)
    ):
        return False
    swapped = _swapped(first.value, again.value)
    enrolled = exact(_ENROLLED).match(right) is not None
    alike = right[:_TAIL] == ahead[:_TAIL]
    needed = again.value > first.value and article.block(article.sentences[first.sentence]).kind == "item"
    larger = swapped and again.value > first.value
    if exact(_NARROWED).match(right) is not None and not (enrolled or alike or needed or named or larger):
        return False
    if again.value < first.value and again.set != "all" and not enrolled and not named and not swapped:
        return False  # a part of them
    told = exact(_ALL).search(shadows[-1][: again.at])  # “the last of the ten sessions”
    shadows[-1] = shadows[-1][: again.to if told is None else told.start()]
    shadows[0] = b"" if named else shadows[0][first.to :]
    changed = _MORE if named else _PARTED if enrolled or swapped else _CHANGED
    return not any(exact(changed).search(shadow) for shadow in shadows)


def _told_there(first: bytes, second: bytes, again: _Count, *, whole: bool = False) -> bool:
    """Whether what narrows the second was told of the first: “six runners dropped out … the nine who dropped out”.

    `whole` wants every word of it there.
    """
    tail = exact(_TAIL_WORDS).match(second[again.to :])
    if tail is None or exact(_OTHERS).search(second[again.to :]) is not None:
        return False
    words = [word for word in exact(r"[a-z]+").findall(tail.group().lower()) if word not in _LITTLE]
    there = set(exact(r"[a-z]+").findall(first.lower()))
    return bool(words) and (all(word in there for word in words) if whole else words[0] in there)


def _slipped(one: Decimal, other: Decimal, most: Decimal) -> bool:
    """Whether two numbers are apart by no more than a slip: close to each other, or with digits in another order."""
    low, high = sorted((one, other))
    return low != high and (high <= low * most or _swapped(low, high))


def _swapped(one: Decimal, other: Decimal) -> bool:
    """Whether the digits of two numbers are the same in another order: 84 and 48."""
    return one != other and sorted(str(one)) == sorted(str(other))


def _summed(known: dict[str, list[_Count]], value: Decimal) -> bool:
    """Whether two counts told before come to it: “12 women and 14 men … the 26 people”."""
    values = [one.value for some in known.values() for one in some if one.value >= _FEWEST]
    return any(one + two == value or abs(one - two) == value for one, two in combinations(values, 2))


def _match(article: Article, first: _Count, again: _Count) -> Match:
    texts = [article.sentences[one.sentence].text[one.at : one.to] for one in (first, again)]
    rows = tuple({"what": again.noun, "value": text} for text in texts)
    return Match(
        again.sentence,
        again.at,
        again.to,
        values={"what": again.noun, "first": texts[0], "second": texts[1]},
        evidence=Evidence("two-values", texts[1], f"{texts[0]} before", rows=rows),
        confidence=None if again.set == "all" or again.value > first.value else "low",
    )
