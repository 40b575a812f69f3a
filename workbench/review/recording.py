"""What the checks saw, put into the queue: revisions, findings, what is fixed and what is open again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, bindparam, insert, select, update

from workbench.model import Report
from workbench.review import (
    by_hand,
    claims_by_hand,
    claims_of,
    conflicts,
    findings_of,
    glance,
    history,
    ledger,
    standing,
    surroundings,
    told_of,
    wording,
)
from workbench.review.backlog.legacy import Legacy
from workbench.review.moves import happened
from workbench.review.standing import Settled
from workbench.review.tables import UNDECIDED, articles, claims, findings, revisions
from workbench.review.wording import Row

CHECKS = "the checks"  # who, in the history
_EDITED = "an inherited page is edited, its wave or its date comes"
PORTION = 200  # articles of one transaction; between two of them others have their turn

_ARTICLE = tuple(column.name for column in articles.c)
_KEY = ("article", "check", "fingerprint")
_TEXTS = ("live_hash", "live_address", "live_since", "held_from", "since", "stage", "written", "assignee", "due")
_EMPTY: Row = {**dict.fromkeys(_TEXTS, ""), "state": "new", "live": "none", "authors": []}


class Seen(msgspec.Struct, frozen=True):
    """An article as the checks saw it: its name in tables, its source text, their report, and the packed document.

    `authors` are the names that the text gives, and `surface` is what an approval of it rests on.
    """

    name: str
    text: str
    report: Report
    reading: str = ""
    authors: tuple[str, ...] = ()
    surface: str = ""


class _Changes(msgspec.Struct):
    """What one chunk adds and alters, collected so that each table is written once."""

    articles_new: list[dict[str, Any]] = []
    articles_old: list[dict[str, Any]] = []
    revisions: list[dict[str, Any]] = []
    findings_new: list[dict[str, Any]] = []
    findings_old: list[dict[str, Any]] = []
    claims_new: list[dict[str, Any]] = []
    claims_old: list[dict[str, Any]] = []
    events: list[dict[str, str]] = []


def record(
    connection: Connection, seen: Iterable[Seen], as_of: date, at: str, root: Path, legacy: Legacy | None = None
) -> None:
    """Bring articles, revisions and findings in line with what was seen; nothing happens twice for the same text.

    Args:
        connection: inside a writing transaction.
        seen: articles, `PORTION` at most; the last one of a name counts.
        as_of: the day of the checks.
        at: the moment for the history, in ISO form.
        root: the newsroom's root; paths are kept as they lie below it.
        legacy: says that articles which were never read are pages that were live before us; None = they are drafts.
    """
    at = history.moment_of(connection, at)  # what waits from now on waits in full, wherever the clock went
    chunk = {item.name: item for item in (_below(item, root) for item in seen)}
    _record(connection, list(chunk.values()), as_of, at, legacy)


def _below(item: Seen, root: Path) -> Seen:
    path = os.path.relpath(item.report.path, root).replace(os.sep, "/")
    if path.startswith("../"):
        return item
    return msgspec.structs.replace(item, report=msgspec.structs.replace(item.report, path=path))


class _Known(msgspec.Struct):
    """What is stored of the articles of one chunk, by name."""

    articles: dict[str, Row]
    hashes: dict[str, str]
    findings: dict[str, dict[tuple[str, str], Row]]
    claims: dict[str, dict[str, Row]]
    decided: dict[str, list[Row]]
    steps: dict[str, list[Row]]
    pages: dict[str, int]
    legacy: Legacy | None
    heard: dict[str, str]
    conflicts: dict[str, int]


def _record(connection: Connection, chunk: Sequence[Seen], as_of: date, at: str, legacy: Legacy | None) -> None:
    names = [item.name for item in chunk]
    decided = {
        name: standing.as_counted(connection, rows) for name, rows in standing.rows_of(connection, names).items()
    }
    known = _Known(
        _by_name(connection, names), _hashes(connection, names), findings_of.stored(connection, names),
        claims_of.stored(connection, names), decided, ledger.of_work(connection, names),
        surroundings.shared_with(connection, {item.name: item.report.claims for item in chunk}), legacy,
        claims_of.heard(connection, {item.name: item.report.backed for item in chunk}),
        conflicts.counts(connection, {item.name: item.report.told for item in chunk}),
    )  # fmt: skip
    changes = _Changes()
    for item in chunk:
        _compare(changes, item, known, as_of, at)
    _write(connection, changes)
    told_of.write(connection, {item.name: item.report.told for item in chunk})


def _by_name(connection: Connection, names: list[str]) -> dict[str, Row]:
    rows = connection.execute(select(articles).where(articles.c.name.in_(names))).mappings()
    return {row["name"]: dict(row) for row in rows}


def _hashes(connection: Connection, names: list[str]) -> dict[str, str]:
    newest = and_(revisions.c.article == articles.c.name, revisions.c.number == articles.c.revision)
    query = select(articles.c.name, revisions.c.text_hash).join(revisions, newest).where(articles.c.name.in_(names))
    return {row.name: row.text_hash for row in connection.execute(query)}


def _compare(changes: _Changes, item: Seen, known: _Known, as_of: date, at: str) -> None:
    article, old = known.articles.get(item.name), known.findings.get(item.name, {})
    rows = standing.standing(known.decided.get(item.name, ()))
    text_hash = sha256(item.text.encode("utf-8", "surrogatepass")).hexdigest()
    revision = article["revision"] if article else 0
    event = {"article": item.name, "at": at, "event": "check", "who": CHECKS, "text_hash": text_hash}
    is_new = text_hash != known.hashes.get(item.name, "")
    if is_new:
        revision += 1
        changes.revisions.append(
            {
                "article": item.name,
                "number": revision,
                "text_hash": text_hash,
                "text": item.text,
                "reading": item.reading,
                "surface": item.surface,
                "as_of": as_of.isoformat(),
            }
        )
    found = [*item.report.findings, *by_hand.still_there(old.values(), item.text)]
    settled = standing.settle(findings_of.distinct(found), rows, item.name, as_of)
    seen = findings_of.compared(item.name, settled, old, revision, as_of)
    changes.findings_new += seen.new
    changes.findings_old += seen.changed
    events = seen.events
    stored, report = known.claims.get(item.name, {}), item.report
    marked = claims_by_hand.still_there(stored.values(), item.text)
    told = claims_of.compared(
        item.name, [*marked, *report.claims], stored, revision, report.backed, known.heard.get(item.name, "")
    )
    changes.claims_new += told.new
    changes.claims_old += told.changed
    events += told.events
    row = _article(item, article, revision, as_of)
    if is_new:
        what = wording.counted(len(settled), "finding")
        changes.events.append({**event, "what": f"Read, revision {revision}: {what}."})
        if known.legacy is not None and revision == 1:
            row |= known.legacy.columns(item.name, text_hash, at)
            changes.events.append(known.legacy.event(event))
        changes.events += _moved(row, event, at)
        row |= {"written": at, "authors": list(item.authors)}
    fixed = any(event["after"] == "fixed" for event in events)
    row |= glance.columns(settled, seen.since, fixed or _was_decided(article, old))
    row |= _risk(item, row, settled, known, text_hash, as_of)
    changes.events += [{**event, **more} for more in events]
    if article is None:
        changes.articles_new.append(row)
    elif any(row[column] != article[column] for column in _ARTICLE):
        changes.articles_old.append(row)


def _moved(row: dict[str, Any], event: Row, at: str) -> Iterator[dict[str, str]]:
    """The review moves by itself when its text changes: an approval no longer covers it."""
    before = row["state"]
    page = row["live"] == "inherited" and before == "none"
    after, _ = happened("work", before, _EDITED if page else "the text changes")
    if row["revision"] == 1 or after == before:
        row["since"] = row["since"] or at
        return
    row |= {"state": after, "since": at, "stage": ""}
    what = f"The text changed. The review was “{before}” and is “{after}”."
    yield {**event, "subject": "work", "key": row["name"], "before": before, "after": after, "what": what}


def _was_decided(article: Row | None, old: dict[tuple[str, str], Row]) -> bool:
    decided = any(row["state"] not in UNDECIDED and not row["held_back"] for row in old.values())
    return decided or (article is not None and glance.read(article["glance"]).decided)


def _risk(
    item: Seen, row: Row, settled: Sequence[Settled], known: _Known, text_hash: str, as_of: date
) -> dict[str, Any]:
    stored, rows = known.claims.get(item.name, {}), known.steps.get(item.name, [])
    told = {claim.id for claim in item.report.claims}
    disputed = sum(claim["state"] == "disputed" and name in told for name, claim in stored.items())
    disputed += known.conflicts.get(item.name, 0)
    around = surroundings.around(
        item.report.claims, known.pages, disputed, as_of=as_of,
        reviewed=surroundings.reviewed(rows, row, text_hash), since=surroundings.since(rows, row["first_seen"]),
    )  # fmt: skip
    risk = standing.risk_of(settled, item.report.risk.unknowns, around)
    return {"risk": risk.score, "parts": [list(part) for part in risk.parts], "unknowns": risk.unknowns}


def _article(item: Seen, before: Row | None, revision: int, as_of: date) -> dict[str, Any]:
    return {
        **_EMPTY,
        **(before or {}),
        "name": item.name,
        "path": item.report.path,
        "title": item.report.title,
        "words": item.report.words,
        "revision": revision,
        "first_seen": (before["first_seen"] if before is not None else None) or as_of.isoformat(),
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
    if changes.claims_new:
        connection.execute(insert(claims), changes.claims_new)
    rewrite(connection, claims, ("article", "claim"), changes.claims_old)
    history.append(connection, changes.events)


def rewrite(connection: Connection, table: Any, key: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Give whole rows new values, found by their key."""
    if not rows:
        return
    here = and_(*(table.c[column] == bindparam(f"_{column}") for column in key))
    values: dict[str, Any] = {column.name: bindparam(column.name) for column in table.c if column.name not in key}
    given = [{f"_{name}" if name in key else name: value for name, value in row.items()} for row in rows]
    connection.execute(update(table).where(here).values(values), given)
