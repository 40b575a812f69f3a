"""What detectors of statements about a product share: denials within the words, rows as evidence."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.facts import Row
from workbench.model import Hit, Sentence
from workbench.patterns import exact

_DENIED = r"\b(?:not|never|no|nor|cannot|without)\b|n't\b"
_BACK = 48
_SHOWN = ("name", "given", "says", "jurisdiction", "source_title", "source_locator", "as_of", "confidence")


def first_of(hits: Iterable[Hit], sentence: int) -> Hit | None:
    """The first hit in a sentence."""
    return next((hit for hit in hits if hit.sentence == sentence), None)


def denied(sentence: Sentence, span: Hit) -> Hit | None:
    """A denial within the words at `span` or in their clause just in front of them."""
    low = max(0, span.at - _BACK)
    low += max(sentence.shadow[low : span.at].rfind(mark) for mark in (b",", b";", b":", b".")) + 1
    found = exact(_DENIED).search(sentence.shadow[low : span.to])
    return None if found is None else Hit(span.sentence, low + found.start(), low + found.end())


def table_row(row: Row) -> dict[str, str]:
    """The row as evidence shows it."""
    return {column: row[column] for column in _SHOWN if row.get(column)}
