"""What waits for one person: theirs to do, theirs to answer, theirs to look at. Nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, or_, select

from workbench.review import casing, standing, views, wording
from workbench.review.casing import Rules
from workbench.review.desk import Desk, lay_out
from workbench.review.moves import Case, Refused, Step, judge
from workbench.review.people import Person
from workbench.review.tables import WAITING, articles, cases, decisions
from workbench.review.wording import Row

SOON = timedelta(days=7)  # "due soon"; and how long a sampled dismissal is shown
_DECIDERS = ("editor", "medical reviewer")
_ANSWERS = {"second": "agree", "accepting": "agree", "questioned": "overrule", "contested": "fix"}
_ASKED = {
    "second": "a dismissal to agree to", "accepting": "a risk to agree to", "questioned": "a question",
    "contested": "a contest",
}  # fmt: skip


class Waits(Struct, frozen=True):
    """One thing that waits: under which heading, about which article, in which words; `due` is a day or ""."""

    heading: str
    article: str
    title: str
    words: str
    due: str = ""


class Asker(Struct, frozen=True):
    """For whom and when: the day, and the moment by which a second pass may have come."""

    person: Person
    on: date
    at: datetime


def of(connection: Connection, asker: Asker, rules: Rules) -> list[Waits]:
    """What waits for this person, most urgent heading first; an assigned article once, under the first that fits."""
    found = [*_handed(connection, asker), *_complaints(connection, asker)]
    found += _answers(connection, asker, rules)
    found += _pages(connection, asker, rules)
    found += _sampled(connection, asker)
    return found


def _rows(connection: Connection, where: ColumnElement[bool]) -> list[Row]:
    query = select(articles).where(where & (articles.c.revision > 0)).order_by(articles.c.due == "", articles.c.due)
    return [dict(row) for row in connection.execute(query.order_by(articles.c.name)).mappings()]


def _handed(connection: Connection, asker: Asker) -> Iterator[Waits]:
    last = (asker.on + SOON).isoformat()
    for row in _rows(connection, articles.c.assignee == asker.person.id):
        heading = "Due soon" if row["due"] and row["due"] <= last else "Given to you"
        late = ", overdue" if row["due"] and row["due"] < asker.on.isoformat() else ""
        due = f"due {wording.day(row['due'], asker.on)}{late}" if row["due"] else "no due day"
        yield Waits(heading, row["name"], row["title"], f"{due}; {views.state_of(row).lower()}", row["due"])


def _complaints(connection: Connection, asker: Asker) -> Iterator[Waits]:
    if not asker.person.holds(*_DECIDERS):
        return
    here = (cases.c.subject == "complaint") & cases.c.state.in_(("received", "found"))
    query = select(cases, articles.c.title).join(articles, articles.c.name == cases.c.article).where(here)
    rows = sorted(connection.execute(query).mappings(), key=lambda row: str(row["given"].get("deadline", "")))
    for row in rows:
        due = str(row["given"].get("deadline", ""))
        words = f"complaint {row['key']}, {row['state']}, to answer by {due or 'no day'}"
        yield Waits("Complaints", row["article"], row["title"], words, due)


def _answers(connection: Connection, asker: Asker, rules: Rules) -> Iterator[Waits]:
    """Findings that wait for somebody else than who proposed, asked or answered before."""
    if not asker.person.holds(*_DECIDERS):
        return
    for row in _rows(connection, articles.c.waiting > 0):
        desk = lay_out(connection, row["name"], asker.on)
        for item in desk.settled:
            if item.state in WAITING and not item.finding.held_back:
                case = casing.finding(desk, item, rules)
                if _can(case, _ANSWERS[item.state], asker, rules):
                    by = wording.name_of(item.decision) if item.decision is not None else "somebody"
                    heading = "Contests to answer" if item.state == "contested" else "Second opinions"
                    words = f"{_ASKED[item.state]} from {by}: “{_short(item.finding.text or item.finding.message)}”"
                    yield Waits(heading, row["name"], row["title"], words)


def _can(case: Case, action: str, asker: Asker, rules: Rules) -> bool:
    """Whether the table of moves lets this person answer; asked with papers that would do."""
    try:
        judge(case, Step(action=action, person=asker.person, on=asker.on, at=asker.at, note="answered"), rules.house)
    except Refused:
        return False
    return True


def _pages(connection: Connection, asker: Asker, rules: Rules) -> Iterator[Waits]:
    """Pages on hold to be put back, reviews that lack a medical approval, changes asked of a writer, expired pages."""
    column = articles.c
    wanted = (column.live == "putting back") | (column.state == "changes requested")
    wanted |= or_(column.stage == "medical review", (column.live == "expired") & (column.state == "none"))
    for row in _rows(connection, wanted):
        for heading, words in _page(connection, row, asker, rules):
            yield Waits(heading, row["name"], row["title"], words)


def _page(connection: Connection, row: Row, asker: Asker, rules: Rules) -> Iterator[tuple[str, str]]:
    person = asker.person
    if row["live"] == "putting back" and _can(_live(connection, row, asker), "agree", asker, rules):
        yield "Second opinions", "a held page to put back"
    own = person.holds("writer") and person.id in casing.authors(row["authors"], rules.staff)
    if own and row["state"] == "changes requested":
        yield "Changes asked of you", f"since {wording.day(row['since'], asker.on)}"
    if row["state"] == "in review" and row["stage"] == "medical review" and person.holds("medical reviewer"):
        yield "Medical reviews", "the medical approval is missing"
    if row["live"] == "expired" and row["state"] == "none" and person.holds(*_DECIDERS):
        yield "Expired pages", "nobody has opened its review"


def _live(connection: Connection, row: Row, asker: Asker) -> Case:
    desk: Desk = lay_out(connection, row["name"], asker.on)
    return casing.live(connection, desk)


def _sampled(connection: Connection, asker: Asker) -> Iterator[Waits]:
    """Errors that others dismissed alone in the last days, and that the medical reviewer looks at."""
    if not asker.person.holds("medical reviewer"):
        return
    first = (asker.on - SOON).isoformat()
    here = decisions.c.sample & (decisions.c.on >= first) & (decisions.c.on <= asker.on.isoformat())
    names = connection.execute(select(decisions.c.article).where(here).distinct()).scalars()
    for name, rows in sorted(standing.rows_of(connection, list(names)).items()):
        title = connection.execute(select(articles.c.title).where(articles.c.name == name)).scalar_one()
        for row in _fresh(standing.standing(rows), first, asker):
            words = f"“{_short(row['text'])}”, dismissed by {wording.name_of(row)}: {row['reason']}"
            yield Waits("In your sample", name, title, words)


def _fresh(rows: Iterable[Row], first: str, asker: Asker) -> Iterator[Row]:
    for row in rows:
        mine = asker.person.id in (row["by"], row["second"])
        if row["sample"] and first <= row["on"] <= asker.on.isoformat() and not mine:
            yield row


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
