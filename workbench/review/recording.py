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

from workbench.model import Finding, Report
from workbench.review import by_hand, claims_of, glance, history, ledger, standing, surroundings, wording
from workbench.review.backlog.legacy import Legacy
from workbench.review.moves import happened
from workbench.review.standing import Settled
from workbench.review.tables import UNDECIDED, articles, claims, findings, revisions
from workbench.review.wording import Row

CHECKS = "the checks"  # who, in the history
_EDITED = "an inherited page is edited, its wave or its date comes"
PORTION = 200  # articles of one transaction; between two of them others have their turn

_ARTICLE = tuple(column.name for column in articles.c)
_FINDING = tuple(column.name for column in findings.c)
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


def _record(connection: Connection, chunk: Sequence[Seen], as_of: date, at: str, legacy: Legacy | None) -> None:
    names = [item.name for item in chunk]
    decided = {
        name: standing.as_counted(connection, rows) for name, rows in standing.rows_of(connection, names).items()
    }
    known = _Known(
        _by_name(connection, names), _hashes(connection, names), _findings(connection, names),
        claims_of.stored(connection, names), decided, ledger.of_work(connection, names),
        surroundings.shared_with(connection, {item.name: item.report.claims for item in chunk}), legacy,
        claims_of.heard(connection, {item.name: item.report.backed for item in chunk}),
    )  # fmt: skip
    changes = _Changes()
    for item in chunk:
        _compare(changes, item, known, as_of, at)
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
    settled = standing.settle(_distinct(found), rows, item.name, as_of)
    since: list[str] = []
    events = list(_settled(changes, settled, item.name, old, revision, as_of, since))
    events += _gone(changes, settled, old)
    stored, report = known.claims.get(item.name, {}), item.report
    told = claims_of.compared(item.name, report.claims, stored, revision, report.backed, known.heard.get(item.name, ""))
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
    row |= glance.columns(settled, since, fixed or _was_decided(article, old))
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
    around = surroundings.around(
        item.report.claims, known.pages, disputed, as_of=as_of,
        reviewed=surroundings.reviewed(rows, row, text_hash), since=surroundings.since(rows, row["first_seen"]),
    )  # fmt: skip
    risk = standing.risk_of(settled, item.report.risk.unknowns, around)
    return {"risk": risk.score, "parts": [list(part) for part in risk.parts], "unknowns": risk.unknowns}


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
    since: list[str],
) -> Iterator[dict[str, str]]:
    for place, item in enumerate(settled):
        before = old.get((item.finding.check, item.finding.fingerprint))
        row = _finding(item, name, place, before, revision, as_of)
        since.append(row["since"])
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
