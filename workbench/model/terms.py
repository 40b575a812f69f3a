"""The closed lists of words that values and contracts use."""

from __future__ import annotations

from typing import Literal

Severity = Literal["error", "warning", "note"]
Confidence = Literal["high", "medium", "low"]
Verdict = Literal["pass", "fail", "not-checkable"]
BlockKind = Literal["heading", "paragraph", "item", "quote", "cell", "caption", "code"]
FlagName = Literal[
    "heading",
    "question",
    "negated",
    "quoted",
    "attributed",
    "warning-list",
    "advice",
    "hedged",
    "conditional",
    "history",
    "caption",
    "boilerplate",
    "exception",
]
ClaimType = Literal[
    "efficacy", "safety", "dosing", "statistic", "regulatory", "cost", "mechanism", "prevalence", "comparative", "other"
]
Citation = Literal["linked", "named", "vague", "none"]
Certainty = Literal["asserted", "hedged", "negated"]
QuantityKind = Literal[
    "percent", "group", "count", "dose", "duration", "frequency", "money", "ratio", "age", "year", "number"
]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")  # gravest first
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")  # surest first


def limits(country: str) -> str:
    """The line that every screen, page and report carries: what the checks do, and what they do not confirm."""
    where = country or "no declared country (country-bound checks are not checkable)"
    return (
        f"Checks wording and arithmetic against dated references for {where}."
        " Does not confirm that a treatment is right, complete or safe."
    )
