"""What a step leads to beside its own row: states, what moves along, and the sentences in which it is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select, update

from workbench.review import covers, ledger, on_facts, signatures, standing, surroundings, unmarking
from workbench.review.desk import Desk, lay_out
from workbench.review.ledger import Entry, Place
from workbench.review.moves import Case, ConflictCase, Ruling, WorkCase, happened
from workbench.review.moves import told as told_approvals
from workbench.review.moves.approvals import to_carry
from workbench.review.moves.terms import TAKE_BACK, Step
from workbench.review.tables import articles, cases, claims, messages, steps

_SUBJECTS = {"work": "Review", "live": "Page", "notice": "Safety notice", "claim": "Claim", "fact": "Fact",
             "complaint": "Complaint", "finding": "Finding", "check": "Check", "match": "Match",
             "conflict": "Articles that disagree"}  # fmt: skip
_NAMED = ("claim", "fact", "complaint", "check", "match", "finding")  # told by their key
_LIVE = "its approved text is marked live"
_RESTS_ON = ("source", "version", "fact")


def follow(connection: Connection, entry: Entry, ruling: Ruling, case: Case, desk: Desk | None) -> None:
    """Bring what is stored in line with a step that was just written."""
    subject = entry.place.subject
    if subject == "work" and isinstance(case, WorkCase) and desk is not None:
        _work(connection, entry, ruling, case, desk)
    elif subject == "live":
        _live(connection, entry, case)
    elif entry.action == TAKE_BACK:
        unmarking.remove(connection, entry)
    elif subject == "claim" and desk is not None:
        _claim(connection, entry, desk)
    elif subject != "match":  # a verdict is its step, and nothing beside
        _case(connection, entry)
        if subject == "fact" and entry.action == "change":
            on_facts.changed(connection, entry)
    touched = case.articles if isinstance(case, ConflictCase) else (desk.article["name"],) if desk else ()
    for name in touched:
        _weigh(connection, entry, name)


def _weigh(connection: Connection, entry: Entry, name: str) -> None:
    """A signature and a dispute change the risk at once, and not only at the next check."""
    desk = lay_out(connection, name, entry.on)
    around = surroundings.of(connection, desk, entry.on)
    risk = standing.risk_of(desk.settled, desk.article["unknowns"], around)
    values = {"risk": risk.score, "parts": [list(part) for part in risk.parts]}
    connection.execute(update(articles).where(articles.c.name == name).values(values))


def _work(connection: Connection, entry: Entry, ruling: Ruling, case: WorkCase, desk: Desk) -> None:
    values: dict[str, Any] = {"state": entry.after, "stage": _stage(entry)}
    if entry.after != entry.before:
        values["since"] = entry.at
    if entry.action == "mark live":
        address = entry.given.get("address") or desk.article["live_address"]
        values |= {"live": happened("live", case.live, _LIVE)[0], "live_hash": case.text_hash}
        until = entry.given.get("until", "")
        values |= {"live_address": address, "live_since": entry.at, "live_until": until}
    _update(connection, entry.place, values)
    if entry.action == "mark live":
        _gone_live(connection, entry, case)
    if ruling.carries:
        _carry(connection, entry, case, desk)


def _gone_live(connection: Connection, entry: Entry, case: WorkCase) -> None:
    """The page moves along with the review, and its own history says so."""
    name = case.live
    after, _ = happened("live", name, _LIVE)
    what = f"Page: its approved text is marked live. It was “{name}” and is “{after}”."
    ledger.write(connection, Entry(
        place=Place("live", entry.place.key, entry.place.article), action=_LIVE, before=name, after=after,
        person=entry.person, on=entry.on, at=entry.at, what=what, text_hash=case.text_hash, given=entry.given,
        sitting=entry.sitting,
    ))  # fmt: skip


def _carry(connection: Connection, entry: Entry, case: WorkCase, desk: Desk) -> None:
    """Sign the medical approval over to this text, with the difference that allows it."""
    medical = to_carry(case, Step(action=entry.action, person=entry.person, on=entry.on, at=case.written))
    difference = signatures.since_medical(connection, desk, ledger.about(connection, entry.place))
    if medical is None or difference is None:
        raise ValueError("nothing to carry: the table of moves and the record of signatures disagree")
    stored = msgspec.json.decode(msgspec.json.encode(difference))
    given = {"carried": "true", "of": medical.by, "from": medical.text_hash, "difference": stored}
    what = f"The medical approval of {medical.by} is carried over to this text. {covers.told(difference)}"
    ledger.write(connection, Entry(
        place=entry.place, action="approve medical", before=entry.after, after=entry.after, person=entry.person,
        on=entry.on, at=entry.at, what=what, note=f"difference {difference.name()}", text_hash=case.text_hash,
        given=given, sitting=entry.sitting,
    ))  # fmt: skip


def _stage(entry: Entry) -> str:
    if entry.action == "approve editorial" and entry.after == "in review":
        return "medical review"
    return "changes made" if entry.before == "changes requested" and entry.after == "in review" else ""


def _live(connection: Connection, entry: Entry, case: Case) -> None:
    values = {"live": entry.after}
    if entry.action == "hold":
        values["held_from"] = case.state
    _update(connection, entry.place, values)


def _update(connection: Connection, place: Place, values: dict[str, Any]) -> None:
    connection.execute(update(articles).where(articles.c.name == place.article).values(values))


def _claim(connection: Connection, entry: Entry, desk: Desk) -> None:
    here = (claims.c.article == entry.place.article) & (claims.c.claim == entry.place.key)
    given = {name: entry.given[name] for name in _RESTS_ON if entry.given.get(name)}
    given |= {"locator": entry.given["place"]} if entry.given.get("place") else {}
    if entry.action == "suggest":
        given = {}
    connection.execute(update(claims).where(here).values(state=entry.after, **given))


def _case(connection: Connection, entry: Entry) -> None:
    place = entry.place
    here = (cases.c.subject == place.subject) & (cases.c.key == place.key)
    row = connection.execute(select(cases.c.given).where(here)).first()
    known = dict(row.given) if row else {}
    if entry.action not in ("suggest", "undo"):
        known |= dict(entry.given)
    values: dict[str, Any] = {"state": entry.after, "given": known}
    if row is None:
        names = {"subject": place.subject, "key": place.key, "article": place.article}
        connection.execute(insert(cases).values(**names, **values, since=entry.at))
    elif entry.before != entry.after or entry.action == "change":
        connection.execute(update(cases).where(here).values(**values, since=entry.at))
    else:
        connection.execute(update(cases).where(here).values(**values))


def messages_since(connection: Connection, place: Place, own: Sequence[str]) -> int:
    """Messages to the writer about an article since changes were last asked for; `own` are the writers' ids."""
    asked = (steps.c.subject == "work") & (steps.c.article == place.article) & (steps.c.action == "ask for changes")
    last = connection.execute(select(func.max(steps.c.history)).where(asked)).scalar() or 0
    since = (messages.c.article == place.article) & (messages.c.history > last) & messages.c.by.not_in(own)
    return int(connection.execute(select(func.count()).select_from(messages).where(since)).scalar_one())


def headline(place: Place, action: str, case: Case, ruling: Ruling) -> str:
    """A step as the history tells it: "Review: approve editorial; approved."."""
    name, before = _SUBJECTS[place.subject], case.state
    about = f" {place.key}" if place.subject in _NAMED else ""
    about = f" ({case.title})" if isinstance(case, ConflictCase) else about
    moved = f" It was “{before}” and is “{ruling.state}”." if before != ruling.state else f" It stays “{before}”."
    second = ""
    if ruling.second:
        second = " Second person: none." if ruling.second == "none" else f" Together with {ruling.by}."
    return f"{name}{about}: {action}.{moved}{second}"


def told(connection: Connection, entry: Entry) -> str:
    """What the person reads after it."""
    name, place = _SUBJECTS[entry.place.subject], entry.place
    if entry.action == TAKE_BACK:
        return unmarking.told(entry)
    if place.subject == "work" and entry.action.startswith("approve"):
        rows = ledger.about(connection, place)
        mine = [one for one in signatures.given(rows) if one.text_hash == entry.text_hash]
        left = "" if entry.after == "approved" else " The other approval of this text is still missing."
        return f"{told_approvals(mine)}.{left}"
    if place.subject == "live" and entry.after == "held":
        return "On hold here. The site must confirm that the page is down; putting it back needs two people."
    if place.subject == "fact" and entry.action == "change":
        return f"The fact {place.key} is changed. What rests on it is open again; no text was changed."
    if entry.before == entry.after:
        return f"{name}: stored. It stays “{entry.after}”."
    return f"{name}: it was “{entry.before}” and is “{entry.after}” now."
