"""The rows about findings: fix, dismiss, accept, second opinion, contest."""

from __future__ import annotations

from workbench.review.moves.terms import AS_BEFORE, DECIDERS, MEDICAL, TAKE_BACK, WRITER, Move

_OPEN = ("open", "changed")
_PROPOSED = ("second", "accepting")
_LISTED = ("a reason from the list",)
_YEAR = ("a warning or an error", "a reason", "an end date within 12 months")
_QUARTER = ("a reason", "an end date within 90 days")
_READING = ("a reason about the reading",)
_BY_MEDICAL = ("a medical reviewer proposed",)
_AGREED = ("the proposed reason",)


def _asking() -> tuple[Move, ...]:
    return (
        Move("finding", "fix", _OPEN, "fix", DECIDERS),
        Move("finding", "fix", _PROPOSED, "fix", DECIDERS, "another"),
        Move("finding", "fix", ("questioned",), "fix", MEDICAL, "another"),
        Move("finding", "fix", ("contested",), "fix", DECIDERS, "another", ("an answer",)),
        Move("finding", "withdraw", ("fix",), "open", DECIDERS),
        Move("finding", "ask", _OPEN, "questioned", DECIDERS, "anyone", ("a question",)),
        Move("finding", "overrule", _PROPOSED, "open", DECIDERS, "another"),
        Move("finding", "overrule", ("questioned",), "open", MEDICAL, "another"),
        Move("finding", "contest", ("fix",), "contested", WRITER, "own text", ("a reason", "a source")),
    )


def _dismissing() -> tuple[Move, ...]:
    return (
        Move("finding", "dismiss", _OPEN, "dismissed", DECIDERS, "anyone", _LISTED, ("a warning or a note",)),
        Move("finding", "dismiss", _OPEN, "dismissed", DECIDERS, "anyone", _LISTED, _READING),
        Move("finding", "dismiss", _OPEN, "second", DECIDERS, "anyone", _LISTED),
        Move("finding", "dismiss", ("second",), "dismissed", DECIDERS, "another", _LISTED, _READING),
        Move("finding", "dismiss", ("second",), "dismissed", DECIDERS, "another", (*_LISTED, *_AGREED), _BY_MEDICAL),
        Move("finding", "dismiss", ("second",), "dismissed", MEDICAL, "another", (*_LISTED, *_AGREED)),
        Move("finding", "dismiss", ("questioned",), "dismissed", MEDICAL, "another", _LISTED),
        Move("finding", "dismiss", ("contested",), "dismissed", DECIDERS, "another", (*_LISTED, "wrong reading")),
        Move("finding", "agree", ("second",), "dismissed", DECIDERS, "another", (), _BY_MEDICAL),
        Move("finding", "agree", ("second",), "dismissed", MEDICAL, "another"),
    )


def _accepting() -> tuple[Move, ...]:
    ahead = ("the proposed end date ahead",)
    return (
        Move("finding", "accept", _OPEN, "accepting", DECIDERS, "anyone", _QUARTER, ("an error",)),
        Move("finding", "accept", _OPEN, "accepted", DECIDERS, "anyone", _YEAR),
        Move("finding", "accept", ("questioned",), "accepted", MEDICAL, "another", _QUARTER, ("an error",)),
        Move("finding", "accept", ("questioned",), "accepted", MEDICAL, "another", _YEAR),
        Move("finding", "agree", ("accepting",), "accepted", DECIDERS, "another", ahead, _BY_MEDICAL),
        Move("finding", "agree", ("accepting",), "accepted", MEDICAL, "another", ahead),
    )


def _undoing() -> tuple[Move, ...]:
    decided = ("fix", "second", "accepting", "questioned", "dismissed", "accepted")
    return (
        Move("finding", "undo", decided, AS_BEFORE, DECIDERS, "the same"),
        Move("finding", "undo", ("contested",), AS_BEFORE, WRITER, "the same"),
        Move("finding", TAKE_BACK, ("open",), "taken back", DECIDERS, "who marked it", ("marked by hand",)),
    )


def _by_itself() -> tuple[Move, ...]:
    closed = ("dismissed", "accepted")
    waiting = ("fix", "second", "accepting", "questioned", "contested")
    return (
        Move("finding", "the check no longer fires", (*_OPEN, *waiting, *closed), "fixed"),
        Move("finding", "its sentence or the check changes", ("fixed", *waiting, *closed), "changed"),
        Move("finding", "the end date passes", ("accepted",), "open"),
    )


FINDINGS = (*_asking(), *_dismissing(), *_accepting(), *_undoing(), *_by_itself())
