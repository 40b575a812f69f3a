"""Two wordings beside each other, word by word: what only one of them has, for people to see at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["=", "-", "+"]
Piece = tuple[Kind, str]

_PART = re.compile(r"\d+(?:[.,]\d+)*|\w+(?:['’]\w+)*|\s+|[^\w\s]")
_LONGEST = 2_000  # characters of either side; nobody approves a longer sentence


def pieces(approved: str, used: str) -> tuple[Piece, ...]:
    """What both say (“=”), what only the approved wording says (“-”) and what only the use says (“+”), in order.

    Joined, the pieces without “+” are the approved wording and those without “-” the use. A wording of more than
    2,000 characters is not compared: both stand there whole.
    """
    if max(len(approved), len(used)) > _LONGEST:
        return (("-", approved), ("+", used))
    return tuple(_joined(_steps(_PART.findall(approved), _PART.findall(used))))


def _steps(old: list[str], new: list[str]) -> Iterator[Piece]:
    match = SequenceMatcher(None, [one.casefold() for one in old], [one.casefold() for one in new], autojunk=False)
    codes = match.get_opcodes()
    for number, (kind, i, j, k, m) in enumerate(codes):
        if kind == "equal":
            blank = not "".join(old[i:j]).strip() and 0 < number < len(codes) - 1  # between two changes
            for one, other in zip(old[i:j], new[k:m], strict=True):
                yield from (("-", one), ("+", other)) if blank or one != other else (("=", one),)
            continue
        yield "-", "".join(old[i:j])
        yield "+", "".join(new[k:m])


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind as one; of a change all that went, then all that came."""
    same = lost = came = ""
    for kind, text in found:
        if kind == "=":
            if lost or came:
                yield from _said(same, lost, came)
                same = lost = came = ""
            same += text
        elif kind == "-":
            lost += text
        else:
            came += text
    yield from _said(same, lost, came)


def _said(same: str, lost: str, came: str) -> Iterator[Piece]:
    pieces: tuple[Piece, ...] = (("=", same), ("-", lost), ("+", came))
    yield from (piece for piece in pieces if piece[1])
