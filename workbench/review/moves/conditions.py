"""When a row applies: conditions on the case and the step, by the words that the table prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from workbench.decisions import READING
from workbench.review.moves.approvals import other_stands
from workbench.review.moves.cases import Case, ClaimCase, FindingCase
from workbench.review.moves.terms import Step

EDITORS_CLAIMS = ("statistic", "cost", "prevalence")  # types whose sources an editor can judge

_Condition = Callable[[Any, Step], bool]


def _is_error(case: FindingCase, step: Step) -> bool:
    return case.severity == "error"


def _is_less(case: FindingCase, step: Step) -> bool:
    return case.severity != "error"


def _about_reading(case: FindingCase, step: Step) -> bool:
    return step.reason in READING


def _medical_proposed(case: Case, step: Step) -> bool:
    return case.last is not None and "medical reviewer" in case.last.roles


def _editors_claim(case: ClaimCase, step: Step) -> bool:
    return case.type in EDITORS_CLAIMS


CONDITIONS: dict[str, _Condition] = {
    "an error": _is_error,
    "a warning or a note": _is_less,
    "a reason about the reading": _about_reading,
    "a medical reviewer proposed": _medical_proposed,
    "a statistic, cost or prevalence": _editors_claim,
    "the other approval stands": other_stands,
}
