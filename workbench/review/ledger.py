"""The steps about everything but findings: written once, read as what stands about a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, and_, select

from workbench.review import history
from workbench.review.moments import moment
from workbench.review.moves import Past
from workbench.review.people import Person
from workbench.review.tables import steps
from workbench.review.wording import Row


class Place(Struct, frozen=True):
    """What a step is about: the subject of the table of moves, which one, and its article (None = the newsroom)."""

    subject: str
    key: str
    article: str | None = None


class Entry(Struct, frozen=True, kw_only=True):
    """A step as it is stored; `on` and `at` are its day and its moment, `what` tells it in the history."""

    place: Place
    action: str
    before: str
    after: str
    person: Person
    on: date
    at: str
    what: str
    second: str = ""
    reason: str = ""
    note: str = ""
    until: str = ""
    text_hash: str = ""
    given: Mapping[str, Any] = {}
    sitting: str = ""
    request: str = ""
    event: str = "step"


def write(connection: Connection, entry: Entry) -> int:
    """Store a step with its row of the history; returns the step's number."""
    place, person = entry.place, entry.person
    told = {
        "article": place.article or "", "at": entry.at, "event": entry.event, "who": person.id, "what": entry.what,
        "subject": place.subject, "key": place.key, "before": entry.before, "after": entry.after,
        "reason": entry.reason, "note": entry.note, "text_hash": entry.text_hash, "sitting": entry.sitting,
    }  # fmt: skip
    kept = ("action", "before", "after", "second", "reason", "note", "until", "text_hash", "at", "sitting")
    row: dict[str, Any] = {name: getattr(entry, name) for name in kept}
    row |= {"subject": place.subject, "key": place.key, "article": place.article, "given": dict(entry.given)}
    row |= {"by": person.id, "by_name": person.name, "roles": list(person.roles), "on": entry.on.isoformat()}
    return history.enter(connection, steps, told, {**row, "request": entry.request or None})


def about(connection: Connection, place: Place) -> list[Row]:
    """Every step about this, oldest first."""
    here = and_(steps.c.subject == place.subject, steps.c.key == place.key, steps.c.article == place.article)
    return [dict(row) for row in connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings()]


def of_work(connection: Connection, names: Sequence[str]) -> dict[str, list[Row]]:
    """The steps about the reviews of these articles, oldest first, by article."""
    here = and_(steps.c.subject == "work", steps.c.article.in_(list(names)))
    found: dict[str, list[Row]] = {}
    for row in connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings():
        found.setdefault(row["article"], []).append(dict(row))
    return found


def requested(connection: Connection, request: str) -> Row | None:
    """The step that this request made, if it was made already."""
    if not request:
        return None
    row = connection.execute(select(steps).where(steps.c.request == request)).mappings().first()
    return None if row is None else dict(row)


def past(row: Row | None) -> Past | None:
    """A stored step as the table of moves sees it."""
    if row is None:
        return None
    until = day(row["until"])
    roles, name = tuple(row["roles"]), row["by_name"]
    return Past(row["action"], row["by"], roles, moment(row["at"]), row["reason"], until, "", name)


def day(text: str) -> date | None:
    """A stored day; None for none."""
    return date.fromisoformat(text) if text else None
