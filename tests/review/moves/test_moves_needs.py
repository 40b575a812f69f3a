"""What each move needs, taken away one thing at a time; and who cannot be the second person."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from moves_cast import (
    ADA,
    DAY,
    EVE,
    GIVEN,
    INES,
    JON,
    MARA,
    NOON,
    TOM,
    Somebody,
    allowed,
    check,
    claim,
    complaint,
    fact,
    finding,
    live,
    match,
    notice,
    past,
    refused,
    signed,
    work,
)

from workbench.decisions import REASONS
from workbench.review.moves import Case, House, told
from workbench.review.moves.reasons import year_after

PROPOSED = past("dismiss", MARA, reason="agreed exception")
WAITS = finding("error", state="second", last=PROPOSED)
BOTH = (signed("editorial", MARA), signed("medical", INES))
CONTESTED = finding(state="contested", last=past("contest", TOM))


def without(key: str) -> dict[str, Any]:
    return {"given": {**GIVEN, key: "  "}}


@pytest.mark.parametrize(
    ("case", "action", "person", "over", "words"),
    [
        (finding(), "dismiss", MARA, {"reason": ""}, "A dismissal needs a reason; an editor or a medical reviewer can"),
        (finding(), "dismiss", MARA, {"reason": "because"}, "“because” is no reason; an editor or"),
        (finding(), "dismiss", MARA, {"reason": "Wrong reading"}, "is no reason"),
        (finding(), "dismiss", MARA, {"reason": "other", "note": "too     short"}, "note of at least 10 characters"),
        (finding("error"), "dismiss", MARA, {"reason": "other", "note": ""}, "note of at least 10 characters"),
        (finding("error"), "dismiss", MARA, {"reason": "because"}, "is no reason"),
        (finding(), "dismiss", MARA, {"note": "x" * 2001}, "at most 2000 characters, this one 2001"),
        (finding(), "fix", MARA, {"given": {"source": "x" * 2001}}, "at most 2000 characters"),
        (finding("note"), "accept", MARA, {}, "A note is no risk to accept"),
        (finding(), "accept", MARA, {"reason": " "}, "needs a reason in words"),
        (finding("error"), "accept", MARA, {"reason": ""}, "needs a reason in words"),
        (finding("error"), "accept", INES, {"until": DAY + timedelta(91)}, "(90 days)"),
        (finding(), "accept", INES, {"until": date(2027, 11, 27)}, "not after 2027-11-26 (12 months)"),
        (finding(), "ask", MARA, {"note": " "}, "needs a question to settle"),
        (finding(state="fix"), "contest", TOM, {"reason": ""}, "needs a reason in words"),
        (finding(state="fix"), "contest", TOM, without("source"), "This needs source; a writer can"),
        (CONTESTED, "fix", MARA, {"note": ""}, "needs an answer to the writer"),
        (CONTESTED, "dismiss", MARA, {}, "can dismiss it as “wrong reading”, or ask for the fix again"),
        (CONTESTED, "dismiss", MARA, {"reason": ""}, "A dismissal needs a reason"),
        (WAITS, "dismiss", INES, {"reason": "right for this audience or country"}, "Proposed was “agreed exception”;"),
        (work("none", errors=1), "send", TOM, {"note": ""}, "1 error goes with this draft; a writer can send it"),
        (work("changes requested", errors=3), "send", MARA, {"note": " "}, "3 errors go with this draft; an editor"),
        (work(), "ask for changes", MARA, {"requests": 0, "note": ""}, "at least one request or message"),
        (work(contested=1), "ask for changes", MARA, {}, "Not yet: 1 contest to answer"),
        (work(), "approve editorial", MARA, {"text_hash": "h0"}, "This is not the text you read"),
        (work(), "approve medical", INES, {"text_hash": ""}, "This is not the text you read"),
        (work(errors=3, fixes=2), "approve editorial", MARA, {}, "Not yet: 3 errors to decide, 2 fixes outstanding;"),
        (work(contested=1), "approve editorial", MARA, {}, "1 contest to answer"),
        (work(approvals=BOTH[:1]), "approve editorial", JON, {}, "mara gave this approval of this text already"),
        (work(claims_left=1), "approve medical", INES, {}, "Not yet: 1 efficacy, dose or safety claim neither"),
        (work(errors=1, approvals=BOTH[:1]), "approve medical", INES, {}, "Not yet: 1 error to decide"),
        (work("approved", approvals=BOTH), "mark live", ADA, {"text_hash": "h0"}, "This is not the text you read"),
        (work("approved", approvals=BOTH[:1]), "mark live", ADA, {}, "The medical approval of this text is missing"),
        (work("approved", approvals=BOTH[1:]), "mark live", MARA, {}, "The editorial approval of this text is"),
        (work("approved", approvals=BOTH, errors=1), "mark live", MARA, {}, "Not yet: 1 error to decide"),
        (work("approved", approvals=BOTH, claims_left=2), "mark live", MARA, {}, "Not yet: 2 efficacy, dose or safety"),
        (work(approvals=BOTH), "withdraw approval", JON, {}, "You have not approved this text"),
        (live(), "hold", MARA, {"reason": "  "}, "needs a reason in words"),
        (notice(), "warn", MARA, without("notice"), "This needs notice"),
        (claim("cost"), "substantiate", MARA, without("place"), "This needs place; an editor or a medical reviewer"),
        (claim(), "substantiate", INES, {"given": {}}, "This needs source and version and place; a medical reviewer"),
        (claim(), "suggest", TOM, {"given": {}}, "This needs source"),
        (claim(state="disputed"), "settle", INES, without("value"), "This needs value"),
        (claim(state="disputed"), "settle", INES, {"shown": None}, "touches 1 live sentence; a medical reviewer can"),
        (claim(state="disputed"), "reject", INES, {"shown": ()}, "touches 1 live sentence"),
        (claim(state="disputed"), "reject", INES, {"reason": ""}, "needs a reason"),
        (claim(state="expired"), "renew", INES, without("country"), "This needs country"),
        (claim(state="expired"), "renew", INES, {"shown": ("s1", "s2")}, "touches 1 live sentence"),
        (claim(state="substantiated"), "doubt", MARA, {"reason": ""}, "needs a reason"),
        (fact(), "change", INES, without("source"), "This needs source"),
        (fact(), "change", INES, {"given": {**GIVEN, "effective": "soon"}}, "“soon” is no day; written like"),
        (fact(), "change", INES, {"shown": None}, "after seeing exactly those"),
        (complaint("none"), "receive", MARA, {"given": {**GIVEN, "deadline": "20261224"}}, "is no day"),
        (complaint("none"), "receive", MARA, without("words"), "This needs words"),
        (complaint("received"), "find", MARA, without("pages"), "This needs pages"),
        (complaint("found"), "correct", MARA, without("notice"), "This needs notice"),
        (complaint("found"), "reject", MARA, {"reason": ""}, "needs a reason"),
        (check(), "change", ADA, without("measured"), "This needs measured; an admin can"),
        (check(), "retire", ADA, {"reason": ""}, "needs a reason"),
        (check(), "propose", MARA, without("measured"), "This needs measured"),
        (check(), "propose", MARA, {"reason": ""}, "needs a reason"),
        (check(), "change", ADA, {"reason": ""}, "needs a reason"),
        (check(), "retire", ADA, without("measured"), "This needs measured"),
        (claim(state="disputed"), "suggest", MARA, without("source"), "This needs source"),
        (claim(state="expired"), "suggest", MARA, without("source"), "This needs source"),
        (fact(), "suggest", MARA, without("source"), "This needs source"),
        (match(put_up=False), "harmless", MARA, {}, "not among the one in twenty that are put up"),
        (match(put_up=False), "counts", INES, {}, "an editor or a medical reviewer can mark its words"),
        (match("harmless", past("harmless", MARA)), "undo", INES, {}, "Only mara can take that back"),
        (match("should count", past("counts", INES)), "harmless", INES, {}, "This match is “should count”"),
    ],
)  # fmt: skip
def test_a_move_without_what_it_needs(
    case: Case, action: str, person: Somebody, over: dict[str, Any], words: str
) -> None:
    assert words in str(refused(case, action, person, **over))


def test_other_needs_ten_characters_that_are_not_blanks_at_its_ends() -> None:
    for reason in REASONS:
        assert allowed(finding(), "dismiss", MARA, reason=reason, note="  just   enough ").state == "dismissed"
    assert allowed(finding(), "dismiss", MARA, reason="wrong reading", note="").state == "dismissed"


def test_a_newsroom_may_let_warnings_bar_approval() -> None:
    assert allowed(work(warnings=2), "approve editorial", MARA)
    said = refused(work(warnings=2), "approve editorial", MARA, House(warnings_bar=True))
    assert "2 warnings to decide" in str(said)


def test_twelve_months_from_a_leap_day() -> None:
    assert year_after(date(2028, 2, 29)) == date(2029, 2, 28)


def test_a_nameless_person_decides_nothing() -> None:
    said = refused(finding(), "fix", Somebody("  ", ("editor",)))
    assert str(said).startswith("Nobody is named as deciding; an editor or a medical reviewer with a user name")


def test_what_its_context_makes_harmless_is_not_decided() -> None:
    for action in ("dismiss", "fix", "accept", "ask"):
        assert "nobody has to decide it" in str(refused(finding(held_back=True), action, MARA))
    assert allowed(finding(state="fix", held_back=True, last=past("fix", MARA)), "undo", MARA)


ANOTHER = [
    (WAITS, "dismiss", "error is dismissed"),
    (WAITS, "agree", "error is dismissed"),
    (WAITS, "overrule", "error is dismissed"),
    (finding("error", state="accepting", last=past("accept", MARA, until=DAY + timedelta(9))), "agree", "is accepted"),
    (finding(state="questioned", last=past("ask", MARA)), "dismiss", "You asked this"),
    (finding(state="questioned", last=past("ask", MARA)), "overrule", "must answer it"),
    (finding(state="contested", last=past("contest", MARA)), "fix", "must answer it"),
    (live("putting back", last=past("put back", MARA)), "agree", "before this page is put back"),
    (notice("proposed", past("warn", MARA)), "agree", "before this notice goes live"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "action", "words"), ANOTHER)
@pytest.mark.parametrize("also", [(), ("medical reviewer",), ("medical reviewer", "admin", "writer")])
def test_the_second_person_is_another_whatever_roles_the_first_holds(
    case: Case, action: str, words: str, also: tuple[str, ...]
) -> None:
    said = str(refused(case, action, Somebody("mara", ("editor", *also)), reason="agreed exception"))
    assert words in said and "other than you" in said


def test_of_two_people_who_dismiss_or_accept_an_error_one_is_a_medical_reviewer() -> None:
    assert "Only a medical reviewer can do this" in str(refused(WAITS, "dismiss", JON))
    assert "Only a medical reviewer can do this" in str(refused(WAITS, "agree", JON))
    ruling = allowed(WAITS, "dismiss", INES)
    assert (ruling.state, ruling.by, ruling.second) == ("dismissed", "mara", "ines")
    by_ines = finding("error", state="second", last=past("dismiss", INES, reason="other"))
    assert allowed(by_ines, "agree", JON).reason == "other"
    accepting = finding("error", state="accepting", last=past("accept", INES, reason="rare", until=date(2027, 1, 1)))
    ruling = allowed(accepting, "agree", MARA, reason="", until=None)
    assert (ruling.by, ruling.second, ruling.reason, ruling.until) == ("ines", "mara", "rare", date(2027, 1, 1))


def test_a_second_person_may_see_it_otherwise() -> None:
    assert allowed(WAITS, "fix", JON).state == "fix"
    ruling = allowed(WAITS, "dismiss", JON, reason="wrong reading")
    assert (ruling.state, ruling.by, ruling.second) == ("dismissed", "jon", "")
    assert allowed(WAITS, "overrule", JON).state == "open"


@pytest.mark.parametrize("until", [DAY, DAY - timedelta(1), DAY + timedelta(91), None])
def test_an_end_date_that_passed_while_it_waited_is_not_agreed_to(until: date | None) -> None:
    for first, second in ((MARA, INES), (INES, JON)):
        case = finding("error", state="accepting", last=past("accept", first, until=until))
        assert "The proposed end date does not hold" in str(refused(case, "agree", second))


def test_a_question_is_answered_by_somebody_else_and_both_are_named() -> None:
    asked = finding("error", state="questioned", last=past("ask", MARA))
    ruling = allowed(asked, "dismiss", INES)
    assert (ruling.state, ruling.by, ruling.second) == ("dismissed", "mara", "ines")
    ruling = allowed(asked, "fix", INES)
    assert (ruling.by, ruling.second) == ("ines", "")
    assert "Only a medical reviewer" in str(refused(asked, "overrule", JON))


def test_a_second_contest_goes_to_someone_else() -> None:
    again = finding(state="contested", last=past("contest", TOM), answered_by="mara")
    assert "other than you must answer it" in str(refused(again, "fix", MARA))
    assert allowed(again, "fix", JON).state == "fix"
    ruling = allowed(again, "dismiss", INES, reason="wrong reading")
    assert (ruling.state, ruling.by, ruling.second) == ("dismissed", "ines", "")


def test_nobody_gives_both_approvals_nor_approves_a_text_of_their_own() -> None:
    said = refused(work(approvals=(signed("editorial", EVE),)), "approve medical", EVE)
    assert str(said) == "You gave the other approval; a medical reviewer other than you can give this one."
    earlier = work(approvals=(signed("editorial", EVE, "h0"),))
    assert "You gave the other approval" in str(refused(earlier, "approve medical", EVE))
    assert "You wrote this text" in str(refused(work(authors=("tom", "mara")), "approve editorial", MARA))
    assert allowed(work(approvals=(signed("editorial", MARA),)), "approve medical", EVE).state == "approved"


def test_an_approval_holds_for_one_text_only() -> None:
    old = work(approvals=(signed("medical", INES, "h0"),))
    ruling = allowed(old, "approve editorial", MARA)
    assert (ruling.state, ruling.carries) == ("in review", False)


def test_a_medical_approval_is_carried_where_only_other_words_changed() -> None:
    old = {"approvals": (signed("editorial", JON, "h0"), signed("medical", INES, "h0")), "same_meaning": True}
    ruling = allowed(work(**old), "approve editorial", MARA)
    assert (ruling.state, ruling.carries) == ("approved", True)
    assert not allowed(work(**old, authors=("ines",)), "approve editorial", MARA).carries
    assert not allowed(work(**old, claims_left=1), "approve editorial", MARA).carries
    assert "You gave the other approval" in str(refused(work(**old), "approve editorial", Somebody("ines", EVE.roles)))
    assert allowed(work(**old), "approve medical", EVE).state == "in review"


def test_who_approved_may_withdraw() -> None:
    assert allowed(work("approved", approvals=BOTH), "withdraw approval", MARA).state == "in review"
    assert allowed(work("approved", approvals=BOTH), "withdraw approval", INES).state == "in review"


def test_approvals_are_told_with_their_people() -> None:
    assert told(BOTH) == "Approved by mara (editorial) and ines (medical)"
    assert told((BOTH[0], signed("medical", INES, carried=True))).endswith("ines (medical, carried)")
    assert told(()) == "Not approved"


def test_a_page_is_put_back_to_what_it_was() -> None:
    assert allowed(live("held"), "put back", MARA).state == "putting back"
    for before in ("published", "expired", "inherited"):
        waits = live("putting back", held_from=before, last=past("put back", MARA))
        ruling = allowed(waits, "agree", INES)
        assert (ruling.state, ruling.by, ruling.second) == (before, "mara", "ines")
    assert allowed(waits, "overrule", INES).state == "held"
    assert allowed(waits, "undo", MARA).state == "held"
    assert "Only mara can take that back" in str(refused(waits, "undo", INES))


def test_only_who_decided_takes_it_back() -> None:
    dismissed = finding(state="dismissed", last=past("dismiss", MARA, NOON, reason="wrong reading", name="Mara Olsen"))
    told_ = "It was dismissed on 26 Nov by Mara Olsen: wrong reading. "
    assert str(refused(dismissed, "fix", INES)) == told_ + "Only mara can take that back."
    assert str(refused(dismissed, "fix", MARA)) == told_ + "You can take that back first (U)."
    assert str(refused(dismissed, "undo", INES)) == told_ + "Only mara can take that back."
    assert allowed(dismissed, "undo", MARA).state == "as before"
    agreed = finding("error", state="dismissed", last=past("dismiss", MARA, reason="other", actor="ines"))
    assert "Only ines can take that back" in str(refused(agreed, "undo", MARA))
    assert allowed(agreed, "undo", INES).state == "as before"


@pytest.mark.parametrize("kind", ["efficacy", "safety", "dosing", "regulatory"])
def test_doubt_is_free_and_settling_is_not(kind: str) -> None:
    assert allowed(claim(kind, "substantiated"), "doubt", MARA).state == "disputed"
    assert "Only a medical reviewer" in str(refused(claim(kind, "disputed"), "settle", MARA))


def test_a_state_that_waits_for_somebody_names_who_acted() -> None:
    with pytest.raises(ValueError, match="say who acted last"):
        allowed(finding("error", state="second"), "agree", INES)
