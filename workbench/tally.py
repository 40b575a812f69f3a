"""What every run says of itself: what blocks, what is held back, decided, suppressed or not checked, and how fresh."""

from __future__ import annotations

from collections import Counter
from datetime import date

from workbench.model import CONFIDENCES, SEVERITIES, Confidence, Counted, Finding, Gate, Report, Results, Severity
from workbench.risk import is_open

SUPPRESSED = "suppressed"  # the state of a finding that a comment in its own article closes


def blocks(finding: Finding, results: Results) -> bool:
    """Whether a finding stops at the gate of this run: open, grave enough, sure enough."""
    return is_open(finding) and stops(finding.severity, finding.confidence, results.gate)


def stops(severity: Severity, confidence: Confidence, gate: Gate) -> bool:
    """Whether an open finding of this kind is grave and sure enough for a gate."""
    if gate.fail_on == "never":
        return False
    grave = SEVERITIES[: SEVERITIES.index(gate.fail_on) + 1]
    sure = CONFIDENCES[: CONFIDENCES.index(gate.min_confidence) + 1]
    return severity in grave and confidence in sure


def state(finding: Finding) -> str:
    """ "open", "held back", "suppressed" (in the text) or "decided" (in the file of decisions)."""
    if finding.held_back:
        return "held back"
    if is_open(finding):
        return "open"
    return SUPPRESSED if finding.decision is not None and finding.decision.state == SUPPRESSED else "decided"


class Counting:
    """Counts reports as they come."""

    def __init__(self) -> None:
        self._open: Counter[tuple[Severity, Confidence]] = Counter()
        self._closed: Counter[str] = Counter()
        self._unknowns = 0

    def add(self, report: Report) -> None:
        """Count one more."""
        for finding in report.findings:
            if (how := state(finding)) == "open":
                self._open[finding.severity, finding.confidence] += 1
            else:
                self._closed[how] += 1
        self._unknowns += report.risk.unknowns

    def done(self) -> Counted:
        """What was counted."""
        return Counted(dict(self._open), dict(self._closed), self._unknowns)


def counted(results: Results) -> Counted:
    """How much a run found."""
    if results.counted is not None:
        return results.counted
    counting = Counting()
    for report in results.reports:
        counting.add(report)
    return counting.done()


def by_severity(found: Counted) -> Counter[Severity]:
    """How many findings of each severity are open."""
    return sum((Counter({severity: many}) for (severity, _), many in found.open.items()), Counter())


def blocking(results: Results) -> int:
    """How many findings stop at the gate of this run."""
    return sum(many for how, many in counted(results).open.items() if stops(*how, results.gate))


def summary(results: Results) -> tuple[str, ...]:
    """Sentences that no report is without: nothing that was left out is left unsaid."""
    found = counted(results)
    open_ = by_severity(found)
    counts = ", ".join(_many(open_[severity], severity) for severity in SEVERITIES)
    return (
        f"{_many(len(results.reports), 'article')}: {counts}; {_many(blocking(results), 'finding')} at the gate"
        f" ({_gate(results)}).",
        f"Not shown as open: {aside(Counter(found.closed))}; {found.unknowns} not checkable,"
        f" {len(results.unread)} not read.",
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
