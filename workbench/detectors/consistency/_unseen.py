"""Where the source holds characters that nobody sees, and which word of the seen text stands there."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from workbench.model import Block, Document

TAGS = range(0xE0000, 0xE0080)  # a second alphabet without a shape
OVERRIDES = "\u202d\u202e"
BACKWARDS = "\u202b\u2067"  # embedding and isolate from right to left
OPENING = OVERRIDES + BACKWARDS + "\u202a\u2066\u2068"
CLOSING = "\u202c\u2069"
MARKS = "\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u206a\u206b\u206c\u206d\u206e\u206f\ufeff"
_CLASS = f"[\0{MARKS}{OPENING}{CLOSING}{chr(TAGS[0])}-{chr(TAGS[-1])}]"
_ENTITY = "&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_SOME = re.compile(f"{_CLASS}|{_ENTITY}")
# What may stand between a word and the character: blanks, marks of emphasis and lists, entities, tags.
_PIECE = re.compile(rf"(?P<unseen>{_CLASS}|{_ENTITY})|\s+|[*_~`>#|\[\]\\.-]+|<[^<>]*>")
_ONLY = re.compile(_CLASS)
_LONGEST = 40  # characters of a word on either side
_AROUND = 400  # characters outside a block that may belong to it


class Unseen(NamedTuple):
    """A character that is not seen: its block, the seen offset before which it stands, and whether a word holds it."""

    block: int
    at: int
    char: str
    inside: bool


def find(document: Document) -> list[Unseen]:
    """All such characters, block by block; those in targets of links, comments and scripts are left out.

    Soft hyphens and the signs of formulas are no part of it, nor is what an emoji is built of.
    """
    if not _SOME.search(document.source):
        return []
    found: dict[int, Unseen] = {}
    behind: dict[int, Unseen] = {}
    edge = 0
    for index, block in enumerate(document.blocks):
        first, last = block.runs[0].start, block.runs[-1].end
        low = max(edge if edge <= first else 0, first - _AROUND)
        for place, char in _last(document.source, low, first):
            found[place] = Unseen(index, 0, char, False)
        for before, after in pairwise(block.runs):
            inside = before.end < after.start and _in_word(block.seen, after.at)
            for place, char in _ends(document.source, before.end, after.start):
                found[place] = Unseen(index, after.at, char, inside)
        for place, char in _first(document.source, last, last + _AROUND):
            behind[place] = Unseen(index, len(block.seen), char, False)
        edge = last
    placed = {**behind, **found}  # what stands right before a block belongs to it
    return [one for _, one in sorted(placed.items(), key=lambda item: (item[1].block, item[0]))]


def _ends(source: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Unseen characters next to the words on both sides of a stretch that is not seen."""
    first = list(_first(source, start, end))
    yield from first
    known = first[-1][0] if first else start - 1
    yield from (pair for pair in _last(source, max(start, end - _AROUND), end) if pair[0] > known)


def _first(source: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Unseen characters from `start` on, up to the first character that may be something else."""
    at = start
    while at < end and (piece := _PIECE.match(source, at, end)):
        yield from _chars(piece)
        at = piece.end()


def _last(source: str, start: int, end: int) -> list[tuple[int, str]]:
    """Unseen characters up to `end`, behind the last character that may be something else."""
    found: list[tuple[int, str]] = []
    at = start
    while at < end:
        piece = _PIECE.match(source, at, end)
        if piece is None:
            found.clear()
            at += 1
        else:
            found.extend(_chars(piece))
            at = piece.end()
    return found


def _chars(piece: re.Match[str]) -> Iterator[tuple[int, str]]:
    char = html.unescape(piece["unseen"] or "")
    if len(char) == 1 and _ONLY.match(char):
        yield piece.start(), char


def _in_word(seen: str, at: int) -> bool:
    return 0 < at < len(seen) and _needs_no_mark(seen[at - 1]) and _needs_no_mark(seen[at])


def _needs_no_mark(char: str) -> bool:
    """A digit or a letter of a script that is written without joiners."""
    return (char.isascii() and char.isalnum()) or unicodedata.name(char, "").startswith(("LATIN", "GREEK", "CYRILLIC"))


def turns(block: Block) -> bool:
    """Whether a block holds letters that are written from right to left, so that it needs marks of direction."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in block.seen)


def word_at(seen: str, at: int) -> tuple[int, int]:
    """The word that ends or begins at an offset, or the next one, without the punctuation around it."""
    at = min(at, len(seen) - 1)
    if seen[at].isspace() and at > 0 and not seen[at - 1].isspace():
        at -= 1
    while at < len(seen) - 1 and seen[at].isspace():
        at += 1
    low = high = at
    while low > max(at - _LONGEST, 0) and not seen[low - 1].isspace():
        low -= 1
    while high < min(at + _LONGEST, len(seen)) and not seen[high].isspace():
        high += 1
    return _trimmed(seen, low, high)


def _trimmed(seen: str, low: int, high: int) -> tuple[int, int]:
    letters = [at for at in range(low, high) if seen[at].isalnum()]
    return (letters[0], letters[-1] + 1) if letters else (low, high)
