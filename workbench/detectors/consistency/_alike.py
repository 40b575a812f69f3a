"""Two values that are told in the same words: “a hearing check costs $45 … the $65 for the hearing check”.

Nothing is known here of what is measured. Two values of one sort are of one thing where all the telling words around
the one stand around the other too, and where nothing there limits the other ("private", "children", "each evening").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec.structs import replace

from workbench.attributes.nouns import SEVERAL
from workbench.attributes.telling import Telling
from workbench.attributes.values import Stretch, agree
from workbench.detectors.consistency._around import ANY, Around, around, terms
from workbench.detectors.consistency._compared import AGE, OPEN, Value, values
from workbench.detectors.consistency._places import one_place
from workbench.detectors.consistency._thing_names import AFTER, PRONOUNS, Thing, same
from workbench.model import Article

_FAR = 60  # times off, and a time is that of something else
_EXACT = (AGE,)
_ALONE = ("time", AGE, "USD", "GBP", "EUR")  # sorts of which one shared word is enough where there is no other
_LEAST = 2  # telling words that two values share
_EXTRA = 3  # telling words that only one of them has
_LINKS = ("on", "of", "from")
_ORDER = {"gap": frozenset(("the next", "next"))}
_MOST = 80  # values of an article


def alike(article: Article, generic: frozenset[str]) -> Iterator[tuple[Telling, Telling, frozenset[str]]]:
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
    live = {sort for sort, some in by_sort.items() if len(some) > 1 and _disputed(some, generic)}
    if not live:
        return
    sorts: dict[tuple[str, str], list[Around]] = {}
    of_things: dict[tuple[str, str], list[Around]] = {}
    for value in _told(article, found, live, generic):
        sort = value.told.value.base or value.told.thing
        if value.words:
            sorts.setdefault((sort, value.rate), []).append(value)
        for thing in {thing.head for thing in value.things}:
            of_things.setdefault((sort, thing), []).append(value)
    for some in sorts.values():
        for first, second in combinations(some, 2):
            again = _named_again(first, second)
            alike_told = again or (_of_one(first, second) and _together(article, first, second))
            if alike_told and not first.told.aside and _differ(first, second) and _only(first, second, some):
                yield first.told, second.told, frozenset(first.subject if again else ())
    for some in of_things.values():
        yield from _of_a_thing(article, some)


def _disputed(some: list[Value], generic: frozenset[str]) -> bool:
    """Whether two of these can be of one thing and apart at all: most values share no word with another one."""
    told: list[frozenset[str]] = []
    for place, one in enumerate(some):
        told.append(frozenset() if one.sort == OPEN else terms(one, generic))
        for number, other in enumerate(some[:place]):
            if one.sentence is other.sentence or (one.printed == other.printed and one.printed is not None):
                continue
            open_ = one.sort == OPEN or ANY in told[place] or ANY in told[number]
            if not open_ and told[place].isdisjoint(told[number]):
                continue
            if one.value is not None and other.value is not None and _apart(one.value, other.value):
                return True
    return False


def _told(article: Article, found: list[Value], live: set[str], generic: frozenset[str]) -> Iterable[Around]:
    """The values of the sorts `live`, with the words around them; “it” may be what a value of another sort is of."""
    near = [around(one, one.value, generic) for one in found if one.sort in live and one.value is not None]
    if not any(thing.head in PRONOUNS for one in near for thing in one.things):
        return near
    told = [(one, one.value) for one in found if one.value is not None]
    first: dict[str, Stretch] = {}
    disputed = {one.sort for one, value in told if first.setdefault(one.sort, value) != value}
    every = _resolved(article, (around(one, value, generic) for one, value in told if one.sort in disputed))
    return [one for one in every if (one.told.value.base or one.told.thing) in live]


def _resolved(article: Article, found: Iterable[Around]) -> Iterator[Around]:
    """The same values, “it” taken for the thing that was told before in the same block to come or to go."""
    last: dict[tuple[int, str], Thing] = {}
    for one in found:
        block = article.sentences[one.told.sentence].block
        meant = [last.get((block, thing.relation), thing) if thing.head in PRONOUNS else thing for thing in one.things]
        last |= {(block, thing.relation): thing for thing in meant if thing.head not in PRONOUNS}
        named = (
            replace(new, behind=old.behind, definite=True) if old is not new else old
            for old, new in zip(one.things, meant, strict=True)
        )
        yield replace(one, things=tuple(named))


def _of_a_thing(article: Article, some: list[Around]) -> Iterator[tuple[Telling, Telling, frozenset[str]]]:
    """The pairs of values of one head noun whose phrases say the same of it."""
    for first, second in combinations(some, 2):
        kinds = [article.block(article.sentences[one.told.sentence]).kind for one in (first, second)]
        if kinds == ["heading", "heading"]:
            continue
        apart = first.told.sentence != second.told.sentence and not first.told.aside and _differ(first, second)
        if (
            not apart
            or first.front != second.front
            or not one_place(article, first.told.sentence, second.told.sentence)
        ):
            continue
        both = next(((one, two) for one in first.things for two in second.things if same(one, two)), None)
        if both is not None and both[1].relation == AFTER and second.told.value.low <= first.told.value.high:
            continue  # “after two weeks of the course”
        others = [one for one in some if _differ(one, first) and _differ(one, second)]
        third = any(same(two, thing) for one in others for thing in one.things for two in second.things)
        if both is not None and not third:
            one, _ = both
            yield first.told, second.told, one.ahead | one.behind | {one.head} | _ORDER.get(one.relation, frozenset())


def _of_one(first: Around, second: Around) -> bool:
    """Whether the words of the one are those of the other too, but for a few that limit nothing."""
    if first.told.sentence == second.told.sentence or first.directions != second.directions:
        return False
    if _other_things(first, second):
        return False
    shared = set(first.words) & set(second.words)
    extra = [one for one in (first, second) if not shared.issuperset(one.words)]
    if not first.front | second.front <= shared or _without(first, second) or _without(second, first):
        return False
    base = first.told.value.base
    alone = not extra and len(shared) == 1 and (base in _ALONE or base.startswith("degrees"))
    if len(shared) < _LEAST and not alone:
        return False
    if len(extra) > 1:  # “due five years after the last booster … come ten years after the last booster”
        few = all(len(set(one.words) - shared) == 1 and not _limited(one, shared, later=True) for one in extra)
        return few and len(shared) > _LEAST and bool(first.directions)
    return not extra or (
        len(set(extra[0].words) - shared) <= _EXTRA and not _limited(extra[0], shared, later=extra[0] is second)
    )


def _other_things(first: Around, second: Around) -> bool:
    """Whether the grammar gives both the same noun, and says more of the second: “the infusion … the infusion"
    " of iron”."""
    heads = {thing.head for thing in first.things} & {thing.head for thing in second.things}
    return bool(heads) and not any(same(one, two) for one in first.things for two in second.things)


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
    if one.base == OPEN:
        return one.high != other.high or (one.low != other.low and -1 not in (one.low, other.low))
    if one.base in _EXACT:
        return (one.low, one.high) != (other.low, other.high) and (one.low < one.high) == (other.low < other.high)
    if one.base == "time" and min(one.high, other.high) * _FAR < max(one.low, other.low):
        return False
    return not agree(one, other)


def _limited(one: Around, shared: set[str], *, later: bool) -> bool:
    """Whether a word that only this one has stands in front of a shared one, or is a number."""
    own = set(one.words) - shared
    links = {link for word, link in one.beside if word in shared and link in _LINKS}
    if later and any(link in links and word in own for link, word in one.beside):
        return True  # “the patch on the eye”
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
