"""The names of things in a clause, by grammar: subjects of verbs, and the nouns that begin at a place."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from workbench.attributes.nouns import FUNCTION, SEVERAL, singular

_JOINS = frozenset(b"because since as if when while although though and but so whether once where yes no well".split())
_WAIT = (b"wait", b"waiting", b"list", b"lists", b"waits", b"queue")
AFTER = "after"  # so much of it: more than the whole cannot be
MARKS = SEVERAL | frozenset((b"without", b"before", b"after", b"at"))  # what makes another phrase of the same words
_RESTRICTS = (b"that", b"which", b"who")
_HELPS = frozenset(
    b"will usually typically generally normally often always then now currently can may should must would"
    b" itself only just each also actually on average do does did to still".split()
)
PREPOSITIONS = frozenset(
    b"at in on of for with without to from by during before after under over through near between per until within"
    b" since about against among across".split()
)
_DETERMINERS = frozenset(
    b"a an the our your their its his her this that these those each every any all one my no".split()
)
_DEFINITE = frozenset(b"the our your their its his her this that these those my".split())
_NAMELESS = frozenset(  # of which something else is told: “the price of the course”, “the session length”
    b"time length duration price cost fee charge rate total number amount dose period".split()
)
_BE = frozenset(b"is are was were has had have".split())
PRONOUNS = ("it", "they")  # of what was told before to come or to go in so long
_WIDEST = 3  # words of a name


class Thing(Struct, frozen=True):
    """The head noun of what a value is of, the words that qualify it, and those of phrases behind it ("at home").

    `relation` is "in" for how soon something comes, "out" for how soon it goes, "after" for a part of it. `loose` is
    true for “a walk of 60 minutes”, which may be one of several.
    """

    head: str
    ahead: frozenset[str]
    behind: frozenset[str] = frozenset()
    definite: bool = False
    relation: str = ""
    loose: bool = False


def subject(words: list[bytes], *, last: bool = False) -> Iterator[Thing]:
    """The noun phrase of a subject: its head stands before the first preposition, or at the end ("for a stay | of")."""
    if words and words[-1] in _RESTRICTS:
        return  # “pain that lasts 10 days”
    while words and words[-1] in _HELPS:
        words = words[:-1]
    joins = [place for place, word in enumerate(words) if word in _JOINS or (word in _BE and place)]
    words = words[: joins[-1]] if joins and joins[-1] == len(words) - 1 else words[joins[-1] + 1 if joins else 0 :]
    cuts, front = [place for place, word in enumerate(words) if word in PREPOSITIONS], list[bytes]()
    if cuts and (cuts[0] == 0 or last):
        starts = [place for place, word in enumerate(words) if word in _DETERMINERS]
        if len(starts) < 2 and not last:
            return
        front, words = ([] if last else words[: starts[-1]]), words[starts[-1] if starts else cuts[-1] + 1 :]
        cuts = [place for place, word in enumerate(words) if word in PREPOSITIONS]
    end = cuts[0] if cuts else len(words)
    first, behind = words[:end], [word for word in (*words[end:], *front) if tells(word) or word in MARKS]
    starts = [place for place, word in enumerate(first) if word in _DETERMINERS]
    definite = bool(starts) and first[starts[-1]] in _DEFINITE
    name = first[starts[-1] + 1 :] if starts else first
    yield from _named(name, behind, definite)
    if name and name[-1] in _WAIT and behind:
        yield from (replace(thing, relation="wait") for thing in _named(behind[:_WIDEST], [], definite))
    elif name and singular(name[-1].decode()).encode() in _NAMELESS:
        name = name[:-1] or behind[:_WIDEST]
        yield from _named(name, [word for word in behind if word not in name], definite)


def nouns(words: list[bytes], definite: bool, *, last: bool = False) -> Iterator[Thing]:
    """The names that may begin here: up to the next word that is none of it, each of them may be the head."""
    name: list[bytes] = []
    for word in words[:_WIDEST]:
        if not tells(word) or word in _HELPS:
            break
        name.append(word)
    lengths = range(1, len(name) + 1)
    for length in reversed(lengths) if last else lengths:
        yield from _named(name[:length], [], definite)


def _named(name: list[bytes], behind: list[bytes], definite: bool) -> Iterator[Thing]:
    if len(name) == 1 and name[0].decode() in PRONOUNS:
        yield Thing(name[0].decode(), frozenset(), definite=True)
        return
    words = [singular(word.decode()) for word in name if tells(word) or word in SEVERAL or word[:1].isdigit()]
    if words and len(words) <= _WIDEST:
        rest = frozenset(singular(word.decode()) for word in behind)
        yield Thing(words[-1], frozenset(words[:-1]), rest, definite)


def tells(word: bytes) -> bool:
    return word not in FUNCTION and word not in PREPOSITIONS and word not in _DETERMINERS and not word[:1].isdigit()


def same(first: Thing, second: Thing) -> bool:
    """Whether the second, told later, is of the thing of the first: it says no more of it than that did."""
    if first.head != second.head or not second.ahead | second.behind <= first.ahead | first.behind:
        return False
    if first.relation != second.relation and not (second.relation == AFTER and not first.relation):
        return False
    return second.definite or (first.ahead == second.ahead and (first.definite or not second.loose))
