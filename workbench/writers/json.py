"""The `workbench/1` JSON report that other programs rely on; its schema is `docs/workbench-1.schema.json`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

import msgspec

from workbench import consistency, model
from workbench.model import Certainty, Citation, ClaimType, Confidence, Results, Severity, Verdict, View
from workbench.writers._parts import filled
from workbench.writers._shapes import Shapes


class Context(msgspec.Struct, frozen=True):
    """A circumstance, and the words that show it."""

    flag: str
    start: int | None
    end: int | None
    cue: str


class Quantity(msgspec.Struct, frozen=True):
    """A number as printed and read; `low` and `high` are decimal numbers as strings."""

    start: int
    end: int
    text: str
    kind: str
    low: str | None
    high: str | None
    unit: str


class Reference(msgspec.Struct, frozen=True):
    """Something that a claim rests on; `state` is what is known of its identifier, "" where it has none."""

    kind: str
    text: str
    target: str
    start: int
    end: int
    state: str


class Claim(msgspec.Struct, frozen=True):
    """A sentence that asserts a health fact."""

    id: str
    start: int
    end: int
    text: str
    type: ClaimType
    type2: ClaimType | None
    citation: Citation
    certainty: Certainty
    intervention: str
    condition: str
    population: str
    quantities: tuple[Quantity, ...]
    context: tuple[Context, ...]
    references: tuple[Reference, ...]
    why: tuple[str, ...]
    place: model.WordPlace | model.CellPlace | None


class Evidence(msgspec.Struct, frozen=True):
    """The computation or table row behind a verdict."""

    kind: str
    given: str
    computed: str
    tolerance: str
    rows: tuple[Mapping[str, str], ...]


class Decision(msgspec.Struct, frozen=True):
    """What a person decided."""

    state: str
    reason: str
    by: str
    on: str
    until: str


class Finding(msgspec.Struct, frozen=True):
    """A problem; `start`, `end` null and `text` empty for the whole article."""

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
    context: tuple[Context, ...]
    held_back: bool
    fingerprint: str
    decision: Decision | None
    place: model.WordPlace | model.CellPlace | None


class Judgement(msgspec.Struct, frozen=True):
    """A check's verdict on one place or on the whole article."""

    check: str
    verdict: Verdict
    start: int | None
    end: int | None
    evidence: Evidence | None


class Article(msgspec.Struct, frozen=True):
    """One article."""

    path: str
    title: str
    words: int
    risk: int
    unknowns: int
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    verdicts: tuple[Judgement, ...]


class Unread(msgspec.Struct, frozen=True):
    """An article that could not be read."""

    path: str
    message: str


class Engine(msgspec.Struct, frozen=True):
    """A further program that checks rely on."""

    name: str
    version: str
    state: str
    reason: str


class Value(msgspec.Struct, frozen=True):
    """One article's value of an attribute that articles disagree about; `value` is how it is compared."""

    path: str
    start: int
    end: int
    text: str
    value: str


class Conflict(msgspec.Struct, frozen=True):
    """An attribute told differently in several articles, in the setting that `scope` says.

    It never gates. `key` names exactly these values in these articles; `library` is the row of the library that tells
    the attribute, and `approved` its value, "" where there is none.
    """

    check: str
    attribute: str
    scope: str
    severity: Severity
    key: str
    library: str
    approved: str
    values: tuple[Value, ...]


class Report(msgspec.Struct, frozen=True):
    """The report of one results. Spans are code points of the article's text, half-open."""

    schema: Literal["workbench/1"]
    version: str
    as_of: str
    country: str
    engines: tuple[Engine, ...]
    unread: tuple[Unread, ...]
    articles: tuple[Article, ...]
    conflicts: tuple[Conflict, ...]


def render(results: Results, view: View) -> Iterator[str]:
    """The report as one JSON object, two spaces a level, in UTF-8 text with a final line end."""
    report = Report(
        schema="workbench/1",
        version=results.version,
        as_of=results.as_of.isoformat(),
        country=results.country,
        engines=tuple(_same(engine, Engine) for engine in results.engines),
        unread=tuple(_same(unread, Unread) for unread in results.unread),
        articles=(),
        conflicts=tuple(_conflict(conflict) for conflict in results.conflicts),
    )
    articles = (_formatted(_article(report)) for report in results.reports)
    yield from filled(_formatted(report), "articles", articles, 1)
    yield "\n"


def _formatted(value: Report | Article) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "workbench/1",
        **msgspec.json.schema(Report),
    }


def _article(report: model.Report) -> Article:
    return Article(
        path=report.path,
        title=report.title,
        words=report.words,
        risk=report.risk.score,
        unknowns=report.risk.unknowns,
        claims=tuple(_same(claim, Claim) for claim in report.claims),
        findings=tuple(_same(finding, Finding) for finding in report.findings),
        verdicts=tuple(_same(judgement, Judgement) for judgement in report.verdicts),
    )


def _conflict(conflict: model.Conflict) -> Conflict:
    told = ((one.article, one.told) for one in conflict.values)
    return Conflict(
        check=consistency.CHECK,
        attribute=conflict.title,
        scope=conflict.scope,
        severity=conflict.severity,
        key=conflict.key,
        library=conflict.approved.row if conflict.approved else "",
        approved=conflict.approved.text if conflict.approved else "",
        values=tuple(
            Value(path, one.start, one.end, one.text, consistency.value(one.amount, one.text)) for path, one in told
        ),
    )


_INNER: Mapping[type, type[msgspec.Struct]] = {
    model.Flag: Context,
    model.Quantity: Quantity,
    model.Reference: Reference,
    model.Evidence: Evidence,
    model.Decision: Decision,
}
_DEEP = frozenset(("quantities", "context", "references", "evidence", "decision", "low", "high"))  # all else is plain
_same = Shapes(_INNER, _DEEP).same


if __name__ == "__main__":
    import json
    from pathlib import Path

    place = Path(__file__).resolve().parents[2] / "docs" / "workbench-1.schema.json"
    place.write_text(json.dumps(schema(), indent=2, sort_keys=True) + "\n", encoding="utf-8")
