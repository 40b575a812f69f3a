"""The prose of a block as a proofreader should see it: addresses, code and reference marks do not stand in it.

What is taken out is replaced by a neutral word or by nothing, and every place of the result leads back to the block's
seen text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import pairwise

from msgspec import Struct

from workbench.model import Block, Document

_KINDS = ("paragraph", "item", "quote", "caption", "heading")
_NEUTRAL = "Example"
_ADDRESS = r"(?:https?://|www\.)\S*[\w/]|\b10\.\d{4,9}/\S*\w|\S+@\S+\.\w+|\b(?:doi|pmid):? ?\S*\w"
_MARK = r" ?\[\d{1,3}(?:[,;–-] ?\d{1,3})*\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+(?![/\w])"
_NAME = r"[A-Z][\w'’-]+"
_SOURCE = rf" ?\({_NAME}(?:,? (?:et al\.?|and|&|{_NAME}|[A-Z]\.))*,? (?:19|20)\d\d[a-z]?(?:[;,] [^()]{{0,60}})?\)"
_ENGLISH = "en"
_VARIANTS = {"AU": "en-AU", "CA": "en-CA", "GB": "en-GB", "IE": "en-GB", "NZ": "en-NZ", "ZA": "en-ZA"}
_OPEN, _CLOSED = re.compile(r"<(?:code|kbd|samp|pre)\b"), re.compile(r"</(?:code|kbd|samp|pre)\b")


class Piece(Struct, frozen=True, gc=False):
    """From here on, prose stands at `seen` in the block; `whole` is the seen length that a replacement stands for."""

    at: int
    seen: int
    whole: int = 0


class Prose(Struct, frozen=True):
    """A text for a proofreader; `pieces` cover it from 0 without gaps."""

    text: str
    pieces: tuple[Piece, ...]

    def seen(self, at: int, to: int) -> tuple[int, int] | None:
        """The seen range of a range of the text; None where it touches something that was replaced."""
        first, last = (bisect_right(self.pieces, place, key=_at) - 1 for place in (at, max(at, to - 1)))
        if any(piece.whole for piece in self.pieces[first : last + 1]):
            return None
        start, end = self.pieces[first], self.pieces[last]
        return start.seen + at - start.at, end.seen + to - end.at


def prose(document: Document, index: int) -> Prose | None:
    """The prose of a block; None for code, table cells, references and what has no words."""
    block = document.blocks[index]
    if block.kind not in _KINDS or block.note or not any(char.isalpha() for char in block.seen):
        return None
    parts, pieces, done, length = [], [], 0, 0
    for at, to, word in _replaced(document.source, block):
        if at > done:
            parts.append(block.seen[done:at])
            pieces.append(Piece(length, done))
            length += at - done
        if word:
            parts.append(word)
            pieces.append(Piece(length, at, to - at))
            length += len(word)
        done = to
    if done < len(block.seen) or not pieces:
        parts.append(block.seen[done:])
        pieces.append(Piece(length, done))
    return Prose("".join(parts), tuple(pieces))


def key(language: str, text: str) -> str:
    """The name under which what is known of a text in a language is kept."""
    return sha256(f"{language}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def variant(language: str, country: str) -> str:
    """The English of a page as a proofreader names it ("en-GB"); empty for a page in another language."""
    if language and not language.casefold().startswith(_ENGLISH):
        return ""
    named = language.replace("_", "-").partition("-")[2].upper()
    return _VARIANTS.get(named or country, "en-US")


def _at(piece: Piece) -> int:
    return piece.at


def _replaced(source: str, block: Block) -> Iterator[tuple[int, int, str]]:
    """Ranges of the seen text with what stands for them, in order and apart."""
    found = [(at, to, _NEUTRAL) for at, to in _code(source, block)]
    for pattern, word in _patterns():
        found += [(*match.span(), word) for match in pattern.finditer(block.seen)]
    done = 0
    for at, to, word in sorted(found, key=lambda one: (one[0], -one[1])):
        if at >= done:
            yield at, to, word
            done = to


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(text), word) for text, word in ((_ADDRESS, _NEUTRAL), (_MARK, ""), (_SOURCE, "")))


def _code(source: str, block: Block) -> Iterator[tuple[int, int]]:
    """Seen ranges that the source marks as code, by what stands between the runs."""
    start: int | None = None
    for before, run in pairwise(block.runs):
        between = source[before.end : run.start]
        if start is None and ("`" in between or _OPEN.search(between)):
            start = run.at
        elif start is not None and ("`" in between or _CLOSED.search(between)):
            yield start, run.at
            start = None
    if start is not None:
        yield start, len(block.seen)
