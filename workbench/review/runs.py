"""How many findings stood open at the end of each day of checking: what a trend is drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, not_, select

from workbench import __version__
from workbench.fingerprint import digest
from workbench.model import Check
from workbench.review import versions
from workbench.review.backlog.pool import INHERITED
from workbench.review.lookups import runs
from workbench.review.tables import articles

_COUNTED = ("errors", "warnings", "notes")


def close(connection: Connection, on: date, checks: Iterable[Check]) -> None:
    """Put down how things stand after a check on this day; a later check of the same day replaces it.

    Args:
        connection: inside a writing transaction.
        on: the day of the checks.
        checks: those that ran; a day on which they differ from the day before is marked in a trend.
    """
    here = (articles.c.revision > 0) & not_(INHERITED)
    sums = (func.coalesce(func.sum(articles.c[name]), 0).label(name) for name in _COUNTED)
    counts = connection.execute(select(func.count().label("articles"), *sums).where(here)).mappings().one()
    told = sorted(f"{check.id} {versions.of(check)}" for check in checks)
    row = {**counts, "on": on.isoformat(), "checks": digest(*told)[:12] if told else "", "tool": __version__}
    connection.execute(delete(runs).where(runs.c.on == row["on"]))
    connection.execute(insert(runs).values(**row))


def since(connection: Connection, first: date) -> list[dict[str, Any]]:
    """The days of checking from this one on, oldest first: on, articles, errors, warnings, notes, checks, tool."""
    query = select(runs).where(runs.c.on >= first.isoformat()).order_by(runs.c.on)
    return [dict(row) for row in connection.execute(query).mappings()]
