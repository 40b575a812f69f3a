"""An inherited page comes into review: one way in for its wave and for its day; an edit has the table's own row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, update

from workbench.review import ledger
from workbench.review.backlog.legacy import WORK
from workbench.review.ledger import Entry, Place
from workbench.review.moves import happened
from workbench.review.people import Person
from workbench.review.tables import articles

EVENT = "an inherited page is edited, its wave or its date comes"


def open_review(
    connection: Connection, name: str, why: str, given: Mapping[str, Any], person: Person, on: date, at: str
) -> None:
    """Move it, and say in its history `why` it came; `given` is kept with the step."""
    after, _ = happened("work", WORK, EVENT)
    values = {"state": after, "since": at, "stage": ""}
    connection.execute(update(articles).where(articles.c.name == name).values(values))
    ledger.write(connection, Entry(
        place=Place("work", name, name), action=EVENT, before=WORK, after=after, person=person, on=on, at=at,
        what=f"{why} The review was “{WORK}” and is “{after}”.", given=given,
    ))  # fmt: skip
