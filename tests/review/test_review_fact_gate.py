"""A changed fact opens accepted risks again in the queue; CI has them as they were until somebody decides anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from newsroom import INES, MANY, MARA, csv_text, did, name_of, opened, seen, state

from workbench.review import Store
from workbench.review.touching import name_of as code_of

pytestmark = pytest.mark.usefixtures("database")
TEXT = "It is a cure.\nIt is a wonder.\n"
AT = "2026-11-25T{0}:00:00+00:00"
VALUE = {"value": "6 mg", "country": "US", "effective": "2026-12-01", "source": "Label, version 19"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An error and a warning whose risks are accepted and hang on a fact."""
    with opened(tmp_path, rules=MANY) as made:
        made.record([seen(TEXT, authors=("tom",))])
        more: dict[str, Any] = {"until": date(2027, 1, 31), "at": AT.format(12), "fact": "dose"}
        for word in ("cure", "wonder"):
            assert made.decide("drops", name_of(made, word), "accept", MARA, "rare", **more).ok
        assert made.decide("drops", name_of(made, "cure"), "agree", INES, at=AT.format(12)).ok
        yield made


def change(store: Store, key: str = "dose", hour: int = 13) -> None:
    seen_none = code_of(())
    found = did(store, "fact", "change", INES, AT.format(hour), key=key, article=None, given=VALUE, seen=seen_none)
    assert found.ok, found.message


def accepted(root: Path) -> list[str]:
    """The words of the findings that CI takes as accepted."""
    rows = (line.split(",") for line in csv_text(root).splitlines()[1:])
    return [row[3] for row in rows if row[4] == "accepted"]


def test_ci_has_them_as_they_were(tmp_path: Path, store: Store) -> None:
    before = csv_text(tmp_path)
    change(store)
    assert [state(store, word) for word in ("cure", "wonder")] == ["open", "open"]
    assert csv_text(tmp_path) == before and sorted(accepted(tmp_path)) == ["cure", "wonder"]
    assert store.verify() == []


def test_what_the_file_has_is_not_taken_for_a_new_decision(tmp_path: Path, store: Store) -> None:
    change(store)
    before = csv_text(tmp_path)
    with opened(tmp_path, rules=MANY) as again:
        again.record([seen(TEXT, authors=("tom",))])
        assert [state(again, word) for word in ("cure", "wonder")] == ["open", "open"]
    assert csv_text(tmp_path) == before


@pytest.mark.parametrize(("action", "reason"), [("fix", ""), ("dismiss", "quoted or denied")])
def test_a_new_decision_takes_its_place(tmp_path: Path, store: Store, action: str, reason: str) -> None:
    change(store)
    assert store.decide("drops", name_of(store, "cure"), action, MARA, reason, at=AT.format(14)).ok
    assert accepted(tmp_path) == ["wonder"]


def test_a_risk_that_was_looked_at_since_is_not_there_again(tmp_path: Path, store: Store) -> None:
    change(store)
    assert store.decide("drops", name_of(store, "cure"), "fix", MARA, at=AT.format(14)).ok
    assert store.decide("drops", name_of(store, "cure"), "withdraw", MARA, at=AT.format(15)).ok
    assert state(store, "cure") == "open" and accepted(tmp_path) == ["wonder"]


def test_a_risk_that_people_took_back_is_not_there(tmp_path: Path, store: Store) -> None:
    assert store.take_back("drops", name_of(store, "wonder"), MARA, at=AT.format(13)).ok
    assert accepted(tmp_path) == ["cure"]
    change(store, hour=14)
    assert accepted(tmp_path) == ["cure"]


def test_another_fact_changes_nothing(tmp_path: Path, store: Store) -> None:
    before = csv_text(tmp_path)
    change(store, "another")
    assert csv_text(tmp_path) == before and state(store, "cure") == "accepted"
