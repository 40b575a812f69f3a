"""What the library's screen is sent: a row for each claim, each fact, each source; plain data out of what is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from workbench import library
from workbench.facts import Row
from workbench.library.rows import countries, qualifiers
from workbench.library.standing import reopened
from workbench.model import Known
from workbench.review.conflicts import Disagreement
from workbench.review.facts_of import Fact
from workbench.staff import Staff
from workbench.widgets.steps import name_of

_OWN = frozenset(library.COLUMNS)


def claims(rows: Iterable[Row], as_of: date, known: Mapping[str, Known], staff: Staff) -> list[dict[str, Any]]:
    """The rows of the library.

    Args:
        rows: of `claims/library.csv`.
        as_of: the day.
        known: what is on record about identifiers.
        staff: for people's names.
    """
    return [_claim(row, as_of, known, staff) for row in rows]


def _claim(row: Row, as_of: date, known: Mapping[str, Known], staff: Staff) -> dict[str, Any]:
    against = list(reopened(row, as_of, known))
    standing = row["standing"] or "substantiated"
    if against and standing == "substantiated":
        standing = "expired"
    return {
        "id": row["id"],
        "wording": row["wording"],
        "kind": row["kind"],
        "standing": standing,
        "against": [f"{one.words[:1].upper()}{one.words[1:]}." for one in against],
        "topic": row.get("topic", ""),
        "qualifiers": list(qualifiers(row)),
        "evidence": row["evidence"],
        "place": row["place"],
        "version": row["version"],
        "approver": name_of(row["approver"], staff),
        "approved_on": row["approved_on"],
        "expires": row["expires"],
        "countries": list(countries(row)),
        "note": row["note"],
        "own": {name: cell for name, cell in row.items() if name not in _OWN and name != "topic" and cell},
    }


def use(found: Any, places: Mapping[str, Mapping[str, Any]], staff: Staff) -> dict[str, Any]:
    """A use as the screen shows it; `places` as `review.library_uses.places` gives them."""
    place = places.get(found.article, {})
    return {
        **msgspec.to_builtins(found),
        "title": place.get("title") or found.article,
        "where": place.get("where", "draft"),
        "severity": found.severity,
        "by": name_of(found.by, staff),
    }


def fact(found: Fact) -> dict[str, Any]:
    """A fact as the screen shows it."""
    plain: dict[str, Any] = msgspec.to_builtins(found)
    return {**plain, "total": sum(found.claims.values()), "expired": found.claims.get("expired", 0)}


def conflict(found: Disagreement, places: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What articles tell differently, as the screen shows it; `places` as `review.library_uses.places` gives them."""
    values = [
        {
            "article": one.article, "title": one.title or one.article, "value": one.value, "text": one.text,
            "sentence": one.sentence, "where": places.get(one.article, {}).get("where", "draft"),
            "differs": one.differs,
        }
        for one in found.values
    ]  # fmt: skip
    kept = ("key", "title", "scope", "severity", "library", "library_row")
    plain = {name: getattr(found, name) for name in kept}
    return {**plain, "values": values, "kept": msgspec.to_builtins(found.kept)}
