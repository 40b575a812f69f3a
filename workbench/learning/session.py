"""A learner's marks held against a reviewed answer: found, right place, missed, only you, fair warning; four skills.

Pure. Spans are half-open, in code points of the passage's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct

KINDS = {
    "promise": "Promise or hype", "number": "Number", "source": "Source", "dose": "Dose", "approval": "Approval",
    "safety": "Safety", "wording": "Wording",
}  # fmt: skip
SKILLS = {"promises": "Promises", "numbers": "Numbers", "sources": "Sources", "doses": "Doses"}
_TRAINS = {
    "promise": "promises", "safety": "promises", "wording": "promises", "number": "numbers", "source": "sources",
    "approval": "sources", "dose": "doses",
}  # fmt: skip
LONGEST = 60  # words of one mark: who marks the whole passage has found nothing

What = Literal["found", "near", "missed", "only", "fair"]
_Words = Annotated[str, Meta(max_length=2000)]


class Mark(Struct, frozen=True):
    """Words that the learner would stop: an own name, the span, the words, and a kind and a reason."""

    id: str
    start: int
    end: int
    text: _Words
    kind: str
    reason: _Words


class Item(Struct, frozen=True):
    """One point of the reviewed answer; `fair` = it looks like a problem and is none."""

    start: int
    end: int
    title: str
    explanation: str
    kind: str = ""
    fair: bool = False


class Row(Struct, frozen=True):
    """One line of the comparison: a point of the answer, a mark, or both."""

    what: What
    start: int
    end: int
    item: Item | None = None
    marks: tuple[Mark, ...] = ()


class Question(Struct, frozen=True):
    """Where the learner disagrees: which point or words, and why."""

    about: _Words
    text: _Words


class Work(Struct, frozen=True):
    """What a learner did in one passage, finished or not; `found` and `of` are per skill, once compared."""

    step: Literal["read", "mark", "compare", "rewrite"] = "read"
    marks: tuple[Mark, ...] = ()
    rewrite: Annotated[str, Meta(max_length=20_000)] = ""
    questions: tuple[Question, ...] = ()
    seconds: int = 0
    counts: Mapping[str, tuple[int, int]] = {}
    missed: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def compare(items: Iterable[Item], marks: Iterable[Mark]) -> tuple[Row, ...]:
    """Every problem, then every mark that meets none, in reading order.

    A mark finds a problem where it overlaps it and has its kind; with another kind it is at the right place. A mark
    that meets no problem is a fair warning where it overlaps one, else it is the learner's alone.
    """
    every, given = list(items), list(marks)
    rows, used = [], set()
    for item in every:
        if item.fair:
            continue
        here = [mark for mark in given if _meet(mark, item)]
        used |= {mark.id for mark in here}
        fitting = tuple(mark for mark in here if mark.kind == item.kind)
        what: What = "found" if fitting else "near" if here else "missed"
        rows.append(Row(what, item.start, item.end, item, fitting or tuple(here)))
    left = [mark for mark in given if mark.id not in used]
    for item in every:
        here = [mark for mark in left if item.fair and _meet(mark, item)]
        if here:
            used |= {mark.id for mark in here}
            rows.append(Row("fair", item.start, item.end, item, tuple(here)))
    rows += [Row("only", mark.start, mark.end, None, (mark,)) for mark in left if mark.id not in used]
    return tuple(sorted(rows, key=lambda row: (row.start, row.end)))


def _meet(mark: Mark, item: Item) -> bool:
    return mark.start < item.end and item.start < mark.end


def counts(rows: Iterable[Row]) -> dict[str, tuple[int, int]]:
    """Problems found and problems there, per skill that occurs."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        if row.item is None or row.item.fair:
            continue
        skill = _TRAINS.get(row.item.kind, "promises")
        right, of = found.get(skill, (0, 0))
        found[skill] = right + (row.what == "found"), of + 1
    return found


def compared(work: Work, rows: Sequence[Row]) -> Work:
    """The work once it was compared: its counts, and the titles of what was missed or called by another kind."""
    titles = {
        what: tuple(row.item.title for row in rows if row.item and row.what == what) for what in ("missed", "near")
    }
    return Work(
        "compare",
        work.marks,
        work.rewrite,
        work.questions,
        work.seconds,
        counts(rows),
        titles["missed"],
        titles["near"],
    )


def done(work: Work) -> bool:
    """Whether the answer was shown."""
    return work.step in ("compare", "rewrite")


def skills(works: Iterable[Work]) -> tuple[int, dict[str, tuple[int, int]]]:
    """How many passages were compared, and found and there over all of them, for each of the four skills."""
    finished = [work for work in works if done(work)]
    told = {}
    for skill in SKILLS:
        pairs = [work.counts.get(skill, (0, 0)) for work in finished]
        told[skill] = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    return len(finished), told


def replaced(mark: Mark, text: str) -> Mark | None:
    """The mark in a text that changed since: where its words stand now; None where they stand nowhere, or twice."""
    if text[mark.start : mark.end] == mark.text:
        return mark
    if not mark.text or text.count(mark.text) != 1:
        return None
    start = text.index(mark.text)
    return Mark(mark.id, start, start + len(mark.text), mark.text, mark.kind, mark.reason)
