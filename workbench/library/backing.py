"""Which claims of an article the library backs: the same words as approved, or words that drifted from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.library.linking import links, rules_in
from workbench.library.standing import reopened
from workbench.model import Article, Backed


def backing(article: Article, params: Mapping[str, Any], tables: Mapping[str, Any]) -> tuple[Backed, ...]:
    """What the library says of each claim, where it says anything.

    Args:
        article: with `knowledge.library`.
        params: of the check that goes by the library; they name its tables.
        tables: of all checks.
    """
    return tuple(_backed(article, params, tables)) if article.knowledge.library else ()


def _backed(article: Article, params: Mapping[str, Any], tables: Mapping[str, Any]) -> Iterator[Backed]:
    claims = {claim.sentence: claim.id for claim in article.claims}
    for link in links(article, rules_in(params, tables)):
        row, claim = link.row, claims.get(link.sentence)
        if claim is None or link.where_unknown or any(reopened(row, article.as_of, article.knowledge.identifiers)):
            continue
        drifted = link.severity() == "error"
        if drifted or link.level == "exact":
            yield Backed(claim, row["id"], drifted, row["evidence"], row["version"], row["place"])
