"""What stands under the pointer, explained: why, the working, what would put it right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from workbench.drafting.panel import is_open
from workbench.explaining import standing
from workbench.lsp.marks import place
from workbench.lsp.texts import Lines
from workbench.model import Check, Evidence, Finding
from workbench.working import working
from workbench.writers.terminal import clean

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&$:])")
_MOST = 3  # findings explained at one place
_ROWS = 6  # rows of a table
_CELL = 80  # characters of a cell


def hover(findings: Iterable[Finding], lines: Lines, position: Position, checks: Mapping[str, Check]) -> Hover | None:
    """The explanation of what is marked here; None = nothing is. The shortest mark comes first."""
    at = lines.offset(position)
    here = [one for one in findings if is_open(one) and one.start is not None and one.start <= at <= (one.end or 0)]
    if not here and position.line == 0:
        here = [one for one in findings if is_open(one) and one.start is None]
    if not here:
        return None
    here.sort(key=lambda one: (one.end or 0) - (one.start or 0))
    parts = ["\n\n".join(_lines(one, checks.get(one.check))) for one in here[:_MOST]]
    if len(here) > _MOST:
        parts.append(f"{len(here) - _MOST} more here.")
    return Hover(MarkupContent(MarkupKind.Markdown, "\n\n---\n\n".join(parts)), place(here[0], lines))


def _lines(finding: Finding, check: Check | None) -> Iterator[str]:
    yield f"**{plain(finding.severity.capitalize())}: {plain(finding.message)}**"
    yield f"{plain(finding.confidence.capitalize())} confidence"
    if finding.evidence is not None:
        yield from _working(finding.evidence)
    yield f"Why: {plain(finding.why)}"
    if finding.advice:
        yield f"What to do: {plain(finding.advice)}"
    if check is not None:
        yield "_" + plain(f"Check {check.id}. {' '.join(standing(check))}") + "_"


def _working(evidence: Evidence) -> Iterator[str]:
    shown = working(evidence)
    if shown.sum:
        yield f"{plain(shown.title)}: {plain(shown.sum)}"
    for pairs in shown.lists[:_ROWS]:
        yield "  \n".join(f"{plain(name)}: {plain(text)}" for name, text in pairs)
    if shown.rows:
        head = " | ".join(_cell(name) for name in shown.head)
        rows = ["| " + " | ".join(map(_cell, row)) + " |" for row in shown.rows[:_ROWS]]
        yield "\n".join([f"| {head} |", "|" + " --- |" * len(shown.head), *rows])


def _cell(text: str) -> str:
    return plain(text if len(text) <= _CELL else f"{text[:_CELL].rstrip()}…")


def plain(text: str) -> str:
    """Text that no reader of Markdown takes for anything else; an article can say anything."""
    return _MARKUP.sub(r"\\\1", " ".join(clean(text).split()))
