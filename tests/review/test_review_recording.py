"""Recording: the same text changes nothing; a decision follows its sentence, and only its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from newsroom import DAY, INES, MARA, TEXT, csv_text, name_of, opened, rows, seen, state

from workbench.errors import Usage
from workbench.review import Store

pytestmark = pytest.mark.usefixtures("database")
TABLES = ("articles", "revisions", "findings", "claims", "decisions", "history")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        yield store


def dismissed(store: Store, word: str = "wonder") -> Store:
    assert store.decide("drops", name_of(store, word), "dismiss", MARA, "quoted or denied").ok
    return store


def everything(root: Path) -> list[list[tuple[object, ...]]]:
    return [rows(root, f"SELECT * FROM {table}") for table in TABLES]


def test_the_same_text_changes_no_row(tmp_path: Path, store: Store) -> None:
    before = everything(tmp_path)
    store.record([seen(TEXT), seen(TEXT)])
    assert everything(tmp_path) == before


def test_the_same_text_on_another_day_only_tells_the_day(tmp_path: Path, store: Store) -> None:
    before = everything(tmp_path)[1:]
    store.record([seen(TEXT)], date(2026, 12, 1))
    assert everything(tmp_path)[1:] == before
    assert rows(tmp_path, "SELECT first_seen, last_checked FROM articles") == [("2026-11-25", "2026-12-01")]


def test_an_edit_is_a_revision_and_returning_to_the_old_text_one_more(tmp_path: Path, store: Store) -> None:
    store.record([seen(TEXT + "More.\n")])
    store.record([seen(TEXT)])
    assert [row[0] for row in rows(tmp_path, "SELECT number FROM revisions")] == [1, 2, 3]
    assert rows(tmp_path, "SELECT first_revision, last_revision FROM findings") == [(1, 3)] * 3


def test_what_the_check_no_longer_finds_is_fixed_by_the_checks(tmp_path: Path, store: Store) -> None:
    assert store.decide("drops", name_of(store, "cure"), "fix", MARA).ok
    store.record([seen(TEXT.replace("a cure", "a drug"))])
    assert [f["text"] for f in store.article("drops")["findings"]] == ["wonder", "always"]
    query = "SELECT event, who, before, after FROM history WHERE \"check\" = 'no-cure' ORDER BY id DESC LIMIT 1"
    assert rows(tmp_path, query) == [("check", "the checks", "fix", "fixed")]


def test_what_is_fixed_is_told_once(tmp_path: Path, store: Store) -> None:
    for _ in range(2):
        store.record([seen(TEXT.replace("a cure", "a drug"))])
    assert rows(tmp_path, "SELECT count(*) FROM history WHERE after = 'fixed'") == [(1,)]


def test_what_comes_back_is_open_and_its_history_says_so(store: Store) -> None:
    store.record([seen(TEXT.replace("a cure", "a drug"))])
    store.record([seen(TEXT)])
    assert state(store, "cure") == "open"
    (found,) = (f for f in store.article("drops")["findings"] if f["text"] == "cure")
    assert [e["what"] for e in found["history"]] == ["Found.", "Fixed: no longer found.", "Found again."]


@pytest.mark.parametrize(
    "edited",
    [
        TEXT.replace("Nothing here", "Something else"),  # another paragraph
        "A new first paragraph.\n" + TEXT,
        "Nothing here.\nIt always works.\nIt is a wonder.\nIt is a cure.\n",  # moved
        TEXT.replace("It is a wonder", "It  is a WONDER".replace("WONDER", "wonder")),  # blanks
        TEXT.replace("It is a cure.\n", ""),  # a neighbour is gone
    ],
)
def test_an_edit_elsewhere_keeps_the_decision(tmp_path: Path, store: Store, edited: str) -> None:
    before = csv_text(tmp_path) if dismissed(store) else ""
    store.record([seen(edited)])
    assert state(store, "wonder") == "dismissed"
    assert csv_text(tmp_path) == before


def test_a_changed_sentence_is_open_again_with_what_was_decided(tmp_path: Path, store: Store) -> None:
    dismissed(store).record([seen(TEXT.replace("It is a wonder", "This is a wonder"))])
    entry = store.states("drops")[name_of(store, "wonder")]
    assert entry == {
        "state": "changed",
        "words": "",
        "reopened": "This sentence changed. It was dismissed on 25 Nov by Mara Olsen: quoted or denied.",
    }
    (row,) = store.queue()
    assert row["to_decide"] == {"error": 1, "warning": 1, "note": 1}
    assert "no-wonder" in csv_text(tmp_path)  # CI reads the same: changed, confirm


def test_a_changed_sentence_decided_anew_ends_the_old_decision(tmp_path: Path, store: Store) -> None:
    old = name_of(dismissed(store), "wonder")
    store.record([seen(TEXT.replace("It is a wonder", "This is a wonder"))])
    new = name_of(store, "wonder")
    assert store.decide("drops", new, "dismiss", INES, "agreed exception").ok
    assert new in csv_text(tmp_path)
    assert old not in csv_text(tmp_path)
    (found,) = (f for f in store.article("drops")["findings"] if f["text"] == "wonder")
    said = [event["what"] for event in found["history"]]
    assert said[:2] == ["Found.", "Dismissed: quoted or denied."]
    assert said[-1] == "Dismissed: agreed exception."
    assert store.decide("drops", new, "undo", INES).ok  # and back: it waits to be confirmed again
    assert state(store, "wonder") == "changed"
    assert old in csv_text(tmp_path)


def test_a_new_finding_on_other_words_is_not_covered_by_the_decision(store: Store) -> None:
    dismissed(store).record([seen(TEXT + "Such a wonder too.\n")])
    found = {f["sentence"]: f["fingerprint"] for f in store.article("drops")["findings"] if f["text"] == "wonder"}
    states = store.states("drops")
    assert [states[found[s]]["state"] for s in ("It is a wonder.", "Such a wonder too.")] == ["dismissed", "open"]


def test_a_sentence_that_comes_back_comes_back_dismissed(store: Store) -> None:
    dismissed(store).record([seen(TEXT.replace("It is a wonder.\n", ""))])
    store.record([seen(TEXT)])
    assert state(store, "wonder") == "dismissed"


def test_a_decision_lowers_the_risk_at_once_and_only_what_is_closed(store: Store) -> None:
    (before,) = store.queue()
    assert store.decide("drops", name_of(store, "cure"), "fix", MARA).ok
    assert store.queue()[0]["risk"] == before["risk"]
    dismissed(store)
    (after,) = store.queue()
    assert after["risk"] < before["risk"]
    assert after["unknowns"] == 2
    store.record([seen(TEXT)])
    assert store.queue()[0] == after


def test_held_back_findings_are_shown_and_wait_for_nobody(store: Store) -> None:
    store.record([seen("It is no cure.\n", "denied")])
    (row,) = (row for row in store.queue() if row["name"] == "denied")
    assert (row["to_decide"], row["first"], row["parts"]) == (
        {"error": 0, "warning": 0, "note": 0},
        [],
        [["unreviewed text", 15]],
    )
    (found,) = store.article("denied")["findings"]
    assert (found["held_back"], found["context"]) == (True, [{"flag": "negated", "cue": "no"}])
    refused = store.decide("denied", found["fingerprint"], "dismiss", MARA, "quoted or denied")
    assert (refused.ok, refused.message) == (False, "Its context makes this harmless; nobody has to decide it.")


def test_the_queue_puts_harm_first_then_age(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.record([seen("It is a wonder.\n", "b")], date(2026, 11, 20))
        store.record([seen("It is a wonder.\n", "a")], date(2026, 11, 24))
        store.record([seen(TEXT), seen("All is well.\n", "c")])
        shown = [(row["name"], row["waiting_days"]) for row in store.queue()]
        assert shown == [("drops", 0), ("b", 5), ("a", 1), ("c", 0)]
        assert [row["name"] for row in store.queue(present={"a", "c"})] == ["a", "c"]
        assert [row["name"] for row in store.queue(first=2)] == ["drops", "b"]


def test_a_row_says_what_waits(store: Store) -> None:
    (row,) = store.queue()
    assert row["reason"] == "No cure; no wonder"
    assert row["first"][0] == {"title": "No cure", "severity": "error", "text": "It is a cure."}
    assert (row["state"], row["topics"], row["path"]) == ("New", {"marketing": 3}, "articles/drops.md")


def test_an_article_is_new_until_somebody_looks_and_decided_when_nothing_waits(store: Store) -> None:
    store.begin("drops", MARA)
    store.begin("drops", INES)
    assert store.queue()[0]["state"] == "In review"
    for word, action in (("cure", "fix"), ("wonder", "dismiss"), ("always", "dismiss")):
        assert store.decide("drops", name_of(store, word), action, MARA, "wrong reading").ok
    assert store.queue()[0]["state"] == "All decided"
    assert [e["who"] for e in store.article("drops")["history"] if e["event"] == "open"] == ["mara"]


def test_an_article_without_findings_is_not_called_decided_before_anybody_looked(store: Store) -> None:
    store.record([seen("All is well.\n", "fine")])
    (row,) = (row for row in store.queue() if row["name"] == "fine")
    assert row["state"] == "New"
    store.begin("fine", MARA)
    (row,) = (row for row in store.queue() if row["name"] == "fine")
    assert row["state"] == store.article("fine")["state"] == "No check fired"


def test_an_article_whose_findings_are_fixed_is_decided(store: Store) -> None:
    store.record([seen("It is a cure.\n", "better")])
    store.begin("better", MARA)
    store.record([seen("It helps some.\n", "better")])
    (row,) = (row for row in store.queue() if row["name"] == "better")
    assert row["state"] == store.article("better")["state"] == "All decided"


def test_paths_are_kept_as_they_lie_below_the_root(tmp_path: Path, store: Store) -> None:
    store.record([seen(TEXT, "a", str(tmp_path / "articles/a.md")), seen(TEXT, "b", str(tmp_path.parent / "b.md"))])
    paths = {row["name"]: row["path"] for row in store.queue()}
    assert (paths["a"], paths["b"]) == ("articles/a.md", str(tmp_path.parent / "b.md"))


def test_findings_are_numbered_gravest_first_and_those_held_back_last(store: Store) -> None:
    store.record([seen("No, no cure.\nIt always works.\nA wonder.\nA cure.\n", "order")])
    found = [(f["id"], f["severity"], f["held_back"]) for f in store.article("order")["findings"]]
    assert found == [(1, "error", False), (2, "warning", False), (3, "note", False), (4, "error", True)]


def test_an_unknown_article_is_said_so(store: Store) -> None:
    for ask in (store.article, store.states):
        with pytest.raises(Usage, match="no article “pills”"):
            ask("pills")
    store.begin("pills", MARA)
    assert not store.decide("pills", "0" * 16, "fix", MARA).ok
    assert [row["name"] for row in store.queue()] == ["drops"]


def test_many_articles_in_one_go(store: Store) -> None:
    store.record(seen(TEXT + f"{number}\n", f"page-{number:03}") for number in range(450))
    assert len(store.queue()) == 451
    assert store.verify() == []
    assert DAY.isoformat() == store.article("page-449")["history"][0]["on"]
