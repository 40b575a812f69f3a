"""Results made by hand for the writers: findings in every state, and words that would like to be more than text."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from workbench.model import Decision, Finding, Flag, Gate, Ledger, Report, Results, Risk, Unread

DAY = date(2026, 11, 25)
BASE = Finding(
    "absolute-safety", "marketing", "marketing-absolute", "warning", "high", 4, 8, "safe", "“safe” is bold.", "Why so.",
    "Say less.", None, (), False, "f0f0f0f0f0f0f0f0", sentence="It’s safe.", line=1,
)  # fmt: skip
HELD = {"held_back": True, "context": (Flag("negated", 0, 2, "not", 0, 2),), "fingerprint": "held"}
DISMISSED = {"decision": Decision("dismissed", "wrong reading", "ines", "2026-11-20"), "fingerprint": "dismissed"}
CHANGED = {"decision": Decision("changed", "wrong reading", "ines", "2026-11-20"), "fingerprint": "changed"}
SUPPRESSED = {"decision": Decision("suppressed", "from the label", "ines", "", "2027-01-31"), "fingerprint": "inline"}


def finding(**changes: Any) -> Finding:
    """The usual finding, with changes."""
    return msgspec.structs.replace(BASE, **changes)


def report(*findings: Finding, path: str = "articles/drops.md", text: str = "It’s safe.\n") -> Report:
    """A report of one article."""
    return Report(path, "Drops", 2, (), findings, (), Risk(5, (), 0), text=text)


def results(*reports: Report, unread: tuple[Unread, ...] = (), **changes: Any) -> Results:
    """A run over these reports."""
    made = Results("1", DAY, "US", reports, unread, ledger=Ledger(2, "2026-11-01", "2026-11-20"))
    return msgspec.structs.replace(made, **changes)


def gated(fail_on: str) -> Gate:
    """A gate at this severity."""
    return Gate(fail_on)
