"""Regulatory: approval, licence, law, and who may use or prescribe what."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh


def score(passage: Passage) -> Score:
    """Regulators, approvals and words of law."""
    return weigh(passage, "regulatory", "names an approval or a rule")
