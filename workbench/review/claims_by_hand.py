"""Claims that people mark: what no extractor took for one, on words that they select; they stand like any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, get_args

import msgspec
from sqlalchemy import Connection, insert

from workbench.fingerprint import normalised
from workbench.model import Claim, ClaimType
from workbench.review import ledger, marks
from workbench.review.desk import Desk
from workbench.review.ledger import Entry, Place
from workbench.review.moves import Refused
from workbench.review.tables import claims
from workbench.review.wording import Row

if TYPE_CHECKING:
    from workbench.review.by_hand import Added

_MAY = ("editor", "medical reviewer")
_LENGTH = 12  # digits of a claim's name
_NOWHERE = -1  # no sentence of the newest reading is known for it


def add(connection: Connection, added: Added, desk: Desk) -> str:
    """Store the words as a claim that rests on nothing yet; returns its name; inside a writing transaction.

    Raises:
        Refused: no such kind, or the words are a claim already.
    """
    if added.claim not in get_args(ClaimType):
        raise Refused(f"“{added.claim}” is no kind of claim; choose one of: {', '.join(get_args(ClaimType))}.", _MAY)
    name = name_of(added.text)
    around = (row for row in desk.claims if row["start"] <= added.start and added.end <= row["end"])
    if next(around, None) is not None or any(row["claim"] == name for row in desk.claims):
        raise Refused("These words are a claim already; you can open it in the table of claims.", _MAY)
    found = _claim(name, added)
    _store(connection, added, desk, found)
    return name


def name_of(text: str) -> str:
    """The name that the extractor would give these words, so that both know one claim if it learns to read it."""
    return sha256(f"{normalised(text)}\x000".encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def still_there(old: Iterable[Row], text: str) -> Iterator[Claim]:
    """The claims marked by hand whose words a new text still has.

    Args:
        old: the stored claims of the article.
        text: the source text as it is now.
    """
    for row in old:
        found = msgspec.json.decode(row["detail"], type=Claim)
        if not marks.is_marked(found):
            continue
        at = found.start if text.startswith(found.text, found.start) else text.find(found.text)
        if at >= 0:
            yield msgspec.structs.replace(found, start=at, end=at + len(found.text))


def _claim(name: str, added: Added) -> Claim:
    why = f"{marks.MARKED} by {added.person.name or added.person.id}"
    note = added.note.strip()
    return Claim(
        id=name, sentence=_NOWHERE, start=added.start, end=added.end, text=added.text, type=added.claim,  # type: ignore[arg-type]
        type2=None, citation="none", certainty="asserted", why=(f"{why}: {note}" if note else why,),
    )  # fmt: skip


def _store(connection: Connection, added: Added, desk: Desk, found: Claim) -> None:
    ledger.write(connection, Entry(
        place=Place("claim", found.id, added.article), action="add", before="", after="unsubstantiated",
        person=added.person, on=added.on, at=added.at, what=f"Claim {found.id}: added by hand ({found.type}).",
        note=added.note.strip(), text_hash=desk.text_hash, given={"type": found.type, "text": found.text},
        sitting=added.sitting, request=added.request,
    ))  # fmt: skip
    revision = desk.article["revision"]
    row: dict[str, Any] = {
        "article": added.article, "claim": found.id, "type": found.type, "text": found.text, "start": found.start,
        "end": found.end, "citation": found.citation, "detail": msgspec.json.encode(found).decode(),
        "first_revision": revision, "last_revision": revision,
    }  # fmt: skip
    connection.execute(insert(claims).values(**row))
