"""The signed difference between the text that was approved and the text that stands now.

An approval carries where every claim, number, unit, drug, negation, group of people, link and required statement is
unchanged and nothing new was found; else exactly the sentences that changed are open again. A comma may move, a word
that nothing rests on may change, and a paragraph may move as long as it is still said in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

import msgspec
from msgspec import Struct

from workbench.covering.surface import Line, Surface
from workbench.fingerprint import digest

Kind = Literal["changed", "added", "removed"]
_ALIKE = 0.5  # share of equal words from which two sentences are one that changed
_WORDS = {"number": "a number", "amount": "an amount", "drug": "a drug", "treatment": "a treatment",
          "condition": "a condition", "people": "who is meant", "form": "a form", "not": "a denial",
          "said as": "how it is said", "link": "a link", "word": "a word that counts"}  # fmt: skip


class Change(Struct, frozen=True):
    """A sentence that is not as it was: its words before and now ("" = not there), and why that matters.

    `why` is empty where the approval does not rest on what changed.
    """

    kind: Kind
    before: str
    now: str
    why: tuple[str, ...] = ()


class Difference(Struct, frozen=True):
    """What lies between two texts; `findings` are what the checks found that they had not found before."""

    before: str  # SHA-256 of the text that was approved
    now: str
    changes: tuple[Change, ...]
    findings: tuple[str, ...]
    sentences: int  # of the approved text

    @property
    def carries(self) -> bool:
        """Whether an approval of the text before covers the text now."""
        return not self.findings and not any(change.why for change in self.changes)

    @property
    def covered(self) -> int:
        """How many sentences of the approved text stand as they were approved."""
        return self.sentences - sum(change.kind != "added" for change in self.changes)

    def reopened(self) -> tuple[Change, ...]:
        """The changes that somebody has to look at again."""
        return tuple(change for change in self.changes if change.why)

    def name(self) -> str:
        """Sixteen digits that change with anything in it; they stand in the history, which is hash-chained."""
        return digest("difference", msgspec.json.encode(self).decode())


def differ(
    before: Surface, now: Surface, *, hashes: tuple[str, str] = ("", ""), findings: Iterable[str] = ()
) -> Difference:
    """The difference between two surfaces.

    Args:
        before: of the text that was approved.
        now: of the text that stands.
        hashes: of both texts.
        findings: what was found now and not before, in words.
    """
    gone, come = _moved_away(before.lines, now.lines)
    changes = tuple(_changes(gone, come))
    return Difference(hashes[0], hashes[1], changes, tuple(findings), len(before.lines))


def _moved_away(before: Sequence[Line], now: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """What is left on either side when every sentence that stands somewhere in the same way is taken out."""
    left, right = Counter(map(_key, before)), Counter(map(_key, now))
    gone = list(_over(before, left - right))
    come = list(_over(now, right - left))
    return gone, come


def _key(line: Line) -> tuple[object, ...]:
    return line.words, line.weighs, line.bound


def _over(lines: Sequence[Line], counted: Counter[tuple[object, ...]]) -> Iterator[Line]:
    rest = Counter(counted)
    for line in lines:
        if rest[_key(line)] > 0:
            rest[_key(line)] -= 1
            yield line


def _changes(gone: Sequence[Line], come: Sequence[Line]) -> Iterator[Change]:
    pairs, alone, new = _paired(gone, come)
    for old, line in pairs:
        yield Change("changed", old.text, line.text, tuple(_why(old, line)))
    for old in alone:
        yield Change("removed", old.text, "", tuple(_why(old, None)))
    for line in new:
        yield Change("added", "", line.text, tuple(_why(None, line)))


def _paired(gone: Sequence[Line], come: Sequence[Line]) -> tuple[list[tuple[Line, Line]], list[Line], list[Line]]:
    """Each sentence that is gone with the most similar one that came, where one is similar enough."""
    left, pairs, alone = list(come), [], []
    for old in gone:
        ranked = [
            (SequenceMatcher(None, old.words, line.words, autojunk=False).ratio(), -place)
            for place, line in enumerate(left)
        ]
        share, place = max(ranked, default=(0.0, 0))
        if share >= _ALIKE:
            pairs.append((old, left.pop(-place)))
        else:
            alone.append(old)
    return pairs, alone, left


def _why(old: Line | None, new: Line | None) -> Iterator[str]:
    if (old is not None and old.bound) or (new is not None and new.bound):
        whole = old is None or new is None or old.words != new.words
        if whole:
            yield "a claim or a required statement"
    if old is not None and new is not None and old.words != new.words and sorted(old.words) == sorted(new.words):
        yield "the order of the words"
    left = Counter(old.weighs if old else ())
    right = Counter(new.weighs if new else ())
    for kind, name in _WORDS.items():
        was = [what for (of, what), times in (left - right).items() if of == kind for _ in range(times)]
        now = [what for (of, what), times in (right - left).items() if of == kind for _ in range(times)]
        if was or now:
            yield f"{name}: {_listed(was)} → {_listed(now)}"


def _listed(words: Sequence[str]) -> str:
    return f"“{', '.join(words)}”" if words else "nothing"
