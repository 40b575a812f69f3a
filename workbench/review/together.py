"""One cause, one decision: several findings decided at once, each recorded singly, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from sqlalchemy import Connection, select

from workbench.review import casing, deciding
from workbench.review.casing import Rules
from workbench.review.deciding import Asked
from workbench.review.desk import lay_out
from workbench.review.moments import later, moment
from workbench.review.moves import FindingCase, Refused, Step, judge_together
from workbench.review.outcome import Outcome
from workbench.review.tables import decisions


class Stopped(Exception):
    """One of them could not be done; whoever catches it has ended the transaction, so nothing was."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.message)
        self.outcome = outcome


def decide(
    connection: Connection, asked: Sequence[Asked], rules: Rules, version_of: Callable[[str], str] = str
) -> Outcome:
    """Do the same to each, or say why not and who can.

    Args:
        connection: inside a writing transaction, which has to end where `Stopped` comes out.
        asked: the same wish about each finding; only article and fingerprint differ.
        rules: what holds in this newsroom.
        version_of: from a check's id to its version, for the history.

    Returns:
        The sentence people read; its state holds, as "states", what now stands about each finding, in their order.

    Raises:
        Stopped: it was refused after some of it was written.
    """
    each = _numbered(asked)
    if not _known(connection, each):
        try:
            cases = [_case(connection, one, rules) for one in each]
            judge_together(cases, _step(each, cases), rules.house)
        except Refused as refused:
            return Outcome(False, str(refused), {}, refused.roles)
    outcomes = []
    for one in each:
        outcome = deciding.decide(connection, one, rules, version_of)
        if not outcome.ok:
            raise Stopped(outcome)
        outcomes.append(outcome)
    message = f"{len(each)} findings of one cause. {outcomes[-1].message}"
    return Outcome(True, message, {"states": [outcome.state for outcome in outcomes]})


def _numbered(asked: Sequence[Asked]) -> list[Asked]:
    """Each finding once, and each with a request of its own; undo takes back exactly what is named."""
    single = {(one.article, one.fingerprint): one for one in asked}.values()
    return [
        msgspec.structs.replace(one, request=one.request and f"{one.request}#{number}", any_sitting=True)
        for number, one in enumerate(single, start=1)
    ]


def _known(connection: Connection, each: Sequence[Asked]) -> bool:
    """Whether this very request was done already, so that each finding answers what became of it."""
    names = [one.request for one in each if one.request]
    if not names:
        return False
    return connection.execute(select(decisions.c.id).where(decisions.c.request.in_(names))).first() is not None


def _case(connection: Connection, asked: Asked, rules: Rules) -> FindingCase:
    desk = lay_out(connection, asked.article, asked.on)
    item = desk.about(asked.fingerprint)
    if item is None:
        raise Refused("The text no longer has one of these; nobody changes that by hand, only the next check does.")
    return casing.finding(desk, item, rules)


def _step(each: Sequence[Asked], cases: Sequence[FindingCase]) -> Step:
    """What is wanted, as the table sees it; no clock that went backwards makes it happen before what it follows."""
    first, at = each[0], each[0].at
    for case in cases:
        at = later(at, case.last.at.isoformat() if case.last else "")
    return Step(
        action=first.action, person=first.person, on=first.on, at=moment(at), reason=first.reason, note=first.note,
        until=first.until, given={"source": first.source},
    )  # fmt: skip
