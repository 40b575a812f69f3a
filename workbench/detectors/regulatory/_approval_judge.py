"""An assertion of approval against the table's rows: borne out, contradicted, or not checkable."""

from __future__ import annotations

from typing import NamedTuple

from workbench.detectors.regulatory._approval_names import Name, columns
from workbench.detectors.regulatory._rows import ANY_USE, GRANTED, INSTITUTIONS, LAPSED, LASTING, REFUSED, Day, shown
from workbench.facts import Row
from workbench.model import CONFIDENCES, SEVERITIES, Evidence, Match, Severity, Verdict
from workbench.model import Confidence as Sureness

_KIND, _USE, _PLACE, _STATUS, _UNTIL, _SOURCE, _SURE, _REVIEWED = columns(
    "kind use jurisdiction status valid_until source_title confidence reviewed_by"
)
_SHOWN = columns("product use jurisdiction status population conditions as_of source_title source_locator confidence")
_UNCONFIRMED = "The reference was not confirmed in the label itself."
_UNREVIEWED = "Reference not reviewed by a clinician."


class Claimed(NamedTuple):
    """One product and one use of an assertion.

    `use` is None where none is known, `named` where one is named at all, and `every` where all products of the name are
    meant ("all GLP-1 medicines").
    """

    product: Name
    use: Name | None
    named: bool
    place: str
    explicit: bool
    past: bool
    limited: bool
    every: bool = False


class Ruling(NamedTuple):
    """The verdict on one product and use, with the row that decides it and why that row may not ("": it may)."""

    verdict: Verdict
    row: Row | None = None
    past: str = ""


_OPEN = Ruling("not-checkable")


class Judge:
    """The rows that count for an article on its day.

    Args:
        home: the jurisdiction where an assertion names none.
        day: the day of the check.
    """

    def __init__(self, home: str, day: Day) -> None:
        self.home, self.day = home, day

    def rule(self, claimed: Claimed) -> Ruling:
        """The ruling on one product and use; a granted row of any product of this name bears it out."""
        rows = self._rows(claimed)
        others = tuple(row for row in rows if row[_USE] in ANY_USE)
        if claimed.use is None:
            granted = self._granted(rows)
            if granted:
                return _OPEN if claimed.named else Ruling("pass", granted)
            return self._contradiction(others, claimed)
        exact = tuple(row for row in rows if any(row is known for known in claimed.use.rows))
        granted = self._granted(exact)
        if granted and not (claimed.every and any(row[_STATUS] in REFUSED for row in exact)):
            return Ruling("pass", granted)
        known = any(row[_STATUS] in (*REFUSED, *LAPSED) for row in exact)
        return self._contradiction((*exact, *others), claimed) if known or not exact else _OPEN

    def _rows(self, claimed: Claimed) -> tuple[Row, ...]:
        place = claimed.place or self.home
        # A company that "won approval for X" is not itself approved.
        themselves = claimed.explicit and not (claimed.past and claimed.named)
        return tuple(
            row
            for row in claimed.product.rows
            if row[_PLACE] == place and (themselves or row[_KIND] not in INSTITUTIONS)
        )

    def _granted(self, rows: tuple[Row, ...]) -> Row | None:
        today = self.day.today.isoformat()
        return _first(tuple(row for row in rows if not row[_UNTIL] or row[_UNTIL] >= today), GRANTED)

    def _contradiction(self, rows: tuple[Row, ...], claimed: Claimed) -> Ruling:
        """What contradicts the assertion; a row past its date only says that nobody knows any more."""
        if claimed.limited:  # "the only approved stem cells" are some of many; of clinics and compounds none is
            rows = tuple(row for row in rows if row[_KIND] in (*INSTITUTIONS, "compounded"))
        fresh = tuple(row for row in rows if not self.day.past(row, LASTING))
        refused = _first(fresh, REFUSED) or (None if claimed.past else _first(fresh, LAPSED))
        if refused:
            return Ruling("fail", refused)
        old = _first(rows, REFUSED)
        return Ruling("not-checkable", old, self.day.past(old, LASTING)) if old else _OPEN


def _first(rows: tuple[Row, ...], statuses: tuple[str, ...]) -> Row | None:
    """The surest row of these statuses."""
    return min((row for row in rows if row[_STATUS] in statuses), key=_doubtful, default=None)


def _doubtful(row: Row) -> int:
    """0 for a row of high confidence, more for a lower one; an unknown word counts as the lowest."""
    known = [index for index, name in enumerate(CONFIDENCES) if name == row[_SURE]]
    return known[0] if known else len(CONFIDENCES) - 1


def evidence(rows: tuple[Row, ...], given: str, past: str = "") -> Evidence:
    """The table rows that decide, as strings, and why they cannot (`past`)."""
    computed = f"The row {past}; look the fact up and date it anew." if past else ""
    return Evidence("approval", given=given, computed=computed, rows=tuple(shown(row, _SHOWN) for row in rows))


def failed(rows: tuple[Row, ...], place: Match, given: str, product: str, use: str) -> Match:
    """A contradicted assertion: as grave and as sure as the surest row that contradicts it."""
    row = min(rows, key=_doubtful)
    level = _doubtful(row)
    severity: Severity = SEVERITIES[level]
    confidence: Sureness = CONFIDENCES[level]
    reviewed = f"Reference reviewed by {row[_REVIEWED]}." if row[_REVIEWED] else _UNREVIEWED
    return Match(
        sentence=place.sentence,
        at=place.at,
        to=place.to,
        values={
            "product": product,
            "use": use,
            "jurisdiction": row[_PLACE],
            "status": row[_STATUS],
            "source": row[_SOURCE],
            "conditions": row["conditions"],
        },
        evidence=evidence(rows, given),
        severity=severity,
        confidence=confidence,
        flags=place.flags,
        note=reviewed if level == 0 else f"{_UNCONFIRMED} {reviewed}",
    )
