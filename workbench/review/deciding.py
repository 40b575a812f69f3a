"""One decision: judged by the rules, stored with its row of the history, and followed by the finding's new state."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, insert, select, update

from workbench.review import history, rules, standing, views, wording
from workbench.review.desk import Desk, lay_out
from workbench.review.export import cell
from workbench.review.people import Person
from workbench.review.rules import Case, Outcome, Refused
from workbench.review.tables import articles, decisions, findings
from workbench.review.wording import Row


class Asked(Struct, frozen=True):
    """What a person wants done.

    `on` is the day and `at` the moment of it, in ISO form; `sitting` names the time in front of the screen that undo
    steps back through, and `any_sitting` undoes exactly this finding's decision instead, whenever it was made;
    `request` makes a message that was sent twice count once ("" = cannot be sent twice).
    """

    article: str
    fingerprint: str
    action: str
    person: Person
    reason: str
    note: str
    on: date
    at: str
    sitting: str
    request: str = ""
    any_sitting: bool = False


def decide(connection: Connection, asked: Asked) -> Outcome:
    """Do it, or say why not and who can; `connection` is inside a writing transaction."""
    try:
        before = lay_out(connection, asked.article, asked.on)
    except Refused as refused:
        return Outcome(False, str(refused), {})
    try:
        earlier = _answered(connection, asked)
        if earlier is not None:
            return Outcome(True, _message(before, earlier, asked.on), _state(before, earlier["fingerprint"], asked.on))
        row = _undoing(before, asked) if asked.action == "undo" else _deciding(before, asked)
    except Refused as refused:
        return Outcome(False, str(refused), _state(before, asked.fingerprint, asked.on))
    after = _settled_with(before, row, asked.on)
    _store(connection, before, after, row, asked)
    _carry(connection, before, after)
    return Outcome(True, _message(after, row, asked.on), _state(after, row["fingerprint"], asked.on))


def _answered(connection: Connection, asked: Asked) -> Row | None:
    if not asked.request:
        return None
    row = connection.execute(select(decisions).where(decisions.c.request == asked.request)).mappings().first()
    if row is not None and (row["article"], row["actor"]) != (asked.article, asked.person.id):
        raise Refused(f"This request was already used for another decision by {row['actor']}; you can send a new one.")
    return None if row is None else dict(row)


def _deciding(before: Desk, asked: Asked) -> dict[str, Any]:
    item = before.about(asked.fingerprint)
    if item is None:
        raise Refused("The text no longer has this; nobody changes that by hand, only the next check does.")
    finding, old = item.finding, item.decision
    case = Case(item.state, finding.severity, finding.held_back, old)
    state = rules.judge(case, asked.action, asked.person, asked.reason, asked.note, asked.on)
    reason = asked.reason if asked.action == "dismiss" else ""
    agreed = old is not None and item.state == "second" and state == "dismissed" and reason == old["reason"]
    return {
        "article": asked.article,
        "check": finding.check,
        "fingerprint": finding.fingerprint,
        "text": cell(finding.text),
        "decision": state,
        "reason": reason,
        "note": cell(asked.note) or (old["note"] if agreed and old else ""),
        "by": old["by"] if agreed and old else asked.person.id,
        "by_name": old["by_name"] if agreed and old else asked.person.name,
        "second": asked.person.id if agreed else "",
        "on": asked.on.isoformat(),
        "ends": old["id"] if old else None,
    }


def _undoing(before: Desk, asked: Asked) -> dict[str, Any]:
    mine = [row for row in standing.standing(before.rows) if row["actor"] == asked.person.id]
    here = [row for row in mine if asked.any_sitting or row["sitting"] == asked.sitting]
    last = here[-1] if here and not asked.any_sitting else None
    chosen = next((row for row in here if row["fingerprint"] == asked.fingerprint), last)
    if chosen is None:
        raise Refused(_nothing_to_undo(before, asked))
    rules.judge(Case(_kind(chosen), "note", False, chosen), "undo", asked.person, "", "", asked.on)
    kept = ("article", "check", "fingerprint", "text")
    return {
        **{column: chosen[column] for column in kept},
        "decision": "undone",
        "by": asked.person.id,
        "by_name": asked.person.name,
        "on": asked.on.isoformat(),
        "ends": chosen["id"],
    }


def _kind(row: Row) -> str:
    return "accepted" if row["decision"] == "baseline" else str(row["decision"])


def _nothing_to_undo(before: Desk, asked: Asked) -> str:
    item = before.about(asked.fingerprint)
    if item is None or item.decision is None:
        return "You have decided nothing here in this sitting; you can only take back decisions of your own."
    told = wording.told(item.decision, asked.on)
    if item.decision["actor"] != asked.person.id:
        return f"{told}. Only {item.decision['actor']} can take that back."
    command = f"workbench queue decide {asked.article} {asked.fingerprint} undo"
    return f"{told}, in an earlier sitting. You can take that back with: {command}"


def _settled_with(before: Desk, row: dict[str, Any], as_of: date) -> Desk:
    number = 1 + max((other["id"] for other in before.rows), default=0)
    empty = {"by_name": "", "second": "", "until": "", "note": "", "reason": "", "request": None}
    rows = (*before.rows, {**empty, **row, "id": number, "actor": "", "sitting": ""})
    found = [item.finding for item in before.settled]
    settled = standing.settle(found, standing.standing(rows), before.article["name"], as_of)
    return msgspec.structs.replace(before, rows=rows, settled=tuple(settled))


def _store(connection: Connection, before: Desk, after: Desk, row: dict[str, Any], asked: Asked) -> None:
    was, now = before.about(row["fingerprint"]), after.about(row["fingerprint"])
    undo = row["decision"] == "undone"
    event = {
        "article": asked.article, "at": asked.at, "event": "undo" if undo else "decision", "who": asked.person.id,
        "check": row["check"], "fingerprint": row["fingerprint"], "text_hash": before.text_hash,
        "before": was.state if was else "", "after": now.state if now else row["decision"],
        "reason": row.get("reason", ""), "note": row.get("note", ""), "sitting": asked.sitting,
        "what": _what(before, row, asked.on),
    }  # fmt: skip
    (number,) = history.append(connection, [event])
    row = {**row, "id": 1 + standing.last_number(connection)}
    further = {"actor": asked.person.id, "sitting": asked.sitting, "text_hash": before.text_hash, "history": number}
    connection.execute(insert(decisions).values(**row, **further, request=asked.request or None))


def _what(desk: Desk, row: Row, as_of: date) -> str:
    if row["decision"] == "undone":
        old = next(other for other in desk.rows if other["id"] == row["ends"])
        return f"Taken back: {wording.headline(old, as_of)}."
    if row["decision"] == "second":
        return f"Dismissal proposed: {row['reason']}."
    agreed = "Agreed. " if row.get("second") else ""
    return f"{agreed}{wording.headline({'until': '', **row}, as_of)}."


def _carry(connection: Connection, before: Desk, after: Desk) -> None:
    name = before.article["name"]
    for old, new in zip(before.settled, after.settled, strict=True):
        if old.state != new.state:
            key = (findings.c.article == name) & (findings.c.fingerprint == new.finding.fingerprint)
            mine = key & (findings.c.check == new.finding.check)
            connection.execute(update(findings).where(mine).values(state=new.state))
    risk = standing.risk_of(after.settled, before.article["unknowns"])
    values = {"state": "in review", "risk": risk.score, "parts": [list(part) for part in risk.parts]}
    connection.execute(update(articles).where(articles.c.name == name).values(values))


def _message(after: Desk, row: Row, as_of: date) -> str:
    left = f"{after.left()} left."
    item = after.about(row["fingerprint"])
    if row["decision"] == "undone":
        state = "open again" if item is None or item.state in rules.UNDECIDED else "as it was before"
        words = f"“{cell(row['text'])[:60]}”" if row["text"] else "The finding"
        return f"Taken back: {words} is {state}. {left}"
    if row["decision"] == "second":
        return (
            f"Proposed: {row['reason']}. A second person must agree before this error is dismissed. {left} U to undo."
        )
    return f"{wording.headline({'until': '', **row}, as_of)}. {left} U to undo."


def _state(desk: Desk, fingerprint: str, as_of: date) -> dict[str, Any]:
    item = desk.about(fingerprint)
    return {} if item is None else {"fingerprint": fingerprint, **views.state(item, as_of)}
