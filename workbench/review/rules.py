"""Who may take a finding from which state to which: one table, and the one function that reads it.

`fixed` is in no row: only the next check of the new text sets it. A refusal always says who can do it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from workbench import decisions
from workbench.model import Severity
from workbench.review import wording
from workbench.review.people import Person
from workbench.review.wording import Row

SOLO = decisions.READING  # reasons about the check, not about the risk: one person is enough
REASONS = decisions.REASONS
ACTIONS = ("dismiss", "fix", "undo")
UNDECIDED = ("open", "changed")
LONGEST_NOTE = 2000  # characters
_SHORTEST_OTHER = 10  # characters that "other" needs to mean something
_DECIDERS = ("editor", "medical reviewer")


class Outcome(Struct, frozen=True):
    """What became of a request: the sentence people read, and the finding's entry in `states`, with its fingerprint."""

    ok: bool
    message: str
    state: dict[str, Any]


class Move(Struct, frozen=True):
    """One row of the table. `who` is "anyone", "another" (than the proposer) or "the same" (who decided)."""

    action: str
    before: tuple[str, ...]
    after: str
    who: str
    needs: str
    roles: tuple[str, ...] = _DECIDERS


MOVES = (
    Move("fix", UNDECIDED, "fix", "anyone", ""),
    Move("fix", ("second",), "fix", "another", ""),
    Move("dismiss", UNDECIDED, "dismissed", "anyone", "a reason; for an error one of the first two"),
    Move("dismiss", UNDECIDED, "second", "anyone", "an error, and another reason than the first two"),
    Move("dismiss", ("second",), "dismissed", "another", "the proposed reason, or one of the first two"),
    Move("undo", ("fix", "second", "dismissed", "accepted"), "as before", "the same", ""),
)  # fmt: skip


class Case(Struct, frozen=True):
    """A finding as the rules see it; `decision` is what stands about it, or None."""

    state: str
    severity: Severity
    held_back: bool
    decision: Row | None


class Refused(Exception):
    """The rules do not allow it; the message says why and who can."""


def judge(case: Case, action: str, person: Person, reason: str, note: str, as_of: date) -> str:
    """The state that an action leads to ("as before" for undo).

    Raises:
        Refused: says why not, and who can do it.
    """
    moves = [move for move in MOVES if move.action == action]
    if not moves:
        raise Refused(f"“{action}” is not something that can be decided here; {_deciders()} can {', '.join(ACTIONS)}.")
    if person.role not in moves[0].roles:
        raise Refused(f"Only {_deciders()} can do this; you are here as {person.role}.")
    if not person.id.strip():
        raise Refused(f"Nobody is named as deciding; {_deciders()} with a user name can do this.")
    if len(note) > LONGEST_NOTE:
        raise Refused(
            f"A note has at most {LONGEST_NOTE} characters, this one {len(note)}; shortened, you can send it."
        )
    if case.held_back and action != "undo":
        raise Refused("Its context makes this harmless; nobody has to decide it.")
    possible = [move for move in moves if case.state in move.before]
    if not possible:
        raise Refused(_closed(case, person, as_of))
    _right_person(possible[0], case, person, as_of)
    if action == "dismiss":
        _reasoned(reason, note)
        return _dismissed(case, reason)
    return possible[0].after


def _right_person(move: Move, case: Case, person: Person, as_of: date) -> None:
    if move.who == "anyone" or case.decision is None:
        return
    mine = person.id in (case.decision["by"], case.decision["actor"])
    if move.who == "another" and mine:
        raise Refused(f"You proposed this; {_deciders()} other than you must agree before this error is dismissed.")
    if move.who == "the same" and person.id != case.decision["actor"]:
        raise Refused(_closed(case, person, as_of))


def _reasoned(reason: str, note: str) -> None:
    if reason not in REASONS:
        said = f"“{reason}” is no reason" if reason else "A dismissal needs a reason"
        raise Refused(f"{said}; {_deciders()} can dismiss with: {', '.join(REASONS)}.")
    if reason == "other" and len(" ".join(note.split())) < _SHORTEST_OTHER:
        raise Refused(f"“Other” needs a note of at least {_SHORTEST_OTHER} characters; then you can dismiss this.")


def _dismissed(case: Case, reason: str) -> str:
    if case.state == "second":
        proposed = "" if case.decision is None else case.decision["reason"]
        if reason not in (proposed, *SOLO):
            raise Refused(f"Proposed was “{proposed}”; you can agree with that reason, or ask for a fix.")
        return "dismissed"
    return "second" if case.severity == "error" and reason not in SOLO else "dismissed"


def _closed(case: Case, person: Person, as_of: date) -> str:
    if case.state == "fixed":
        return "The text no longer has this; nobody changes that by hand, only the next check does."
    if case.decision is None or case.state in UNDECIDED:
        return f"Nothing is decided here yet; {_deciders()} can dismiss it or ask for a fix."
    told = wording.told(case.decision, as_of)
    if person.id == case.decision["actor"]:
        return f"{told}. You can take that back first (U)."
    return f"{told}. Only {case.decision['actor']} can take that back."


def _deciders() -> str:
    return "an editor or a medical reviewer"


def table() -> str:
    """The transitions as people read them, one line each."""
    lines = [("action", "from", "to", "by", "needs")]
    for move in MOVES:
        by = f"{' or '.join(move.roles)}, {move.who}"
        lines.append((move.action, ", ".join(move.before), move.after, by, move.needs or "–"))
    widths = [max(len(line[index]) for line in lines) for index in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


__doc__ = f"{__doc__}\n{table()}\n"
