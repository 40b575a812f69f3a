"""What an article rests on: marker → entry → identifier → state, each source once, with the claims that name it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.identifiers import Listing, on_record
from workbench.model import Article, Known, Reference
from workbench.widgets.article_words import SOURCE_STATES

_LONGEST = 400  # characters of an entry
_KINDS = {"url": "Link", "doi": "DOI", "pmid": "PubMed", "trial": "Trial register", "entry": "Reference list",
          "named": "Named in the text", "vague": "Words only"}  # fmt: skip
_IN_WORDS = {"named": "only named", "vague": "vague"}


def sources(article: Article) -> list[dict[str, Any]]:
    """The rows of the sources, in the order in which the text names them.

    Returns:
        Rows with `marker` (the words in the text), `kind`, `entry`, `identifiers`, `state` in words, `plain` the state
        itself, `on` and `by` (who told it, and when), `title` as on record, `claims` by number, `block`.
    """
    listing, found = Listing(article.document), dict[tuple[str, str], dict[str, Any]]()
    for number, claim in enumerate(article.claims, start=1):
        for reference in claim.references:
            key = reference.kind, reference.target or " ".join(reference.text.split()).casefold()
            row = found.get(key)
            if row is None:
                block = article.sentences[claim.sentence].block
                row = found[key] = _source(article, listing, reference, block)
            if number not in row["claims"]:
                row["claims"].append(number)
    return list(found.values())


def _source(article: Article, listing: Listing, reference: Reference, block: int) -> dict[str, Any]:
    identifiers = listing.every(reference)
    known = _known(article, identifiers)
    state = reference.state or _IN_WORDS.get(reference.kind, "no identifier")
    entry = reference.target if reference.kind in ("entry", "url") else ""
    return {
        "marker": " ".join(reference.text.split()),
        "kind": _KINDS.get(reference.kind, reference.kind),
        "entry": entry if len(entry) <= _LONGEST else f"{entry[:_LONGEST].rstrip()}…",
        "identifiers": list(identifiers),
        "plain": state,
        "state": SOURCE_STATES.get(state, state),
        "on": known.on if known else "",
        "by": known.source if known else "",
        "title": known.title if known else "",
        "claims": [],
        "block": block,
    }


def _known(article: Article, identifiers: Sequence[str]) -> Known | None:
    records = (on_record(one, article.knowledge.identifiers) for one in identifiers)
    return next((known for known in records if known), None)
