"""The pages on the site, as a list: where each is, since when, who approved its text, and what waits about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, func, select, true

from workbench.review import signatures, views
from workbench.review.moments import moment
from workbench.review.moves import Approval
from workbench.review.tables import articles, cases, history, revisions, steps
from workbench.review.touching import ON_SITE
from workbench.review.wording import Row

NOTICE_LASTS = timedelta(hours=24)
COLUMNS = (
    "name", "title", "address", "live", "since", "until", "risk", "work", "changed", "by", "on", "second",
    "notice", "ends",
)  # fmt: skip
_SIGNING = ("approve editorial", "approve medical", "withdraw approval", "mark live", "24 hours pass")
_KEPT = (
    "name", "title", "live", "live_hash", "live_address", "live_since", "live_until", "held_from", "risk",
    "revision", "state", "stage", "errors", "warnings", "notes", "waiting", "glance",
)  # fmt: skip
Listed = tuple[Any, ...]


def pages(connection: Connection, name: str = "") -> list[Listed]:
    """Every page that is on the site or held, by name, each as `COLUMNS` name its values; one page where `name` is one.

    `since` is a day; `until` the last day before the page expires; `work` the review that is under way, in people's
    words ("" = none); `changed` says that the newest text is not the one on the site. `by` are the ids of those who
    approved the text on the site and `on` the day of the last of them, `second` is "none" where a second pass of one
    person stands for the second person. `notice` is "proposed" or "live" and `ends` the moment at which it ends.
    """
    here = articles.c.live.in_(ON_SITE) & ((articles.c.name == name) if name else true())
    newest = (revisions.c.article == articles.c.name) & (revisions.c.number == articles.c.revision)
    query = select(*(articles.c[one] for one in _KEPT), revisions.c.text_hash).join(revisions, newest).where(here)
    signed, notices = _signed(connection, name), _notices(connection, name)
    names = (*_KEPT, "text_hash")
    rows = (dict(zip(names, row, strict=True)) for row in connection.execute(query))  # mappings cost a third
    found = [_listed(row, signed.get(row["name"], ()), notices.get(row["name"])) for row in rows]
    return sorted(found, key=lambda one: str(one[0]))


def heard(connection: Connection) -> int:
    """The number of the last row of the history: what a screen shows is old when this has grown."""
    return int(connection.execute(select(func.max(history.c.id))).scalar() or 0)


def live_signed(rows: Sequence[Row], live_hash: str) -> tuple[Approval, ...]:
    """The signatures with which the text on the site went live.

    Args:
        rows: the steps about the review of the article, oldest first.
        live_hash: of the text on the site.
    """
    last = max((place for place, row in enumerate(rows) if row["action"] == "mark live"), default=0)
    return tuple(one for one in signatures.given(rows[:last]) if one.text_hash == live_hash)


def ends(since: str) -> str:
    """The moment at which a notice ends that went live at this one."""
    return (moment(since) + NOTICE_LASTS).isoformat(timespec="seconds")


def _listed(row: Row, signed: Sequence[Row], notice: Row | None) -> Listed:
    given = live_signed(signed, row["live_hash"])
    live = notice is not None and notice["state"] == "live"
    return (
        row["name"], row["title"], row["live_address"], row["live"],
        row["live_since"][:10], row["live_until"], row["risk"],
        "" if row["state"] == "none" else views.state_of(row), int(row["text_hash"] != row["live_hash"]),
        list(dict.fromkeys(one.by for one in given)), max((one.at.date().isoformat() for one in given), default=""),
        next((one.second for one in given if one.second == "none"), ""),
        notice["state"] if notice else "", ends(notice["since"]) if notice and live else "",
    )  # fmt: skip


def _signed(connection: Connection, name: str) -> Mapping[str, list[Row]]:
    """The steps about reviews that sign a text or end signatures, oldest first, by article."""
    here = (steps.c.subject == "work") & steps.c.action.in_(_SIGNING)
    if name:
        here = here & (steps.c.article == name)
    found: dict[str, list[Row]] = {}
    for row in connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings():
        found.setdefault(row["article"], []).append(dict(row))
    return found


def _notices(connection: Connection, name: str) -> Mapping[str, Row]:
    here = (cases.c.subject == "notice") & cases.c.state.in_(("proposed", "live"))
    if name:
        here = here & (cases.c.article == name)
    return {row["article"]: dict(row) for row in connection.execute(select(cases).where(here)).mappings()}
