"""`claims/decisions.csv` committed to the branch that `[review]` names; a failure is told and undoes nothing."""

from __future__ import annotations

from workbench.queueing.stepping import INCOMPLETE, Sitting
from workbench.review import branch
from workbench.writers.terminal import clean

__all__ = ["INCOMPLETE", "publish"]


def publish(sitting: Sitting, name: str, what: str) -> str:
    """Commit what was decided, where a branch is configured; what went wrong, "" where nothing did."""
    to = sitting.newsroom.review.branch
    if not to:
        return ""
    who = sitting.person.id
    try:
        sitting.store.publish(to, branch.told(name, what, who), who, sitting.wanted.at)
    except branch.NotPublished as error:
        return clean(f"The step stands, but the branch “{to}” does not have it yet: {error}")
    return ""
