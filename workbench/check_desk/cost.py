"""What a raw pattern can cost on the worst of texts; a pattern that is dear there is refused by name.

RE2 never backtracks, yet a greedy pattern that looks to the end of a sentence from every place in it takes time in the
square of its length. Costs are ratios to one plain word on the same text in the same run, so that they hold on any
machine.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from workbench.phrases import Pattern, regexp

LIMIT = 40  # times the cost of a plain word
_SIZE = 20_000  # characters of one hostile sentence
_ROUNDS = 3
_NOISE = 3  # a match may cost so many times what it costs on a quiet machine
_WORD = r"\bzyzzyva\b"  # in no text below: pure scanning


class Dear(NamedTuple):
    """A pattern that is refused: the list that it is of, its source, and why."""

    list: str
    source: str
    reason: str


def refused(patterns: Iterable[Pattern], lists: Sequence[Sequence[str]]) -> Iterator[Dear]:
    """The patterns outside the safe subset, and those too dear on a worst-case text; `lists` has the names of lists."""
    plain = min(_cost(_WORD, text) for text in _texts("aa") for _ in range(_ROUNDS))
    per_match = _per_match()
    for pattern in patterns:
        reason = unsafe(pattern) or _dear(pattern.source, plain, per_match)
        if reason:
            yield Dear(lists[pattern.key][0], pattern.source, reason)


def unsafe(pattern: Pattern) -> str:
    """Why a pattern may not be used whatever it costs; "" where it may."""
    if not pattern.needs and not pattern.source.startswith("^"):
        return "has no word, digit or sign that it needs, so that every sentence has to be searched; name one"
    if regexp(pattern.source).search(b""):
        return "matches an empty text; leave out what is optional at its ends"
    return ""


def _dear(source: str, plain: float, per_match: float) -> str:
    worst = max(_beyond(source, text, per_match) for text in _texts(source)) / plain
    if worst <= LIMIT:
        return ""
    return f"costs {worst:.0f} times a plain word on a long sentence (limit {LIMIT}); bound what it may skip"


def _beyond(source: str, text: bytes, per_match: float) -> float:
    """Seconds beyond those that its matches cost as such."""
    matches = sum(1 for _ in regexp(source).finditer(text))
    return min(_cost(source, text) for _ in range(_ROUNDS)) - matches * per_match * _NOISE


def _cost(source: str, text: bytes) -> float:
    pattern = regexp(source)
    before = time.perf_counter()
    for _ in pattern.finditer(text):
        pass
    return time.perf_counter() - before


def _per_match() -> float:
    text = b"aa " * (_SIZE // 3)
    return min(_cost(r"\baa\b", text) for _ in range(_ROUNDS)) / (_SIZE // 3)


def _texts(source: str) -> Iterator[bytes]:
    """Hostile sentences for a pattern: its own words over and over, its first word between short ones, single signs."""
    words = re.findall(r"[a-z]{2,}", re.sub(r"\\[a-zA-Z]", " ", source.lower())) or ["aa"]
    for unit in (" ".join(words) + " ", f"{words[0]} a ", "a ", "a", "1 "):
        yield (unit * (_SIZE // len(unit) + 1))[:_SIZE].encode("ascii", "replace")
