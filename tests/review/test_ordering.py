"""The order of the queue: due within 24 hours, then risk, then age against the limit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review import ordering
from workbench.review.ordering import Waiting

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
BASE = Waiting("drops", 40, NOW - timedelta(days=2), 5)


def waiting(**changes: Any) -> Waiting:
    return msgspec.structs.replace(BASE, **changes)


def hours(number: float) -> datetime:
    return NOW + timedelta(hours=number)


def order(*items: Waiting) -> list[str]:
    return [item.name for item in sorted(items, key=lambda item: ordering.place(item, NOW))]


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
items = st.builds(
    Waiting,
    name=st.text("abc", min_size=1, max_size=3),
    risk=st.integers(0, 100),
    since=moments,
    days=st.integers(1, 30),
    due=st.none() | moments,
)


def test_what_is_due_goes_before_any_risk_and_any_risk_before_any_age() -> None:
    due = waiting(name="due", risk=0, since=NOW, due=hours(23))
    grave = waiting(name="grave", risk=41, since=NOW)
    old = waiting(name="old", since=NOW - timedelta(days=300))
    assert order(old, grave, due) == ["due", "grave", "old"]


def test_what_is_due_stands_by_risk_too_and_then_by_its_date() -> None:
    overdue = waiting(name="overdue", risk=10, due=hours(-48))
    tonight = waiting(name="tonight", risk=70, due=hours(12))
    sooner = waiting(name="sooner", risk=70, due=hours(2))
    assert order(overdue, tonight, sooner) == ["sooner", "tonight", "overdue"]


def test_age_counts_against_the_limit_and_not_in_days() -> None:
    urgent = waiting(name="urgent", since=NOW - timedelta(days=2), days=1)
    slow = waiting(name="slow", since=NOW - timedelta(days=9), days=30)
    assert order(slow, urgent) == ["urgent", "slow"]


@pytest.mark.parametrize(
    ("due", "soon"), [(None, False), (hours(-500), True), (hours(0), True), (hours(24), True), (hours(24.01), False)]
)
def test_due_within_a_day(due: datetime | None, soon: bool) -> None:
    assert ordering.due_soon(waiting(due=due), NOW) is soon


def test_a_later_date_does_not_help_before_its_day() -> None:
    assert order(waiting(name="b", due=hours(25)), waiting(name="a", risk=39, due=hours(26)), waiting(name="c")) == [
        "b", "c", "a",
    ]  # fmt: skip


def test_zones_do_not_matter() -> None:
    elsewhere = hours(23).astimezone(timezone(timedelta(hours=11)))
    assert ordering.place(waiting(due=elsewhere), NOW) == ordering.place(waiting(due=hours(23)), NOW)


@pytest.mark.parametrize(("waited", "late"), [(0, False), (5, False), (5.01, True), (-3, False)])
def test_late_is_past_the_limit_and_a_clock_that_went_backwards_makes_nothing_late(waited: float, late: bool) -> None:
    item = waiting(since=NOW - timedelta(days=waited))
    assert ordering.late(item, NOW) is late
    assert ordering.age(item, NOW) >= 0


def test_a_day_lasts_from_its_first_moment_to_its_end() -> None:
    day = date(2026, 11, 25)
    assert (ordering.begins(day), ordering.ends(day)) == (
        datetime(2026, 11, 25, tzinfo=UTC), datetime(2026, 11, 26, tzinfo=UTC),
    )  # fmt: skip
    assert ordering.due_soon(waiting(due=ordering.ends(day)), ordering.begins(day))
    assert not ordering.due_soon(waiting(due=ordering.ends(day + timedelta(days=1))), ordering.begins(day))


@given(st.lists(items, unique_by=lambda item: item.name), moments, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_the_one_before(some: list[Waiting], now: datetime, chance: Any) -> None:
    shuffled = list(some)
    chance.shuffle(shuffled)
    found = [sorted(each, key=lambda item: ordering.place(item, now)) for each in (some, shuffled)]
    assert found[0] == found[1]


@given(items, moments, st.integers(0, 100), st.timedeltas(timedelta(), timedelta(days=400)))
def test_nothing_goes_back_by_more_risk_or_a_longer_wait(
    item: Waiting, now: datetime, risk: int, longer: timedelta
) -> None:
    worse = msgspec.structs.replace(item, risk=max(item.risk, risk), since=item.since - longer)
    assert ordering.place(worse, now) <= ordering.place(item, now)
