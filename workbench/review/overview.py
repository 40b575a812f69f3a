"""An article at a look, read at once: its review, its page, signatures, claims, messages, notices and complaints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.covering import Difference
from workbench.review import casing, covers, ledger, signatures, talking, views
from workbench.review.casing import Rules
from workbench.review.desk import lay_out
from workbench.review.ledger import Place
from workbench.review.moves import Approval, WorkCase
from workbench.review.tables import cases, steps
from workbench.review.wording import Row


class Overview(Struct, frozen=True):
    """What stands about an article beside its findings.

    Attributes:
        article: its row of `articles`.
        work: its review, as the table of moves sees it: what is to decide, what is outstanding, who signed what.
        state: of the review, in people's words.
        page: the state of the page on the site, in people's words.
        claims: those of the text as it stands, by place.
        live_signed: the signatures with which the text on the site went live.
        covered: what changed since a text that was signed in this review, by its hash; where that can be said.
        suggested: the newest source that somebody suggested for a claim, by the claim's id.
        left: the ids of the claims that still keep the medical approval from being given.
        messages: oldest first.
        cases: the notices and complaints about it.
    """

    article: Row
    work: WorkCase
    state: str
    page: str
    claims: tuple[Row, ...]
    live_signed: tuple[Approval, ...]
    covered: Mapping[str, Difference]
    suggested: Mapping[str, Row]
    left: frozenset[str]
    messages: tuple[Row, ...]
    cases: tuple[Row, ...]


def of(connection: Connection, name: str, as_of: date, rules: Rules) -> Overview:
    """What stands about the article of this name.

    Raises:
        Refused: the queue has no such article.
    """
    desk = lay_out(connection, name, as_of)
    about = select(cases).where(cases.c.article == name).order_by(cases.c.subject, cases.c.key)
    stored: tuple[dict[str, Any], ...] = tuple(dict(row) for row in connection.execute(about).mappings())
    work = casing.work(connection, desk, rules)
    return Overview(
        article=desk.article,
        work=work,
        state=views.state_of(desk.article),
        page=views.state_of({**desk.article, "state": "none"}),
        claims=desk.claims,
        live_signed=_live_signed(connection, desk.article),
        covered=_covered(connection, work, name),
        suggested=_suggested(connection, name),
        left=frozenset(row["claim"] for row in casing.claims_left(desk)),
        messages=tuple(talking.thread(connection, name)),
        cases=stored,
    )


def _suggested(connection: Connection, name: str) -> dict[str, Row]:
    here = (steps.c.subject == "claim") & (steps.c.article == name) & (steps.c.action == "suggest")
    rows = connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings()
    return {row["key"]: dict(row) for row in rows}


def _live_signed(connection: Connection, article: Row) -> tuple[Approval, ...]:
    rows = ledger.about(connection, Place("work", article["name"], article["name"]))
    last = max((place for place, row in enumerate(rows) if row["action"] == "mark live"), default=0)
    return tuple(one for one in signatures.given(rows[:last]) if one.text_hash == article["live_hash"])


def _covered(connection: Connection, work: WorkCase, name: str) -> dict[str, Difference]:
    signed = {one.text_hash for one in work.approvals} - {work.text_hash}
    found = {text_hash: covers.since(connection, name, text_hash) for text_hash in sorted(signed)}
    return {text_hash: difference for text_hash, difference in found.items() if difference is not None}
