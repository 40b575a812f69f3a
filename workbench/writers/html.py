"""One self-contained page: every article with its findings and their working, for reading, printing and sending.

Nothing in it comes from elsewhere and nothing in it runs: the page's own policy forbids scripts, and all text of an
article stands as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from workbench import consistency, decisions
from workbench.model import SEVERITIES, Conflict, Finding, Judgement, Report, Results, View, limits
from workbench.risk import is_open
from workbench.tally import by_severity, counted, summary
from workbench.working import Working, working
from workbench.writers.terminal import clean, where

_PACKAGE = Path(__file__).resolve().parent.parent
_DARK = re.compile(r':root\[data-theme="dark"\][^{]*\{([^}]*)\}')
_CONFLICTS = 10  # shown before the others are folded
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(results: Results, view: View) -> Iterator[str]:
    """The page as text; what is held back or decided is folded, so that nothing is left out."""
    found = by_severity(counted(results))
    counts = ", ".join(_counted(found[severity], severity) for severity in SEVERITIES)
    line = escape(limits(results.country))
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in summary(results)[1:])
    unread = "".join(f"<li>{_text(one.path)}: {_text(one.message)}</li>" for one in results.unread)
    missing = "".join(f"<li>{_text(e.name)}: {_text(e.reason)}</li>" for e in results.engines if e.state == "failed")
    head = (
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Health articles checked on {results.as_of.isoformat()}</title><style>{style()}</style></head><body>",
        f"<header><h1>{_counted(len(results.reports), 'article')} checked on {results.as_of.isoformat()}</h1>",
        f"<p>{counts}.</p><p class=aside>{line}</p></header><main>",
        f"<section class=unread><h2>Not read</h2><ul>{unread}</ul></section>" if unread else "",
        f"<section class=unread><h2>Not verified</h2><ul>{missing}</ul></section>" if missing else "",
        *_disagreeing(results.conflicts),
    )
    yield from (f"{part}\n" for part in head if part)
    yield from (f"{part}\n" for report in results.reports for part in _article(report))
    yield f"</main><footer>{said}<p>{line}</p><p>workbench {escape(results.version)}</p></footer></body></html>\n"


@cache
def style() -> str:
    """The design's tokens with their dark values for people whose system prefers dark, and the page's own rules."""
    tokens = (_PACKAGE / "widgets" / "tokens.css").read_text(encoding="utf-8").partition("/* ---------- shared")[0]
    dark = _DARK.search(tokens)
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{{dark.group(1)}}} }}" if dark else ""
    own = Path(__file__).with_name("html.css").read_text(encoding="utf-8")
    return "\n".join((tokens, night, own))


def _article(report: Report) -> Iterator[str]:
    unknowns = f", {report.risk.unknowns} not checkable" if report.risk.unknowns else ""
    points = ", ".join(f"{topic} {points}" for topic, points in report.risk.parts if points)
    yield f"<article><h2>{_text(report.title or report.path)}</h2>"
    facts = f"{_counted(report.words, 'word')}, {_counted(len(report.claims), 'claim')}"
    yield f"<p class=aside>{_text(report.path)} · {facts} · risk {report.risk.score} of 100{unknowns}</p>"
    if points:
        yield f"<p class=aside>Points behind the risk: {escape(points)}</p>"
    shown = sorted((f for f in report.findings if is_open(f)), key=lambda f: SEVERITIES.index(f.severity))
    if not shown:
        yield "<p>No check fired. Nobody has confirmed that the sources say so.</p>"
    yield from (_finding(finding) for finding in shown)
    aside = [f for f in report.findings if not is_open(f)]
    yield from _folded("Held back or decided", [_finding(finding) for finding in aside])
    yield from _folded("Could not be checked", [f"<p>{_question(v)}</p>" for v in report.verdicts if _is_open(v)])
    yield "</article>"


def _disagreeing(conflicts: Iterable[Conflict]) -> Iterator[str]:
    """Where articles of this run tell the same thing differently; folded where there are many."""
    parts = [_conflict(conflict) for conflict in conflicts]
    if parts:
        yield f"<section class=unread><h2>Articles that disagree</h2>{''.join(parts[:_CONFLICTS])}"
        yield from _folded("More of them", parts[_CONFLICTS:])
        yield "</section>"


def _conflict(conflict: Conflict) -> str:
    told = ((one, consistency.value(one.told.amount, one.told.text)) for one in conflict.values)
    rows = "".join(f"<tr>{_cells((value, one.article, one.told.sentence))}</tr>" for one, value in told)
    head = f"<thead><tr>{_cells(('Value', 'Article', 'Sentence'), 'th scope=col')}</tr></thead>"
    approved = conflict.approved
    library = f"The library says {approved.text} ({approved.row})." if approved else ""
    severity = escape(conflict.severity)
    return (
        f'<section class="finding {severity}"><p class=head><b>{severity}</b> {escape(consistency.CHECK)}</p>'
        f"<h3>{_text(consistency.heading(conflict))}</h3><figure><table>{head}{rows}</table></figure>"
        f"{f'<p>{_text(library)}</p>' if library else ''}</section>"
    )


def _folded(title: str, parts: list[str]) -> Iterator[str]:
    if parts:
        yield f"<details><summary>{title}: {len(parts)}</summary>{''.join(parts)}</details>"


def _is_open(verdict: Judgement) -> bool:
    return verdict.verdict == "not-checkable"


def _question(verdict: Judgement) -> str:
    shown = (verdict.evidence.given, verdict.evidence.computed) if verdict.evidence else ()
    return " – ".join(_text(part) for part in (verdict.check, *shown) if part)


def _finding(finding: Finding) -> str:
    place = "whole article" if finding.line is None else where(finding)
    states = [f"read as {flag.flag}: “{flag.cue}”" for flag in finding.context if finding.held_back]
    if finding.decision is not None:
        states.append(decisions.told(finding.decision))
    head = " · ".join(_text(part) for part in (place, finding.check, f"{finding.confidence} confidence", *states))
    severity = escape(finding.severity)
    return (
        f'<section class="finding {severity}"><p class=head><b>{severity}</b> {head}</p>{_quotation(finding)}'
        f"<h3>{_text(finding.message)}</h3><p>{_text(finding.why)}</p><p><b>Do:</b> {_text(finding.advice)}</p>"
        f"{evidence(working(finding.evidence)) if finding.evidence else ''}</section>"
    )


def _quotation(finding: Finding) -> str:
    before, text, after = finding.sentence.partition(finding.text) if finding.text else (finding.sentence, "", "")
    if not (before or text or after):
        return ""
    marked = f"<mark>{_text(text)}</mark>" if text else ""
    return f"<blockquote>{_text(before)}{marked}{_text(after)}</blockquote>"


def evidence(shown: Working) -> str:
    """The working of a finding, as a figure."""
    aside = f" <small>{_text(shown.aside)}</small>" if shown.aside else ""
    parts = [f"<figcaption>{_text(shown.title)}{aside}</figcaption>"]
    if shown.sum:
        parts.append(f"<p class=sum>{_text(shown.sum)}</p>")
    if shown.rows:
        head = f"<thead><tr>{_cells(shown.head, 'th scope=col')}</tr></thead>"
        parts.append(f"<table>{head}{''.join(f'<tr>{_cells(row)}</tr>' for row in shown.rows)}</table>")
    for pairs in shown.lists:
        rows = (f"<tr><th scope=row>{_text(name)}</th><td>{_text(text)}</td></tr>" for name, text in pairs)
        parts.append(f"<table class=pairs>{''.join(rows)}</table>")
    return f"<figure>{''.join(parts)}</figure>"


def _cells(texts: Iterable[str], tag: str = "td") -> str:
    return "".join(f"<{tag}>{_text(text)}</{tag.partition(' ')[0]}>" for text in texts)


def _text(text: str) -> str:
    return escape(clean(text))


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
