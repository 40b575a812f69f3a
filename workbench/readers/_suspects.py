"""Which lines of a page may be furniture, or say who wrote it: one linear pass that rules all others out.

Nearly every line of an article is neither, and the patterns that tell one from the other are many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import re2

from workbench.patterns import options
from workbench.readers._byline_forms import OPENING
from workbench.readers._links import holds_address
from workbench.readers._wordings import ALONE, LINES, MENU

LONGEST = 400  # characters; furniture and by-lines are short
STRAIGHT = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "»": ">", "›": ">", "«": "<", "‹": "<", "←": "<-",
    "→": "->", "©": "<c>", "…": "...",
}  # fmt: skip
_SPACES = (
    "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\x85"
)
_PLAIN = {**dict.fromkeys(_SPACES, " "), **STRAIGHT}
_BLANKS = b"\t\x0b\x0c\r\x1c\x1d\x1e\x1f"


def suspects(lines: Sequence[str]) -> set[int]:
    """The places of lines that may be furniture or a by-line, or hold an address; no other line is or does."""
    short = [index for index, line in enumerate(lines) if 0 < len(line) <= LONGEST]
    text = "\n".join([lines[index] for index in short])
    if text.count("\n") != max(len(short) - 1, 0):  # line ends within a block of code
        text = "\n".join([" ".join(lines[index].split()) for index in short])
    found = {short[line] for line in _hits(_shadow(text))} if short else set()
    if len(short) < len(lines):
        found.update([index for index, line in enumerate(lines) if len(line) > LONGEST and holds_address(line)])
    return found


def _shadow(text: str) -> bytes:
    """The text with plain marks and single spaces, a `?` for every other character that is not ASCII."""
    if not text.isascii():
        for mark, plain in _PLAIN.items():
            if mark in text:  # to look for one character is fastest
                text = text.replace(mark, plain)
    data = text.encode("ascii", "replace")
    for blank in _BLANKS:
        if blank in data:
            data = data.replace(bytes((blank,)), b" ")
    while b"  " in data:
        data = data.replace(b"  ", b" ")
    return data


def _hits(shadow: bytes) -> list[int]:
    """The numbers of the lines that some pattern fits, from 0."""
    search = _pattern().search
    found: list[int] = []
    line = at = 0
    while (hit := search(shadow, at)) is not None:
        line += shadow.count(b"\n", at, hit.start())
        found.append(line)
        at = shadow.find(b"\n", hit.start()) + 1
        if not at:
            break
        line += 1
    return found


@cache
def _pattern() -> re2._Regexp[bytes]:
    """All wordings of furniture, any word of a menu between bars or line ends, and what begins a by-line."""
    listed = [_loose(line) for line in LINES.strip().splitlines() if not line.startswith("# ")]
    whole, entry = "|".join([*ALONE, *listed]), "|".join(sorted(MENU))
    pattern = rf"(?m)^ ?(?:{whole}) ?$|(?:^|[|>/?]) ?(?:{entry}) ?(?:$|[|>/?])|{_loose(OPENING)}|://|www\."
    return re2.compile(pattern.encode(), options())


def _loose(pattern: str) -> str:
    """A pattern that fits more lines and is ready ten times sooner: nothing is counted, and no group is given back."""
    within = pattern.replace("[^", r"[^\n")  # without a count, only a line end keeps it to its line
    return re.sub(r"\(\?P<\w+>", "(?:", re.sub(r"\{\d+(?:,\d*)?\}", "*", within))
