"""Ideas made of parts: words of several kinds close together say it, in whatever order and whatever stands between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.model import Article, Hit

_WORD = 12  # characters; stretches of more than so many a word are not counted out
_BACKWARDS = 4  # words that the wrong order counts as


def together(article: Article, slots: Sequence[Hits], near: int) -> Iterator[Hit]:
    """The best stretch of each sentence that holds a hit of every slot, from the first of its characters to the last.

    Args:
        slots: the lists, in the order in which people mostly say it; of several stretches the one that keeps to it and
            is short is the best.
        near: words at most between a hit of the first list and those of the others.
    """
    first, *others = (by_sentence(slot) for slot in slots)
    for index, hits in first.items():
        around = [other.get(index, ()) for other in others]
        if not all(around):
            continue
        shadow = article.sentences[index].shadow
        found = [stretch for hit in hits if (stretch := _stretch(shadow, hit, around, near))]
        if found:
            yield min(found, key=lambda stretch: stretch[0])[1]


def nearest(shadow: bytes, hit: Hit, others: Hits, near: int) -> tuple[int, Hit] | None:
    """Of other hits of the sentence the closest that shares no character with this one, and how far it is.

    None where all of them are more than `near` words away.
    """
    after = bisect_left(others, hit.at, key=_start)
    found = []
    for other in others[max(after - 2, 0) : after + 3]:
        between = shadow[min(hit.to, other.to) : max(hit.at, other.at)]
        if overlap(hit, other) or len(between) > (near + 1) * _WORD or (words := len(between.split())) > near:
            continue
        found.append((words + (_BACKWARDS if other.at < hit.at else 0), other))
    return min(found, key=lambda each: each[0], default=None)


def merged(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Hits in reading order, those that share a character made one."""
    waiting: Hit | None = None
    for hit in sorted(hits, key=_place):
        if waiting is not None and (waiting.sentence, waiting.to) > (hit.sentence, hit.at):
            waiting = Hit(hit.sentence, waiting.at, max(waiting.to, hit.to))
            continue
        if waiting is not None:
            yield waiting
        waiting = hit
    if waiting is not None:
        yield waiting


def _stretch(shadow: bytes, hit: Hit, around: Sequence[Hits], near: int) -> tuple[int, Hit] | None:
    at, to, far = hit.at, hit.to, 0
    for others in around:
        other = nearest(shadow, hit, others, near)
        if other is None:
            return None
        far += other[0]
        at, to = min(at, other[1].at), max(to, other[1].to)
    return far, Hit(hit.sentence, at, to)


def _start(hit: Hit) -> int:
    return hit.at


def _place(hit: Hit) -> tuple[int, int, int]:
    return hit.sentence, hit.at, hit.to
