"""Blocks → sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench import boundaries
from workbench.model import Document, Sentence
from workbench.shadow import shadow

_LONGEST = 2_000  # characters; nobody writes such a sentence, and checks weigh the words of one against each other


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences of every block in reading order, trimmed of spaces, without flags.

    A heading and a code block are one sentence; everything else is split at sentence ends and at hard line breaks. What
    is longer than 2,000 characters is cut behind a comma before that, or at a space.
    Together the sentences hold every character of a block that is not a space in its shadow.
    """
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        dark = shadow(block.seen)
        cuts = [] if block.kind in ("heading", "code") else boundaries.starts(block.seen, dark)
        for low, high in pairwise((0, *_within_reach(dark, cuts), len(dark))):
            piece = dark[low:high]
            at = low + len(piece) - len(piece.lstrip())
            to = low + len(piece.rstrip())
            if at < to:
                span = block.span(at, to)
                text = block.seen[at:to]
                found.append(Sentence(len(found), number, at, to, span.start, span.end, text, dark[at:to]))
    return tuple(found)


def _within_reach(dark: bytes, cuts: Sequence[int]) -> Iterator[int]:
    """The cuts, and more of them where the stretch between two is too long."""
    at = 0
    for to in (*cuts, len(dark)):
        while to - at > _LONGEST:
            last = at + _LONGEST
            at = dark.rfind(b", ", at + 1, last) + 2
            at = at if at > 1 else dark.rfind(b" ", last - _LONGEST + 1, last) + 1 or last
            yield at
        if to < len(dark):
            yield to
        at = to
