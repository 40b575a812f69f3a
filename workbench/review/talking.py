"""Messages between the desk and the writer, about an article or about one of its findings."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.review import casing, history
from workbench.review.casing import Rules
from workbench.review.desk import lay_out
from workbench.review.moves import Refused
from workbench.review.outcome import Outcome
from workbench.review.people import Person
from workbench.review.tables import messages
from workbench.review.wording import Row

LONGEST = 2000  # characters of a message
_DESK = ("editor", "medical reviewer")


class Message(Struct, frozen=True, kw_only=True):
    """Words that a person sends; `fingerprint` is the finding they are about, "" = the article."""

    article: str
    person: Person
    text: str
    on: date
    at: str
    fingerprint: str = ""
    request: str = ""


def send(connection: Connection, message: Message, rules: Rules) -> Outcome:
    """Store it, or say why not and who can; `connection` is inside a writing transaction."""
    person, text = message.person, message.text.strip()
    try:
        desk = lay_out(connection, message.article, message.on)
        mine = person.id in casing.authors(desk.article["authors"], rules.staff)
        if not person.holds(*_DESK) and not (person.holds("writer") and mine):
            raise Refused(
                "An editor, a medical reviewer or the writer of this text can write here; you can read everything."
            )
        if not text or len(text) > LONGEST:
            size = f"between 1 and {LONGEST} characters, this one {len(text)}"
            raise Refused(f"A message has {size}; you can send such a one.")
        if message.fingerprint and desk.about(message.fingerprint) is None:
            raise Refused("The text no longer has this finding; you can write about the article instead.")
    except Refused as refused:
        return Outcome(False, str(refused), {}, refused.roles)
    if message.request and _known(connection, message.request):
        return Outcome(True, "This was sent already.", {})
    told = {
        "article": message.article, "at": message.at, "event": "message", "who": person.id, "what": "Message.",
        "fingerprint": message.fingerprint, "note": text, "text_hash": desk.text_hash,
        "subject": "finding" if message.fingerprint else "work", "key": message.fingerprint or message.article,
    }  # fmt: skip
    row: dict[str, Any] = {"article": message.article, "fingerprint": message.fingerprint, "text": text}
    row |= {"by": person.id, "by_name": person.name, "on": message.on.isoformat(), "at": message.at}
    history.enter(connection, messages, told, {**row, "request": message.request or None})
    return Outcome(True, "Message stored. The other side sees it with the article.", {})


def thread(connection: Connection, name: str) -> list[Row]:
    """The messages about an article, oldest first."""
    kept = (messages.c[column] for column in ("fingerprint", "by", "by_name", "text", "on", "at"))
    query = select(*kept).where(messages.c.article == name).order_by(messages.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def _known(connection: Connection, request: str) -> bool:
    return connection.execute(select(messages.c.id).where(messages.c.request == request)).first() is not None
