"""A sentence with what was met in it and what stands above it: all that a claim is judged by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from workbench.extractors._abstract import Part, parts
from workbench.model import Block, Document, Hit, Quantity, Sentence

_VOCABULARY = "vocabulary/"
_CUES = "cues/"
_TOPICS = frozenset({"drugs", "conditions", "treatments", "outcomes", "body", "forms", "general"})


class Cue(NamedTuple):
    """A vocabulary word met in a sentence: the word as printed, and its seen offsets from the sentence's start."""

    text: str
    at: int
    to: int


class Passage(Struct, frozen=True, eq=False):
    """One sentence and its surroundings.

    `met` maps a vocabulary list ("drugs", "reasons/advice") to its cues in reading order; `weighted` maps a claim type
    to its cues with their weights, and `strongest` to the largest of these. `headings` are the sentences of the
    headings above, nearest last; `lead_in` is the sentence that introduces the list it belongs to; `part` is the part
    of a research abstract that it stands in; `health` is its first word that makes it a matter of health.
    """

    sentence: Sentence
    block: Block
    met: Mapping[str, Sequence[Cue]]
    weighted: Mapping[str, Sequence[tuple[float, Cue]]]
    strongest: Mapping[str, float]
    quantities: tuple[Quantity, ...]
    headings: tuple[Passage, ...] = ()
    lead_in: Passage | None = None
    part: Part = ""
    health: Cue | None = None

    def cues(self, *names: str) -> Iterator[Cue]:
        """Cues of these vocabulary lists, list by list."""
        for name in names:
            yield from self.met.get(name, ())

    def first(self, *names: str) -> Cue | None:
        """The first cue of these lists, whichever list it is in."""
        best: Cue | None = None  # a plain loop: asked a thousand times an article
        for name in names:
            cues = self.met.get(name)
            if cues and (best is None or cues[0].at < best.at):
                best = cues[0]
        return best

    def topic(self) -> Cue | None:
        """The first word that makes it a matter of health."""
        return self.health

    def weight(self, *kinds: str) -> float:
        """The weight of its heaviest cue for any of these claim types, 0 without one."""
        return max((self.strongest.get(kind, 0.0) for kind in kinds), default=0.0)

    def numbers(self, *kinds: str) -> tuple[Quantity, ...]:
        """Its quantities of these kinds."""
        if not self.quantities:
            return ()
        return tuple(quantity for quantity in self.quantities if quantity.kind in kinds)


def passages(
    document: Document,
    sentences: Sequence[Sentence],
    quantities: Sequence[tuple[Quantity, ...]],
    hits: Mapping[str, tuple[Hit, ...]],
) -> tuple[Passage, ...]:
    """Every sentence as a passage, in reading order; `quantities[i]` belongs to `sentences[i]`."""
    met: list[dict[str, list[Cue]]] = [{} for _ in sentences]
    weighted: list[dict[str, list[tuple[float, Cue]]]] = [{} for _ in sentences]
    strongest: list[dict[str, float]] = [{} for _ in sentences]
    texts = [sentence.text for sentence in sentences]
    for key, places in hits.items():
        if not key.startswith(_VOCABULARY):
            continue
        name, _, weight = key.removeprefix(_VOCABULARY).partition(":")
        cues = [(hit.sentence, Cue(texts[hit.sentence][hit.at : hit.to], hit.at, hit.to)) for hit in places]
        if not weight:
            for index, cue in cues:
                words = met[index]
                if name in words:
                    words[name].append(cue)
                else:
                    words[name] = [cue]
        elif name.startswith(_CUES):
            kind, points = name.removeprefix(_CUES), float(weight)
            for index, cue in cues:
                weighted[index].setdefault(kind, []).append((points, cue))
                if points > strongest[index].get(kind, 0.0):
                    strongest[index][kind] = points
    return _placed(document, sentences, quantities, met, list(zip(weighted, strongest, strict=True)))


def _placed(
    document: Document,
    sentences: Sequence[Sentence],
    quantities: Sequence[tuple[Quantity, ...]],
    met: Sequence[Mapping[str, Sequence[Cue]]],
    cues: Sequence[tuple[Mapping[str, Sequence[tuple[float, Cue]]], Mapping[str, float]]],
) -> tuple[Passage, ...]:
    last: dict[int, Passage] = {}
    built: list[Passage] = []
    stretches = parts(document, sentences)
    for sentence, numbers, words, (types, strongest), part in zip(
        sentences, quantities, met, cues, stretches, strict=True
    ):
        if not built or sentence.block != built[-1].sentence.block:
            block = document.blocks[sentence.block]
            headings = tuple([last[index] for index in block.section if index in last])
            lead_in = None if block.lead_in is None else last.get(block.lead_in)
        topics = [found[0] for name, found in words.items() if name in _TOPICS]
        health = min(topics, key=_place) if topics else None
        passage = Passage(sentence, block, words, types, strongest, numbers, headings, lead_in, part, health)
        last[sentence.block] = passage
        built.append(passage)
    return tuple(built)


def _place(cue: Cue) -> int:
    return cue.at
