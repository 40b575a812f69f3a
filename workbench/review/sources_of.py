"""What the claims of the newsroom's articles name as their sources, as the screen about sources shows it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.model import Reference
from workbench.review.library_uses import where
from workbench.review.tables import articles, claims


class Resting(Struct, frozen=True):
    """A claim that names sources, or rests on one that a person gave.

    `references` are what its text names; `source`, `version` and `place` what it was substantiated by ("" = nothing).
    """

    article: str
    title: str
    where: str
    claim: str
    type: str
    text: str
    standing: str
    source: str
    version: str
    place: str
    references: tuple[Reference, ...] = ()


class _Detail(Struct, frozen=True):
    """Of a stored claim only what is asked for here."""

    references: tuple[Reference, ...] = ()


_READ = msgspec.json.Decoder(_Detail)


def resting(connection: Connection) -> Iterator[Resting]:
    """The claims of the newest texts that name or rest on a source, by article and place in it."""
    newest = (claims.c.article == articles.c.name) & (claims.c.last_revision == articles.c.revision)
    kept = (
        claims.c.article, articles.c.title, articles.c.live, claims.c.claim, claims.c.type, claims.c.text,
        claims.c.state, claims.c.source, claims.c.version, claims.c.locator, claims.c.detail,
    )  # fmt: skip
    query = select(*kept).select_from(claims).join(articles, newest)
    query = query.where(claims.c.citation.in_(("linked", "named", "vague")) | (claims.c.source != ""))
    for row in connection.execute(query.order_by(claims.c.article, claims.c.start)).mappings():
        yield Resting(
            row["article"], row["title"], where(row["live"]), row["claim"], row["type"], row["text"], row["state"],
            row["source"], row["version"], row["locator"], _READ.decode(row["detail"]).references,
        )  # fmt: skip
