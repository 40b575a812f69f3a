"""What the queue's screen says beside the plain rows: whose turn it is, what changed, and what claims say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from newsroom import DAY, INES, JON, MANY, MARA, ONE, SOL, TEXT, TOM, changed, did, name_of, opened, seen

from workbench.review import Person, Store, expiring, own_pace, pane, searching, since, turns
from workbench.review.casing import Rules
from workbench.review.connection import writing
from workbench.review.talking import Message
from workbench.review.turns import Viewer

pytestmark = pytest.mark.usefixtures("database")
AT, LATER = "2026-11-25T10:00:00+00:00", "2026-11-25T14:00:00+00:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, rules=MANY) as there:
        there.record([seen(TEXT, authors=("Tom Adeyemi",))], at="2026-11-25T09:00:00+00:00")
        yield there


def beside(store: Store, person: Person = MARA, at: str = LATER, rules: Rules = MANY) -> dict[str, Any]:
    """What is said beside the row of “drops”."""
    with store.reading() as connection:
        return turns.beside(connection, store.queue(), Viewer(person, DAY, at, rules))["drops"]


def changes(store: Store, person: Person = MARA) -> str:
    """What changed since this person looked last, in words; "" where they never did."""
    viewer = Viewer(person, DAY, LATER, MANY)
    with store.reading() as connection:
        found = since.of(connection, "drops", viewer)
    return since.told(found, viewer)["words"] if found else ""


def decide(
    store: Store, word: str, action: str, person: Person = MARA, reason: str = "", at: str = AT, **more: Any
) -> None:
    outcome = store.decide("drops", name_of(store, word), action, person, reason, at=at, **more)
    assert outcome.ok, outcome.message


def sent_back(store: Store) -> None:
    """A fix is asked, and the article goes to its writer."""
    store.begin("drops", MARA, AT)
    decide(store, "wonder", "fix")
    assert did(store, "work", "ask for changes", MARA, AT, note="Please mend it.").ok


def test_nothing_is_said_where_there_is_nothing_to_say(store: Store) -> None:
    assert beside(store) == {"own": False}


def test_a_question_is_for_others_never_for_who_asked(store: Store) -> None:
    decide(store, "wonder", "ask", note="Is this an idiom?")
    assert beside(store, INES)["answers"] == 1
    mine = beside(store, MARA)
    assert "answers" not in mine and mine["note"] == "You asked for a second opinion"
    assert beside(store, JON)["note"] == "Mara Olsen asked for a second opinion", "an editor cannot answer either"
    assert "answers" not in beside(store, TOM)


def test_in_a_newsroom_of_one_the_second_pass_is_ones_own(tmp_path: Path) -> None:
    with opened(tmp_path / "one", rules=ONE) as store:
        store.record([seen(TEXT)], at=AT)
        assert store.decide("drops", name_of(store, "cure"), "dismiss", SOL, "agreed exception", at=AT).ok
        assert beside(store, SOL, rules=ONE)["answers"] == 1


def test_a_contest_is_answered_by_an_editor_who_is_not_the_writer(store: Store) -> None:
    sent_back(store)
    decide(store, "wonder", "contest", TOM, "It is a name.", source="The label")
    assert beside(store, MARA)["answers"] == 1
    assert "answers" not in beside(store, TOM)


def test_with_the_writer_says_how_far_they_are(store: Store) -> None:
    sent_back(store)
    shown = beside(store)
    assert (shown["with"], shown["note"]) == ("Tom Adeyemi", "1 fix asked, none answered yet")
    assert (shown["waiting_days"], shown["hours"], shown["late"]) == (0, 4, False)
    said = Message(
        article="drops", person=TOM, text="On its way.", on=DAY, at=LATER, fingerprint=name_of(store, "wonder")
    )
    assert store.send(said).ok
    assert beside(store)["note"] == "1 fix asked, 1 answered"
    assert beside(store, TOM)["own"] is True


def test_a_clock_that_knows_the_day_alone_tells_no_hours(store: Store) -> None:
    sent_back(store)
    shown = beside(store, at="2026-11-25")
    assert shown["waiting_days"] == 0 and "hours" not in shown
    assert beside(store, at="2026-11-20T10:00:00+00:00")["waiting_days"] == 0, "a clock that went backwards"


def test_put_off_until_a_day_and_only_for_who_put_it_off(store: Store) -> None:
    store.later(["drops"], MARA, date(2026, 12, 1))
    assert beside(store)["later"] == "2026-12-01"
    assert "later" not in beside(store, INES)
    store.later(["drops"], MARA, DAY)
    assert "later" not in beside(store), "its day has come"


def test_an_expired_page_stands_under_the_fact_that_changed(store: Store, tmp_path: Path) -> None:
    changed(tmp_path, "UPDATE articles SET live = 'expired', state = 'none' WHERE name = 'drops'")
    assert beside(store)["group"] == "Expired", "nothing is known of why"


@pytest.mark.parametrize(
    ("given", "until", "told"),
    [
        ({"fact": "velodrin-label"}, "", "Fact changed on 25 Nov: velodrin-label"),
        ({}, "2026-11-20", "Last day reached: 20 Nov"),
    ],
)
def test_the_heading_says_what_made_a_page_expire(
    store: Store, tmp_path: Path, given: dict[str, str], until: str, told: str
) -> None:
    changed(tmp_path, "UPDATE articles SET live = 'published', state = 'none' WHERE name = 'drops'")
    with writing(store._engine) as connection:
        expiring.expire(connection, "drops", "It changed.", INES, DAY, AT, given=given, until=until)
    assert beside(store)["group"] == told


def test_rows_of_an_older_program_have_their_kinds_all_the_same(store: Store, tmp_path: Path) -> None:
    (row,) = store.queue()
    assert [kind[0] for kind in row["kinds"]] == ["no-cure", "no-wonder", "no-always"]
    changed(tmp_path, "UPDATE articles SET glance = '' WHERE name = 'drops'")
    assert store.queue()[0]["kinds"] == []
    assert beside(store)["kinds"] == row["kinds"]


def test_since_i_looked_nothing_changed(store: Store) -> None:
    assert changes(store) == "", "never looked"
    store.look("drops", MARA, "", AT)
    store.leave("drops", MARA, AT)
    assert changes(store) == "Nothing changed."
    assert changes(store, INES) == ""


def test_since_i_looked_findings_went_and_came_and_others_decided(store: Store) -> None:
    decide(store, "always", "dismiss", MARA, "wrong reading")
    store.look("drops", MARA, "", AT)
    store.leave("drops", MARA, AT)
    store.record([seen(TEXT.replace("a wonder", "a drug") + "Another wonder.\n", authors=("Tom Adeyemi",))], at=LATER)
    decide(store, "cure", "dismiss", INES, "agreed exception", at=LATER)
    told = changes(store)
    assert told == "1 finding fixed, 1 new. Ines Calder decided 1 finding. Your 1 decision still stands."


def test_since_i_looked_my_decision_was_reopened(store: Store) -> None:
    decide(store, "wonder", "dismiss", MARA, "wrong reading")
    store.look("drops", MARA, "", AT)
    store.leave("drops", MARA, AT)
    store.record([seen(TEXT.replace("It is a wonder", "It is truly a wonder"), authors=("Tom Adeyemi",))], at=LATER)
    assert "Of your 1 decision, 0 still stand." in changes(store)


def test_the_pane_says_what_the_risk_was(store: Store) -> None:
    store.look("drops", MARA, "", AT)
    store.leave("drops", MARA, AT)
    before = store.queue()[0]["risk"]
    decide(store, "wonder", "dismiss", JON, "wrong reading", at=LATER)
    with store.reading() as connection:
        shown = pane.of(connection, "drops", {}, Viewer(MARA, DAY, LATER, MANY))
    assert shown["was"] == before > store.queue()[0]["risk"]
    assert [one["severity"] for one in shown["first"]] == ["error", "note"]
    assert shown["people"][0] == ["Writer", "Tom Adeyemi", "Not named in the text"]
    assert shown["people"][2][1:] == ["", "Reviewer not asked yet"]
    assert shown["draft"] == 1 and shown["first"][0]["uses"] == 0


def test_one_cause_in_many_articles_is_told_and_a_grave_one_is_not(store: Store) -> None:
    store.record([seen(TEXT, name="balm"), seen(TEXT, name="cream")], at=AT)
    with store.reading() as connection:
        first = {one["severity"]: one["uses"] for one in pane.first(connection, "drops", {})}
    assert first == {"error": 3, "warning": 3, "note": 3}, "an error about hype may be decided together"


def test_the_pane_of_an_unknown_article_is_empty(store: Store) -> None:
    with store.reading() as connection:
        assert pane.of(connection, "nowhere", {}, Viewer(MARA, DAY, AT, MANY)) == {}


@pytest.mark.parametrize("words", ["HEALS burns", "heals  burns", "glow"])
def test_claims_are_found_by_words(store: Store, words: str) -> None:
    store.record([seen("Glowroot heals burns.\nIt costs little.\n", name="root")], at=AT)
    with store.reading() as connection:
        assert searching.claims_with(connection, words) == {"root": "Glowroot heals burns."}


@pytest.mark.parametrize("words", ["", "gl", "%", "heals_burns", "burns heals", "' OR 1=1 --", "\x00" * 3])
def test_other_words_find_no_claim(store: Store, words: str) -> None:
    store.record([seen("Glowroot heals burns.\n", name="root")], at=AT)
    with store.reading() as connection:
        assert searching.claims_with(connection, words) == {}


def test_a_claim_that_the_text_no_longer_makes_is_not_found(store: Store) -> None:
    store.record([seen("Glowroot heals burns.\n", name="root")], at=AT)
    store.record([seen("Glowroot grows.\n", name="root")], at=LATER)
    with store.reading() as connection:
        assert searching.claims_with(connection, "heals burns") == {}


def test_ones_own_pace_needs_enough_decisions(store: Store) -> None:
    lines = "".join(f"Item {number} is a wonder.\n" for number in range(40))
    store.record([seen(lines, name="long")], at=AT)
    found = [one["fingerprint"] for one in store.article("long")["findings"]]
    for number, one in enumerate(found[:20]):
        assert store.decide("long", one, "fix", MARA, at=f"2026-11-25T11:{number:02}:00+00:00").ok
    with store.reading() as connection:
        assert own_pace.of(connection, "mara", 2.0) == own_pace.Pace(2.0, 19, False)
        assert own_pace.of(connection, "ines", 3.0) == own_pace.Pace(3.0, 0, False)
    for number, one in enumerate(found[20:], start=20):
        assert store.decide("long", one, "fix", MARA, at=f"2026-11-25T11:{number:02}:00+00:00").ok
    with store.reading() as connection:
        assert own_pace.of(connection, "mara", 2.0) == own_pace.Pace(1.0, 39, True)
