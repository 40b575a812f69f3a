"""The order of the queue: due within 24 hours, then risk, then age against the limit; pure.

In SQL: `coalesce(due <= :tomorrow, false) DESC, risk DESC, (:now - since) / days DESC, due NULLS LAST, name`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction

from msgspec import Struct

SOON = timedelta(hours=24)
_NEVER = datetime.max.replace(tzinfo=UTC)


class Waiting(Struct, frozen=True):
    """An article that waits: its name and risk, since when and by when (None = no date), and the limit in days.

    Moments carry their zone; a day becomes one by `begins` or `ends`.
    """

    name: str
    risk: int
    since: datetime
    days: int
    due: datetime | None = None


Place = tuple[bool, int, Fraction, datetime, str]


def place(item: Waiting, now: datetime) -> Place:
    """What to sort by, smallest first: `sorted(items, key=lambda item: place(item, now))`.

    What is overdue counts as due. Among equals the earlier date goes first, then the name, so that no order depends on
    the one before.
    """
    return not due_soon(item, now), -item.risk, -age(item, now), item.due or _NEVER, item.name


def due_soon(item: Waiting, now: datetime) -> bool:
    """Whether it must be done within 24 hours, or should have been by now."""
    return item.due is not None and item.due - now <= SOON


def age(item: Waiting, now: datetime) -> Fraction:
    """The time it has waited as a share of its limit; over 1 it is late. A clock that went backwards makes it 0."""
    waited = max(now - item.since, timedelta())
    return Fraction(waited // timedelta(seconds=1), max(1, item.days) * 86_400)


def late(item: Waiting, now: datetime) -> bool:
    """Whether it has waited longer than its limit; only then its age is red."""
    return age(item, now) > 1


def begins(day: date) -> datetime:
    """The first moment of a day, in UTC: since when something waits that came on this day."""
    return datetime.combine(day, time(), UTC)


def ends(day: date) -> datetime:
    """The moment at which a day is over, in UTC: by when something must be done that is due on this day."""
    return begins(day) + timedelta(days=1)
