"""Whose turn an article is, and why it is not somebody's: what the queue says beside the plain row of `views`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, select

from workbench.model import SEVERITIES, Finding
from workbench.review import casing, glance, looks, standing, wording
from workbench.review.casing import Rules
from workbench.review.moments import is_day, moment
from workbench.review.moves.terms import DECIDERS
from workbench.review.people import Person
from workbench.review.tables import UNDECIDED, WAITING, findings, messages, steps
from workbench.review.wording import Row, counted

_AT_ONCE = 500  # names in one query
_BY_STATE = ("With writer", "Medical review", "Changes made", "Approved")  # these wait since they came into the state
_MEDICAL = "medical reviewer"


class Viewer(Struct, frozen=True):
    """Who looks, on which day, at which moment (ISO), in which newsroom."""

    person: Person
    on: date
    at: str
    rules: Rules


def beside(connection: Connection, rows: Sequence[Row], viewer: Viewer) -> dict[str, dict[str, Any]]:
    """What is to be said beside rows of `views.queue`, by article; what is not worth a word is left out.

    Returns:
        For each article some of: `answers`, how many questions of others the viewer can answer; `own`, whether they
        wrote the text; `note`, why it stands where it stands; `with`, the name of whoever has it; `group`, what made
        the page expire; `later`, the day until which the viewer put it off; `hours` and `waiting_days`, where the
        article waits since it came into its state; `kinds`, where the row's own are missing.
    """
    found: dict[str, dict[str, Any]] = {str(row["name"]): _plain(row, viewer) for row in rows}
    parts = (
        _answers(connection, rows, viewer), _asked(connection, rows, viewer), _expired(connection, rows, viewer.on),
        _kinds(connection, rows),
    )  # fmt: skip
    for part in parts:
        for name, more in part:
            found[name] |= more
    for name, day in looks.later(connection, viewer.person.id).items():
        if name in found and day > viewer.on.isoformat():
            found[name]["later"] = day
    return found


def _plain(row: Row, viewer: Viewer) -> dict[str, Any]:
    writers = casing.authors(row["authors"], viewer.rules.staff)
    found: dict[str, Any] = {"own": viewer.person.id in writers}
    if row["state"] in _BY_STATE and row["since"]:
        found |= _waited(row["since"], viewer)
    who = _holder(row, writers, viewer)
    if who:
        found["with"] = who
    if row["state"] == "Approved":
        found["note"] = "Approved; waiting for its publishing date" if row["due"] else "Approved; not marked live yet"
    return found


def _waited(since: str, viewer: Viewer) -> dict[str, Any]:
    """Whole days, and hours where it is less than one and the clock knows them."""
    if is_day(since) or is_day(viewer.at):
        days = max(0, (viewer.on - date.fromisoformat(since[:10])).days)
        return {"waiting_days": days, "late": days > viewer.rules.days}
    waited = max(timedelta(), moment(viewer.at) - moment(since))
    hours = {} if waited.days else {"hours": waited.seconds // 3600}
    return {"waiting_days": waited.days, "late": waited > timedelta(days=viewer.rules.days), **hours}


def _holder(row: Row, writers: Sequence[str], viewer: Viewer) -> str:
    """Who has it, by name; "" where it is nobody's in particular."""
    staff = viewer.rules.staff
    if row["state"] == "With writer":
        return ", ".join(_name(one, viewer) for one in writers) or "the writer"
    if row["assignee"]:
        return _name(row["assignee"], viewer)
    if row["state"] in ("Medical review", "Second opinion"):
        able = [one.name for one in staff.members if _MEDICAL in one.roles]
        return able[0] if len(able) == 1 else "a medical reviewer"
    return ""


def _name(who: str, viewer: Viewer) -> str:
    return next((one.name for one in viewer.rules.staff.members if one.id == who), who)


def _answers(connection: Connection, rows: Sequence[Row], viewer: Viewer) -> Iterator[tuple[str, dict[str, Any]]]:
    """Questions, proposals and contests that this person may answer: never their own, except in a newsroom of one."""
    me, alone = viewer.person, viewer.rules.house.people == 1
    if not me.holds(*DECIDERS):
        return
    for some in _portions(row["name"] for row in rows if row["second"]):
        for name, decided in standing.rows_of(connection, some).items():
            waiting = [one for one in standing.standing(decided) if one["decision"] in WAITING]
            mine = [one for one in waiting if alone or me.id not in (one["by"], one["actor"])]
            able = [one for one in mine if one["decision"] == "contested" or me.holds(_MEDICAL)]
            if able:
                yield name, {"answers": len(able)}
            elif waiting:
                yield name, {"note": _waits_for(waiting, viewer)}


def _waits_for(waiting: Sequence[Row], viewer: Viewer) -> str:
    first = waiting[0]
    who = "You" if viewer.person.id == first["by"] else wording.name_of(first)
    more = f"; {len(waiting) - 1} more" if len(waiting) > 1 else ""
    did = {"contested": "contested a finding", "questioned": "asked for a second opinion"}
    return f"{who} {did.get(first['decision'], 'proposed a decision that needs a second person')}{more}"


def _asked(connection: Connection, rows: Sequence[Row], viewer: Viewer) -> Iterator[tuple[str, dict[str, Any]]]:
    """What was asked of the writer, and what became of it."""
    asked = {row["name"]: row for row in rows if row["state"] in ("With writer", "Changes made")}
    for some in _portions(asked):
        column = findings.c
        here = column.article.in_(some) & column.state.in_(("fix", "contested"))
        grouped = select(column.article, column.state, func.count().label("n")).where(here)
        numbers: dict[str, dict[str, int]] = {}
        for row in connection.execute(grouped.group_by(column.article, column.state)):
            numbers.setdefault(row.article, {})[row.state] = row.n
        answered = _spoken(connection, some, asked)
        for name in some:
            number = numbers.get(name, {})
            made = asked[name]["state"] == "Changes made"
            yield name, {"note": (_made if made else _with)(number, answered.get(name, 0))}


def _with(number: Mapping[str, int], said: int) -> str:
    """ "3 fixes asked, none answered yet"."""
    answered = number.get("contested", 0) + said
    asked = number.get("fix", 0) + number.get("contested", 0)
    if not asked:
        return "asked by message, no fix is outstanding"
    told = f"{min(answered, asked)} answered" if answered else "none answered yet"
    return f"{counted(asked, 'fix').replace('fixs', 'fixes')} asked, {told}"


def _made(number: Mapping[str, int], _: int) -> str:
    left, contested = number.get("fix", 0), number.get("contested", 0)
    parts = [f"{left} {'fix is' if left == 1 else 'fixes are'} still outstanding"] if left else []
    parts += [f"{contested} contested"] if contested else []
    return "Changes made: " + ("; ".join(parts) or "every fix that was asked is there")


def _spoken(connection: Connection, names: Sequence[str], asked: Mapping[str, Row]) -> dict[str, int]:
    """About how many findings somebody wrote since the article went to its writer."""
    column = messages.c
    query = select(column.article, column.fingerprint, column.at).where(
        column.article.in_(names) & (column.fingerprint != "")
    )
    found: dict[str, set[str]] = {}
    for row in connection.execute(query):
        if row.at > asked[row.article]["since"]:
            found.setdefault(row.article, set()).add(row.fingerprint)
    return {name: len(told) for name, told in found.items()}


def _expired(connection: Connection, rows: Sequence[Row], on: date) -> Iterator[tuple[str, dict[str, Any]]]:
    """The fact that changed, or the day that passed, by the newest step that made the page expire."""
    for some in _portions(row["name"] for row in rows if row["live"] == "Expired"):
        here = (steps.c.subject == "live") & (steps.c.after == "expired") & steps.c.article.in_(some)
        newest = {row["article"]: dict(row) for row in connection.execute(select(steps).where(here)).mappings()}
        facts = _facts(connection, {step["given"].get("fact", "") for step in newest.values()} - {""})
        for name in some:
            step = newest.get(name)
            yield name, {"group": _group(step, facts, on) if step else "Expired"}


def _group(step: Row, facts: Mapping[str, Row], on: date) -> str:
    key = step["given"].get("fact", "")
    if not key:
        return f"Last day reached: {wording.day(step['until'], on)}" if step["until"] else "Its last day has passed"
    known = facts.get(key)
    value = str(known["given"].get("value", "")) if known else ""
    return f"Fact changed on {wording.day(step['on'], on)}: {key}{f', now {value}' if value else ''}"


def _facts(connection: Connection, keys: Iterable[str]) -> dict[str, Row]:
    here = (steps.c.subject == "fact") & steps.c.key.in_(list(keys))
    return {
        row["key"]: dict(row) for row in connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings()
    }


def _kinds(connection: Connection, rows: Sequence[Row]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The kinds of findings where an older program stored the row without them."""
    lacking = (row["name"] for row in rows if not row["kinds"] and any(row["to_decide"].values()))
    column = findings.c
    for some in _portions(lacking):
        waits = column.article.in_(some) & column.state.in_(UNDECIDED) & column.held_back.is_(False)
        query = select(column.article, column.detail).where(waits).order_by(column.article, column.place)
        told: dict[str, list[Finding]] = {}
        for row in connection.execute(query):
            told.setdefault(row.article, []).append(msgspec.json.decode(row.detail, type=Finding))
        for name, found in told.items():
            gravest = sorted(found, key=lambda one: SEVERITIES.index(one.severity))
            yield name, {"kinds": [list(msgspec.structs.astuple(kind)) for kind in glance.kinds(gravest)]}


def _portions(names: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(names)
    while some := list(islice(remaining, _AT_ONCE)):
        yield some
