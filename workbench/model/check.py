"""A check as loaded from its file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct, field

from workbench.model.knowledge import Known
from workbench.model.terms import Confidence, FlagName, Severity


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

    `held_back` lists matches that the context makes harmless; `format` is the suffix the text is read as, `country` the
    declared one (None = the newsroom's, "" = none), `as_of` its day. `library` are rows of approved claims, as far as
    they matter, `known` what is on record about identifiers, and `sources` the sources at hand: `key`, `identifiers`,
    `text`. `slips` are what the proofreader says: `text`, `rule`, `category`, `says`, `instead`. `elsewhere` are the
    texts of other articles.
    """

    finds: tuple[str, ...]
    text: str = ""
    file: str = ""
    held_back: tuple[str, ...] = ()
    format: str = ".md"
    country: str | None = None
    as_of: date = date(2026, 11, 25)
    library: tuple[Mapping[str, str], ...] = ()
    known: Mapping[str, Known] = {}
    sources: tuple[Mapping[str, str], ...] = ()
    slips: tuple[Mapping[str, str], ...] = ()
    elsewhere: tuple[str, ...] = ()


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
