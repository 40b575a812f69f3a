"""Payloads for the widgets' tests: real ones through the queue, and one article with every kind of overlap."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from speak import AS_OF, REPOSITORY, content, report_of

from workbench import engine
from workbench.review import Person, Seen, Store
from workbench.staff import NOBODY, Staff
from workbench.widgets.payload import payload
from workbench.widgets.review import Newsroom, Review

MARA = Person("mara", "Mara Olsen")
ARTICLES = sorted((REPOSITORY / "articles").glob("*.md"))


def store_in(root: Path) -> Store:
    """A queue with our own articles in it."""
    store = Store.open("", root, AS_OF, "morning", content().checks)
    seen = [
        Seen(path.stem, path.read_text(encoding="utf-8"), report_of(path.relative_to(REPOSITORY).as_posix()))
        for path in ARTICLES
    ]
    store.record(seen)
    return store


def queue_of(store: Store, person: Person = MARA, staff: Staff = NOBODY) -> dict[str, Any]:
    """The trait `queue` of this person."""
    room = Newsroom(content(), AS_OF, "US", person, staff=staff, days=5)
    return Review(store, room).queue.queue


def article_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """The trait `article`, for a record as the queue gives it."""
    document = engine.parse(record["text"].encode(), record["path"], ".md")
    article = engine.analyse(document, content().lexicon, "US", AS_OF)
    _, verdicts = engine.run(article, content().checks, content().tables)
    return payload(record, article, verdicts)


def finding(number: int, start: int | None, end: int | None, text: str = "", **other: Any) -> dict[str, Any]:
    """A finding as the queue gives it, plain in everything that is not told."""
    plain: dict[str, Any] = {
        "id": number, "fingerprint": f"{number:016x}", "check": "a-check", "title": f"Title {number}",
        "topic": "marketing", "severity": "warning", "confidence": "high", "start": start, "end": end, "text": text,
        "sentence": text, "whole": start is None, "message": f"Message {number}.", "why": "Because.",
        "advice": "Mend it.", "evidence": None, "context": [], "held_back": False, "read_as": "Plain statement.",
        "rests_on": ["A source. 2020."], "measured": "How often it is right has not been measured yet.",
        "reviewed": "Not yet reviewed by a clinician.", "history": [],
    }  # fmt: skip
    return {**plain, **other}


def record_of(text: str, findings: list[dict[str, Any]], **other: Any) -> dict[str, Any]:
    """An article as the queue gives it."""
    plain = {
        "name": "article", "title": "Article", "path": "articles/article.md", "words": len(text.split()), "risk": 40,
        "parts": [["marketing", 40]], "unknowns": 0, "state": "In review", "text": text, "findings": findings,
    }  # fmt: skip
    return {**plain, **other}


OVERLAP = "In a small 😀 pilot all ten adults felt far better. It was a marvel.\n\nA marvel that lasts, they say.\n"


def overlapping() -> dict[str, Any]:
    """Three findings on one phrase, one inside another, one over a block's edge, one held back, one without words."""

    def on(number: int, words: str, **other: Any) -> dict[str, Any]:
        start = OVERLAP.index(words)
        return finding(number, start, start + len(words), words, **other)

    return record_of(
        OVERLAP,
        [
            on(1, "all ten adults felt far better", severity="error"),
            on(2, "all ten adults felt far better"),
            on(3, "ten adults"),
            on(4, "small 😀 pilot all ten adults", severity="note"),
            on(5, "It was a marvel.\n\nA marvel that lasts", severity="note", confidence="low"),
            finding(6, None, None, severity="note"),
            on(7, "they say", held_back=True, context=[{"flag": "attributed", "cue": "they say"}]),
        ],
    )
