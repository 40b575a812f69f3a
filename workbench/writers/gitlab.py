"""GitLab's code quality report: a list of open findings that a merge request compares with its target branch.

GitLab knows no finding that is closed, so those held back, decided or suppressed are left out; the summary counts them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from workbench.fingerprint import digest
from workbench.model import Finding, Report, Results, Severity, Unread, View
from workbench.risk import is_open
from workbench.tally import blocks
from workbench.writers._parts import array
from workbench.writers.terminal import clean, where

_SEVERITY: dict[Severity, str] = {"error": "critical", "warning": "major", "note": "info"}
_BLOCKS = "blocker"  # whatever stops at the gate of this run


def render(results: Results, view: View) -> Iterator[str]:
    """A JSON array, two spaces a level; an article that could not be read blocks."""
    yield from array((json.dumps(issue, ensure_ascii=False, indent=2) for issue in _issues(results)), 0)
    yield "\n"


def _issues(results: Results) -> Iterator[dict[str, Any]]:
    yield from map(_unread, results.unread)
    for report in results.reports:
        for finding in report.findings:
            if is_open(finding):
                yield _issue(report, finding, blocks(finding, results))


def _issue(report: Report, finding: Finding, blocking: bool) -> dict[str, Any]:
    words = f" “{clean(finding.text)}”" if finding.text else ""
    aside = f" ({where(finding)})" if finding.place is not None else ""
    return {
        "description": f"{clean(finding.message)}{words}{aside} {clean(finding.advice)}",
        "check_name": finding.check,
        # Two articles may share a sentence and so a fingerprint; here every line of the list needs a name of its own.
        "fingerprint": digest("gitlab", _path(report.path), finding.check, finding.fingerprint),
        "severity": _BLOCKS if blocking else _SEVERITY[finding.severity],
        "location": {"path": _path(report.path), "lines": {"begin": _line(finding)}},
    }


def _unread(unread: Unread) -> dict[str, Any]:
    return {
        "description": f"Not read: {clean(unread.message)}",
        "check_name": "not-read",
        "fingerprint": digest("gitlab", _path(unread.path), "not-read"),
        "severity": _BLOCKS,
        "location": {"path": _path(unread.path), "lines": {"begin": 1}},
    }


def _line(finding: Finding) -> int:
    return 1 if finding.line is None or finding.place is not None else finding.line


def _path(path: str) -> str:
    return clean(path).removeprefix("./")
