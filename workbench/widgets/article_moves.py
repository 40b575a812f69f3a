"""Whether a step is open to a person now: asked of the table of moves itself, so that screen and store agree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from workbench.review.moves import Case, House, Refused, judge
from workbench.review.moves import Step as Wanted
from workbench.review.moves.table import MOVES
from workbench.staff import Staff

_ANOTHER = "other than you"  # how the table of moves says that it takes a second person
Bar = dict[str, Any]  # `why` it is barred ("" = it is not), and `ask`, the people who could


def bar(case: Case, asked: Wanted, house: House, staff: Staff) -> Bar:
    """Whether this step is open to this person; the words that a dialog will ask for count as given."""
    try:
        judge(case, asked, house)
    except Refused as refused:
        return {"why": str(refused), "ask": able(refused.roles, asked.person, staff, str(refused))}
    return {"why": "", "ask": []}


def bars(case: Case, actions: Iterable[str], asked: Wanted, house: House, staff: Staff) -> dict[str, Bar]:
    """The same for each of these steps that leads on from where the case stands."""
    return {one: bar(case, replace(asked, action=one), house, staff) for one in actions if leads(case, one)}


def leads(case: Case, action: str) -> bool:
    """Whether the table has such a step from this state, whoever takes it."""
    return any((move.subject, move.action) == (case.subject, action) and case.state in move.before for move in MOVES)


def able(roles: Iterable[str], person: Any, staff: Staff, why: str = "") -> list[dict[str, str]]:
    """Other people who hold one of these roles.

    Nobody where this person holds one: then it is not the role. But where `why`, the refusal, asks for another person
    than this one, those are named all the same.
    """
    wanted = set(roles)
    if wanted & set(person.roles) and _ANOTHER not in why:
        return []
    return [
        {"id": one.id, "name": one.name} for one in staff.members if one.id != person.id and wanted & set(one.roles)
    ]
