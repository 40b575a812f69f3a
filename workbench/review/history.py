"""The history: rows are added, never changed; each carries the hash of the one before it.

The database refuses UPDATE, DELETE and REPLACE by triggers. Whoever gets round those still breaks the chain. A row
that tells a decision, a step or a message signs every column of it, and `history_end` names the row that is the last.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from workbench import __version__
from workbench.review.connection import QueueUnavailable, called
from workbench.review.moments import Backwards, in_order
from workbench.review.tables import decisions, history, history_end, messages, steps

FORM = 2  # of the rows that are written now
_FIRST = (
    "article", "at", "event", "who", "check", "fingerprint", "what", "before", "after", "reason", "note", "text_hash",
    "sitting",
)  # fmt: skip
_LATER = ("subject", "key", "check_version", "tool_version", "row_hash")
_SIGNED = {1: _FIRST, FORM: (*_FIRST, *_LATER)}  # what the hash of a row covers, by the row's form

_DECIDES = ("decision", "undo")  # events that a decision stands beside

_TOLD = {
    "article": "article", "who": "actor", "check": "check", "fingerprint": "fingerprint", "reason": "reason",
    "note": "note", "text_hash": "text_hash", "sitting": "sitting",
}  # fmt: skip  # what a decision and its row of the history both say, by the history's columns
_STEP = {
    "article": "article", "who": "by", "subject": "subject", "key": "key", "before": "before", "after": "after",
    "reason": "reason", "note": "note", "text_hash": "text_hash", "sitting": "sitting",
}  # fmt: skip
_MESSAGE = {"article": "article", "who": "by", "note": "text", "fingerprint": "fingerprint"}


def append(connection: Connection, events: Iterable[dict[str, str]]) -> list[int]:
    """Add events in this order; columns left out are empty. Returns their ids.

    Without an article an event is about the whole newsroom. The tool's version is ours unless the event says another.
    No row has a moment before that of the row it follows.

    Raises:
        QueueUnavailable: an event is more than a day older than the newest row; nothing may be stored then.
    """
    last = _last(connection)
    number, prev, before = (last.id, last.hash, last.at) if last else (0, "", "")
    rows = []
    for event in events:
        row: dict[str, Any] = {column: event.get(column, "") for column in _SIGNED[FORM]}
        before = row["at"] = _in_order(connection, row["at"], before)
        row["article"] = row["article"] or None
        row["tool_version"] = row["tool_version"] or __version__
        if not row["subject"] and row["fingerprint"]:
            row |= {"subject": "finding", "key": row["fingerprint"]}
        number += 1
        row |= {"id": number, "form": FORM, "prev": prev}
        row["hash"] = _hash(row)
        prev = row["hash"]
        rows.append(row)
    if rows:
        connection.execute(insert(history), rows)
        connection.execute(update(history_end).values(number=number, hash=prev))
    return [row["id"] for row in rows]


def enter(connection: Connection, table: Table, event: dict[str, str], row: Mapping[str, Any]) -> int:
    """Add a row to a ledger, and the event that tells and signs it to the history; returns the row's number."""
    number = 1 + (connection.execute(select(func.max(table.c.id))).scalar() or 0)
    at = moment_of(connection, event["at"])
    numbered, event = {**row, "id": number, "at": at}, {**event, "at": at}
    (told,) = append(connection, [{**event, "row_hash": row_hash(table, numbered)}])
    connection.execute(insert(table).values(**numbered, history=told))
    return int(number)


def moment_of(connection: Connection, at: str) -> str:
    """The moment under which something is stored now: `at`, or that of the newest row where the clock went backwards.

    Raises:
        QueueUnavailable: as `append`.
    """
    return _in_order(connection, at, newest(connection))


def newest(connection: Connection) -> str:
    """The moment of the newest row; "" before the first."""
    last = _last(connection)
    return str(last.at) if last else ""


def _last(connection: Connection) -> Any:
    query = select(history.c.id, history.c.hash, history.c.at)
    return connection.execute(query.order_by(history.c.id.desc()).limit(1)).first()


def _in_order(connection: Connection, at: str, before: str) -> str:
    try:
        return in_order(at, before)
    except Backwards as error:
        problem = f"the newest row of its history is from {before}, and this machine's clock says {at}"
        remedy = "Nothing was changed. Set the clock right, then try again"
        raise QueueUnavailable(f"{called(connection.engine)}: {problem}. {remedy}.") from error


def row_hash(table: Table, row: Mapping[str, Any]) -> str:
    """What the history signs of a row of another ledger: all of it but the number of the history's own row."""
    kept = {column.name: row.get(column.name) for column in table.c if column.name != "history"}
    said = {name: value for name, value in kept.items() if value}  # what is empty need not be given
    signed = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(signed.encode("utf-8", "surrogatepass")).hexdigest()


def _hash(row: dict[str, Any]) -> str:
    form = () if row["form"] == 1 else (row["form"],)
    values = (row[column] or "" for column in _SIGNED[row["form"]])
    signed = json.dumps([row["prev"], *form, *values], ensure_ascii=False, separators=(",", ":"))
    return sha256(signed.encode("utf-8", "surrogatepass")).hexdigest()


def verify(connection: Connection) -> list[str]:
    """What is wrong with the history, one sentence each; empty where every row follows the one before it.

    A decision, a step and a message name their row of the history, and that row signs them, so that neither can be
    changed, lost or put elsewhere alone. `history_end` knows the last row, so that one cut off at the end is missed.
    """
    wrong = list(_broken_links(connection))
    for table, noun, told in ((decisions, "decision", _TOLD), (steps, "step", _STEP), (messages, "message", _MESSAGE)):
        wrong += _untold(connection, table, noun, told)
    return wrong + list(_lost(connection))


def _untold(connection: Connection, table: Table, noun: str, told: Mapping[str, str]) -> Iterator[str]:
    """Rows of a ledger that the history does not tell as they stand."""
    columns = {"id", "after", "form", "row_hash", *told}
    beside = (history.c[column].label(f"told_{column}") for column in sorted(columns))
    joined = select(table, *beside).outerjoin(history, table.c.history == history.c.id)
    for row in connection.execute(joined.order_by(table.c.id)).mappings():
        about = f"{noun} {row['id']} ({row['article'] or 'the newsroom'}, {row['on']})"
        kind = row.get("decision", "undone")
        same = all(row[column] == row[f"told_{name}"] for name, column in told.items())
        if row["told_id"] is None:
            yield f"{about} has lost its row {row['history']} of the history"
        elif kind not in ("undone", row["told_after"]):
            yield f"{about} is “{kind}”, its history says “{row['told_after']}”"
        elif not same or (row["told_form"] > 1 and row["told_row_hash"] != row_hash(table, dict(row))):
            yield f"{about} does not say what its row {row['history']} of the history says"


def _lost(connection: Connection) -> Iterator[str]:
    """Rows of the history whose decision, step or message is not there."""
    ledgers = [select(table.c.history) for table in (decisions, steps, messages)]
    there = {number for query in ledgers for number in connection.execute(query).scalars()}
    told = (history.c.row_hash != "") | ((history.c.form == 1) & history.c.event.in_(_DECIDES))
    query = select(history.c.id, history.c.article, history.c.at).where(told).order_by(history.c.id)
    for row in connection.execute(query):
        if row.id not in there:
            yield f"what row {row.id} of the history ({row.article or 'the newsroom'}, {row.at}) tells is gone"


def _broken_links(connection: Connection) -> Iterator[str]:
    prev, number = "", 0
    for row in connection.execute(select(history).order_by(history.c.id)).mappings():
        if row["id"] != number + 1:
            yield f"rows {number + 1} to {row['id'] - 1} of the history are missing"
        if row["prev"] != prev or row["form"] not in _SIGNED or row["hash"] != _hash(dict(row)):
            yield f"row {row['id']} of the history ({row['article'] or 'the newsroom'}, {row['at']}) was changed"
        prev, number = row["hash"], row["id"]
    end = connection.execute(select(history_end.c.number, history_end.c.hash)).first()
    if end is None or (end.number, end.hash) != (number, prev):
        yield f"the history ends with row {number}, and not with row {end.number if end else 'that nobody knows'}"
