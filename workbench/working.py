"""How evidence shows its working to people: the same title, lines and table in terminal, page and dashboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from workbench.model import Evidence

_TITLES = {
    "approval": "What the reference says",
    "claim": "What made it a claim that needs a source",
    "dose-basis": "The dose, worked out",
    "percent-of-n": "What a group of this size can give",
    "provenance": "What the page says about itself",
    "statement-due": "Why it is needed here",
}
_LABELS = {
    "as_of": "As of",
    "flat_below": "Flat below",
    "source": "Source",
    "source_title": "Source",
    "source_locator": "Place in it",
}
_PAIRS = {"statement-due": ("The page", "Worked out"), "claim": ("Cue", "Read as")}
_SUMS = ("dose-basis",)  # where the sum written out is the point, and stands first
_WIDE = 4  # columns that differ between rows; with more, each row is a list of its own


class Working(Struct, frozen=True):
    """Evidence as people see it.

    Attributes:
        title: what the working is of. aside: what rounding or tolerance was allowed.
        sum: the computation written out, where it is the point; else "".
        lists: tables of two columns, label and text. head, rows: one table with several columns; empty where none is.
    """

    title: str
    aside: str
    sum: str
    lists: tuple[tuple[tuple[str, str], ...], ...]
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def working(evidence: Evidence) -> Working:
    """The working of a finding. What all rows say is said once; what differs between them makes a table."""
    said = tuple(_said(evidence))
    rows = evidence.rows
    named = dict.fromkeys(name for row in rows for name in row)
    columns = [name for name in named if any(row.get(name) for row in rows)]
    differing = [name for name in columns if any(row.get(name) != rows[0].get(name) for row in rows)]
    lists: list[tuple[tuple[str, str], ...]] = [said] if said else []
    head: Sequence[str] = ()
    if len(differing) > _WIDE:
        lists += [tuple((_label(name), row[name]) for name in columns if row.get(name)) for row in rows]
    else:
        head = differing if len(differing) > 1 else ()
        once = [name for name in columns if name not in head]
        lists += [tuple((_label(name), _all(rows, name)) for name in once)] if once else []
    title = _TITLES.get(evidence.kind, "Evidence")
    total = evidence.computed if evidence.kind in _SUMS else ""
    cells = tuple(tuple(row.get(name) or "–" for name in head) for row in rows) if head else ()
    return Working(title, evidence.tolerance, total, tuple(lists), tuple(map(_label, head)), cells)


def _said(evidence: Evidence) -> Iterator[tuple[str, str]]:
    names = _PAIRS.get(evidence.kind, ("The text says", "Worked out"))
    texts = (evidence.given, "" if evidence.kind in _SUMS else evidence.computed)
    return ((name, text) for name, text in zip(names, texts, strict=True) if text)


def _all(rows: Sequence[Mapping[str, str]], name: str) -> str:
    return "; ".join(dict.fromkeys(row[name] for row in rows if row.get(name)))


def _label(name: str) -> str:
    return _LABELS.get(name) or (name[:1].upper() + name[1:]).replace("_", " ")
