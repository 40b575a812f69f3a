"""Annotations for a GitHub workflow: gravest first, ten of a level as GitHub shows them, the rest in a folded list.

A runner obeys a line that begins with `::`, and in any line what begins with `##[`. Words of an article stand only
where they are data: escaped inside an annotation, or behind words of ours with `##[` taken apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model import SEVERITIES, Finding, Report, Results, Severity, View
from workbench.risk import is_open
from workbench.tally import blocks, by_severity, counted, stops, summary
from workbench.writers.terminal import clean, where

CAP = 10  # annotations of one level that GitHub shows for a step
_LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def render(results: Results, view: View) -> Iterator[str]:
    """Workflow commands, one a line, then what they leave out and the summary as plain lines of the log."""
    for line in _lines(results):
        yield f"{line}\n"


def _lines(results: Results) -> Iterator[str]:
    for number, unread in enumerate(results.unread):
        if number < CAP:
            yield _command("error", {"file": _path(unread.path), "title": "Not read"}, _flat(unread.message))
        else:
            yield _plain(f"Not read: {unread.path}: {unread.message}")
    room = dict.fromkeys(SEVERITIES, CAP)
    room["error"] = max(0, CAP - len(results.unread))
    shown = dict(room)
    for report, finding in _gravest_first(results, room):
        yield _annotation(report, finding)
    yield from _rest(results, shown)
    yield from map(_plain, (*_failed(results), *summary(results)))


def _gravest_first(results: Results, room: dict[Severity, int]) -> Iterator[tuple[Report, Finding]]:
    """Open findings of each severity, as many as there is room for; those that block first."""
    for blocking, severity in _kinds(results):
        for report, finding in _of_kind(results, blocking, severity) if room[severity] else ():
            room[severity] -= 1
            yield report, finding
            if not room[severity]:
                break


def _rest(results: Results, shown: dict[Severity, int]) -> Iterator[str]:
    left = sum(max(0, many - shown[severity]) for severity, many in by_severity(counted(results)).items())
    if not left:
        return
    verb = "finding is" if left == 1 else "findings are"
    yield f"::group::{left} more {verb} not annotated: GitHub shows {CAP} of a level"
    for blocking, severity in _kinds(results):
        for report, finding in _of_kind(results, blocking, severity):
            shown[severity] -= 1
            if shown[severity] < 0:
                text = f"{finding.severity}: {report.path}, {_place(finding)}: {finding.message} ({finding.check})"
                yield _plain(text)
    yield "::endgroup::"


def _kinds(results: Results) -> list[tuple[bool, Severity]]:
    """The kinds of open findings that there are, gravest first; the reports are read once for each."""
    there = {(stops(*how, results.gate), how[0]) for how in counted(results).open}
    return sorted(there, key=lambda kind: (not kind[0], SEVERITIES.index(kind[1])))


def _of_kind(results: Results, blocking: bool, severity: Severity) -> Iterator[tuple[Report, Finding]]:
    for report in results.reports:
        for finding in report.findings:
            if finding.severity == severity and is_open(finding) and blocks(finding, results) == blocking:
                yield report, finding


def _failed(results: Results) -> Iterator[str]:
    for engine in results.engines:
        if engine.state == "failed":
            yield f"Not verified: {engine.name}: {engine.reason}"


def _annotation(report: Report, finding: Finding) -> str:
    place = {"file": _path(report.path), "title": f"{finding.check} ({finding.confidence} confidence)"}
    if finding.line is not None and finding.place is None:
        place["line"] = str(finding.line)
    words = f" “{_flat(finding.text)}”" if finding.text else ""
    aside = f" [{where(finding)}]" if finding.place is not None else ""
    text = f"{_flat(finding.message)}{words}{aside}\nWhy: {_flat(finding.why)}\nDo: {_flat(finding.advice)}"
    return _command(_LEVEL[finding.severity], place, text)


def _command(level: str, place: dict[str, str], text: str) -> str:
    pairs = ",".join(f"{key}={_escaped(_flat(value)).replace(':', '%3A').replace(',', '%2C')}"
                     for key, value in place.items())  # fmt: skip
    return f"::{level} {pairs}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _plain(text: str) -> str:
    """A line of the log that no runner takes for a command; it never begins with `::` since our words come first."""
    return "  " + _flat(text).replace("##[", "## [").replace("::", ": :")


def _place(finding: Finding) -> str:
    return "whole article" if finding.line is None else where(finding)


def _flat(text: str) -> str:
    """Text in one line, by whatever reader's count of lines."""
    return clean(text).replace("\u2028", " ").replace("\u2029", " ")


def _path(path: str) -> str:
    return path.removeprefix("./")
