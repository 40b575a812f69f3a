"""One cause, one decision: what findings count as, and how many decisions they take."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from workbench.fingerprint import normalised
from workbench.model import Severity
from workbench.review.backlog import pool
from workbench.review.backlog.pool import Cause, Use

FOOTER = "Our drops are a wonder. Individual results may vary. Ask us anything."


@dataclass
class Kind:
    """What kind of finding it is."""

    severity: Severity = "warning"
    topic: str = "marketing"
    category: str = "marketing-hype"


def uses(number: int, kind: Kind, sentence: str = "Our drops are a wonder.") -> tuple[Use, ...]:
    return tuple(
        Use(f"p{index}", f"{index:016x}", "a-check", kind.topic, kind.category, kind.severity, sentence, "cause")
        for index in range(number)
    )


@pytest.mark.parametrize(
    ("number", "kind", "declared", "findings", "decisions"),
    [
        (1, Kind(), "", 1, 1),
        (25, Kind(), "", 1, 1),
        (26, Kind(), "", 1, 2),
        (2000, Kind(), "", 1, 80),
        (2000, Kind(), "footer", 1, 1),
        (30, Kind("error"), "", 1, 2),  # an error, but about none of the three
        (30, Kind("error", "dosing", "dosing-unit"), "", 30, 30),
        (30, Kind("error", "regulatory", "regulatory-wrong"), "", 30, 30),
        (30, Kind("error", "disclaimers", "disclaimer-missing:crisis-line"), "", 30, 30),
        (30, Kind("error", "dosing", "dosing-unit"), "footer", 30, 30),  # declared, and still too grave
        (30, Kind("warning", "dosing", "dosing-unit"), "", 1, 2),
    ],
)
def test_what_it_counts_as(number: int, kind: Kind, declared: str, findings: int, decisions: int) -> None:
    cause = Cause(uses(number, kind), declared)
    assert (cause.findings(), cause.decisions()) == (findings, decisions)


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("Our drops are a wonder.", "footer"),
        ("our  drops ARE a wonder.", "footer"),
        ("Individual results may vary.", "footer"),
        ("Our drops are a miracle.", ""),
        ("Our drops are a wonder, says Ana Example.", ""),
        ("", ""),  # the whole page lacks something; no text says so
    ],
)
def test_what_lies_inside_a_declared_text(sentence: str, where: str) -> None:
    (cause,) = pool.causes(uses(2, Kind(), sentence), {normalised(FOOTER): "footer"})
    assert cause.declared == where


def test_pages_that_are_left_out_do_not_count() -> None:
    (cause,) = pool.causes(uses(3, Kind()), {}, but={"p1"})
    assert [use.article for use in cause.uses] == ["p0", "p2"]
