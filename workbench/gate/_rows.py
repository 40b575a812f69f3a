"""Rows of `claims/decisions.csv` as a person reads them."""

from __future__ import annotations

from datetime import date

from workbench.facts import Row
from workbench.writers.terminal import clean

_SHOWN = 60  # characters of the words that were found


def line(row: Row) -> str:
    """One decision in a line."""
    text = row["text"] if len(row["text"]) <= _SHOWN else row["text"][:_SHOWN] + "…"
    words = f"“{clean(text)}”" if text else "the whole article"
    return f"  {clean(row['article'])}: {row['check']}, {words}, by {clean(row['by'])} on {row['on']}"


def age(on: str, as_of: date) -> str:
    """How long ago a day is."""
    days = (as_of - date.fromisoformat(on)).days
    return f"{days} day{'' if days == 1 else 's'} ago"
