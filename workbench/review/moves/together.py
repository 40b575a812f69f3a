"""One cause, one decision: the same check on the same block, or the same missing element of a template, at once."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.review.moves import phrases, sampling
from workbench.review.moves.cases import FindingCase
from workbench.review.moves.judging import judge
from workbench.review.moves.terms import DECIDERS, USUAL, House, Refused, Ruling, Step

MOST = 25
ACTIONS = ("fix", "withdraw", "dismiss", "accept", "undo")
_APPROVAL = ("regulatory-wrong", "disclaimer-missing:off-label", "disclaimer-missing:regulatory-status",
             "disclaimer-missing:supplement-fda")  # fmt: skip
_SAFETY = ("marketing-absolute", "disclaimer-missing:crisis-line", "disclaimer-missing:urgent-help",
           "disclaimer-missing:risk", "disclaimer-missing:medical-advice")  # fmt: skip
_CLAIMS = ("dosing", "safety", "regulatory")


def judge_together(cases: Sequence[FindingCase], step: Step, house: House = USUAL) -> tuple[Ruling, ...]:
    """What one decision leads to for each of these findings, in their order; all or none.

    Raises:
        Refused: they are not one cause, or too many, or one of them has to be decided singly; says who can.
    """
    able = phrases.people(DECIDERS)
    problem = _problem(cases, step)
    if problem:
        raise Refused(f"{problem}; {able} can decide them one by one.", DECIDERS)
    return tuple(judge(case, step, house) for case in cases)


def is_grave(case: FindingCase) -> bool:
    """An error about dose, safety or approval: by its topic, its category, or the claim under it."""
    about = sampling.is_dosing(case) or case.topic == "regulatory" or case.category in (*_APPROVAL, *_SAFETY)
    return case.severity == "error" and (about or any(touched in _CLAIMS for touched in case.touches))


def _problem(cases: Sequence[FindingCase], step: Step) -> str:
    if not cases:
        return "No finding was chosen"
    if step.action not in ACTIONS:
        return f"“{step.action}” is not done to several findings at once"
    if len(cases) > MOST:
        return f"These are {len(cases)} findings, at most {MOST} are decided at a time"
    if len({case.cause for case in cases}) > 1 or not cases[0].cause:
        return "These findings do not have one cause"
    if step.action == "undo":
        return ""
    if step.reason == "other":
        return "“Other” is no reason for several findings at once"
    if any(is_grave(case) for case in cases):
        return "An error about dose, safety or approval is never decided together with others"
    return ""
