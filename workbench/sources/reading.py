"""A source as read: its sentences with their page, part, numbers and words; worked out once for each text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from msgspec import Struct

from workbench import config, quantities, segment
from workbench.facts import read_table
from workbench.library.amounts import Amount, amounts
from workbench.library.words import Phrases, Token, tokens
from workbench.model import Quantity, Sentence, SourceText
from workbench.shadow import shadow
from workbench.sources import paragraphs, parts
from workbench.sources.parts import Part

_KEPT = 8  # sources whose sentences stay in memory


class SourceSentence(NamedTuple):
    """A sentence of a source: `[start, end)` in its text, on `page` (from 1), in a part of the paper."""

    number: int
    start: int
    end: int
    page: int
    part: Part
    block: int
    text: str
    shadow: bytes
    quantities: tuple[Quantity, ...]
    amounts: tuple[Amount, ...]
    stems: frozenset[str]
    names: frozenset[str]


class Reading(Struct, frozen=True, eq=False):
    """The sentences of a source in reading order, reference list left out, and which of them have each stem.

    `topics` are the drugs and conditions that its title names.
    """

    source: SourceText
    sentences: tuple[SourceSentence, ...]
    by_stem: Mapping[str, tuple[int, ...]]
    topics: frozenset[str] = frozenset()

    def rarity(self, stem: str) -> float:
        """Inverse document frequency over the sentences; highest for a stem that none has."""
        return log((len(self.sentences) + 1) / (len(self.by_stem.get(stem, ())) + 0.5))


@lru_cache(_KEPT)
def read(source: SourceText) -> Reading:
    """The sentences of a source."""
    document = paragraphs.document(source)
    split = segment.split(document)
    found = tuple(_sentences(source, split, quantities.read(document, split)))
    by_stem: dict[str, list[int]] = {}
    for sentence in found:
        for stem in sentence.stems:
            by_stem.setdefault(stem, []).append(sentence.number)
    title = tokens(source.title, shadow(source.title))
    return Reading(source, found, {stem: tuple(where) for stem, where in by_stem.items()}, named_in(title))


def _sentences(
    source: SourceText, split: Sequence[Sentence], numbers: Sequence[tuple[Quantity, ...]]
) -> Iterator[SourceSentence]:
    part: Part = ""
    aside = -1  # a block that tells of money, thanks or keywords
    number = 0
    for sentence, own in zip(split, numbers, strict=True):
        named = parts.heading(sentence.text)
        begun = parts.label(sentence.shadow) if named is None else named
        if begun == "aside":
            aside = sentence.block + (named is not None)
        elif begun is not None:
            part = begun
        if named is not None or part == "references" or sentence.block == aside:
            continue
        found = tokens(sentence.text, sentence.shadow)
        yield SourceSentence(
            number,
            sentence.start,
            sentence.end,
            bisect_right(source.pages, sentence.start),
            part,
            sentence.block,
            sentence.text,
            sentence.shadow,
            own,
            amounts(sentence.text, sentence.shadow, own, found),
            stems(found),
            named_in(found),
        )
        number += 1


def stems(found: Iterable[Token]) -> frozenset[str]:
    """The stems of the words that tell anything."""
    return frozenset(token.stem for token in found if token.telling)


def named_in(found: Sequence[Token]) -> frozenset[str]:
    """The names under which the vocabulary lists the drugs and conditions of a sentence."""
    return frozenset(name for _, _, name in _phrases().find(found))


def name_spots(text: str, dark: bytes) -> list[tuple[int, int, str]]:
    """Where a sentence names drugs and conditions, `[at, to)`, and the name that the vocabulary lists each under."""
    found = tokens(text, dark)
    return [(found[first].at, found[last - 1].to, name) for first, last, name in _phrases().find(found)]


@cache
def _phrases() -> Phrases:
    folder = config.content_root() / "checks" / "vocabulary"
    rows = (row for name in ("drugs", "conditions") for row in read_table(folder / f"{name}.csv", f"{name}.csv"))
    return Phrases(
        (phrase.strip(), row["term"].rstrip("*"))
        for row in rows
        for phrase in (row["term"], *row["aliases"].split("|"))
        if phrase.strip()
    )
