"""Clauses: the stretch of a sentence that one negation, hedge or reported claim reaches.

Everything here works on the shadow of a sentence and is deterministic: commas, conjunctions and a new subject end a
clause; there is no parse.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from workbench.patterns import compiled


class Scope(NamedTuple):
    """A cue `[cue_at, cue_to)` and the stretch `[at, to)` that it covers, in offsets of the sentence."""

    cue_at: int
    cue_to: int
    at: int
    to: int


_SUBJECTS = r"(?:it|they|we|you|he|she|i|there|this|that's|it's|we're|you'll|they're|let's)"
_BREAK = (
    r"\b(?:nothing|anything|all|last|none) but\b|,\s*however\b"  # no break: these go on
    r"|(;|\s-+\s|--|:\s"
    r"|,\s*(?:yet|so|and so|which|who|where|then)\b"
    r"|(?:,\s*|\s)(?:but|however|although|though|whereas|because|unless)\b,?"
    rf"|,\s*(?:and |so )?{_SUBJECTS}\b|,\s*and (?:the|our|your|its|their|these|those)\b"
    r"|,\s*(?:the|our|your|these|those|that|this) (?:\w+ ){0,3}?"
    r"(?:is|are|was|were|has|have|had|will|can|may|could|should)\b"
    rf"|\s(?:and|so) {_SUBJECTS}\b)"
)
_FRONTED = (
    r"^\W*(?:[^,;:]{1,30}, )?(?:even )?(?:if|when|because|although|though|unlike|without|with|while|since|after|before"
    r"|whether|despite|instead of|rather than|until|unless|contrary to|as)\b[^,;:]*(,)"
)
_LONGEST = 600  # no writer's clause; keeps the time linear for text that is not prose
# Words before a colon that make what follows a part of the clause.
_INTRODUCES = (
    r"\b(?:means?|includ(?:es?|ing)|following|for|that|to|not|with|if|claims?|promises?|says?|as|are|is|these|you|it)$"
)


@lru_cache(maxsize=64)
def breaks(dark: bytes) -> tuple[tuple[int, int], ...]:
    """Where clauses end and the next begin, as `(end, start)` pairs in order."""
    found = [
        (place.start(1), _after(dark, place.start(1), place.end(1)))
        for place in compiled(_BREAK).finditer(dark)
        if place.start(1) >= 0 and not _introduces(dark, place.start(1))
    ]
    if fronted := compiled(_FRONTED).search(dark):
        found.append((fronted.start(1), fronted.end(1)))
    return tuple(sorted(found))


def _after(dark: bytes, at: int, to: int) -> int:
    """The next clause begins with its conjunction or subject, behind the punctuation."""
    while at < to and dark[at : at + 1] in b",;:- ":
        at += 1
    return at


def _introduces(dark: bytes, at: int) -> bool:
    return dark[at : at + 1] == b":" and compiled(_INTRODUCES).search(dark[max(0, at - 20) : at]) is not None


def around(dark: bytes, at: int) -> tuple[int, int]:
    """The clause that the offset stands in; behind the mark that ends a clause the next one begins."""
    pairs = breaks(dark)
    index = bisect_left(pairs, at, key=_end)
    return (pairs[index - 1][1] if index else 0), (pairs[index][0] if index < len(pairs) else len(dark))


def _end(pair: tuple[int, int]) -> int:
    return pair[0]


def rest(dark: bytes, at: int) -> int:
    """Where the clause ends that the offset stands in; a bracket that closes ends it too, and so does sheer length."""
    end = min(around(dark, at)[1], at + _LONGEST)
    if dark.find(b")", at, end) < 0:
        return max(at, end)
    depth = 0
    for bracket in compiled(r"[()]").finditer(dark, at, end):
        depth += 1 if bracket.group() == b"(" else -1
        if depth < 0:
            return int(bracket.start())
    return max(at, end)
