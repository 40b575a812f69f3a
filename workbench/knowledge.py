"""What a newsroom knows beside the page, read from its `claims/` folder; a file that is not there costs nothing."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

import msgspec

from workbench import config, identifiers, prose, retractions
from workbench.facts import Row
from workbench.fingerprint import digest
from workbench.model import Document, Example, Knowledge, Known, Proofread, Slip, SourceText

_LIBRARY, _USES, _SOURCES = "claims/library.csv", "claims/library-uses.csv", "claims/sources/index.csv"
_FILES = (retractions.NAME, _LIBRARY, _USES, _SOURCES)  # what `load` reads, for `state`


def load(root: Path | None, as_of: date, looked_up: Mapping[str, Known] | None = None) -> Knowledge:
    """Everything on record for the newsroom with this root; nothing where there is no newsroom.

    Args:
        root: the newsroom's root.
        as_of: the day; what happened later does not count yet.
        looked_up: answers of services, where the caller asked them; the graver of these and the list's holds.

    Raises:
        BadContent: a file does not hold; names file, line and remedy.
    """
    looked_up = looked_up or {}
    if root is None:
        return Knowledge(identifiers=looked_up)
    approved, uses = _approved(root)
    return Knowledge(
        identifiers=_merged(looked_up, retractions.read(root / retractions.NAME, retractions.NAME, as_of)),
        library=approved,
        uses=uses,
        sources=_at_hand(root),
        site=config.load(root).site,
    )


def _at_hand(root: Path) -> Mapping[str, SourceText]:
    if not (root / _SOURCES).is_file():
        return {}
    from workbench import sources  # a newsroom without any does not load them

    return sources.shelf(root)


def _approved(root: Path) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The approved claims, and what people decided about their uses."""
    if not ((root / _LIBRARY).is_file() or (root / _USES).is_file()):
        return (), ()
    from workbench import library  # a newsroom without one does not load it

    return library.read(root), library.read_uses(root)


def about(known: Knowledge, article: str) -> Knowledge:
    """What is known for checking one article: of the library's uses, of what people wrote and of the site only its own.

    Args:
        known: as loaded for the newsroom.
        article: its name, as in the tables.
    """
    if known.sources:
        from workbench import sources  # see above

        known = msgspec.structs.replace(known, evidence=sources.evidence_of(known.sources, article))
    if known.site:
        here = tuple(one for one in known.site if article.startswith(one.pages))
        known = msgspec.structs.replace(known, site=here)
    mine = tuple(use for use in known.uses if use["article"] == article)
    return msgspec.structs.replace(known, uses=mine) if len(mine) < len(known.uses) else known


def in_example(example: Example, document: Document, country: str) -> Knowledge:
    """What the example of a check file knows beside its text, read as a document of this country."""
    from workbench import library, sources  # see above

    return Knowledge(
        identifiers=example.known,
        library=tuple(map(library.filled, example.library)),
        sources=sources.written_out(example.sources),
        proofread=_proofread(example, document, country) if example.slips else None,
    )


def _proofread(example: Example, document: Document, country: str) -> Proofread:
    """A proofreader that says of each block what the example says of the words in it."""
    language = prose.variant(document.meta.language, country)
    texts = (prose.prose(document, index) for index in range(len(document.blocks)))
    slips = {
        prose.key(language, one.text): tuple(
            Slip(at, at + len(slip["text"]), slip["rule"], slip["category"], slip["says"], (slip["instead"],))
            for slip in example.slips
            if (at := one.text.find(slip["text"])) >= 0
        )
        for one in texts
        if one is not None
    }
    return Proofread("proofreader", "", slips)


def files(root: Path | None) -> Iterator[Path]:
    """The files that `load` reads for this newsroom, in a fixed order; tables of single articles are not among them."""
    if root is None:
        return
    named = (root / name for name in _FILES)
    shelf = (root / _SOURCES).parent
    yield from (place for place in (*named, *sorted(shelf.glob("*"))) if place.is_file())


def state(root: Path | None) -> str:
    """A text that changes when a file that `load` reads does, or what `[site]` says."""
    said = config.load(root).site if root else ()
    return " ".join([stamp(root), *([digest("site", *map(str, said))] if said else [])])


def stamp(root: Path | None) -> str:
    """A text that changes when a file that `load` reads does; the settings are not looked at."""
    places = [root / name for name in _FILES] if root else []
    return " ".join(f"{found.st_mtime_ns}-{found.st_size}" for found in (p.stat() for p in places if p.is_file()))


def _merged(looked_up: Mapping[str, Known], listed: Mapping[str, Known]) -> Mapping[str, Known]:
    if not looked_up:
        return listed
    graver = {
        identifier: other
        for identifier, known in looked_up.items()
        if (other := identifiers.on_record(identifier, listed))
        and identifiers.gravest((known.state, other.state)) != known.state
    }
    return ChainMap(graver, dict(looked_up), cast("dict[str, Known]", listed))  # read only: the list is not copied
