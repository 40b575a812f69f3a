"""A fact changed: what rests on it is looked at again; a sentence that nobody touched never fails a commit for it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select, update

from workbench.review import deciding, expiring, history, ledger, standing, touching
from workbench.review.desk import lay_out
from workbench.review.ledger import Entry, Place
from workbench.review.moves import happened
from workbench.review.tables import claims, decisions

_CLAIM = "its source is retracted, a label changes, its date passes"


def changed(connection: Connection, entry: Entry) -> None:
    """Claims that rest on the fact expire, and so do the pages that tell them; risks that hang on it are open again."""
    key = entry.place.key
    pages = touching.pages_of_fact(connection, key)
    rows = connection.execute(select(claims.c.article, claims.c.claim, claims.c.state).where(claims.c.fact == key))
    for row in rows.all():
        after, _ = happened("claim", row.state, _CLAIM)
        if after != row.state:
            here = (claims.c.article == row.article) & (claims.c.claim == row.claim)
            connection.execute(update(claims).where(here).values(state=after))
            _tell(connection, entry, Place("claim", row.claim, row.article), row.state, after)
    for name in pages:
        expiring.expire(
            connection, name, f"The fact {key} changed.", entry.person, entry.on, entry.at,
            sitting=entry.sitting, given={"fact": key},
        )  # fmt: skip
    _reopen(connection, entry)


def _tell(connection: Connection, entry: Entry, place: Place, before: str, after: str) -> None:
    ledger.write(connection, Entry(
        place=place, action=_CLAIM, before=before, after=after, person=entry.person, on=entry.on, at=entry.at,
        what=f"The fact {entry.place.key} changed. It was “{before}” and is “{after}”.", sitting=entry.sitting,
        given={"fact": entry.place.key},
    ))  # fmt: skip


def _reopen(connection: Connection, entry: Entry) -> None:
    """Accepted risks that hang on the fact: each is ended, and its finding open again."""
    hanging = decisions.c.fact == entry.place.key
    names = list(connection.execute(select(decisions.c.article).where(hanging).distinct()).scalars())
    kept = ("article", "check", "fingerprint", "text", "text_hash")
    for name, rows in standing.rows_of(connection, names).items():
        before = lay_out(connection, name, entry.on)
        hung = [one for one in standing.standing(rows) if one["fact"] == entry.place.key]
        for row in [each for one in hung for each in (one, *standing.revived(rows, one))]:
            told = {
                "article": row["article"], "at": entry.at, "event": "decision", "who": entry.person.id,
                "check": row["check"], "fingerprint": row["fingerprint"], "text_hash": row["text_hash"],
                "before": row["decision"], "after": "open", "sitting": entry.sitting,
                "what": f"Open again: the fact {entry.place.key}, on which the accepted risk hung, changed.",
            }  # fmt: skip
            ended: dict[str, Any] = {name: row[name] for name in kept}
            ended |= {"decision": "undone", "ends": row["id"], "sitting": entry.sitting}
            ended |= {"by": entry.person.id, "by_name": entry.person.name, "actor": entry.person.id, "note": ""}
            ended |= {"on": entry.on.isoformat(), "at": entry.at, "fact": entry.place.key}
            history.enter(connection, decisions, told, ended)
        deciding.carry(connection, before, lay_out(connection, name, entry.on), entry.on)
