"""Whether it is the right person: the same, another, an author or not, and what stands in for a second person.

In a newsroom of one a second pass of the same person, at least 24 hours later, stands in for the second person. It
opens nothing else: the roles are still needed, and every record says "second person: none".
"""

from __future__ import annotations

from datetime import datetime, timedelta

from workbench.review.moves import approvals, phrases
from workbench.review.moves.cases import Case, ClaimCase, FindingCase, WorkCase
from workbench.review.moves.terms import EDITOR, NOBODY, House, Move, Refused, Step

PAUSE = timedelta(hours=24)


def second_of(move: Move, case: Case, step: Step, house: House) -> str:
    """The second person that the row asks for: an id, "none" for a second pass, "" where it asks for none.

    Raises:
        Refused: this person cannot be the one.
    """
    able = phrases.people(move.roles)
    if move.who == "another":
        return _another(case, step, house, able, move)
    if move.who == "the same" and not _mine(case, step):
        raise Refused(f"{_told(case, step)}. Only {_actor(case)} can take that back.", move.roles)
    if isinstance(case, FindingCase | WorkCase) and move.who == "own text" and step.person.id not in case.authors:
        raise Refused(f"You did not write this text; {able} can do this with a text of their own.", move.roles)
    if isinstance(case, ClaimCase | FindingCase) and move.who == "who marked it":
        return _marking(case, step)
    if isinstance(case, WorkCase) and move.who == "not own text":
        return _signing(case, step, house, able, move)
    return ""


def took_part(case: Case, step: Step) -> bool:
    """Whether this person already gave one half of what waits for a second person."""
    past = case.last
    before = case.answered_by if isinstance(case, FindingCase) and case.state == "contested" else ""
    return step.person.id in ({past.by, past.actor or past.by, before} if past else {before})


def _another(case: Case, step: Step, house: House, able: str, move: Move) -> str:
    if case.last is None:
        raise ValueError(f"a {case.subject} that is “{case.state}” waits for somebody; say who acted last")
    if not took_part(case, step):
        return step.person.id
    if house.people != 1:
        raise Refused(phrases.another(case, able), move.roles)
    return _second_pass(case.last.at, step, able, move)


def _second_pass(first: datetime, step: Step, able: str, move: Move) -> str:
    if step.at - first < PAUSE:
        when = phrases.moment(first + PAUSE)
        raise Refused(
            f"In a newsroom of one the second pass is 24 hours later; {able} can do it from {when}.", move.roles
        )
    return NOBODY


def _signing(case: WorkCase, step: Step, house: House, able: str, move: Move) -> str:
    """Nobody signs a text of their own, nor a text whose other signature is theirs."""
    mine = [one.at for one in approvals.of_other_kind(case, step) if one.by == step.person.id]
    if house.people == 1 and (mine or step.person.id in case.authors):
        return _second_pass(max([case.written, *mine]), step, able, move)
    if step.person.id in case.authors:
        raise Refused(f"You wrote this text; {able} who did not can approve it.", move.roles)
    if mine:
        raise Refused(f"You gave the other approval; {able} other than you can give this one.", move.roles)
    return ""


def _marking(case: ClaimCase | FindingCase, step: Step) -> str:
    """What one person marked another does not simply unmark; where nobody marked it, the row's needs say so."""
    if case.marked is None or step.person.id == case.marked.by:
        return ""
    who = case.marked.name or case.marked.by
    if isinstance(case, ClaimCase):
        raise Refused(f"{who} marked this and can take it back; an editor who says why can too.", EDITOR)
    raise Refused(f"{who} added this. Only {who} can take that back; you can decide it like any other finding.")


def _mine(case: Case, step: Step) -> bool:
    return case.last is not None and step.person.id == _actor(case)


def _actor(case: Case) -> str:
    return (case.last.actor or case.last.by) if case.last else "nobody"


def _told(case: Case, step: Step) -> str:
    return phrases.told(case, case.last, step.on) if case.last else "Nothing is decided here yet"
