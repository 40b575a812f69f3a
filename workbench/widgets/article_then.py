"""A text as it was beside the text as it is: block by block, and word by word where a block changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from workbench.model import Block

_WORD = re.compile(r"\s+|[^\s]+")
_LONGEST = 4000  # characters of a block that is compared word by word

Part = list[str]  # "same", "gone" or "new", and the words


def difference(before: Sequence[Block], now: Sequence[Block]) -> list[dict[str, Any]]:
    """The older text with what became of it.

    Returns:
        For each block {"kind", "state": "same", "changed", "gone" or "new", "parts": [[state, words], …]}, in order.
    """
    old, new = [block.seen for block in before], [block.seen for block in now]
    found: list[dict[str, Any]] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [_block(block, "same", [["same", block.seen]]) for block in before[a:b]]
        else:
            found += _replaced(before[a:b], now[c:d])
    return found


def _replaced(before: Sequence[Block], now: Sequence[Block]) -> Iterator[dict[str, Any]]:
    for old, new in zip_longest(before, now):
        if old is None:
            yield _block(new, "new", [["new", new.seen]])
        elif new is None:
            yield _block(old, "gone", [["gone", old.seen]])
        else:
            yield _block(new, "changed", words(old.seen, new.seen))


def words(old: str, new: str) -> list[Part]:
    """What of the words stayed, went and came; the whole of both where that would cost too much."""
    if max(len(old), len(new)) > _LONGEST:
        return [["gone", old], ["new", new]]
    a, b = _WORD.findall(old), _WORD.findall(new)
    parts: list[Part] = []
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        pieces = (
            [["same", "".join(a[i:j])]] if tag == "equal" else [["gone", "".join(a[i:j])], ["new", "".join(b[k:m])]]
        )
        parts += [part for part in pieces if part[1]]
    return parts


def _block(block: Block, state: str, parts: list[Part]) -> dict[str, Any]:
    return {"kind": block.kind, "state": state, "parts": parts}
