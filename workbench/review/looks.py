"""Who has which article open, what they saw when they looked last, and what they have put off.

Nothing here is a decision: it only spares people from working on the same finding, or on one they wanted to see later.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from workbench.review.lookups import looks
from workbench.review.moments import moment
from workbench.review.people import Person
from workbench.review.tables import articles, history
from workbench.review.wording import Row

FRESH = timedelta(seconds=90)  # without a sign of life for so long, somebody counts as gone


def look(connection: Connection, name: str, person: Person, fingerprint: str, at: str) -> None:
    """A person has the article open, with this finding chosen ("" = none); who comes back begins a new visit.

    Args:
        connection: inside a writing transaction.
        name: the article; one that the queue does not have is nothing to look at.
        person: who looks.
        fingerprint: the chosen finding.
        at: the moment.
    """
    before = _row(connection, name, person.id)
    if before is None:
        if connection.execute(select(articles.c.name).where(articles.c.name == name)).first():
            row = {"article": name, "by": person.id, "by_name": person.name, "at": at, "fingerprint": fingerprint}
            connection.execute(insert(looks).values(**row))
        return
    values: dict[str, Any] = {"at": at, "fingerprint": fingerprint, "by_name": person.name}
    if not before["at"]:
        pass  # only put off so far
    elif moment(at) - moment(before["at"]) > FRESH and not before["heard"]:
        values |= _ended(connection, name, before["at"])  # they went away without a word
    _set(connection, name, person.id, values)


def leave(connection: Connection, name: str, person: Person, at: str) -> None:
    """The visit is over: from now on “since you last looked” counts from here."""
    if _row(connection, name, person.id) is not None:
        _set(connection, name, person.id, {"fingerprint": "", **_ended(connection, name, at), "at": ""})


def _ended(connection: Connection, name: str, at: str) -> dict[str, Any]:
    mine = history.c.article == name
    heard = connection.execute(select(func.coalesce(func.max(history.c.id), 0)).where(mine)).scalar_one()
    return {"seen": at, "heard": heard}


def others(connection: Connection, name: str, me: str, at: str) -> list[dict[str, str]]:
    """Who else has the article open now: by, by_name, fingerprint of the finding that they have chosen."""
    kept = (looks.c.by, looks.c.by_name, looks.c.fingerprint, looks.c.at)
    query = (
        select(*kept).where((looks.c.article == name) & (looks.c.by != me) & (looks.c.at != "")).order_by(looks.c.by)
    )
    now = moment(at)
    return [
        {"by": row.by, "by_name": row.by_name or row.by, "fingerprint": row.fingerprint}
        for row in connection.execute(query)
        if now - moment(row.at) <= FRESH
    ]


def last(connection: Connection, name: str, me: str) -> dict[str, Any] | None:
    """The end of the person's visit before: moment, and the last row of the article's history then; None = none."""
    row = _row(connection, name, me)
    return {"at": row["seen"], "heard": row["heard"]} if row and row["seen"] else None


def put_off(connection: Connection, names: Iterable[str], person: Person, until: date | None) -> None:
    """Ask the person about these articles again on this day; None = now. Unknown articles are left out."""
    wanted = set(names)
    known = set(connection.execute(select(articles.c.name).where(articles.c.name.in_(wanted))).scalars())
    mine = select(looks.c.article).where((looks.c.by == person.id) & looks.c.article.in_(known))
    there = set(connection.execute(mine).scalars())
    day = until.isoformat() if until else ""
    if there:
        here = (looks.c.by == person.id) & looks.c.article.in_(there)
        connection.execute(update(looks).where(here).values(later=day))
    rows = [{"article": name, "by": person.id, "by_name": person.name, "later": day} for name in sorted(known - there)]
    if rows:
        connection.execute(insert(looks), rows)


def later(connection: Connection, me: str) -> dict[str, str]:
    """What the person has put off: article → day."""
    query = select(looks.c.article, looks.c.later).where((looks.c.by == me) & (looks.c.later != ""))
    return {row.article: row.later for row in connection.execute(query)}


def _row(connection: Connection, name: str, me: str) -> Row | None:
    row = connection.execute(select(looks).where((looks.c.article == name) & (looks.c.by == me))).mappings().first()
    return dict(row) if row else None


def _set(connection: Connection, name: str, me: str, values: dict[str, Any]) -> None:
    connection.execute(update(looks).where((looks.c.article == name) & (looks.c.by == me)).values(**values))
