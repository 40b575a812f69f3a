"""What stands about the open article beside its findings, and what this person may do about it now.

Whether a step is open to somebody is asked of the table of moves itself, so that screen and store never disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from workbench.review import covers, handing
from workbench.review.moves import House, Someone, WorkCase
from workbench.review.moves import Step as Wanted
from workbench.review.moves.reasons import LONGEST_ERROR, year_after
from workbench.review.moves.terms import DECIDERS
from workbench.review.overview import Overview
from workbench.staff import Staff
from workbench.widgets import article_moves, messages

_NEWEST = 400  # events and messages that the screen is sent
_EVENT = ("on", "event", "who", "what", "fingerprint", "reason", "note")


class Here(Struct, frozen=True):
    """Who looks at an article, when, in which newsroom; `text_hash` is the text that they read.

    `heard` is how many events of its history were sent with the article itself.
    """

    person: Someone
    on: date
    at: datetime
    text_hash: str
    house: House
    staff: Staff
    heard: int = 0


def desk(seen: Overview, record: Mapping[str, Any], here: Here) -> dict[str, Any]:
    """The trait `desk` of the article view: small enough to be sent after every step."""
    work, row = seen.work, seen.article
    return {
        "me": {"id": here.person.id, "roles": list(here.person.roles)},
        "people": people(here.staff),
        "alone": here.house.people == 1,
        "decides": bool(set(DECIDERS) & set(here.person.roles)),
        "hands": bool(set(handing.MAY) & set(here.person.roles)),
        "state": seen.state,
        "page": "" if row["live"] == "none" else seen.page,
        "live": row["live"],
        "risk": row["risk"],
        "unknowns": row["unknowns"],
        "draft": row["revision"],
        "text_hash": here.text_hash,
        "changed": work.text_hash != here.text_hash,
        "assignee": name_of(row["assignee"], here.staff),
        "due": row["due"],
        "writers": [name_of(one, here.staff) for one in work.authors],
        "mine": here.person.id in work.authors,
        "fixes": work.fixes,
        "errors": work.errors,
        "may": may(work, here),
        "approvals": approvals(seen, here.staff),
        "decisions": {one["fingerprint"]: _decision(one, here.staff) for one in record["decisions"]},
        "messages": [_message(one, here.staff) for one in seen.messages[-_NEWEST:]],
        "history": history(record["history"][here.heard :], here.staff),
        "last": {"error": (here.on + LONGEST_ERROR).isoformat(), "warning": year_after(here.on).isoformat()},
    }


def may(work: WorkCase, here: Here) -> dict[str, dict[str, Any]]:
    """For every step about the review: `why` it is barred ("" = it is not), and the names of people who could."""
    wish = asked(here, work.last.at if work.last else None)
    actions = get_args(messages.OfWork)
    return {one: article_moves.bar(work, replace(wish, action=one), here.house, here.staff) for one in actions}


def asked(here: Here, at: datetime | None = None) -> Wanted:
    """A step of this person about this text; the words that a dialog will ask for count as given."""
    moment = max(here.at, at) if at else here.at
    return Wanted(
        action="", person=here.person, on=here.on, at=moment, reason="…", note="…", text_hash=here.text_hash, requests=1
    )


def approvals(seen: Overview, staff: Staff) -> list[dict[str, Any]]:
    """The newest signature of each kind; one that does not cover the text any more says what it still covers."""
    newest = {one.kind: one for one in seen.work.approvals}
    return [
        {
            "kind": one.kind,
            "by": name_of(one.by, staff),
            "on": one.at.date().isoformat(),
            "second": one.second,
            "carried": one.carried,
            "stands": one.text_hash == seen.work.text_hash,
            "covers": covers.told(seen.covered[one.text_hash]) if one.text_hash in seen.covered else "",
        }
        for one in newest.values()
    ]


def history(events: Iterable[Mapping[str, Any]], staff: Staff) -> list[dict[str, Any]]:
    """The newest of these events, oldest first, with people by name."""
    kept = [{key: event[key] for key in _EVENT} for event in list(events)[-_NEWEST:]]
    return [{**event, "who": name_of(event["who"], staff)} for event in kept]


def people(staff: Staff) -> list[dict[str, Any]]:
    """The people of the newsroom, in its order."""
    return [{"id": one.id, "name": one.name, "roles": list(one.roles)} for one in staff.members]


def name_of(who: str, staff: Staff) -> str:
    """A person's name where the newsroom knows it."""
    return next((one.name for one in staff.members if one.id == who), who)


def _decision(one: Mapping[str, Any], staff: Staff) -> dict[str, Any]:
    kept = ("decision", "reason", "note", "by", "second", "on", "until")
    return {**{key: one[key] for key in kept}, "name": name_of(one["by"], staff)}


def _message(one: Mapping[str, Any], staff: Staff) -> dict[str, Any]:
    return {"fingerprint": one["fingerprint"], "by": one["by_name"] or one["by"], "on": one["on"], "text": one["text"]}
