"""Who may do what: the table, and no way round it in any order of actions."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from newsroom import ADA, DAY, INES, MARA, TEXT, TOM, csv_text, file_text, name_of, opened, rows, seen, state

from workbench.review import Person, Store, rules

pytestmark = pytest.mark.usefixtures("database")
WHO = "editor", "you", "mara", "ines", "nobody"  # every refusal names one of them


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as store:
        store.record([seen(TEXT)])
        yield store


def act(store: Store, word: str, action: str, person: Person, reason: str = "", note: str = "") -> tuple[bool, str]:
    outcome = store.decide("drops", name_of(store, word), action, person, reason, note)
    return outcome.ok, outcome.message


@pytest.mark.parametrize("reason", rules.REASONS)
@pytest.mark.parametrize("word", ["wonder", "always"])
def test_one_person_dismisses_a_warning_or_a_note_for_any_reason(store: Store, word: str, reason: str) -> None:
    assert act(store, word, "dismiss", MARA, reason, "long enough a note")[0]
    assert state(store, word) == "dismissed"


@pytest.mark.parametrize("reason", rules.REASONS)
def test_one_person_dismisses_an_error_for_the_first_two_reasons_only(store: Store, reason: str) -> None:
    assert act(store, "cure", "dismiss", MARA, reason, "long enough a note")[0]
    assert state(store, "cure") == ("dismissed" if reason in ("wrong reading", "quoted or denied") else "second")


@pytest.mark.parametrize("person", [MARA, INES])
def test_a_proposal_is_not_closed_not_exported_and_says_who_can_agree(
    tmp_path: Path, store: Store, person: Person
) -> None:
    risk = store.queue()[0]["risk"]
    _, message = act(store, "cure", "dismiss", person, "agreed exception")
    assert message.startswith("Proposed: agreed exception. A second person must agree")
    assert "no-cure" not in csv_text(tmp_path)
    assert (store.queue()[0]["risk"], store.queue()[0]["second"]) == (risk, 1)
    assert act(store, "cure", "dismiss", person, "agreed exception") == (
        False,
        "You proposed this; an editor or a medical reviewer other than you must agree before this error is dismissed.",
    )


def test_a_second_person_closes_it_and_both_are_exported(tmp_path: Path, store: Store) -> None:
    act(store, "cure", "dismiss", MARA, "agreed exception", "house style allows it")
    assert act(store, "cure", "dismiss", INES, "agreed exception")[0]
    (row,) = csv.DictReader(io.StringIO(csv_text(tmp_path)))
    assert (row["decision"], row["reason"], row["note"]) == ("dismissed", "agreed exception", "house style allows it")
    assert (row["by"], row["second"], row["on"]) == ("mara", "ines", "2026-11-25")
    words = store.states("drops")[name_of(store, "cure")]["words"]
    assert words == "Dismissed: agreed exception · mara and ines, 25 Nov"


def test_a_second_person_with_another_reason_has_not_agreed(store: Store) -> None:
    act(store, "cure", "dismiss", MARA, "agreed exception")
    ok, message = act(store, "cure", "dismiss", INES, "source is given elsewhere")
    assert (ok, message) == (
        False,
        "Proposed was “agreed exception”; you can agree with that reason, or ask for a fix.",
    )
    assert state(store, "cure") == "second"


@pytest.mark.parametrize(("action", "reason", "after"), [("fix", "", "fix"), ("dismiss", "wrong reading", "dismissed")])
def test_a_second_person_may_overrule_a_proposal(store: Store, action: str, reason: str, after: str) -> None:
    act(store, "cure", "dismiss", MARA, "agreed exception")
    assert not act(store, "cure", "fix", MARA)[0]
    assert act(store, "cure", action, INES, reason)[0]
    assert state(store, "cure") == after


def test_undo_of_an_agreement_leaves_the_proposal(tmp_path: Path, store: Store) -> None:
    act(store, "cure", "dismiss", MARA, "agreed exception")
    act(store, "cure", "dismiss", INES, "agreed exception")
    assert act(store, "cure", "undo", MARA) == (
        False,
        "It was dismissed on 25 Nov by Mara Olsen: agreed exception. Only ines can take that back.",
    )
    assert act(store, "cure", "undo", INES)[0]
    assert state(store, "cure") == "second"
    assert "no-cure" not in csv_text(tmp_path)


@pytest.mark.parametrize("person", [TOM, ADA])
@pytest.mark.parametrize("action", ["dismiss", "fix"])
def test_writers_and_admins_decide_nothing(tmp_path: Path, store: Store, person: Person, action: str) -> None:
    ok, message = act(store, "always", action, person, "wrong reading")
    assert (ok, message) == (
        False,
        f"Only an editor or a medical reviewer can do this; you are here as {person.role}.",
    )
    assert rows(tmp_path, "SELECT count(*) FROM decisions") == [(0,)]


@pytest.mark.parametrize(
    ("reason", "note", "problem"),
    [
        ("", "", "A dismissal needs a reason"),
        ("because", "", "“because” is no reason"),
        ("Wrong reading", "", "is no reason"),
        ("other", "", "at least 10 characters"),
        ("other", "  just   enough ", ""),
        ("other", "too     short", "at least 10 characters"),
        ("other", "too       ", "at least 10 characters"),
        ("wrong reading", "x" * 2001, "at most 2000 characters"),
    ],
)
def test_a_reason_comes_from_the_list_and_other_needs_a_note(
    store: Store, reason: str, note: str, problem: str
) -> None:
    ok, message = act(store, "wonder", "dismiss", MARA, reason, note)
    assert ok is not bool(problem) and problem in message


def test_what_is_decided_is_only_taken_back_by_who_decided(store: Store) -> None:
    act(store, "wonder", "dismiss", MARA, "wrong reading")
    told = "It was dismissed on 25 Nov by Mara Olsen: wrong reading. "
    assert act(store, "wonder", "fix", INES) == (False, told + "Only mara can take that back.")
    assert act(store, "wonder", "fix", MARA) == (False, told + "You can take that back first (U).")
    assert act(store, "wonder", "undo", INES) == (False, told + "Only mara can take that back.")
    assert state(store, "wonder") == "dismissed"


def test_undo_steps_back_through_this_sitting_and_no_further(tmp_path: Path, store: Store) -> None:
    act(store, "always", "fix", MARA)
    with opened(tmp_path, "afternoon") as later:
        act(later, "wonder", "fix", MARA)
        act(later, "cure", "fix", MARA)
        assert later.decide("drops", "", "undo", INES).message.startswith("You have decided nothing here")
        assert later.decide("drops", "", "undo", MARA).message == "Taken back: “cure” is open again. 1 left."
        assert later.decide("drops", "", "undo", MARA).ok
        refused = later.decide("drops", name_of(later, "always"), "undo", MARA)
        assert not refused.ok
        assert f"workbench queue decide drops {name_of(later, 'always')} undo" in refused.message
        assert [state(later, word) for word in ("cure", "wonder", "always")] == ["open", "open", "fix"]
        assert later.take_back("drops", name_of(later, "always"), MARA).ok
        assert not later.take_back("drops", name_of(later, "always"), MARA).ok
    assert [row[0] for row in rows(tmp_path, "SELECT event FROM history")][1:] == ["decision"] * 3 + ["undo"] * 3


def test_undo_prefers_the_finding_it_is_asked_on(store: Store) -> None:
    act(store, "wonder", "fix", MARA)
    act(store, "cure", "fix", MARA)
    assert act(store, "wonder", "undo", MARA)[0]
    assert [state(store, word) for word in ("cure", "wonder")] == ["fix", "open"]


def test_messages_count_what_is_left(store: Store) -> None:
    assert act(store, "cure", "fix", MARA) == (True, "Fix asked. 2 left. U to undo.")
    assert act(store, "wonder", "dismiss", MARA, "quoted or denied") == (
        True,
        "Dismissed: quoted or denied. 1 left. U to undo.",
    )


def test_nobody_sets_fixed_by_hand(store: Store) -> None:
    gone = name_of(store, "cure")
    store.record([seen(TEXT.replace("cure", "drug"))])
    for action in ("fix", "dismiss"):
        outcome = store.decide("drops", gone, action, MARA, "wrong reading")
        assert not outcome.ok and "nobody changes that by hand" in outcome.message
    assert not store.decide("drops", name_of(store, "wonder"), "fixed", MARA).ok


def test_the_table_is_printed_where_people_look_and_sets_fixed_nowhere() -> None:
    assert rules.__doc__ is not None and rules.table() in rules.__doc__
    assert all(move.after != "fixed" and "fixed" not in move.before for move in rules.MOVES)


ACTION = st.tuples(
    st.sampled_from(["cure", "wonder", "always"]),
    st.sampled_from(["dismiss", "dismiss", "fix", "undo", "edit", "elsewhere", "remove", "restore"]),
    st.sampled_from([MARA, MARA, INES, INES, TOM, ADA]),
    st.sampled_from([*rules.REASONS, "because"]),
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTION, min_size=5, max_size=14))
def test_no_order_of_actions_leads_to_a_forbidden_state(actions: list[tuple[str, str, Person, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, text = Path(folder), TEXT
        with opened(root) as store:
            store.record([seen(text)])
            for word, action, person, reason in actions:
                text = _step(store, root, text, word, action, person, reason)
                _hold(store, root)


def _step(store: Store, root: Path, text: str, word: str, action: str, person: Person, reason: str) -> str:
    edits = {
        "edit": text.replace("It is a", "It was a", 1),
        "elsewhere": text + "Nothing more.\n",
        "remove": text.replace(word, "thing"),
        "restore": TEXT,
    }
    if action in edits:
        store.record([seen(edits[action])])
        return edits[action]
    names = [f["fingerprint"] for f in store.article("drops")["findings"] if f["text"] == word]
    before = rows(root, "SELECT count(*) FROM history")
    outcome = store.decide("drops", names[0] if names else "0" * 16, action, person, reason, "a note long enough")
    if not outcome.ok:
        assert rows(root, "SELECT count(*) FROM history") == before
        assert any(who in outcome.message.lower() for who in WHO), outcome.message
    else:
        assert person.role in ("editor", "medical reviewer")
        assert rows(root, "SELECT count(*) FROM history") == [(before[0][0] + 1,)]
    return text


def _hold(store: Store, root: Path) -> None:
    states = store.states("drops")
    stored = dict(rows(root, "SELECT fingerprint, state FROM findings WHERE state != 'fixed'"))
    assert stored == {name: entry["state"] for name, entry in states.items()}
    store.export()
    exported = {row["fingerprint"]: row for row in csv.DictReader(io.StringIO(file_text(root)))}
    for finding in store.article("drops")["findings"]:
        name, row = finding["fingerprint"], exported.get(finding["fingerprint"])
        assert (states[name]["state"] == "dismissed") == (row is not None)
        if row and finding["severity"] == "error":
            assert row["reason"] in rules.SOLO or row["second"] not in ("", row["by"])
        assert bool(states[name]["reopened"]) == (states[name]["state"] == "changed")
        assert bool(states[name]["words"]) == (states[name]["state"] in ("fix", "second", "dismissed"))
    assert store.verify() == []
    assert DAY.isoformat() in {row["last_checked"] for row in store.queue()}
