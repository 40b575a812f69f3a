"""A page on the site expires: what it rests on changed, or its last day has passed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, select, update

from workbench.review import ledger
from workbench.review.ledger import Entry, Place
from workbench.review.moves import happened
from workbench.review.people import Person
from workbench.review.tables import articles

_EVENT = "its date passes or a fact changes"


def expire(
    connection: Connection, name: str, why: str, person: Person, on: date, at: str, *, sitting: str = "",
    given: Mapping[str, str] = {}, until: str = "",
) -> None:  # fmt: skip
    """The page of this name expires; one that is held will be expired once it is put back.

    Args:
        connection: inside a writing transaction.
        name: the article.
        why: a sentence.
        person: who brings it about.
        on: the day.
        at: the moment.
        sitting: the time at the screen, "" = none.
        given: what the step is about.
        until: the day that has passed, "" = none.
    """
    row = connection.execute(select(articles.c.live, articles.c.held_from).where(articles.c.name == name)).one()
    column = "held_from" if row.live in ("held", "putting back") else "live"
    before = row.held_from if column == "held_from" else row.live
    after, _ = happened("live", before, _EVENT)
    if after == before:
        return
    connection.execute(update(articles).where(articles.c.name == name).values({column: after}))
    ledger.write(connection, Entry(
        place=Place("live", name, name), action=_EVENT, before=before, after=after, person=person, on=on, at=at,
        what=f"{why} It was “{before}” and is “{after}”.", sitting=sitting, given=given, until=until,
    ))  # fmt: skip
