"""Who looks at what, what is put off, the days of checking, and the same finding in many articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from newsroom import DAY, INES, MARA, TEXT, opened, seen

from workbench.review import Person, Store, causes, looks, runs

pytestmark = pytest.mark.usefixtures("database")
AT = "2026-11-25T10:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as there:
        there.record([seen(TEXT), seen(TEXT, name="balm")], at="2026-11-25T09:00:00+00:00")
        yield there


def others(store: Store, me: Person, at: str = AT) -> list[dict[str, str]]:
    with store.reading() as connection:
        return looks.others(connection, "drops", me.id, at)


def test_two_people_see_each_other_and_nobody_sees_themselves(store: Store) -> None:
    store.look("drops", INES, "a" * 16, AT)
    assert others(store, MARA) == [{"by": "ines", "by_name": "Ines Calder", "fingerprint": "a" * 16}]
    assert others(store, INES) == []


@pytest.mark.parametrize("seconds, there", [(0, True), (90, True), (91, False)])
def test_who_gives_no_sign_of_life_counts_as_gone(store: Store, seconds: int, there: bool) -> None:
    store.look("drops", INES, "", AT)
    later = (looks.moment(AT) + timedelta(seconds=seconds)).isoformat()
    assert bool(others(store, MARA, later)) is there


def test_who_left_is_gone_at_once_and_what_they_saw_is_known(store: Store) -> None:
    store.look("drops", INES, "", AT)
    with store.reading() as connection:
        assert looks.last(connection, "drops", "ines") is None
    store.leave("drops", INES, "2026-11-25T10:01:00+00:00")
    assert others(store, MARA, "2026-11-25T10:01:00+00:00") == []
    with store.reading() as connection:
        last = looks.last(connection, "drops", "ines")
    assert last is not None and last["at"] == "2026-11-25T10:01:00+00:00" and last["heard"] > 0


def test_looking_at_an_article_that_is_not_there_is_nothing(store: Store) -> None:
    store.look("nowhere", INES, "", AT)
    store.later(["nowhere"], INES, DAY)
    with store.reading() as connection:
        assert looks.later(connection, "ines") == {}


def test_what_one_person_puts_off_others_still_see(store: Store) -> None:
    store.later(["drops"], MARA, date(2026, 12, 9))
    with store.reading() as connection:
        assert looks.later(connection, "mara") == {"drops": "2026-12-09"}
        assert looks.later(connection, "ines") == {}
        assert looks.others(connection, "drops", "ines", AT) == []  # putting off is not looking
    store.later(["drops"], MARA, None)
    with store.reading() as connection:
        assert looks.later(connection, "mara") == {}


def test_nothing_of_this_is_told_in_the_history(store: Store) -> None:
    before = store.events()
    store.look("drops", INES, "", AT)
    store.leave("drops", INES, AT)
    store.later(["drops"], INES, DAY)
    assert store.events() == before


def test_a_day_of_checking_is_one_row_however_often_it_was_checked(store: Store) -> None:
    store.record([seen(TEXT)])
    with store.reading() as connection:
        (row,) = runs.since(connection, DAY - timedelta(days=84))
    assert (row["on"], row["articles"]) == (DAY.isoformat(), 2)
    assert row["errors"] + row["warnings"] + row["notes"] > 0
    with store.reading() as connection:
        assert runs.since(connection, DAY + timedelta(days=1)) == []


def test_equal_words_in_two_articles_are_one_cause_until_one_is_decided(store: Store) -> None:
    with store.reading() as connection:
        first = causes.shared(connection)[0]
        assert [use["article"] for use in causes.uses(connection, first.fingerprint)] == ["balm", "drops"]
        assert first.uses == 2
    assert store.decide("balm", first.fingerprint, "fix", MARA).ok
    with store.reading() as connection:
        assert [use["article"] for use in causes.uses(connection, first.fingerprint)] == ["drops"]
        assert first.fingerprint not in {one.fingerprint for one in causes.shared(connection)}
