"""What the queue shows of an article's findings, worked out whenever they change, so that a page of it is one query."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from msgspec import Struct

from workbench.model import SEVERITIES, Confidence, Finding, Severity
from workbench.review.standing import Settled
from workbench.review.tables import UNDECIDED, WAITING

FAILED = "check-failed"  # category of what is told where a check could not answer
_FIRST = 3  # findings that a row of the queue shows
_CHECKS = 2  # checks that its reason names


class Shown(Struct, frozen=True):
    """A finding in a row of the queue."""

    check: str
    severity: Severity
    text: str


class Kind(Struct, frozen=True, array_like=True):
    """Findings to decide of one check, alike in severity and confidence, and how many they are."""

    check: str
    topic: str
    severity: Severity
    confidence: Confidence
    number: int


class Glance(Struct, frozen=True):
    """An article's findings at a glance.

    `decided` says whether anything was settled, `failed` how many checks could not answer; those are no `kinds`, which
    are empty too where an older program stored this.
    """

    first: tuple[Shown, ...] = ()
    checks: tuple[str, ...] = ()
    topics: dict[str, int] = {}
    decided: bool = False
    failed: int = 0
    kinds: tuple[Kind, ...] = ()


def columns(settled: Iterable[Settled], since: Iterable[str], decided: bool = False) -> dict[str, Any]:
    """The columns of `articles` that say what waits.

    Args:
        settled: the findings that the text has, by place.
        since: beside each, the day on which it came into its state.
        decided: whether anything was settled that the text no longer has.
    """
    counted = [(item, day) for item, day in zip(settled, since, strict=True) if not item.finding.held_back]
    open_ = [(item.finding, day) for item, day in counted if item.state in UNDECIDED]
    open_.sort(key=lambda pair: SEVERITIES.index(pair[0].severity))
    topics: dict[str, int] = {}
    for finding, _ in open_:
        topics[finding.topic] = topics.get(finding.topic, 0) + 1
    glance = Glance(
        first=tuple(Shown(found.check, found.severity, found.sentence or found.text) for found, _ in open_[:_FIRST]),
        checks=tuple(dict.fromkeys(finding.check for finding, _ in open_))[:_CHECKS],
        topics=dict(sorted(topics.items())),
        decided=decided or any(item.state not in UNDECIDED for item, _ in counted),
        failed=sum(finding.category == FAILED for finding, _ in open_),
        kinds=tuple(kinds(finding for finding, _ in open_)),
    )
    numbers = {severity: sum(found.severity == severity for found, _ in open_) for severity in SEVERITIES}
    return {
        "errors": numbers["error"],
        "warnings": numbers["warning"],
        "notes": numbers["note"],
        "waiting": sum(item.state in WAITING for item, _ in counted),
        "oldest": min((day for _, day in open_), default=""),
        "glance": msgspec.json.encode(glance).decode(),
    }


def kinds(found: Iterable[Finding]) -> list[Kind]:
    """Findings to decide by check, severity and confidence, in the order in which they come."""
    numbers: dict[tuple[str, str, Severity, Confidence], int] = {}
    for finding in found:
        if finding.category != FAILED:
            key = (finding.check, finding.topic, finding.severity, finding.confidence)
            numbers[key] = numbers.get(key, 0) + 1
    return [Kind(*key, number) for key, number in numbers.items()]


def read(stored: str) -> Glance:
    """What `columns` stored; an empty one where nothing was."""
    return msgspec.json.decode(stored, type=Glance) if stored else Glance()
