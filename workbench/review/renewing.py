"""Who may renew a claim of the library: whoever may renew a claim of an article, by the table of moves."""

from __future__ import annotations

from datetime import date

from workbench.review.moments import moment
from workbench.review.moves import ClaimCase, House, Refused, Step, judge
from workbench.review.moves.terms import USUAL
from workbench.review.people import Person

_GIVEN = dict.fromkeys(("value", "country", "source"), "…")


def barred(person: Person, on: date, house: House = USUAL) -> Refused | None:
    """Why this person may not renew it, with the roles that may; None = they may."""
    case = ClaimCase(state="expired", type="efficacy", touched=())
    given = {**_GIVEN, "effective": on.isoformat()}
    step = Step(action="renew", person=person, on=on, at=moment(on.isoformat()), given=given, shown=())
    try:
        judge(case, step, house)
    except Refused as refused:
        return refused
    return None
