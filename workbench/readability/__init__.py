"""How hard plain prose is to read: six grades from one pass over shared sentences and words."""

from workbench.readability.counts import Counts, total
from workbench.readability.formulas import (
    automated_readability,
    coleman_liau,
    flesch_kincaid,
    gunning_fog,
    reading_ease,
    smog,
)
from workbench.readability.panel import FORMULAS, Formula
from workbench.readability.sentences import count, uncommon, weighed

__all__ = [
    "FORMULAS",
    "Counts",
    "Formula",
    "automated_readability",
    "coleman_liau",
    "count",
    "flesch_kincaid",
    "gunning_fog",
    "reading_ease",
    "smog",
    "total",
    "uncommon",
    "weighed",
]
