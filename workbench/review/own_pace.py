"""How long one person takes for a decision, by the moments at which they decided."""

from __future__ import annotations

from datetime import datetime
from statistics import median

from sqlalchemy import Connection, select

from workbench.review.backlog.pace import ENOUGH, Pace, gaps
from workbench.review.moments import is_day, moment
from workbench.review.tables import decisions

_NEWEST = 1000  # decisions that are looked at
_NOT_DECIDED = ("undone", "baseline")


def of(connection: Connection, me: str, usual: float) -> Pace:
    """The median time of this person's newest decisions; `usual` minutes where too few were timed."""
    column = decisions.c
    mine = (column.actor == me) & column.decision.not_in(_NOT_DECIDED)
    sittings: dict[str, list[datetime]] = {}
    for row in connection.execute(
        select(column.sitting, column.at).where(mine).order_by(column.id.desc()).limit(_NEWEST)
    ):
        if row.at and not is_day(row.at):
            sittings.setdefault(row.sitting, []).append(moment(row.at))
    found = [minutes for moments in sittings.values() for minutes in gaps(moments)]
    return Pace(usual, len(found), False) if len(found) < ENOUGH else Pace(median(found), len(found), True)
