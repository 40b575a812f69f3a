"""Whether a claim of the library still holds: its day, its standing, and what became of its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from workbench.facts import Row
from workbench.identifiers import on_record, within
from workbench.model import Known

Cause = Literal["date", "standing", "source"]
_HOLDS = ("", "substantiated")


class Reopened(NamedTuple):
    """Why a claim has to be looked at again: the cause, in words, and what is on record about a source."""

    cause: Cause
    words: str
    known: Known | None = None
    identifier: str = ""


def reopened(row: Row, as_of: date, identifiers: Mapping[str, Known]) -> Iterator[Reopened]:
    """All that speaks against a claim on that day.

    Args:
        row: of the library.
        as_of: the day; a claim holds up to and including the day on which it expires.
        identifiers: what is on record, by normal form ("doi:10.…").
    """
    if row["expires"] < as_of.isoformat():
        yield Reopened("date", f"its evidence had to be looked at again by {row['expires']}")
    if row["standing"] not in _HOLDS:
        yield Reopened("standing", f"the library calls it {row['standing']}")
    for name in dict.fromkeys(found.identifier for found in within(row["evidence"])):
        known = on_record(name, identifiers)
        if known is not None and known.state in ("retracted", "concern"):
            what = "was retracted" if known.state == "retracted" else "carries an expression of concern"
            notice = f", notice {known.notice}" if known.notice else ""
            words = f"its source {name.partition(':')[2]} {what} ({known.source}, {known.on}{notice})"
            yield Reopened("source", words, known, name)
