"""What the checks saw, put into the queue: revisions, findings, what is fixed and what is open again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, bindparam, insert, select, update

from workbench.model import Finding, Report
from workbench.review import history, standing, wording
from workbench.review.standing import Settled
from workbench.review.tables import articles, findings, revisions
from workbench.review.wording import Row

CHECKS = "the checks"  # who, in the history
_CHUNK = 200  # articles held at a time; SQLite takes 32,766 parameters

_ARTICLE = tuple(column.name for column in articles.c)
_FINDING = tuple(column.name for column in findings.c)
_KEY = ("article", "check", "fingerprint")


class Seen(msgspec.Struct, frozen=True):
    """An article as the checks saw it: its name in tables, its source text, their report, and the packed document."""

    name: str
    text: str
    report: Report
    reading: str = ""


class _Changes(msgspec.Struct):
    """What one chunk adds and alters, collected so that each table is written once."""

    articles_new: list[dict[str, Any]] = []
    articles_old: list[dict[str, Any]] = []
    revisions: list[dict[str, Any]] = []
    findings_new: list[dict[str, Any]] = []
    findings_old: list[dict[str, Any]] = []
    events: list[dict[str, str]] = []


def record(connection: Connection, seen: Iterable[Seen], as_of: date, at: str, root: Path) -> None:
    """Bring articles, revisions and findings in line with what was seen; nothing happens twice for the same text.

    Args:
        connection: inside a writing transaction.
        seen: articles; the last one of a name counts.
        as_of: the day of the checks.
        at: the moment for the history, in ISO form.
        root: the newsroom's root; paths are kept as they lie below it.
    """
    remaining = (_below(item, root) for item in seen)
    while chunk := {item.name: item for item in islice(remaining, _CHUNK)}:
        _record(connection, list(chunk.values()), as_of, at)


def _below(item: Seen, root: Path) -> Seen:
    path = os.path.relpath(item.report.path, root).replace(os.sep, "/")
    if path.startswith("../"):
        return item
    return msgspec.structs.replace(item, report=msgspec.structs.replace(item.report, path=path))


def _record(connection: Connection, chunk: Sequence[Seen], as_of: date, at: str) -> None:
    names = [item.name for item in chunk]
    known = _by_name(connection, names)
    hashes = _hashes(connection, names)
    found = _findings(connection, names)
    decided = standing.rows_of(connection, names)
    changes = _Changes()
    for item in chunk:
        rows = standing.standing(decided.get(item.name, ()))
        _compare(
            changes, item, known.get(item.name), hashes.get(item.name, ""), found.get(item.name, {}), rows, as_of, at
        )
    _write(connection, changes)


def _by_name(connection: Connection, names: list[str]) -> dict[str, Row]:
    rows = connection.execute(select(articles).where(articles.c.name.in_(names))).mappings()
    return {row["name"]: dict(row) for row in rows}


def _hashes(connection: Connection, names: list[str]) -> dict[str, str]:
    newest = and_(revisions.c.article == articles.c.name, revisions.c.number == articles.c.revision)
    query = select(articles.c.name, revisions.c.text_hash).join(revisions, newest).where(articles.c.name.in_(names))
    return {row.name: row.text_hash for row in connection.execute(query)}


def _findings(connection: Connection, names: list[str]) -> dict[str, dict[tuple[str, str], Row]]:
    found: dict[str, dict[tuple[str, str], Row]] = {}
    for row in connection.execute(select(findings).where(findings.c.article.in_(names))).mappings():
        found.setdefault(row["article"], {})[row["check"], row["fingerprint"]] = dict(row)
    return found


def _compare(
    changes: _Changes, item: Seen, article: Row | None, old_hash: str, old: dict[tuple[str, str], Row],
    rows: Sequence[Row], as_of: date, at: str,
) -> None:  # fmt: skip
    text_hash = sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()
    revision = article["revision"] if article else 0
    event = {"article": item.name, "at": at, "event": "check", "who": CHECKS, "text_hash": text_hash}
    is_new = text_hash != old_hash
    if is_new:
        revision += 1
        changes.revisions.append(
            {
                "article": item.name,
                "number": revision,
                "text_hash": text_hash,
                "text": item.text,
                "reading": item.reading,
                "as_of": as_of.isoformat(),
            }
        )
    settled = standing.settle(_distinct(item.report.findings), rows, item.name, as_of)
    events = list(_settled(changes, settled, item.name, old, revision, as_of))
    events += _gone(changes, settled, old)
    if is_new:
        what = wording.counted(len(settled), "finding")
        changes.events.append({**event, "what": f"Read, revision {revision}: {what}."})
    changes.events += [{**event, **more} for more in events]
    row = _article(item, article, settled, revision, as_of)
    if article is None:
        changes.articles_new.append(row)
    elif any(row[column] != article[column] for column in _ARTICLE):
        changes.articles_old.append(row)


def _distinct(found: Iterable[Finding]) -> list[Finding]:
    bare = (msgspec.structs.replace(finding, decision=None) if finding.decision else finding for finding in found)
    return list({(finding.check, finding.fingerprint): finding for finding in bare}.values())


def _settled(
    changes: _Changes,
    settled: Sequence[Settled],
    name: str,
    old: dict[tuple[str, str], Row],
    revision: int,
    as_of: date,
) -> Iterator[dict[str, str]]:
    for place, item in enumerate(settled):
        before = old.get((item.finding.check, item.finding.fingerprint))
        row = _finding(item, name, place, before, revision, as_of)
        if before is None:
            changes.findings_new.append(row)
        elif any(row[column] != before[column] for column in _FINDING):
            changes.findings_old.append(row)
        was = before["state"] if before else ""
        if item.state == was or (was == "" and item.state != "changed"):
            continue
        if item.decision is not None and item.state in ("changed", "open"):
            what = wording.reopened(item.decision, as_of)
        else:
            what = wording.standing(item.decision, as_of) or "Found again."
        yield {**_about(item.finding), "before": was, "after": item.state, "what": what}


def _finding(item: Settled, name: str, place: int, before: Row | None, revision: int, as_of: date) -> dict[str, Any]:
    finding = item.finding
    same = before is not None and before["state"] == item.state
    return {
        "article": name,
        "check": finding.check,
        "fingerprint": finding.fingerprint,
        "severity": finding.severity,
        "topic": finding.topic,
        "category": finding.category,
        "text": finding.text,
        "sentence": finding.sentence,
        "message": finding.message,
        "held_back": finding.held_back,
        "place": place,
        "detail": msgspec.json.encode(finding).decode(),
        "state": item.state,
        "since": before["since"] if before is not None and same else as_of.isoformat(),
        "first_revision": before["first_revision"] if before is not None else revision,
        "last_revision": revision,
    }


def _gone(changes: _Changes, settled: Sequence[Settled], old: dict[tuple[str, str], Row]) -> Iterator[dict[str, str]]:
    here = {(item.finding.check, item.finding.fingerprint) for item in settled}
    moved = {(item.decision["check"], item.decision["fingerprint"]) for item in settled if item.decision is not None}
    for key, before in old.items():
        if key in here or before["state"] == "fixed":
            continue
        changes.findings_old.append({**before, "state": "fixed"})
        what = (
            "The sentence changed; its decision waits to be confirmed." if key in moved else "Fixed: no longer found."
        )
        yield {"check": key[0], "fingerprint": key[1], "before": before["state"], "after": "fixed", "what": what}


def _about(finding: Finding) -> dict[str, str]:
    return {"check": finding.check, "fingerprint": finding.fingerprint}


def _article(item: Seen, before: Row | None, settled: Sequence[Settled], revision: int, as_of: date) -> dict[str, Any]:
    risk = standing.risk_of(settled, item.report.risk.unknowns)
    first_seen = before["first_seen"] if before is not None else None
    return {
        "name": item.name,
        "path": item.report.path,
        "title": item.report.title,
        "words": item.report.words,
        "risk": risk.score,
        "parts": [list(part) for part in risk.parts],
        "unknowns": risk.unknowns,
        "state": before["state"] if before is not None else "new",
        "revision": revision,
        "first_seen": first_seen or as_of.isoformat(),
        "last_checked": as_of.isoformat(),
    }


def _write(connection: Connection, changes: _Changes) -> None:
    if changes.articles_new:
        connection.execute(insert(articles), changes.articles_new)
    if changes.revisions:
        connection.execute(insert(revisions), changes.revisions)
    rewrite(connection, articles, ("name",), changes.articles_old)
    if changes.findings_new:
        connection.execute(insert(findings), changes.findings_new)
    rewrite(connection, findings, _KEY, changes.findings_old)
    history.append(connection, changes.events)


def rewrite(connection: Connection, table: Any, key: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Give whole rows new values, found by their key."""
    if not rows:
        return
    here = and_(*(table.c[column] == bindparam(f"_{column}") for column in key))
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in table.c if column.name not in key}
    given = [{f"_{name}" if name in key else name: value for name, value in row.items()} for row in rows]
    connection.execute(update(table).where(here).values(values), given)
