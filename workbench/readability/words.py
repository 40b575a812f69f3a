"""What a single word counts for, worked out once and kept."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path

from workbench.readability.counts import Counts
from workbench.syllables import syllables

FAMILIAR = Path(__file__).with_name("familiar.txt")
COMMENT = "#"
_PARTS = rb"[a-z]+(?:'[a-z]+)*"
_WRITTEN = rb"[a-z0-9]"
_MARKS = b".,;:!?()[]\"'*"
_ADDRESS = rb"://|www\.|@|^\[[\d,-]+\]\W*$"  # an address or the number of a reference: not read out
_LONG = 3  # syllables of a long word
# A name weighs at most so much: the reader has to know it, and the writer cannot replace it.
_OF_A_NAME = _LONG - 1
_LETTERS_OF_A_NAME = 3 * _OF_A_NAME
_KEPT = 1 << 15  # words known at once
_PACKED = struct.Struct(f"<{len(Counts._fields)}I")


class Weights(dict[bytes, int]):
    """What stands between two spaces, in small letters -> its counts as one number, four bytes a field.

    So the counts of a sentence are one sum of numbers; `unpacked` gives them back.
    """

    def __init__(self, weigh: Callable[[bytes], Counts]) -> None:
        self._weigh = weigh

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _KEPT:
            self.clear()
        number = self[word] = int.from_bytes(_PACKED.pack(*self._weigh(word)), "little")
        return number


def unpacked(number: int) -> Counts:
    """The counts of a sum of weights."""
    return Counts._make(_PACKED.unpack(number.to_bytes(_PACKED.size, "little")))


def _of_word(word: bytes) -> Counts:
    """The counts of what stands between two spaces, in small letters; no sentence by itself."""
    bare = word.strip(_MARKS)
    if bare.isalpha():
        parts, letters = [bare], len(bare)
    elif re.search(_ADDRESS, word):
        return Counts()
    else:
        parts, letters = re.findall(_PARTS, word), len(re.findall(_WRITTEN, word))
    if not letters:
        return Counts(strokes=len(word), marks=1)
    spoken = sum(syllables(part.decode("ascii")) for part in parts) or 1
    long = spoken >= _LONG
    uncommon = long and not (len(parts) == 1 and parts[0] in _familiar())
    return Counts(0, 1, spoken, long, letters, len(word), uncommon=uncommon)


def _of_name(word: bytes) -> Counts:
    """The counts of a word that is a name."""
    counts = _of_word(word)
    if not counts.words:
        return counts
    heard, read = min(counts.syllables, _OF_A_NAME), min(counts.letters, _LETTERS_OF_A_NAME)
    return Counts(
        words=1,
        syllables=heard,
        letters=read,
        strokes=counts.strokes - (counts.letters - read),
        names=1,
        surplus=counts.syllables - heard,
        long_names=counts.long_words,
        surplus_letters=counts.letters - read,
        uncommon_names=counts.uncommon,
    )


@cache
def _familiar() -> frozenset[bytes]:
    lines = FAMILIAR.read_bytes().splitlines()
    return frozenset(word for line in lines if not line.startswith(COMMENT.encode()) for word in line.split())


PLAIN, NAMED = Weights(_of_word), Weights(_of_name)
