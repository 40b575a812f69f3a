"""What checks report, what people decided about it, and a whole run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from msgspec import Struct, field

from workbench.model.article import Claim, Flag
from workbench.model.check import Check
from workbench.model.gate import Gate, Ledger
from workbench.model.origins import CellPlace, WordPlace
from workbench.model.terms import Confidence, Severity, Verdict
from workbench.model.told import Conflict, Told


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
    """What a person decided about a finding: state "dismissed", "accepted", "baseline", "suppressed" (by a comment in
    the article) or "changed" (to confirm)."""

    state: str
    reason: str
    by: str
    on: str
    until: str = ""


class Finding(Struct, frozen=True):
    """A problem as people see it. `start` and `end` are None for the whole article; `held_back` never gates.

    `text` is the source to the letter; `sentence` is what the reader saw around it and `line` its line, from 1.
    `place` is where that stands in a file that is not text itself.
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
    place: WordPlace | CellPlace | None = None


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


class Backed(Struct, frozen=True):
    """What the library says of a claim: it says exactly this, or the article `drifted` from what was approved.

    `claim` is the claim's id and `row` the library's; `source`, `version` and `place` are what the library rests on.
    """

    claim: str
    row: str
    drifted: bool
    source: str
    version: str
    place: str


class Report(Struct, frozen=True):
    """One article, checked: all that writers, the gate and the queue need. `words` counts what the reader saw.

    `text` is the source text and `reading` the packed document where the run was asked to keep them (the queue binds
    decisions to the text and shows what was read of it), else empty; `surface`, likewise, is what an approval rests
    on, and `backed` what the library says of its claims. `authors` are the names that the text gives. `told` are the
    values of attributes that other articles may tell, too.
    """

    path: str
    title: str
    words: int
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    verdicts: tuple[Judgement, ...]
    risk: Risk
    text: str = ""
    reading: str = ""
    surface: str = ""
    authors: tuple[str, ...] = ()
    backed: tuple[Backed, ...] = ()
    told: tuple[Told, ...] = ()


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


class Counted(Struct, frozen=True):
    """How much a run found: open findings by severity and confidence, the others by what closes them ("held back",
    "decided", "suppressed"), and what nobody could check."""

    open: Mapping[tuple[Severity, Confidence], int]
    closed: Mapping[str, int]
    unknowns: int


class Reports(Protocol):
    """Reports in a fixed order, read as often as is wanted; a large corpus is never in memory at once."""

    def __iter__(self) -> Iterator[Report]: ...

    def __len__(self) -> int: ...


class Results(Struct, frozen=True):
    """One call of the checks over some articles: what every writer is given.

    `checks` are those that ran, for formats that explain them. `conflicts` are where its articles do not agree.
    `counted` saves counting the reports anew; None = nobody did yet.
    """

    version: str
    as_of: date
    country: str
    reports: Reports
    unread: tuple[Unread, ...]
    engines: tuple[Engine, ...] = ()
    checks: tuple[Check, ...] = ()
    gate: Gate = Gate()
    ledger: Ledger = Ledger()
    conflicts: tuple[Conflict, ...] = ()
    counted: Counted | None = None


class View(Struct, frozen=True):
    """How a person wants to see a run; machine formats take no notice of it."""

    width: int = 100
    colour: bool = False
    held_back: bool = False
    everything: bool = False
