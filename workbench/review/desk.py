"""An article as it lies before the person who decides."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.model import Claim, Finding
from workbench.review import standing
from workbench.review.moves import Refused
from workbench.review.standing import Settled
from workbench.review.tables import UNDECIDED, articles, claims, findings, revisions
from workbench.review.wording import Row


class Desk(Struct, frozen=True):
    """An article as it lies before the person: its findings with what stands about them, and its claims.

    `rows` is every decision, taken back or not. Beside each finding, `found` is the day on which it was first found,
    and `since` the day on which it came into its state.
    """

    article: Row
    text_hash: str
    rows: tuple[Row, ...]
    settled: tuple[Settled, ...]
    found: tuple[str, ...]
    since: tuple[str, ...]
    claims: tuple[Row, ...]

    def about(self, fingerprint: str) -> Settled | None:
        """The finding of this name, if the text still has it."""
        return next((item for item in self.settled if item.finding.fingerprint == fingerprint), None)

    def left(self) -> int:
        """How many findings still wait for a first decision."""
        return sum(item.state in UNDECIDED and not item.finding.held_back for item in self.settled)

    def told(self) -> tuple[Claim, ...]:
        """The claims of the text as it stands."""
        return tuple(msgspec.json.decode(row["detail"], type=Claim) for row in self.claims)


def lay_out(connection: Connection, name: str, as_of: date) -> Desk:
    """The article of this name, with its findings settled.

    Raises:
        Refused: the queue has no such article.
    """
    article = connection.execute(select(articles).where(articles.c.name == name)).mappings().first()
    if article is None or article["revision"] == 0:
        raise Refused(f"The queue has no article “{name}”; once it is checked, an editor can decide its findings.")
    newest = (revisions.c.article == name) & (revisions.c.number == article["revision"])
    text_hash = connection.execute(select(revisions.c.text_hash).where(newest)).scalar_one()
    rows = tuple(standing.as_counted(connection, standing.rows_of(connection, [name]).get(name, ())))
    here = (findings.c.article == name) & (findings.c.state != "fixed")
    first = (revisions.c.article == name) & (revisions.c.number == findings.c.first_revision)
    query = select(findings.c.detail, findings.c.since, revisions.c.as_of).join(revisions, first).where(here)
    stored = connection.execute(query.order_by(findings.c.place)).all()
    found = [msgspec.json.decode(row.detail, type=Finding) for row in stored]
    settled = standing.settle(found, standing.standing(rows), name, as_of)
    days, since = tuple(row.as_of for row in stored), tuple(row.since for row in stored)
    return Desk(dict(article), text_hash, rows, tuple(settled), days, since, _claims(connection, dict(article)))


def _claims(connection: Connection, article: Row) -> tuple[Row, ...]:
    here = (claims.c.article == article["name"]) & (claims.c.last_revision == article["revision"])
    return tuple(
        dict(row) for row in connection.execute(select(claims).where(here).order_by(claims.c.start)).mappings()
    )
