"""Harm now: only checks about five harms, and only those seen to be right in 95 % of 30 cases and more."""

from __future__ import annotations

import pytest

from workbench.model import Check, Measured
from workbench.review.backlog import harms
from workbench.review.trust import Trust


def check(right: int, of: int, name: str = "single-dose", category: str = "dosing-out-of-range") -> Check:
    measured = Measured(right, of, "2026-11-25", "labels") if of else None
    return Check(name, "dosing", "A dose", category, "phrase", "warning", "high", "m", "w", "a", (), measured=measured)


@pytest.mark.parametrize(("right", "of"), [(30, 30), (38, 40), (57, 60), (95, 100)])
def test_what_was_right_often_enough_counts(right: int, of: int) -> None:
    assert harms.sure([check(right, of)], {}) == harms.Sure({"single-dose": "dose"}, ())


@pytest.mark.parametrize(
    ("right", "of", "why"),
    [
        (37, 40, "right 37 of 40 times, and 95 % are needed"),
        (28, 30, "right 28 of 30 times, and 95 % are needed"),
        (94, 100, "right 94 of 100 times, and 95 % are needed"),
        (29, 29, "right 29 of 29 times, and 30 cases are needed"),
        (1, 1, "right 1 of 1 times, and 30 cases are needed"),
        (0, 0, "how often it is right was never measured"),
    ],
)
def test_what_was_not_is_left_out_and_listed(right: int, of: int, why: str) -> None:
    assert harms.sure([check(right, of)], {}) == harms.Sure({}, (("A dose", f"dose; {why}"),))


def test_what_people_here_said_can_only_take_a_check_out() -> None:
    sure, unsure = check(40, 40), check(10, 40)
    assert not harms.sure([sure], {"single-dose": Trust(28, 30)}).counted
    assert harms.sure([sure], {"single-dose": Trust(0, 29)}).counted  # too few said so
    assert harms.sure([sure], {"single-dose": Trust(57, 60)}).counted
    assert not harms.sure([unsure], {"single-dose": Trust(60, 60)}).counted


@pytest.mark.parametrize(
    ("name", "category", "harm"),
    [
        ("abrupt-stop", "dosing-out-of-range", "abrupt stop"),
        ("clinic-only-at-home", "dosing-out-of-range", "clinic-only product at home"),
        ("approval-that-does-not-exist", "regulatory-wrong", "false approval"),
        ("retracted-source", "citation-retracted", "retraction"),
        ("of-the-newsroom", "dosing-unit", "dose"),
        ("protocol-without-dose", "dosing-incomplete", ""),
        ("schedule-wrong", "regulatory-wrong", ""),
        ("miracle-cure", "marketing-absolute", ""),
        ("weak-source", "vague-citation", ""),
    ],
)
def test_the_harms(name: str, category: str, harm: str) -> None:
    assert harms.harm_of(check(40, 40, name, category)) == harm
    assert harms.sure([check(40, 40, name, category)], {}).counted == ({name: harm} if harm else {})
