"""The values that flow through the workbench. All are frozen.

Two coordinate systems, never mixed:

*source*  code points of the article's source text, half-open `[start, end)`; what JSON, decisions and people see.
*seen*    code points of what the reader saw in one block (entities and escapes resolved, soft breaks as spaces);
          called `at` and `to`. `Block.span` is the only bridge from seen to source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from msgspec import Struct, field

Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]
Verdict = Literal["pass", "fail", "not-checkable"]
BlockKind = Literal["heading", "paragraph", "item", "quote", "cell", "caption", "code"]
FlagName = Literal[
    "heading",
    "question",
    "negated",
    "quoted",
    "attributed",
    "warning-list",
    "advice",
    "hedged",
    "boilerplate",
    "exception",
]
ClaimType = Literal[
    "efficacy", "safety", "dosing", "statistic", "regulatory", "cost", "mechanism", "prevalence", "comparative", "other"
]
Citation = Literal["linked", "named", "vague", "none"]
Certainty = Literal["asserted", "hedged", "negated"]
QuantityKind = Literal[
    "percent", "group", "count", "dose", "duration", "frequency", "money", "ratio", "age", "year", "number"
]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # gravest first
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")  # surest first


class Span(NamedTuple):
    """Half-open range of code points in the source text."""

    start: int
    end: int


class Run(Struct, frozen=True, gc=False):
    """A stretch of seen text and where it stands in the source.

    Its seen length is the distance to the next run. Where that equals `end - start` the two map character by
    character; otherwise (an entity, a CRLF seen as one space) every seen character stands for the whole of it.
    """

    at: int
    start: int
    end: int


class Link(Struct, frozen=True):
    """A hyperlink of a block: its seen range, target as written, and source span of the linked words."""

    at: int
    to: int
    target: str
    sponsored: bool = False


class Block(Struct, frozen=True):
    """One heading, paragraph, list item, table cell … as the reader saw it.

    `runs` cover `seen` from 0 without gaps. `section` holds the indices of the headings above it, outermost first.
    `lead_in` is the index of the block whose last sentence introduces the list this item belongs to.
    `boilerplate` says why the block is page furniture ("comment form"); empty for the main text.
    `label` is the length of a leading "Term:" or "Term - " of an item or line, 0 without one.
    """

    kind: BlockKind
    seen: str
    runs: tuple[Run, ...]
    level: int = 0
    section: tuple[int, ...] = ()
    lead_in: int | None = None
    boilerplate: str = ""
    links: tuple[Link, ...] = ()
    label: int = 0

    def span(self, at: int, to: int) -> Span:
        """Source span of the seen range `[at, to)`; `at < to` and both within `seen`."""
        first = bisect_right(self.runs, at, key=_where) - 1
        last = bisect_right(self.runs, to - 1, key=_where) - 1
        return Span(self._char(first, at).start, self._char(last, to - 1).end)

    def _char(self, index: int, at: int) -> Span:
        run = self.runs[index]
        following = self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.seen)
        if following - run.at == run.end - run.start:
            return Span(run.start + at - run.at, run.start + at - run.at + 1)
        return Span(run.start, run.end)


def _where(run: Run) -> int:
    return run.at


class Metadata(Struct, frozen=True):
    """What a page says about itself, from front matter or its visible by-line; empty string = not said.

    Dates are kept as written. `country` is an ISO 3166 code that overrides the newsroom's. `audience` and `genre` are
    the newsroom's own words ("patients", "news").
    """

    title: str = ""
    author: str = ""
    credentials: str = ""
    reviewer: str = ""
    published: str = ""
    updated: str = ""
    reviewed: str = ""
    language: str = ""
    country: str = ""
    canonical: str = ""
    audience: str = ""
    genre: str = ""


class Document(Struct, frozen=True):
    """An article as read: the whole source text, its blocks in reading order, and its metadata."""

    path: str
    source: str
    blocks: tuple[Block, ...]
    meta: Metadata = Metadata()


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
    """Something a claim rests on, as found: kind "url", "doi", "pmid", "trial", "entry", "named" or "vague"."""

    kind: str
    text: str
    target: str
    start: int
    end: int


class Claim(Struct, frozen=True):
    """A sentence (or item with its lead-in) that asserts a health fact needing support.

    `why` lists the cues that made it a claim, in words an editor understands; `sentence` is the sentence's index.
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


class Hit(Struct, frozen=True, gc=False):
    """A place where the lexicon met a phrase: sentence index and seen offsets from the sentence's first character."""

    sentence: int
    at: int
    to: int


class Article(Struct, frozen=True):
    """A document with everything that is worked out once and shared by every check.

    `quantities[i]` belongs to `sentences[i]`. `hits` maps a lexicon key to its hits in reading order. `country` is the
    declared country ("" = none declared) and `as_of` the only clock.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    quantities: tuple[tuple[Quantity, ...], ...]
    hits: Mapping[str, tuple[Hit, ...]]
    claims: tuple[Claim, ...]
    country: str
    as_of: date

    def span(self, sentence: Sentence, at: int, to: int) -> Span:
        """Source span of seen offsets counted from the sentence's first character."""
        return self.document.blocks[sentence.block].span(sentence.at + at, sentence.at + to)

    def block(self, sentence: Sentence) -> Block:
        """The block that a sentence stands in."""
        return self.document.blocks[sentence.block]


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a check's knowledge comes from; a locator of any kind (doi, url, locator) makes it traceable."""

    title: str
    authors: str = ""
    year: int | None = None
    doi: str = ""
    url: str = ""
    locator: str = ""
    note: str = ""


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A text and exactly what the check finds in it; `["*"]` is a finding about the whole article.

    `held_back` lists matches that the context makes harmless; `format` is the suffix the text is read as.
    """

    finds: tuple[str, ...]
    text: str = ""
    file: str = ""
    held_back: tuple[str, ...] = ()
    format: str = ".md"
    country: str = "US"


class Measured(Struct, frozen=True, forbid_unknown_fields=True):
    """How often the check was right on labelled texts."""

    right: int
    of: int
    on: str
    where: str


class Reviewed(Struct, frozen=True, forbid_unknown_fields=True):
    """The clinician of the newsroom who reviewed the check, and when."""

    by: str
    on: str


class Check(Struct, frozen=True):
    """One check as loaded: its file's content, its id and topic (from the path) and its validated parameters."""

    id: str
    topic: str
    title: str
    category: str
    detector: str
    severity: Severity
    confidence: Confidence
    message: str
    why: str
    advice: str
    sources: tuple[Source, ...]
    params: Mapping[str, Any] = field(default_factory=dict)
    held_back_by: tuple[FlagName, ...] = ()
    needs_country: bool = False
    example: tuple[Example, ...] = ()
    measured: Measured | None = None
    reviewed: Reviewed | None = None


class Evidence(Struct, frozen=True):
    """The computation or table row that shows a finding; numbers are strings, as printed or as computed."""

    kind: str
    given: str = ""
    computed: str = ""
    tolerance: str = ""
    rows: tuple[Mapping[str, str], ...] = ()


class Match(Struct, frozen=True):
    """What a detector reports about one place of an article.

    `sentence` is None for a statement about the whole article; then `key` tells several apart. `[at, to)` are seen
    offsets from the sentence's first character. `values` fill the check's message. `severity` and `confidence` may
    only lower what the check says. `flags` are further reasons to hold the match back, beside the sentence's own.
    """

    sentence: int | None = None
    at: int = 0
    to: int = 0
    verdict: Verdict = "fail"
    values: Mapping[str, str] = field(default_factory=dict)
    evidence: Evidence | None = None
    key: str = ""
    severity: Severity | None = None
    confidence: Confidence | None = None
    flags: tuple[Flag, ...] = ()
    note: str = ""


class Decision(Struct, frozen=True):
    """What a person decided about a finding: state "dismissed", "accepted", "baseline", or "changed" (to confirm)."""

    state: str
    reason: str
    by: str
    on: str
    until: str = ""


class Finding(Struct, frozen=True):
    """A problem as people see it. `start` and `end` are None for the whole article; `held_back` never gates.

    `text` is the source to the letter; `sentence` is what the reader saw around it and `line` its line, from 1.
    """

    check: str
    topic: str
    category: str
    severity: Severity
    confidence: Confidence
    start: int | None
    end: int | None
    text: str
    message: str
    why: str
    advice: str
    evidence: Evidence | None
    context: tuple[Flag, ...]
    held_back: bool
    fingerprint: str
    decision: Decision | None = None
    sentence: str = ""
    line: int | None = None


class Judgement(Struct, frozen=True):
    """A check's verdict on one place (or, with None, on the whole article): pass, fail or not checkable."""

    check: str
    verdict: Verdict
    start: int | None
    end: int | None
    evidence: Evidence | None


class Risk(Struct, frozen=True):
    """0–100 with the points each topic contributed, and how many questions could not be answered."""

    score: int
    parts: tuple[tuple[str, int], ...]
    unknowns: int


class Report(Struct, frozen=True):
    """One article, checked: all that writers, the gate and the queue need. `words` counts what the reader saw."""

    path: str
    title: str
    words: int
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    verdicts: tuple[Judgement, ...]
    risk: Risk


class Unread(Struct, frozen=True):
    """An article that could not be read, and why."""

    path: str
    message: str


class Engine(Struct, frozen=True):
    """A further program that checks rely on ("languagetool"), its state, and the reason if it is missing."""

    name: str
    version: str
    state: str
    reason: str


class Results(Struct, frozen=True):
    """One call of the checks over some articles: what every writer is given."""

    version: str
    as_of: date
    country: str
    reports: tuple[Report, ...]
    unread: tuple[Unread, ...]
    engines: tuple[Engine, ...] = ()


class View(Struct, frozen=True):
    """How a person wants to see a run; machine formats take no notice of it."""

    width: int = 100
    colour: bool = False
    held_back: bool = False
