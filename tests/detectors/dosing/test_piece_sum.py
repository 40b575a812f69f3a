"""Tablets a day, days, and a total: sums that do not agree, and totals of something else."""

from __future__ import annotations

import pytest
from speak import findings, judged, shown

CHECK = "tablets-arithmetic"


@pytest.mark.parametrize(
    "text",
    [
        "Take one capsule twice a day for 14 days, that is 20 capsules in total.",
        "Take two tablets three times a day for 5 days (24 tablets).",
        "Swallow one tablet a day for three weeks. That makes 20 tablets altogether.",
        "Take one tablet every 12 hours for 7 days, a total of 12 tablets.",
        "Use two lozenges four times a day for 3 days: 20 lozenges in all.",
        "Take one or two tablets a day for 10 days, 25 tablets in total.",
    ],
)
def test_it_is_found(text: str) -> None:
    assert shown(text, CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "Take one capsule twice a day for 14 days, that is 28 capsules in total.",
        "Take two tablets three times a day for 5 days (30 tablets).",
        "Take one tablet every 12 hours for 7 days, a total of 14 tablets.",
        "Take one or two tablets a day for 10 days, 15 tablets in total.",
        "Take two tablets on day one, then one tablet a day for four days: six tablets in all.",
        "Take one tablet a day for 7 days. The pack holds 10 tablets in total.",
        "Take one tablet a day for 7 days. Do not take 10 tablets at once.",
        "Take one tablet up to three times a day for 5 days, that is 15 tablets.",
        "Take two tablets a day for about a week, 12 tablets in total.",
        "Each box has 28 capsules. Take one capsule twice a day for 14 days.",
    ],
)
def test_a_near_miss_is_left_alone(text: str) -> None:
    assert not shown(text, CHECK)


def test_the_sum_is_shown_either_way() -> None:
    (finding,) = findings("Take one capsule twice a day for 14 days, that is 20 capsules in total.", CHECK)
    assert finding.evidence is not None
    assert finding.evidence.computed == "one capsule × twice a day × 14 days = 28, not 20"
    (judgement,) = judged("Take one capsule twice a day for 14 days, that is 28 capsules in total.", CHECK)
    assert judgement.verdict == "pass"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cefalexin 500 mg every 12 hours for seven days, that is 21 capsules of 500 mg.", "21 capsules"),
        ("Take one tablet three times a day for ten days: 20 tablets.", "20 tablets"),
    ],
)
def test_a_strength_may_stand_beside(text: str, expected: str) -> None:
    assert shown(text, CHECK) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Cefalexin 500 mg every 12 hours for seven days, that is 14 capsules of 500 mg.",
        "Cefalexin 500 mg every 12 hours for seven days, that is 28 capsules of 250 mg.",
        "Take one tablet three times a day for ten days: 30 tablets.",
    ],
)
def test_a_strength_may_stand_beside_or_not(text: str) -> None:
    assert shown(text, CHECK) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Take two tablets a day for 10 days; the box of 30 is empty on the last day.", "30"),
        ("Take one capsule twice a day for 5 days. The pack holds 14 capsules, just enough.", "14 capsules"),
    ],
)
def test_a_pack_that_is_the_course(text: str, words: str) -> None:
    assert shown(text, CHECK) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Take one capsule twice a day for 7 days. The pack holds 28 capsules, so you will have some left.",
        "Take one capsule twice a day for 7 days. The pack of 14 is exactly the whole course.",
        "Take one tablet a day for 7 days. The box of 30 costs exactly as much as two of 15.",
    ],
)
def test_a_pack_that_fits_or_is_not_the_course(text: str) -> None:
    assert shown(text, CHECK) == []
