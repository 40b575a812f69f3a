"""What every run says of itself: what blocks, what is held back, decided, suppressed or not checked, and how fresh."""

from __future__ import annotations

from collections import Counter
from datetime import date

from workbench.model import CONFIDENCES, SEVERITIES, Finding, Results
from workbench.risk import is_open

SUPPRESSED = "suppressed"  # the state of a finding that a comment in its own article closes


def blocks(finding: Finding, results: Results) -> bool:
    """Whether a finding stops at the gate of this run: open, grave enough, sure enough."""
    gate = results.gate
    if gate.fail_on == "never" or not is_open(finding):
        return False
    grave = SEVERITIES[: SEVERITIES.index(gate.fail_on) + 1]
    sure = CONFIDENCES[: CONFIDENCES.index(gate.min_confidence) + 1]
    return finding.severity in grave and finding.confidence in sure


def state(finding: Finding) -> str:
    """ "open", "held back", "suppressed" (in the text) or "decided" (in the file of decisions)."""
    if finding.held_back:
        return "held back"
    if is_open(finding):
        return "open"
    return SUPPRESSED if finding.decision is not None and finding.decision.state == SUPPRESSED else "decided"


def summary(results: Results) -> tuple[str, ...]:
    """Sentences that no report is without: nothing that was left out is left unsaid."""
    found = [finding for report in results.reports for finding in report.findings]
    open_ = Counter(finding.severity for finding in found if is_open(finding))
    states = Counter(state(finding) for finding in found)
    unknowns = sum(report.risk.unknowns for report in results.reports)
    counts = ", ".join(_many(open_[severity], severity) for severity in SEVERITIES)
    blocking = sum(blocks(finding, results) for finding in found)
    return (
        f"{_many(len(results.reports), 'article')}: {counts}; {_many(blocking, 'finding')} at the gate"
        f" ({_gate(results)}).",
        f"Not shown as open: {aside(states)}; {unknowns} not checkable, {len(results.unread)} not read.",
        *results.gate.told,
        age(results),
    )


def aside(states: Counter[str]) -> str:
    """How many findings are closed, and by what."""
    parts = ", ".join(f"{states[name]} {name}" for name in ("held back", "decided"))
    return f"{parts}, {states[SUPPRESSED]} suppressed in the text"


def age(results: Results) -> str:
    """How many decisions were read and how old they are."""
    read = results.ledger
    if not read.rows:
        return "No decisions were read: there are none in claims/decisions.csv."
    days = (results.as_of - date.fromisoformat(read.newest)).days
    old = f"{_many(days, 'day')} old" if days >= 0 else "of a later day"
    return f"{_many(read.rows, 'decision')} read, made from {read.oldest} to {read.newest}; the newest is {old}."


def _gate(results: Results) -> str:
    gate = results.gate
    if gate.fail_on == "never":
        return "nothing blocks"
    what = {"error": "errors block", "warning": "errors and warnings block"}.get(
        gate.fail_on, "whatever is open blocks"
    )
    return f"{what}, from {gate.min_confidence} confidence on"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
