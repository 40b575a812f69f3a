"""The newsroom's sources as the screen shows them: each with its state on record and the claims that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from workbench import identifiers
from workbench.facts import Row
from workbench.fingerprint import normalised
from workbench.model import Known, Reference
from workbench.review.sources_of import Resting
from workbench.sources import index

VAGUE = "vague"
_NAMED = "only named"
_ORDER = {state: place for place, state in enumerate((*identifiers.GRAVEST, _NAMED))}


class Source(Struct):
    """One source, while its claims are gathered."""

    key: str
    title: str = ""
    identifiers: tuple[str, ...] = ()
    states: set[str] = field(default_factory=set)
    shelf: Row | None = None
    claims: list[Resting] = field(default_factory=list)
    library: list[str] = field(default_factory=list)


class Gathered:
    """All sources of a newsroom.

    Args:
        resting: claims of the articles, with what they name.
        library: rows of the library; `shelf` rows of `claims/sources/index.csv`.
        known: what is on record about identifiers.
    """

    def __init__(
        self, resting: Iterable[Resting], library: Iterable[Row], shelf: Iterable[Row], known: Mapping[str, Known]
    ) -> None:
        self._known, self.sources = known, dict[str, Source]()
        self._names: dict[str, str] = {}
        for row in shelf:
            self._keep(row)
        for one in resting:
            for source in {source.key: source for source in self._of_claim(one)}.values():
                source.claims.append(one)
        for row in library:
            for source in self._of_text(row["evidence"]):
                source.library.append(row["id"])

    def rows(self) -> list[dict[str, Any]]:
        """A row for each source: what speaks against it first, then by how many claims rest on it."""
        rows = [self._row(source) for source in self.sources.values()]
        return sorted(rows, key=lambda row: (_grave(row["state"]), -row["claims"], row["title"]))

    def claims(self, key: str) -> list[dict[str, Any]]:
        """The claims that rest on a source, those without support first."""
        source = self.sources.get(key)
        found = sorted(source.claims if source else (), key=lambda one: one.standing == "substantiated")
        kept = ("article", "title", "where", "claim", "type", "text", "standing", "source", "version", "place")
        return [{name: getattr(one, name) for name in kept} for one in found]

    def _keep(self, row: Row) -> None:
        key = f"shelf:{row['key']}"
        names = index.names(row)
        told = tuple(name for name in names if not name.startswith("url:"))
        self.sources[key] = Source(key, row["title"] or row["key"], told, {*map(self._state, told)}, row)
        self._names |= dict.fromkeys((*names, f"key:{row['key']}"), key)

    def _of_claim(self, one: Resting) -> Iterator[Source]:
        for reference in one.references:
            yield self._of_reference(reference)
        yield from self._of_text(one.source)

    def _of_reference(self, reference: Reference) -> Source:
        if reference.kind == "vague":
            return self._source(VAGUE, "Research in general words, such as “studies show”", (), _NAMED)
        names = identifiers.every(reference)
        if names:
            return self._source(names[0], "", names, reference.state or "not verified")
        if reference.kind == "url":
            return self._source(
                index.address(reference.target), reference.target, (), reference.state or "not verified"
            )
        return self._source(f"named:{normalised(reference.text)}", reference.text, (), _NAMED)

    def _of_text(self, text: str) -> Iterator[Source]:
        """The sources that a cell of people's own words names; the words themselves where they name no identifier."""
        if not text.strip():
            return
        found = [one.identifier for one in identifiers.within(text)]
        keys = [word for word in text.replace(";", " ").split() if f"key:{word}" in self._names]
        if not found and not keys:
            yield self._source(f"named:{normalised(text)}", text, (), _NAMED)
        for name in dict.fromkeys(found):
            yield self._source(name, "", (name,), self._state(name))
        for key in dict.fromkeys(keys):
            yield self.sources[self._names[f"key:{key}"]]

    def _source(self, name: str, title: str, names: tuple[str, ...], state: str) -> Source:
        key = next((self._names[one] for one in (name, *names) if one in self._names), name)
        source = self.sources.setdefault(key, Source(key, title or name.partition(":")[2] or title))
        self._names |= dict.fromkeys((name, *names), key)
        source.identifiers = tuple(dict.fromkeys((*source.identifiers, *names)))
        source.states |= {state, *map(self._state, names)}
        return source

    def _state(self, name: str) -> str:
        if identifiers.problem(name):
            return "malformed"
        known = identifiers.on_record(name, self._known)
        return known.state if known else "not verified"

    def _row(self, source: Source) -> dict[str, Any]:
        records = [known for name in source.identifiers if (known := identifiers.on_record(name, self._known))]
        first = min(records, key=lambda known: identifiers.GRAVEST.index(known.state), default=None)
        shelf = source.shelf or {}
        return {
            "key": source.key,
            "title": (first.title if first else "") or source.title,
            "identifiers": list(source.identifiers),
            "state": next((state for state in (*identifiers.GRAVEST, _NAMED) if state in source.states), _NAMED),
            "on": first.on if first else "",
            "by": first.source if first else "",
            "notice": first.notice if first else "",
            "version": shelf.get("version", ""),
            "retrieved": shelf.get("retrieved", ""),
            "shelf": shelf.get("key", ""),
            "url": shelf.get("url", ""),
            "claims": len(source.claims),
            "open": sum(one.standing != "substantiated" for one in source.claims),
            "library": source.library,
        }


def _grave(state: str) -> int:
    """What a person has to look at comes first; what nobody looked up is no accusation."""
    return _ORDER[state] if state in ("retracted", "concern", "malformed", "not found", "corrected") else len(_ORDER)
