"""A library for tests: rows of which only what matters is given; every drug named in it is invented."""

from __future__ import annotations

from typing import Any

from speak import AS_OF, article

from workbench.library import filled
from workbench.model import Article, Claim, Finding, Knowledge, Known

DAY = AS_OF.isoformat()


def row(wording: str, **cells: str) -> dict[str, str]:
    """A row of the library, approved long ago and without end."""
    return dict(filled({"id": "row", "wording": wording, "approver": "ines", **cells}))


def use(claim: Claim | str, library: str = "row", state: str = "accepted", **cells: str) -> dict[str, str]:
    """What a person decided about the claim of an article."""
    id_, text = (claim, "") if isinstance(claim, str) else (claim.id, claim.text)
    plain = {"article": "article", "claim": id_, "library": library, "state": state, "by": "mara", "on": DAY}
    return {**plain, "text": text, **cells}


def knowing(
    *rows: dict[str, str], uses: tuple[dict[str, str], ...] = (), known: dict[str, Known] | None = None
) -> Knowledge:
    """A newsroom that has these rows."""
    return Knowledge(identifiers=known or {}, library=rows, uses=uses)


def told(findings: list[Finding]) -> list[tuple[str, set[str]]]:
    """Severity and what differs, for each finding."""
    return [(finding.severity, differs(finding)) for finding in findings]


def differs(finding: Finding) -> set[str]:
    """What a finding says differs."""
    assert finding.evidence is not None
    return {row["what"] for row in finding.evidence.rows} - {"whole"}


def page(text: str, knowledge: Knowledge = Knowledge(), **more: Any) -> Article:
    """A text as an article of a newsroom that knows this."""
    return article(text, knowledge=knowledge, **more)
