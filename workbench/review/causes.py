"""One finding in many articles: the same check on the same words, or the same missing element, with the same state.

No path enters a fingerprint, so that equal words in two articles have the same one.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, func, not_, select

from workbench.review.backlog.pool import INHERITED
from workbench.review.tables import UNDECIDED, articles, findings

_SHOWN = (findings.c.article, articles.c.title, findings.c.check, findings.c.fingerprint, findings.c.severity,
          findings.c.text, findings.c.sentence, findings.c.message, findings.c.state)  # fmt: skip


class Shared(Struct, frozen=True):
    """A cause that several articles have: `uses` counts them; `check`, `severity`, `text`, `message` are of one."""

    fingerprint: str
    check: str
    severity: str
    text: str
    sentence: str
    message: str
    uses: int


def uses(connection: Connection, fingerprint: str) -> list[dict[str, Any]]:
    """Every undecided use, by article: article, title, check, fingerprint, severity, text, sentence, message, state.

    Inherited pages are left out: they come by waves. More than `moves.together.MOST` are decided in several steps.
    """
    waits = (findings.c.fingerprint == fingerprint) & findings.c.state.in_(UNDECIDED) & findings.c.held_back.is_(False)
    joined = select(*_SHOWN).join(articles, articles.c.name == findings.c.article)
    query = joined.where(waits & not_(INHERITED)).order_by(findings.c.article)
    return [dict(row) for row in connection.execute(query).mappings()]


def shared(connection: Connection, first: int = 50) -> list[Shared]:
    """The causes that most articles share, those with most uses first."""
    number = func.count().label("uses")
    waits = findings.c.state.in_(UNDECIDED) & findings.c.held_back.is_(False)
    grouped = (
        select(findings.c.fingerprint, func.min(findings.c.article).label("article"), number)
        .join(articles, articles.c.name == findings.c.article)
        .where(waits & not_(INHERITED))
        .group_by(findings.c.fingerprint)
        .having(number > 1)
        .order_by(number.desc(), findings.c.fingerprint)
        .limit(first)
        .subquery()
    )
    here = (findings.c.fingerprint == grouped.c.fingerprint) & (findings.c.article == grouped.c.article)
    kept = (findings.c[name] for name in ("fingerprint", "check", "severity", "text", "sentence", "message"))
    query = select(*kept, grouped.c.uses).join(grouped, here).order_by(grouped.c.uses.desc(), findings.c.fingerprint)
    return [Shared(**row) for row in connection.execute(query).mappings()]
