"""The words in which a confirmed place stands in a claim table's column `evidence`, and back."""

from __future__ import annotations

import re

from msgspec import Struct

from workbench.model import SourceText

_WORDS = 8  # of the place that a cell quotes
_LONGEST = 80  # characters of them
_PLACE = re.compile(
    r"(?<!\S)([a-z0-9][a-z0-9._-]{0,63}) p\.([1-9]\d{0,5}) “([^“”]{0,120})”(?: v\.([^“”;#@]{1,60}))?"
    r" #([0-9a-f]{8}) @(\d{1,9})-(\d{1,9})(?!\S*\w)",
    re.ASCII,
)


class Confirmed(Struct, frozen=True):
    """A place in a source that a person took for what a claim rests on.

    `[start, end)` in the source's text, on `page`; `words` are its first ones; `version` and `hash8` (the first eight
    digits of its SHA-256) say which text was meant.
    """

    key: str
    page: int
    words: str
    version: str
    hash8: str
    start: int
    end: int

    def __str__(self) -> str:
        """As it stands in the cell."""
        version = f" v.{self.version}" if self.version else ""
        return f"{self.key} p.{self.page} “{self.words}”{version} #{self.hash8} @{self.start}-{self.end}"

    def holds(self, source: SourceText) -> bool:
        """Whether the source is still the one that was confirmed; where not, a person has to look again."""
        there = first_words(source.text[self.start : self.end])
        return source.key == self.key and source.hash.startswith(self.hash8) and there == self.words


def confirmed(source: SourceText, start: int, end: int, page: int) -> Confirmed:
    """A place of a source as a person confirms it."""
    version = " ".join(re.sub(r"[“”;#@]", " ", source.version).split())[:60].strip()
    return Confirmed(
        source.key, page, first_words(source.text[start:end]), version, source.hash[:8], start, end
    )  # fmt: skip


def parse_evidence(cell: str) -> tuple[Confirmed, ...]:
    """The confirmed places that a cell holds, whatever else people wrote into it."""
    return tuple(
        Confirmed(key, int(page), words, version.strip(), digits, int(start), int(end))
        for key, page, words, version, digits, start, end in (found.groups("") for found in _PLACE.finditer(cell))
    )


def put(cell: str, place: Confirmed) -> str:
    """The cell with this place instead of the one it had in the same source; what else stands there stays."""
    kept = cell
    for old in parse_evidence(cell):
        if old.key == place.key:
            kept = kept.replace(str(old), "")
    parts = [part.strip() for part in kept.split(";") if part.strip()]
    return "; ".join([*parts, str(place)])


def first_words(text: str) -> str:
    """The first words of a place, without line breaks and quotation marks of ours."""
    words = " ".join(re.sub(r"[“”\x00-\x1f\x7f]", " ", text).split()[:_WORDS])
    return words[:_LONGEST].strip()
