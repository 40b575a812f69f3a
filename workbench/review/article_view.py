"""What the article view shows: every finding with what it rests on, its decision and its history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from workbench.model import SEVERITIES, Check, Evidence, Source
from workbench.review import views
from workbench.review.desk import Desk
from workbench.review.recording import CHECKS
from workbench.review.standing import Settled
from workbench.review.tables import history
from workbench.review.wording import Row
from workbench.working import working


def numbered(settled: Iterable[Settled]) -> list[tuple[int, Settled]]:
    """Findings with the numbers people see: gravest first, then by place; those held back come last."""
    placed = list(enumerate(settled))
    ordered = sorted(placed, key=lambda pair: (pair[1].finding.held_back, _severity(pair[1]), pair[0]))
    return [(number, item) for number, (_, item) in enumerate(ordered, start=1)]


def _severity(item: Settled) -> int:
    return SEVERITIES.index(item.finding.severity)


def finding(number: int, item: Settled, checks: Mapping[str, Check], events: list[dict[str, str]]) -> dict[str, Any]:
    """A finding as the article view shows it."""
    found, check = item.finding, checks.get(item.finding.check)
    return {
        "id": number,
        "fingerprint": found.fingerprint,
        "check": found.check,
        "title": views.title_of(found.check, checks),
        "topic": found.topic,
        "category": found.category,
        "severity": found.severity,
        "confidence": found.confidence,
        "start": found.start,
        "end": found.end,
        "line": found.line,
        "text": found.text,
        "sentence": found.sentence,
        "whole": found.start is None,
        "message": found.message,
        "why": found.why,
        "advice": found.advice,
        "evidence": _evidence(found.evidence),
        "context": [{"flag": flag.flag, "cue": flag.cue} for flag in found.context],
        "held_back": found.held_back,
        "read_as": _read_as(item),
        "rests_on": [_source(source) for source in check.sources] if check else [],
        "measured": _measured(check),
        "reviewed": _reviewed(check),
        "history": events,
    }


def _evidence(evidence: Evidence | None) -> dict[str, Any] | None:
    if evidence is None:
        return None
    return {
        "kind": evidence.kind,
        "rows": [dict(row) for row in evidence.rows],
        "working": msgspec.json.decode(msgspec.json.encode(working(evidence))),
    }


_READ_AS = {
    "heading": "Heading",
    "question": "Question",
    "negated": "Denial",
    "quoted": "Quotation",
    "attributed": "What somebody else says",
    "warning-list": "Part of a list of warnings",
    "advice": "Advice",
    "hedged": "Hedged statement",
    "boilerplate": "Page furniture",
    "exception": "Exception",
}


def _read_as(item: Settled) -> str:
    found = item.finding
    if found.start is None:
        return "Statement about the whole article."
    if not found.context:
        return "Plain statement."
    names = "; ".join(dict.fromkeys(_READ_AS.get(flag.flag, flag.flag) for flag in found.context))
    # Words near a match that do not hold it back: the "never" inside "never unsafe" denies nothing.
    return f"{names}." if found.held_back else f"Plain statement. Also near it: {names.lower()}."


def _source(source: Source) -> str:
    parts = [f"{source.authors}." if source.authors else "", f"{source.title}."]
    parts += [
        f"{source.year}." if source.year else "",
        f"doi:{source.doi}" if source.doi else "",
        source.locator,
        source.url,
    ]
    return " ".join(part for part in parts if part)


def _measured(check: Check | None) -> str:
    if check is None or check.measured is None:
        return "How often it is right has not been measured yet."
    return f"Right {check.measured.right} of {check.measured.of} times ({check.measured.where}, {check.measured.on})."


def _reviewed(check: Check | None) -> str:
    if check is None or check.reviewed is None:
        return "Not yet reviewed by a clinician."
    return f"Reviewed by {check.reviewed.by} on {check.reviewed.on}."


def events(connection: Connection, name: str) -> list[dict[str, str]]:
    """The history of an article, oldest first: day, person, what happened, and whose finding, "" = article."""
    rows = connection.execute(select(history).where(history.c.article == name).order_by(history.c.id)).mappings()
    kept = ("at", "event", "who", "what", "check", "fingerprint", "before", "after", "reason", "note")
    return [{"on": row["at"][:10], **{column: row[column] for column in kept}} for row in rows]


def article(
    desk: Desk, text: str, happened: list[dict[str, str]], checks: Mapping[str, Check], as_of: date
) -> dict[str, Any]:
    """An article as its view shows it, without the segments and claims, which come from the text."""
    row = desk.article
    lineage = _lineage(desk.rows)
    days = {item.finding.fingerprint: day for item, day in zip(desk.settled, desk.found, strict=True)}
    shown = []
    for number, item in numbered(desk.settled):
        names = lineage.get(item.finding.fingerprint, {item.finding.fingerprint})
        if item.decision is not None:
            names = names | {item.decision["fingerprint"]}
        found = {"on": days[item.finding.fingerprint], "who": CHECKS, "what": "Found."}
        about = [event for event in happened if event["fingerprint"] in names]
        shown.append(finding(number, item, checks, sorted([found, *about], key=_day)))
    return {
        "name": row["name"],
        "title": row["title"],
        "path": row["path"],
        "words": row["words"],
        "risk": row["risk"],
        "parts": row["parts"],
        "unknowns": row["unknowns"],
        "state": views.state_of(row),
        "findings": shown,
        "decisions": [_decision(number, item, as_of) for number, item in numbered(desk.settled) if item.decision],
        "history": happened,
        "text": text,
        "text_hash": desk.text_hash,
    }


def _day(event: dict[str, str]) -> str:
    return event["on"]


def _decision(number: int, item: Settled, as_of: date) -> dict[str, Any]:
    kept = ("decision", "reason", "note", "by", "second", "on", "until")
    row = item.decision or {}
    entry = {"id": number, "fingerprint": item.finding.fingerprint, **views.state(item, as_of)}
    return {**entry, **{column: row[column] for column in kept}}


def _lineage(rows: Iterable[Row]) -> dict[str, set[str]]:
    """The fingerprints that a finding had before its sentence changed: a decision anew ends the old one."""
    by_id = {row["id"]: row for row in rows}
    found: dict[str, set[str]] = {}
    for row in by_id.values():
        names = found.setdefault(row["fingerprint"], {row["fingerprint"]})
        if row["ends"] is not None:
            names |= found.get(by_id[row["ends"]]["fingerprint"], set())
    return found
