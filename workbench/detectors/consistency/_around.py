"""The words around a value: what it is told of, as far as words can say it without knowing the thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from workbench.attributes.nouns import FUNCTION, SEVERAL, singular
from workbench.attributes.telling import Telling, aside
from workbench.attributes.values import Stretch
from workbench.detectors.consistency._compared import AGE, IF_AGED, OLDER, OPEN, Value
from workbench.detectors.consistency._thing_names import PRONOUNS, Thing
from workbench.detectors.consistency._things import things
from workbench.patterns import exact

_OPENS = r"[,;:()!?]| (?:but|because|while|whereas|although|so that|which|and (?:you|we|it|they|then))\b"
_WORDS = re.compile(rb"[a-z][a-z'-]+|\d[\d.,]*").findall
_REMEMBERED = 2_000  # words
_LAST_OPENS = rf"(?s).*(?:{_OPENS})"
_DIRECTIONS = frozenset((b"before", b"after", b"until", b"within", b"between", b"since", b"ago", b"apart", b"later"))
_RATE = r"^(?: ?/ ?| (?:a|an|per|each|every|in a) )([a-z]+)\b|^ (daily|weekly|monthly|twice|once)\b"
_OPEN_TOLD = (
    r"^ ?should\b|\b(?:if|unless|when|whenever|suppose|imagine|another"
    r"|(?:may|might|can|could) (?:last|take|be|need|require|cost|go|run|reach|have|stay|feel))\b"
)
_LOOSE = rf"{_OPEN_TOLD}|\b(?:should|more than|less than|over|under|above|below|exceed|up to)\b"
_APART = r"^ (?:at|for|from|priced at)(?: (?:about|around|just|only))? $"  # “the hearing test, at $65, …”
_TELLS = (
    r"\b(?:lasts?|lasted|takes?|took|is|was|are|were|has|had|holds?|contains?|costs?|runs?|ran|goes on|needs?)"
    r" (?:(?:for|about|around|only|just|up to|at least|some|roughly) )*$"
)
_WHOLLY = r"^(?: ?and)? ?[|] of [a-z-]+\b(?:$|[^a-z ]| (?:is|are|was|were)\b)"  # “14 hours of battery is fine”
_THE = r"(?:\b(?:the|these|those|your|our|all)) ?$"
_FRONT = r"^[*_ ]*((?:[^,;:()]|\d,\d){2,48}), ?$"
_NO_FRONT = (
    r"(?:but|and|so|yes|no|remember|note|as (?:we|i) said|in (?:short|fact|other words|sum|practice|general)"
    r"|all in all"
    r"|of course)\b"
)
_OF = r"^ of (?:(?:the|our|your|this|that|its) )?([a-z-]+(?: [a-z-]+)?)\b"
_SAME = "the same thing"
ANY = "*"
_ARTICLES = frozenset((b"a", b"the", b"an", b"our", b"your", b"this", b"that", b"each", b"their"))
_LINKS = ("of", "for", "to", "from")


class Around(Struct, frozen=True):
    """A value with the telling words of its clause, in their order; `rate` is what it is told per ("a day").

    `subject` are the words in front of a verb that tells it (“the battery lasted …”), `of` those of “… of the course”,
    `front` those of a phrase in front of the clause (“in winter, …”). `whole` is true for “the ten weeks”, which is no
    part of them, and `beside` are all words with the next one.
    """

    told: Telling
    words: tuple[str, ...]
    directions: frozenset[bytes]
    rate: str
    subject: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    front: frozenset[str] = frozenset()
    whole: bool = False
    beside: tuple[tuple[str, str], ...] = ()
    things: tuple[Thing, ...] = ()


def around(one: Value, value: Stretch, generic: frozenset[str]) -> Around:
    """A value with the words around it; `generic` words tell of no thing in particular."""
    sentence, at, to = one.sentence, one.at, one.to
    shadow, (start, left, right) = sentence.shadow, clause_of(one, generic)
    rate, named = exact(_RATE).match(right), exact(_OF).match(right)
    loose = exact(_LOOSE).search(left) is not None and exact(OLDER).search(left) is None
    printed, flagged = sentence.text[at:to], aside(sentence, at, to)
    told = exact(_OPEN_TOLD).search(left) is None or value.base == OPEN
    return Around(
        Telling(sentence.index, at, to, _SAME, one.unit, frozenset(), value, printed, flagged),
        () if loose else _stems(left + b" " + right, generic),
        _DIRECTIONS.intersection(_WORDS(left + b" " + right)),
        "" if rate is None else rate.group().decode().split()[-1],
        _stems(left, generic) if exact(_TELLS).search(left) is not None else (),
        _stems(named.group(1), generic) if named is not None else (),
        _front(shadow[:start], generic),
        exact(_THE).search(left) is not None or exact(_WHOLLY).match(left + b"|" + right) is not None,
        (*_beside(left), *_beside(right)),
        _things_of(one, left, right, generic) if told else (),
    )


def terms(one: Value, generic: frozenset[str]) -> frozenset[str]:
    """All words that may tell what a value is of; values that share none are of different things.

    `ANY` is among them where a pronoun may stand for a thing of another sentence.
    """
    _, left, right = clause_of(one, generic)
    found = set(map(_stemmed, _WORDS(left + b" " + right)))
    found.discard("")
    for thing in _things_of(one, left, right, generic):
        found.add(ANY if thing.head in PRONOUNS else thing.head)
    return frozenset(found)


def _things_of(one: Value, left: bytes, right: bytes, generic: frozenset[str]) -> tuple[Thing, ...]:
    """What the grammar of its clause says that a value is of."""
    if one.things is None:
        printed, ahead = one.sentence.text[one.at : one.to], one.sentence.shadow[: one.at].lower()
        beside = exact(_APART).match(left) is not None
        one.things = things(ahead if beside else left, right, printed, one.label or ahead, one.sort, generic)
    return one.things


def clause_of(one: Value, generic: frozenset[str]) -> tuple[int, bytes, bytes]:
    """Where a value's clause begins, and what stands in it before and behind the value, in lower case."""
    shadow, at, to = one.sentence.shadow, one.at, one.to
    start, end = _clause(shadow, at, to)
    if start > 1 and not _stems((shadow[start:at] + b" " + shadow[to:end]).lower(), generic):
        start = _clause(shadow, start - 1, to)[0]  # “for the women, aged 45 to 65, …”
    left = shadow[start:at].lower()
    if one.sort == AGE and exact(IF_AGED).match(left) is not None and b"," in shadow[to:]:
        return start, b" ", shadow[to:].partition(b",")[2].lower()  # “if you are 55 or older, the test is free”
    return start, left, shadow[to:end].lower()


def _front(ahead: bytes, generic: frozenset[str]) -> frozenset[str]:
    """The words of a phrase in front of a clause: “in winter, …”, “once opened, …”."""
    found = exact(_FRONT).match(ahead)
    if found is None or exact(_NO_FRONT).match(found.group(1)) is not None:
        return frozenset()
    return frozenset(_stems(found.group(1).lower(), generic))


def _beside(text: bytes) -> Iterator[tuple[str, str]]:
    """Every word with the next one, or with what it is of: “result of a test”."""
    words = [stem(word.decode()) for word in _WORDS(text) if word not in _ARTICLES]
    yield from pairwise(words)
    yield from ((one, other) for one, link, other in zip(words, words[1:], words[2:], strict=False) if link in _LINKS)


def _stems(text: bytes, generic: frozenset[str]) -> tuple[str, ...]:
    """The telling words of a text, without their endings."""
    return tuple(
        stemmed
        for word in _WORDS(text)
        if (stemmed := _stemmed(word)) and (not generic or word.decode() not in generic)
    )


@lru_cache(maxsize=_REMEMBERED)
def _stemmed(word: bytes) -> str:
    """A word without its ending; nothing of a word that tells nothing."""
    return "" if word in FUNCTION and word not in SEVERAL else stem(word.decode())


def _clause(shadow: bytes, at: int, to: int) -> tuple[int, int]:
    opens = exact(_LAST_OPENS).match(shadow, 0, at)
    closes = exact(_OPENS).search(shadow[to:])
    return 0 if opens is None else opens.end(), len(shadow) if closes is None else to + closes.start()


def stem(word: str) -> str:
    """A word without its ending, so far as that makes two forms of it the same."""
    word = singular(word.removesuffix("'s"))
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word
