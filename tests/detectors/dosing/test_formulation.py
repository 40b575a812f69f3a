"""The ceiling or rhythm of one release given to another."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "formulation-mixed-up"


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Bupropion (SR) can go up to 450 mg daily.", "450 mg daily"),
        ("The sustained-release form of bupropion is capped at 450 mg.", "450 mg"),
        ("Wellbutrin SR: up to 450 mg per day", "450 mg per day"),
        ("Do not take more than 450 mg of bupropion SR a day.", "450 mg"),
        ("Venlafaxine XR 375 mg a day.", "375 mg a day"),
        ("Glucophage XR 2,550 mg daily", "2,550 mg daily"),
        ("Extended-release metformin may be raised to 2,550 mg a day.", "2,550 mg a day"),
        ("Seroquel XR 400 mg twice daily", "400 mg"),
        ("Wellbutrin XL 150 mg three times a day", "150 mg"),
        ("Clonidine ER 0.6 mg a day", "0.6 mg a day"),
        ("| Product | Maximum a day |\n|---|---|\n| Bupropion SR | 450 mg |", "450 mg"),
    ],
)
def test_a_mix_up_is_found(text: str, dose: str) -> None:
    assert shown(text, CHECK) == [dose]


@pytest.mark.parametrize(
    "text",
    [
        "Bupropion XL 450 mg a day.",
        "Bupropion SR 200 mg twice a day.",
        "Bupropion 300 mg a day.",
        "Venlafaxine 375 mg a day.",
        "Venlafaxine IR 375 mg a day.",
        "Metformin 850 mg three times a day.",
        "Metformin ER 1,000 mg twice a day.",
        "Clonidine 0.6 mg a day in divided doses.",
        "Bupropion XL 300 mg once a day, then bupropion SR 150 mg twice a day.",
        "SR tablets of bupropion end at 400 mg a day, XL tablets at 450 mg a day.",
        "Unlike the SR tablets, which stop at 400 mg, XL bupropion may be taken at 450 mg a day.",
        "More than 400 mg of bupropion SR a day raises the risk of seizures.",
        "Bupropion SR 700 mg a day.",
        "Quetiapine XR 400 mg in the evening.",
    ],
)
def test_what_the_release_allows_or_no_release_allows(text: str) -> None:
    assert findings(text, CHECK) == []


@pytest.mark.parametrize("text", ["Bupropion 450 mg a day.", "Bupropion extended-release 450 mg once daily."])
def test_the_bare_name_is_asked_for_its_release(text: str) -> None:
    (verdict,) = judged(text, CHECK)
    assert verdict.verdict == "not-checkable"
    assert verdict.evidence is not None
    assert "the release of" in verdict.evidence.computed
    assert {row["release"] for row in verdict.evidence.rows} == {"SR", "XL"}


def test_a_study_holds_it_back() -> None:
    (found,) = findings("In the trial, 450 mg of bupropion SR was given daily.", CHECK)
    assert found.held_back


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No single dose of Wellbutrin SR should go above 300 mg.", "300 mg"),
        ("Wellbutrin SR 300 mg at a time is fine.", "300 mg"),
    ],
)
def test_one_dose_has_its_own_ceiling(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "No single dose of Wellbutrin SR should go above 200 mg.",
        "Each dose of Wellbutrin SR is 150 mg.",
        "A single dose of Wellbutrin XL may be 450 mg.",
    ],
)
def test_one_dose_has_its_own_ceiling_or_not(text: str) -> None:
    assert shown(text, CHECK) == []
