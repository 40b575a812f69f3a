"""Approvals as the steps tell them: who signed which text in this review, and who took it back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from workbench.covering import Difference
from workbench.review import covers
from workbench.review.desk import Desk
from workbench.review.moments import moment
from workbench.review.moves import Approval
from workbench.review.wording import Row

_SIGNS = {"approve editorial": "editorial", "approve medical": "medical"}
_ENDS = ("mark live", "24 hours pass")  # after either, both approvals are needed anew


def given(rows: Sequence[Row]) -> tuple[Approval, ...]:
    """The signatures of this review, oldest first; those that were taken back are not among them.

    Args:
        rows: the steps about the review of one article, oldest first.
    """
    found: list[Approval] = []
    for row in rows:
        kind = _SIGNS.get(row["action"])
        if row["action"] in _ENDS:
            found = []
        elif row["action"] == "withdraw approval":
            found = [one for one in found if (one.by, one.text_hash) != (row["by"], row["text_hash"])]
        elif kind is not None:
            carried, by = row["given"].get("carried") == "true", row["given"].get("of", row["by"])
            at, text = moment(row["at"]), row["text_hash"]
            found.append(
                Approval("editorial" if kind == "editorial" else "medical", by, at, text, row["second"], carried)
            )
    return tuple(found)


def same_meaning(connection: Connection, desk: Desk, rows: Sequence[Row]) -> bool:
    """Whether only words changed, since the newest medical approval, that it does not rest on."""
    difference = since_medical(connection, desk, rows)
    return difference is not None and difference.carries


def since_medical(connection: Connection, desk: Desk, rows: Sequence[Row]) -> Difference | None:
    """What changed since the newest medical approval; None where there is none, or nothing can be said."""
    medical = [one for one in given(rows) if one.kind == "medical"]
    if not medical or medical[-1].text_hash == desk.text_hash:
        return None
    return covers.since(connection, desk.article["name"], medical[-1].text_hash)
