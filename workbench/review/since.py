"""What changed about an article since a person looked last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, func, select

from workbench.review import covers, looks, standing, surroundings, then, wording
from workbench.review.desk import Desk, lay_out
from workbench.review.papers import Text
from workbench.review.standing import Settled
from workbench.review.tables import UNDECIDED, findings, history, revisions
from workbench.review.turns import Viewer
from workbench.review.wording import Row, counted

_NUMBERS = ("a number", "an amount")  # why a changed sentence weighs, as `covering` says it
_READ = "Read, revision "  # how the history tells that a text came


class Since(Struct, frozen=True):
    """What became of an article since the moment `at`, the end of the person's visit before.

    `drafts` are the numbers of the text then and now, `risk` the risk then, `others` whoever decided meanwhile with how
    many decisions. Of the person's own `mine` decisions, `stand` still stand on sentences that nobody touched.
    """

    at: str
    drafts: tuple[int, int]
    fixed: int
    new: int
    numbers: int
    others: dict[str, int]
    mine: int
    stand: int
    risk: int


def of(connection: Connection, name: str, viewer: Viewer) -> Since | None:
    """What changed; None where the person never looked, or the article is unknown.

    Args:
        connection: inside a reading transaction.
        name: the article.
        viewer: the person, and the newsroom.
    """
    last = looks.last(connection, name, viewer.person.id)
    before = _text(connection, name, last["heard"]) if last else None
    if last is None or before is None:
        return None
    desk, heard = lay_out(connection, name, viewer.on), last["heard"]
    about = (history.c.article == name) & history.c.event.in_(("check", "decision"))
    told = [dict(row) for row in connection.execute(select(history).where(about).order_by(history.c.id)).mappings()]
    later = [row for row in told if row["id"] > heard]
    others = Counter(row["who"] for row in later if row["event"] == "decision" and row["who"] != viewer.person.id)
    number = desk.article["revision"]
    difference = covers.since(connection, name, before.text_hash) if number != before.number else None
    mine, stand = _mine(desk, heard, viewer.person.id)
    return Since(
        at=last["at"],
        drafts=(before.number, number),
        fixed=sum(row["event"] == "check" and row["after"] == "fixed" for row in later),
        new=_new(connection, name, before.number),
        numbers=sum(bool(set(_NUMBERS) & set(one.why)) for one in difference.changes) if difference else 0,
        others=dict(others),
        mine=mine,
        stand=stand,
        risk=_risk(connection, desk, told, before, heard, viewer.on),
    )


def told(found: Since, viewer: Viewer) -> dict[str, Any]:
    """In words: the day, and "5 findings fixed, 2 new, 1 number changed. Your 4 decisions still stand."."""
    parts = [f"{counted(found.fixed, 'finding')} fixed"] if found.fixed else []
    parts += [f"{found.new} new" if parts else counted(found.new, "new finding")] if found.new else []
    parts += [f"{counted(found.numbers, 'number')} changed"] if found.numbers else []
    if not parts and found.drafts[0] != found.drafts[1]:
        parts = ["the text changed, no finding and no number did"]
    lines = [f"{', '.join(parts)[:1].upper()}{', '.join(parts)[1:]}."] if parts else []
    for who, number in found.others.items():
        name = next((one.name for one in viewer.rules.staff.members if one.id == who), who)
        lines.append(f"{name} decided {counted(number, 'finding')}.")
    lines += [_stands(found.mine, found.stand)] if found.mine else []
    if len(lines) == bool(found.mine):
        lines.insert(0, "Nothing changed.")
    return {"on": wording.day(found.at, viewer.on), "words": " ".join(lines)}


def _stands(mine: int, stand: int) -> str:
    if stand == mine:
        return f"Your {counted(mine, 'decision')} still {'stands' if mine == 1 else 'stand'}."
    return f"Of your {counted(mine, 'decision')}, {stand} still {'stands' if stand == 1 else 'stand'}."


def _text(connection: Connection, name: str, heard: int) -> Text | None:
    """The text that was the newest when this row of the history was written."""
    here = (history.c.article == name) & (history.c.id <= heard) & history.c.what.startswith(_READ)
    read = connection.execute(select(history.c.text_hash).where(here).order_by(history.c.id.desc()).limit(1)).scalar()
    mine = (revisions.c.article == name) & (revisions.c.text_hash == read)
    columns = (revisions.c.number, revisions.c.text_hash, revisions.c.text, revisions.c.as_of)
    row = connection.execute(select(*columns).where(mine).order_by(revisions.c.number.desc()).limit(1)).first()
    return None if row is None else Text(*row)


def _new(connection: Connection, name: str, before: int) -> int:
    here = (findings.c.article == name) & (findings.c.first_revision > before) & ~findings.c.held_back
    query = select(func.count()).select_from(findings).where(here & (findings.c.state != "fixed"))
    return int(connection.execute(query).scalar_one())


def _mine(desk: Desk, heard: int, me: str) -> tuple[int, int]:
    """How many decisions of this person stood then, and how many of them still do."""
    before = standing.standing([row for row in desk.rows if row["history"] <= heard])
    mine = {row["id"] for row in before if row["by"] == me}
    closed = {item.decision["id"] for item in desk.settled if item.decision and item.state not in UNDECIDED}
    gone = {row["id"] for row in standing.standing(desk.rows)} - {
        item.decision["id"] for item in desk.settled if item.decision
    }  # the text no longer has the finding: what was decided was done
    return len(mine), len(mine & (closed | gone))


def _risk(connection: Connection, desk: Desk, told: Sequence[Row], before: Text, heard: int, on: date) -> int:
    """The risk of what was open then; what is around the page is taken as it is now."""
    name, column = desk.article["name"], findings.c
    there = (
        (column.article == name) & (column.first_revision <= before.number) & (column.last_revision >= before.number)
    )
    rows = [dict(row) for row in connection.execute(select(findings).where(there).order_by(column.place)).mappings()]
    decided = [row for row in desk.rows if row["history"] <= heard]
    found = then.findings(rows, decided, told, before, name, on, heard)
    settled = [Settled(one.finding, one.state, None) for one in found]
    return standing.risk_of(settled, 0, surroundings.of(connection, desk, on)).score
