"""An assertion of approval against the table's rows: borne out, contradicted, or not checkable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.detectors.regulatory._approval_names import Name, columns
from workbench.facts import Row
from workbench.model import CONFIDENCES, SEVERITIES, Article, Evidence, Match, Severity, Verdict
from workbench.model import Confidence as Sureness

_KIND, _USE, _PLACE, _STATUS, _UNTIL, _SOURCE, _SURE, _REVIEWED = columns(
    "kind use jurisdiction status valid_until source_title confidence reviewed_by"
)
_SHOWN = columns("product use jurisdiction status population conditions as_of source_title source_locator confidence")
_UNCONFIRMED = "The reference was not confirmed in the label itself."
_UNREVIEWED = "Reference not reviewed by a clinician."


class Statuses(NamedTuple):
    """What the words of the table's status column mean, and the names of the use that stands for all others."""

    granted: tuple[str, ...]
    refused: tuple[str, ...]
    lapsed: tuple[str, ...]
    any_use: tuple[str, ...]


class Claimed(NamedTuple):
    """One product and one use of an assertion; `use` is None where none is known, `named` where one is named at all."""

    product: Name
    use: Name | None
    named: bool
    place: str
    explicit: bool
    past: bool
    limited: bool


class Ruling(NamedTuple):
    """The verdict on one product and use, with the row that decides it."""

    verdict: Verdict
    row: Row | None = None


_OPEN = Ruling("not-checkable")


class Judge:
    """The rows that count for an article on its day."""

    def __init__(
        self, article: Article, statuses: Statuses, countries: Mapping[str, str], institutions: frozenset[str]
    ) -> None:
        self.statuses, self.institutions = statuses, institutions
        self.home = countries.get(article.country, article.country)
        self.today = article.as_of.isoformat()

    def rule(self, claimed: Claimed) -> Ruling:
        """The ruling on one product and use; a granted row of any product of this name bears it out."""
        rows = self._rows(claimed)
        others = tuple(row for row in rows if row[_USE] in self.statuses.any_use)
        if claimed.use is None:
            granted = self._first(rows, self.statuses.granted)
            if granted:
                return _OPEN if claimed.named else Ruling("pass", granted)
            return self._contradiction(others, claimed)
        exact = tuple(row for row in rows if any(row is known for known in claimed.use.rows))
        granted = self._first(exact, self.statuses.granted)
        if granted:
            return Ruling("pass", granted)
        known = any(row[_STATUS] in (*self.statuses.refused, *self.statuses.lapsed) for row in exact)
        return self._contradiction((*exact, *others), claimed) if known or not exact else _OPEN

    def _rows(self, claimed: Claimed) -> tuple[Row, ...]:
        place = claimed.place or self.home
        return tuple(
            row
            for row in claimed.product.rows
            if row[_PLACE] == place
            and (not row[_UNTIL] or row[_UNTIL] >= self.today)
            and (claimed.explicit or row[_KIND] not in self.institutions)
        )

    def _contradiction(self, rows: tuple[Row, ...], claimed: Claimed) -> Ruling:
        refused = self._first(rows, self.statuses.refused)
        if refused is None and not claimed.past:
            refused = self._first(rows, self.statuses.lapsed)
        return Ruling("fail", refused) if refused and not claimed.limited else _OPEN

    @staticmethod
    def _first(rows: tuple[Row, ...], statuses: tuple[str, ...]) -> Row | None:
        """The surest row of these statuses."""
        return min((row for row in rows if row[_STATUS] in statuses), key=_doubtful, default=None)


def _doubtful(row: Row) -> int:
    """0 for a row of high confidence, more for a lower one; an unknown word counts as the lowest."""
    known = [index for index, name in enumerate(CONFIDENCES) if name == row[_SURE]]
    return known[0] if known else len(CONFIDENCES) - 1


def evidence(rows: tuple[Row, ...], given: str) -> Evidence:
    """The table rows that decide, as strings."""
    return Evidence("approval", given=given, rows=tuple({name: row[name] for name in _SHOWN} for row in rows))


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
