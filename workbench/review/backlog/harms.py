"""The first wave: which checks are sure enough about what can hurt a reader to bring a page in at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from workbench.forms import CASES
from workbench.model import Check
from workbench.review.trust import Trust

SHARE = Decimal("0.95")
_CHECKS = {
    "abrupt-stop": "abrupt stop",
    "clinic-only-at-home": "clinic-only product at home",
    "approval-that-does-not-exist": "false approval",
    "compounded-as-approved": "false approval",
    "facility-or-supplement-approved": "false approval",
}
_CATEGORIES = {"citation-retracted": "retraction", "dosing-out-of-range": "dose", "dosing-unit": "dose"}


class Sure(Struct, frozen=True):
    """The checks that count, with the harm each is about; and those left out, with the reason, by title."""

    counted: Mapping[str, str]
    left_out: tuple[tuple[str, str], ...]


def harm_of(check: Check) -> str:
    """Which of the five harms a check is about; "" = none of them."""
    return _CHECKS.get(check.id) or _CATEGORIES.get(check.category, "")


def sure(checks: Iterable[Check], trusts: Mapping[str, Trust]) -> Sure:
    """The checks about these harms that were right in at least 95 % of at least 30 judged cases.

    Args:
        checks: the loaded ones.
        trusts: what the people of the newsroom said of each; it can only take a check out.
    """
    counted: dict[str, str] = {}
    left_out = []
    for check in sorted(checks, key=lambda one: one.id):
        harm = harm_of(check)
        why = _why_not(check, trusts.get(check.id, Trust())) if harm else ""
        if why:
            left_out.append((check.title, f"{harm}; {why}"))
        elif harm:
            counted[check.id] = harm
    return Sure(counted, tuple(left_out))


def _why_not(check: Check, trust: Trust) -> str:
    measured = check.measured
    if measured is None:
        return "how often it is right was never measured"
    if measured.of < CASES:
        return f"right {measured.right} of {measured.of} times, and {CASES} cases are needed"
    if measured.right < SHARE * measured.of:
        return f"right {measured.right} of {measured.of} times, and 95 % are needed"
    if trust.of >= CASES and trust.right < SHARE * trust.of:
        return f"right {trust.right} of {trust.of} times in this newsroom, and 95 % are needed"
    return ""
