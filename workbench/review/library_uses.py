"""What the library's screen looks up about articles and their claims; every function is one or two queries."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, case, func, select

from workbench.review.tables import articles, claims
from workbench.review.touching import ON_SITE

_FOUND = 60  # claims that a search answers with


def places(connection: Connection) -> dict[str, dict[str, Any]]:
    """Every article that was read, by name: {"title", "live" (it is on the site), "where" (draft, published …)}."""
    query = select(articles.c.name, articles.c.title, articles.c.live)
    rows = connection.execute(query.where(articles.c.revision > 0)).mappings()
    return {
        row["name"]: {"title": row["title"], "live": row["live"] in ON_SITE, "where": where(row["live"])}
        for row in rows
    }


def where(live: str) -> str:
    """Where an article is, by the state of its page: “draft” where it has none, “held” where it was taken off."""
    if live in ("held", "putting back"):
        return "held"
    return live if live in ON_SITE else "draft"


def claim(connection: Connection, article: str, key: str) -> dict[str, Any] | None:
    """The claim of the article's newest text with this id, with what it rests on; None where there is none."""
    query = _told().where((claims.c.article == article) & (claims.c.claim == key))
    row = connection.execute(query).mappings().first()
    return None if row is None else dict(row)


def like(connection: Connection, words: str, most: int = _FOUND) -> list[dict[str, Any]]:
    """Claims of the newest texts whose words hold all of these words, substantiated ones first.

    Args:
        connection: inside a reading transaction.
        words: parted by blanks, in any case; "" = any claim.
        most: how many.
    """
    query = _told()
    for word in words.casefold().split()[:8]:
        query = query.where(func.lower(claims.c.text).contains(word, autoescape=True))
    order = (case((claims.c.state == "substantiated", 0), else_=1), claims.c.article, claims.c.start)
    return [dict(row) for row in connection.execute(query.order_by(*order).limit(most)).mappings()]


def _told() -> Any:
    newest = (claims.c.article == articles.c.name) & (claims.c.last_revision == articles.c.revision)
    kept = (
        claims.c.article, articles.c.title, articles.c.live, claims.c.claim, claims.c.type, claims.c.text,
        claims.c.citation, claims.c.state, claims.c.source, claims.c.version, claims.c.locator, claims.c.fact,
    )  # fmt: skip
    return select(*kept).select_from(claims).join(articles, newest)
