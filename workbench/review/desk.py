"""An article as it lies before the person who decides."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.model import Finding
from workbench.review import rules, standing
from workbench.review.rules import Refused
from workbench.review.standing import Settled
from workbench.review.tables import articles, findings, revisions
from workbench.review.wording import Row


class Desk(Struct, frozen=True):
    """An article as it lies before the person: its findings with what stands about them."""

    article: Row
    text_hash: str
    rows: tuple[Row, ...]  # every decision, taken back or not
    settled: tuple[Settled, ...]
    found: tuple[str, ...]  # beside each, the day it was first found

    def about(self, fingerprint: str) -> Settled | None:
        """The finding of this name, if the text still has it."""
        return next((item for item in self.settled if item.finding.fingerprint == fingerprint), None)

    def left(self) -> int:
        """How many findings still wait for a first decision."""
        return sum(item.state in rules.UNDECIDED and not item.finding.held_back for item in self.settled)


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
    rows = tuple(standing.rows_of(connection, [name]).get(name, ()))
    here = (findings.c.article == name) & (findings.c.state != "fixed")
    first = (revisions.c.article == name) & (revisions.c.number == findings.c.first_revision)
    query = select(findings.c.detail, revisions.c.as_of).join(revisions, first).where(here).order_by(findings.c.place)
    stored = connection.execute(query).all()
    found = [msgspec.json.decode(row.detail, type=Finding) for row in stored]
    settled = standing.settle(found, standing.standing(rows), name, as_of)
    return Desk(dict(article), text_hash, rows, tuple(settled), tuple(row.as_of for row in stored))
