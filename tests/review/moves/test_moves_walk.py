"""No path of random steps by random people leads to a state that the design forbids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from moves_cast import ADA, ALONE, BO, EVE, INES, JON, MARA, SOLE, TOM, Somebody
from walking import Done, Newsroom

from workbench.review.moves import MOVES, ClaimCase, FindingCase, House, Ruling
from workbench.review.moves.terms import TAKE_BACK

CAST = [TOM, MARA, JON, INES, EVE, ADA, BO, SOLE]
READINGS = ("wrong reading", "quoted or denied")
REASONS = [*READINGS, "agreed exception", "agreed exception", "other", "", "because"]
UNTIL = [7, 60, 91, 200, 400, 0]
APART = ("its approved text is marked live", "24 hours pass", "the end date passes", "the text changes")  # by the room
BY_HAND = [move for move in MOVES if move.roles]
NAMES = sorted({move.action for move in BY_HAND if move.subject != "conflict"})
WALKED = ("work", "live", "notice", "finding", "claim")
Pick = Callable[[Sequence[Any]], Any]


def _walk(pick: Pick, house: House, cast: list[Somebody], steps: int) -> Newsroom:
    room = Newsroom(house, (cast[0].id,))
    things = list(room.things)
    page = pick(["", "published", "inherited", "expired"])
    if page:
        room.make_ready(page)
        things = ["work", "work", "live", "live", "notice", "dose"]
    for _ in range(steps):
        chance = pick(range(20))
        if chance == 0:
            room.edit(pick(cast).id, harmless=pick([True, False]))
        elif chance == 1:
            _something_happens(room, pick)
        elif chance <= 4:
            room.wait(pick([1, 24, 25, 800]))
        else:
            _somebody_acts(room, pick, cast, things)
        _hold(room)
    return room


def _something_happens(room: Newsroom, pick: Pick) -> None:
    thing = pick(list(room.things))
    events = [move.action for move in MOVES if move.subject == room.things[thing].subject and not move.roles]
    events = [event for event in events if event not in APART]
    if events:
        room.happen(thing, pick(events))


def _somebody_acts(room: Newsroom, pick: Pick, cast: list[Somebody], things: list[str]) -> None:
    thing = pick(things)
    case = room.case(thing)
    fitting = sorted({m.action for m in BY_HAND if m.subject == case.subject and case.state in m.before})
    action = pick(fitting if fitting and pick(range(8)) else NAMES)
    able = {role for m in BY_HAND if (m.subject, m.action) == (case.subject, action) for role in m.roles}
    person = pick([one for one in cast if able & set(one.roles)] if able and pick(range(4)) else cast)
    careless = pick(range(10)) == 0
    before = {name: one.state for name, one in room.things.items()}
    said = room.attempt(
        thing, action, person, reason=pick(REASONS), until=room.now.date() + timedelta(days=pick(UNTIL)),
        **({"text_hash": "old", "shown": None, "given": {}, "note": ""} if careless else {}),
    )  # fmt: skip
    if not isinstance(said, Ruling):
        words = str(said).lower()
        assert before == {name: one.state for name, one in room.things.items()}
        assert any(who in words for who in ("editor", "writer", "reviewer", "admin", "nobody", "you can", "can take"))


def _hold(room: Newsroom) -> None:
    for done in room.unread():
        for law in (_roles, _pairs, _errors, _risks, _approved, _on_site, _claims):
            law(room, done)
    draft = room.things["work"]
    signed = {one.kind: one for one in room.approvals if one.text_hash == room.text_hash}
    if draft.state == "approved":
        assert set(signed) == {"editorial", "medical"}
        assert signed["editorial"].by != signed["medical"].by or room.house.people == 1
    if room.notice_ends is not None:
        assert room.now < room.notice_ends
    assert "fixed" not in {done.ruling.state for done in room.done}


def _roles(room: Newsroom, done: Done) -> None:
    assert done.person.roles
    if not set(done.person.roles) & {"editor", "medical reviewer"}:
        admins = ("mark live", "agree") if "admin" in done.person.roles else ()
        writers = ("send", "contest", "suggest", "agree", "undo") if "writer" in done.person.roles else ()
        assert done.action in (*admins, *writers)
        assert done.action != "agree" or done.thing == "notice"
        assert done.action != "undo" or done.before == "contested"
        assert done.action not in ("send", "contest") or done.person.id in done.authors


def _pairs(room: Newsroom, done: Done) -> None:
    """What waits for a second person is settled by another one, or a day later in a newsroom of one."""
    waiting = ("second", "accepting", "questioned", "contested", "putting back", "proposed")
    if done.before not in waiting or done.action in ("undo",):
        return
    assert done.last is not None
    if done.person.id == done.last.by:
        assert room.house.people == 1 and done.ruling.second == "none"
        assert done.at - done.last.at >= timedelta(hours=24)
    else:
        assert done.ruling.second in ("", done.person.id)


def _errors(room: Newsroom, done: Done) -> None:
    case = room.things[done.thing]
    if not isinstance(case, FindingCase) or done.ruling.state != "dismissed":
        return
    ruling = done.ruling
    assert ruling.reason in (*READINGS, "agreed exception", "other")
    if case.severity != "error" or ruling.reason in READINGS:
        return
    assert done.last is not None and done.before in ("second", "questioned")
    assert "medical reviewer" in (*done.person.roles, *done.last.roles)
    assert ruling.second and (ruling.second, ruling.by) == (
        ("none", done.person.id) if done.person.id == done.last.by else (done.person.id, done.last.by)
    )


def _risks(room: Newsroom, done: Done) -> None:
    case = room.things[done.thing]
    if not isinstance(case, FindingCase) or done.ruling.state != "accepted":
        return
    assert case.severity != "note" and done.ruling.reason and done.ruling.until is not None
    days = (done.ruling.until - done.at.date()).days
    assert 0 < days <= (90 if case.severity == "error" else 366)
    if case.severity == "error":
        assert done.before in ("accepting", "questioned") and done.last is not None
        assert "medical reviewer" in (*done.person.roles, *done.last.roles)
        assert done.person.id != done.last.by or done.ruling.second == "none"


def _approved(room: Newsroom, done: Done) -> None:
    if not done.action.startswith("approve "):
        return
    assert ("editor" if done.action.endswith("editorial") else "medical reviewer") in done.person.roles
    stands_in = room.house.people == 1 and done.ruling.second == "none"
    assert done.person.id not in done.authors or stands_in
    others = [one for one in room.approvals if one.kind != done.action.removeprefix("approve ")]
    assert stands_in or all(one.by != done.person.id for one in others)


def _on_site(room: Newsroom, done: Done) -> None:
    """A page comes (back) on the site with both approvals on this very text, or by two people who put it back."""
    if done.action == "mark live":
        signs = [one for one in room.done if one.action.startswith("approve ") and one.text_hash == done.text_hash]
        carried = {"approve medical"} if done.text_hash in room.carried else set()
        assert {one.action for one in signs} | carried == {"approve editorial", "approve medical"}
        assert done.before == "approved" and room.things["live"].state == "published"
    if done.thing == "live" and done.before == "held":
        assert done.ruling.state == "putting back"
    if done.thing == "notice" and done.ruling.state == "live":
        assert done.ruling.second not in ("", done.ruling.by)


def _claims(room: Newsroom, done: Done) -> None:
    case = room.things[done.thing]
    if isinstance(case, ClaimCase) and done.before != "substantiated" and done.ruling.state == "substantiated":
        medical = "medical reviewer" in done.person.roles
        assert medical or ("editor" in done.person.roles and case.type == "cost" and done.before == "unsubstantiated")


# One number makes a whole walk: drawing each step by itself takes five times as long, and shrinking it takes minutes.
RUNS = settings(
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
SEEDS = st.integers(0, 2**32)


@RUNS
@given(SEEDS)
def test_no_walk_of_many_people_leads_to_a_forbidden_state(seed: int) -> None:
    _walk(Random(seed).choice, House(people=len(CAST)), CAST, 60)


@RUNS
@given(SEEDS)
def test_no_walk_of_one_person_does_either_and_every_pair_says_so(seed: int) -> None:
    room = _walk(Random(seed).choice, ALONE, [SOLE], 60)
    assert {done.ruling.second for done in room.done} <= {"", "none"}


@pytest.mark.parametrize(("house", "cast"), [(House(people=8), CAST), (ALONE, [SOLE]), (ALONE, [SOLE, TOM, MARA])])
def test_long_walks_use_nearly_every_row_and_break_nothing(house: House, cast: list[Somebody]) -> None:
    used = set()
    for seed in range(100):
        room = _walk(Random(seed).choice, house, cast, 150)
        used |= {(d.ruling.move.subject, d.ruling.move.action, d.before) for d in room.done}
    known = {(m.subject, m.action, state) for m in BY_HAND for state in m.before if m.subject in WALKED}
    known = {one for one in known if one[1] != TAKE_BACK}  # nobody marked anything here
    assert not any(done.action == TAKE_BACK for done in room.done)
    assert len(known - used) <= 3, sorted(known - used)


@pytest.mark.parametrize(("house", "cast"), [(House(), [TOM, MARA, INES]), (ALONE, [SOLE])])
def test_a_walk_can_go_all_the_way(house: House, cast: list[Somebody]) -> None:
    """The walks above would hold for a table that allows nothing: this one reaches the site."""
    room = Newsroom(house, (cast[0].id,))
    tom, mara, ines = (cast * 3)[:3] if len(cast) == 1 else cast
    steps = [
        ("work", "open", mara), ("cure", "dismiss", mara), ("wonder", "accept", mara), ("dose", "fix", mara),
        ("work", "ask for changes", mara), ("dose", "contest", tom), ("work", "send", tom), ("dose", "dismiss", mara),
        ("cure", "agree", ines), ("efficacy", "substantiate", ines), ("work", "approve editorial", mara),
        ("work", "approve medical", ines), ("work", "mark live", mara), ("live", "hold", mara),
        ("live", "put back", mara), ("live", "agree", ines), ("notice", "warn", ines), ("notice", "agree", mara),
    ]  # fmt: skip
    for thing, action, person in steps:
        room.wait(25)
        reason = "wrong reading" if (thing, action) == ("dose", "dismiss") else "agreed exception"
        until = room.now.date() + timedelta(days=80)
        said = room.attempt(thing, action, person, reason=reason, until=until)
        assert isinstance(said, Ruling), f"{thing} {action}: {said}"
        _hold(room)
    assert (room.things["live"].state, room.things["notice"].state) == ("published", "live")
    room.wait(24)
    assert (room.things["notice"].state, room.things["work"].state) == ("over", "in review")
