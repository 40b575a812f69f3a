"""The findings of an article in the queue: what is new, what changed its state, and what the text no longer has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from workbench import decisions, suppressions
from workbench.model import Finding, Flag
from workbench.review import wording
from workbench.review.standing import Settled
from workbench.review.tables import findings
from workbench.review.wording import Row

Known = dict[tuple[str, str], Row]  # by check and fingerprint
_FINDING = tuple(column.name for column in findings.c)


class Told(Struct):
    """The findings of one article as the checks see them now: rows to add, rows to rewrite, and what happened.

    `since` is beside each settled finding the day on which it came into its state.
    """

    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    events: list[dict[str, str]] = []
    since: list[str] = []


def stored(connection: Connection, names: Sequence[str]) -> dict[str, Known]:
    """Every finding that any revision of these articles had, by article, and there by check and fingerprint."""
    found: dict[str, Known] = {}
    for row in connection.execute(select(findings).where(findings.c.article.in_(list(names)))).mappings():
        found.setdefault(row["article"], {})[row["check"], row["fingerprint"]] = dict(row)
    return found


def distinct(found: Iterable[Finding]) -> list[Finding]:
    """Each finding once, without what was decided about it; what a comment in the text closes is held back by it."""
    bare = (_bare(finding) if finding.decision else finding for finding in found)
    return list({(finding.check, finding.fingerprint): finding for finding in bare}.values())


def _bare(finding: Finding) -> Finding:
    closed = finding.decision
    if closed is None or closed.state != suppressions.STATE:
        return msgspec.structs.replace(finding, decision=None)
    cue = f"{decisions.told(closed)}: {closed.reason}"
    flag = Flag("exception", finding.start or 0, finding.end or 0, cue, 0, 0)
    return msgspec.structs.replace(finding, decision=None, held_back=True, context=(*finding.context, flag))


def compared(name: str, settled: Sequence[Settled], old: Known, revision: int, as_of: date) -> Told:
    """What the checks found in this revision, against what is stored of the article."""
    found = Told()
    found.events += _settled(found, settled, name, old, revision, as_of)
    found.events += _gone(found, settled, old)
    return found


def _settled(
    found: Told, settled: Sequence[Settled], name: str, old: Known, revision: int, as_of: date
) -> Iterator[dict[str, str]]:
    for place, item in enumerate(settled):
        before = old.get((item.finding.check, item.finding.fingerprint))
        row = _finding(item, name, place, before, revision, as_of)
        found.since.append(row["since"])
        if before is None:
            found.new.append(row)
        elif any(row[column] != before[column] for column in _FINDING):
            found.changed.append(row)
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


def _gone(found: Told, settled: Sequence[Settled], old: Known) -> Iterator[dict[str, str]]:
    here = {(item.finding.check, item.finding.fingerprint) for item in settled}
    moved = {(item.decision["check"], item.decision["fingerprint"]) for item in settled if item.decision is not None}
    for key, before in old.items():
        if key in here or before["state"] == "fixed":
            continue
        found.changed.append({**before, "state": "fixed"})
        what = (
            "The sentence changed; its decision waits to be confirmed." if key in moved else "Fixed: no longer found."
        )
        yield {"check": key[0], "fingerprint": key[1], "before": before["state"], "after": "fixed", "what": what}


def _about(finding: Finding) -> dict[str, str]:
    return {"check": finding.check, "fingerprint": finding.fingerprint}
