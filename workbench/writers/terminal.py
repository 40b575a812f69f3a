"""The report for a person at a terminal: the sentence, the match in it, why it matters and what to do."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from workbench import consistency, decisions
from workbench.model import (
    SEVERITIES,
    CellPlace,
    Conflict,
    Evidence,
    Finding,
    Judgement,
    Report,
    Results,
    Severity,
    View,
    WordPlace,
    limits,
)
from workbench.risk import is_open
from workbench.tally import by_severity, counted, summary
from workbench.working import working

_STYLE: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
_MARK: dict[Severity, str] = {"error": "⬣", "warning": "▲", "note": "●"}  # the shapes of the dashboard
_NOTES = 3  # notes of one check shown for an article: the fortieth tells an editor nothing that the third did not
_CONFLICTS = 10  # matters that articles disagree about shown at once
_ROWS = 5  # table rows of evidence shown; JSON and dashboard have them all
_AROUND = 60  # characters of the sentence shown on either side of the match; the match is never cut


def render(results: Results, view: View) -> Iterator[str]:
    """Everything open, gravest first in each article; what is held back or decided is counted, or shown on request."""
    out = io.StringIO()
    console = Console(file=out, width=view.width, force_terminal=view.colour, no_color=not view.colour, highlight=False)
    unbound: set[str] = set()  # checks that could not be made for want of a country
    for report in results.reports:
        _article(console, report, view)
        unbound |= {v.check for v in report.verdicts if _is_unbound(v)}
        yield _taken(out)
    disagreeing(console, results.conflicts, view)
    for unread in results.unread:
        console.print(Text.assemble(("Not read  ", "bold red"), clean(unread.path), f"  {clean(unread.message)}"))
    for engine in results.engines:
        if engine.state == "failed":
            console.print(Text.assemble(("Not verified  ", "bold red"), engine.name, f"  {clean(engine.reason)}"))
    _closing(console, results, sorted(unbound))
    yield _taken(out)


def _taken(out: io.StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


def clean(text: str) -> str:
    """Text that cannot steer a terminal: control and direction-changing characters are shown as �."""
    kept = (" " if c in "\n\r\t" else "�" if unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs") else c for c in text)
    return "".join(kept)


def where(finding: Finding) -> str:
    """Where in its file a finding stands, as a person looks it up there."""
    place = finding.place
    if isinstance(place, WordPlace):
        part = "" if place.part == "body" else f"{place.part}, "
        return f"{part}paragraph {place.paragraph}"
    return f"cell {place.number}" if isinstance(place, CellPlace) else f"line {finding.line}"


def _article(console: Console, report: Report, view: View) -> None:
    unknowns = f" · {report.risk.unknowns} unknown" if report.risk.unknowns else ""
    head = f"risk {report.risk.score}{unknowns} · {report.words} words · {len(report.claims)} claims"
    console.print(Text.assemble((clean(report.path), "bold"), f"  {head}"))
    parts = ", ".join(f"{topic} {points}" for topic, points in report.risk.parts if points)
    console.print(Text(f"{clean(report.title)}" + (f"\nPoints behind the risk: {parts}" if parts else "")))
    shown = sorted((f for f in report.findings if is_open(f)), key=lambda f: SEVERITIES.index(f.severity))
    times: Counter[str] = Counter()
    for finding in shown:
        times[finding.check] += finding.severity == "note"
        if times[finding.check] <= _NOTES or view.everything or finding.severity != "note":
            _finding(console, finding)
    for check, count in times.items():
        if count > _NOTES and not view.everything:
            console.print(Text(f"  … and {count - _NOTES} more notes of {check}: show them with --all", style="dim"))
    aside = [f for f in report.findings if not is_open(f)]
    if view.held_back:
        for finding in aside:
            _finding(console, finding)
    _open_questions(console, report, view)
    if not shown:
        console.print(Text("  No check fired. Nobody has confirmed that the sources say so."))
    if aside and not view.held_back:
        held = sum(f.held_back for f in aside)
        console.print(Text(f"  Held back {held}, decided {len(aside) - held}: show them with --held-back", style="dim"))
    console.print()


def _open_questions(console: Console, report: Report, view: View) -> None:
    """What could not be checked and what is missing for it; nothing of this is a fault, and none of it is “fine”."""
    asked = [v for v in report.verdicts if v.verdict == "not-checkable" and v.evidence and v.evidence.computed]
    for verdict in asked if view.everything else asked[:_NOTES]:
        given, missing = (verdict.evidence.given, verdict.evidence.computed) if verdict.evidence else ("", "")
        line = f"? {verdict.check}: {given} – {missing}" if given else f"? {verdict.check}: {missing}"
        console.print(Padding(Text(clean(line), style="dim"), (0, 0, 0, 2), expand=False))
    if len(asked) > _NOTES and not view.everything:
        console.print(Text(f"  … and {len(asked) - _NOTES} more not checkable: show them with --all", style="dim"))


def _finding(console: Console, finding: Finding) -> None:
    place = "whole article" if finding.line is None else where(finding)
    mark = Text.assemble((f"{_MARK[finding.severity]} {finding.severity}", _STYLE[finding.severity]))
    head = Text.assemble(mark, f"  {place}  ", (finding.check, "dim"), f"  {finding.confidence} confidence")
    if finding.held_back:
        cues = "; ".join(f"{flag.flag}: “{clean(flag.cue)}”" for flag in finding.context)
        head.append(f"  held back ({cues})", style="green")
    if finding.decision is not None:
        head.append(f"  {clean(decisions.told(finding.decision))}", style="green")
    console.print()
    console.print(Padding(head, (0, 0, 0, 2), expand=False))
    lines = [quotation(finding), Text(clean(finding.message), style="bold")]
    lines += [Text(f"Why: {clean(finding.why)}"), Text(f"Do:  {clean(finding.advice)}")]
    if finding.evidence is not None:
        lines.append(Text(evidence_line(finding.evidence), style="dim"))
    for line in lines:
        if line.plain:
            console.print(Padding(line, (0, 0, 0, 4), expand=False))


def quotation(finding: Finding) -> Text:
    """The sentence around the match, the match standing out; empty for the whole article."""
    sentence, text = finding.sentence, finding.text
    at = sentence.find(text) if text else -1
    if at < 0:
        return Text(f"“{clean(text or sentence)}”" if text or sentence else "")
    before, after = sentence[:at], sentence[at + len(text) :]
    before = before if len(before) <= _AROUND else "…" + before[-_AROUND:]
    after = after if len(after) <= _AROUND else after[:_AROUND] + "…"
    return Text.assemble("“", clean(before), (clean(text), "bold underline"), clean(after), "”")


def evidence_line(evidence: Evidence) -> str:
    """The working in one line: the sum or what was given and worked out, what was allowed, then rows of a table."""
    shown = working(evidence)
    parts = [shown.sum] if shown.sum else []
    parts += [", ".join(f"{_small(name)} {text}" for name, text in pairs) for pairs in shown.lists[: _ROWS + 1]]
    rows = (zip(shown.head, row, strict=True) for row in shown.rows[:_ROWS])
    parts += [", ".join(f"{_small(name)} {cell}" for name, cell in row) for row in rows]
    allowed = [f"allowed: {shown.aside}"] if shown.aside else []
    return clean(f"{shown.title}: " + " · ".join([*parts, *allowed]))


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def disagreeing(console: Console, conflicts: Sequence[Conflict], view: View) -> None:
    """Where articles of this run tell the same thing differently; this never gates."""
    if not conflicts:
        return
    console.print(Text("Articles that disagree", style="bold"))
    for conflict in conflicts if view.everything else conflicts[:_CONFLICTS]:
        mark = (f"{_MARK[conflict.severity]} {conflict.severity}", _STYLE[conflict.severity])
        head = Text.assemble(mark, f"  {clean(consistency.heading(conflict))}  ", (consistency.CHECK, "dim"))
        console.print(Padding(head, (0, 0, 0, 2), expand=False))
        for one in conflict.values:
            value = consistency.value(one.told.amount, one.told.text)
            line = Text.assemble((clean(value), "bold"), f"  {clean(one.article)}  “{_cut(clean(one.told.sentence))}”")
            console.print(Padding(line, (0, 0, 0, 4), expand=False))
        if conflict.approved:
            says = f"The library says {conflict.approved.text} ({conflict.approved.row})."
            console.print(Padding(Text(clean(says), style="dim"), (0, 0, 0, 4), expand=False))
    if len(conflicts) > _CONFLICTS and not view.everything:
        more = f"  … and {len(conflicts) - _CONFLICTS} more: show them with --all"
        console.print(Text(more, style="dim"))
    console.print()


def _cut(text: str) -> str:
    return text if len(text) <= 2 * _AROUND else f"{text[: 2 * _AROUND].rstrip()}…"


def _is_unbound(verdict: Judgement) -> bool:
    return verdict.verdict == "not-checkable" and verdict.start is None and not verdict.evidence


def _closing(console: Console, results: Results, unbound: Sequence[str]) -> None:
    found, unknowns = by_severity(counted(results)), counted(results).unknowns
    counts = ", ".join(f"{found[s]} {s}{'' if found[s] == 1 else 's'}" for s in SEVERITIES)
    articles = f"{len(results.reports)} article{'' if len(results.reports) == 1 else 's'}"
    console.print(Text(f"{articles}: {counts}; {unknowns} not checkable. As of {results.as_of.isoformat()}."))
    for line in summary(results)[1:]:
        console.print(Text(clean(line)))
    if any(engine.state == "not asked" for engine in results.engines):
        console.print(Text("Grammar and spelling: not checked; add --grammar (workbench doctor says what it needs)."))
    if unbound and not results.country:
        names = ", ".join(unbound)
        console.print(Text(f'Not checked: {names}. Declare it: country = "…" under [newsroom] in workbench.toml.'))
    console.print(Text(limits(results.country)))
