"""Claims that hold some words, looked for as people type."""

from __future__ import annotations

from sqlalchemy import Connection, and_, func, select

from workbench.fingerprint import normalised
from workbench.review.tables import articles, claims

SHORTEST = 3  # characters from which claims are looked through
_MOST = 2000  # claims that are read


def claims_with(connection: Connection, words: str) -> dict[str, str]:
    """The first claim of each article that holds these words, by article: any case, any quotes, any blanks between.

    Args:
        connection: inside a reading transaction.
        words: what somebody typed; under three characters nothing is looked for.
    """
    said = normalised(words)
    if len(said) < SHORTEST:
        return {}
    plain = [word for word in said.split() if word.isascii() and word.isalnum()]  # both databases fold these alike
    holds = and_(True, *(func.lower(claims.c.text).contains(word, autoescape=True) for word in plain))
    newest = (claims.c.article == articles.c.name) & (claims.c.last_revision == articles.c.revision)
    query = select(claims.c.article, claims.c.text).join(articles, newest).where(holds)
    found: dict[str, str] = {}
    for row in connection.execute(query.order_by(claims.c.article, claims.c.start).limit(_MOST)):
        if said in normalised(row.text):
            found.setdefault(row.article, row.text)
    return found
