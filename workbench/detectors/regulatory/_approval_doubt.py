"""What takes an assertion of approval back: a denial or an open question in its own clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.detectors.regulatory._approval_grammar import BECOMING, BOUNDARIES, DENIAL, DOUBTS, RANKS
from workbench.detectors.regulatory._approval_names import Text, Word
from workbench.detectors.regulatory._approval_regulator import Cue
from workbench.detectors.regulatory._approval_subject import Subject
from workbench.detectors.regulatory._approval_uses import closing


class Doubt(NamedTuple):
    """A word that takes the assertion back, and whether it denies it."""

    denies: bool
    word: Word


def doubt_of(text: Text, cue: Cue, who: Subject, end: int, since: int) -> Doubt | None:
    """The first word in the clause that denies the approval or leaves it open."""
    for at in _clause(text, cue, who, end):
        word = text.word(at) if at >= since else ""
        if word in DENIAL and text.word(at + 1) not in ("only", "just", "merely", "simply"):
            return Doubt(True, text.words[at])
        to_come = word == "to" and text.word(at + 1) in BECOMING and at < cue.first
        if word in DOUBTS or (to_come and not any(text.word(near) in RANKS for near in range(at - 5, at))):
            return Doubt(False, text.words[at])
    return None


def _clause(text: Text, cue: Cue, who: Subject, end: int) -> Iterator[int]:
    """The words of the clause up to the approval words, asides left out, and those that lead to a later subject."""
    first = min(cue.first, who.products[0].first) if who.products else cue.first
    start = first
    while start > 0 and text.word(start) not in BOUNDARIES and text.word(start - 1) != "," and first - start < 7:
        start -= 1
    at = start
    while at < cue.after:
        if text.word(at) == "(":
            at = closing(text, at)
        elif text.word(at) == "," and at >= first:
            at = next((other for other in range(at + 1, cue.first) if text.word(other) == ","), at)
        else:
            yield at
        at += 1
    if who.products and who.products[0].first >= end:
        yield from range(end, who.products[0].first)
