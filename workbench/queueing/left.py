"""What an article still waits for, told after every step and at the head of `queue show`."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.review.moves import WorkCase
from workbench.review.moves.approvals import KINDS, on_text
from workbench.review.overview import Overview
from workbench.review.wording import counted

_PAGE = {
    "expired": "; the page waits for a review",
    "inherited": "; the page waits for a review",
    "putting back": "; another person agrees to put the page back, or overrules",
}


def sentence(overview: Overview) -> str:
    """ "In review. Left: 2 errors to decide, 1 fix outstanding, the editorial approval." """
    work = overview.work
    if work.state == "none":
        return f"{overview.page}. Nothing is being written{_PAGE.get(work.live, '')}."
    if work.state == "approved":
        return f"{overview.state}. Left: mark it live. {_on_page(overview)}"
    waits = ", ".join([*_counts(work), *(f"the {kind} approval" for kind in _missing(work))])
    return f"{overview.state}. Left: {waits}. {_on_page(overview)}"


def _on_page(overview: Overview) -> str:
    return f"The page: {overview.page.lower()}."


def _counts(work: WorkCase) -> Iterator[str]:
    decide = [counted(number, noun) for number, noun in ((work.errors, "error"), (work.warnings, "warning")) if number]
    if decide:
        yield f"{' and '.join(decide)} to decide"
    if work.fixes:
        yield f"{work.fixes} {'fix' if work.fixes == 1 else 'fixes'} outstanding"
    if work.contested:
        yield f"{counted(work.contested, 'contest')} to answer"
    if work.claims_left:
        yield f"{counted(work.claims_left, 'efficacy, dose or safety claim')} to substantiate"


def _missing(work: WorkCase) -> list[str]:
    return [kind for kind in KINDS if on_text(work, kind) is None]
