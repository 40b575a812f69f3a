"""What check files say of how often they are right holds on the judged texts of this repository, today."""

from __future__ import annotations

from functools import cache

import pytest
from speak import AS_OF, REPOSITORY, content

from workbench.check_desk import labels, measuring
from workbench.check_desk.desk import CheckDesk
from workbench.model import Check

WHERE = "tests/judged/kept"
FLOORS = {  # share found of what an editor has to flag: a little below what these texts gave at first sight
    "citation-retracted": 0.93, "dosing-out-of-range": 0.58, "library-drift": 0.75, "marketing-absolute": 0.53,
    "marketing-hype": 0.64, "marketing-urgency-or-testimonial": 0.5, "regulatory-wrong": 0.5,
    "stigmatising-language": 0.85, "terminology-error": 0.5, "vague-citation": 0.88,
}  # fmt: skip
TRAPS = 0.05  # share of near misses on whole pages that may be hit


@cache
def measured() -> measuring.Measured:
    return measuring.held(CheckDesk(REPOSITORY, AS_OF), labels.read(REPOSITORY / WHERE))


def _checks() -> list[object]:
    return [pytest.param(check, id=check.id) for check in content().checks]


@pytest.mark.parametrize("check", _checks())
def test_the_share_in_the_file_is_true(check: Check) -> None:
    counted = measured().right.get(check.id)
    told = check.measured
    assert (told is None) == (counted is None), "write it with: workbench measure tests/judged --write"
    if told is not None and counted is not None:
        assert (told.right, told.of, told.where) == (counted.right, counted.of, WHERE)


@pytest.mark.parametrize(("category", "floor"), FLOORS.items())
def test_what_editors_flag_is_found(category: str, floor: float) -> None:
    share = measured().found[category]
    assert share.right >= floor * share.of


def test_traps_stay_silent() -> None:
    traps = measured().traps.values()
    assert sum(share.right for share in traps) <= TRAPS * sum(share.of for share in traps)
