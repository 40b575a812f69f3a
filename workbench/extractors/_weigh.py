"""Points for a claim type from the weighted words of its vocabulary."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from workbench.extractors._passage import Cue, Passage

_NAMES = ("drugs", "treatments")
_COUNTED = 3  # further words of one kind say the same again
_FROM_LEAD_IN = 0.75
_FROM_HEADING = 0.4


class Score(NamedTuple):
    """Points of a claim type (0 = nothing speaks for it) and the cues that gave them."""

    points: float = 0.0
    cues: tuple[str, ...] = ()

    def plus(self, points: float, cue: str = "") -> Score:
        """The score with further points, and the cue that gave them."""
        return Score(self.points + points, (*self.cues, cue) if cue else self.cues)


_NOTHING = Score()


def weigh(passage: Passage, kind: str, words: str) -> Score:
    """Score of a passage by the vocabulary of a claim type; `words` say what such a cue does ("states an effect")."""
    counted = _counted(passage, kind) if kind in passage.weighted else ()
    points = sum([weight for weight, _ in counted]) if counted else 0.0
    if passage.lead_in is not None:
        points += _FROM_LEAD_IN * passage.lead_in.strongest.get(kind, 0.0)
    if passage.headings:
        points += _FROM_HEADING * passage.headings[-1].strongest.get(kind, 0.0)
    if not points:
        return _NOTHING
    return Score(points, (f"{words}: “{counted[0][1].text}”",) if counted else ())


def _counted(passage: Passage, kind: str) -> Sequence[tuple[float, Cue]]:
    """The cues of a type that count, heaviest first: each word once, none inside another."""
    best: dict[str, tuple[float, Cue]] = {}
    names = sorted(passage.cues(*(_NAMES if kind == "safety" else (*_NAMES, "conditions"))), key=_place)
    for weight, cue in passage.weighted[kind]:
        if _inside(cue, names):
            continue  # “reuptake” in a drug's name says nothing about how it works, nor “common” in a common cold
        key = cue.text.casefold()
        if key not in best or best[key][0] < weight:
            best[key] = (weight, cue)
    counted: list[tuple[float, Cue]] = []
    for weight, cue in sorted(best.values(), key=_heaviest):
        if len(counted) < _COUNTED and not any(other.at <= cue.at and cue.to <= other.to for _, other in counted):
            counted.append((weight, cue))
    return counted


def _inside(cue: Cue, names: Sequence[Cue]) -> bool:
    """Whether the cue is a part of a longer name; at most two lists of names overlap at a place."""
    index = bisect_right(names, cue.at, key=_place)
    return any(cue.to <= n.to and cue.to - cue.at < n.to - n.at for n in names[max(0, index - 2) : index])


def _place(cue: Cue) -> int:
    return cue.at


def _heaviest(weighted: tuple[float, Cue]) -> tuple[float, int]:
    return -weighted[0], weighted[1].at
