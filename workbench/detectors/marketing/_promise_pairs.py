"""Cues of intensity beside their effects: the stretches of a sentence that a promise takes up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from workbench import clauses
from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.model import Article, Hit
from workbench.patterns import compiled

# Between a cue and its effect: they belong to two statements, or the effect is denied.
_PARTS = r"[;:()]|\bnot\b|n't\b|\bnever\b|\bso that\b"

_REACH = 150  # characters; keeps the time linear for text that is not prose


class Promise(NamedTuple):
    """Where it stands, the words that make it one, and how it is promised."""

    place: Hit
    cue: Hit
    how: str


Side = Literal["both", "behind", "before"]


def pairs(
    article: Article,
    cues: Hits,
    effects: Hits,
    near: int,
    side: Side = "both",
    across: bool = False,
    parted: str = _PARTS,
) -> Iterator[tuple[Hit, Hit]]:
    """The stretch from a cue to the nearest effect in its clause, and the cue.

    Args:
        near: words at most between them.
        side: where the effect stands, seen from the cue.
        across: the effect may stand in another clause of the sentence ("However bad it is, we fix it").
        parted: a pattern of what must not stand between them.
    """
    effects_in = by_sentence(effects) if cues else {}
    for cue in cues:
        around = effects_in.get(cue.sentence)
        if not around:
            continue
        dark = article.sentences[cue.sentence].shadow
        low, high = (0, len(dark)) if across else clauses.around(dark, cue.at)
        first = bisect_left(around, cue.at - _REACH, key=_start)
        places = []
        for effect in islice(around, first, bisect_left(around, cue.to + _REACH, key=_start)):
            if effect.at < low or effect.to > high or overlap(cue, effect):
                continue
            if side == ("behind" if effect.at < cue.at else "before"):
                continue
            between = dark[min(cue.to, effect.to) : max(cue.at, effect.at)]
            words = len(between.split())
            if words <= near and compiled(parted).search(between) is None:
                places.append((words, effect))
        if places:
            effect = min(places, key=lambda place: place[0])[1]
            yield Hit(cue.sentence, min(cue.at, effect.at), max(cue.to, effect.to)), cue


def _place(hit: Hit) -> tuple[int, int, int]:
    return hit.sentence, hit.at, hit.to


def _start(hit: Hit) -> int:
    return hit.at


def in_order(*lists: Hits) -> Hits:
    """Places of several lists as one, in reading order."""
    filled = [hits for hits in lists if hits]
    if len(filled) < 2:
        return filled[0] if filled else ()
    return tuple(sorted({hit for hits in filled for hit in hits}, key=_place))


def merged(found: Iterable[Promise]) -> Iterator[Promise]:
    """Promises in reading order, those that overlap as one with the first one's reason."""
    waiting: Promise | None = None
    for promise in sorted(found, key=lambda one: (one.place.sentence, one.place.at, -one.place.to)):
        if (
            waiting is not None
            and waiting.place.sentence == promise.place.sentence
            and overlap(waiting.place, promise.place)
        ):
            place = Hit(waiting.place.sentence, waiting.place.at, max(waiting.place.to, promise.place.to))
            waiting = waiting._replace(place=place)
            continue
        if waiting is not None:
            yield waiting
        waiting = promise
    if waiting is not None:
        yield waiting


def bare(hit: Hit, text: str) -> Hit:
    """The hit without the punctuation that a pattern leans on (", guaranteed")."""
    words = [index for index in range(hit.at, hit.to) if text[index].isalnum() or text[index] in "%#"]
    return Hit(hit.sentence, words[0], words[-1] + 1) if words else hit
