"""The rows about matches that their context holds back: whether that was right, asked of one in twenty."""

from __future__ import annotations

from workbench.review.moves.terms import DECIDERS, Move

HELD, HARMLESS, COUNTS = "held back", "harmless", "should count"
_PUT_UP = ("put up for a verdict",)

MATCH = (
    Move("match", "harmless", (HELD,), HARMLESS, DECIDERS, "anyone", _PUT_UP),
    Move("match", "counts", (HELD,), COUNTS, DECIDERS, "anyone", _PUT_UP),
    Move("match", "undo", (HARMLESS, COUNTS), HELD, DECIDERS, "the same"),
)
