"""Matches that their context holds back, and which of them people are asked about."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.fingerprint import digest
from workbench.review.backlog.legacy import LIVE, WORK
from workbench.review.moves.of_matches import HELD
from workbench.review.tables import articles, findings, steps

_BY_COMMENT = "suppressed in the text"  # how the cue of such a comment begins
ONE_IN = 20  # held-back matches that are put up for a verdict


class Match(Struct, frozen=True):
    """A held-back match that is put up; `state` is "held back" until somebody gave a verdict."""

    article: str
    title: str
    fingerprint: str
    check: str
    text: str
    sentence: str
    state: str


def put_up(fingerprint: str) -> bool:
    """Whether a held-back match is put up for a verdict: one in twenty, by its name alone, so that nobody picks."""
    return int(digest("held back sample", fingerprint), 16) % ONE_IN == 0


def matches(connection: Connection, name: str = "") -> list[Match]:
    """Those that the newest texts have, by article and place.

    Args:
        connection: inside a transaction.
        name: only of this article; "" = of all but inherited pages, which are nobody's work yet.
    """
    column = findings.c
    mine = column.article == name if name else ~((articles.c.live == LIVE) & (articles.c.state == WORK))
    kept = (
        column.article,
        articles.c.title,
        column.fingerprint,
        column.check,
        column.text,
        column.sentence,
        column.detail,
    )
    query = select(*kept).join(articles, articles.c.name == column.article)
    query = query.where(mine & column.held_back & (column.state != "fixed")).order_by(column.article, column.place)
    given = verdicts(connection)
    return [
        Match(*row[:-1], state=given.get((row.article, row.fingerprint), HELD))
        for row in connection.execute(query)
        if put_up(row.fingerprint) and not _closed(row.detail)
    ]


def _closed(detail: str) -> bool:
    """Whether a comment in the text holds it back, which says nothing about the check."""
    return f'"cue":"{_BY_COMMENT}' in detail


def verdicts(connection: Connection) -> dict[tuple[str, str], str]:
    """The newest verdict on each match, by article and fingerprint; one that was taken back is none."""
    query = select(steps.c.article, steps.c.key, steps.c.after).where(steps.c.subject == "match").order_by(steps.c.id)
    found = {(row.article, row.key): row.after for row in connection.execute(query)}
    return {place: verdict for place, verdict in found.items() if verdict != HELD}
