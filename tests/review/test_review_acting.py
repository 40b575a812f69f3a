"""Everything but findings, through the store: the review, the page, notices, claims, facts, complaints, checks."""

from __future__ import annotations

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
    TOM,
    changed,
    claim_of,
    did,
    everything,
    name_of,
    opened,
    rows,
    seen,
    standing_of,
    state,
    text_hash,
)

from workbench.review import Outcome, Person, Store
from workbench.review.handing import Handing
from workbench.review.ledger import Place
from workbench.review.talking import Message
from workbench.review.touching import name_of as code_of

pytestmark = pytest.mark.usefixtures("database")
CLEAN = "It helps some.\nNothing here.\n"
HEALS, COSTS = "It heals most people.", "It costs little."
TOLD = f"{HEALS}\n{COSTS}\n"
AT = "2026-11-25T{:02}:00:00+00:00"
SOURCE = {"source": "Label of Velodrin", "version": "18", "place": "section 5.1"}
VALUE = {"value": "6 mg", "country": "US", "effective": "2026-12-01", "source": "Label of Velodrin, version 19"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(CLEAN, authors=("Tom Adeyemi",))])
        assert did(store, "work", "open", MARA).ok
        yield store


def ok(outcome: Outcome) -> str:
    assert outcome.ok, outcome.message
    return outcome.message


def no(outcome: Outcome, *words: str) -> str:
    """Refused, with these words, and who can do it."""
    assert not outcome.ok, outcome.message
    told = outcome.message
    assert all(word in told for word in words), told
    assert " can " in told or "nobody" in told.lower() or "must" in told, told
    return told


def sign(store: Store, kind: str, person: Person, at: str = AT.format(12), **more: Any) -> Outcome:
    return did(store, "work", f"approve {kind}", person, at, **{"text_hash": text_hash(store), **more})


def live(store: Store, person: Person = MARA, at: str = AT.format(12)) -> Outcome:
    return did(store, "work", "mark live", person, at, text_hash=text_hash(store))


def published(store: Store) -> None:
    ok(sign(store, "editorial", MARA))
    ok(sign(store, "medical", INES))
    ok(live(store))


# The review


def test_a_writer_sends_an_own_draft_and_an_editor_any(tmp_path: Path, store: Store) -> None:
    published(store)
    no(did(store, "work", "send", Person("una", "Una", "writer")), "did not write this text")
    no(did(store, "work", "send", INES))
    ok(did(store, "work", "send", TOM))
    assert standing_of(tmp_path) == ("new", "published")
    no(did(store, "work", "send", MARA), "This draft is “new”")


def test_errors_go_with_a_draft_only_with_a_sentence_why(tmp_path: Path, store: Store) -> None:
    store.record([seen(CLEAN + "It is a cure.\n", authors=("tom",))])
    ok(did(store, "work", "ask for changes", MARA, note="Please tone it down."))
    no(did(store, "work", "send", TOM), "1 error goes with this draft")
    ok(did(store, "work", "send", TOM, note="The quotation stays, see the message."))
    assert standing_of(tmp_path) == ("in review", "none")
    assert store.queue()[0]["state"] == "Changes made"


def test_asking_for_changes_reaches_the_writer_by_a_request_a_message_or_words(tmp_path: Path, store: Store) -> None:
    no(did(store, "work", "ask for changes", MARA), "Nothing would reach the writer")
    ok(said(store, TOM, "I am done."))  # the writer's own words ask for nothing
    no(did(store, "work", "ask for changes", MARA), "Nothing would reach the writer")
    ok(said(store, INES, "Please add the source."))
    ok(did(store, "work", "ask for changes", MARA))
    assert standing_of(tmp_path)[0] == "changes requested"
    assert store.queue()[0]["state"] == "With writer"
    ok(did(store, "work", "send", TOM))
    no(did(store, "work", "ask for changes", MARA), "Nothing would reach the writer")  # that message was asked before


def test_a_fix_asked_is_a_request_and_an_unanswered_contest_stops_it(store: Store) -> None:
    store.record([seen(CLEAN + "It is a wonder.\n", authors=("tom",))])
    wonder = name_of(store, "wonder")
    assert store.decide("drops", wonder, "fix", MARA, at=AT.format(12)).ok
    assert store.decide("drops", wonder, "contest", TOM, "so it is", source="Label", at=AT.format(12)).ok
    no(did(store, "work", "ask for changes", MARA, note="x"), "1 contest to answer")
    assert store.decide("drops", wonder, "fix", MARA, "", "The label is older.", at=AT.format(12)).ok
    ok(did(store, "work", "ask for changes", JON))


@pytest.mark.parametrize("first", ["editorial", "medical"])
def test_both_approvals_of_one_text_in_either_order(tmp_path: Path, store: Store, first: str) -> None:
    order = [("editorial", MARA), ("medical", INES)]
    (kind, person), (other, second) = order if first == "editorial" else order[::-1]
    assert "The other approval of this text is still missing" in ok(sign(store, kind, person))
    assert standing_of(tmp_path)[0] == "in review"
    no(sign(store, kind, person), "gave this approval of this text already")
    no(live(store), "This draft is “in review”")
    assert ok(sign(store, other, second)) in (
        "Approved by mara (editorial) and ines (medical).",
        "Approved by ines (medical) and mara (editorial).",
    )
    assert standing_of(tmp_path)[0] == "approved"
    ok(live(store, ADA))
    assert standing_of(tmp_path) == ("none", "published")
    assert rows(tmp_path, "SELECT live_hash FROM articles") == [(text_hash(store),)]


def test_a_signature_lowers_the_risk_at_once_and_not_again_at_the_next_check(tmp_path: Path, store: Store) -> None:
    assert store.queue()[0]["parts"] == [["unreviewed text", 15]]
    ok(sign(store, "editorial", MARA))
    assert store.queue()[0]["parts"] == []
    before = everything(tmp_path)
    store.record([seen(CLEAN, authors=("Tom Adeyemi",))])
    assert everything(tmp_path) == before


def test_nobody_approves_an_own_text_nor_both_ways(store: Store) -> None:
    store.record([seen(CLEAN + "More.\n", authors=("Mara Olsen", "ines"))])
    no(sign(store, "editorial", MARA), "You wrote this text")
    no(sign(store, "medical", INES), "You wrote this text")
    both = Person("kim", "Kim", "editor", ("medical reviewer",))
    ok(sign(store, "editorial", both))
    no(sign(store, "medical", both), "You gave the other approval")
    ok(sign(store, "medical", EVE))


@pytest.mark.parametrize(
    ("kind", "who"), [("editorial", INES), ("editorial", TOM), ("medical", MARA), ("medical", ADA)]
)
def test_each_approval_has_its_role(tmp_path: Path, store: Store, kind: str, who: Person) -> None:
    before = everything(tmp_path)
    no(sign(store, kind, who), "Only a")
    assert everything(tmp_path) == before


def test_an_approval_is_of_the_text_that_was_read(store: Store) -> None:
    old = text_hash(store)
    store.record([seen(CLEAN + "More.\n", authors=("tom",))])
    for given in (old, "", "x" * 64, text_hash(store)[:12]):
        no(sign(store, "editorial", MARA, text_hash=given), "it changed")
    ok(sign(store, "editorial", MARA))


@pytest.mark.parametrize("words", ["It is a cure.", "It is a wonder."])
def test_an_editorial_approval_waits_for_errors_and_fixes(store: Store, words: str) -> None:
    store.record([seen(CLEAN + words + "\n", authors=("tom",))])
    word = words[8:-1]
    if word == "cure":
        no(sign(store, "editorial", MARA), "1 error to decide")
        assert store.decide("drops", name_of(store, word), "dismiss", MARA, "agreed exception", at=AT.format(12)).ok
        no(sign(store, "editorial", MARA), "1 error to decide")  # a proposal closes nothing
        assert store.decide("drops", name_of(store, word), "agree", INES, at=AT.format(12)).ok
    else:
        assert store.decide("drops", name_of(store, word), "fix", MARA, at=AT.format(12)).ok
        no(sign(store, "editorial", MARA), "1 fix outstanding")
        assert store.decide("drops", name_of(store, word), "withdraw", MARA, at=AT.format(12)).ok
    ok(sign(store, "editorial", MARA))


def test_text_that_changes_is_in_review_again_and_signed_again(tmp_path: Path, store: Store) -> None:
    ok(sign(store, "editorial", MARA))
    ok(sign(store, "medical", INES))
    old = text_hash(store)
    store.record([seen(CLEAN + "More.\n", authors=("Tom Adeyemi",))], at=AT.format(13))
    assert standing_of(tmp_path)[0] == "in review"
    no(did(store, "work", "mark live", MARA, AT.format(13), text_hash=old), "This draft is “in review”")
    (told,) = rows(tmp_path, "SELECT before, after, who FROM history WHERE event = 'check' AND subject = 'work'")
    assert told == ("approved", "in review", "the checks")
    ok(sign(store, "medical", INES, AT.format(13)))
    assert standing_of(tmp_path)[0] == "in review"  # the editorial one was of another text
    ok(sign(store, "editorial", JON, AT.format(13)))
    assert standing_of(tmp_path)[0] == "approved"


def test_the_same_text_again_keeps_the_approvals(tmp_path: Path, store: Store) -> None:
    ok(sign(store, "editorial", MARA))
    ok(sign(store, "medical", INES))
    store.record([seen(CLEAN, authors=("Tom Adeyemi",))], date(2026, 11, 26))
    assert standing_of(tmp_path)[0] == "approved"
    ok(live(store, at="2026-11-26T12:00:00+00:00"))


def test_who_signed_takes_an_own_approval_back_and_nobody_elses(tmp_path: Path, store: Store) -> None:
    ok(sign(store, "editorial", MARA))
    ok(sign(store, "medical", INES))
    no(did(store, "work", "withdraw approval", JON), "You have not approved this text")
    ok(did(store, "work", "withdraw approval", MARA, text_hash="x" * 64))  # always of the text as it stands
    assert standing_of(tmp_path)[0] == "in review"
    no(live(store), "This draft is “in review”")
    ok(sign(store, "editorial", JON))
    assert standing_of(tmp_path)[0] == "approved"


def test_a_newsroom_of_one_signs_twice_a_day_apart_and_it_says_so(tmp_path: Path) -> None:
    with opened(tmp_path, rules=ONE) as store:
        store.record([seen(CLEAN, authors=("sol",))], at=AT.format(8))
        ok(did(store, "work", "open", SOL))
        no(sign(store, "editorial", SOL), "24 hours later")  # an own text, written this morning
        ok(sign(store, "editorial", SOL, "2026-11-26T08:00:00+00:00"))
        no(sign(store, "medical", SOL, "2026-11-27T07:59:00+00:00"), "24 hours later")
        told = ok(sign(store, "medical", SOL, "2026-11-27T08:00:00+00:00"))
        assert told == "Approved by sol; second person: none."
        assert rows(tmp_path, "SELECT second FROM steps WHERE action LIKE 'approve%'") == [("none",), ("none",)]
        ok(live(store, SOL, "2026-11-27T08:00:00+00:00"))
        assert store.verify() == []


# The page on the site


def test_one_person_takes_a_page_off_with_a_reason_and_two_put_it_back(tmp_path: Path, store: Store) -> None:
    no(did(store, "live", "hold", MARA, reason="dose is wrong"), "Nothing of this article is on the site")
    published(store)
    no(did(store, "live", "hold", MARA), "needs a reason")
    no(did(store, "live", "hold", TOM, reason="dose is wrong"), "Only an editor or a medical reviewer")
    assert "The site must confirm" in ok(did(store, "live", "hold", MARA, reason="dose is wrong"))
    no(did(store, "live", "agree", INES), "This page is “held”")
    ok(did(store, "live", "put back", MARA))
    no(did(store, "live", "agree", MARA), "You proposed this")
    no(did(store, "live", "undo", JON), "Only mara")
    ok(did(store, "live", "undo", MARA))
    ok(did(store, "live", "put back", INES))
    ok(did(store, "live", "overrule", JON))
    assert standing_of(tmp_path)[1] == "held"
    ok(did(store, "live", "put back", INES))
    ok(did(store, "live", "agree", JON))
    assert standing_of(tmp_path) == ("none", "published")
    assert store.verify() == []


def test_a_page_that_expired_meanwhile_is_put_back_as_expired_and_still_by_two(tmp_path: Path, store: Store) -> None:
    rests_on_fact(store)
    ok(did(store, "live", "hold", MARA, reason="dose is wrong"))
    ok(did(store, "live", "put back", MARA))
    change_fact(store, INES)  # what happens meanwhile is nobody's half of a pair
    assert rows(tmp_path, "SELECT live, held_from FROM articles") == [("putting back", "expired")]
    no(did(store, "live", "agree", MARA), "You proposed this")
    ok(did(store, "live", "agree", INES))
    assert standing_of(tmp_path)[1] == "expired"
    ok(did(store, "work", "open", INES))
    assert standing_of(tmp_path) == ("in review", "expired")


@pytest.mark.parametrize("page", ["inherited", "expired"])
def test_an_inherited_page_comes_into_review_by_hand_or_by_an_edit(tmp_path: Path, store: Store, page: str) -> None:
    published(store)
    no(did(store, "work", "open", MARA), "no page waits for a review")
    changed(tmp_path, f"UPDATE articles SET live = '{page}'")
    store.record([seen(CLEAN + "More.\n", authors=("tom",))], at=AT.format(13))
    assert standing_of(tmp_path) == ({"inherited": "in review", "expired": "new"}[page], page)


# Notices


def test_a_notice_goes_live_by_two_and_ends_after_a_day_with_both_approvals_to_give(
    tmp_path: Path, store: Store
) -> None:
    ok(sign(store, "editorial", MARA))
    ok(sign(store, "medical", INES))
    words = {"notice": "Do not take Barkol until you have called us."}
    no(did(store, "notice", "warn", MARA), "needs notice")
    no(did(store, "notice", "warn", TOM, given=words), "Only an editor or a medical reviewer")
    ok(did(store, "notice", "warn", MARA, given=words))
    no(did(store, "notice", "agree", MARA), "You proposed this")
    no(did(store, "notice", "agree", RITA), "Only")
    ok(did(store, "notice", "agree", TOM, AT.format(13)))
    assert notice(tmp_path) == "live"
    store.record([seen(CLEAN, authors=("Tom Adeyemi",))], date(2026, 11, 26), "2026-11-26T12:59:59+00:00")
    assert (notice(tmp_path), standing_of(tmp_path)[0]) == ("live", "approved")
    store.record([seen(CLEAN, authors=("Tom Adeyemi",))], date(2026, 11, 26), "2026-11-26T13:00:00+00:00")
    assert (notice(tmp_path), standing_of(tmp_path)[0]) == ("over", "in review")
    ok(sign(store, "editorial", MARA, "2026-11-26T14:00:00+00:00"))
    assert standing_of(tmp_path)[0] == "in review"
    ok(sign(store, "medical", INES, "2026-11-26T14:00:00+00:00"))
    assert standing_of(tmp_path)[0] == "approved"
    ok(did(store, "notice", "warn", INES, "2026-11-26T15:00:00+00:00", given=words))
    assert store.verify() == []


def test_the_day_of_a_notice_ends_whatever_the_queue_is_asked_next(tmp_path: Path, store: Store) -> None:
    ok(did(store, "notice", "warn", MARA, given={"notice": "Call us."}))
    ok(did(store, "notice", "agree", ADA))
    no(did(store, "live", "hold", TOM, "2026-11-27T12:00:00+00:00"))
    assert notice(tmp_path) == "over"


def notice(root: Path) -> str:
    ((found,),) = rows(root, "SELECT state FROM cases WHERE subject = 'notice'")
    return str(found)


@pytest.mark.parametrize("subject", ["work", "live", "notice"])
def test_what_there_is_one_of_is_the_articles_whatever_it_is_called(store: Store, subject: str) -> None:
    no(did(store, subject, "open", MARA, article=None), "No article is named")
    action, more = {
        "work": ("ask for changes", {"note": "x"}), "live": ("hold", {"reason": "x"}),
        "notice": ("warn", {"given": {"notice": "Call us."}}),
    }[subject]  # fmt: skip
    published(store)
    if subject == "work":
        ok(did(store, "work", "send", MARA))
        ok(did(store, "work", "open", MARA))
    ok(did(store, subject, action, MARA, key="another name", **more))
    assert {event["key"] for event in store.events() if event["subject"] == subject} == {"drops"}


# Claims and facts


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen(TOLD, authors=("tom",)), seen(HEALS + "\n", "pills", authors=("tom",))])
        assert did(store, "work", "open", MARA).ok
        yield store


def about(store: Store, action: str, person: Person, line: str = HEALS, **more: Any) -> Outcome:
    return did(store, "claim", action, person, key=claim_of(line), **more)


def claim(root: Path, line: str = HEALS, name: str = "drops") -> str:
    ((found,),) = rows(root, f"SELECT state FROM claims WHERE claim = '{claim_of(line)}' AND article = '{name}'")
    return str(found)


def test_a_writer_suggests_an_editor_substantiates_numbers_and_a_medical_reviewer_everything(
    tmp_path: Path, told: Store
) -> None:
    no(about(told, "suggest", TOM), "needs source")
    ok(about(told, "suggest", TOM, given={"source": "Label"}))
    no(about(told, "suggest", MARA, given={"source": "Label"}), "Only a writer")
    assert rows(tmp_path, f"SELECT state, source FROM claims WHERE claim = '{claim_of(HEALS)}'")[0] == (
        "unsubstantiated",
        "",
    )
    for lacking in SOURCE:
        less = {name: words for name, words in SOURCE.items() if name != lacking}
        no(about(told, "substantiate", INES, given=less), f"needs {lacking}")
    no(about(told, "substantiate", MARA, given=SOURCE), "Only a medical reviewer")
    ok(about(told, "substantiate", MARA, COSTS, given=SOURCE))
    ok(about(told, "substantiate", INES, given=SOURCE))
    assert claim(tmp_path) == claim(tmp_path, COSTS) == "substantiated"
    kept = rows(tmp_path, f"SELECT source, version, locator FROM claims WHERE claim = '{claim_of(COSTS)}'")
    assert kept == [tuple(SOURCE.values())]
    no(about(told, "substantiate", INES, "It was never told.", given=SOURCE), "has no claim")


def test_a_medical_approval_waits_for_harmful_claims_and_not_for_costs(told: Store) -> None:
    no(sign(told, "medical", INES), "1 efficacy, dose or safety claim neither substantiated nor accepted")
    ok(sign(told, "editorial", MARA))
    ok(about(told, "substantiate", INES, given=SOURCE))
    ok(sign(told, "medical", INES))


def test_an_accepted_risk_covers_its_claim(tmp_path: Path) -> None:
    with opened(tmp_path, rules=MANY) as store:
        store.record([seen("It heals and is a wonder.\n", authors=("tom",))])
        ok(did(store, "work", "open", MARA))
        no(sign(store, "medical", INES), "1 efficacy")
        until = date(2027, 1, 31)
        assert store.decide("drops", name_of(store, "wonder"), "accept", INES, "rare", until=until, at=AT.format(12)).ok
        ok(sign(store, "medical", INES))


def test_a_claim_keeps_its_standing_while_the_text_tells_it_and_when_it_returns(tmp_path: Path, told: Store) -> None:
    ok(about(told, "substantiate", INES, given=SOURCE))
    for text in ("A new line.\n" + TOLD, COSTS + "\n", TOLD):
        told.record([seen(text, authors=("tom",))])
    assert claim(tmp_path) == "substantiated"
    told.record([seen(TOLD.replace("most", "all"), authors=("tom",))])
    assert claim(tmp_path, HEALS.replace("most", "all")) == "unsubstantiated"
    no(about(told, "doubt", INES, reason="so"), "has no claim")


def test_a_doubt_is_settled_or_rejected_after_seeing_the_live_sentences(tmp_path: Path, told: Store) -> None:
    go_live(told)
    no(about(told, "doubt", MARA), "needs a reason")
    no(about(told, "doubt", TOM, reason="so"), "Only an editor or a medical reviewer")
    assert told.article("drops")["parts"] == []
    ok(about(told, "doubt", MARA, reason="a newer trial"))
    assert claim(tmp_path) == "disputed"
    assert told.article("drops")["parts"] == [["conflicts", 12]]
    no(about(told, "settle", MARA, given=VALUE), "Only a medical reviewer")
    sentences = told.touched(Place("claim", claim_of(HEALS), "drops"))
    assert sentences == (f"drops: {HEALS}",)  # "pills" is not on the site
    no(about(told, "settle", INES, given=VALUE), "This touches 1 live sentence;")
    no(about(told, "settle", INES, given=VALUE, seen=code_of((*sentences, "pills: It heals."))), "This touches 1 live")
    ok(about(told, "settle", INES, given=VALUE, seen=code_of(sentences)))
    assert claim(tmp_path) == "substantiated"
    ok(about(told, "doubt", EVE, reason="a newer trial"))
    no(about(told, "reject", INES, reason="no trial"), "This touches")
    ok(about(told, "reject", INES, reason="no trial", seen=code_of(sentences)))
    assert claim(tmp_path) == "unsubstantiated"


def go_live(store: Store) -> None:
    ok(about(store, "substantiate", INES, given={**SOURCE, "fact": "velodrin-dose"}))
    published(store)


def rests_on_fact(store: Store) -> None:
    """The page tells a claim that rests on a fact, and so does its draft."""
    store.record([seen(TOLD, authors=("tom",))])
    go_live(store)


def fact(store: Store, action: str, person: Person, **more: Any) -> Outcome:
    return did(store, "fact", action, person, key="velodrin-dose", article=None, **more)


def change_fact(store: Store, person: Person = INES) -> None:
    code = code_of(store.touched(Place("fact", "velodrin-dose")))
    ok(fact(store, "change", person, given=VALUE, seen=code))


def test_a_fact_that_changes_opens_what_rests_on_it_and_nothing_else(tmp_path: Path, told: Store) -> None:
    told.record([seen(TOLD + "It is a wonder.\nIt is a cure.\n", authors=("tom",))])
    until = date(2027, 1, 31)
    accept: dict[str, Any] = {"until": until, "at": AT.format(12), "fact": "velodrin-dose"}
    assert told.decide("drops", name_of(told, "wonder"), "accept", MARA, "rare", **accept).ok
    assert told.decide("drops", name_of(told, "cure"), "accept", MARA, "rare", **accept).ok
    assert told.decide("drops", name_of(told, "cure"), "agree", INES, at=AT.format(12)).ok
    go_live(told)
    ok(about(told, "substantiate", MARA, COSTS, given=SOURCE))
    change_fact(told)
    assert (claim(tmp_path), claim(tmp_path, COSTS)) == ("expired", "substantiated")
    assert standing_of(tmp_path)[1] == "expired"
    assert standing_of(tmp_path, "pills")[1] == "none"
    assert [state(told, word) for word in ("wonder", "cure")] == ["open", "open"]
    assert dict(rows(tmp_path, "SELECT text, state FROM findings")) == {"wonder": "open", "cure": "open"}
    row = next(row for row in told.queue() if row["name"] == "drops")
    assert (row["to_decide"]["error"], row["to_decide"]["warning"]) == (1, 1)
    assert told.verify() == []
    before = everything(tmp_path)
    told.record([seen(TOLD + "It is a wonder.\nIt is a cure.\n", authors=("tom",))])
    assert everything(tmp_path) == before  # a check finds it as it was left


def test_a_fact_is_changed_by_a_medical_reviewer_who_saw_the_touched_sentences(tmp_path: Path, told: Store) -> None:
    go_live(told)
    no(fact(told, "change", INES, given=VALUE), "This touches 1 live sentence;")
    no(fact(told, "change", MARA, given=VALUE), "Only a medical reviewer")
    ok(fact(told, "suggest", MARA, given={"source": "Label, version 19"}))
    code = code_of(told.touched(Place("fact", "velodrin-dose")))
    no(fact(told, "change", INES, given={**VALUE, "effective": "soon"}, seen=code), "is no day")
    no(fact(told, "change", INES, given={**VALUE, "country": " "}, seen=code), "needs country")
    assert claim(tmp_path) == "substantiated" and standing_of(tmp_path)[1] == "published"
    change_fact(told)
    ((given,),) = rows(tmp_path, "SELECT given FROM cases WHERE subject = 'fact'")
    assert "6 mg" in str(given) and "version 19" in str(given)


def test_an_expired_claim_is_renewed_after_seeing_the_live_sentences(tmp_path: Path, told: Store) -> None:
    go_live(told)
    change_fact(told)
    no(about(told, "renew", INES, given=VALUE), "This touches 1 live sentence;")
    code = code_of(told.touched(Place("claim", claim_of(HEALS), "drops")))
    no(about(told, "renew", MARA, given=VALUE, seen=code), "Only a medical reviewer")
    ok(about(told, "suggest", MARA, given={"source": "Label, version 19"}))
    ok(about(told, "renew", INES, given=VALUE, seen=code))
    assert claim(tmp_path) == "substantiated"


def test_the_sentences_that_count_are_those_on_the_site_and_not_the_drafts(told: Store) -> None:
    go_live(told)
    told.record([seen(COSTS + "\n", authors=("tom",))])  # the draft tells it no longer
    assert told.touched(Place("fact", "velodrin-dose")) == (f"drops: {HEALS}",)


# Complaints and checks


def complaint(store: Store, action: str, person: Person = MARA, **more: Any) -> Outcome:
    return did(store, "complaint", action, person, key="c-1", **more)


@pytest.mark.parametrize(
    ("end", "more", "after"),
    [("correct", {"given": {"notice": "We were wrong."}}, "corrected"), ("reject", {"reason": "it is so"}, "rejected")],
)
def test_a_complaint_is_received_found_and_ended_once(
    tmp_path: Path, store: Store, end: str, more: dict[str, Any], after: str
) -> None:
    letter = {"from": "a reader", "words": "Glowroot heals", "deadline": "2026-12-24"}
    no(complaint(store, "receive", TOM, given=letter), "Only an editor or a medical reviewer")
    no(complaint(store, "receive", given={**letter, "deadline": "Christmas"}), "is no day")
    no(complaint(store, end, **more), "This complaint is “none”")
    ok(complaint(store, "receive", given=letter))
    no(complaint(store, end, **more), "This complaint is “received”")
    no(complaint(store, "find"), "needs claim and pages")
    ok(complaint(store, "find", INES, given={"claim": "c1", "pages": "drops"}))
    no(complaint(store, end), "needs")
    ok(complaint(store, end, **more))
    no(complaint(store, "find", given={"claim": "c1", "pages": "drops"}), f"This complaint is “{after}”")
    assert rows(tmp_path, "SELECT state, article FROM cases") == [(after, "drops")]


def test_a_check_is_changed_by_an_admin_as_proposed_by_those_who_judge(tmp_path: Path, store: Store) -> None:
    def check(action: str, person: Person, **more: Any) -> Outcome:
        return did(store, "check", action, person, key="no-cure", article=None, **more)

    more: dict[str, Any] = {"reason": "too often wrong", "given": {"measured": "17 of 50"}}
    no(check("propose", MARA, reason="too often wrong"), "needs measured")
    no(check("propose", MARA, given=more["given"]), "needs a reason")
    no(check("propose", ADA, **more), "Only an editor or a medical reviewer")
    no(check("retire", MARA, **more), "Only an admin")
    ok(check("propose", MARA, **more))
    no(check("undo", INES), "Only mara")
    ok(check("undo", MARA))
    ok(check("propose", INES, **more))
    ok(check("retire", ADA, **more))
    assert rows(tmp_path, "SELECT state FROM cases WHERE subject = 'check'") == [("retired",)]
    no(check("propose", MARA, **more), "This check is “retired”")


# Messages and who works on it


def said(store: Store, person: Person, text: str, finding: str = "", request: str = "") -> Outcome:
    message = Message(
        article="drops", person=person, text=text, on=DAY, at=AT.format(12), fingerprint=finding, request=request
    )
    return store.send(message)


def test_the_desk_and_the_writer_of_the_text_write_to_each_other(tmp_path: Path, store: Store) -> None:
    store.record([seen(CLEAN + "It is a wonder.\n", authors=("tom",))])
    for person in (MARA, INES, TOM):
        ok(said(store, person, " Half \ud800 a word, \x00 '; DROP TABLE messages; -- ", name_of(store, "wonder")))
    before = everything(tmp_path)
    for person in (ADA, RITA, Person("una", "Una", "writer")):
        no(said(store, person, "Hello."), "the writer of this text can write here")
    no(said(store, MARA, "  \n "), "between 1 and 2000")
    no(said(store, MARA, "x" * 2001), "this one 2001")
    no(said(store, MARA, "Hello.", "0" * 16), "no longer has this finding")
    assert everything(tmp_path) == before
    ok(said(store, MARA, "x" * 2000, request="m1"))
    assert said(store, MARA, "x" * 2000, request="m1").message == "This was sent already."
    assert rows(tmp_path, 'SELECT count(*), count(DISTINCT "by") FROM messages') == [(4, 3)]
    assert store.verify() == []


def handed(store: Store, person: Person, to: str, due: date | None = None) -> Outcome:
    return store.hand(Handing(article="drops", person=person, to=to, due=due, on=DAY, at=AT.format(12)))


def test_articles_are_handed_to_people_who_are_named(tmp_path: Path, store: Store) -> None:
    ok(handed(store, ADA, "jon", date(2026, 11, 25)))
    row = store.queue()[0]
    assert (row["assignee"], row["due"]) == ("jon", "2026-11-25")
    before = everything(tmp_path)
    for person in (TOM, RITA):
        no(handed(store, person, "jon"), "Only an editor, a medical reviewer or an admin")
    no(handed(store, MARA, "nobody-we-know"), "Nobody is called")
    no(handed(store, MARA, "jon", date(2026, 11, 24)), "has passed")
    assert "already" in ok(handed(store, MARA, "jon", date(2026, 11, 25)))
    assert everything(tmp_path) == before
    ok(handed(store, MARA, ""))
    assert store.queue()[0]["assignee"] == ""


def test_a_step_sent_twice_is_done_once_and_a_used_request_is_no_door(tmp_path: Path, store: Store) -> None:
    first = sign(store, "editorial", MARA, request="r1")
    ok(first)
    before = everything(tmp_path)
    assert ok(sign(store, "editorial", MARA, request="r1")) == "This was done already."
    no(sign(store, "medical", INES, request="r1"), "already used for another step by mara")
    no(did(store, "live", "hold", MARA, reason="x", request="r1"), "already used")
    assert everything(tmp_path) == before
