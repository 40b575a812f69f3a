"""How evidence shows its working to people: the same title, lines and table in terminal, page and dashboard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from workbench.model import Evidence

TITLES = {
    "abbreviation": "What it can stand for", "acronym": "Where it should be explained",
    "approval": "What the reference says", "approval-year": "What the reference says", "time-bound-rule": "The rule",
    "before-after": "What was measured, and what was concluded",
    "best-value": "The figure, and how it is told", "bounds": "What the figure can be",
    "change": "The change, worked out", "claim": "What made it a claim that needs a source",
    "combination-ratio": "The two parts, held against the product", "contradiction": "The two statements",
    "count-and-percent": "The share, worked out", "course": "The course, worked out",
    "denominators": "What each figure is of", "dose-basis": "The dose, worked out",
    "dose-limit": "The dose, held against the reference", "dose-range": "The dose, held against the reference",
    "dose-rhythm": "How often, held against the reference", "dose-unit": "The unit, held against the reference",
    "drug-name": "The name, held against the list", "forecast": "The year, held against the day of the check",
    "formulation": "The product, held against the reference", "group-size": "The groups, added up",
    "growth": "The growth, worked out", "hard-number": "The number, and how it could be told",
    "hidden-characters": "What stands there unseen", "hype-density": "How much praise the page holds",
    "identifier": "What is on record", "infusion-time": "What the passage says of the infusion",
    "interval": "The interval, held against what is said", "interval-middle": "Where the estimate should lie",
    "jargon": "The term in plain words", "library": "The approved claim", "link": "Where the link leads",
    "list-count": "The items, counted", "look-alike": "The two names", "market": "The figure, and what it is taken for",
    "mean-of-n": "What a group of this size can give", "missing-words": "What should stand beside it",
    "needed-to-treat": "The number, worked out", "next-step": "What the page lacks",
    "no-difference": "What was found, and what was concluded", "none-seen": "What none in so many can still mean",
    "notation": "How it can be misread", "one-remedy": "What the page offers", "opening": "How the page begins",
    "own-figure": "What the figure does not say", "p-of-zero": "How to print it", "parts": "The parts, added up",
    "passive-density": "How much is in the passive", "people": "Whom it is for, held against the reference",
    "percent-of-n": "What a group of this size can give", "price-range": "The prices",
    "proofreading": "The proofreader",
    "protocol": "What the protocol tells", "provenance": "What the page says about itself",
    "range": "The two ends", "reading-grade": "The grades", "record": "What is on record",
    "reference": "The reference", "relative-risk": "What the change is told of", "review": "The dates",
    "risk-reduction": "The reduction, worked out", "route": "The way of giving, held against the reference",
    "schedule": "What the reference says", "sentence": "The sentence", "sentence-length": "The longest sentences",
    "significance": "What stands beside it", "small-group": "The group, and what was concluded",
    "source": "The source", "spread-of-n": "What a group of this size can give", "statement": "The statement",
    "statement-due": "Why it is needed here", "status": "What the reference says", "strength": "What one piece holds",
    "sum": "The parts, added up", "table-row": "What the reference says", "test-p": "The p value, worked out",
    "told-elsewhere": "The other articles", "two-values": "The two places",
    "unsourced-dose": "The dose, and where it comes from",
    "weight-sum": "The dose, worked out", "wording": "The wording",
}  # fmt: skip
_LABELS = {
    "as_of": "As of",
    "flat_below": "Flat below",
    "source": "Source",
    "source_title": "Source",
    "source_locator": "Place in it",
}
_PAIRS = {"statement-due": ("The page", "Worked out"), "claim": ("Cue", "Read as")}
# Kinds of which the sum written out is the point, and stands first.
_SUMS = frozenset((
    "change", "count-and-percent", "course", "dose-basis", "growth", "needed-to-treat", "risk-reduction", "sum",
    "weight-sum",
))  # fmt: skip
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
    title = TITLES.get(evidence.kind, "Evidence")
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
