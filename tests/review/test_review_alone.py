"""A newsroom of one that grows: what one person closed alone counts no more, in the queue as in CI."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsroom import DAY, TEXT, WORDS, name_of, seen, url_of

from workbench.review import Person, Store
from workbench.review.casing import Rules
from workbench.review.moves import House

pytestmark = pytest.mark.usefixtures("database")

ONE = Person("solo", "Sol Example", "editor", ("medical reviewer",))
ALONE, GROWN = Rules(House(people=1)), Rules()


def dismissed(root: Path) -> str:
    with Store.open(url_of(root), root, DAY, "morning", rules=ALONE) as store:
        store.record([seen(TEXT)])
        name = name_of(store, "cure")
        assert store.decide("drops", name, "dismiss", ONE, "agreed exception", at="2026-11-25T08:00:00+00:00").ok
        early = store.decide("drops", name, "agree", ONE, at="2026-11-26T07:00:00+00:00")
        assert not early.ok
        assert "24 hours later" in early.message
        assert store.decide("drops", name, "agree", ONE, at="2026-11-26T09:00:00+00:00").ok
        assert store.states("drops")[name]["state"] == "dismissed"
        assert "second person: none" in store.states("drops")[name]["words"]
    return name


def test_what_one_person_closed_alone_is_open_again_once_there_are_others(tmp_path: Path) -> None:
    name = dismissed(tmp_path)
    with Store.open(url_of(tmp_path), tmp_path, DAY, "later", rules=GROWN) as store:
        assert store.states("drops")[name]["state"] == "changed"
        store.record([seen(TEXT)])
        assert store.queue()[0]["to_decide"]["error"] == 1


def test_it_stays_closed_while_the_newsroom_is_of_one(tmp_path: Path) -> None:
    name = dismissed(tmp_path)
    with Store.open(url_of(tmp_path), tmp_path, DAY, "later", rules=ALONE) as store:
        store.record([seen(TEXT)])
        assert store.states("drops")[name]["state"] == "dismissed"
        assert store.queue()[0]["to_decide"]["error"] == 0
        assert WORDS["cure"] == "error"
