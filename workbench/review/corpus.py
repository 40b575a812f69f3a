"""The articles at a look: open errors and warnings by topic, state and risk of each; and what each check found."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, case, func, select

from workbench.model import SEVERITIES
from workbench.review import views
from workbench.review.backlog.legacy import LIVE, WORK
from workbench.review.glance import FAILED
from workbench.review.tables import UNDECIDED, articles, findings, steps

_COUNTED = SEVERITIES[:2]  # notes are too many to tell an article by
_ROW = (
    "name", "path", "title", "risk", "unknowns", "state", "stage", "live", "live_until", "revision", "waiting",
    "errors", "warnings", "notes", "glance",
)  # fmt: skip


class Line(Struct, frozen=True):
    """An article in the table of the corpus.

    Attributes:
        name: in the queue.
        path: of its file.
        title: of the article, else its name.
        risk: 0–100; means nothing where it was not `checked`.
        unknowns: questions that no check could answer.
        state: in people's words.
        live: whether a version of it is on the site, held or not.
        inherited: it was live before us and nobody has taken it up.
        checked: whether its text was ever read.
        until: the last day on which the page stands unreviewed; "" = no such day.
        counts: findings to decide by topic, errors and warnings; a topic without any is left out.
        failed: checks that broke on it, by topic.
    """

    name: str
    path: str
    title: str
    risk: int
    unknowns: int
    state: str
    live: bool
    inherited: bool
    checked: bool
    until: str
    counts: Mapping[str, int]
    failed: Mapping[str, int]


class Found(Struct):
    """What a check has in the texts as they stand: findings of any state but fixed, and matches held back."""

    found: int = 0
    held: int = 0


def lines(connection: Connection, present: Collection[str] | None = None) -> list[Line]:
    """Every article, the most harmful first; those that were never checked stand last.

    Args:
        connection: inside a reading transaction.
        present: only articles of these names (those that are there now); None = all.
    """
    counts, failed = _counted(connection)
    query = select(*(articles.c[name] for name in _ROW)).order_by(
        (articles.c.revision == 0), articles.c.risk.desc(), articles.c.name
    )
    read = connection.execute(query).mappings()
    shown = (row for row in read if present is None or row["name"] in present)
    return [_line(dict(row), counts.get(row["name"], {}), failed.get(row["name"], {})) for row in shown]


def _line(row: dict[str, Any], counts: Mapping[str, int], failed: Mapping[str, int]) -> Line:
    checked = row["revision"] > 0
    return Line(
        name=row["name"],
        path=row["path"],
        title=row["title"] or row["name"],
        risk=row["risk"],
        unknowns=row["unknowns"],
        state=views.state_of(row) if checked else "Not checked",
        live=row["live"] not in ("", "none"),
        inherited=row["live"] == LIVE and row["state"] == WORK,
        checked=checked,
        until=row["live_until"],
        counts=counts,
        failed=failed,
    )


def _counted(connection: Connection) -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    """By article and topic: findings to decide, and checks that broke."""
    broke = case((findings.c.category == FAILED, 1), else_=0)
    counted = case((findings.c.severity.in_(_COUNTED) & (findings.c.category != FAILED), 1), else_=0)
    query = (
        select(findings.c.article, findings.c.topic, func.sum(counted), func.sum(broke))
        .where(findings.c.state.in_(UNDECIDED) & findings.c.held_back.is_(False))
        .group_by(findings.c.article, findings.c.topic)
    )
    counts: dict[str, dict[str, int]] = {}
    failed: dict[str, dict[str, int]] = {}
    for article, topic, number, broken in connection.execute(query):
        if number:
            counts.setdefault(article, {})[topic] = int(number)
        if broken:
            failed.setdefault(article, {})[topic] = int(broken)
    return counts, failed


def by_check(connection: Connection) -> dict[str, Found]:
    """What each check has in the texts as they stand, by its id; one that has nothing is left out."""
    held = func.sum(case((findings.c.held_back.is_(True), 1), else_=0))
    query = select(findings.c.check, func.count(), held).where(findings.c.state != "fixed").group_by(findings.c.check)
    return {check: Found(int(number - back), int(back)) for check, number, back in connection.execute(query)}


def proposals(connection: Connection) -> dict[str, dict[str, Any]]:
    """The newest step about each check, by its id: action, state, by, by_name, on, reason and what was given."""
    kept = ("action", "by", "by_name", "on", "reason")
    query = select(steps).where(steps.c.subject == "check").order_by(steps.c.id)
    return {
        row["key"]: {**{name: row[name] for name in kept}, "state": row["after"], "given": dict(row["given"])}
        for row in connection.execute(query).mappings()
    }
