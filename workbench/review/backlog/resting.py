"""The rest of the back catalogue: each page is kept, merged or retired, on its next edit or when its day comes."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from sqlalchemy import Connection, and_, func, select

from workbench.review import ledger, wording
from workbench.review.backlog.opening import open_review
from workbench.review.backlog.pool import INHERITED
from workbench.review.ledger import Entry, Place
from workbench.review.moves.phrases import here_as, people
from workbench.review.moves.terms import DECIDERS
from workbench.review.outcome import Outcome
from workbench.review.people import Person
from workbench.review.tables import articles, steps

WHATS = ("keep", "merge", "retire")
SUBJECT = "rest"


class Word(Struct, frozen=True):
    """What becomes of a page and when: `into` is the article that takes it up, `before` the day it had.

    `wave` is the code of the plan that it follows from.
    """

    what: str
    day: date
    into: str = ""
    before: str = ""
    wave: str = ""


def settle(
    connection: Connection, name: str, what: str, day: date, into: str, person: Person, on: date, at: str
) -> Outcome:
    """Say what becomes of an inherited page, and from which day on it is in review; a later word replaces it.

    Args:
        connection: inside a writing transaction.
        name: the page.
        what: "keep", "merge" or "retire".
        day: after `on`.
        into: for "merge", the article that takes it up.
        person: who says so.
        on: the day.
        at: the moment.
    """
    problem = _problem(connection, name, what, day, into, person, on)
    if problem:
        return Outcome(False, problem, {})
    before = dated(connection, [name]).get(name, "")
    store(connection, name, Word(what, day, into, before), person, on, at)
    goes = f" into {into}" if into else ""
    return Outcome(True, f"{name}: {what}{goes}. It comes into review on its next edit, or on {_said(day)}.", {})


def store(connection: Connection, name: str, word: Word, person: Person, on: date, at: str) -> None:
    """Write it down."""
    goes = f"{word.what} into {word.into}" if word.into else word.what
    given = {key: said for key, said in (("into", word.into), ("wave", word.wave)) if said}
    ledger.write(connection, Entry(
        place=Place(SUBJECT, name, name), action=word.what, before=word.before, after=word.day.isoformat(),
        person=person, on=on, at=at, what=f"The rest: {goes}, by {_said(word.day)}.", until=word.day.isoformat(),
        given=given,
    ))  # fmt: skip


def dated(connection: Connection, names: list[str] | None = None) -> dict[str, str]:
    """The day of each page that has one."""
    here = steps.c.subject == SUBJECT
    if names is not None:
        here = here & steps.c.key.in_(names)
    query = select(steps.c.key, steps.c.until).where(here).order_by(steps.c.id)
    return {row.key: row.until for row in connection.execute(query)}


def turn(connection: Connection, on: date, at: str, who: Person) -> None:
    """Bring the pages into review whose day has come; `who` is the calendar."""
    newest = select(func.max(steps.c.id).label("id")).where(steps.c.subject == SUBJECT).group_by(steps.c.key).subquery()
    due = and_(INHERITED, steps.c.until <= on.isoformat())
    query = select(steps.c.key, steps.c.action, steps.c.until, steps.c.given).join(newest, steps.c.id == newest.c.id)
    query = query.join(articles, articles.c.name == steps.c.key).where(due).order_by(steps.c.id)
    for row in connection.execute(query).all():
        into = row.given.get("into", "")
        goes = f"{row.action} into {into}" if into else row.action
        why = f"Its day, {_said(date.fromisoformat(row.until))}, has come: {goes}."
        open_review(connection, row.key, why, {}, who, on, at)


def _problem(connection: Connection, name: str, what: str, day: date, into: str, person: Person, on: date) -> str:
    able = people(DECIDERS)
    if not person.holds(*DECIDERS):
        return f"Only {able} can do this; you are here as {here_as(person.roles)}."
    if what not in WHATS:
        return f"“{what}” is nothing that becomes of a page; {able} can {', '.join(WHATS[:-1])} or {WHATS[-1]} it."
    here = connection.execute(select(articles.c.name).where(INHERITED & (articles.c.name == name))).first()
    if here is None:
        return f"“{name}” is no inherited page that waits; see them with: workbench queue list --inherited"
    if day <= on:
        return f"{_said(day)} is not ahead; {able} can name a day after {_said(on)}, or open the page now."
    known = connection.execute(select(articles.c.name).where(articles.c.name == into)).first()
    if what == "merge" and (known is None or into == name):
        return f"Merging needs the article that takes the page up, and “{into}” is none; {able} can name one."
    return "Only merging names another article; leave it out." if what != "merge" and into else ""


def _said(day: date) -> str:
    return wording.day(day.isoformat())
