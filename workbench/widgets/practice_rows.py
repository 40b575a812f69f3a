"""The lines of the practice screen: marks before the comparison, and the comparison itself, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from workbench.learning import session
from workbench.learning.session import Item, Mark, Row, Work
from workbench.learning.sets import Passage
from workbench.model import Document

# Kinds of evidence that teach; the others repeat in other words what the explanation says.
_SHOWN = frozenset((
    "percent-of-n", "mean-of-n", "spread-of-n", "change", "count-and-percent", "course", "growth", "needed-to-treat",
    "risk-reduction", "sum", "weight-sum", "none-seen", "parts", "interval", "test-p", "dose-basis", "dose-range",
    "dose-limit", "dose-rhythm", "dose-unit", "strength", "approval", "status", "schedule", "bounds", "range",
))  # fmt: skip
_KIND_OF = (
    ("dosing", "dose"), ("regulatory", "approval"), ("statistic", "number"), ("impossible", "number"),
    ("percentage", "number"), ("citation", "source"), ("uncited", "source"), ("vague", "source"), ("risk", "number"),
    ("marketing", "promise"), ("safety", "safety"),
)  # fmt: skip
_ALONE = "Nothing in the answer stands on these words. Is it a question of taste, or do you see more?"
_SILENT = "No check fired. Checks see wording and numbers, not whether it is true."
_UNREVIEWED = "This passage has no reviewed answer yet; you see the checks' findings, unreviewed."

Checks = Callable[[str], dict[str, Any]]


def marks(placed: Iterable[Mark]) -> list[dict[str, Any]]:
    """The learner's marks in reading order, numbered."""
    return [
        {
            "n": n, "id": one.id, "kind": one.kind, "reason": one.reason, "text": one.text, "start": one.start,
            "end": one.end,
        }
        for n, one in enumerate(placed, start=1)
    ]  # fmt: skip


def answer(passage: Passage, checks: Checks) -> Sequence[Item]:
    """The reviewed answer; where nobody wrote one, what the checks find."""
    if passage.answered:
        return passage.items
    said = checks(passage.text)
    return [
        Item(
            one["start"], one["end"], said["checks"][one["check"]]["title"], one["message"],
            _kind(said["categories"].get(one["check"], "")),
        )
        for one in said["findings"] if one["open"] and one["start"] >= 0
    ]  # fmt: skip


def _kind(category: str) -> str:
    return next((kind for part, kind in _KIND_OF if part in category), "wording")


def compared(passage: Passage, placed: Sequence[Mark], checks: Checks) -> dict[str, Any]:
    """{"rows", "head", "sub"} of a passage that was compared; where the checks fail, the answer stands without them."""
    rows = session.compare(answer(passage, checks), placed)
    try:
        findings = [one for one in checks(passage.text)["findings"] if one["open"] and one["start"] >= 0]
    except Exception:  # the evidence is an extra; the reviewed answer must not go with it
        findings = []
    problems = [row for row in rows if row.item and not row.item.fair]
    found = sum(row.what == "found" for row in problems)
    head = f"You found {found} of {len(problems)} problem{'' if len(problems) == 1 else 's'}"
    if not problems:
        head = "This passage is sound: there was nothing to stop"
    return {
        "rows": [_row(number, row, findings) for number, row in enumerate(rows, start=1)],
        "head": head,
        "sub": " ".join(filter(None, (_fair(rows), _near(rows), _by(passage)))),
    }


def _fair(rows: Sequence[Row]) -> str:
    n = sum(row.what == "fair" for row in rows)
    if n < 2:
        return "One of your marks was a fair warning." if n else ""
    return f"{n} of your marks were fair warnings."


def _near(rows: Sequence[Row]) -> str:
    n = sum(row.what == "near" for row in rows)
    return "" if not n else f"{n} at the right place, as another problem."


def _by(passage: Passage) -> str:
    if not passage.answered:
        return _UNREVIEWED
    if passage.reviewed:
        return f"Reviewed by {passage.reviewed}."
    return f"Answer by {passage.by or 'its author'}; no clinician has reviewed it."


def _row(number: int, row: Row, findings: Sequence[dict[str, Any]]) -> dict[str, Any]:
    item, first = row.item, row.marks[0] if row.marks else None
    shown = _evidence(item, findings) if item and not item.fair else None
    return {
        "n": number, "what": row.what, "start": row.start, "end": row.end,
        "title": item.title if item else "No problem here, says the answer",
        "explanation": item.explanation if item else _ALONE,
        "kind": item.kind if item else "", "given": first.kind if first else "",
        "reasons": [one.reason for one in row.marks], "text": first.text if first else "",
        "evidence": shown["evidence"] if shown else None, "severity": shown["severity"] if shown else "warning",
    }  # fmt: skip


def _evidence(item: Item, findings: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The finding on these words that shows a working; the one that covers them most closely."""
    here = [
        one for one in findings
        if one["evidence"] and one["evidence"]["kind"] in _SHOWN and one["start"] < item.end and item.start < one["end"]
    ]  # fmt: skip
    return min(here, key=lambda one: abs(one["start"] - item.start) + abs(one["end"] - item.end), default=None)


def rewritten(said: dict[str, Any]) -> dict[str, Any]:
    """{"head", "rows" [{"severity", "title", "message", "text"}]}: what the checks still find."""
    open_ = [one for one in said["findings"] if one["open"] and one["start"] >= 0]
    rows = [
        {**{key: one[key] for key in ("severity", "message", "text")}, "title": said["checks"][one["check"]]["title"]}
        for one in open_
    ]
    n = len(rows)
    return {"head": f"The checks still find {n} thing{'' if n == 1 else 's'}." if n else _SILENT, "rows": rows}


def span(document: Document, first: tuple[int, int], last: tuple[int, int]) -> tuple[int, int] | None:
    """The source span between two places, each a block and characters of its seen text; None where there is no word."""
    blocks = document.blocks
    (block, at), (to_block, to) = first, last
    if not (block < len(blocks) and to_block < len(blocks) and (block, at) < (to_block, to)):
        return None
    if at >= len(blocks[block].seen) or not 0 < to <= len(blocks[to_block].seen):
        return None
    start = blocks[block].span(at, at + 1).start
    end = blocks[to_block].span(to - 1, to).end
    return (start, end) if start < end else None


def skills(works: Iterable[Work]) -> dict[str, Any]:
    """The four skills with plain counts, over every passage that was compared."""
    passages, told = session.skills(works)
    rows = [{"title": session.SKILLS[skill], "found": found, "of": of} for skill, (found, of) in told.items()]
    return {"passages": passages, "rows": rows}
