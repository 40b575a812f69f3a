"""What sending, approving and going live need of the text: nothing open, the same text, both signatures."""

from __future__ import annotations

from collections.abc import Callable

from workbench.review import wording
from workbench.review.moves import approvals
from workbench.review.moves.cases import WorkCase
from workbench.review.moves.terms import House, Step


def _why(case: WorkCase, step: Step, house: House, able: str) -> str:
    if case.errors == 0 or step.note.strip():
        return ""
    go = "goes" if case.errors == 1 else "go"
    return f"{wording.counted(case.errors, 'error')} {go} with this draft; {able} can send it with a sentence why."


def _same_text(case: WorkCase, step: Step, house: House, able: str) -> str:
    if step.text_hash == case.text_hash:
        return ""
    return f"This is not the text you read: it changed. {able.capitalize()} can do this after reading it as it stands."


def _not_yet(case: WorkCase, step: Step, house: House, able: str) -> str:
    given = approvals.on_text(case, approvals.kind_of(step))
    if given is None:
        return ""
    return f"{given.by} gave this approval of this text already; {able} can sign again after a change."


def _decided(case: WorkCase, step: Step, house: House, able: str) -> str:
    counts = (
        (case.errors, "error", "to decide"),
        (case.warnings if house.warnings_bar else 0, "warning", "to decide"),
        (case.fixes, "fix", "outstanding"),
        (case.contested, "contest", "to answer"),
    )
    left = [
        f"{wording.counted(number, noun).replace('fixs', 'fixes')} {what}" for number, noun, what in counts if number
    ]
    return f"Not yet: {', '.join(left)}; then {able} can do this." if left else ""


def _answered(case: WorkCase, step: Step, house: House, able: str) -> str:
    if case.contested == 0:
        return ""
    return f"Not yet: {wording.counted(case.contested, 'contest')} to answer; then {able} can ask for changes."


def _claims(case: WorkCase, step: Step, house: House, able: str) -> str:
    if case.claims_left == 0:
        return ""
    left = wording.counted(case.claims_left, "efficacy, dose or safety claim")
    return f"Not yet: {left} neither substantiated nor accepted; then {able} can do this."


def _both(case: WorkCase, step: Step, house: House, able: str) -> str:
    if approvals.complete(case):
        return ""
    missing = [kind for kind in approvals.KINDS if approvals.on_text(case, kind) is None]
    lacking = " and ".join(missing) or "second"
    return f"The {lacking} approval of this text is missing; with both on one text {able} can mark it live."


def _own_approval(case: WorkCase, step: Step, house: House, able: str) -> str:
    found = (approvals.on_text(case, kind) for kind in approvals.KINDS)
    if any(one is not None and one.by == step.person.id for one in found):
        return ""
    return f"You have not approved this text; {able} can withdraw an approval of their own."


def _page_waits(case: WorkCase, step: Step, house: House, able: str) -> str:
    if case.live in ("expired", "inherited"):
        return ""
    return (
        "Nothing is being written here and no page waits for a review;"
        f" a writer can send a draft, {able} can open a page that expired or was inherited."
    )


NEEDS: dict[str, Callable[[WorkCase, Step, House, str], str]] = {
    "why, if errors are open": _why,
    "the hash of the text that was read": _same_text,
    "no such approval yet": _not_yet,
    "no error to decide, no fix outstanding": _decided,
    "no contest unanswered": _answered,
    "every efficacy, dose and safety claim substantiated or accepted": _claims,
    "both approvals on this text": _both,
    "an approval of one's own": _own_approval,
    "a page expired or inherited": _page_waits,
}
