"""Findings that people add, and what they say about the checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from newsroom import DAY, INES, JON, MARA, RITA, TEXT, TOM, name_of, opened, seen, state

from workbench import decisions
from workbench.review import Outcome, Person, Store, held, marks, records, trust
from workbench.review.acting import Deed
from workbench.review.by_hand import Added
from workbench.review.ledger import Place

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path) as made:
        made.record([seen(TEXT)])
        yield made


def added(text: str = "Nothing here", **more: object) -> Added:
    start = TEXT.index(text)
    given = {"article": "drops", "start": start, "end": start + len(text), "text": text, "person": MARA, "on": DAY}
    given |= {"at": DAY.isoformat(), "category": "marketing-hype", "note": "This hides a warning.", **more}
    return Added(**given)  # type: ignore[arg-type]


def test_what_a_person_marks_is_a_finding_that_waits(store: Store) -> None:
    before = store.queue()[0]["to_decide"]["warning"]
    outcome = store.add(added())
    assert outcome.ok, outcome.message
    (mine,) = (one for one in store.article("drops")["findings"] if one["check"] == marks.CHECK)
    assert (mine["text"], mine["message"], mine["line"]) == ("Nothing here", "This hides a warning.", 4)
    assert store.queue()[0]["to_decide"]["warning"] == before + 1
    assert store.decide("drops", mine["fingerprint"], "fix", INES).ok
    assert store.verify() == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"person": TOM}, "Only an editor or a medical reviewer"),
        ({"start": 1}, "do not stand there"),
        ({"category": "nonsense"}, "is no category"),
        ({"note": "  "}, "needs a note"),
        ({"note": "x" * 2001}, "needs a note"),
        ({"article": "other"}, "no article"),
    ],
)
def test_a_mark_that_does_not_hold_stores_nothing(store: Store, more: dict[str, object], said: str) -> None:
    before = store.article("drops")
    outcome = store.add(added(**more))
    assert not outcome.ok
    assert said in outcome.message
    assert store.article("drops") == before


def test_the_same_words_are_marked_once(store: Store) -> None:
    assert store.add(added(request="one")).ok
    assert store.add(added(request="one")).ok
    assert "already" in store.add(added(person=INES)).message
    assert len([one for one in store.article("drops")["findings"] if one["check"] == marks.CHECK]) == 1


def test_it_follows_its_words_and_is_fixed_when_they_go(store: Store) -> None:
    name = store.add(added()).state["fingerprint"]
    store.record([seen("A new first line.\n" + TEXT)])
    (mine,) = (one for one in store.article("drops")["findings"] if one["fingerprint"] == name)
    assert mine["line"] == 5
    assert store.states("drops")[name]["state"] == "open"
    store.record([seen(TEXT.replace("Nothing here", "All is well"))])
    assert name not in store.states("drops")


def test_what_was_decided_about_it_stays_decided(store: Store) -> None:
    name = store.add(added()).state["fingerprint"]
    store.decide("drops", name, "dismiss", INES, "source is given elsewhere")
    store.record([seen("A new first line.\n" + TEXT)])
    assert store.states("drops")[name]["state"] == "dismissed"


def test_verdicts_feed_the_share_right(store: Store) -> None:
    store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
    store.decide("drops", name_of(store, "always"), "dismiss", MARA, "agreed exception")
    store.decide("drops", name_of(store, "cure"), "fix", MARA)
    found = store.trust()
    assert {check: (one.right, one.of) for check, one in found.items()} == {
        "no-wonder": (0, 1), "no-always": (1, 1), "no-cure": (1, 1),
    }  # fmt: skip
    assert trust.render(found, DAY).decode().splitlines() == [
        "check,right,of,on", "no-always,1,1,2026-11-25", "no-cure,1,1,2026-11-25", "no-wonder,0,1,2026-11-25",
    ]  # fmt: skip


def test_a_verdict_taken_back_counts_no_more(store: Store) -> None:
    store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "wrong reading")
    store.decide("drops", name_of(store, "wonder"), "undo", MARA)
    assert store.trust() == {}


def test_a_proposal_is_no_verdict_yet(store: Store) -> None:
    store.decide("drops", name_of(store, "cure"), "dismiss", MARA, "agreed exception")
    assert state(store, "cure") == "second"
    assert store.trust() == {}


def test_what_people_add_counts_as_missed(store: Store) -> None:
    assert store.missed() == {}
    store.add(added())
    store.add(added("It always", category="marketing-absolute"))
    assert store.missed() == {"marketing-absolute": 1, "marketing-hype": 1}
    assert marks.CHECK not in store.trust()


def test_one_held_back_match_in_twenty_is_put_up_whoever_asks() -> None:
    chosen = [number for number in range(4000) if held.put_up(f"{number:016x}")]
    assert 140 < len(chosen) < 260
    assert chosen == [number for number in range(4000) if held.put_up(f"{number:016x}")]


def back(store: Store, name: str, person: Person = MARA, **more: Any) -> Outcome:
    given = {"on": DAY, "at": DAY.isoformat(), **more}
    return store.act(Deed(place=Place("finding", name, "drops"), action="take back", person=person, **given))


def test_who_added_a_finding_takes_it_back_and_it_counts_as_missed_no_more(store: Store, tmp_path: Path) -> None:
    store.decide("drops", name_of(store, "wonder"), "dismiss", MARA, "agreed exception")
    store.export()
    before, row, file = store.article("drops")["findings"], store.queue()[0], (tmp_path / decisions.NAME).read_bytes()
    name = store.add(added()).state["fingerprint"]
    outcome = back(store, name, request="once")
    assert (outcome.ok, outcome.message) == (True, "Taken back: “Nothing here” is no finding any more.")
    assert back(store, name, request="once").ok
    assert store.article("drops")["findings"] == before
    now = store.queue()[0]
    assert (now["to_decide"], now["risk"]) == (row["to_decide"], row["risk"])
    assert store.missed() == {} and marks.CHECK not in store.trust()
    store.export()
    assert (tmp_path / decisions.NAME).read_bytes() == file, "claims/decisions.csv knows decisions alone"
    told = [one["what"] for one in store.article("drops")["history"] if one["event"] == "step"]
    assert told[0].startswith("Added by hand") and told[1].startswith(f"Finding {name}: take back.")
    assert store.verify() == []


def test_it_stays_away_and_can_be_added_anew(store: Store) -> None:
    name = store.add(added()).state["fingerprint"]
    back(store, name)
    store.record([seen("A new first line.\n" + TEXT)])
    assert name not in store.states("drops")
    store.record([seen(TEXT)])
    assert store.add(added()).state["fingerprint"] == name
    assert store.missed() == {"marketing-hype": 1}


@pytest.mark.parametrize("person", [INES, TOM, RITA, JON])
def test_what_another_person_added_is_decided_and_not_taken_back(store: Store, person: Person) -> None:
    name = store.add(added(severity="error")).state["fingerprint"]
    outcome = back(store, name, person, reason="No.")
    assert not outcome.ok
    assert store.states("drops")[name]["state"] == "open"


def test_once_decided_it_stays(store: Store) -> None:
    name = store.add(added()).state["fingerprint"]
    store.decide("drops", name, "fix", INES)
    assert not back(store, name).ok
    store.decide("drops", name, "withdraw", INES)
    assert back(store, name).ok


def test_a_finding_of_a_check_is_never_taken_back(store: Store) -> None:
    outcome = back(store, name_of(store, "wonder"), reason="No.")
    assert not outcome.ok and "The checks read this finding" in outcome.message


@pytest.mark.parametrize("action", ["fix", "dismiss", "accept", "undo", "agree"])
def test_no_other_step_about_a_finding_leaves_its_decision_out(store: Store, action: str) -> None:
    name = name_of(store, "wonder")
    place = Place("finding", name, "drops")
    outcome = store.act(Deed(place=place, action=action, person=MARA, on=DAY, at=DAY.isoformat(), reason="other"))
    assert not outcome.ok
    assert store.states("drops")[name]["state"] == "open"


def test_taking_back_is_no_decision(store: Store) -> None:
    name = store.add(added()).state["fingerprint"]
    outcome = store.decide("drops", name, "take back", MARA)
    assert not outcome.ok and "workbench queue take-back" in outcome.message
    assert store.states("drops")[name]["state"] == "open"


def test_an_earlier_day_still_tells_what_was_added_then(store: Store) -> None:
    last = DAY + timedelta(days=2)
    name = store.add(added()).state["fingerprint"]
    assert back(store, name, on=last, at=last.isoformat()).ok
    with store.reading() as connection:
        then = [
            name in [one.finding.fingerprint for one in records.of(connection, "drops", day).findings]
            for day in (DAY, DAY + timedelta(days=1), last)
        ]
    assert then == [True, True, False]
