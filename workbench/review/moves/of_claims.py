"""The rows about claims, the facts they rest on, complaints about pages, and the checks themselves."""

from __future__ import annotations

from workbench.review.moves.terms import ADMIN, DECIDERS, EDITOR, MEDICAL, TAKE_BACK, WRITER, Move

_SOURCE = ("source, version, place",)
_FACT = ("value, country, effective, source", "the touched live sentences shown before")
_CHECK = ("measured, the share right", "a reason")
_ANY = ("unsubstantiated", "substantiated", "expired", "disputed")

CLAIM = (
    Move("claim", "suggest", ("unsubstantiated",), "unsubstantiated", WRITER, "anyone", ("a source",)),
    Move("claim", "suggest", ("disputed",), "disputed", EDITOR, "anyone", ("a source",)),
    Move("claim", "suggest", ("expired",), "expired", EDITOR, "anyone", ("a source",)),
    Move("claim", "substantiate", ("unsubstantiated",), "substantiated", DECIDERS, "anyone", _SOURCE,
         ("a statistic, cost or prevalence",)),
    Move("claim", "substantiate", ("unsubstantiated",), "substantiated", MEDICAL, "anyone", _SOURCE),
    Move("claim", "renew", ("expired",), "substantiated", MEDICAL, "anyone", _FACT),
    Move("claim", "settle", ("disputed",), "substantiated", MEDICAL, "anyone", _FACT),
    Move("claim", "reject", ("disputed",), "unsubstantiated", MEDICAL, "anyone",
         ("a reason", "the touched live sentences shown before")),
    Move("claim", "doubt", ("unsubstantiated", "substantiated", "expired"), "disputed", DECIDERS, "anyone",
         ("a reason",)),
    Move("claim", TAKE_BACK, ("unsubstantiated",), "taken back", DECIDERS, "who marked it", ("marked by hand",)),
    Move("claim", TAKE_BACK, ("unsubstantiated",), "taken back", EDITOR, "anyone", ("marked by hand", "a reason")),
    Move("claim", "the library says exactly this", ("unsubstantiated",), "substantiated"),
    Move("claim", "its source is retracted, a label changes, its date passes", ("substantiated",), "expired"),
    Move("claim", "something contradicts it, or it drifts from the library", _ANY, "disputed"),
)  # fmt: skip

FACT = (
    Move("fact", "suggest", ("current",), "current", EDITOR, "anyone", ("a source",)),
    Move("fact", "change", ("current",), "current", MEDICAL, "anyone", _FACT),
)

COMPLAINT = (
    Move("complaint", "receive", ("none",), "received", DECIDERS, "anyone", ("from, words, deadline",)),
    Move("complaint", "find", ("received",), "found", DECIDERS, "anyone", ("claim, pages",)),
    Move("complaint", "correct", ("found",), "corrected", DECIDERS, "anyone", ("notice",)),
    Move("complaint", "reject", ("found",), "rejected", DECIDERS, "anyone", ("a reason",)),
)

CHECK = (
    Move("check", "propose", ("in use",), "change proposed", DECIDERS, "anyone", _CHECK),
    Move("check", "change", ("in use", "change proposed"), "in use", ADMIN, "anyone", _CHECK),
    Move("check", "retire", ("in use", "change proposed"), "retired", ADMIN, "anyone", _CHECK),
    Move("check", "undo", ("change proposed",), "in use", DECIDERS, "the same"),
)
