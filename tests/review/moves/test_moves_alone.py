"""A newsroom of one: a second pass a day later stands in for the second person, and for nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from moves_cast import (
    ALONE,
    DAY,
    MARA,
    NOON,
    SOLE,
    Somebody,
    allowed,
    finding,
    live,
    notice,
    past,
    refused,
    signed,
    work,
)

from workbench.review.moves import Case, House, Past, told

FULL_DAY = timedelta(hours=24)


def _ago(hours: float) -> Any:
    return NOON - timedelta(hours=hours)


def _waiting(first: Past) -> list[tuple[Case, str, str]]:
    return [
        (finding("error", state="second", last=first), "dismiss", "dismissed"),
        (finding("error", state="second", last=first), "agree", "dismissed"),
        (finding("error", state="accepting", last=first), "agree", "accepted"),
        (finding("error", state="questioned", last=first), "dismiss", "dismissed"),
        (finding("error", state="questioned", last=first), "overrule", "open"),
        (finding(state="contested", last=first), "fix", "fix"),
        (live("putting back", last=first), "agree", "published"),
        (notice("proposed", first), "agree", "live"),
    ]


def _first(hours: float) -> Past:
    return past("dismiss", SOLE, _ago(hours), reason="agreed exception", until=DAY + timedelta(days=30))


@pytest.mark.parametrize("hours", [24, 24.5, 1000])
def test_a_second_pass_a_day_later_stands_in_and_is_recorded_as_none(hours: float) -> None:
    for case, action, after in _waiting(_first(hours)):
        ruling = allowed(case, action, SOLE, ALONE)
        assert (ruling.state, ruling.by, ruling.second) == (after, "sol", "none")


@pytest.mark.parametrize("hours", [0, 1, 23.99, -5])  # the last: a clock that went backwards
def test_a_second_pass_the_same_day_does_not(hours: float) -> None:
    for case, action, _ in _waiting(_first(hours)):
        said = str(refused(case, action, SOLE, ALONE))
        assert "the second pass is 24 hours later" in said
        assert "Nov 2026, " in said


@pytest.mark.parametrize("people", [None, 2, 3, 0])
def test_where_there_are_more_people_nothing_stands_in_for_one(people: int | None) -> None:
    for case, action, _ in _waiting(_first(1000)):
        assert "other than you" in str(refused(case, action, SOLE, House(people=people)))


def test_a_real_second_person_is_one_in_a_newsroom_of_one_too() -> None:
    for case, action, after in _waiting(_first(0)):
        both = ("editor", "medical reviewer")
        ruling = allowed(case, action, Somebody("guest", both), ALONE)
        assert (ruling.state, ruling.second) in {(after, "guest"), (after, "")}
        assert "none" not in (ruling.by, ruling.second)


def test_a_second_pass_opens_no_role() -> None:
    editor = Somebody("sol", ("writer", "editor"))
    waits = finding("error", state="second", last=past("dismiss", editor, _ago(100), reason="agreed exception"))
    assert "medical reviewer" in str(refused(waits, "agree", editor, ALONE))
    assert "Only a medical reviewer" in str(refused(work(), "approve medical", editor, ALONE))


def test_one_person_approves_own_text_a_day_after_the_last_change_and_again_a_day_later() -> None:
    fresh = work(authors=("sol",), written=_ago(23))
    assert "24 hours later" in str(refused(fresh, "approve editorial", SOLE, ALONE))
    rested = work(authors=("sol",), written=_ago(50))
    first = allowed(rested, "approve editorial", SOLE, ALONE)
    assert (first.state, first.second) == ("in review", "none")
    editorial = signed("editorial", SOLE, at=_ago(23), second="none")
    early = work(authors=("sol",), written=_ago(50), approvals=(editorial,))
    assert "24 hours later" in str(refused(early, "approve medical", SOLE, ALONE))
    editorial = signed("editorial", SOLE, at=_ago(24), second="none")
    late = work(authors=("sol",), written=_ago(50), approvals=(editorial,))
    second = allowed(late, "approve medical", SOLE, ALONE)
    assert (second.state, second.second) == ("approved", "none")


def test_one_person_with_a_guest_writer_has_one_approval_at_once() -> None:
    first = allowed(work(written=_ago(1)), "approve editorial", SOLE, ALONE)
    assert (first.state, first.second) == ("in review", "")


def test_it_goes_live_and_is_never_shown_as_two_approvals() -> None:
    pair = (signed("editorial", SOLE), signed("medical", SOLE, second="none"))
    assert allowed(work("approved", approvals=pair), "mark live", SOLE, ALONE).state == "none"
    assert told(pair) == "Approved by sol; second person: none"
    forged = (signed("editorial", SOLE), signed("medical", SOLE))
    assert "The second approval of this text is missing" in str(
        refused(work("approved", approvals=forged), "mark live", MARA, ALONE)
    )
