"""How long a decision takes here, measured from the moments at which people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.review.moments import is_day, moment
from workbench.review.tables import decisions

ENOUGH = 30  # decisions from which on a median is taken
PAUSE = timedelta(minutes=15)  # a longer gap is a pause, and no decision
_NOT_DECIDED = ("undone", "baseline")


class Pace(Struct, frozen=True):
    """Minutes for a decision, measured by so many (`of`), or the usual ones where `measured` is false."""

    minutes: float
    of: int
    measured: bool

    def told(self) -> str:
        """ "2.5 minutes a decision: the median of 140 made here."."""
        each = f"{self.minutes:.1f} minutes a decision"
        if self.measured:
            return f"{each}: the median of {self.of} made here."
        known = f"only {self.of} were timed here, and {ENOUGH} are needed"
        return f"{each} are assumed: {known}. [review] minutes can say another number."


def of(connection: Connection, usual: float) -> Pace:
    """The median time for a decision; `usual` minutes where too few were timed."""
    columns = (decisions.c.actor, decisions.c.sitting, decisions.c.at)
    query = select(*columns).where(decisions.c.decision.not_in(_NOT_DECIDED))
    sittings: dict[tuple[str, str], list[datetime]] = {}
    for row in connection.execute(query):
        if row.at and not is_day(row.at):
            sittings.setdefault((row.actor, row.sitting), []).append(moment(row.at))
    found = [minutes for moments in sittings.values() for minutes in gaps(moments)]
    if len(found) < ENOUGH:
        return Pace(usual, len(found), False)
    return Pace(median(found), len(found), True)


def gaps(moments: Iterable[datetime]) -> Iterator[float]:
    """Minutes for each decision of one person's sitting but the first; one moment is one decision."""
    for before, after in pairwise(sorted(set(moments))):
        if after - before <= PAUSE:
            yield (after - before).total_seconds() / 60
