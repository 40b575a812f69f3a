"""One page on the site: what its approval still covers, holds and notices with their clock, and who may do what."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.errors import Usage
from workbench.review import casing, covers, ledger, pages_of
from workbench.review.complaints_of import complaints
from workbench.review.desk import lay_out
from workbench.review.ledger import Place
from workbench.review.moments import later, moment
from workbench.review.moves import Case, House, Refused, Step, judge
from workbench.review.moves.table import MOVES
from workbench.review.moves.terms import USUAL
from workbench.review.people import Person
from workbench.review.tables import steps
from workbench.review.wording import Row

_NEWEST = 12  # steps that are told
_TOLD = ("live", "notice", "rest")


class Before(Struct, frozen=True):
    """Who is before a page, on which day and at which moment, and what the newsroom says about itself."""

    person: Person
    on: date
    at: str
    house: House = USUAL


def page(connection: Connection, name: str, before: Before) -> dict[str, Any]:
    """What stands about a page on the site.

    Returns:
        `approvals`: those of the text on the site, each {"kind", "by", "on", "second", "carried"}; `covers`: what they
        still cover of the newest text ("" = it is the text on the site, or nothing can be said); `held`, `proposed`:
        the step that holds the page and the one that would put it back, None where none does; `notice`: {"state",
        "text", "by", "name", "at", "ends"} or None; `steps`: the newest first; `complaints`: their keys and states;
        `may`: for each subject "live" and "notice" each action with {"why", "roles"}.

    Raises:
        Usage: the queue has no such article.
    """
    try:
        desk = lay_out(connection, name, before.on)
    except Refused as refused:
        raise Usage(str(refused)) from refused
    article = desk.article
    live_case, notice_case = casing.live(connection, desk), casing.other(connection, Place("notice", name, name))
    told = _steps(connection, name)
    reviews = ledger.about(connection, Place("work", name, name))
    stored = casing.stored(connection, Place("notice", name, name))
    changed = bool(article["live_hash"]) and desk.text_hash != article["live_hash"]
    signed = pages_of.live_signed(reviews, article["live_hash"])
    difference = covers.since(connection, name, article["live_hash"]) if signed and changed else None
    return {
        "name": name,
        "text_hash": article["live_hash"],
        "held_from": article["held_from"],
        "approvals": [
            {"kind": one.kind, "by": one.by, "on": one.at.date().isoformat(), "second": one.second,
             "carried": one.carried}
            for one in signed
        ],
        "covers": covers.told(difference) if difference is not None else "",
        "held": _last(told, "live", "hold") if article["live"] in ("held", "putting back") else None,
        "proposed": _last(told, "live", "put back") if article["live"] == "putting back" else None,
        "notice": _notice(stored, told),
        "steps": told[:_NEWEST],
        "complaints": [{"key": one["key"], "state": one["state"]} for one in complaints(connection, name)],
        "may": {"live": may(live_case, before), "notice": may(notice_case, before)},
    }  # fmt: skip


def may(case: Case, before: Before) -> dict[str, dict[str, Any]]:
    """For every step that people take about a case: `why` it is barred ("" = it is not), and the `roles` that could."""
    by_hand = dict.fromkeys(move.action for move in MOVES if move.subject == case.subject and move.roles)
    return {action: _bar(case, action, before) for action in by_hand}


def _bar(case: Case, action: str, before: Before) -> dict[str, Any]:
    at = moment(later(before.at, case.last.at.isoformat() if case.last else ""))
    asked = Step(  # the words that a dialog will ask for count as given
        action=action, person=before.person, on=before.on, at=at, reason="…", given={"notice": "…"}
    )
    try:
        judge(case, asked, before.house)
    except Refused as refused:
        return {"why": str(refused), "roles": list(refused.roles)}
    return {"why": "", "roles": []}


def _steps(connection: Connection, name: str) -> list[dict[str, Any]]:
    """The steps about the page, the newest first."""
    here = (steps.c.article == name) & steps.c.subject.in_(_TOLD)
    rows = connection.execute(select(steps).where(here).order_by(steps.c.id.desc())).mappings()
    return [_step(dict(row)) for row in rows]


def _step(row: Row) -> dict[str, Any]:
    kept = ("subject", "action", "before", "after", "by", "by_name", "on", "at", "reason", "until")
    given = {key: said for key, said in row["given"].items() if isinstance(said, str)}
    return {**{key: row[key] for key in kept}, "given": given}


def _last(told: list[dict[str, Any]], subject: str, action: str) -> dict[str, Any] | None:
    return next((one for one in told if (one["subject"], one["action"]) == (subject, action)), None)


def _notice(stored: Row | None, told: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The newest notice on the page, also one that is over; None where there never was one."""
    proposed = _last(told, "notice", "warn")
    if stored is None or proposed is None:
        return None
    agreed = _last(told, "notice", "agree") if stored["state"] in ("live", "over") else None
    return {
        "state": stored["state"], "text": str(stored["given"].get("notice", "")), "by": proposed["by"],
        "name": proposed["by_name"], "at": proposed["at"], "second": agreed["by"] if agreed else "",
        "second_name": agreed["by_name"] if agreed else "",
        "ends": pages_of.ends(stored["since"]) if stored["state"] == "live" else "",
    }  # fmt: skip
