"""Complaints about pages and the claims that quoted words may be about; what became of the back catalogue so far."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from workbench import likeness
from workbench.fingerprint import normalised
from workbench.review.backlog.entering import SUBJECT as WAVE
from workbench.review.backlog.legacy import LIVE, WORK
from workbench.review.backlog.resting import SUBJECT as REST
from workbench.review.tables import articles, cases, claims, steps
from workbench.review.wording import Row

OPEN = ("received", "found")
ONLY_WORDS = "none: only the quoted words"  # stands for the claim where a page tells none like it
_MOST = 40  # claims that are offered


def complaints(connection: Connection, name: str = "") -> list[dict[str, Any]]:
    """Every complaint, or those about one article: open ones first, by their deadline; then the newest.

    Each has its `key`, `state`, `article` with `title` and `address`, what was `given` of it (from, words, deadline,
    claim, pages, notice) and its `steps`, oldest first.
    """
    here = cases.c.subject == "complaint"
    if name:
        here = here & (cases.c.article == name)
    kept = (cases, articles.c.title, articles.c.live_address.label("address"))
    rows = connection.execute(select(*kept).join(articles, cases.c.article == articles.c.name).where(here)).mappings()
    done = _steps(connection, name)
    found = [_complaint(dict(row), done.get((row["key"], row["article"]), [])) for row in rows]
    closed = sorted((one for one in found if one["state"] not in OPEN), key=lambda one: one["since"], reverse=True)
    waits = (one for one in found if one["state"] in OPEN)
    return [*sorted(waits, key=lambda one: (one["given"].get("deadline", ""), one["key"])), *closed]


def candidates(connection: Connection, name: str, words: str) -> list[dict[str, str]]:
    """The claims that any text of this article told, those most like the quoted words first: {"claim", "text"}."""
    query = select(claims.c.claim, claims.c.text).where(claims.c.article == name).order_by(claims.c.start)
    mine, said = likeness.prepared(words), normalised(words)
    near = []
    told = {row.claim: row.text for row in connection.execute(query)}
    for place, (claim, text) in enumerate(told.items()):
        inside = bool(said) and (said in normalised(text) or normalised(text) in said)
        near.append((-1.0 if inside else -likeness.likeness(mine, likeness.prepared(text)), place, claim, text))
    return [{"claim": claim, "text": text} for _, _, claim, text in sorted(near)[:_MOST]]


def rest(connection: Connection) -> list[dict[str, str]]:
    """What becomes of the inherited pages that have a day, by that day: {"name", "title", "what", "day", "into"}."""
    joined = select(steps.c.key, steps.c.action, steps.c.until, steps.c.given, articles.c.title).join(
        articles, articles.c.name == steps.c.key
    )
    here = (steps.c.subject == REST) & (articles.c.live == LIVE) & (articles.c.state == WORK)
    newest = {row.key: row for row in connection.execute(joined.where(here).order_by(steps.c.id))}
    found = [
        {"name": name, "title": row.title, "what": row.action, "day": row.until, "into": row.given.get("into", "")}
        for name, row in newest.items()
    ]
    return sorted(found, key=lambda one: (one["day"], one["name"]))


def waves(connection: Connection) -> list[dict[str, Any]]:
    """The waves that were brought in, newest first: {"code", "wave", "on", "by", "pages", "decisions"}."""
    rows = connection.execute(select(steps).where(steps.c.subject == WAVE).order_by(steps.c.id.desc())).mappings()
    return [
        {
            "code": row["key"], "wave": row["action"], "on": row["on"], "by": row["by_name"] or row["by"],
            "pages": len(row["given"].get("pages", ())), "decisions": row["given"].get("decisions", 0),
        }
        for row in rows
    ]  # fmt: skip


def _steps(connection: Connection, name: str) -> dict[tuple[str, str], list[dict[str, Any]]]:
    here = steps.c.subject == "complaint"
    if name:
        here = here & (steps.c.article == name)
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    kept = ("action", "after", "by", "by_name", "on", "at", "reason")
    for row in connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings():
        found.setdefault((row["key"], row["article"]), []).append({one: row[one] for one in kept})
    return found


def _complaint(row: Row, done: list[dict[str, Any]]) -> dict[str, Any]:
    given = {key: said for key, said in row["given"].items() if isinstance(said, str)}
    kept = ("key", "state", "since", "article", "title", "address")
    return {**{key: row[key] for key in kept}, "given": given, "steps": done}
