"""What dismissing and accepting need: reasons of the list, end dates that are not too far away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from workbench.decisions import READING, REASONS
from workbench.review.moves.cases import FindingCase
from workbench.review.moves.terms import House, Step

SHORTEST_OTHER = 10  # characters that "other" needs to mean something
LONGEST_ERROR = timedelta(days=90)

_Lack = Callable[[FindingCase, Step, House, str], str]


def _listed_reason(case: FindingCase, step: Step, house: House, able: str) -> str:
    if step.reason not in REASONS:
        said = f"“{step.reason}” is no reason" if step.reason else "A dismissal needs a reason"
        return f"{said}; {able} can dismiss with: {', '.join(REASONS)}."
    if step.reason == "other" and len(" ".join(step.note.split())) < SHORTEST_OTHER:
        return f"“Other” needs a note of at least {SHORTEST_OTHER} characters; then you can dismiss this."
    return ""


def _proposed_reason(case: FindingCase, step: Step, house: House, able: str) -> str:
    proposed = case.last.reason if case.last else ""
    if step.reason in (proposed, *READING):
        return ""
    return f"Proposed was “{proposed}”; you can agree with that reason, or ask for a fix."


def _wrong_reading(case: FindingCase, step: Step, house: House, able: str) -> str:
    if step.reason == READING[0]:
        return ""
    return f"The writer says the check misread this; {able} can dismiss it as “{READING[0]}”, or ask for the fix again."


def _within(longest: str) -> _Lack:
    """An end date after the day and not later than `longest` allows."""

    def lacks(case: FindingCase, step: Step, house: House, able: str) -> str:
        last = step.on + LONGEST_ERROR if longest == "90 days" else year_after(step.on)
        if step.until is None:
            return f"Accepting needs an end date, at most {longest} away; {able} can then do it."
        if not step.on < step.until <= last:
            return (
                f"{step.until} is no end date for this: after {step.on} and not after {last} ({longest});"
                f" {able} can accept it until then."
            )
        return ""

    return lacks


def year_after(day: date) -> date:
    """The same day twelve months later; for 29 February the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _still_ahead(case: FindingCase, step: Step, house: House, able: str) -> str:
    until = case.last.until if case.last else None
    if until is None or not step.on < until <= step.on + LONGEST_ERROR:
        return f"The proposed end date does not hold on {step.on}; {able} can ask for a fix, or propose another date."
    return ""


def _risk(case: FindingCase, step: Step, house: House, able: str) -> str:
    return "" if case.severity != "note" else f"A note is no risk to accept; {able} can dismiss it."


NEEDS: dict[str, _Lack] = {
    "a reason from the list": _listed_reason,
    "the proposed reason": _proposed_reason,
    "wrong reading": _wrong_reading,
    "a warning or an error": _risk,
    "an end date within 12 months": _within("12 months"),
    "an end date within 90 days": _within("90 days"),
    "the proposed end date ahead": _still_ahead,
}
