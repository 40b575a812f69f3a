"""The texts of an article that were signed or went live, and what one of them said."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from workbench.review.tables import articles, findings, revisions, steps

_SIGNS = ("approve editorial", "approve medical", "mark live")


def texts(connection: Connection, name: str) -> list[dict[str, Any]]:
    """Who signed which text of the article, or put it on the site, newest first.

    Returns:
        Rows with `at`, `on`, `by`, `by_name`, `action`, `text_hash` and `draft`, the number of the revision.
    """
    here = (steps.c.subject == "work") & (steps.c.article == name) & steps.c.action.in_(_SIGNS)
    kept = (steps.c.at, steps.c.on, steps.c.by, steps.c.by_name, steps.c.action, steps.c.text_hash)
    drafts = _drafts(connection, name)
    found = connection.execute(select(*kept).where(here).order_by(steps.c.id.desc())).mappings()
    return [{**row, "draft": drafts[row["text_hash"]]} for row in found if row["text_hash"] in drafts]


def text(connection: Connection, name: str, text_hash: str) -> dict[str, Any] | None:
    """The text with this hash: `text`, `reading` (the packed document, "" in old rows) and `path`; None = unknown."""
    here = (revisions.c.article == name) & (revisions.c.text_hash == text_hash)
    query = select(revisions.c.text, revisions.c.reading, articles.c.path)
    query = query.join(articles, articles.c.name == revisions.c.article).where(here)
    row = connection.execute(query.order_by(revisions.c.number.desc()).limit(1)).mappings().first()
    return dict(row) if row is not None else None


def since_draft(connection: Connection, name: str) -> dict[str, int] | None:
    """What the newest check made of the draft before this one: its number, findings fixed and new; None for a first."""
    number = connection.execute(select(articles.c.revision).where(articles.c.name == name)).scalar() or 0
    if number < 2:
        return None
    mine = (findings.c.article == name) & findings.c.held_back.is_(False)
    rows = connection.execute(
        select(findings.c.state, findings.c.first_revision, findings.c.last_revision).where(mine)
    ).all()
    fixed = sum(row.state == "fixed" and row.last_revision == number - 1 for row in rows)
    new = sum(row.state != "fixed" and row.first_revision == number for row in rows)
    return {"draft": number - 1, "fixed": fixed, "new": new}


def _drafts(connection: Connection, name: str) -> dict[str, int]:
    query = select(revisions.c.text_hash, revisions.c.number).where(revisions.c.article == name)
    return {row.text_hash: row.number for row in connection.execute(query.order_by(revisions.c.number))}
