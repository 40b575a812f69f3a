"""One cause, one decision; and the errors that the medical reviewer sees again."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from moves_cast import ALONE, INES, JON, MARA, TOM, Somebody, allowed, finding, past, step

from workbench.forms import CATEGORIES
from workbench.review.moves import FindingCase, Refused, judge_together
from workbench.review.moves.sampling import sampled
from workbench.review.moves.together import _APPROVAL, _SAFETY, is_grave


def many(number: int, severity: str = "warning", **over: Any) -> list[FindingCase]:
    return [finding(severity, fingerprint=f"{index:016x}", **over) for index in range(number)]


def said(cases: list[FindingCase], action: str = "dismiss", person: Somebody = MARA, **over: Any) -> str:
    with pytest.raises(Refused) as caught:
        judge_together(cases, step(action, person, **over))
    assert "can" in str(caught.value) or "nobody" in str(caught.value)
    return str(caught.value)


def test_up_to_25_findings_of_one_cause_are_decided_with_one_reason_and_recorded_singly() -> None:
    rulings = judge_together(many(25), step("dismiss", MARA))
    assert [(ruling.state, ruling.by, ruling.reason) for ruling in rulings] == [
        ("dismissed", "mara", "agreed exception")
    ] * 25
    assert {r.state for r in judge_together(many(3, "error"), step("dismiss", MARA))} == {"second"}
    assert {r.state for r in judge_together(many(3), step("accept", MARA))} == {"accepted"}
    decided = many(3, state="dismissed", last=past("dismiss", MARA))
    assert {r.state for r in judge_together(decided, step("undo", MARA))} == {"as before"}


@pytest.mark.parametrize(
    ("cases", "over", "words"),
    [
        (many(26), {}, "These are 26 findings, at most 25 are decided at a time"),
        ([], {}, "No finding was chosen"),
        ([*many(2), finding(cause="d")], {}, "do not have one cause"),
        (many(2, cause=""), {}, "do not have one cause"),
        (many(2), {"reason": "other"}, "“Other” is no reason for several findings at once"),
        (many(2), {"action": "ask"}, "is not done to several findings at once"),
        (many(2), {"action": "overrule"}, "is not done to several findings at once"),
        (many(2), {"person": TOM}, "Only an editor or a medical reviewer"),
        ([*many(2), finding(state="fixed")], {}, "only the next check does"),
    ],
)
def test_anything_else_is_decided_one_by_one(cases: list[FindingCase], over: dict[str, Any], words: str) -> None:
    assert words in said(cases, **over)


@pytest.mark.parametrize(
    "over",
    [
        {"topic": "dosing"},
        {"category": "dosing-unit"},
        {"touches": ("efficacy", "dosing")},
        {"touches": ("safety",)},
        {"touches": ("regulatory",)},
        {"topic": "regulatory"},
        *({"category": category} for category in (*_APPROVAL, *_SAFETY)),
    ],
)
def test_errors_about_dose_safety_or_approval_are_never_decided_together(over: dict[str, Any]) -> None:
    for action in ("dismiss", "accept", "fix"):
        assert "never decided together" in said([*many(2), finding("error", **over)], action, reason="wrong reading")
    assert judge_together(many(3, "warning", **over), step("dismiss", MARA))


def test_every_category_named_here_exists() -> None:
    assert set(_APPROVAL) | set(_SAFETY) <= set(CATEGORIES)
    assert not is_grave(finding("error", category="uncited-claim"))


def test_every_dosing_error_and_one_in_ten_others_go_to_the_sample() -> None:
    dosing = many(50, "error", topic="dosing")
    others = many(4000, "error")
    for reason in ("wrong reading", "quoted or denied"):
        assert all(allowed(case, "dismiss", JON, reason=reason).sample for case in dosing)
        chosen = [allowed(case, "dismiss", JON, reason=reason).sample for case in others]
        assert 0.08 < sum(chosen) / len(chosen) < 0.12
        assert chosen == [sampled(case, reason) for case in others]
    assert not any(allowed(case, "dismiss", JON, reason="agreed exception").sample for case in dosing)
    assert not any(sampled(msgspec.structs.replace(case, severity="warning"), "wrong reading") for case in dosing)


def test_a_granted_contest_and_an_overruled_proposal_are_sampled_too() -> None:
    contested = finding("error", topic="dosing", state="contested", last=past("contest", TOM))
    assert allowed(contested, "dismiss", MARA, reason="wrong reading").sample
    proposed = finding("error", topic="dosing", state="second", last=past("dismiss", MARA, reason="other"))
    assert allowed(proposed, "dismiss", JON, reason="quoted or denied").sample
    assert not allowed(proposed, "agree", INES).sample


def test_together_in_a_newsroom_of_one() -> None:
    assert judge_together(many(2), step("dismiss", MARA), ALONE)[0].second == ""
