"""Findings → a risk of 0 to 100 with its parts; pure.

Points say how much harm an open finding can do; the same check counts less each time it fires again, since the tenth
uncited sentence tells an editor little that the first did not. The score approaches 100 and never falls when a
finding is added.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from workbench.model import Confidence, Finding, Judgement, Risk, Severity

_POINTS: dict[Severity, int] = {"error": 40, "warning": 12, "note": 3}
_CONFIDENCE: dict[Confidence, Fraction] = {"high": Fraction(1), "medium": Fraction(7, 10), "low": Fraction(3, 10)}
_HALF_WAY = 60  # points at which the risk is 50: one error and two sure warnings


def of(findings: Iterable[Finding], verdicts: Iterable[Judgement]) -> Risk:
    """The risk of one article.

    Args:
        findings: all findings; those held back or closed by a decision do not count.
        verdicts: all verdicts; those not checkable are counted as unknowns beside the score, never inside it.

    Returns:
        Score, the whole points of each topic (largest first; they do not add up to the score), and the unknowns.
    """
    topics: dict[str, Fraction] = {}
    times: dict[str, int] = {}
    for finding in sorted((f for f in findings if is_open(f)), key=_rank):
        times[finding.check] = times.get(finding.check, 0) + 1
        topics[finding.topic] = topics.get(finding.topic, Fraction(0)) + _points(finding) / times[finding.check]
    total = sum(topics.values(), Fraction(0))
    parts = sorted(((topic, round(points)) for topic, points in topics.items()), key=lambda part: (-part[1], part[0]))
    unknowns = sum(judgement.verdict == "not-checkable" for judgement in verdicts)
    return Risk(round(100 * total / (total + _HALF_WAY)), tuple(parts), unknowns)


def is_open(finding: Finding) -> bool:
    """Whether a finding still waits for somebody: not held back, and not closed by a decision."""
    return not finding.held_back and (finding.decision is None or finding.decision.state == "changed")


def _rank(finding: Finding) -> tuple[Fraction, str, str]:
    """Gravest first; equal ones in an order that does not depend on where they stand."""
    return -_points(finding), finding.check, finding.topic


def _points(finding: Finding) -> Fraction:
    return _POINTS[finding.severity] * _CONFIDENCE[finding.confidence]
