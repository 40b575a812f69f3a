"""Rows of `claims/decisions.csv` as bytes, and as a person reads them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date

from workbench import decisions, spreadsheet
from workbench.facts import Row
from workbench.writers.terminal import clean

_SHOWN = 60  # characters of the words that were found


def rendered(rows: Iterable[Row]) -> bytes:
    """The file: sorted, one line a decision, UTF-8, LF; byte for byte what the queue writes of the same rows."""
    out = io.StringIO(newline="")
    cells = sorted([spreadsheet.guard(row[column]) for column in decisions.COLUMNS] for row in rows)
    csv.writer(out, lineterminator="\n").writerows([list(decisions.COLUMNS), *cells])
    return out.getvalue().encode("utf-8", "replace")


def line(row: Row) -> str:
    """One decision in a line."""
    text = row["text"] if len(row["text"]) <= _SHOWN else row["text"][:_SHOWN] + "…"
    words = f"“{clean(text)}”" if text else "the whole article"
    return f"  {clean(row['article'])}: {row['check']}, {words}, by {clean(row['by'])} on {row['on']}"


def age(on: str, as_of: date) -> str:
    """How long ago a day is."""
    days = (as_of - date.fromisoformat(on)).days
    return f"{days} day{'' if days == 1 else 's'} ago"
