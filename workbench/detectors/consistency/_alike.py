"""Two values that are told in the same words: “a hearing check costs $45 … the $65 for the hearing check”.

Nothing is known here of what is measured. Two values of one sort are of one thing where all the telling words around
the one stand around the other too, and where nothing there limits the other ("private", "children", "each evening").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from workbench.detectors.consistency._around import Around, around, terms
from workbench.detectors.consistency._compared import AGE, OPEN, Value, values
from workbench.detectors.consistency._nouns import SEVERAL
from workbench.detectors.consistency._told import Told
from workbench.detectors.consistency._values import Stretch, agree
from workbench.model import Article

_FAR = 60  # times off, and a time is that of something else
_EXACT = (AGE, OPEN)
_ALONE = ("time", AGE, "USD", "GBP", "EUR")  # sorts of which one shared word is enough where there is no other
_LEAST = 2  # telling words that two values share
_EXTRA = 3  # telling words that only one of them has
_MOST = 80  # values of an article


def alike(article: Article, generic: frozenset[str]) -> Iterator[tuple[Told, Told, frozenset[str]]]:
    """Pairs of values that cannot both be right, each told in the words of the other, the later one second.

    With each pair go the words that only the first needs to tell: “the breathing course … the course”.

    Args:
        article: as analysed.
        generic: words that tell of no thing in particular ("lasts", "costs", "people").
    """
    found = list(values(article))
    if len(found) > _MOST:
        found = [one for one in found if one.value is not None][:_MOST]
    by_sort: dict[str, list[Value]] = {}
    for one in found:
        by_sort.setdefault(one.sort, []).append(one)
    for some in by_sort.values():
        if _disputed(some, generic):
            by_rate: dict[str, list[Around]] = {}
            for told in (around(one, one.value, generic) for one in some if one.value is not None):
                if told.words:
                    by_rate.setdefault(told.rate, []).append(told)
            for each in by_rate.values():
                yield from _pairs(article, each)


def _disputed(some: list[Value], generic: frozenset[str]) -> bool:
    """Whether two of these can be of one thing and apart at all: most values share no word with another one."""
    if len({one.printed for one in some}) == 1 and some[0].printed is not None:
        return False
    told: dict[int, frozenset[str]] = {}
    for place, one in enumerate(some):
        for number, other in enumerate(some[:place]):
            if one.sentence is other.sentence or (one.printed == other.printed and one.printed is not None):
                continue
            for at, each in ((place, one), (number, other)):
                if at not in told:
                    told[at] = terms(each, generic)
            shared = not told[place].isdisjoint(told[number])
            if shared and one.value is not None and other.value is not None and _apart(one.value, other.value):
                return True
    return False


def _pairs(article: Article, some: list[Around]) -> Iterator[tuple[Told, Told, frozenset[str]]]:
    for first, second in combinations(some, 2):
        again = _named_again(first, second)
        same = again or (_of_one(first, second) and _together(article, first, second))
        if same and not first.told.aside and _differ(first, second) and _only(first, second, some):
            yield first.told, second.told, frozenset(first.subject if again else ())


def _of_one(first: Around, second: Around) -> bool:
    """Whether the words of the one are those of the other too, but for a few that limit nothing."""
    if first.told.sentence == second.told.sentence or first.directions != second.directions:
        return False
    shared = set(first.words) & set(second.words)
    extra = [one for one in (first, second) if not shared.issuperset(one.words)]
    if not first.front | second.front <= shared or _without(first, second) or _without(second, first):
        return False
    alone = not extra and len(shared) == 1 and first.told.value.base in _ALONE
    if (len(shared) < _LEAST and not alone) or len(extra) > 1:
        return False
    return not extra or (len(set(extra[0].words) - shared) <= _EXTRA and not _limited(extra[0], shared))


def _without(one: Around, other: Around) -> bool:
    """“With a referral” and “without a referral”."""
    return any(("with", word) in other.beside for link, word in one.beside if link == "without")


def _together(article: Article, first: Around, second: Around) -> bool:
    """Whether one word is enough: not under two headings, each of which may be of a thing of its own."""
    blocks = [article.block(article.sentences[one.told.sentence]).section for one in (first, second)]
    return blocks[0] == blocks[1] or len(set(first.words) & set(second.words)) >= _LEAST


def _named_again(first: Around, second: Around) -> bool:
    """Whether the second is of a thing told before: “the course lasts 8 weeks … the ten weeks of the course”."""
    if first.told.sentence == second.told.sentence or not second.of or not second.whole or second.front:
        return False
    return second.of == first.of or (second.of[-1] in first.subject and set(second.of) <= set(first.subject))


def _differ(first: Around, second: Around) -> bool:
    return _apart(first.told.value, second.told.value)


def _apart(one: Stretch, other: Stretch) -> bool:
    """Whether both cannot be right; hours of opening and the ages of one group are to be the same."""
    if one.base in _EXACT:
        return (one.low, one.high) != (other.low, other.high) and (one.low < one.high) == (other.low < other.high)
    if one.base == "time" and min(one.high, other.high) * _FAR < max(one.low, other.low):
        return False
    return not agree(one, other)


def _limited(one: Around, shared: set[str]) -> bool:
    """Whether a word that only this one has stands in front of a shared one, or is a number."""
    own = set(one.words) - shared
    ahead = any(word in own and next_one in shared for word, next_one in one.beside)
    return ahead or any(word[0].isdigit() or word.encode() in SEVERAL for word in own)


def _only(first: Around, second: Around, some: list[Around]) -> bool:
    """Whether nothing else of the sort is told so: not both in one sentence, and no third value."""
    both = (first.told.value, second.told.value)
    sentences: dict[int, set[int]] = {}
    for one in some:
        for place, value in enumerate(both):
            if one.told.value == value:
                sentences.setdefault(one.told.sentence, set()).add(place)
        others = _differ(one, first) and _differ(one, second)
        if others and (_of_one(one, first) or _of_one(one, second)):
            return False
    return all(len(places) == 1 for places in sentences.values())
