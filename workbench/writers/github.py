"""Annotations for a GitHub workflow: gravest first, ten of a level as GitHub shows them, the rest in a folded list.

A runner obeys a line that begins with `::`, and in any line what begins with `##[`. Words of an article stand only
where they are data: escaped inside an annotation, or behind words of ours with `##[` taken apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model import SEVERITIES, Finding, Report, Results, Severity, View
from workbench.risk import is_open
from workbench.tally import blocks, summary
from workbench.writers.terminal import clean, where

CAP = 10  # annotations of one level that GitHub shows for a step
_LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_Placed = tuple[Report, Finding]


def render(results: Results, view: View) -> str:
    """Workflow commands, one a line, then what they leave out and the summary as plain lines of the log."""
    found = [(report, finding) for report in results.reports for finding in report.findings if is_open(finding)]
    found.sort(key=lambda pair: (not blocks(pair[1], results), SEVERITIES.index(pair[1].severity)))
    told = dict.fromkeys(_LEVEL.values(), 0)
    lines: list[str] = []
    rest: list[_Placed] = []
    for unread in results.unread:
        told["error"] += 1
        if told["error"] <= CAP:
            lines.append(_command("error", {"file": _path(unread.path), "title": "Not read"}, _flat(unread.message)))
        else:
            lines.append(_plain(f"Not read: {unread.path}: {unread.message}"))
    for report, finding in found:
        level = _LEVEL[finding.severity]
        told[level] += 1
        if told[level] <= CAP:
            lines.append(_annotation(report, finding))
        else:
            rest.append((report, finding))
    return "".join(f"{line}\n" for line in (*lines, *_rest(rest), *map(_plain, (*_failed(results), *summary(results)))))


def _rest(rest: list[_Placed]) -> Iterator[str]:
    if rest:
        verb = "finding is" if len(rest) == 1 else "findings are"
        yield f"::group::{len(rest)} more {verb} not annotated: GitHub shows {CAP} of a level"
        for report, finding in rest:
            text = f"{finding.severity}: {report.path}, {_place(finding)}: {finding.message} ({finding.check})"
            yield _plain(text)
        yield "::endgroup::"


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
