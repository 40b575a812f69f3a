"""Findings → a risk of 0 to 100 with its parts; pure.

    points of a finding = HARM[severity] × SURE[confidence] × reach of the claim it stands on
    points of a check   = its gravest finding + its next one / 2 + its third / 3 …
    points of a page    = its checks + CONFLICT × (1 + 1/2 + 1/3 … for each matter that another page tells differently)
                        + UNREVIEWED × share of its sentences that no approval covers + AGE × days / (days + A_YEAR)
    score               = 100 × points / (points + HALF_WAY)

    reach               = ACTED_ON[type], nothing more for a hedged claim × HEADLINE in a heading × (2 - 1/pages that
                          tell it); 1 for a finding that stands on no claim, as a missing statement does

Points say how much harm an open finding can do. The same check counts less each time it fires again, since the tenth
uncited sentence tells an editor little that the first did not; every missing statement is a check of its own and counts
in full. Nothing that is found, grows worse, reaches further, loses its review or grows older lowers the score, and it
approaches 100. What could not be checked is counted beside the score, never inside it, and keeps a page out of the
lowest band.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import accumulate

from msgspec import Struct

from workbench.model import Claim, ClaimType, Confidence, Finding, Judgement, Risk, Severity

HARM: Mapping[Severity, int] = {"error": 40, "warning": 12, "note": 3}
SURE: Mapping[Confidence, Fraction] = {"high": Fraction(1), "medium": Fraction(7, 10), "low": Fraction(3, 10)}
ACTED_ON: Mapping[ClaimType, Fraction] = {
    "dosing": Fraction(3, 2),
    "safety": Fraction(3, 2),
    "regulatory": Fraction(3, 2),
    "efficacy": Fraction(5, 4),
    "comparative": Fraction(5, 4),
}  # what readers do something about; any other type: 1
HEADLINE = Fraction(5, 4)  # read by those who read nothing else
CONFLICT = 12  # as a sure warning
UNREVIEWED = 15  # the whole text: as much as makes a page leave the lowest band
AGE = 6  # at most: as two sure notes
A_YEAR = 365  # days after which half of `AGE` counts
HALF_WAY = 60  # points at which the risk is 50: one error and two sure warnings
BANDS = (20, 50, 80)  # scores at which the second, third and fourth band begin

_ONE = Fraction(1)
_POINTS = {(severity, confidence): harm * sure for severity, harm in HARM.items() for confidence, sure in SURE.items()}

CONFLICTS, UNREVIEWED_TEXT, AGE_OF_TEXT = "conflicts", "unreviewed text", "age"  # parts that are no topic


class Around(Struct, frozen=True):
    """What is known of a page beside its findings; nothing of it is known by default, and adds nothing.

    `claims` are the page's own, and `pages` says for a claim's id how many pages tell it. `conflicts` counts the
    matters that another page tells differently. `unreviewed` is the share of sentences (0 to 1) that no approval
    covers, and `age` the days since the text was last reviewed, or else since it came.
    """

    claims: tuple[Claim, ...] = ()
    pages: Mapping[str, int] = {}
    conflicts: int = 0
    unreviewed: Fraction = Fraction(0)
    age: int = 0


ALONE = Around()


def of(findings: Iterable[Finding], verdicts: Iterable[Judgement], around: Around = ALONE) -> Risk:
    """The risk of one article.

    Args:
        findings: all findings; those held back or closed by a decision do not count.
        verdicts: all verdicts; those not checkable are counted as unknowns beside the score, never inside it.
        around: what else is known of the page.

    Returns:
        Score, the whole points of each topic and of what is around (largest first; they do not add up to the score),
        and the unknowns.
    """
    reach = _reach(around)
    parts = _around(around)
    times: dict[str, int] = {}
    weighed = ((_points(finding, reach), finding) for finding in findings if is_open(finding))
    for points, finding in sorted(weighed, key=_rank):
        times[finding.check] = times.get(finding.check, 0) + 1
        parts[finding.topic] = parts.get(finding.topic, Fraction(0)) + points / times[finding.check]
    total = sum(parts.values(), Fraction(0))
    shown = sorted(((name, round(points)) for name, points in parts.items()), key=lambda part: (-part[1], part[0]))
    unknowns = sum(judgement.verdict == "not-checkable" for judgement in verdicts)
    return Risk(round(100 * total / (total + HALF_WAY)), tuple(shown), unknowns)


def is_open(finding: Finding) -> bool:
    """Whether a finding still waits for somebody: not held back, and not closed by a decision."""
    return not finding.held_back and (finding.decision is None or finding.decision.state == "changed")


def band(risk: Risk) -> int:
    """The band of a risk, 0 (lowest) to 3; a page with unknowns is never in the lowest."""
    return max(bisect_right(BANDS, risk.score), 1 if risk.unknowns else 0)


def reach_of(claim: Claim, pages: int = 1) -> Fraction:
    """How far a claim reaches, 1 or more: whether readers act on it, who reads it, and how many pages tell it."""
    reach = ACTED_ON.get(claim.type, _ONE) if claim.certainty != "hedged" else _ONE
    if any(flag.flag == "heading" for flag in claim.context):
        reach *= HEADLINE
    return reach * (2 - Fraction(1, pages)) if pages > 1 else reach


def _reach(around: Around) -> Callable[[Finding], Fraction]:
    """The reach of the claim that a finding stands on, of the farthest where there are several."""
    claims = sorted(around.claims, key=lambda claim: claim.start)
    starts = [claim.start for claim in claims]
    ends = list(accumulate((claim.end for claim in claims), max))
    pages = around.pages

    def reach(finding: Finding) -> Fraction:
        start, end = finding.start, finding.end
        if start is None or end is None:
            return _ONE
        near = claims[bisect_right(ends, start) : bisect_left(starts, end)]
        return max((reach_of(claim, pages.get(claim.id, 1)) for claim in near if claim.end > start), default=_ONE)

    return reach


def _around(around: Around) -> dict[str, Fraction]:
    if not 0 <= around.unreviewed <= 1:
        raise ValueError(f"the unreviewed share is {around.unreviewed}; it lies between 0 and 1")
    age = max(0, around.age)  # a clock that went backwards makes nothing younger than new
    parts = {
        CONFLICTS: sum((Fraction(CONFLICT, time) for time in range(1, around.conflicts + 1)), Fraction(0)),
        UNREVIEWED_TEXT: UNREVIEWED * Fraction(around.unreviewed),
        AGE_OF_TEXT: AGE * Fraction(age, age + A_YEAR),
    }
    return {name: points for name, points in parts.items() if points}


def _rank(weighed: tuple[Fraction, Finding]) -> tuple[Fraction, str, str]:
    """Gravest first; equal ones in an order that does not depend on where they stand."""
    points, finding = weighed
    return -points, finding.check, finding.topic


def _points(finding: Finding, reach: Callable[[Finding], Fraction]) -> Fraction:
    return _POINTS[finding.severity, finding.confidence] * reach(finding)
