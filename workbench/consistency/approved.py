"""What the library says of the attributes that articles tell: its wordings, read as the articles are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from workbench import engine
from workbench.consistency.comparing import comparable
from workbench.consistency.telling import told
from workbench.facts import Row, Table
from workbench.lexicon import Lexicon
from workbench.model import Article
from workbench.model.told import Approved, Told

_HOLDS = ("", "substantiated")

_read: list[tuple[Sequence[Row], Lexicon, tuple[tuple[Row, Told], ...]]] = []  # the library of this run, read once


def with_library(
    found: Sequence[Told], article: Article, params: Mapping[str, Any], tables: Mapping[str, Table], lexicon: Lexicon
) -> tuple[Told, ...]:
    """The same values, each with the library's row that tells the same attribute in the same setting.

    Args:
        found: what the article tells.
        article: with `knowledge.library`.
        params: of the check that reads attributes.
        tables: of all checks.
        lexicon: what the wordings are read with.
    """
    rows = article.knowledge.library
    if not rows or not found:
        return tuple(found)
    if not _read or _read[0][0] is not rows or _read[0][1] is not lexicon:
        _read[:] = [(rows, lexicon, tuple(_values(rows, article, params, tables, lexicon)))]
    return tuple(_with(one, _read[0][2], article) for one in found)


def _values(
    rows: Sequence[Row], article: Article, params: Mapping[str, Any], tables: Mapping[str, Table], lexicon: Lexicon
) -> Iterator[tuple[Row, Told]]:
    """What the wordings tell; of no country in particular, since a row may hold in several."""
    for row in rows:
        document = engine.parse(row["wording"].encode("utf-8", "surrogatepass"), row["id"], ".txt")
        wording = engine.analyse(document, lexicon, "", article.as_of)
        yield from ((row, one) for one in told(wording, params, tables))


def _with(one: Told, values: Sequence[tuple[Row, Told]], article: Article) -> Told:
    plain = replace(one, setting=replace(one.setting, country=""))
    for row, its in values:
        if _holds(row, article) and comparable(plain, its):
            return replace(one, approved=Approved(row["id"], its.text, its.amount))
    return one


def _holds(row: Row, article: Article) -> bool:
    """Whether the claim is approved here and today."""
    from workbench.library.rows import countries, in_force  # a newsroom without a library does not load it

    today = row["standing"] in _HOLDS and in_force(row, article.as_of) and row["expires"] >= article.as_of.isoformat()
    return today and (not countries(row) or article.country in countries(row))
