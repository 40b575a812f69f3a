"""The panel of a draft as plain values: what must, should and could be put right, and what nobody looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec

from workbench.decisions import told
from workbench.drafting import needed as statements
from workbench.drafting import wording
from workbench.drafting.desk import Desk, Drafted
from workbench.drafting.reading import line_of, reading
from workbench.drafting.replacing import replacement
from workbench.drafting.units import Units
from workbench.model import SEVERITIES, Article, Finding, Judgement
from workbench.working import working

_SOURCED = ("linked", "named")
_CLAIMS = 200  # claims without a source that are listed
_FINDINGS = 2_000  # findings that are listed
_LONGEST = 300  # characters of a sentence
_CHANGED = "changed"  # a decision that has to be confirmed: open again


def panel(desk: Desk, drafted: Drafted) -> dict[str, Any]:
    """Everything about a draft that a screen shows; offsets in UTF-16 units, lines from 1.

    {"head", "counts" {"error", "warning", "note"}, "held", "decided", "words", "lines", "read", "needed" (see
    `needed.needed`; None while a part is read: a part says nothing about the whole), "findings", "checks" {id:
    {"title", "why", "advice"}}, "left" (findings not listed), "unchecked" [{"title", "n", "why", "lines"}], "claims"
    {"n", "sourced", "bare", "rows"}, "reading", "silence", "going", "titles"}.
    """
    article, units = drafted.article, Units(drafted.article.document.source)
    whole = drafted.read == drafted.lines
    listed = [one for one in _listed(drafted.findings) if whole or one.start is not None]
    numbers = {finding.fingerprint: number for number, finding in enumerate(listed, start=1)}
    open_ = [finding for finding in listed if is_open(finding)]
    counts = Counter(finding.severity for finding in open_)
    unchecked = _unchecked(desk, drafted)
    claims = _claims(article, units)
    words = sum(len(block.seen.split()) for block in article.document.blocks)
    shown = listed[:_FINDINGS]
    return {
        "head": wording.head(words, counts["error"]),
        "counts": {severity: counts[severity] for severity in SEVERITIES},
        "held": sum(finding.held_back for finding in drafted.findings),
        "decided": len(listed) - len(open_),
        "words": words,
        "lines": drafted.lines,
        "read": drafted.read,
        "needed": statements.needed(desk, drafted, numbers, units) if whole else None,
        "findings": [_finding(article, finding, numbers[finding.fingerprint], units) for finding in shown],
        "checks": _checks(desk, shown),
        "left": len(listed) - len(shown),
        "unchecked": unchecked,
        "claims": claims,
        "reading": reading(article, desk.content.checks, drafted.findings, drafted.verdicts) if whole else [],
        "silence": "" if open_ or not whole else wording.silence(claims["n"], claims["sourced"], unchecked),
        "going": wording.going(counts["error"]),
        "titles": wording.TITLES,
    }


def is_open(finding: Finding) -> bool:
    """Whether a finding waits for somebody."""
    return not finding.held_back and (finding.decision is None or finding.decision.state == _CHANGED)


def _listed(findings: Iterable[Finding]) -> list[Finding]:
    """In reading order, what is about the whole article first; what its context makes harmless is only counted."""
    kept = {finding.fingerprint: finding for finding in findings if not finding.held_back}
    return sorted(kept.values(), key=lambda one: (one.start is not None, one.start or 0, one.end or 0, one.check))


def _finding(article: Article, finding: Finding, number: int, units: Units) -> dict[str, Any]:
    whole = finding.start is None or finding.end is None
    shown = working(finding.evidence) if finding.evidence else None
    return {
        "id": number,
        "fingerprint": finding.fingerprint,
        "check": finding.check,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "line": finding.line or 0,
        "start": -1 if whole else units.of(finding.start or 0),
        "end": -1 if whole else units.of(finding.end or 0),
        "text": finding.text[:_LONGEST],
        "evidence": _evidence(finding, shown) if shown else None,
        "replace": replacement(article, finding) if is_open(finding) else "",
        "open": is_open(finding),
        "decision": told(finding.decision) if finding.decision else "",
    }


def _evidence(finding: Finding, shown: Any) -> dict[str, Any]:
    rows = [dict(row) for row in finding.evidence.rows] if finding.evidence else []
    tolerance = finding.evidence.tolerance if finding.evidence else ""
    kind = finding.evidence.kind if finding.evidence else ""
    return {"kind": kind, "tolerance": tolerance, "rows": rows, "working": msgspec.to_builtins(shown)}


def _checks(desk: Desk, findings: Iterable[Finding]) -> dict[str, dict[str, str]]:
    titles = {check.id: check.title for check in desk.content.checks}
    return {
        one.check: {"title": titles.get(one.check, _named(one)), "why": one.why, "advice": one.advice}
        for one in findings
    }


def _named(finding: Finding) -> str:
    return finding.category[:1].upper() + finding.category[1:].replace("-", " ")


def _unchecked(desk: Desk, drafted: Drafted) -> list[dict[str, Any]]:
    """Questions that no check could answer, by check, with what is missing."""
    titles = {check.id: check for check in desk.content.checks}
    asked: dict[str, list[Judgement]] = {}
    for verdict in drafted.verdicts:
        if verdict.verdict == "not-checkable":
            asked.setdefault(verdict.check, []).append(verdict)
    found = []
    for id_, verdicts in asked.items():
        check = titles.get(id_)
        first = next((one.evidence for one in verdicts if one.evidence), None)
        lacking = "no country is declared" if check and check.needs_country and not drafted.article.country else ""
        why = lacking or ((first.computed or first.given) if first else "")
        lines = [line_of(drafted.article, one.start) for one in verdicts if one.start is not None]
        found.append({"title": check.title if check else id_, "n": len(verdicts), "why": why, "lines": lines[:20]})
    return found


def _claims(article: Article, units: Units) -> dict[str, Any]:
    """How many claims carry a source, and those that do not."""
    bare = [claim for claim in article.claims if claim.citation not in _SOURCED]
    rows = []
    for claim in bare[:_CLAIMS]:
        text = article.sentences[claim.sentence].text
        rows.append({
            "text": text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…",
            "type": claim.type,
            "vague": claim.citation == "vague",
            "line": line_of(article, claim.start),
            "start": units.of(claim.start),
            "end": units.of(claim.end),
        })  # fmt: skip
    return {"n": len(article.claims), "sourced": len(article.claims) - len(bare), "bare": len(bare), "rows": rows}
