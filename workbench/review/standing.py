"""Which decisions stand, and what they make of an article's findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from workbench import decisions as matching
from workbench import risk
from workbench.model import Decision, Finding, Risk
from workbench.review.tables import decisions
from workbench.review.wording import Row

_CLOSING = ("dismissed", "accepted")


class Settled(msgspec.Struct, frozen=True):
    """A finding with the decision that stands about it.

    `decision` is also given where it no longer closes the finding: its sentence changed, or its end date has passed.
    """

    finding: Finding
    state: str
    decision: Row | None


def rows_of(connection: Connection, articles: Iterable[str] | None = None) -> dict[str, list[Row]]:
    """Every decision row by article, oldest first, taken back or not."""
    query = select(decisions).order_by(decisions.c.id)
    if articles is not None:
        query = query.where(decisions.c.article.in_(list(articles)))
    found: dict[str, list[Row]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["article"], []).append(dict(row))
    return found


def last_number(connection: Connection) -> int:
    """The number of the newest decision; 0 before the first one. Under the write lock the next one is one more."""
    return connection.execute(select(func.max(decisions.c.id))).scalar() or 0


def standing(rows: Sequence[Row]) -> list[Row]:
    """The decisions that stand: not undone, and not ended by one that was not undone itself."""
    undone = {row["ends"] for row in rows if row["decision"] == "undone"}
    ended = {row["ends"] for row in rows if row["decision"] == "undone" or row["id"] not in undone}
    return [row for row in rows if row["decision"] != "undone" and row["id"] not in ended]


def settle(findings: Sequence[Finding], rows: Sequence[Row], article: str, as_of: date) -> list[Settled]:
    """The findings of an article with what stands about them.

    Args:
        findings: without decisions.
        rows: the decisions of this article that stand.
        article: its name.
        as_of: the day; accepted risks end.
    """
    by_id = {str(row["id"]): row for row in rows}
    by_place = {(row["check"], row["fingerprint"]): row for row in rows}
    # The matching answers with the decision's person; given its number instead, it says which decision it was.
    numbered: list[dict[str, Any]] = [{**row, "by": number} for number, row in by_id.items()]
    settled = []
    for finding in matching.apply(findings, numbered, article, as_of):
        bare = msgspec.structs.replace(finding, decision=None) if finding.decision else finding
        if finding.decision is None:
            settled.append(Settled(bare, "open", by_place.get((finding.check, finding.fingerprint))))
        else:
            state = "accepted" if finding.decision.state == "baseline" else finding.decision.state
            settled.append(Settled(bare, state, by_id[finding.decision.by]))
    return settled


def risk_of(settled: Iterable[Settled], unknowns: int) -> Risk:
    """The risk that is left; what is closed does not count, what waits for a fix or a second person does."""
    counted = (
        msgspec.structs.replace(item.finding, decision=Decision(item.state, "", "", ""))
        if item.state in _CLOSING
        else item.finding
        for item in settled
    )
    found = risk.of(counted, ())
    return Risk(found.score, found.parts, unknowns)
