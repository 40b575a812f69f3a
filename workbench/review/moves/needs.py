"""What a move needs, by the words that the table prints: each answers with what is lacking, or "" where nothing is.

An answer is a whole sentence: what is missing, and who can do it once it is there.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from workbench.review.moves import reasons, signing
from workbench.review.moves.cases import ClaimCase, FactCase, FindingCase, MatchCase, WorkCase
from workbench.review.moves.terms import House, Step

_DAYS = ("deadline", "effective")  # what is given under these names is a day

Lack = Callable[[Any, Step, House, str], str]  # case, step, newsroom, who can do it


def _blank(text: str) -> bool:
    return not text.strip()


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _words(part: str, problem: str) -> Lack:
    """Words in `reason` or `note`."""

    def lacks(case: Any, step: Step, house: House, able: str) -> str:
        return f"{problem}; {able} can then do this." if _blank(getattr(step, part)) else ""

    return lacks


def _given(*keys: str) -> Lack:
    """Words under these names in `given`."""

    def lacks(case: Any, step: Step, house: House, able: str) -> str:
        missing = [key for key in keys if _blank(step.given.get(key, ""))]
        if missing:
            return f"This needs {' and '.join(missing)}; {able} can then do it."
        wrong = [step.given[key] for key in keys if key in _DAYS and not _is_day(step.given[key])]
        return f"“{wrong[0]}” is no day; written like 2026-11-25, {able} can do this." if wrong else ""

    return lacks


def _request(case: WorkCase, step: Step, house: House, able: str) -> str:
    if step.requests > 0 or not _blank(step.note):
        return ""
    return f"Nothing would reach the writer; {able} can ask for changes with at least one request or message."


def _shown(case: ClaimCase | FactCase, step: Step, house: House, able: str) -> str:
    if step.shown is not None and set(step.shown) == set(case.touched):
        return ""
    return f"{touches(len(case.touched))}; {able} can save it after seeing exactly those."


def _put_up(case: MatchCase, step: Step, house: House, able: str) -> str:
    if case.put_up:
        return ""
    return (
        "This match is not among the one in twenty that are put up, so that nobody picks;"
        f" {able} can mark its words with “workbench queue add”."
    )


def _by_hand(case: ClaimCase | FindingCase, step: Step, house: House, able: str) -> str:
    if case.marked is not None:
        return ""
    what = "finding" if isinstance(case, FindingCase) else "claim"
    return f"The checks read this {what} in the words, and nobody marked it; a writer can change them."


def _library_row(case: Any, step: Step, house: House, able: str) -> str:
    named = not _blank(step.given.get("row", ""))
    return "" if named else f"No row of the library is named; {able} can name the one that says it."


def touches(number: int) -> str:
    """How the refusal begins that only the list of touched live sentences is lacking for."""
    return f"This touches {number} live sentence{'' if number == 1 else 's'}"


NEEDS: dict[str, Lack] = {
    "a reason": _words("reason", "This needs a reason in words"),
    "a question": _words("note", "A second opinion needs a question to settle"),
    "an answer": _words("note", "A contest needs an answer to the writer"),
    "a request or a message": _request,
    "the touched live sentences shown before": _shown,
    "a source": _given("source"),
    "source, version, place": _given("source", "version", "place"),
    "value, country, effective, source": _given("value", "country", "effective", "source"),
    "measured, the share right": _given("measured"),
    "notice": _given("notice"),
    "from, words, deadline": _given("from", "words", "deadline"),
    "claim, pages": _given("claim", "pages"),
    "a row of the library": _library_row,
    "put up for a verdict": _put_up,
    "marked by hand": _by_hand,
    **reasons.NEEDS,
    **signing.NEEDS,
}
