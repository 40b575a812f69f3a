"""A page as understood: sentences, numbers, claims, and where the lexicon met it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from workbench.model.knowledge import Knowledge
from workbench.model.origins import CellPlace, WordPlace
from workbench.model.page import Block, Document, Span
from workbench.model.terms import Certainty, Citation, ClaimType, FlagName, QuantityKind


class Flag(Struct, frozen=True):
    """A circumstance of a sentence that changes what its words mean.

    `cue` is the text that shows it and `[start, end)` its source span (a heading or lead-in may stand in another
    block). `[at, to)` is the part of the sentence, in seen offsets from the sentence's first character, that it covers.
    """

    flag: FlagName
    start: int
    end: int
    cue: str
    at: int
    to: int


class Sentence(Struct, frozen=True):
    """A sentence, list item or heading.

    `[at, to)` in its block's seen text, `[start, end)` in the source. `text` is what the reader saw and `shadow` the
    same, character for character, in lower-risk ASCII bytes for matching: `len(text) == len(shadow)`.
    """

    index: int
    block: int
    at: int
    to: int
    start: int
    end: int
    text: str
    shadow: bytes
    flags: tuple[Flag, ...] = ()

    def flagged(self, *names: str) -> Flag | None:
        """The first flag of one of these names, wherever in the sentence it applies."""
        return next((flag for flag in self.flags if flag.flag in names), None)


class Quantity(Struct, frozen=True):
    """A number as printed, with its reading.

    `[at, to)` in seen offsets from the sentence's first character; `[start, end)` and `text` in the source.
    `unit` is normalised: "%", "mg", "mg/kg", "USD", "min", "people" …; `low == high` unless it is a range.
    For kind "group" (`17 of 24`, `three out of four`) low is the count and high the size of the group.
    `approximate` is true behind "about", "nearly", "up to" and the like.
    """

    kind: QuantityKind
    at: int
    to: int
    start: int
    end: int
    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    approximate: bool = False


class Reference(Struct, frozen=True):
    """Something a claim rests on, as found: kind "url", "doi", "pmid", "trial", "entry", "named" or "vague".

    `state` is what is known of its identifier: "malformed", "not verified", or a `Known.state`; "" where there is no
    identifier to verify.
    """

    kind: str
    text: str
    target: str
    start: int
    end: int
    state: str = ""


class Claim(Struct, frozen=True):
    """A sentence (or item with its lead-in) that asserts a health fact needing support.

    `why` lists the cues that made it a claim, in words an editor understands; `sentence` is the sentence's index.
    `place` is where it stands in a file that is not text itself.
    """

    id: str
    sentence: int
    start: int
    end: int
    text: str
    type: ClaimType
    type2: ClaimType | None
    citation: Citation
    certainty: Certainty
    intervention: str = ""
    condition: str = ""
    population: str = ""
    quantities: tuple[Quantity, ...] = ()
    context: tuple[Flag, ...] = ()
    references: tuple[Reference, ...] = ()
    why: tuple[str, ...] = ()
    place: WordPlace | CellPlace | None = None


class Hit(Struct, frozen=True, gc=False):
    """A place where the lexicon met a phrase: sentence index and seen offsets from the sentence's first character."""

    sentence: int
    at: int
    to: int


class Article(Struct, frozen=True):
    """A document with everything that is worked out once and shared by every check.

    `quantities[i]` belongs to `sentences[i]`. `hits` maps a lexicon key to its hits in reading order. `country` is the
    declared country ("" = none declared), `as_of` the only clock, and `knowledge` what is known beside the page.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    quantities: tuple[tuple[Quantity, ...], ...]
    hits: Mapping[str, tuple[Hit, ...]]
    claims: tuple[Claim, ...]
    country: str
    as_of: date
    knowledge: Knowledge = Knowledge()

    def span(self, sentence: Sentence, at: int, to: int) -> Span:
        """Source span of seen offsets counted from the sentence's first character."""
        return self.document.blocks[sentence.block].span(sentence.at + at, sentence.at + to)

    def block(self, sentence: Sentence) -> Block:
        """The block that a sentence stands in."""
        return self.document.blocks[sentence.block]
