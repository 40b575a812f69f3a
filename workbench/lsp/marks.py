"""Findings as an editor's diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
    Range,
)

from workbench.drafting.panel import is_open
from workbench.lsp.texts import Lines
from workbench.model import Finding, Severity
from workbench.writers.terminal import clean

SOURCE = "workbench"
_MOST = 1_000  # marks of one text; an editor with more is of no use to anybody
_SEVERITY: dict[Severity, DiagnosticSeverity] = {
    "error": DiagnosticSeverity.Error, "warning": DiagnosticSeverity.Warning, "note": DiagnosticSeverity.Information,
}  # fmt: skip


def marks(
    findings: Iterable[Finding], lines: Lines, uri: str, explained: Callable[[str], str | None]
) -> list[Diagnostic]:
    """What waits for somebody, in reading order; what is about the whole article stands on its first line.

    Args:
        findings: of the text.
        lines: the text.
        uri: of the text.
        explained: check id → address of what explains it.
    """
    shown = [finding for finding in findings if is_open(finding)][:_MOST]
    return [_mark(finding, lines, uri, explained(finding.check)) for finding in shown]


def _mark(finding: Finding, lines: Lines, uri: str, explained: str | None) -> Diagnostic:
    return Diagnostic(
        range=place(finding, lines),
        message=clean(f"{finding.message} {finding.advice}".strip()),
        severity=_SEVERITY[finding.severity],
        code=finding.check,
        code_description=CodeDescription(explained) if explained else None,
        source=SOURCE,
        related_information=list(_related(finding, lines, uri)) or None,
        data={"fingerprint": finding.fingerprint},
    )


def place(finding: Finding, lines: Lines) -> Range:
    """Where a finding is marked."""
    if finding.start is None or finding.end is None:
        return lines.line(0)
    return lines.range(finding.start, finding.end)


def _related(finding: Finding, lines: Lines, uri: str) -> Iterator[DiagnosticRelatedInformation]:
    """The other places that the evidence names, as of a value that is told twice."""
    for row in finding.evidence.rows if finding.evidence else ():
        number = row.get("line", "")
        if not number.isdecimal() or int(number) == finding.line:
            continue
        said = row.get("sentence") or row.get("value") or row.get("what") or "See here."
        where = Location(uri, lines.line(int(number) - 1))
        yield DiagnosticRelatedInformation(where, clean(said))


def trouble(message: str, where: Range) -> Diagnostic:
    """Something that keeps the checks from running."""
    return Diagnostic(range=where, message=clean(message), severity=DiagnosticSeverity.Error, source=SOURCE)
