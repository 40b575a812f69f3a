"""One decision: judged by the rules, stored with its row of the history, and followed by the finding's new state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select, update

from workbench.review import casing, glance, history, standing, surroundings, views, wording
from workbench.review.casing import Rules
from workbench.review.desk import Desk, lay_out
from workbench.review.export import cell
from workbench.review.moments import later, moment
from workbench.review.moves import Refused, Ruling, Step, judge
from workbench.review.moves.terms import DECIDERS, TAKE_BACK
from workbench.review.outcome import Outcome
from workbench.review.people import Person
from workbench.review.tables import UNDECIDED, articles, decisions, findings
from workbench.review.wording import Row

_TAKES_BACK = {"withdraw": "Withdrawn", "overrule": "Overruled"}  # end a decision without making another one


class Asked(Struct, frozen=True):
    """What a person wants done about a finding: an action of the table of moves.

    `until` ends an accepted risk, which may hang on a `fact`; `source` is what a contest rests on. `on` is the day and
    `at` the moment of it, in ISO form; `sitting` names the time in front of the screen that undo steps back through,
    and `any_sitting` undoes exactly this finding's decision instead, whenever it was made; `request` makes a message
    that was sent twice count once ("" = cannot be sent twice).
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
    until: date | None = None
    fact: str = ""
    source: str = ""


def decide(
    connection: Connection, asked: Asked, rules: Rules = casing.PLAIN, version_of: Callable[[str], str] = str
) -> Outcome:
    """Do it, or say why not and who can.

    Args:
        connection: inside a writing transaction.
        asked: what a person wants.
        rules: what holds in this newsroom.
        version_of: from a check's id to its version, for the history.
    """
    try:
        before = lay_out(connection, asked.article, asked.on)
    except Refused as refused:
        return Outcome(False, str(refused), {}, refused.roles)
    try:
        earlier = _answered(connection, asked)
        if earlier is not None:
            return Outcome(True, _message(before, earlier, asked), _state(before, earlier["fingerprint"], asked.on))
        row = _undoing(before, asked, rules) if asked.action == "undo" else _deciding(before, asked, rules)
    except Refused as refused:
        return Outcome(False, str(refused), _state(before, asked.fingerprint, asked.on), refused.roles)
    after = _settled_with(before, row, asked.on)
    also = _also(before, row, asked)
    for one in also:
        after = _settled_with(after, one, asked.on)
    _store(connection, before, after, row, asked, version_of(row["check"]))
    for one in also:
        _store(connection, before, after, one, msgspec.structs.replace(asked, request=""), version_of(row["check"]))
    carry(connection, before, after, asked.on)
    begin(connection, asked.article, asked.person, asked.at)
    return Outcome(True, _message(after, row, asked), _state(after, row["fingerprint"], asked.on))


def _answered(connection: Connection, asked: Asked) -> Row | None:
    if not asked.request:
        return None
    row = connection.execute(select(decisions).where(decisions.c.request == asked.request)).mappings().first()
    if row is not None and (row["article"], row["actor"]) != (asked.article, asked.person.id):
        raise Refused(f"This request was already used for another decision by {row['actor']}; you can send a new one.")
    return None if row is None else dict(row)


def _deciding(before: Desk, asked: Asked, rules: Rules) -> dict[str, Any]:
    item = before.about(asked.fingerprint)
    if item is None:
        raise Refused("The text no longer has this; nobody changes that by hand, only the next check does.")
    if asked.action == TAKE_BACK:  # it leaves no decision behind
        raise Refused("Who added this can take it back, with: workbench queue take-back", DECIDERS)
    finding, old = item.finding, item.decision
    ruling = judge(casing.finding(before, item, rules), _step(asked, old), rules.house)
    kept = {"article": asked.article, "check": finding.check, "fingerprint": finding.fingerprint}
    row = {**kept, "text": cell(finding.text), "on": asked.on.isoformat(), "ends": old["id"] if old else None}
    if asked.action in _TAKES_BACK:
        return {**row, "decision": "undone", "note": cell(asked.note), **_mine(asked)}
    return row | _decided(ruling, asked, old)


def _also(before: Desk, row: Row, asked: Asked) -> list[dict[str, Any]]:
    """What is ended along with a request or a proposal, since no earlier one is to stand again."""
    if asked.action not in _TAKES_BACK:
        return []
    old = next(one for one in before.rows if one["id"] == row["ends"])
    return [{**row, "ends": one["id"]} for one in standing.revived(before.rows, old)]


def _decided(ruling: Ruling, asked: Asked, old: Row | None) -> dict[str, Any]:
    """The columns that say what was decided: by the first of two people, where two did it together."""
    together = old if old is not None and ruling.second else None
    theirs = {"by": ruling.by, "by_name": together["by_name"], "roles": together["roles"]} if together else None
    words = (asked.note, asked.source) if asked.action == "contest" else (asked.note,)
    return {
        "decision": ruling.state,
        "reason": cell(ruling.reason or (asked.reason if asked.action == "contest" else "")),
        "note": cell(" – ".join(filter(None, words))) or (together["note"] if together else ""),
        **(theirs or _mine(asked)),
        "second": ruling.second,
        "until": ruling.until.isoformat() if ruling.until else "",
        "sample": ruling.sample,
        "fact": cell(asked.fact) if asked.action == "accept" else together["fact"] if together else "",
    }


def _mine(asked: Asked) -> dict[str, Any]:
    return {"by": asked.person.id, "by_name": asked.person.name, "roles": list(asked.person.roles)}


def _step(asked: Asked, old: Row | None) -> Step:
    at = later(asked.at, (old["at"] or old["on"]) if old else "")
    given = {"source": asked.source}
    return Step(
        action=asked.action, person=asked.person, on=asked.on, at=moment(at), reason=asked.reason, note=asked.note,
        until=asked.until, given=given,
    )  # fmt: skip


def _undoing(before: Desk, asked: Asked, rules: Rules) -> dict[str, Any]:
    mine = [row for row in standing.standing(before.rows) if row["actor"] == asked.person.id]
    here = [row for row in mine if asked.any_sitting or row["sitting"] == asked.sitting]
    last = here[-1] if here and not asked.any_sitting else None
    chosen = next((row for row in here if row["fingerprint"] == asked.fingerprint), last)
    if chosen is None:
        raise Refused(_nothing_to_undo(before, asked))
    item = before.about(chosen["fingerprint"])
    case = casing.undoing(chosen) if item is None else casing.finding(before, item, rules, chosen)
    judge(case, _step(asked, chosen), rules.house)
    kept = {column: chosen[column] for column in ("article", "check", "fingerprint", "text")}
    return {**kept, "decision": "undone", **_mine(asked), "on": asked.on.isoformat(), "ends": chosen["id"]}


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
    empty = {"by_name": "", "second": "", "until": "", "note": "", "reason": "", "request": None, "fact": ""}
    rows = (*before.rows, {**empty, **row, "id": number, "actor": "", "sitting": ""})
    found = [item.finding for item in before.settled]
    settled = standing.settle(found, standing.standing(rows), before.article["name"], as_of)
    return msgspec.structs.replace(before, rows=rows, settled=tuple(settled))


def _store(connection: Connection, before: Desk, after: Desk, row: dict[str, Any], asked: Asked, version: str) -> None:
    was, now = before.about(row["fingerprint"]), after.about(row["fingerprint"])
    undo = asked.action == "undo"
    event = {
        "article": asked.article, "at": asked.at, "event": "undo" if undo else "decision", "who": asked.person.id,
        "check": row["check"], "fingerprint": row["fingerprint"], "text_hash": before.text_hash,
        "before": was.state if was else "", "after": now.state if now else row["decision"],
        "reason": row.get("reason", ""), "note": row.get("note", ""), "sitting": asked.sitting,
        "what": _what(before, row, asked), "check_version": version,
    }  # fmt: skip
    further = {"actor": asked.person.id, "sitting": asked.sitting, "text_hash": before.text_hash, "at": asked.at}
    history.enter(connection, decisions, event, {**row, **further, "request": asked.request or None})


def _what(desk: Desk, row: Row, asked: Asked) -> str:
    if row["decision"] == "undone":
        old = next(other for other in desk.rows if other["id"] == row["ends"])
        done = _TAKES_BACK.get(asked.action, "Taken back")
        return f"{done}: {wording.headline(old, asked.on)}."
    if row["decision"] == "second":
        return f"Dismissal proposed: {row['reason']}."
    agreed = "Agreed. " if row.get("second") and row["second"] != "none" else ""
    alone = " Second person: none." if row.get("second") == "none" else ""
    return f"{agreed}{wording.headline({'until': '', **row}, asked.on)}.{alone}"


def begin(connection: Connection, name: str, person: Person, at: str) -> None:
    """A person who may decide opened the article: a new one is in review from now on, and the history says who began.

    For anybody else nothing happens; reading starts no review.
    """
    new = (articles.c.name == name) & (articles.c.state == "new") & (articles.c.revision > 0)
    if not person.holds(*DECIDERS):
        return
    if connection.execute(update(articles).where(new).values(state="in review", since=at)).rowcount:
        history.append(connection, [{
            "article": name, "at": at, "event": "open", "who": person.id, "what": "Review started.",
            "subject": "work", "key": name, "before": "new", "after": "in review",
        }])  # fmt: skip


def carry(connection: Connection, before: Desk, after: Desk, as_of: date) -> None:
    """Bring the stored states of the findings, and what the queue shows of the article, in line with its decisions."""
    name, since = before.article["name"], list(before.since)
    for place, (old, new) in enumerate(zip(before.settled, after.settled, strict=True)):
        if old.state != new.state:
            since[place] = as_of.isoformat()
            key = (findings.c.article == name) & (findings.c.fingerprint == new.finding.fingerprint)
            mine = key & (findings.c.check == new.finding.check)
            connection.execute(update(findings).where(mine).values(state=new.state))
    risk = standing.risk_of(after.settled, before.article["unknowns"], surroundings.of(connection, after, as_of))
    values = {"risk": risk.score, "parts": [list(part) for part in risk.parts]}
    values |= glance.columns(after.settled, since, glance.read(before.article["glance"]).decided)
    connection.execute(update(articles).where(articles.c.name == name).values(values))


def _message(after: Desk, row: Row, asked: Asked) -> str:
    left = f"{after.left()} left."
    item = after.about(row["fingerprint"])
    if row["decision"] == "undone":
        done = _TAKES_BACK.get(asked.action, "Taken back")
        state = "open again" if item is None or item.state in UNDECIDED else "as it was before"
        words = f"“{cell(row['text'])[:60]}”" if row["text"] else "The finding"
        return f"{done}: {words} is {state}. {left}"
    told = _PROPOSED.get(row["decision"])
    if told is not None:
        return f"{told.format(reason=row['reason'])} {left} U to undo."
    alone = " Second person: none." if row.get("second") == "none" else ""
    sample = " The medical reviewer may look at it in the sample." if row.get("sample") else ""
    return f"{wording.headline({'until': '', **row}, asked.on)}.{alone}{sample} {left} U to undo."


_PROPOSED = {
    "second": "Proposed: {reason}. A second person must agree before this error is dismissed.",
    "accepting": "Proposed: {reason}. A second person must agree before this error is accepted.",
    "questioned": "Second opinion asked. Another person answers it.",
    "contested": "Contested: {reason}. An editor answers before the article can be sent back.",
}


def _state(desk: Desk, fingerprint: str, as_of: date) -> dict[str, Any]:
    item = desk.about(fingerprint)
    return {} if item is None else {"fingerprint": fingerprint, **views.state(item, as_of)}
