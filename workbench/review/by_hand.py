"""Findings that people add: what no check saw, on words that they select; they count as missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, insert, select

from workbench.fingerprint import Counter, digest, normalised
from workbench.forms import CATEGORIES
from workbench.model import Finding, Severity
from workbench.review import claims_by_hand, deciding, ledger, marks
from workbench.review.desk import Desk, lay_out
from workbench.review.ledger import Entry, Place
from workbench.review.moves import Refused
from workbench.review.outcome import Outcome
from workbench.review.people import Person
from workbench.review.tables import findings, revisions
from workbench.review.wording import Row

TOPIC = "added by hand"
_MAY = ("editor", "medical reviewer")
_LONGEST = 2000  # characters of a note


class Added(Struct, frozen=True, kw_only=True):
    """What a person marks: `[start, end)` in the source text and the words there, which category it is, and why.

    `text` must be what stands there, so that nobody marks another text than the one that was read. With `claim`, the
    kind of a claim, the words are a claim and no finding, and need no category and no note.
    """

    article: str
    start: int
    end: int
    text: str
    category: str
    note: str
    person: Person
    on: date
    at: str
    severity: Severity = "warning"
    sitting: str = ""
    request: str = ""
    claim: str = ""


def add(connection: Connection, added: Added) -> Outcome:
    """Store it as a finding that waits for a decision, or say why not; inside a writing transaction."""
    try:
        done = ledger.requested(connection, added.request)
        if done is not None:
            what = "claim" if done["subject"] == "claim" else "fingerprint"
            return Outcome(True, "This was added already.", {what: done["key"]})
        desk = lay_out(connection, added.article, added.on)
        source = _source(connection, desk)
        _hold(added, source)
        if added.claim:
            name = claims_by_hand.add(connection, added, desk)
            return Outcome(
                True,
                f"Added as a claim: “{_short(added.text)}”. No source is named for it yet. U to undo.",
                {"claim": name},
            )
        _hold_finding(added, desk)
    except Refused as refused:
        return Outcome(False, str(refused), {}, refused.roles)
    found = _finding(added, desk, source)
    _store(connection, added, desk, found)
    after = lay_out(connection, added.article, added.on)
    deciding.carry(connection, after, after, added.on)
    deciding.begin(connection, added.article, added.person, added.at)
    return Outcome(True, f"Added: “{_short(found.text)}”. It waits for a decision like any other finding. U to undo.", {
        "fingerprint": found.fingerprint, "state": "open",
    })  # fmt: skip


def still_there(old: Iterable[Row], text: str) -> Iterator[Finding]:
    """The findings added by hand whose sentence, or else whose words, a new text still has.

    Args:
        old: the stored findings of the article.
        text: the source text as it is now.
    """
    for row in old:
        if row["check"] != marks.CHECK or row["state"] == "fixed":
            continue
        found = msgspec.json.decode(row["detail"], type=Finding)
        start = _place(found, text)
        if start is not None:
            line = text.count("\n", 0, start) + 1
            yield msgspec.structs.replace(found, start=start, end=start + len(found.text), line=line)


def _place(found: Finding, text: str) -> int | None:
    """Where its words stand now: at their old place, within their sentence, or where they stand only once."""
    old = found.start or 0
    if text.startswith(found.text, old):
        return old
    sentence = text.find(found.sentence) if found.sentence else -1
    if sentence >= 0:
        return text.find(found.text, sentence)
    return text.find(found.text) if text.count(found.text) == 1 else None


def _source(connection: Connection, desk: Desk) -> str:
    newest = (revisions.c.article == desk.article["name"]) & (revisions.c.number == desk.article["revision"])
    return str(connection.execute(select(revisions.c.text).where(newest)).scalar_one())


def _short(text: str) -> str:
    return " ".join(text.split())[:60]


def _hold(added: Added, source: str) -> None:
    if not added.person.holds(*_MAY):
        raise Refused("Only an editor or a medical reviewer can add a finding; you can write a message.", _MAY)
    if not added.text.strip() or source[added.start : added.end] != added.text:
        raise Refused(
            "These words do not stand there any more; an editor can mark them in the text as it is now.", _MAY
        )


def _hold_finding(added: Added, desk: Desk) -> None:
    if added.category not in CATEGORIES:
        raise Refused(f"“{added.category}” is no category; choose one of: {', '.join(CATEGORIES)}.", _MAY)
    if not added.note.strip() or len(added.note) > _LONGEST:
        raise Refused(f"It needs a note of 1 to {_LONGEST} characters that says what is wrong.", _MAY)
    same = (item.finding for item in desk.settled if item.finding.check == marks.CHECK)
    if any((found.start, found.end, found.category) == (added.start, added.end, added.category) for found in same):
        raise Refused("Somebody marked these words for this already; you can decide that finding.", _MAY)


def _finding(added: Added, desk: Desk, source: str) -> Finding:
    before = source.rfind("\n", 0, added.start) + 1
    end = source.find("\n", added.end)
    line = source[before : end if end >= 0 else len(source)].strip()
    counter = Counter()
    for item in desk.settled:
        counter.ordinal(item.finding.check, normalised(item.finding.text), item.finding.category)
    ordinal = counter.ordinal(marks.CHECK, normalised(added.text), added.category)
    return Finding(
        check=marks.CHECK, topic=TOPIC, category=added.category, severity=added.severity, confidence="high",
        start=added.start, end=added.end, text=added.text, message=added.note.strip(),
        why=f"{added.person.name or added.person.id} marked this; no check saw it.", advice="", evidence=None,
        context=(), held_back=False, sentence=line, line=source.count("\n", 0, added.start) + 1,
        fingerprint=digest(marks.CHECK, desk.article["name"], normalised(added.text), added.category, str(ordinal)),
    )  # fmt: skip


def _store(connection: Connection, added: Added, desk: Desk, found: Finding) -> None:
    place = Place("finding", found.fingerprint, added.article)
    ledger.write(connection, Entry(
        place=place, action="add", before="", after="open", person=added.person, on=added.on, at=added.at,
        what=f"Added by hand ({added.category}): {found.message}", note=found.message, text_hash=desk.text_hash,
        given={"category": added.category, "text": added.text}, sitting=added.sitting, request=added.request,
    ))  # fmt: skip
    revision = desk.article["revision"]
    row: dict[str, Any] = {name: getattr(found, name) for name in _SAME}
    row |= {"article": added.article, "place": len(desk.settled), "detail": msgspec.json.encode(found).decode()}
    row |= {"state": "open", "since": added.on.isoformat(), "first_revision": revision, "last_revision": revision}
    connection.execute(insert(findings).values(**row))


_SAME = ("check", "fingerprint", "severity", "topic", "category", "text", "sentence", "message", "held_back")
