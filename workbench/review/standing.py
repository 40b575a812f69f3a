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
from workbench.review.tables import WAITING, decisions
from workbench.review.wording import Row

ALONE = "newsroom_of_one"  # option of a connection
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


def as_counted(connection: Connection, rows: Iterable[Row]) -> list[Row]:
    """The rows as they count here: a second pass of the same person does in a newsroom of one only, as in CI.

    The store tells each connection which newsroom this is.
    """
    return [dict(row) for row in matching.counted(rows, bool(connection.get_execution_options().get(ALONE)))]


def last_number(connection: Connection) -> int:
    """The number of the newest decision; 0 before the first one. Under the write lock the next one is one more."""
    return connection.execute(select(func.max(decisions.c.id))).scalar() or 0


def standing(rows: Sequence[Row]) -> list[Row]:
    """The decisions that stand: not undone, and not ended by one that was not undone itself."""
    undone = {row["ends"] for row in rows if row["decision"] == "undone"}
    ended = {row["ends"] for row in rows if row["decision"] == "undone" or row["id"] not in undone}
    return [row for row in rows if row["decision"] != "undone" and row["id"] not in ended]


def revived(rows: Sequence[Row], row: Row) -> list[Row]:
    """What would stand again about the very same finding if this decision were ended: requests and what waits.

    Taking back leads there on purpose; what leads to "open" has to end these as well.
    """
    by_id, found = {one["id"]: one for one in rows}, list[Row]()
    here = by_id.get(row["ends"])
    while here is not None and here["fingerprint"] == row["fingerprint"] and here["decision"] in (*WAITING, "fix"):
        found.append(here)
        here = by_id.get(here["ends"])
    return found


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


def risk_of(settled: Iterable[Settled], unknowns: int, around: risk.Around = risk.ALONE) -> Risk:
    """The risk that is left; what is closed does not count, what waits for a fix or a second person does.

    Args:
        settled: the findings with what stands about each.
        unknowns: how many questions could not be answered.
        around: what else is known of the page.
    """
    counted = (
        msgspec.structs.replace(item.finding, decision=Decision(item.state, "", "", ""))
        if item.state in _CLOSING
        else item.finding
        for item in settled
    )
    found = risk.of(counted, (), around)
    return Risk(found.score, found.parts, unknowns)
