"""What a source says of its people, comparison, main outcome and doses, as far as rules can read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from workbench import numerals
from workbench.lexicon import Lexicon
from workbench.model import Quantity, SourceText
from workbench.quantities import PEOPLE
from workbench.shadow import shadow
from workbench.sources import reading
from workbench.sources.reading import Reading, SourceSentence

Spots = tuple[tuple[int, int], ...]
_HEARSAY = ("background", "discussion")  # parts in which a paper tells of other work, or of what might be
_GROUPS = ("grown", "young", "animals")
_GROWN = 18  # years
_ARMS = 4  # groups of people that a sentence may add up
_KEPT = 8


class Cues:
    """The cue lists of the check, met in sentences of articles and sources alike."""

    def __init__(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        self._lexicon = Lexicon(lists)
        self.facts: dict[tuple[str, str], Facts] = {}  # of sources read with them: key and hash → facts

    def met(self, shadow: bytes) -> Mapping[str, Spots]:
        """Name of a list → where its phrases stand in a sentence, `[at, to)`."""
        return _by_list(self._lexicon.scan(shadow))

    def met_in(self, shadows: list[bytes]) -> tuple[Mapping[str, Spots], ...]:
        """The same for every sentence of a text."""
        return tuple(map(_by_list, self._lexicon.scan_all(shadows)))


@lru_cache(1)
def cues(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Cues:
    """The cue lists, compiled once."""
    return Cues(dict(lists))


class Told(NamedTuple):
    """A sentence of the source with the cues met in it."""

    sentence: SourceSentence
    met: Mapping[str, Spots]

    @property
    def own(self) -> bool:
        """Whether it tells of this work, not of others."""
        return self.sentence.part not in _HEARSAY

    def has(self, *names: str) -> bool:
        """Whether a cue of any of these lists stands in it."""
        return any(name in self.met for name in names)

    def word(self, name: str) -> str:
        """The word of this list that the sentence uses; where it gives an age instead, the age."""
        spot = next(iter(self.met.get(name, ())), None)
        ages = (q.text for q in self.sentence.quantities if q.kind == "age")
        return self.sentence.text[slice(*spot)] if spot else next(ages, "")

    def about(self, at: int) -> str:
        """What a number at this place counts: those who were "screened", or those who were "enrolled"; "" unknown."""
        spots = [
            (min(abs(at - low), abs(at - high)), name)
            for name in ("enrolled", "screened")
            for low, high in self.met.get(name, ())
        ]
        return min(spots, default=(0, ""))[1]

    def percents(self) -> list[Quantity]:
        """Shares of people, in percent or as a count of a group."""
        return [q for q in self.sentence.quantities if share(q) is not None]


class Facts(Struct, frozen=True, eq=False):
    """What a source says about itself.

    `stated` are the groups of people who took part with the sentence that says so, `sums` what arms of one sentence
    come to; `groups` says
    which of adults, children and animals took part and where, `mentioned` which of them its own parts mention at all;
    `unmet` are the sentences by which the main outcome did not come out.
    """

    reading: Reading
    told: tuple[Told, ...]
    stated: Mapping[Decimal, Told]
    sums: frozenset[Decimal]
    groups: Mapping[str, Told]
    mentioned: frozenset[str]
    unmet: tuple[Told, ...]

    def first(self, *names: str, own: bool = True) -> Told | None:
        """The first sentence with a cue of one of these lists; with `own`, only where it tells of this work."""
        return next((told for told in self.told if told.has(*names) and (told.own or not own)), None)

    def where(self, value: Decimal) -> list[tuple[Told, int]]:
        """The sentences in which a number stands, and its place there; what is told of earlier work does not count."""
        return [
            (told, numeral.at)
            for told in self.told
            if told.sentence.part != "background"
            for numeral in numerals.scan(told.sentence.text, told.sentence.shadow)
            if numeral.value == value
        ]


def facts(source: SourceText, found: Cues) -> Facts:
    """What a source says, worked out once for each text."""
    key = (source.key, source.hash)
    if key not in found.facts:
        if len(found.facts) >= _KEPT:
            found.facts.clear()
        found.facts[key] = _read(source, found)
    return found.facts[key]


def share(quantity: Quantity) -> Decimal | None:
    """A share of people in percent, None for anything else."""
    if quantity.kind == "percent" and quantity.unit == "%" and quantity.low == quantity.high:
        return quantity.low
    if quantity.kind == "group" and quantity.low is not None and quantity.high:
        return quantity.low * 100 / quantity.high
    return None


def sizes_of(quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """Groups of people that were counted: “24 adults”, “17 of 24”."""
    return (q for q in quantities if q.kind == "group" and q.unit == PEOPLE and q.high is not None)


def _read(source: SourceText, found: Cues) -> Facts:
    read = reading.read(source)
    met = found.met_in([sentence.shadow for sentence in read.sentences])
    told = tuple(map(Told, read.sentences, met))
    title = found.met(shadow(source.title))
    groups: dict[str, Told] = {}
    for one in told:
        if one.own and one.has("enrolled"):
            for name in _groups(one):
                groups.setdefault(name, one)
    if told and not groups:  # an abstract may say it in its title only
        groups = {name: told[0] for name in _GROUPS if name in title}
    mentioned = {name for one in told if one.own for name in (*_GROUPS, "people") if one.has(name)} | set(groups)
    return Facts(read, told, *_sizes(told), groups, frozenset(mentioned), tuple(_unmet(told)))


def _groups(told: Told) -> Iterator[str]:
    yield from (name for name in _GROUPS if told.has(name))
    for quantity in told.sentence.quantities:
        if quantity.kind == "age" and quantity.unit == "year" and quantity.low is not None:
            high = quantity.high if quantity.high is not None else quantity.low
            if high >= _GROWN:
                yield "grown"
            if quantity.low < _GROWN:
                yield "young"


def _sizes(told: Iterable[Told]) -> tuple[Mapping[Decimal, Told], frozenset[Decimal]]:
    """Every group that a sentence about enrolment counts, and what its arms come to."""
    stated: dict[Decimal, Told] = {}
    sums: set[Decimal] = set()
    for one in told:
        if not (one.own and one.has("enrolled")):
            continue
        counted = (q for q in sizes_of(one.sentence.quantities) if one.about(q.at) == "enrolled")
        numbers = [q.high for q in counted if q.high is not None]
        for number in numbers:
            stated.setdefault(number, one)
        for count in range(2, min(_ARMS, len(numbers)) + 1):
            sums.update(sum(some, Decimal(0)) for some in combinations(numbers[:8], count))
    return stated, frozenset(sums)


def _unmet(told: tuple[Told, ...]) -> Iterator[Told]:
    """Sentences by which the main outcome did not come out; the result may follow its name."""
    for at, one in enumerate(told):
        if not one.has("primary") or one.sentence.part == "background":
            continue
        if one.has("unmet"):
            yield one
        elif at + 1 < len(told) and not one.has("met") and told[at + 1].has("unmet"):
            after = told[at + 1]
            if after.sentence.block == one.sentence.block and not after.has("secondary", "primary"):
                yield after


def _by_list(hits: Iterable[tuple[str, int, int]]) -> Mapping[str, Spots]:
    found: dict[str, list[tuple[int, int]]] = {}
    for name, at, to in hits:
        found.setdefault(name, []).append((at, to))
    return {name: tuple(spots) for name, spots in found.items()}
