"""Which source of the shelf a claim rests on: by its identifiers, its address, or a key that a person wrote down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workbench.identifiers import Listing
from workbench.model import Claim, SourceText
from workbench.sources.index import address
from workbench.sources.shelf import Shelf

_WORD = re.compile(r"[a-z0-9][a-z0-9._-]*", re.ASCII)


def key_of(sources: Mapping[str, SourceText], names: Iterable[str]) -> str:
    """The key of the source with any of these identifiers ("doi:…", "url:…"), "" where there is none."""
    listed = sources.by_name() if isinstance(sources, Shelf) else _by_name(sources)
    return next((listed[name] for name in names if name in listed), "")


def keys_named(sources: Mapping[str, SourceText], cell: str) -> tuple[str, ...]:
    """The keys of sources that a cell names, in its order."""
    words = (word.rstrip(".-") for word in _WORD.findall(cell))
    return tuple(dict.fromkeys(word for word in words if word in sources))


def keys(
    sources: Mapping[str, SourceText], claim: Claim, listing: Listing, cell: str = ""
) -> tuple[tuple[str, ...], int]:
    """The sources of the shelf that a claim rests on, and how many of its references are not on the shelf.

    Args:
        sources: the shelf.
        claim: with its references.
        listing: the page's reference list.
        cell: what people wrote in its column `evidence`; a key there goes before the page's references.
    """
    named = keys_named(sources, cell)
    found = dict.fromkeys(named)
    works: dict[frozenset[str], str] = {}
    for reference in claim.references:
        names = [*listing.every(reference)]
        if reference.kind == "url":
            names.append(address(reference.target))
        if names:
            works[frozenset(names)] = key_of(sources, names)
    found.update((key, None) for key in works.values() if key)
    return tuple(found), sum(not key for key in works.values())


def _by_name(sources: Mapping[str, SourceText]) -> dict[str, str]:
    return {name: key for key, source in sources.items() for name in source.identifiers}
