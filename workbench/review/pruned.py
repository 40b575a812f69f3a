"""Entries of a baseline that were taken out of `claims/decisions.csv`: the queue must not write them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from workbench.review import history, standing
from workbench.review.people import Person
from workbench.review.tables import decisions

_KEPT = ("article", "check", "fingerprint", "text")
_PLACE = (*_KEPT[:3], "by", "on")


def end(connection: Connection, gone: Iterable[Mapping[str, str]], person: Person, on: str, at: str) -> int:
    """End what stands of these entries; returns how many did. Inside a writing transaction.

    Args:
        connection: of the queue.
        gone: rows of the file, as they were.
        person: who took them out.
        on: the day.
        at: the moment.
    """
    wanted = {tuple(row[column] for column in _PLACE) for row in gone}
    articles = {place[0] for place in wanted}
    ended = 0
    for rows in standing.rows_of(connection, articles).values():
        for row in standing.standing(rows):
            if row["decision"] != "baseline" or tuple(row[column] for column in _PLACE) not in wanted:
                continue
            kept = {column: row[column] for column in _KEPT}
            event = {
                **{column: row[column] for column in _KEPT[:3]}, "at": at, "event": "undo", "who": person.id,
                "before": "accepted", "after": "open", "what": "Taken out of the baseline.",
            }  # fmt: skip
            new = {
                **kept, "decision": "undone", "by": person.id, "by_name": person.name, "roles": list(person.roles),
                "on": on, "at": at, "actor": person.id, "ends": row["id"],
            }  # fmt: skip
            history.enter(connection, decisions, event, new)
            ended += 1
    return ended
