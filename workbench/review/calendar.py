"""What the passing of time leads to; asked whenever the queue is written."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import Connection, select, update

from workbench.review import expiring, ledger
from workbench.review.backlog import resting
from workbench.review.ledger import Entry, Place
from workbench.review.moments import moment
from workbench.review.moves import happened
from workbench.review.people import Person
from workbench.review.tables import articles, cases

CALENDAR = Person("the calendar", "The calendar", "nobody")
_NOTICE = timedelta(hours=24)
_EVENT = "24 hours pass"


def turn(connection: Connection, on: date, at: str) -> None:
    """End the notices that have been live for a day, expire pages and bring in inherited ones whose day has come.

    A page whose notice ended is back in the queue for both approvals.
    """
    _expired(connection, on, at)
    resting.turn(connection, on, at, CALENDAR)
    live = (cases.c.subject == "notice") & (cases.c.state == "live")
    for row in connection.execute(select(cases).where(live)).mappings().all():
        if moment(at) - moment(row["since"]) < _NOTICE or row["article"] is None:
            continue
        after, moved = happened("notice", row["state"], _EVENT)
        here = (cases.c.subject == "notice") & (cases.c.key == row["key"])
        connection.execute(update(cases).where(here).values(state=after, since=at))
        place = Place("notice", row["key"], row["article"])
        _tell(connection, place, row["state"], after, on, at)
        for _, state in moved:
            _review(connection, row["article"], state, on, at)


def _expired(connection: Connection, on: date, at: str) -> None:
    """Pages whose last day has passed; "greater than nothing" is what an index can answer."""
    over = (articles.c.live_until > "") & (articles.c.live_until < on.isoformat())
    for name, until in connection.execute(select(articles.c.name, articles.c.live_until).where(over)).all():
        connection.execute(update(articles).where(articles.c.name == name).values(live_until=""))
        expiring.expire(connection, name, f"It was to be reviewed by {until}.", CALENDAR, on, at, until=until)


def _review(connection: Connection, name: str, state: str, on: date, at: str) -> None:
    """Also where it was in this state already: the step that is stored ends the approvals given so far."""
    before = connection.execute(select(articles.c.state).where(articles.c.name == name)).scalar_one()
    values = {"state": state, "since": at, "stage": ""}
    connection.execute(update(articles).where(articles.c.name == name).values(values))
    _tell(connection, Place("work", name, name), before, state, on, at)


def _tell(connection: Connection, place: Place, before: str, after: str, on: date, at: str) -> None:
    moved = f"It was “{before}” and is “{after}”." if before != after else f"It stays “{after}”, for both approvals."
    what = f"24 hours have passed since a safety notice went live. {moved}"
    ledger.write(connection, Entry(
        place=place, action=_EVENT, before=before, after=after, person=CALENDAR, on=on, at=at, what=what
    ))  # fmt: skip
