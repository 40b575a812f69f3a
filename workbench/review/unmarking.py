"""What a person marked by hand is taken back: it leaves the text at once, and the record keeps what it was."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete

from workbench.review import deciding, marks
from workbench.review.desk import lay_out
from workbench.review.ledger import Entry, Place
from workbench.review.tables import claims, findings

_SHORT = 60  # characters of the words that are told


def kept(connection: Connection, place: Place) -> dict[str, Any]:
    """What the step keeps of it: the words, the kind, and the row as it was stored, for who asks of an earlier day."""
    row = marks.stored(connection, place)
    if row is None:
        return {}
    kind = {"type": row["type"]} if place.subject == "claim" else {"category": row["category"]}
    return {**kind, "text": row["text"], "row": row}


def remove(connection: Connection, entry: Entry) -> None:
    """Take it out of what stands, and bring what the queue shows of the article in line."""
    place = entry.place
    if place.subject == "claim":
        here = (claims.c.article == place.article) & (claims.c.claim == place.key)
        connection.execute(delete(claims).where(here))
        return
    mine = (findings.c.fingerprint == place.key) & (findings.c.check == marks.CHECK)
    connection.execute(delete(findings).where((findings.c.article == place.article) & mine))
    after = lay_out(connection, str(place.article), entry.on)
    deciding.carry(connection, after, after, entry.on)


def told(entry: Entry) -> str:
    """What the person reads after it."""
    what = "claim" if entry.place.subject == "claim" else "finding"
    words = " ".join(str(entry.given.get("text", "")).split())
    shown = f"{words[: _SHORT - 1].rstrip()}…" if len(words) > _SHORT else words
    return f"Taken back: “{shown}” is no {what} any more."
