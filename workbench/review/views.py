"""What the queue shows of each article, and the small state of each finding."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, func, not_, select, true

from workbench.model import SEVERITIES, Check
from workbench.review import glance, wording
from workbench.review.backlog.pool import INHERITED
from workbench.review.standing import Settled
from workbench.review.tables import UNDECIDED, articles
from workbench.review.wording import Row

_AT_ONCE = 100  # articles read in one query

_WORK = {"new": "New", "changes requested": "With writer", "approved": "Approved"}
_LIVE = {
    "none": "Not live", "published": "Published", "expired": "Expired", "inherited": "Inherited", "held": "On hold",
    "putting back": "On hold",
}  # fmt: skip


def queue(
    connection: Connection, checks: Mapping[str, Check], as_of: date, present: Collection[str] | None, days: int,
    first: int | None = None, *, inherited: bool = False,
) -> list[dict[str, Any]]:  # fmt: skip
    """The articles that were read: due within a day, then risk, then age against the limit, as `ordering` says.

    Args:
        connection: inside a reading transaction.
        checks: the loaded checks, for their titles.
        as_of: the day.
        present: only articles of these names; None = all.
        days: how many days an article may wait.
        first: at most so many; None = all.
        inherited: also pages that were live before us and are in no review.
    """
    shown_at_all = true() if inherited else not_(INHERITED)
    rows = _ordered(connection, as_of, first if present is None else None, shown_at_all)
    shown = (row for row in rows if present is None or row["name"] in present)
    return [_row(row, checks, as_of, days) for row in islice(shown, first)]


def row(connection: Connection, name: str, checks: Mapping[str, Check], as_of: date, days: int) -> dict[str, Any]:
    """The row of one article, as `queue` gives it; {} where the queue has none of this name."""
    return next((_row(one, checks, as_of, days) for one in _whole(connection, [name])), {})


def _ordered(connection: Connection, as_of: date, first: int | None, here: ColumnElement[bool]) -> Iterator[Row]:
    """What is due soon, then the rest. The order is found in the index of risk alone; whole rows are wide."""
    tomorrow, today = (as_of + timedelta(days=1)).isoformat(), as_of.isoformat()
    column = articles.c
    soon = (column.due > "") & (column.due <= tomorrow)
    oldest = func.coalesce(func.nullif(column.oldest, ""), today)
    order = (column.risk.desc(), oldest, (column.due == ""), column.due, column.name)
    for part in (soon, not_(soon)):
        names = select(column.name).where((column.revision > 0) & here & part).order_by(*order).limit(first)
        yield from _whole(connection, connection.execute(names).scalars())


def _whole(connection: Connection, names: Iterable[str]) -> Iterator[Row]:
    """The articles of these names in their order, read as they are asked for."""
    remaining = iter(names)
    while some := list(islice(remaining, _AT_ONCE)):
        read = connection.execute(select(articles).where(articles.c.name.in_(some))).mappings()
        rows = {row["name"]: dict(row) for row in read}
        yield from (rows[name] for name in some if name in rows)


def _row(article: Row, checks: Mapping[str, Check], as_of: date, days: int) -> dict[str, Any]:
    shown = glance.read(article["glance"])
    waited = max(0, (as_of - date.fromisoformat(article["oldest"])).days) if article["oldest"] else 0
    return {
        "name": article["name"],
        "title": article["title"],
        "path": article["path"],
        "words": article["words"],
        "risk": article["risk"],
        "parts": article["parts"],
        "unknowns": article["unknowns"],
        "reason": _reason(shown.checks, article["waiting"], checks),
        "to_decide": {severity: article[f"{severity}s"] for severity in SEVERITIES},
        "second": article["waiting"],
        "state": state_of(article),
        "live": _LIVE[article["live"]],
        "assignee": article["assignee"],
        "due": article["due"],
        "late": waited > days,
        "waiting_days": waited,
        "first": [
            {"title": title_of(one.check, checks), "severity": one.severity, "text": one.text} for one in shown.first
        ],
        "topics": shown.topics,
        "checked": True,
        "failed": shown.failed,
        "kinds": [list(msgspec.structs.astuple(kind)) for kind in shown.kinds],
        "authors": article["authors"],
        "since": article["since"],
        "draft": article["revision"],
        "last_checked": article["last_checked"],
    }


def state_of(article: Row) -> str:
    """The article's state in people's words; silence is never "decided": where no check fired, that is what it says."""
    state = article["state"]
    if state == "none":
        return _LIVE[article["live"]]
    if state != "in review":
        return _WORK[state]
    if article["stage"]:
        return str(article["stage"]).capitalize()
    if any(article[f"{severity}s"] for severity in SEVERITIES):
        return "In review"
    if article["waiting"]:
        return "Second opinion"
    return "All decided" if glance.read(article["glance"]).decided else "No check fired"


def _reason(fired: Sequence[str], waiting: int, checks: Mapping[str, Check]) -> str:
    titles = [title_of(check, checks) for check in fired]
    if titles:
        return "; ".join([titles[0], *(title[:1].lower() + title[1:] for title in titles[1:])])
    return f"{wording.counted(waiting, 'finding')} waiting for somebody else" if waiting else "Nothing waits here"


def title_of(check: str, checks: Mapping[str, Check]) -> str:
    """A check's title; its id in words where the check is not known any more."""
    return checks[check].title if check in checks else check.replace("-", " ").capitalize()


def state(item: Settled, as_of: date) -> dict[str, str]:
    """A finding's entry in the trait `states`."""
    closed = item.decision is not None and item.state not in UNDECIDED
    return {
        "state": item.state,
        "words": wording.standing(item.decision, as_of) if closed else "",
        "reopened": wording.reopened(item.decision, as_of) if item.decision is not None and not closed else "",
    }
