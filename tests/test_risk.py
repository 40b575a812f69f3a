"""Risk: 0–100 with its parts; pure, never lowered by anything that is worse, and in order on the bundled articles."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from speak import REPOSITORY, report_of

from workbench import risk
from workbench.model import CONFIDENCES, SEVERITIES, Claim, Decision, Finding, Flag, Judgement, Risk
from workbench.risk import Around

BASE = Finding("c", "dosing", "dosing-unit", "warning", "high", 1, 2, "x", "m", "w", "a", None, (), False, "f")
CLAIM = Claim("k", 0, 0, 10, "x", "dosing", None, "none", "asserted")
UNKNOWN = Judgement("c", "not-checkable", None, None, None)
TITLE = Flag("heading", 0, 10, "x", 0, 10)
CALM = (
    "blood-pressure-at-home", "coming-off-antidepressants", "ketamine-for-depression", "shingles-vaccine-over-50",
    "too-much-paracetamol",
)  # fmt: skip
GRAVEST = "ketamine-lozenges-by-post"


def finding(**changes: Any) -> Finding:
    return msgspec.structs.replace(BASE, **changes)


def claim(**changes: Any) -> Claim:
    return msgspec.structs.replace(CLAIM, **changes)


def about(*claims: Claim, **known: Any) -> Around:
    return Around(claims or (CLAIM,), **known)


spots = st.sampled_from([(None, None), (0, 3), (3, 3), (5, 25), (12, 14), (22, 40)])
findings = st.builds(
    lambda spot, **rest: finding(start=spot[0], end=spot[1], **rest),
    spots,
    check=st.sampled_from("abc"),
    topic=st.sampled_from(["dosing", "citation"]),
    severity=st.sampled_from(SEVERITIES),
    confidence=st.sampled_from(CONFIDENCES),
    held_back=st.booleans(),
)
claims = st.lists(
    st.builds(
        lambda number, **rest: claim(id="klm"[number], start=number * 10, end=number * 10 + 10, **rest),
        st.integers(0, 2),
        type=st.sampled_from(["dosing", "efficacy", "cost"]),
        certainty=st.sampled_from(["asserted", "hedged", "negated"]),
        context=st.sampled_from([(), (TITLE,)]),
    ),
    max_size=4,
)
arounds = st.builds(
    Around,
    claims=claims.map(tuple),
    pages=st.dictionaries(st.sampled_from("klm"), st.integers(1, 9)),
    conflicts=st.integers(0, 9),
    unreviewed=st.fractions(0, 1, max_denominator=50),
    age=st.integers(0, 4000),
)


def test_nothing_found_is_no_risk_and_unknowns_stand_beside_it() -> None:
    assert risk.of([], [UNKNOWN, Judgement("c", "pass", 1, 2, None)]) == Risk(0, (), 1)


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


def test_every_missing_statement_counts_in_full() -> None:
    missing = [finding(check=check, topic="disclaimers", start=None, end=None) for check in ("risks", "crisis-line")]
    assert risk.of(missing, [], about()).parts == (("disclaimers", 24),)


@pytest.mark.parametrize(
    ("told", "pages", "points"),
    [
        (claim(), 1, 18),
        (claim(certainty="negated"), 1, 18),  # "not addictive" reassures as a promise does
        (claim(certainty="hedged"), 1, 12),
        (claim(type="efficacy"), 1, 15),
        (claim(type="cost"), 1, 12),
        (claim(type="cost", context=(TITLE,)), 1, 15),
        (claim(type="cost"), 2, 18),
        (claim(type="cost"), 1000, 24),
        (claim(start=2, end=20), 1, 12),  # begins where the finding ends
    ],
)
def test_a_finding_weighs_by_the_reach_of_its_claim(told: Claim, pages: int, points: int) -> None:
    assert risk.of([finding()], [], about(told, pages={"k": pages})).parts == (("dosing", points),)


def test_the_farthest_of_several_claims_counts() -> None:
    wide = claim(id="w", type="cost", end=100)
    assert risk.of([finding(start=30, end=50)], [], about(wide, claim(start=40, end=45))).parts == (("dosing", 18),)


def test_what_is_around_adds_its_own_parts() -> None:
    found = risk.of([finding()], [], Around(conflicts=2, unreviewed=Fraction(1, 3), age=365))
    assert found.parts == (("conflicts", 18), ("dosing", 12), ("unreviewed text", 5), ("age", 3))


def test_a_text_that_nobody_has_reviewed_is_not_in_the_lowest_band() -> None:
    assert risk.band(risk.of([], [], Around(unreviewed=Fraction(1)))) == 1


@pytest.mark.parametrize("share", [Fraction(-1, 9), Fraction(10, 9)])
def test_a_share_is_no_more_than_all(share: Fraction) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        risk.of([], [], Around(unreviewed=share))


def test_a_clock_that_went_backwards_makes_no_text_younger_than_new() -> None:
    assert risk.of([], [], Around(age=-5)) == risk.of([], [])


@pytest.mark.parametrize(
    ("score", "unknowns", "band"), [(0, 0, 0), (19, 0, 0), (0, 1, 1), (20, 0, 1), (49, 4, 1), (50, 0, 2), (80, 0, 3)]
)
def test_unknowns_keep_a_page_out_of_the_lowest_band_only(score: int, unknowns: int, band: int) -> None:
    assert risk.band(Risk(score, (), unknowns)) == band


@given(st.lists(findings), findings, arounds)
def test_one_more_finding_never_lowers_the_risk_and_order_does_not_matter(
    some: list[Finding], more: Finding, around: Around
) -> None:
    before, after = risk.of(some, [], around), risk.of([*some, more], [], around)
    assert 0 <= before.score <= after.score <= 100
    backwards = msgspec.structs.replace(around, claims=around.claims[::-1])
    assert risk.of([more, *reversed(some)], [], backwards) == after


@given(st.lists(findings, min_size=1), arounds, st.data())
def test_a_worse_finding_never_lowers_the_risk(some: list[Finding], around: Around, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(some) - 1))
    old = some[index]
    worse = msgspec.structs.replace(
        old,
        severity=data.draw(st.sampled_from(SEVERITIES[: SEVERITIES.index(old.severity) + 1])),
        confidence=data.draw(st.sampled_from(CONFIDENCES[: CONFIDENCES.index(old.confidence) + 1])),
        held_back=old.held_back and data.draw(st.booleans()),
    )
    after = risk.of([*some[:index], worse, *some[index + 1 :]], [], around)
    assert risk.of(some, [], around).score <= after.score


@given(st.lists(findings), arounds, arounds)
def test_less_review_older_text_more_conflicts_and_a_longer_reach_never_lower_the_risk(
    some: list[Finding], one: Around, other: Around
) -> None:
    ids = {*one.pages, *other.pages}
    worse = Around(
        claims=(*one.claims, *other.claims),
        pages={id_: max(one.pages.get(id_, 1), other.pages.get(id_, 1)) for id_ in ids},
        conflicts=max(one.conflicts, other.conflicts),
        unreviewed=max(one.unreviewed, other.unreviewed),
        age=max(one.age, other.age),
    )
    assert risk.of(some, [], one).score <= risk.of(some, [], worse).score


@given(st.lists(findings), arounds, st.integers(1, 9))
def test_unknowns_change_no_score_and_leave_the_lowest_band(some: list[Finding], around: Around, unknowns: int) -> None:
    sure, unsure = risk.of(some, [], around), risk.of(some, [UNKNOWN] * unknowns, around)
    assert (unsure.score, unsure.parts, unsure.unknowns) == (sure.score, sure.parts, unknowns)
    assert risk.band(unsure) == max(1, risk.band(sure))


@pytest.mark.parametrize("reviewed", [True, False])
def test_the_bundled_articles_stand_in_order(reviewed: bool) -> None:
    scores, bands = {}, {}
    for path in sorted((REPOSITORY / "articles").glob("*.md")):
        report = report_of(path)
        around = Around(report.claims, unreviewed=Fraction(not reviewed))
        found = risk.of(report.findings, report.verdicts, around)
        scores[path.stem], bands[path.stem] = found.score, risk.band(found)
    others = set(scores) - set(CALM)
    assert max(scores[name] for name in CALM) + 10 <= min(scores[name] for name in others)
    assert max(others, key=scores.__getitem__) == GRAVEST
    assert {bands[name] for name in CALM} == {1} and bands[GRAVEST] == 3
