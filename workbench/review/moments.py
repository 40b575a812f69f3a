"""Moments as the queue stores them: ISO text with its zone, or a day where the caller knew no more."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from workbench.review.ordering import begins, ends

BACK = timedelta(days=1)  # how far a clock may go backwards; further it is wrong, now or before

_DAY = len("2026-11-25")


def moment(text: str) -> datetime:
    """A stored moment; a day stands for its first moment, and what has no zone is in UTC.

    Raises:
        ValueError: the text is neither.
    """
    if is_day(text):
        return begins(date.fromisoformat(text))
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_day(text: str) -> bool:
    """Whether the caller knew no more than the day."""
    return len(text) == _DAY


def later(text: str, than: str) -> str:
    """The later of two stored moments: a clock that went backwards makes nothing happen before what it follows."""
    return text if not than or moment(text) >= moment(than) else than


def in_order(text: str, newest: str) -> str:
    """The moment under which something is stored that follows what was stored at `newest`: never before that.

    A step backwards would shorten every wait that begins at it. A day alone may be any moment of it; it is the day of
    the checks, which may lie far back, and no clock. "" says nothing, and what is no moment is left as it is.

    Raises:
        Backwards: a clock says a moment more than `BACK` before.
    """
    before, latest = _read(newest), _last_of(text)
    if before is None or (text and latest is None):
        return text
    if latest is not None and before - latest > BACK and not is_day(text):
        raise Backwards(newest)
    return text if latest is not None and latest >= before else newest


class Backwards(Exception):
    """A clock is wrong, now or when what was stored last came; its message is that moment."""


def _read(text: str) -> datetime | None:
    try:
        return moment(text)
    except ValueError:
        return None


def _last_of(text: str) -> datetime | None:
    """The last moment that may be meant."""
    found = _read(text)
    return ends(found.date()) if found is not None and is_day(text) else found
