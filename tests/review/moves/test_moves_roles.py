"""The role table of the design, cell by cell: a plain copy of it stands here, and the code is held to the copy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from moves_cast import (
    DAY,
    INES,
    JON,
    MARA,
    ROLES,
    TYPES,
    Somebody,
    allowed,
    check,
    claim,
    fact,
    finding,
    live,
    notice,
    past,
    refused,
    signed,
    tried,
    work,
)

from workbench.review.moves import Case, Refused

TABLE = """
| transition | writer | editor | medical reviewer | admin |
| send draft to review | own | yes | – | – |
| contest a finding | own text | – | – | – |
| start review, ask for changes | – | yes | yes | – |
| ask for fix, withdraw that request | – | yes | yes | – |
| fixed | nobody | nobody | nobody | nobody |
| dismiss note or warning | – | yes | yes | – |
| dismiss error: wrong reading, quoted or denied | – | yes, alone | yes | – |
| dismiss error: any other reason | – | proposes | yes | – |
| accept risk: warning | – | yes, ≤ 12 months | yes | – |
| accept risk: error | – | proposes | yes, ≤ 90 days | – |
| ask for a second opinion / answer one | – | ask | ask, answer | – |
| approve, editorial | – | yes, not own text | – | – |
| approve, medical | – | – | yes, not own text | – |
| mark live | – | yes | – | yes |
| hold (take off the site) | – | yes, alone | yes, alone | – |
| urgent safety notice | – | with one other, any role | with one other | – |
| substantiate | suggest source | statistic, cost, prevalence | every type | – |
| settle a dispute, renew, change a fact | – | suggest | yes | – |
| change a check's severity or retire it | – | propose | propose | yes |
"""
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE.strip().splitlines()]
CELLS = [(row[0], role, cell) for row in ROWS[1:] for role, cell in zip(ROLES, row[1:], strict=True)]

Try = tuple[Case, str, dict[str, Any], str]  # case, action, what differs, the state it leads to
_BOTH = (signed("editorial", MARA), signed("medical", INES))
_EDITOR_SAYS = past("dismiss", JON, reason="agreed exception")
_EDITOR_ACCEPTS = past("accept", JON, reason="rare", until=date(2027, 1, 31))
_READINGS = ("wrong reading", "quoted or denied")
_OTHERS = ("source is given elsewhere", "right for this audience or country", "agreed exception", "other")
_LISTED = (*_READINGS, *_OTHERS)


def _dismissals(
    severities: tuple[str, ...], reasons: tuple[str, ...], state: str, after: str, **over: Any
) -> list[Try]:
    return [
        (finding(severity, state=state, **over), "dismiss", {"reason": reason}, after)
        for severity in severities
        for reason in reasons
    ]


# What each row is about, when everything else is as it should be.
DONE: dict[str, list[Try]] = {
    "send draft to review": [
        (work("none"), "send", {}, "new"),
        (work("changes requested", errors=2), "send", {}, "in review"),
    ],
    "contest a finding": [(finding(state="fix"), "contest", {}, "contested")],
    "start review, ask for changes": [
        (work("new"), "open", {}, "in review"),
        (work("none", live="expired"), "open", {}, "in review"),
        (work("none", live="inherited"), "open", {}, "in review"),
        (work(), "ask for changes", {}, "changes requested"),
    ],
    "ask for fix, withdraw that request": [
        (finding(), "fix", {"note": ""}, "fix"),
        (finding("error", state="changed"), "fix", {"note": ""}, "fix"),
        (finding(state="fix"), "withdraw", {"note": ""}, "open"),
    ],
    "fixed": [(finding(state=state), "fixed", {}, "") for state in ("open", "fix", "dismissed", "changed")],
    "dismiss note or warning": _dismissals(("note", "warning"), _LISTED, "open", "dismissed"),
    "dismiss error: wrong reading, quoted or denied": _dismissals(("error",), _READINGS, "open", "dismissed"),
    "dismiss error: any other reason": [
        (finding("error", state="second", last=_EDITOR_SAYS), "dismiss", {}, "dismissed"),
        (finding("error", state="second", last=_EDITOR_SAYS), "agree", {}, "dismissed"),
    ],
    "accept risk: warning": [(finding(), "accept", {}, "accepted")],
    "accept risk: error": [(finding("error", state="accepting", last=_EDITOR_ACCEPTS), "agree", {}, "accepted")],
    "ask for a second opinion / answer one": [
        (finding("error", state="questioned", last=past("ask", JON)), action, {}, after)
        for action, after in (("dismiss", "dismissed"), ("accept", "accepted"), ("overrule", "open"), ("fix", "fix"))
    ],
    "approve, editorial": [
        (work(), "approve editorial", {}, "in review"),
        (work(approvals=(_BOTH[1],)), "approve editorial", {}, "approved"),
    ],
    "approve, medical": [
        (work(), "approve medical", {}, "in review"),
        (work(approvals=(_BOTH[0],)), "approve medical", {}, "approved"),
    ],
    "mark live": [(work("approved", approvals=_BOTH), "mark live", {}, "none")],
    "hold (take off the site)": [
        (live(state), "hold", {}, "held") for state in ("published", "expired", "inherited")
    ],
    "urgent safety notice": [(notice(), "warn", {}, "proposed")],
    "substantiate": [(claim(kind), "substantiate", {}, "substantiated") for kind in TYPES],
    "settle a dispute, renew, change a fact": [
        (claim(state="disputed"), "settle", {}, "substantiated"),
        (claim(state="disputed"), "reject", {}, "unsubstantiated"),
        (claim(state="expired"), "renew", {}, "substantiated"),
        (fact(), "change", {}, "current"),
    ],
    "change a check's severity or retire it": [
        (check(), "change", {}, "in use"),
        (check(), "retire", {}, "retired"),
        (check("change proposed", past("propose", JON)), "change", {}, "in use"),
    ],
}  # fmt: skip
# The first half, where somebody else has the last word.
BEGUN: dict[str, list[Try]] = {
    "dismiss error: any other reason": _dismissals(("error",), _OTHERS, "open", "second"),
    "accept risk: error": [(finding("error"), "accept", {}, "accepting")],
    "ask for a second opinion / answer one": [(finding(state=s), "ask", {}, "questioned") for s in ("open", "changed")],
    "settle a dispute, renew, change a fact": [
        (claim(state="disputed"), "suggest", {}, "disputed"),
        (claim(state="expired"), "suggest", {}, "expired"),
        (fact(), "suggest", {}, "current"),
    ],
    "substantiate": [(claim(kind), "suggest", {}, "unsubstantiated") for kind in TYPES],
    "change a check's severity or retire it": [(check(), "propose", {}, "change proposed")],
}


def _yes(tries: list[Try], who: Somebody) -> None:
    for case, action, over, after in tries:
        assert allowed(case, action, who, **over).state == after


def _no(tries: list[Try], who: Somebody) -> None:
    for case, action, over, _ in tries:
        said = refused(case, action, who, **over)
        if said.roles:
            assert not set(said.roles) & set(who.roles)
            _somebody_can(said, case, action, over)


def _somebody_can(said: Refused, case: Case, action: str, over: dict[str, Any]) -> None:
    """Whoever a refusal points to is not refused in turn."""
    for role in said.roles:
        assert role in str(said)
        person = Somebody("tom" if role == "writer" else "zoe", (role,))
        allowed(case, action, person, **over)


def _by_author(tries: list[Try], who: Somebody) -> list[Try]:
    return [(msgspec.structs.replace(case, authors=(who.id,)), *rest) for case, *rest in tries]  # type: ignore[misc]


def _alone(row: str, who: Somebody) -> None:
    for case, action, over, after in DONE[row]:
        ruling = allowed(case, action, who, **over)
        assert (ruling.state, ruling.by, ruling.second) == (after, who.id, "")


def _own(row: str, who: Somebody) -> None:
    _yes(_by_author(DONE[row], who), who)
    for case, action, over, _ in DONE[row]:
        assert "You did not write this text" in str(refused(case, action, who, **over))


def _not_own(row: str, who: Somebody) -> None:
    _yes(DONE[row], who)
    for case, action, over, _ in _by_author(DONE[row], who):
        assert "You wrote this text" in str(refused(case, action, who, **over))


def _proposes(row: str, who: Somebody) -> None:
    _yes(BEGUN[row], who)
    _no(DONE[row], who)


def _longest(row: str, days: int) -> Callable[[str, Somebody], None]:
    def holds(row: str, who: Somebody) -> None:
        last = DAY + timedelta(days=days)
        for case, action, _, after in BEGUN.get(row, DONE[row]):
            assert allowed(case, action, who, until=last).state == after
            for wrong in (last + timedelta(days=1), DAY, DAY - timedelta(days=1), None):
                assert "end date" in str(refused(case, action, who, until=wrong))
        if row in BEGUN:
            _yes(DONE[row], who)

    return holds


def _noticed(others: tuple[str, ...]) -> Callable[[str, Somebody], None]:
    def holds(row: str, who: Somebody) -> None:
        _yes(DONE[row], who)
        waiting = notice("proposed", past("warn", who))
        for role in others:
            ruling = allowed(waiting, "agree", Somebody("zoe", (role,)))
            assert (ruling.state, ruling.by, ruling.second) == ("live", who.id, "zoe")
        assert "other than you must agree" in str(refused(waiting, "agree", who))
        refused(waiting, "agree", Somebody("bo", ()))

    return holds


def _types(types: tuple[str, ...]) -> Callable[[str, Somebody], None]:
    def holds(row: str, who: Somebody) -> None:
        _yes([(claim(kind), "substantiate", {}, "substantiated") for kind in types], who)
        _no([(claim(kind), "substantiate", {}, "") for kind in TYPES if kind not in types], who)

    return holds


SAYS: dict[str, Callable[[str, Somebody], None]] = {
    "–": lambda row, who: _no([*DONE[row], *BEGUN.get(row, [])], who),
    "nobody": lambda row, who: _no(DONE[row], who),
    "yes": lambda row, who: _yes(DONE[row], who),
    "yes, alone": _alone,
    "own": _own,
    "own text": _own,
    "yes, not own text": _not_own,
    "proposes": _proposes,
    "propose": _proposes,
    "suggest": _proposes,
    "suggest source": _proposes,
    "ask": _proposes,
    "ask, answer": lambda row, who: _yes([*BEGUN[row], *DONE[row]], who),
    "yes, ≤ 12 months": _longest("", 365),
    "yes, ≤ 90 days": _longest("", 90),
    "with one other, any role": _noticed(ROLES),
    "with one other": _noticed(ROLES),
    "statistic, cost, prevalence": _types(("statistic", "cost", "prevalence")),
    "every type": _types(TYPES),
}


@pytest.mark.parametrize(("row", "role", "cell"), CELLS, ids=[f"{row}-{role}" for row, role, _ in CELLS])
def test_every_cell_of_the_role_table(row: str, role: str, cell: str) -> None:
    SAYS[cell](row, Somebody("una", (role,)))


def test_the_copy_has_every_row_and_every_row_was_tried() -> None:
    assert len(CELLS) == 19 * 4
    assert {row for row, _, _ in CELLS} == set(DONE)


@pytest.mark.parametrize("row", DONE)
def test_who_has_no_role_reads_only(row: str) -> None:
    _no([*DONE[row], *BEGUN.get(row, [])], Somebody("bo", ()))
    _no([*DONE[row], *BEGUN.get(row, [])], Somebody("bo", ("reader",)))


@pytest.mark.parametrize("row", DONE)
def test_several_roles_open_what_each_of_them_opens(row: str) -> None:
    for held in (("writer", "admin"), ("editor", "medical reviewer"), ROLES):
        for case, action, over, after in DONE[row]:
            able = [role for role in held if _can(case, action, over, role)]
            if able:
                assert allowed(case, action, Somebody("una", held), **over).state == after
            else:
                refused(case, action, Somebody("una", held), **over)


def _can(case: Case, action: str, over: dict[str, Any], role: str) -> bool:
    return not isinstance(tried(case, action, Somebody("una", (role,)), **over), Refused)


def test_an_admin_has_no_say_over_content() -> None:
    opened = {row for row, role, cell in CELLS if role == "admin" and cell not in ("–", "nobody")}
    assert opened == {"mark live", "change a check's severity or retire it"}
