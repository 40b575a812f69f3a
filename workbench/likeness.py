"""How alike two wordings of a claim are, and what differs between them that a reviewer must look at.

Numbers are compared apart from words: "30%" that became "60%" is the same claim, and exactly the kind of change that a
verdict must not survive unseen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from workbench.fingerprint import normalised

# `re` on our own short patterns: no nesting, so that its time stays in proportion to the text.
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|#")
_DENIALS = frozenset(
    ("not", "no", "never", "none", "nor", "neither", "without", "cannot", "nobody", "nothing", "hardly", "rarely")
)
_REORDERED = 0.97  # what the same words in another order are worth
_OTHER_NUMBERS, _OTHER_DENIALS = 0.02, 0.05  # taken off, so that an equal number decides between two candidates


class Wording(Struct, frozen=True):
    """A wording prepared for comparison: numbers masked, words sorted, and what weighs on its own."""

    masked: str
    sorted: str
    numbers: tuple[str, ...]
    denials: int


def prepared(text: str) -> Wording:
    """A wording as it is compared."""
    text = normalised(text)
    numbers = tuple(_NUMBER.findall(text))
    masked = _NUMBER.sub("#", text)
    words = _WORD.findall(masked)
    denials = sum(word in _DENIALS or word.endswith("n't") for word in words)
    return Wording(masked, " ".join(sorted(words)), numbers, denials)


def likeness(one: Wording, other: Wording) -> float:
    """0 to 1; numbers that differ cost little, because a changed number is still the same claim."""
    from rapidfuzz import fuzz  # not paid for by tables in which nothing was reworded

    by_letters = fuzz.ratio(one.masked, other.masked) / 100
    by_words = _REORDERED * fuzz.ratio(one.sorted, other.sorted) / 100
    off = _OTHER_NUMBERS * (sorted(one.numbers) != sorted(other.numbers))
    return float(max(by_letters, by_words) - off - _OTHER_DENIALS * (one.denials != other.denials))


def nearest(one: Wording, others: list[Wording], least: float, most: int) -> list[int]:
    """Places of up to `most` others whose likeness may reach `least`, the likest first."""
    from rapidfuzz import fuzz, process

    places: dict[int, None] = {}
    cutoff = 100 * least
    for text, choices in ((one.masked, [w.masked for w in others]), (one.sorted, [w.sorted for w in others])):
        found = process.extract(text, choices, scorer=fuzz.ratio, score_cutoff=cutoff, limit=most)
        places.update((place, None) for _, _, place in found)
    return list(places)


def told(was: str, now: str) -> str:
    """What weighs in a change of wording, in words a reviewer understands; "" where only words changed.

    "number 30% became 60%; now denied".
    """
    before, after = prepared(was), prepared(now)
    parts = []
    if Counter(before.numbers) != Counter(after.numbers):
        gone, new = _only(before.numbers, after.numbers), _only(after.numbers, before.numbers)
        what = "numbers" if max(len(gone), len(new)) > 1 else "number"
        if gone and new:
            parts.append(f"{what} {', '.join(gone)} became {', '.join(new)}")
        else:
            parts.append(f"{what} {', '.join(gone or new)} {'left out' if gone else 'added'}")
    if before.denials != after.denials:
        parts.append("a denial was added" if after.denials > before.denials else "a denial was left out")
    return "; ".join(parts)


def _only(here: Iterable[str], there: Iterable[str]) -> list[str]:
    return list((Counter(here) - Counter(there)).elements())
