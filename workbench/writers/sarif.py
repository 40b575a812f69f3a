"""SARIF 2.1.0, for code scanning and whatever else reads it; columns count code points, as our spans do.

A finding that is held back, decided or suppressed comes as a suppressed result, with the reason as its justification.
What was not checkable is no result: it is counted in the properties of the run, in the words of the summary.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from workbench import decisions
from workbench.model import Check, Finding, Report, Results, Severity, Unread, View
from workbench.tally import state, summary
from workbench.writers._parts import filled
from workbench.writers._sarif_rules import Rules
from workbench.writers.terminal import clean, where

NEEDS_TEXT = True  # columns are counted in the text of each article
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "workbenchFinding/v1"
_LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}
_ROOT = "%SRCROOT%"


def render(results: Results, view: View) -> Iterator[str]:
    """One log with one run, two spaces a level, in UTF-8 text with a final line end."""
    rules = Rules(_explained(results.checks, (one for report in results.reports for one in report.findings)))
    run = {
        "tool": {"driver": {"name": "workbench", "version": results.version, "rules": rules.described()}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which the checks were run."}}},
        "invocations": [_invocation(results)],
        "results": [],
        "properties": {
            "asOf": results.as_of.isoformat(),
            "country": results.country,
            "summary": list(summary(results)),
        },
    }
    whole = _formatted({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})
    found = (_formatted(_result(report, one, rules)) for report in results.reports for one in report.findings)
    yield from filled(whole, "results", found, 3)
    yield "\n"


def _formatted(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _explained(checks: Iterable[Check], findings: Iterable[Finding]) -> dict[str, Check | Finding]:
    """What explains each rule that fired: its check, or where there is none (a suppression) the finding itself."""
    known = {check.id: check for check in checks}
    return {finding.check: known.get(finding.check, finding) for finding in findings}


def _result(report: Report, finding: Finding, rules: Rules) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rules.index(finding.check),
        "level": _LEVEL[finding.severity],
        "message": {"text": _message(f"{finding.message} {finding.advice}".strip())},
        "locations": [_location(report, finding)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        "suppressions": _suppressions(finding),
        "properties": {"confidence": finding.confidence, "category": finding.category},
    }
    if finding.decision is not None:
        result["properties"]["decision"] = clean(decisions.told(finding.decision))
    return result


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    how = state(finding)
    if how == "open":
        return []
    if how == "held back" or finding.decision is None:
        cues = "; ".join(f"{flag.flag}: “{clean(flag.cue)}”" for flag in finding.context)
        return [
            {"kind": "external", "status": "accepted", "justification": f"Held back by its context. {cues}".strip()}
        ]
    kind = "inSource" if how == "suppressed" else "external"
    words = clean(f"{decisions.told(finding.decision)}: {finding.decision.reason}")
    return [{"kind": kind, "status": "accepted", "justification": words}]


def _location(report: Report, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(report.path)}
    if finding.place is not None:
        return {"physicalLocation": physical, "message": {"text": where(finding)}}
    if finding.start is not None and finding.end is not None and finding.line is not None:
        physical["region"] = _region(report.text, finding.start, finding.end, finding.line)
        physical["region"]["snippet"] = {"text": clean(finding.text)}
    return {"physicalLocation": physical}


def _region(text: str, start: int, end: int, line: int) -> dict[str, Any]:
    """The span by lines and columns, both from 1; the end column is that behind the last character."""
    if not text:
        return {"startLine": line}
    last = line + text.count("\n", start, end)
    return {
        "startLine": line,
        "startColumn": start - text.rfind("\n", 0, start),
        "endLine": last,
        "endColumn": end - text.rfind("\n", 0, end),
    }


def _artifact(path: str) -> dict[str, str]:
    plain = path.removeprefix("./")
    if PurePosixPath(plain).is_absolute():
        return {"uri": "file://" + quote(plain)}
    drive = re.match(r"[A-Za-z]:/", plain)
    return {"uri": "file:///" + quote(plain, safe="/:")} if drive else {"uri": quote(plain), "uriBaseId": _ROOT}


def _invocation(results: Results) -> dict[str, Any]:
    failed = [engine for engine in results.engines if engine.state == "failed"]
    told = [_not_read(unread) for unread in results.unread]
    told += [_notification(f"Not verified: {engine.name}: {engine.reason}") for engine in failed]
    return {"executionSuccessful": not told, "toolExecutionNotifications": told}


def _not_read(unread: Unread) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": _artifact(unread.path)}}
    return {**_notification(f"Not read: {unread.message}"), "locations": [place]}


def _notification(text: str) -> dict[str, Any]:
    return {"level": "error", "message": {"text": _message(text)}}


def _message(text: str) -> str:
    """Text that no reader takes for a link or a placeholder: the two forms that a plain message gives a meaning to."""
    text = re.sub(r"\{(\d+)\}", r"{{\1}}", clean(text))
    return re.sub(r"[\[\]]", r"\\\g<0>", text) if "](" in text else text
