"""What is known of a page beside its findings, as its risk weighs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from sqlalchemy import Connection, func, select

from workbench.model import Claim
from workbench.review import conflicts, ledger, signatures
from workbench.review.desk import Desk
from workbench.review.ledger import Place
from workbench.review.tables import articles, claims
from workbench.review.wording import Row
from workbench.risk import Around

_MANY = 500  # names in one query


def of(connection: Connection, desk: Desk, as_of: date) -> Around:
    """The surroundings of one article as it is stored."""
    article, told = desk.article, desk.told()
    pages = shared(connection, [claim.id for claim in told])
    disputed = sum(row["state"] == "disputed" for row in desk.claims)
    disputed += conflicts.open_of(connection, article["name"])
    rows = ledger.about(connection, Place("work", article["name"], article["name"]))
    covered = reviewed(rows, article, desk.text_hash)
    return around(told, pages, disputed, reviewed=covered, since=since(rows, article["first_seen"]), as_of=as_of)


def around(
    told: Iterable[Claim], pages: Mapping[str, int], disputed: int, *, reviewed: bool, since: str, as_of: date
) -> Around:
    """From what is known; `since` is the day of the last review, or else the one on which the page came."""
    age = max(0, (as_of - date.fromisoformat(since[:10])).days) if since else 0
    return Around(tuple(told), pages, disputed, Fraction(0) if reviewed else Fraction(1), age)


def shared(connection: Connection, ids: Iterable[str], but: Collection[str] = ()) -> dict[str, int]:
    """How many pages tell each of these claims, those of the names `but` left out."""
    found: dict[str, int] = {}
    newest = (claims.c.article == articles.c.name) & (claims.c.last_revision == articles.c.revision)
    asked = list(dict.fromkeys(ids))
    for start in range(0, len(asked), _MANY):
        here = claims.c.claim.in_(asked[start : start + _MANY]) & claims.c.article.not_in(list(but))
        query = select(claims.c.claim, func.count()).join(articles, newest).where(here)
        found |= {row[0]: row[1] for row in connection.execute(query.group_by(claims.c.claim))}
    return found


def shared_with(connection: Connection, told: Mapping[str, Iterable[Claim]]) -> dict[str, int]:
    """How many pages tell each claim of these articles, once they are stored as they are told here."""
    each = [claim for claims in told.values() for claim in {claim.id for claim in claims}]
    elsewhere, here = shared(connection, each, told), Counter(each)
    return {claim: number + elsewhere.get(claim, 0) for claim, number in here.items()}


def reviewed(rows: Sequence[Row], article: Row, text_hash: str) -> bool:
    """Whether this very text was signed, or went live after it was."""
    signed = any(one.text_hash == text_hash for one in signatures.given(rows))
    return signed or (article["live_hash"] == text_hash and article["live"] != "inherited")


def since(rows: Sequence[Row], came: str) -> str:
    """The moment of the newest signature, or else the day on which the page came."""
    signed = [row["at"] for row in rows if row["action"].startswith("approve")]
    return signed[-1] if signed else came
