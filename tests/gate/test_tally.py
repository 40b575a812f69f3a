"""What every run says of itself: what blocks, what is closed by what, what is not checked, how old decisions are."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from repository import HARM, run
from speak import findings

from workbench.model import Decision, Finding, Gate, Ledger, Report, Results, Risk, Unread
from workbench.tally import age, aside, blocks, state, summary

DAY = date(2026, 11, 25)


def finding(**changes: Any) -> Finding:
    return msgspec.structs.replace(findings(HARM, "absolute-safety")[0], confidence="medium", **changes)


def results(*found: Finding, **changes: Any) -> Results:
    report = Report("a.md", "A", 4, (), found, (), Risk(0, (), 3))
    return msgspec.structs.replace(Results("1", DAY, "US", (report,), ()), **changes)


@pytest.mark.parametrize(
    ("severity", "confidence", "fail_on", "min_confidence", "stops"),
    [
        ("error", "medium", "error", "medium", True), ("error", "low", "error", "medium", False),
        ("error", "low", "error", "low", True), ("error", "medium", "error", "high", False),
        ("warning", "high", "error", "medium", False), ("warning", "high", "warning", "medium", True),
        ("note", "high", "warning", "low", False), ("note", "high", "note", "high", True),
        ("error", "high", "never", "low", False),
    ],
)  # fmt: skip
def test_what_blocks(severity: str, confidence: str, fail_on: str, min_confidence: Any, stops: bool) -> None:
    found = msgspec.structs.replace(finding(severity=severity), confidence=confidence)
    assert blocks(found, results(gate=Gate(fail_on, min_confidence))) == stops


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "open"), ({"held_back": True}, "held back"),
        ({"decision": Decision("dismissed", "other", "ines", "2026-11-01")}, "decided"),
        ({"decision": Decision("baseline", "other", "ines", "2026-11-01")}, "decided"),
        ({"decision": Decision("suppressed", "other", "ines", "")}, "suppressed"),
        ({"decision": Decision("changed", "other", "ines", "2026-11-01")}, "open"),
        ({"held_back": True, "decision": Decision("changed", "other", "ines", "2026-11-01")}, "held back"),
    ],
)  # fmt: skip
def test_what_a_finding_is_and_that_only_an_open_one_blocks(changes: dict[str, Any], told: str) -> None:
    found = finding(**changes)
    assert state(found) == told
    assert blocks(found, results(gate=Gate("note", "low"))) == (told == "open")


def test_the_counts_of_what_is_closed() -> None:
    told = aside(Counter({"held back": 2, "suppressed": 1, "open": 9}))
    assert told == "2 held back, 0 decided, 1 suppressed in the text"


@pytest.mark.parametrize(
    ("newest", "says"),
    [
        ("2026-11-25", "0 days old"), ("2026-11-24", "1 day old"), ("2025-11-25", "365 days old"),
        ("2026-12-01", "of a later day"),
    ],
)  # fmt: skip
def test_how_old_the_newest_decision_is(newest: str, says: str) -> None:
    told = age(results(ledger=Ledger(3, "2025-01-01", newest)))
    assert told == f"3 decisions read, made from 2025-01-01 to {newest}; the newest is {says}."


def test_no_decisions_are_told_as_none() -> None:
    assert age(results()).startswith("No decisions were read")


def test_the_summary_counts_what_was_not_checked_and_not_read() -> None:
    told = " ".join(summary(results(finding(severity="error"), unread=(Unread("b.md", "no"),))))
    assert "1 article: 1 error, 0 warnings, 0 notes; 1 finding at the gate" in told
    assert "3 not checkable, 1 not read" in told


@pytest.mark.parametrize(
    ("format_", "in_log", "in_file"),
    [
        ("sarif", True, True), ("junit", True, True), ("gitlab", True, False), ("json", False, False),
        ("github", False, True), ("html", False, True), ("terminal", False, True),
    ],
)  # fmt: skip
def test_where_the_summary_stands(tmp_path: Path, format_: str, in_log: bool, in_file: bool) -> None:
    (tmp_path / "a.md").write_text(HARM, encoding="utf-8")
    done = run("check", "a.md", "--format", format_, "--output", "out", cwd=tmp_path)
    told = (tmp_path / "out").read_text(encoding="utf-8")
    says = "Not shown as open: 0 held back, 0 decided, 0 suppressed in the text;"
    assert (says in done.stderr, says in told) == (in_log, in_file)
    assert ("No decisions were read" in told) == in_file
