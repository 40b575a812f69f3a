"""Text cut at every edge of every finding, so that marks never nest and nothing under them is hidden."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from workbench.model import Block, Run


class Mark(Struct, frozen=True):
    """A finding's place: its number, its source span, and where it stands among others on the same words.

    `rank` orders the findings of one segment: the first gives tint and line. Held-back marks are told apart.
    """

    id: int
    start: int
    end: int
    rank: tuple[int, ...] = ()
    held: bool = False


class Segment(Struct, frozen=True):
    """A run of seen text with the same findings throughout, by rank."""

    text: str
    findings: tuple[int, ...] = ()
    held: tuple[int, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As a widget is sent it."""
        return {"text": self.text, "findings": list(self.findings), "held": list(self.held)}


def cut(blocks: Iterable[Block], marks: Iterable[Mark]) -> list[tuple[Segment, ...]]:
    """The segments of every block; joined, their texts are `block.seen`.

    A finding may run over several blocks; each shows its part. One whose span holds no seen character of any block
    (it stands in markup) is in no segment.
    """
    placed = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: mark.start)
    starts = [mark.start for mark in placed]
    return [_block(block, placed, starts) for block in blocks]


def _block(block: Block, placed: Sequence[Mark], starts: Sequence[int]) -> tuple[Segment, ...]:
    if not block.seen:
        return ()
    first, last = min(run.start for run in block.runs), max(run.end for run in block.runs)
    near = (mark for mark in placed[: bisect_right(starts, last)] if mark.end > first)
    ranges = [(mark, *found) for mark in near if (found := seen_range(block, mark.start, mark.end))]
    edges = sorted({0, len(block.seen), *(at for _, at, _ in ranges), *(to for _, _, to in ranges)})
    begin: dict[int, list[Mark]] = {}
    for mark, at, _ in ranges:
        begin.setdefault(at, []).append(mark)
    ends = {mark.id: to for mark, _, to in ranges}
    here: list[Mark] = []
    found_segments = []
    for at, to in pairwise(edges):
        here = sorted(
            [mark for mark in here if ends[mark.id] > at] + begin.get(at, []), key=lambda mark: (mark.rank, mark.id)
        )
        kept = tuple(mark.id for mark in here if not mark.held)
        held = tuple(mark.id for mark in here if mark.held)
        found_segments.append(Segment(block.seen[at:to], kept, held))
    return tuple(found_segments)


def seen_range(block: Block, start: int, end: int) -> tuple[int, int] | None:
    """The seen range of a block that a source span covers, or None where it covers none of it."""
    at: int | None = None
    to = 0
    for index, run in enumerate(block.runs):
        following = block.runs[index + 1].at if index + 1 < len(block.runs) else len(block.seen)
        part = _in_run(run, following, start, end)
        if part is not None:
            at = part[0] if at is None else min(at, part[0])
            to = max(to, part[1])
    return None if at is None else (at, to)


def _in_run(run: Run, following: int, start: int, end: int) -> tuple[int, int] | None:
    if start >= run.end or end <= run.start or run.at >= following:
        return None
    if following - run.at != run.end - run.start:
        return run.at, following  # an entity or line break: every seen character stands for the whole of it
    return run.at + max(0, start - run.start), min(following, run.at + end - run.start)
