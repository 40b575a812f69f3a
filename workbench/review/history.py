"""The history: rows are added, never changed; each carries the hash of the one before it.

The database refuses UPDATE, DELETE and REPLACE by triggers. Whoever gets round those still breaks the chain.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, select

from workbench.review.tables import decisions, history

_SIGNED = (
    "article", "at", "event", "who", "check", "fingerprint", "what", "before", "after", "reason", "note", "text_hash",
    "sitting",
)  # fmt: skip

_TOLD = {
    "article": "article", "who": "actor", "check": "check", "fingerprint": "fingerprint", "reason": "reason",
    "note": "note", "text_hash": "text_hash", "sitting": "sitting",
}  # fmt: skip  # what a decision and its row of the history both say, by the history's columns


def append(connection: Connection, events: Iterable[dict[str, str]]) -> list[int]:
    """Add events in this order; columns left out are empty. Returns their ids."""
    last = connection.execute(select(history.c.id, history.c.hash).order_by(history.c.id.desc()).limit(1)).first()
    number, prev = (last.id, last.hash) if last else (0, "")
    rows = []
    for event in events:
        row: dict[str, Any] = {column: event.get(column, "") for column in _SIGNED}
        number += 1
        row |= {"id": number, "prev": prev, "hash": _hash(prev, row)}
        prev = row["hash"]
        rows.append(row)
    if rows:
        connection.execute(insert(history), rows)
    return [row["id"] for row in rows]


def _hash(prev: str, row: dict[str, Any]) -> str:
    signed = json.dumps([prev, *(row[column] for column in _SIGNED)], ensure_ascii=False, separators=(",", ":"))
    return sha256(signed.encode("utf-8", "surrogatepass")).hexdigest()


def verify(connection: Connection) -> list[str]:
    """What is wrong with the history, one sentence each; empty where every row follows the one before it.

    A decision names its row of the history, so rows cut off at the end are missed as well.
    """
    wrong = list(_broken_links(connection))
    told = (history.c[column].label(f"told_{column}") for column in ("id", *_TOLD, "after"))
    joined = select(decisions, *told).outerjoin(history, decisions.c.history == history.c.id)
    for row in connection.execute(joined.order_by(decisions.c.id)).mappings():
        about = f"decision {row['id']} ({row['article']}, {row['on']})"
        if row["told_id"] is None:
            wrong.append(f"{about} has lost its row {row['history']} of the history")
        elif any(row[column] != row[f"told_{told}"] for told, column in _TOLD.items()):
            wrong.append(f"{about} does not say what its row {row['history']} of the history says")
        elif row["decision"] not in ("undone", row["told_after"]):
            wrong.append(f"{about} is “{row['decision']}”, its history says “{row['told_after']}”")
    return wrong


def _broken_links(connection: Connection) -> Iterator[str]:
    prev, number = "", 0
    for row in connection.execute(select(history).order_by(history.c.id)).mappings():
        if row["id"] != number + 1:
            yield f"rows {number + 1} to {row['id'] - 1} of the history are missing"
        if row["prev"] != prev or row["hash"] != _hash(row["prev"], dict(row)):
            yield f"row {row['id']} of the history ({row['article']}, {row['at']}) was changed"
        prev, number = row["hash"], row["id"]
