"""What of an article's findings other articles have too, and whether those may be decided together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, func, not_, select

from workbench.review import casing
from workbench.review.backlog.pool import INHERITED
from workbench.review.casing import Rules
from workbench.review.desk import lay_out
from workbench.review.moves.together import is_grave
from workbench.review.tables import UNDECIDED, articles, findings

_MANY = 500  # names in one query


def counts(connection: Connection, name: str, as_of: date, rules: Rules) -> dict[str, list[int]]:
    """For each undecided finding that waits in other articles too: in how many, and 1 where each is decided alone.

    An error about dose, safety or approval is never decided together with others.
    """
    desk = lay_out(connection, name, as_of)
    open_ = [item for item in desk.settled if item.state in UNDECIDED and not item.finding.held_back]
    there = others(connection, name, [item.finding.fingerprint for item in open_])
    return {
        item.finding.fingerprint: [number, int(is_grave(casing.finding(desk, item, rules)))]
        for item in open_
        if (number := there.get(item.finding.fingerprint, 0))
    }


def others(connection: Connection, name: str, fingerprints: Iterable[str]) -> dict[str, int]:
    """In how many other articles of the queue a finding of each fingerprint waits for a decision."""
    column, asked = findings.c, list(dict.fromkeys(fingerprints))
    waits = column.state.in_(UNDECIDED) & column.held_back.is_(False) & (column.article != name) & not_(INHERITED)
    joined = select(column.fingerprint, func.count()).join(articles, articles.c.name == column.article)
    found: dict[str, int] = {}
    for start in range(0, len(asked), _MANY):
        query = joined.where(waits & column.fingerprint.in_(asked[start : start + _MANY]))
        found |= {row[0]: row[1] for row in connection.execute(query.group_by(column.fingerprint))}
    return found
