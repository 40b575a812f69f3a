"""What one person dismissed about an error and the medical reviewer looks at later."""

from __future__ import annotations

from workbench.decisions import READING
from workbench.fingerprint import digest
from workbench.review.moves.cases import FindingCase

ONE_IN = 10


def sampled(case: FindingCase, reason: str) -> bool:
    """Whether an error dismissed as misread goes to the sample: every dosing error, one in ten of the others.

    Which ones follows from the fingerprint alone, so that nobody can pick them and everybody can recompute them.
    """
    if case.severity != "error" or reason not in READING:
        return False
    return is_dosing(case) or int(digest("medical sample", case.fingerprint), 16) % ONE_IN == 0


def is_dosing(case: FindingCase) -> bool:
    """By its topic, its category, or the claim under it."""
    return case.topic == "dosing" or case.category.startswith("dosing-") or "dosing" in case.touches
