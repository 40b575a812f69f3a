"""The records of an article as they stood at the end of a day, read for its dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, func, or_, select

from workbench.errors import Usage
from workbench.review import claims_then, marks, then, wording
from workbench.review.claims_then import about_page, rows_of
from workbench.review.moments import moment
from workbench.review.ordering import ends
from workbench.review.papers import Complaint, Papers, Records, Text
from workbench.review.tables import articles, decisions, findings, history, messages, revisions, steps
from workbench.review.wording import Row

_BACK = 20  # rows that are looked at for a moment
_OUTSIDE = ("id", "form", "prev", "hash")  # columns of the history that are not among what a row says


def of(connection: Connection, name: str, day: date, country: str = "", complaint: str = "") -> Papers:
    """The papers of an article as they stood when a day was over (UTC).

    Args:
        connection: inside a reading transaction.
        name: the article.
        day: the day.
        country: the newsroom's own, for the line about what checks confirm.
        complaint: the one that the dossier is made for; what happened up to its last step is told as well.

    Raises:
        Usage: nothing was known of the article by then, or it has no such complaint.
    """
    at = _last_of(connection, day)
    article = connection.execute(select(articles).where(articles.c.name == name)).mappings().first()
    told = rows_of(connection, history, history.c.article == name)
    page = then.page(*about_page(connection, [row for row in told if row["id"] <= at]))
    text = _text(connection, name, page.text_hash, day)
    if article is None or text is None:
        raise Usage(_unknown(connection, name, day))
    ledgers = {
        table.name: rows_of(connection, table, table.c.article == name) for table in (decisions, steps, messages)
    }
    chosen = _chosen(ledgers["steps"], name, complaint)
    upper = at if chosen is None else max(at, *(step["history"] for step in chosen.steps))
    by_then = [row for row in ledgers["steps"] if row["history"] <= at]
    decided = [row for row in ledgers["decisions"] if row["history"] <= at]
    told_then = [row for row in told if row["id"] <= at]
    if not page.address and page.text_hash == article["live_hash"]:  # an imported page's; no step says it
        page = msgspec.structs.replace(page, address=article["live_address"])
    return Papers(
        article=name, title=article["title"], day=day.isoformat(), country=country, page=page, text=text,
        review=then.review((row for row in told_then if row["subject"] == "work" or row["event"] == "open"), True),
        claims=claims_then.told(connection, name, text, ledgers["steps"], at),
        findings=then.findings(
            marks.then(_found(connection, name, text.number), ledgers["steps"], "finding", text.number, at),
            decided, told, text, name, day, at,
        ),
        signed=then.signed([step for step in by_then if step["subject"] == "work"], page.text_hash),
        complaints=then.complaints(step for step in by_then if step["subject"] == "complaint"),
        complaint=chosen, since=tuple(row for row in told if at < row["id"] <= upper),
        records=_records(connection, name, ledgers, at, upper),
    )  # fmt: skip


def _last_of(connection: Connection, day: date) -> int:
    """The number of the last row of the history that was written by the end of a day; moments never go backwards."""
    low, high, end = 0, int(connection.execute(select(func.max(history.c.id))).scalar() or 0), ends(day)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _at(connection, middle) < end else (low, middle - 1)
    return low


def _at(connection: Connection, number: int) -> datetime:
    """The moment of a row; that of the nearest row before where a caller stored what is none."""
    query = select(history.c.at).where(history.c.id <= number).order_by(history.c.id.desc()).limit(_BACK)
    for at in connection.execute(query).scalars():
        try:
            return moment(at)
        except ValueError:
            continue
    return datetime.min.replace(tzinfo=UTC)


def _text(connection: Connection, name: str, live: str, day: date) -> Text | None:
    """The revision that was live, else the newest that had been read by then; None where none had."""
    by_then = (revisions.c.article == name) & (revisions.c.as_of <= day.isoformat())
    columns = (revisions.c.number, revisions.c.text_hash, revisions.c.text, revisions.c.as_of)
    query = select(*columns).order_by(revisions.c.number.desc()).limit(1)
    wanted = by_then & (revisions.c.text_hash == live) if live else by_then
    row = connection.execute(query.where(wanted)).first() or connection.execute(query.where(by_then)).first()
    return None if row is None else Text(*row)


def _unknown(connection: Connection, name: str, day: date) -> str:
    first = connection.execute(select(func.min(revisions.c.as_of)).where(revisions.c.article == name)).scalar()
    if first is None:
        return f"the queue has no article “{name}”. See: workbench queue list"
    return f"“{name}” was first read on {wording.day(first)}; nothing is known of it on {wording.day(day.isoformat())}"


def _chosen(rows: Iterable[Row], name: str, key: str) -> Complaint | None:
    if not key:
        return None
    found = then.complaints(row for row in rows if row["subject"] == "complaint" and row["key"] == key)
    if not found:
        raise Usage(f"there is no complaint “{key}” about “{name}”. See: workbench queue show {name}")
    return found[0]


def _found(connection: Connection, name: str, number: int) -> list[Row]:
    here = (findings.c.article == name) & (findings.c.first_revision <= number) & (findings.c.last_revision >= number)
    query = select(findings).where(here).order_by(findings.c.place)
    return [dict(row) for row in connection.execute(query).mappings()]


def _records(connection: Connection, name: str, ledgers: Mapping[str, Sequence[Row]], at: int, upper: int) -> Records:
    """The rows to embed: all about the article, and about the facts that its claims and accepted risks hang on."""
    facts = {step["given"].get("fact", "") for step in ledgers["steps"] if step["subject"] == "claim"}
    facts |= {row["fact"] for row in ledgers["decisions"]}
    on_facts = (history.c.subject == "fact") & history.c.key.in_(sorted(facts - {""}))
    rows = rows_of(connection, history, or_(history.c.article == name, on_facts) & (history.c.id <= upper))
    own = {row["id"] for row in rows}
    about_facts = rows_of(connection, steps, steps.c.article.is_(None) & (steps.c.subject == "fact"))
    kept = {
        "decisions": tuple(row for row in ledgers["decisions"] if row["history"] in own),
        "steps": tuple(row for row in (*ledgers["steps"], *about_facts) if row["history"] in own),
        "messages": tuple(row for row in ledgers["messages"] if row["history"] in own),
    }
    last = connection.execute(select(history.c.hash).where(history.c.id == upper)).scalar() or ""
    beside = {row["history"]: row for row in (*kept["decisions"], *kept["steps"], *kept["messages"])}
    return Records(history=tuple(_chain(rows, beside, upper)), **kept, then=at, end=(upper, last))


def _chain(rows: Iterable[Row], beside: Mapping[int, Row], upper: int) -> Iterator[Mapping[str, Any]]:
    """Each row as its hash covers it with the decision, step or message that it signs; and how many are not told."""
    before = 0
    for row in rows:
        if row["id"] > before + 1:
            yield {"skipped": row["id"] - before - 1}
        columns = [name for name in row if name not in _OUTSIDE]
        if row["form"] == 1:  # the first form covers the columns that stand before `form`, and signs no other row
            columns = list(row)[1 : list(row).index("form")]
        signs = {name: value for name, value in beside.get(row["id"], {}).items() if name != "history"}
        yield {
            **{name: row[name] for name in _OUTSIDE},
            "says": {name: row[name] or "" for name in columns},
            "signs" if row["row_hash"] else "beside": signs,
            **({} if row["row_hash"] else {"signs": {}}),
        }
        before = row["id"]
    if upper > before:
        yield {"skipped": upper - before}
