"""What the design says beside its role table: pairs in two steps, taking back, complaints, completing a pair."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from moves_cast import (
    DAY,
    INES,
    JON,
    MARA,
    ROLES,
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

from workbench.review.moves import Case

BACK = live("putting back", last=past("put back", JON))
WARNED = notice("proposed", past("warn", JON))
BOTH = (signed("editorial", MARA), signed("medical", INES))
PROPOSED = past("dismiss", JON, reason="agreed exception")
BY_MEDICAL = past("dismiss", INES, reason="agreed exception")
ACCEPTS = past("accept", JON, reason="rare", until=None)

# subject and state | action | who may, when somebody else acted before
BESIDE: list[tuple[Case, str, str]] = [
    (live("held"), "put back", "editor, medical reviewer"),
    (BACK, "agree", "editor, medical reviewer"),
    (BACK, "overrule", "editor, medical reviewer"),
    (WARNED, "overrule", "editor, medical reviewer"),
    (finding("error", state="second", last=PROPOSED), "overrule", "editor, medical reviewer"),
    (finding("error", state="second", last=PROPOSED), "fix", "editor, medical reviewer"),
    (finding("error", state="second", last=PROPOSED), "agree", "medical reviewer"),
    (finding("error", state="second", last=PROPOSED), "dismiss", "medical reviewer"),
    (finding("error", state="second", last=BY_MEDICAL), "agree", "editor, medical reviewer"),
    (finding("error", state="second", last=BY_MEDICAL), "dismiss", "editor, medical reviewer"),
    (finding("error", state="accepting", last=ACCEPTS), "overrule", "editor, medical reviewer"),
    (finding("error", state="accepting", last=ACCEPTS), "fix", "editor, medical reviewer"),
    (finding(state="questioned", last=past("ask", JON)), "accept", "medical reviewer"),
    (finding(state="contested", last=past("contest", TOM)), "fix", "editor, medical reviewer"),
    (claim(state="substantiated"), "doubt", "editor, medical reviewer"),
    (finding("error", state="accepting", last=past("accept", INES, until=date(2027, 1, 1))), "agree",
     "editor, medical reviewer"),
    (claim(), "suggest", "writer"),
    (claim(state="disputed"), "suggest", "editor"),
    (claim(state="expired"), "suggest", "editor"),
    (fact(), "suggest", "editor"),
    (check(), "propose", "editor, medical reviewer"),
    (complaint("none"), "receive", "editor, medical reviewer"),
    (complaint("received"), "find", "editor, medical reviewer"),
    (complaint("found"), "correct", "editor, medical reviewer"),
    (complaint("found"), "reject", "editor, medical reviewer"),
    (match(), "harmless", "editor, medical reviewer"),
    (match(), "counts", "editor, medical reviewer"),
    (work("approved", approvals=tuple(signed(kind, Somebody("una", ())) for kind in ("editorial", "medical"))),
     "withdraw approval", "editor, medical reviewer"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "action", "able"), BESIDE)
@pytest.mark.parametrize("role", ROLES)
def test_who_may_do_what_the_role_table_does_not_say(case: Case, action: str, able: str, role: str) -> None:
    person = Somebody("una", (role,))
    if role in able.split(", "):
        allowed(case, action, person)
    else:
        assert "nly " in str(refused(case, action, person))


READING: list[tuple[Case, str]] = [
    (finding("error", state="second", last=PROPOSED), "jon"),
    (finding("error", state="second", last=BY_MEDICAL), "ines"),
    (finding("error", state="contested", last=past("contest", TOM)), "tom"),
]


@pytest.mark.parametrize(("case", "first"), READING)
@pytest.mark.parametrize("role", ROLES)
def test_who_may_call_it_a_wrong_reading_while_it_waits(case: Case, first: str, role: str) -> None:
    if role in ("editor", "medical reviewer"):
        ruling = allowed(case, "dismiss", Somebody("una", (role,)), reason="wrong reading")
        assert (ruling.state, ruling.by, ruling.second) == ("dismissed", "una", "")
        assert "other than you" in str(refused(case, "dismiss", Somebody(first, (role,)), reason="wrong reading"))
    else:
        assert "Only " in str(refused(case, "dismiss", Somebody("una", (role,)), reason="wrong reading"))


@pytest.mark.parametrize("state", ["second", "accepting", "questioned"])
def test_nobody_answers_themselves_by_another_step(state: str) -> None:
    case = finding("error", state=state, last=past("dismiss", INES, reason="agreed exception"))
    for action in ("fix", "accept") if state == "questioned" else ("fix",):
        assert "other than you" in str(refused(case, action, INES))


def test_a_medical_reviewer_alone_only_proposes_where_two_are_needed() -> None:
    assert allowed(finding("error"), "dismiss", INES).state == "second"
    assert allowed(finding("error"), "accept", INES).state == "accepting"


MINE: list[tuple[str, Case, str]] = [
    *(("editor, medical reviewer", finding(state=state, last=past("x", Somebody("una", ()))), "as before")
      for state in ("fix", "second", "accepting", "questioned", "dismissed", "accepted")),
    ("writer", finding(state="contested", last=past("contest", Somebody("una", ()))), "as before"),
    ("editor, medical reviewer", live("putting back", last=past("put back", Somebody("una", ()))), "held"),
    ("editor, medical reviewer", notice("proposed", past("warn", Somebody("una", ()))), "none"),
    ("editor, medical reviewer", check("change proposed", past("propose", Somebody("una", ()))), "in use"),
]  # fmt: skip


@pytest.mark.parametrize(("able", "case", "after"), MINE)
@pytest.mark.parametrize("role", ROLES)
def test_one_takes_back_what_one_did_oneself(able: str, case: Case, after: str, role: str) -> None:
    if role in able.split(", "):
        assert allowed(case, "undo", Somebody("una", (role,))).state == after
        said = str(refused(case, "undo", Somebody("zoe", (role,))))
        assert "Only una can take that back" in said
    else:
        assert "Only " in str(refused(case, "undo", Somebody("una", (role,))))


@pytest.mark.parametrize("case", [BACK, WARNED])
def test_nobody_overrules_a_proposal_of_their_own(case: Case) -> None:
    assert "other than you" in str(refused(case, "overrule", JON))


@pytest.mark.parametrize("state", ["none", "changes requested"])
def test_whoever_sends_a_draft_with_errors_says_why_and_a_writer_sends_their_own(state: str) -> None:
    for person in (TOM, JON):
        assert "with a sentence why" in str(refused(work(state, errors=1), "send", person, note=""))
        assert allowed(work(state), "send", person, note="")
    assert "You did not write this text" in str(refused(work(state, authors=("zoe",)), "send", TOM))


COMPLETING = [("approve editorial", MARA, BOTH[1:]), ("approve medical", INES, BOTH[:1])]


@pytest.mark.parametrize(("action", "person", "approvals"), COMPLETING)
def test_the_approval_that_completes_the_pair_needs_what_the_first_needs(
    action: str, person: Somebody, approvals: tuple[Any, ...]
) -> None:
    assert allowed(work(approvals=approvals), action, person).state == "approved"
    assert "not the text you read" in str(refused(work(approvals=approvals), action, person, text_hash="h0"))
    for over in ({"errors": 1}, {"fixes": 1}, {"contested": 1}):
        assert "Not yet" in str(refused(work(approvals=approvals, **over), action, person))
    if action == "approve medical":
        assert "Not yet" in str(refused(work(approvals=approvals, claims_left=1), action, person))


@pytest.mark.parametrize("kind", ["editorial", "medical"])
@pytest.mark.parametrize("both", [True, False])
def test_a_text_is_signed_once_for_each_kind(kind: str, both: bool) -> None:
    mine = MARA if kind == "editorial" else INES
    approvals = BOTH if both else tuple(one for one in BOTH if one.kind == kind)
    said = str(refused(work(approvals=approvals), f"approve {kind}", mine))
    assert said.startswith(f"{mine.id} gave this approval of this text already")


@pytest.mark.parametrize(("severity", "until", "able"), [("error", 90, 91), ("warning", 365, 366)])
def test_an_answer_that_accepts_keeps_to_the_same_limits(severity: str, until: int, able: int) -> None:
    asked = finding(severity, state="questioned", last=past("ask", MARA))
    assert allowed(asked, "accept", INES, until=DAY + timedelta(until)).state == "accepted"
    assert "end date" in str(refused(asked, "accept", INES, until=DAY + timedelta(able)))
    assert "needs a reason" in str(refused(asked, "accept", INES, reason=""))
    assert "A note is no risk" in str(refused(finding("note", state="questioned", last=asked.last), "accept", INES))


def test_an_answer_that_dismisses_needs_a_reason_of_the_list() -> None:
    asked = finding("error", state="questioned", last=past("ask", MARA))
    assert "is no reason" in str(refused(asked, "dismiss", INES, reason="because"))
    waits = finding("error", state="second", last=PROPOSED)
    for reason in ("", "because"):
        assert " reason; " in str(refused(waits, "dismiss", INES, reason=reason))
    waits = finding("error", state="second", last=BY_MEDICAL)
    assert "Proposed was" in str(refused(waits, "dismiss", JON, reason="right for this audience or country"))
    other = finding("error", state="second", last=past("dismiss", INES, reason="other"))
    assert "at least 10 characters" in str(refused(other, "dismiss", JON, reason="other", note=""))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (
            "fix",
            "A fix was asked on 25 Nov by jon: an editor or a medical reviewer can withdraw; a writer",
        ),
        ("second", "Its dismissal was proposed on 25 Nov by jon: "),
        ("accepting", "Its acceptance was proposed on 25 Nov by jon: "),
        ("questioned", "A second opinion was asked on 25 Nov by jon: a medical reviewer can fix, overrule, dismiss or"),
        ("contested", "It was contested on 25 Nov by jon: an editor or a medical reviewer can fix or dismiss."),
    ],
)
def test_what_waits_for_somebody_says_for_whom(state: str, words: str) -> None:
    verbs = {"fix": "fix", "questioned": "ask", "contested": "contest"}
    case = finding("error", state=state, last=past(verbs.get(state, "dismiss"), JON))
    assert words in str(refused(case, "ask", MARA))
