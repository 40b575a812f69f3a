"""Reference tables as phrases: which row's words stand in a text, and where a word before it may be meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.facts import SEPARATOR, Row, Table
from workbench.lexicon import Lexicon
from workbench.model import Article, Confidence, Evidence, Sentence

_SHOWN = ("name", "jurisdiction", "country", "box", "source_title", "source_locator", "as_of", "confidence")
_CONFIDENCES: dict[str, Confidence | None] = {"high": None, "medium": "medium", "low": "low"}


class Named(NamedTuple):
    """A row of a table and where its words stand, from the first character of the text."""

    row: int
    at: int
    to: int


@lru_cache(maxsize=32)
def _lexicon(table: Table, columns: tuple[str, ...]) -> Lexicon:
    cells = (SEPARATOR.join(row[column] for column in columns if row[column]) for row in table)
    return Lexicon({str(number): cell.split(SEPARATOR) for number, cell in enumerate(cells) if cell})


def named(table: Table, text: bytes, *columns: str) -> list[Named]:
    """The rows with words of these columns in a sentence's shadow, in reading order; the longest of one place first."""
    found = (Named(int(key), at, to) for key, at, to in _lexicon(table, columns).scan(text))
    return sorted(found, key=lambda name: (name.at, -name.to, name.row))


def holds(country: str, row: Row, column: str = "jurisdiction") -> bool:
    """Whether a row speaks for a country; several stand in one cell."""
    return country in row[column].split(SEPARATOR)


def before(article: Article, sentence: Sentence, back: int = 1) -> Iterator[Sentence]:
    """Where a word that a sentence leaves out may stand: so many sentences before in its block, then its heading."""
    for last in reversed(article.sentences[max(0, sentence.index - back) : sentence.index]):
        if last.block == sentence.block:
            yield last
    section = article.block(sentence).section
    if section:
        first = bisect_left(article.sentences, section[-1], key=lambda other: other.block)
        yield from takewhile(lambda other: other.block == section[-1], islice(article.sentences, first, None))


def near(article: Article, names: Hits, back: int = 1) -> Set[int]:
    """The sentences that these words stand in or may be meant in: the next ones, and all if a heading has them."""
    found = {hit.sentence for hit in names}
    if any(article.block(article.sentences[index]).kind == "heading" for index in found):
        return frozenset(range(len(article.sentences)))
    return {index + step for index in found for step in range(back + 1)}


def evidence(row: Row, given: str = "") -> Evidence:
    """The row as people see it beside a finding."""
    return Evidence("table-row", given, rows=({column: row[column] for column in _SHOWN if row.get(column)},))


def confidence(row: Row) -> Confidence | None:
    """How sure a finding can be that rests on this row; None = as sure as its check."""
    return _CONFIDENCES.get(row["confidence"], "low")
