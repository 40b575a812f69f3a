"""The one function that reads the table, and its small sister for what happens by itself."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.review.moves import approvals, persons, phrases, refusing, sampling
from workbench.review.moves.cases import Case, FindingCase, LiveCase, WorkCase
from workbench.review.moves.conditions import CONDITIONS
from workbench.review.moves.needs import NEEDS
from workbench.review.moves.table import MOVES
from workbench.review.moves.terms import AS_BEFORE, NOBODY, USUAL, House, Move, Refused, Ruling, Step, Subject

LONGEST = 2000  # characters of anything a person writes


def judge(case: Case, step: Step, house: House = USUAL) -> Ruling:
    """What the step leads to.

    Args:
        case: what it is about, as it is stored now.
        step: who wants what, when, with which reason and papers.
        house: what the newsroom says about itself.

    Raises:
        Refused: says why not, and who can do it.
    """
    moves = [move for move in MOVES if (move.subject, move.action) == (case.subject, step.action) and move.roles]
    if not moves:
        raise refusing.unknown(case, step)
    here = [move for move in moves if case.state in move.before]
    fitting = [move for move in here if _applies(move, case, step)]
    _allowed_at_all(moves, fitting, step)
    if isinstance(case, FindingCase) and case.held_back and step.action != "undo":
        raise Refused("Its context makes this harmless; nobody has to decide it.")
    if not here:
        raise refusing.closed(case, step)
    move, second = _chosen(fitting, case, step, house)
    for need in move.needs:
        lacking = NEEDS[need](case, step, house, phrases.people(move.roles))
        if lacking:
            raise Refused(lacking, move.roles)
    return _ruling(move, second, case, step)


def happened(subject: Subject, state: str, event: str) -> tuple[str, tuple[tuple[Subject, str], ...]]:
    """The state after something that nobody does by hand, and the states that move along; unmoved where no row fits.

    Raises:
        ValueError: the table has no such event for this subject.
    """
    moves = [move for move in MOVES if (move.subject, move.action) == (subject, event) and not move.roles]
    if not moves:
        raise ValueError(f"nothing like “{event}” happens to a {subject}")
    fitting = next((move for move in moves if state in move.before), None)
    return (state, ()) if fitting is None else (fitting.after, fitting.sets)


def _allowed_at_all(moves: Sequence[Move], fitting: Sequence[Move], step: Step) -> None:
    roles = [role for move in moves for role in move.roles]
    if not set(roles) & set(step.person.roles):
        raise refusing.only(fitting or moves, step)
    able = phrases.people(roles)
    if not step.person.id.strip():
        raise Refused(f"Nobody is named as deciding; {able} with a user name can do this.", roles)
    longest = max(map(len, (step.note, step.reason, *step.given.values())))
    if longest > LONGEST:
        raise Refused(
            f"A note has at most {LONGEST} characters, this one {longest}; shortened, you can send it.", roles
        )


def _applies(move: Move, case: Case, step: Step) -> bool:
    return all(CONDITIONS[name](case, step) for name in move.when)


def _chosen(moves: Sequence[Move], case: Case, step: Step, house: House) -> tuple[Move, str]:
    """The first row that this person can use, with the second person it asks for."""
    mine = [move for move in moves if set(move.roles) & set(step.person.roles)]
    refused: Refused | None = None
    for move in mine or [move for move in moves if move.who == "another" and persons.took_part(case, step)]:
        try:
            second = persons.second_of(move, case, step, house)
            if mine:
                return move, second
        except Refused as error:
            refused = refused or error
    if refused is not None:
        raise refused
    raise refusing.only(moves, step)


def _ruling(move: Move, second: str, case: Case, step: Step) -> Ruling:
    state, past = move.after, case.last
    if isinstance(case, LiveCase) and state == AS_BEFORE:
        state = case.held_from
    by, until = step.person.id, step.until if step.action == "accept" else None
    reason = step.reason if any("reason" in need for need in move.needs) else ""
    together = past is not None and _together(case, step, state)
    if past is not None and together:
        by = past.by
    if past is not None and step.action == "agree":
        reason, until = past.reason, past.until
    sample = isinstance(case, FindingCase) and state == "dismissed" and sampling.sampled(case, reason)
    carries = isinstance(case, WorkCase) and state == "approved" and approvals.to_carry(case, step) is not None
    other = second if together or second == NOBODY else ""
    return Ruling(state, move, by, other, reason, until, sample, carries, move.sets)


def _together(case: Case, step: Step, state: str) -> bool:
    """Whether the step is the second half of a pair: agreeing to what was proposed, or closing what was asked."""
    if step.action == "agree" or case.state == "questioned":
        return step.action == "agree" or state in ("dismissed", "accepted")
    return case.state == "second" and state == "dismissed" and case.last is not None and step.reason == case.last.reason
