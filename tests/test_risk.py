"""Risk: 0–100 with its parts; pure."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from workbench import risk
from workbench.model import CONFIDENCES, SEVERITIES, Decision, Finding, Judgement

BASE = Finding("c", "dosing", "dosing-unit", "warning", "high", 1, 2, "x", "m", "w", "a", None, (), False, "f")


def finding(**changes: Any) -> Finding:
    return msgspec.structs.replace(BASE, **changes)


findings = st.builds(
    finding,
    check=st.sampled_from("abc"),
    topic=st.sampled_from(["dosing", "citation"]),
    severity=st.sampled_from(SEVERITIES),
    confidence=st.sampled_from(CONFIDENCES),
    held_back=st.booleans(),
)


def test_nothing_found_is_no_risk_and_unknowns_stand_beside_it() -> None:
    unknown = Judgement("c", "not-checkable", None, None, None)
    assert risk.of([], [unknown, Judgement("c", "pass", 1, 2, None)]) == risk.Risk(0, (), 1)


def test_an_error_weighs_more_than_a_warning_and_a_warning_more_than_a_note() -> None:
    scores = [risk.of([finding(severity=severity)], []).score for severity in SEVERITIES]
    assert scores == sorted(scores, reverse=True) and len(set(scores)) == 3


def test_held_back_and_dismissed_findings_add_nothing() -> None:
    closed = finding(decision=Decision("dismissed", "wrong reading", "mara", "2026-11-20"))
    assert risk.of([finding(held_back=True), closed], []).score == 0


def test_a_changed_decision_counts_again() -> None:
    again = finding(decision=Decision("changed", "wrong reading", "mara", "2026-11-20"))
    assert risk.of([again], []) == risk.of([finding()], [])


def test_the_parts_name_the_topics_largest_first() -> None:
    parts = risk.of([finding(topic="citation", check="b", severity="note"), finding()], []).parts
    assert parts == (("dosing", 12), ("citation", 3))


def test_the_same_check_counts_less_each_time() -> None:
    assert dict(risk.of([finding()] * 2, []).parts)["dosing"] == 18


@given(st.lists(findings), findings)
def test_one_more_finding_never_lowers_the_risk_and_order_does_not_matter(some: list[Finding], more: Finding) -> None:
    before, after = risk.of(some, []), risk.of([*some, more], [])
    assert 0 <= before.score <= after.score <= 100
    assert risk.of([more, *reversed(some)], []) == after
