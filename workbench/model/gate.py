"""What a run was measured by, and the decisions that it read."""

from __future__ import annotations

from msgspec import Struct

from workbench.model.terms import Confidence


class Ledger(Struct, frozen=True):
    """The decisions that a run read: how many, and the days of the oldest and the newest, "" where there are none."""

    rows: int = 0
    oldest: str = ""
    newest: str = ""


class Gate(Struct, frozen=True):
    """From which severity ("never" = none) and confidence on a finding blocks; `since` as in `--changed-since`.

    `told` are sentences about what was left out of the report, for the summary.
    """

    fail_on: str = "error"
    min_confidence: Confidence = "medium"
    since: str = ""
    told: tuple[str, ...] = ()
