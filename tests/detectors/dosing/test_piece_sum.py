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
