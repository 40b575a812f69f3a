"""Signatures on a text: which stand, which can be carried over an edit, and how they are told."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.review.moves.cases import Approval, WorkCase
from workbench.review.moves.terms import NOBODY, Step

KINDS = ("editorial", "medical")


def kind_of(step: Step) -> str:
    """ "editorial" or "medical": what the step would sign."""
    return step.action.removeprefix("approve ")


def on_text(case: WorkCase, kind: str) -> Approval | None:
    """The signature of this kind on the text as it stands."""
    mine = (one for one in case.approvals if (one.kind, one.text_hash) == (kind, case.text_hash))
    return next(mine, None)


def of_other_kind(case: WorkCase, step: Step) -> tuple[Approval, ...]:
    """Every signature of this review that is not of the kind the step would give, oldest first."""
    return tuple(one for one in case.approvals if one.kind != kind_of(step))


def to_carry(case: WorkCase, step: Step) -> Approval | None:
    """The medical approval that an editor's new signature takes along: only words changed that it does not rest on.

    Whoever wrote any of the text as it stands cannot have approved it, and a claim that lost its standing meanwhile
    needs the reviewer again: in both cases nothing is carried.
    """
    if step.action != "approve editorial" or on_text(case, "medical") is not None:
        return None
    if not case.same_meaning or case.claims_left:
        return None
    medical = of_other_kind(case, step)
    return medical[-1] if medical and medical[-1].by not in case.authors else None


def other_stands(case: WorkCase, step: Step) -> bool:
    """Whether the step would complete the pair."""
    other = "medical" if kind_of(step) == "editorial" else "editorial"
    return on_text(case, other) is not None or to_carry(case, step) is not None


def complete(case: WorkCase) -> bool:
    """Both signatures on the text as it stands, by two people, or by one with the second pass recorded as such."""
    found = [on_text(case, kind) for kind in KINDS]
    pair = [one for one in found if one is not None]
    return len(pair) == 2 and (pair[0].by != pair[1].by or NOBODY in (pair[0].second, pair[1].second))


def told(pair: Sequence[Approval]) -> str:
    """The signatures on one text in words; one person's second pass is never shown as two approvals.

    Example:
        "Approved by mara (editorial) and ines (medical)"; "Approved by mara; second person: none".
    """
    if not pair:
        return "Not approved"
    if any(one.second == NOBODY for one in pair):
        people = " and ".join(dict.fromkeys(one.by for one in pair))
        return f"Approved by {people}; second person: none"
    signed = (f"{one.by} ({one.kind}{', carried' if one.carried else ''})" for one in pair)
    return f"Approved by {' and '.join(signed)}"
