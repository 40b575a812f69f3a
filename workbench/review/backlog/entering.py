"""A wave moves: exactly the pages of a plan that somebody has seen, each with its row of the history."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from workbench.review import history, ledger, wording
from workbench.review.backlog import resting
from workbench.review.backlog.opening import open_review
from workbench.review.backlog.plans import TITLES, Plan
from workbench.review.ledger import Entry, Place
from workbench.review.moves.phrases import here_as, people
from workbench.review.moves.terms import DECIDERS
from workbench.review.outcome import Outcome
from workbench.review.people import Person

SUBJECT = "wave"


def enter(connection: Connection, plan: Plan, code: str, person: Person, on: date, at: str) -> Outcome:
    """Bring the pages of the plan into review, or give the rest its days.

    Args:
        connection: inside a writing transaction.
        plan: as it would come now.
        code: of the plan that the person has seen.
        person: who starts it.
        on: the day.
        at: the moment.

    Returns:
        Not done where another list was seen; then `state` holds "plan".
    """
    if not person.holds(*DECIDERS):
        return Outcome(False, f"Only {people(DECIDERS)} can do this; you are here as {here_as(person.roles)}.", {})
    if not plan.lines:
        return Outcome(False, f"No page is in the wave “{TITLES[plan.wish.wave]}” now; nothing was changed.", {})
    if code != plan.code:
        said = f"“{code}” is another list than this one. Nothing was changed; look at it, then use its code."
        return Outcome(False, said, {"plan": plan.code})
    at = history.moment_of(connection, at)
    ledger.write(connection, _wave(plan, person, on, at))
    for line in plan.lines:
        name = line.page.name
        if plan.wish.wave == "rest":
            word = resting.Word("keep", date.fromisoformat(line.day), wave=code)
            resting.store(connection, name, word, person, on, at)
        else:
            why = f"Wave “{TITLES[plan.wish.wave]}”: {line.why}."
            open_review(connection, name, why, {"wave": code}, person, on, at)
    number = wording.counted(len(plan.lines), "page")
    done = "have their days" if plan.wish.wave == "rest" else "came into review"
    return Outcome(True, f"{number} {done}. Wave “{TITLES[plan.wish.wave]}”, {code}.", {"wave": code})


def _wave(plan: Plan, person: Person, on: date, at: str) -> Entry:
    """Everything that somebody needs to draw, or to count, the wave again."""
    wish = plan.wish
    given = {
        "pages": [line.page.name for line in plan.lines], "size": wish.pages(), "seed": wish.seed,
        "frame": {section: list(names) for section, names in plan.frame.items()}, "decisions": plan.decisions,
        "minutes": plan.pace.minutes, "findings": plan.findings,
    }  # fmt: skip
    what = f"Wave “{TITLES[wish.wave]}”, {plan.code}: {wording.counted(len(plan.lines), 'page')}."
    return Entry(
        place=Place(SUBJECT, plan.code), action=wish.wave, before="", after="entered", person=person, on=on, at=at,
        what=what, given=given,
    )  # fmt: skip
