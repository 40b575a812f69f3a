"""One cause, one decision, through the store: recorded singly, all or none, undone together, sent twice done once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from newsroom import INES, MARA, TOM, name_of, opened, rows, seen, state
from postgres import Server

from workbench.review import Store

WONDER = "It is a wonder.\n"
MONTHS = date(2027, 2, 1)


@pytest.fixture
def store(tmp_path: Path, database: Server | None) -> Iterator[Store]:
    with opened(tmp_path) as store:
        store.record([seen(f"{WONDER}It is a cure.\n", f"page-{number:02}") for number in range(26)])
        yield store


def uses(store: Store, number: int = 26, word: str = "wonder") -> list[tuple[str, str]]:
    names = [f"page-{one:02}" for one in range(number)]
    return [(name, name_of(store, word, name)) for name in names]


def test_each_is_recorded_with_its_own_row_of_the_history(store: Store, tmp_path: Path) -> None:
    done = store.decide_together(uses(store, 25), "dismiss", MARA, "agreed exception", "A brand name.")
    assert (done.ok, len(done.state["states"])) == (True, 25)
    assert done.message.startswith("25 findings of one cause. Dismissed: agreed exception.")
    assert {one["state"] for one in done.state["states"]} == {"dismissed"}
    assert len(set(rows(tmp_path, "SELECT history FROM decisions WHERE note = 'A brand name.'"))) == 25
    assert rows(tmp_path, "SELECT count(*) FROM history WHERE event = 'decision'") == [(25,)]
    assert state(store, "wonder", "page-25") == "open"
    assert store.verify() == []


def test_they_are_taken_back_together_in_any_sitting(store: Store, tmp_path: Path) -> None:
    chosen = uses(store, 3)
    store.decide_together(chosen, "accept", MARA, "The label says so.", until=MONTHS, fact="label")
    assert rows(tmp_path, "SELECT DISTINCT until, fact FROM decisions") == [("2027-02-01", "label")]
    with opened(tmp_path, sitting="evening") as later:
        assert later.decide_together(chosen, "undo", INES).message.endswith("Only mara can take that back.")
        assert later.decide_together(chosen, "undo", MARA).ok
    assert {state(store, "wonder", name) for name, _ in chosen} == {"open"}


def test_a_request_that_was_sent_twice_is_done_once(store: Store, tmp_path: Path) -> None:
    first = store.decide_together(uses(store, 2), "fix", MARA, request="r")
    again = store.decide_together(uses(store, 2), "fix", MARA, request="r")
    assert (first.ok, again.ok) == (True, True) and first.state == again.state
    assert rows(tmp_path, "SELECT request FROM decisions ORDER BY id") == [("r#1",), ("r#2",)]


def test_the_same_finding_named_twice_counts_once(store: Store, tmp_path: Path) -> None:
    assert store.decide_together(uses(store, 2) * 2, "fix", MARA).message.startswith("2 findings of one cause.")
    assert rows(tmp_path, "SELECT count(*) FROM decisions") == [(2,)]


def test_somebody_elses_request_stops_all_of_them(store: Store, tmp_path: Path) -> None:
    """The first one is written before the second one is refused; nothing of it stays."""
    name, wonder = uses(store, 1)[0]
    store.decide("page-05", name_of(store, "wonder", "page-05"), "fix", INES, request="r#2")
    said = store.decide_together([(name, wonder), *uses(store, 2)[1:]], "fix", MARA, request="r")
    assert not said.ok and "already used for another decision by ines" in said.message
    assert rows(tmp_path, "SELECT article FROM decisions") == [("page-05",)]
    assert state(store, "wonder", name) == "open" and store.verify() == []


@pytest.mark.parametrize(
    ("number", "word", "action", "reason", "problem"),
    [
        (26, "wonder", "fix", "", "These are 26 findings, at most 25 are decided at a time"),
        (2, "wonder", "dismiss", "other", "“Other” is no reason for several findings at once"),
        (2, "wonder", "dismiss", "", "A dismissal needs a reason"),
        (2, "wonder", "agree", "", "“agree” is not done to several findings at once"),
        (2, "wonder", "accept", "Why not?", "needs an end date"),
        (2, "wonder", "undo", "", "Nothing is decided here yet"),
        (0, "wonder", "fix", "", "No finding was chosen"),
    ],
)
def test_what_is_refused_stores_nothing(
    store: Store, tmp_path: Path, number: int, word: str, action: str, reason: str, problem: str
) -> None:
    said = store.decide_together(uses(store, number, word), action, MARA, reason, "A note that is long enough.")
    assert not said.ok and problem in said.message
    assert rows(tmp_path, "SELECT count(*) FROM decisions") == [(0,)]


def test_two_causes_or_a_missing_finding_or_the_wrong_person_are_refused(store: Store, tmp_path: Path) -> None:
    wonder, cure = uses(store, 1), uses(store, 1, "cure")
    assert "do not have one cause" in store.decide_together([*wonder, *cure], "fix", MARA).message
    assert "no longer has one of these" in store.decide_together([*wonder, ("page-01", "ffff")], "fix", MARA).message
    assert "no article “nowhere”" in store.decide_together([*wonder, ("nowhere", "ffff")], "fix", MARA).message
    assert "Only an editor or a medical reviewer" in store.decide_together(uses(store, 2), "fix", TOM).message
    assert rows(tmp_path, "SELECT count(*) FROM decisions") == [(0,)]
