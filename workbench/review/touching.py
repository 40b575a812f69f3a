"""Which live sentences rest on a claim or a fact: what a person sees before either is changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, select

from workbench.fingerprint import digest
from workbench.review.tables import articles, claims, revisions

ON_SITE = ("published", "expired", "inherited", "held", "putting back")


def of_claim(connection: Connection, key: str) -> tuple[str, ...]:
    """Every live sentence that tells this claim."""
    return _sentences(connection, claims.c.claim == key)


def of_fact(connection: Connection, key: str) -> tuple[str, ...]:
    """Every live sentence that rests on this fact."""
    return _sentences(connection, claims.c.fact == key)


def pages_of_fact(connection: Connection, key: str) -> list[str]:
    """The articles with such a sentence, by name."""
    return list(dict.fromkeys(name for name, _ in _rows(connection, claims.c.fact == key)))


def name_of(touched: Sequence[str]) -> str:
    """Eight digits that stand for exactly these sentences, so that a person can say which list was seen."""
    return digest("touched", *touched)[:8]


def _sentences(connection: Connection, here: ColumnElement[bool]) -> tuple[str, ...]:
    return tuple(f"{name}: {text}" for name, text in _rows(connection, here))


def _rows(connection: Connection, here: ColumnElement[bool]) -> list[tuple[str, str]]:
    """Claims of the text that is on the site, which may be older than the one that is being written."""
    on_site = (revisions.c.article == articles.c.name) & (revisions.c.text_hash == articles.c.live_hash)
    number = revisions.c.number
    told = (claims.c.article == articles.c.name) & number.between(claims.c.first_revision, claims.c.last_revision)
    query = select(articles.c.name, claims.c.text, claims.c.start).distinct()
    query = query.select_from(articles).join(revisions, on_site).join(claims, told)
    query = query.where(here & articles.c.live.in_(ON_SITE)).order_by(articles.c.name, claims.c.start)
    return [(row.name, row.text) for row in connection.execute(query)]
