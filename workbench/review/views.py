"""What the queue shows of each article, and the small state of each finding."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from workbench.model import SEVERITIES, Check
from workbench.review import rules, wording
from workbench.review.standing import Settled
from workbench.review.tables import articles, findings
from workbench.review.wording import Row

_FIRST = 3  # findings that a row of the queue shows
_SHOWN = {"new": "New", "in review": "In review"}


def queue(
    connection: Connection, checks: Mapping[str, Check], as_of: date, present: Collection[str] | None
) -> list[dict[str, Any]]:
    """The articles that were read, most harmful first, then longest waiting; `present` = only these names."""
    waiting: dict[str, list[Row]] = {}
    columns = (findings.c[name] for name in _WAITING)
    undecided = findings.c.state.in_((*rules.UNDECIDED, "second")) & ~findings.c.held_back
    for row in connection.execute(select(*columns).where(undecided).order_by(findings.c.place)).mappings():
        waiting.setdefault(row["article"], []).append(dict(row))
    settled = findings.c.state.not_in(rules.UNDECIDED) & ~findings.c.held_back
    decided = set(connection.execute(select(findings.c.article).where(settled).distinct()).scalars())
    read = [dict(row) for row in connection.execute(select(articles).where(articles.c.revision > 0)).mappings()]
    shown = [
        _row(article, waiting.get(article["name"], []), article["name"] in decided, checks, as_of)
        for article in read
        if present is None or article["name"] in present
    ]
    return sorted(shown, key=lambda row: (-row["risk"], -row["waiting_days"], row["name"]))


_WAITING = ("article", "check", "severity", "topic", "category", "text", "sentence", "message", "state", "since")


def _row(article: Row, waiting: list[Row], decided: bool, checks: Mapping[str, Check], as_of: date) -> dict[str, Any]:
    open_ = sorted((row for row in waiting if row["state"] != "second"), key=_gravest)
    second = len(waiting) - len(open_)
    topics: dict[str, int] = {}
    for row in open_:
        topics[row["topic"]] = topics.get(row["topic"], 0) + 1
    since = min((row["since"] for row in open_), default=as_of.isoformat())
    return {
        "name": article["name"],
        "title": article["title"],
        "path": article["path"],
        "words": article["words"],
        "risk": article["risk"],
        "parts": article["parts"],
        "unknowns": article["unknowns"],
        "reason": _reason(open_, second, checks),
        "to_decide": {severity: sum(row["severity"] == severity for row in open_) for severity in SEVERITIES},
        "second": second,
        "state": state_of(article, len(waiting), decided),
        "waiting_days": max(0, (as_of - date.fromisoformat(since)).days),
        "first": [
            {
                "title": title_of(row["check"], checks),
                "severity": row["severity"],
                "text": row["sentence"] or row["text"],
            }
            for row in open_[:_FIRST]
        ],
        "topics": dict(sorted(topics.items())),
        "checked": True,
        "failed": sum(row["category"] == "check-failed" for row in open_),
        "last_checked": article["last_checked"],
    }


def state_of(article: Row, waiting: int, decided: bool) -> str:
    """The article's state in people's words; silence is never "decided": where no check fired, that is what it says."""
    if article["state"] == "new":
        return "New"
    return "In review" if waiting else "All decided" if decided else "No check fired"


def _gravest(row: Row) -> int:
    return SEVERITIES.index(row["severity"])


def _reason(waiting: list[Row], second: int, checks: Mapping[str, Check]) -> str:
    titles = list(dict.fromkeys(title_of(row["check"], checks) for row in waiting))[:2]
    if titles:
        return "; ".join([titles[0], *(title[:1].lower() + title[1:] for title in titles[1:])])
    return f"{wording.counted(second, 'dismissal')} waiting for a second person" if second else "Nothing waits here"


def title_of(check: str, checks: Mapping[str, Check]) -> str:
    """A check's title; its id in words where the check is not known any more."""
    return checks[check].title if check in checks else check.replace("-", " ").capitalize()


def state(item: Settled, as_of: date) -> dict[str, str]:
    """A finding's entry in the trait `states`."""
    closed = item.decision is not None and item.state not in rules.UNDECIDED
    return {
        "state": item.state,
        "words": wording.standing(item.decision, as_of) if closed else "",
        "reopened": wording.reopened(item.decision, as_of) if item.decision is not None and not closed else "",
    }
