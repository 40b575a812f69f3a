"""Blocks → sentences, and the ASCII shadow that every pattern runs on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench import boundaries
from workbench.model import Document, Sentence

_LONGEST = 2_000  # characters; nobody writes such a sentence, and checks weigh the words of one against each other
# Characters whose place in the alphabet or on the keyboard Unicode's tables do not tell.
_SAME_LENGTH = {
    **dict.fromkeys("“”„‟«»‹›〝〞″", '"'),
    **dict.fromkeys("‘’‚‛ʼʹˈ′´", "'"),
    **dict.fromkeys("−\u00ad⁃", "-"),
    **dict.fromkeys("\u200b\u2060\ufeff", " "),
    **dict.fromkeys("µμ", "u"),
    **dict.fromkeys("…·", "."),  # a raised point is a decimal point in some journals
    **dict.fromkeys("×✕✖", "*"),
    **dict.fromkeys("⁄∕÷", "/"),
    **dict.fromkeys("≤⩽", "<"),
    **dict.fromkeys("≥⩾", ">"),
    **dict(zip("øØłŁđĐħıß", "oOlLdDhis", strict=True)),
}


class _Shadows(dict[int, str]):
    """Code point → its ASCII stand-in; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = self[code] = _SAME_LENGTH.get(char) or _stand_in(char)
        return found


def _stand_in(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Cc", "Zs", "Zl", "Zp"):
        return " "
    if char.isascii():
        return char
    if kind == "Pd":
        return "-"
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    base, *rest = list(unicodedata.normalize("NFKD", char))
    if base.isascii() and base != " " and all(unicodedata.combining(mark) for mark in rest):
        return base
    variation_selector = "\ufe00" <= char <= "\ufe0f" or char > "\U000e0000"
    return "x" if kind[0] == "L" or (kind in ("Mn", "Mc") and not variation_selector) else "~"


_shadows = _Shadows()


def shadow(text: str) -> bytes:
    """The text in ASCII bytes, character for character, for matching.

    Quotes, dashes and spaces are straight; µ is u; an accented letter is its base letter and any other letter x; a
    digit of any script or a raised one is its digit; × is `*`; what is left is `~`, which is no part of a word.
    """
    return text.translate(_shadows).encode("ascii")


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
