"""One article as the pane beside the queue shows it: what to decide first, its people, and what changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, case, func, not_, select

from workbench.model import SEVERITIES, Check, Finding
from workbench.review import casing, since, views, wording
from workbench.review.backlog.pool import INHERITED
from workbench.review.moves import FindingCase
from workbench.review.moves.together import is_grave
from workbench.review.tables import UNDECIDED, articles, findings, history, steps
from workbench.review.turns import Viewer
from workbench.staff import Staff

_FIRST = 25  # findings from which the pane chooses by the boxes that are ticked


def of(connection: Connection, name: str, checks: Mapping[str, Check], viewer: Viewer) -> dict[str, Any]:
    """What the pane shows of the article beside its row; {} where the queue has none of this name.

    Returns:
        `parts` (topic, points), `words`, `path`, `draft`; `first`, the gravest findings to decide, each with `uses`,
        the number of articles in which the same waits and may be decided together (0 = only here, or one by one);
        `people`, see `_people`; `since`, what changed after the viewer's last visit, and `was`, the risk then.
    """
    row = views.row(connection, name, checks, viewer.on, viewer.rules.days)
    if not row:
        return {}
    kept = {key: row[key] for key in ("parts", "words", "path", "draft", "live")}
    last = since.of(connection, name, viewer)
    told = {"since": since.told(last, viewer), "was": last.risk} if last else {"since": {}, "was": None}
    return {
        **kept,
        **told,
        "first": first(connection, name, checks),
        "people": _people(connection, name, viewer),
    }


def first(connection: Connection, name: str, checks: Mapping[str, Check]) -> list[dict[str, Any]]:
    """The gravest findings to decide, in the order of the text."""
    rank = case({severity: number for number, severity in enumerate(SEVERITIES)}, value=findings.c.severity)
    waits = (findings.c.article == name) & findings.c.state.in_(UNDECIDED) & findings.c.held_back.is_(False)
    query = select(findings.c.detail).where(waits).order_by(rank, findings.c.place).limit(_FIRST)
    found = [msgspec.json.decode(detail, type=Finding) for detail in connection.execute(query).scalars()]
    uses = _uses(connection, [one.fingerprint for one in found])
    return [_first(one, checks, uses) for one in found]


def _first(found: Finding, checks: Mapping[str, Check], uses: Mapping[str, int]) -> dict[str, Any]:
    alone = FindingCase(
        state="open", fingerprint=found.fingerprint, severity=found.severity, topic=found.topic,
        category=found.category, held_back=False, authors=(), touches=(), cause="",
    )  # fmt: skip
    number = 0 if is_grave(alone) else uses.get(found.fingerprint, 0)
    return {
        "title": views.title_of(found.check, checks),
        "topic": found.topic,
        "severity": found.severity,
        "confidence": found.confidence,
        "text": found.sentence or found.text,
        "fingerprint": found.fingerprint,
        "uses": number if number > 1 else 0,
    }


def _uses(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """In how many articles of the queue a finding of this fingerprint waits."""
    column = findings.c
    waits = column.fingerprint.in_(list(names)) & column.state.in_(UNDECIDED) & column.held_back.is_(False)
    joined = select(column.fingerprint, func.count().label("n")).join(articles, articles.c.name == column.article)
    query = joined.where(waits & not_(INHERITED)).group_by(column.fingerprint)
    return {row.fingerprint: row.n for row in connection.execute(query)}


def _people(connection: Connection, name: str, viewer: Viewer) -> list[list[str]]:
    """[who for, the words, what stands there where there are none] of writer, editor, reviewer and planned day."""
    staff = viewer.rules.staff
    article = connection.execute(select(articles).where(articles.c.name == name)).mappings().one()
    here = (steps.c.subject == "work") & (steps.c.article == name)
    work = [dict(row) for row in connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings()]
    given, roles = article["assignee"], _roles(article["assignee"], staff)
    writers = [_name(one, staff) for one in casing.authors(article["authors"], staff)]
    opened = select(history.c.who).where((history.c.article == name) & (history.c.event == "open"))
    editors = [row["by"] for row in work if "editor" in row["roles"]]
    editors += [
        who for who in connection.execute(opened.order_by(history.c.id)).scalars() if "editor" in _roles(who, staff)
    ]
    editor = given if "editor" in roles else editors[-1] if editors else ""
    signed = [row["by"] for row in work if row["action"] == "approve medical"]
    medical = given if "medical reviewer" in roles else signed[-1] if signed else ""
    asked = article["stage"] == "medical review"
    planned = article["due"]
    return [
        ["Writer", ", ".join(writers), "Not named in the text"],
        ["Editor", _name(editor, staff), "Nobody yet"],
        ["Medical", _name(medical, staff), "Waits for a medical reviewer" if asked else "Reviewer not asked yet"],
        ["Planned date", wording.day(planned) if planned else "", "None"],
    ]


def _roles(who: str, staff: Staff) -> tuple[str, ...]:
    return next((tuple(one.roles) for one in staff.members if one.id == who), ())


def _name(who: str, staff: Staff) -> str:
    return next((one.name for one in staff.members if one.id == who), who)
