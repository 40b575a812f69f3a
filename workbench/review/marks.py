"""What people marked by hand, claims and findings: how it is known, who marked it, and what stood on an earlier day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from workbench.model import Claim
from workbench.review.ledger import Place
from workbench.review.moves.terms import TAKE_BACK
from workbench.review.tables import claims, findings, steps
from workbench.review.wording import Row

ADD = "add"  # the step that marks
CHECK = "added-by-hand"  # what stands for the check of a finding that nobody but a person saw
MARKED = "marked by hand"  # how the reason of such a claim begins, by which it is known
SUBJECTS = ("claim", "finding")


def is_marked(claim: Claim) -> bool:
    """Whether a person took these words for a claim, and no check does meanwhile."""
    return any(why.startswith(MARKED) for why in claim.why)


def by_hand(row: Mapping[str, Any]) -> bool:
    """Whether a stored claim or finding is one that a person marked."""
    if "claim" in row:
        return is_marked(msgspec.json.decode(row["detail"], type=Claim))
    return bool(row["check"] == CHECK)


def mark(row: Mapping[str, Any], about: Iterable[Row]) -> Row | None:
    """The newest of the steps about a stored claim or finding that marked it; None where no person did."""
    found = [step for step in about if step["action"] == ADD]
    return found[-1] if found and by_hand(row) else None


def newest(connection: Connection, name: str) -> dict[tuple[str, str], Row]:
    """By subject and key, the newest step that marked something in this article, also what was taken back since."""
    here = (steps.c.article == name) & steps.c.subject.in_(SUBJECTS) & (steps.c.action == ADD)
    rows = connection.execute(select(steps).where(here).order_by(steps.c.id)).mappings()
    return {(row["subject"], row["key"]): dict(row) for row in rows}


def stored(connection: Connection, place: Place) -> Row | None:
    """The row of a claim or of a finding that a person added."""
    if place.subject == "claim":
        query = select(claims).where((claims.c.article == place.article) & (claims.c.claim == place.key))
    else:
        mine = (findings.c.fingerprint == place.key) & (findings.c.check == CHECK)
        query = select(findings).where((findings.c.article == place.article) & mine)
    row = connection.execute(query).mappings().first()
    return None if row is None else dict(row)


def then(rows: Sequence[Row], all_steps: Sequence[Row], subject: str, number: int, at: int) -> list[Row]:
    """The claims or findings of a revision as they were marked on an earlier day.

    Args:
        rows: those of the revision that are stored now.
        all_steps: every step about the article, oldest first.
        subject: "claim" or "finding".
        number: of the revision.
        at: the number of the last row of the history of that day.
    """
    mine = [one for one in all_steps if one["subject"] == subject and one["action"] in (ADD, TAKE_BACK)]
    stood = {one["key"]: one["action"] == ADD for one in mine if one["history"] <= at}
    kept = [row for row in rows if not by_hand(row) or stood.get(_key(row), False)]
    there = {_key(row) for row in kept}
    back = [row for row in _taken_back(mine, number, at) if stood.get(_key(row)) and _key(row) not in there]
    return [*kept, *{_key(row): row for row in reversed(back)}.values()]


def _taken_back(mine: Iterable[Row], number: int, at: int) -> Iterator[Row]:
    """What a later step took back, as it was stored until then."""
    for one in mine:
        row = one["given"].get("row") if one["action"] == TAKE_BACK and one["history"] > at else None
        if row and row["first_revision"] <= number <= row["last_revision"]:
            yield row


def _key(row: Mapping[str, Any]) -> str:
    return str(row["claim"] if "claim" in row else row["fingerprint"])
