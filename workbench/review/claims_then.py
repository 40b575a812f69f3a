"""The claims of a text with their standing on an earlier day, and the other pages that told the same then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, select

from workbench.model import Claim
from workbench.review import marks, then
from workbench.review.papers import Page, Text, Told, Use
from workbench.review.tables import articles, claims, history, revisions, steps
from workbench.review.touching import ON_SITE
from workbench.review.wording import Row


def told(connection: Connection, name: str, text: Text, about: Sequence[Row], at: int) -> tuple[Told, ...]:
    """The claims of a revision, by place.

    Args:
        connection: inside a reading transaction.
        name: the article.
        text: the revision.
        about: the steps about the article, also later ones, oldest first.
        at: the number of the last row of the history of that day.
    """
    here = (claims.c.article == name) & (claims.c.first_revision <= text.number)
    query = select(claims).where(here & (claims.c.last_revision >= text.number))
    stored = [dict(row) for row in connection.execute(query).mappings()]
    rows = marks.then(stored, about, "claim", text.number, at)
    by_then = [step for step in about if step["history"] <= at]
    words = _words(connection, name, rows)
    facts = _facts(connection, at)
    elsewhere = _elsewhere(connection, name, [row["claim"] for row in rows], at)
    found = []
    for row in rows:
        mine = [one for one in by_then if one["subject"] == "claim" and one["key"] == row["claim"]]
        stood: dict[str, Any] = then.claim(mine)
        place = text.text.find(words[row["last_revision"]][row["start"] : row["end"]])
        if row["last_revision"] == text.number:
            place = row["start"]
        found.append(Told(
            claim=msgspec.json.decode(row["detail"], type=Claim), **stood, value=facts.get(stood.get("fact", ""), {}),
            at=(place, place + row["end"] - row["start"]) if place >= 0 else None,
            elsewhere=tuple(elsewhere.get(row["claim"], ())),
        ))  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.at or (one.claim.start, one.claim.end)))


def _words(connection: Connection, name: str, rows: Sequence[Row]) -> dict[int, str]:
    """The texts of the revisions in which these claims were last told, by number."""
    numbers = {row["last_revision"] for row in rows}
    here = (revisions.c.article == name) & revisions.c.number.in_(numbers)
    return {
        row.number: row.text for row in connection.execute(select(revisions.c.number, revisions.c.text).where(here))
    }


def _facts(connection: Connection, at: int) -> dict[str, dict[str, Any]]:
    """What was known of each fact by then."""
    here = (steps.c.subject == "fact") & (steps.c.action == "change") & (steps.c.history <= at)
    known: dict[str, dict[str, Any]] = {}
    for row in connection.execute(select(steps.c.key, steps.c.given).where(here).order_by(steps.c.id)):
        known[row.key] = {**known.get(row.key, {}), **row.given}
    return known


def _elsewhere(connection: Connection, name: str, keys: Sequence[str], at: int) -> dict[str, list[Use]]:
    """The other pages whose text on the site told one of these claims at that row of the history."""
    kept = (articles.c.title, articles.c.live_hash, articles.c.live_address)
    query = select(claims, *kept).join(articles, articles.c.name == claims.c.article)
    query = query.where(claims.c.claim.in_(keys) & (claims.c.article != name)).order_by(claims.c.article)
    rows = connection.execute(query).mappings().all()
    names = sorted({row["article"] for row in rows})
    live, about = history.c.subject == "live", (steps.c.subject == "claim") & steps.c.key.in_(keys)
    told = rows_of(connection, history, history.c.article.in_(names) & live & (history.c.id <= at))
    stood = rows_of(connection, steps, steps.c.article.in_(names) & about & (steps.c.history <= at))
    pages = _pages(connection, names, told)
    numbers = _numbers(connection, pages)
    found: dict[str, list[Use]] = {}
    for row in rows:
        there, page = row["article"], pages[row["article"]]
        if any(row["first_revision"] <= number <= row["last_revision"] for number in numbers.get(there, ())):
            mine = [s for s in stood if (s["article"], s["subject"], s["key"]) == (there, "claim", row["claim"])]
            state = str(then.claim(mine).get("state", "unsubstantiated"))
            address = page.address or (row["live_address"] if row["live_hash"] == page.text_hash else "")
            found.setdefault(row["claim"], []).append(Use(there, row["title"], address, state))
    return found


def _pages(connection: Connection, names: Sequence[str], told: Sequence[Row]) -> dict[str, Page]:
    rows, addresses = about_page(connection, told)
    by_article: dict[str, list[Row]] = {name: [] for name in names}
    for row in rows:
        by_article[row["article"]].append(row)
    return {name: then.page(mine, addresses) for name, mine in by_article.items()}


def _numbers(connection: Connection, pages: Mapping[str, Page]) -> dict[str, list[int]]:
    """The revisions whose text was on the site, by article."""
    live = {name: page.text_hash for name, page in pages.items() if page.state in ON_SITE and page.text_hash}
    query = select(revisions.c.article, revisions.c.number, revisions.c.text_hash)
    found: dict[str, list[int]] = {}
    for row in connection.execute(query.where(revisions.c.article.in_(list(live)))):
        if live[row.article] == row.text_hash:
            found.setdefault(row.article, []).append(row.number)
    return found


def rows_of(connection: Connection, table: Table, where: Any) -> list[Row]:
    """The rows of a table with numbers, oldest first."""
    return [dict(row) for row in connection.execute(select(table).where(where).order_by(table.c.id)).mappings()]


def about_page(connection: Connection, told: Sequence[Row]) -> tuple[list[Row], Mapping[int, str]]:
    """The rows of the history about a page on the site, and by their numbers the addresses that they name."""
    rows = [row for row in told if row["subject"] == "live"]
    query = select(steps.c.history, steps.c.given).where(steps.c.history.in_([row["id"] for row in rows]))
    return rows, {row.history: row.given.get("address", "") for row in connection.execute(query)}
