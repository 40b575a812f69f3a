"""Decisions about findings, through the store: who may do what, with which reason, and what each leads to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from newsroom import (
    ADA,
    DAY,
    EVE,
    INES,
    JON,
    MANY,
    MARA,
    ONE,
    RITA,
    SOL,
    TEXT,
    TOM,
    csv_text,
    everything,
    name_of,
    opened,
    rows,
    seen,
    state,
)

from workbench.decisions import READING, REASONS
from workbench.review import Person, Store

pytestmark = pytest.mark.usefixtures("database")
NOON, NEXT = "2026-11-25T12:00:00+00:00", "2026-11-26T12:00:00+00:00"
JANUARY, SPRING = date(2027, 1, 31), date(2027, 4, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(TEXT, authors=("tom",))])
        yield store


def act(
    store: Store, word: str, action: str, person: Person, reason: str = "", note: str = "", at: str = NOON, **more: Any
) -> tuple[bool, str]:
    on = date.fromisoformat(at[:10])
    outcome = store.decide("drops", name_of(store, word), action, person, reason, note, on=on, at=at, **more)
    return outcome.ok, outcome.message


def done(store: Store, word: str, action: str, person: Person, *words: str, **more: Any) -> str:
    """It was done; what the finding is now."""
    ok, message = act(store, word, action, person, *words, **more)
    assert ok, message
    return state(store, word)


def refused(store: Store, word: str, action: str, person: Person, *words: str, **more: Any) -> str:
    """It was not; what the person is told."""
    before = state(store, word)
    ok, message = act(store, word, action, person, *words, **more)
    assert not ok, message
    assert state(store, word) == before
    return message


def exported(root: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(root))))


@pytest.mark.parametrize("reason", REASONS)
def test_one_person_dismisses_warnings_and_notes_for_any_reason_and_errors_for_two(store: Store, reason: str) -> None:
    for word in ("wonder", "always"):
        assert done(store, word, "dismiss", MARA, reason, "long enough a note") == "dismissed"
    expected = "dismissed" if reason in READING else "second"
    assert done(store, "cure", "dismiss", MARA, reason, "long enough a note") == expected


@pytest.mark.parametrize("person", [MARA, INES])
def test_a_proposal_closes_nothing_is_not_exported_and_says_who_can_agree(
    tmp_path: Path, store: Store, person: Person
) -> None:
    risk = store.queue()[0]["risk"]
    _, message = act(store, "cure", "dismiss", person, "agreed exception")
    assert message.startswith("Proposed: agreed exception. A second person must agree")
    assert exported(tmp_path) == []
    assert (store.queue()[0]["risk"], store.queue()[0]["second"]) == (risk, 1)
    told = refused(store, "cure", "dismiss", person, "agreed exception")
    assert told.startswith("You proposed this; ") and told.endswith(
        "other than you must agree before this error is dismissed."
    )


@pytest.mark.parametrize("action", ["dismiss", "agree"])
def test_a_second_person_closes_it_and_both_are_exported(tmp_path: Path, store: Store, action: str) -> None:
    done(store, "cure", "dismiss", MARA, "agreed exception", "house style allows it")
    assert done(store, "cure", action, INES, "agreed exception") == "dismissed"
    (row,) = exported(tmp_path)
    assert (row["decision"], row["reason"], row["note"]) == ("dismissed", "agreed exception", "house style allows it")
    assert (row["by"], row["second"], row["on"]) == ("mara", "ines", "2026-11-25")
    words = store.states("drops")[name_of(store, "cure")]["words"]
    assert words == "Dismissed: agreed exception · mara and ines, 25 Nov"


def test_an_editor_agrees_with_a_medical_reviewer_and_never_with_an_editor(store: Store) -> None:
    done(store, "cure", "dismiss", MARA, "agreed exception")
    assert "Only a medical reviewer can" in refused(store, "cure", "agree", JON)
    assert done(store, "cure", "overrule", JON) == "open"
    done(store, "cure", "dismiss", INES, "agreed exception")
    assert done(store, "cure", "agree", JON) == "dismissed"


def test_a_second_person_with_another_reason_has_not_agreed(store: Store) -> None:
    done(store, "cure", "dismiss", MARA, "agreed exception")
    assert refused(store, "cure", "dismiss", INES, "source is given elsewhere") == (
        "Proposed was “agreed exception”; you can agree with that reason, or ask for a fix."
    )


@pytest.mark.parametrize(
    ("action", "reason", "after"),
    [("fix", "", "fix"), ("dismiss", "wrong reading", "dismissed"), ("overrule", "", "open")],
)
def test_a_second_person_may_decide_otherwise_and_the_first_may_not(
    store: Store, action: str, reason: str, after: str
) -> None:
    done(store, "cure", "dismiss", MARA, "agreed exception")
    refused(store, "cure", action, MARA, reason)
    assert done(store, "cure", action, INES, reason) == after


def test_undo_of_an_agreement_leaves_the_proposal(tmp_path: Path, store: Store) -> None:
    done(store, "cure", "dismiss", MARA, "agreed exception")
    done(store, "cure", "agree", INES)
    assert refused(store, "cure", "undo", MARA).endswith("Only ines can take that back.")
    assert done(store, "cure", "undo", INES) == "second"
    assert exported(tmp_path) == []


@pytest.mark.parametrize("person", [TOM, ADA, RITA])
@pytest.mark.parametrize(
    "action", ["dismiss", "fix", "accept", "ask", "agree", "overrule", "withdraw", "undo", "contest"]
)
def test_writers_admins_and_readers_decide_nothing_and_nothing_is_stored(
    tmp_path: Path, store: Store, person: Person, action: str
) -> None:
    before = everything(tmp_path)
    told = refused(store, "always", action, person, "wrong reading", "words", until=JANUARY, source="a page")
    assert "can" in told and everything(tmp_path) == before


@pytest.mark.parametrize(
    ("reason", "note", "problem"),
    [
        ("", "", "A dismissal needs a reason"),
        ("because", "", "“because” is no reason"),
        ("Wrong reading", "", "is no reason"),
        ("other", "", "at least 10 characters"),
        ("other", "  just   enough ", ""),
        ("other", "too     short", "at least 10 characters"),
        ("wrong reading", "x" * 2001, "at most 2000 characters"),
        ("wrong reading", "x" * 2000, ""),
    ],
)
def test_a_reason_comes_from_the_list_and_other_needs_a_note(
    store: Store, reason: str, note: str, problem: str
) -> None:
    ok, message = act(store, "wonder", "dismiss", MARA, reason, note)
    assert ok is not bool(problem) and problem in message


def test_what_is_decided_is_only_taken_back_by_who_decided(store: Store) -> None:
    done(store, "wonder", "dismiss", MARA, "wrong reading")
    told = "It was dismissed on 25 Nov by Mara Olsen: wrong reading. "
    assert refused(store, "wonder", "fix", INES) == told + "Only mara can take that back."
    assert refused(store, "wonder", "fix", MARA) == told + "You can take that back first (U)."
    assert refused(store, "wonder", "undo", INES) == told + "Only mara can take that back."


def test_undo_steps_back_through_this_sitting_and_no_further(tmp_path: Path, store: Store) -> None:
    done(store, "always", "fix", MARA)
    with opened(tmp_path, "afternoon", rules=MANY) as later:
        done(later, "wonder", "fix", MARA)
        done(later, "cure", "fix", MARA)
        assert later.decide("drops", "", "undo", INES).message.startswith("You have decided nothing here")
        assert later.decide("drops", "", "undo", MARA).message == "Taken back: “cure” is open again. 1 left."
        assert later.decide("drops", "", "undo", MARA).ok
        last = later.decide("drops", name_of(later, "always"), "undo", MARA)
        assert not last.ok
        assert f"workbench queue decide drops {name_of(later, 'always')} undo" in last.message
        assert [state(later, word) for word in ("cure", "wonder", "always")] == ["open", "open", "fix"]
        assert later.take_back("drops", name_of(later, "always"), MARA).ok
        assert not later.take_back("drops", name_of(later, "always"), MARA).ok
    events = [row[0] for row in rows(tmp_path, "SELECT event FROM history ORDER BY id")]
    assert events[1:] == ["decision", "open", "decision", "decision"] + ["undo"] * 3


def test_undo_prefers_the_finding_it_is_asked_on(store: Store) -> None:
    done(store, "wonder", "fix", MARA)
    done(store, "cure", "fix", MARA)
    assert done(store, "wonder", "undo", MARA) == "open"
    assert state(store, "cure") == "fix"


def test_messages_count_what_is_left(store: Store) -> None:
    assert act(store, "cure", "fix", MARA) == (True, "Fix asked. 2 left. U to undo.")
    told = act(store, "wonder", "dismiss", MARA, "quoted or denied")
    assert told == (True, "Dismissed: quoted or denied. 1 left. U to undo.")


@pytest.mark.parametrize("action", ["fix", "dismiss", "accept", "undo", "fixed", "the check no longer fires"])
def test_nobody_sets_fixed_by_hand_nor_leads_out_of_it(tmp_path: Path, store: Store, action: str) -> None:
    gone = name_of(store, "cure")
    store.record([seen(TEXT.replace("cure", "drug"))])
    before = everything(tmp_path)
    outcome = store.decide("drops", gone, action, MARA, "wrong reading", until=JANUARY)
    assert not outcome.ok and (
        "nobody changes that by hand" in outcome.message or "you can only take" in outcome.message
    )
    assert not store.decide("drops", name_of(store, "wonder"), "fixed", MARA).ok
    assert everything(tmp_path) == before


def test_a_warning_is_accepted_alone_until_a_day_and_open_after_it(tmp_path: Path, store: Store) -> None:
    assert done(store, "wonder", "accept", MARA, "until the trial ends", until=JANUARY) == "accepted"
    (row,) = exported(tmp_path)
    assert (row["decision"], row["reason"], row["until"]) == ("accepted", "until the trial ends", "2027-01-31")
    for day, expected in ((JANUARY, "accepted"), (date(2027, 2, 1), "open")):
        with opened(tmp_path, as_of=day, rules=MANY) as later:
            later.record([seen(TEXT, authors=("tom",))])
            assert state(later, "wonder") == expected
            entry = later.states("drops")[name_of(later, "wonder")]
            assert ("That day has passed" in entry["reopened"]) is (expected == "open")
    ((stored,),) = rows(tmp_path, "SELECT state FROM findings WHERE text = 'wonder'")
    assert stored == "open"


@pytest.mark.parametrize(
    ("word", "person", "until", "problem"),
    [
        ("wonder", MARA, date(2027, 11, 25), ""),
        ("wonder", MARA, date(2027, 11, 26), "12 months"),
        ("wonder", MARA, DAY, "is no end date"),
        ("wonder", MARA, None, "needs an end date"),
        ("cure", MARA, date(2027, 2, 23), ""),  # the 90th day
        ("cure", INES, date(2027, 2, 24), "90 days"),
        ("always", MARA, JANUARY, "A note is no risk"),
    ],
)
def test_accepting_needs_an_end_date_near_enough(
    store: Store, word: str, person: Person, until: date | None, problem: str
) -> None:
    ok, message = act(store, word, "accept", person, "until the trial ends", until=until)
    assert ok is not bool(problem) and problem in message
    assert "can" in message or ok


def test_accepting_needs_a_reason_and_an_errors_a_medical_second(tmp_path: Path, store: Store) -> None:
    assert "needs a reason" in refused(store, "wonder", "accept", MARA, " ", until=JANUARY)
    assert done(store, "cure", "accept", MARA, "trial ends soon", until=JANUARY) == "accepting"
    assert "Only a medical reviewer can" in refused(store, "cure", "agree", JON)
    refused(store, "cure", "agree", MARA)
    assert exported(tmp_path) == []
    assert done(store, "cure", "agree", INES) == "accepted"
    (row,) = exported(tmp_path)
    assert (row["by"], row["second"], row["until"], row["reason"]) == ("mara", "ines", "2027-01-31", "trial ends soon")
    assert done(store, "cure", "undo", INES) == "accepting"


def test_a_proposed_end_date_that_has_passed_is_not_agreed_to(tmp_path: Path, store: Store) -> None:
    done(store, "cure", "accept", MARA, "trial ends soon", until=date(2026, 11, 26))
    with opened(tmp_path, as_of=date(2026, 11, 26), rules=MANY) as later:
        assert "does not hold" in refused(later, "cure", "agree", INES, at=NEXT)
        assert done(later, "cure", "fix", INES, at=NEXT) == "fix"


@pytest.mark.parametrize(
    ("action", "after", "more"),
    [
        ("dismiss", "dismissed", {"reason": "agreed exception"}),
        ("accept", "accepted", {"reason": "trial ends soon", "until": JANUARY}),
        ("overrule", "open", {}),
        ("fix", "fix", {}),
    ],
)
def test_a_second_opinion_is_asked_by_one_and_answered_by_another_medical_reviewer(
    tmp_path: Path, store: Store, action: str, after: str, more: dict[str, Any]
) -> None:
    assert "needs a question" in refused(store, "cure", "ask", INES)
    assert done(store, "cure", "ask", INES, "", "Does the label allow this?") == "questioned"
    assert "medical reviewer" in refused(store, "cure", action, JON, **more)
    assert "You asked this" in refused(store, "cure", action, INES, **more)
    assert done(store, "cure", action, EVE, **more) == after
    pair = [(row["by"], row["second"]) for row in exported(tmp_path)]
    assert pair == ([("ines", "eve")] if after in ("dismissed", "accepted") else [])
    assert store.verify() == []


def test_a_question_is_taken_back_by_who_asked_it(store: Store) -> None:
    done(store, "cure", "ask", MARA, "", "Does the label allow this?")
    assert "Only mara can take that back" in refused(store, "cure", "undo", INES)
    assert done(store, "cure", "undo", MARA) == "open"


def test_a_fix_is_withdrawn_by_any_editor_and_only_a_fix(store: Store) -> None:
    refused(store, "wonder", "withdraw", MARA)
    done(store, "wonder", "fix", MARA)
    refused(store, "wonder", "withdraw", TOM)
    assert done(store, "wonder", "withdraw", JON) == "open"


@pytest.mark.parametrize("first", ["dismiss", "accept"])
def test_a_fix_that_overruled_a_proposal_is_withdrawn_to_open_and_undone_to_the_proposal(
    store: Store, first: str
) -> None:
    done(store, "cure", first, MARA, "agreed exception", until=JANUARY)
    proposed = state(store, "cure")
    assert done(store, "cure", "fix", INES) == "fix"
    assert done(store, "cure", "undo", INES) == proposed
    done(store, "cure", "fix", INES)
    assert done(store, "cure", "withdraw", JON) == "open"
    assert store.verify() == []


def contested(store: Store, word: str = "wonder", at: str = NOON) -> None:
    assert done(store, word, "contest", TOM, "the label says so", source="Label, section 5", at=at) == "contested"


def test_the_writer_contests_a_fix_in_an_own_text_with_reason_and_source(tmp_path: Path, store: Store) -> None:
    refused(store, "wonder", "contest", TOM, "the label says so", source="Label")  # nothing was asked
    done(store, "wonder", "fix", MARA)
    refused(store, "wonder", "contest", TOM, "the label says so")
    refused(store, "wonder", "contest", TOM, "", source="Label")
    other = Person("una", "Una", "writer")
    assert "did not write this text" in refused(store, "wonder", "contest", other, "so", source="Label")
    contested(store)
    assert rows(tmp_path, "SELECT reason, note FROM decisions WHERE decision = 'contested'") == [
        ("the label says so", "Label, section 5")
    ]


@pytest.mark.parametrize(
    ("action", "words", "after"),
    [("fix", ("", "The label is older."), "fix"), ("dismiss", ("wrong reading",), "dismissed")],
)
def test_a_contest_is_answered_by_an_editor(store: Store, action: str, words: tuple[str, ...], after: str) -> None:
    done(store, "wonder", "fix", MARA)
    contested(store)
    refused(store, "wonder", action, TOM, *words)
    assert done(store, "wonder", action, MARA, *words) == after
    assert done(store, "wonder", "undo", MARA) == "contested"


def test_a_contest_needs_an_answer_and_only_a_wrong_reading_dismisses(store: Store) -> None:
    done(store, "wonder", "fix", MARA)
    contested(store)
    assert "needs an answer" in refused(store, "wonder", "fix", MARA)
    assert "wrong reading" in refused(store, "wonder", "dismiss", MARA, "agreed exception")
    refused(store, "wonder", "accept", MARA, "so", until=JANUARY)
    assert done(store, "wonder", "undo", TOM) == "fix"


def test_a_second_contest_goes_to_somebody_else_and_one_about_another_finding_does_not(store: Store) -> None:
    for word in ("wonder", "always"):
        done(store, word, "fix", MARA)
        contested(store, word)
    done(store, "wonder", "fix", MARA, "", "The label is older.")
    contested(store)
    assert "You have had your say" in refused(store, "wonder", "fix", MARA, "", "No.")
    assert done(store, "always", "fix", MARA, "", "The first contest of this one.") == "fix"
    assert done(store, "wonder", "fix", JON, "", "No.") == "fix"


def test_a_fix_asked_anew_does_not_make_the_second_contest_a_first_one(store: Store) -> None:
    done(store, "wonder", "fix", MARA)
    contested(store)
    done(store, "wonder", "fix", MARA, "", "The label is older.")
    assert done(store, "wonder", "withdraw", MARA) == "open"
    done(store, "wonder", "fix", MARA)
    contested(store)
    assert "You have had your say" in refused(store, "wonder", "fix", MARA, "", "No.")


@pytest.mark.parametrize("action", ["fix", "contest", "ask", "second", "dismiss", "accept"])
def test_whatever_is_decided_is_open_and_marked_when_its_sentence_changes(store: Store, action: str) -> None:
    if action == "contest":
        done(store, "cure", "fix", MARA)
        contested(store, "cure")
    elif action == "second":
        done(store, "cure", "dismiss", MARA, "agreed exception")
    else:
        done(store, "cure", action, MARA, "wrong reading", "Why so?", until=JANUARY)
    store.record([seen(TEXT.replace("It is a cure", "This is a cure"), authors=("tom",))])
    assert state(store, "cure") == "changed"
    assert store.states("drops")[name_of(store, "cure")]["reopened"].startswith("This sentence changed.")
    assert done(store, "cure", "fix", JON) == "fix"


def test_errors_dismissed_as_misread_go_to_the_sample_and_nothing_else_does(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        text = "".join(f"Line {number} is a cure.\n" for number in range(30)) + "It is a wonder.\n"
        store.record([seen(text)])
        for finding in store.article("drops")["findings"]:
            assert store.decide("drops", finding["fingerprint"], "dismiss", MARA, "wrong reading").ok
        kept = rows(tmp_path, "SELECT fingerprint, sample FROM decisions")
    chosen = {name for name, sample in kept if sample}
    assert 0 < len(chosen) < 12  # one in ten, by the fingerprint
    assert rows(tmp_path, "SELECT count(*) FROM decisions WHERE sample AND \"check\" != 'no-cure'") == [(0,)]


def test_a_newsroom_of_one_closes_an_error_by_a_second_pass_a_day_later(tmp_path: Path) -> None:
    with opened(tmp_path, rules=ONE) as store:
        store.record([seen(TEXT, authors=("sol",))])
        assert done(store, "cure", "dismiss", SOL, "agreed exception") == "second"
        told = refused(store, "cure", "agree", SOL, at="2026-11-26T11:59:59+00:00")
        assert "the second pass is 24 hours later" in told and "from 26 Nov 2026, 12:00" in told
        assert act(store, "cure", "agree", SOL, at=NEXT)[0]
        (row,) = exported(tmp_path)
        assert (row["by"], row["second"]) == ("sol", "none")
        told = rows(tmp_path, "SELECT what FROM history ORDER BY id DESC LIMIT 1")[0][0]
        assert "Second person: none" in told
        assert store.verify() == []


def test_a_second_pass_counts_in_a_newsroom_of_one_only(store: Store) -> None:
    done(store, "cure", "dismiss", INES, "agreed exception")
    assert "You proposed this" in refused(store, "cure", "agree", INES, at="2026-12-05T12:00:00+00:00")


def test_a_signed_article_that_two_pages_tell_weighs_the_same_whoever_looks(tmp_path: Path) -> None:
    """The reach of a claim is the same at a check and at a decision, so that neither moves the risk by itself."""
    text = "It heals and is a cure.\nIt is a wonder.\n"
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(text), seen(text, "pills")])
        before = {row["name"]: row["risk"] for row in store.queue()}
        assert before["drops"] == before["pills"]
        assert store.decide("drops", name_of(store, "wonder"), "fix", MARA).ok
        assert {row["name"]: row["risk"] for row in store.queue()} == before
        kept = everything(tmp_path)
        store.record([seen(text), seen(text, "pills")])
        assert everything(tmp_path) == kept
