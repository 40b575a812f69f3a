"""Conditions that a text names, each with the group of illnesses it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workbench.detectors.marketing._selling import words
from workbench.facts import Row, Table, term_key
from workbench.model import Article, Hit

_OPEN_END = "*"


class Named(NamedTuple):
    """A condition as it stands in the text, its name in the table and the group of illnesses it belongs to."""

    hit: Hit
    term: str
    group: str


def distinct(
    article: Article, hits: Iterable[Hit], index: Mapping[str, Row], group_of: Mapping[str, str]
) -> list[Named]:
    """One hit for each condition whose kind belongs to a group."""
    found: dict[str, Named] = {}
    for hit in hits:
        row = _row(term_key(words(article, hit)), index)
        group = group_of.get(row["note"], "") if row else ""
        if row and group:
            found.setdefault(row["term"], Named(hit, row["term"], group))
    return list(found.values())


def rows(table: Table) -> Mapping[str, Row]:
    """Rows by the key of each of their names, the sign of an open end kept."""
    return {key: rows[0] for key, rows in table.index("term", "aliases").items()}


def _row(key: str, index: Mapping[str, Row]) -> Row | None:
    """The row of a name; a name with an open end is found by its longest beginning."""
    if key in index:
        return index[key]
    stems = (key[:length] + _OPEN_END for length in range(len(key), 2, -1))
    return next((index[stem] for stem in stems if stem in index), None)
