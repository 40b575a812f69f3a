"""Refusals that follow from the table itself: the wrong role, nothing of that name, nothing that leads on from here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.review.moves import phrases
from workbench.review.moves.cases import Case, ClaimCase, FindingCase, LiveCase
from workbench.review.moves.table import MOVES
from workbench.review.moves.terms import DECIDERS, MEDICAL, TAKE_BACK, Move, Refused, Role, Step

_UNDECIDED = ("open", "changed")


def only(moves: Sequence[Move], step: Step) -> Refused:
    """Nobody with this person's roles can."""
    able, here_as = phrases.people(_roles(moves)), phrases.here_as(step.person.roles)
    return Refused(f"Only {able} can do this; you are here as {here_as}.", _roles(moves))


def unknown(case: Case, step: Step) -> Refused:
    """Nothing of this name is done by hand."""
    about = [move for move in MOVES if move.subject == case.subject]
    by_hand = [move for move in about if move.roles]
    alone = {word for move in about if not move.roles for word in (move.action, move.after)}
    if step.action in alone - {move.after for move in by_hand}:
        by = "only the next check does" if case.subject == "finding" else "it follows from what happens"
        return Refused(f"Nobody changes that by hand, {by}.")
    able, actions = phrases.people(_roles(by_hand)), ", ".join(dict.fromkeys(move.action for move in by_hand))
    said = f"“{step.action}” is not something that can be decided here; {able} can {actions}."
    return Refused(said, _roles(by_hand))


def closed(case: Case, step: Step) -> Refused:
    """Nothing like this leads on from this state: what stands, and what does lead on."""
    if case.state == "fixed":
        return Refused("The text no longer has this; nobody changes that by hand, only the next check does.")
    ways = [move for move in MOVES if move.subject == case.subject and case.state in move.before and move.roles]
    if isinstance(case, FindingCase) and case.state in _UNDECIDED:
        able = phrases.people(DECIDERS)
        return Refused(f"Nothing is decided here yet; {able} can dismiss it or ask for a fix.", DECIDERS)
    if isinstance(case, LiveCase) and case.state == "none":
        return Refused("Nothing of this article is on the site; an editor or an admin can mark an approved text live.")
    if isinstance(case, ClaimCase) and step.action == TAKE_BACK:
        return _stays(case)
    if case.last is None or not isinstance(case, FindingCase):
        return Refused(f"This {phrases.name_of(case)} is “{case.state}”: {_ways_on(ways)}.", _roles(ways))
    told, actor = phrases.told(case, case.last, step.on), case.last.actor or case.last.by
    if any(move.who != "the same" for move in ways):
        return Refused(f"{told}: {_ways_on(ways)}.", _roles(ways))
    mine = step.person.id == actor
    back = "You can take that back first (U)" if mine else f"Only {actor} can take that back"
    return Refused(f"{told}. {back}.", _roles(ways))


def _stays(case: ClaimCase) -> Refused:
    """A claim on which somebody built is not simply unmarked."""
    settles = f"{phrases.people(MEDICAL)} settles that it rests on no source, it can be taken back."
    if case.state == "disputed":
        return Refused(f"This claim is disputed. Once {settles}", MEDICAL)
    first = phrases.people(DECIDERS)
    able = f"{first[0].upper()}{first[1:]}"
    return Refused(
        f"A source was confirmed for this claim, so that it stays. {able} can dispute it. Once {settles}", DECIDERS
    )


def _ways_on(ways: Iterable[Move]) -> str:
    """ "an editor or a medical reviewer can fix or agree; a writer can contest"; by the people who can."""
    able: dict[str, dict[str, None]] = {}
    for move in ways:
        if move.who != "the same":
            able.setdefault(phrases.people(move.roles), {})[move.action] = None
    each = (f"{who} can {phrases.listed(list(actions))}" for who, actions in able.items())
    return "; ".join(each) or "nobody changes that by hand"


def _roles(moves: Iterable[Move]) -> list[Role]:
    return [role for move in moves for role in move.roles]
