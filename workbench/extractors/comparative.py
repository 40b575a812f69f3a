"""Comparative: one treatment against another."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.extractors._weigh import Score, weigh


def score(passage: Passage) -> Score:
    """Words of comparison."""
    return weigh(passage, "comparative", "compares one with another")
