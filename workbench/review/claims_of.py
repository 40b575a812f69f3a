"""The claims of an article in the queue: each keeps its standing while the text still tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, select

from workbench.model import Backed, Claim
from workbench.review.moves import happened
from workbench.review.tables import claims, history
from workbench.review.wording import Row

_SAYS = "the library says exactly this"
_DRIFTS = "something contradicts it, or it drifts from the library"
_KEPT = ("state", "source", "version", "locator", "fact", "first_revision")
_NEW = {"state": "unsubstantiated", "source": "", "version": "", "locator": "", "fact": ""}


def stored(connection: Connection, names: Sequence[str]) -> dict[str, dict[str, Row]]:
    """Every claim that any revision of these articles told, by article and claim."""
    found: dict[str, dict[str, Row]] = {}
    for row in connection.execute(select(claims).where(claims.c.article.in_(list(names)))).mappings():
        found.setdefault(row["article"], {})[row["claim"]] = dict(row)
    return found


def heard(connection: Connection, backed: Mapping[str, Sequence[Backed]]) -> dict[str, str]:
    """By article, all that the library was ever told to say of its claims; asked only where it says something now."""
    names = [name for name, each in backed.items() if each]
    found: dict[str, str] = {}
    if names:
        mine = history.c.article.in_(names) & (history.c.subject == "claim") & (history.c.event == "check")
        for row in connection.execute(select(history.c.article, history.c.what).where(mine)):
            found[row.article] = f"{found.get(row.article, '')}{row.what}\n"
    return found


class Told(Struct):
    """The claims of one article as the checks read them now: rows to add, rows to rewrite, and what moved by itself."""

    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    events: list[dict[str, str]] = []


def compared(
    name: str, told: Iterable[Claim], old: Mapping[str, Row], revision: int, backed: Iterable[Backed] = (),
    heard: str = "",
) -> Told:  # fmt: skip
    """What the text of this revision tells.

    A claim that left the text and came back has its old standing; whoever reads asks for the newest revision. One that
    the library says in the same words is substantiated by itself, and one that drifts from it is disputed: once for
    each version of the library's row (`heard` is what was told of this article), so that people have the last word.
    """
    found = Told()
    library = {one.claim: one for one in backed}
    for claim in {claim.id: claim for claim in told}.values():
        before = old.get(claim.id)
        row = {
            "article": name, "claim": claim.id, "type": claim.type, "text": claim.text, "start": claim.start,
            "end": claim.end, "citation": claim.citation, "detail": msgspec.json.encode(claim).decode(),
            "last_revision": revision,
        }  # fmt: skip
        kept = {column: before[column] for column in _KEPT} if before else {**_NEW, "first_revision": revision}
        moved = _moved(kept, library.get(claim.id), heard)
        if moved:
            found.events.append(_event(claim.id, str(kept["state"]), moved["state"], library[claim.id]))
        row |= {**kept, **moved}
        if before is None:
            found.new.append(row)
        elif any(row[column] != before[column] for column in row):
            found.changed.append(row)
    return found


def _moved(kept: Mapping[str, Any], backed: Backed | None, heard: str) -> dict[str, str]:
    if backed is None or _said(backed) in heard:
        return {}
    after, _ = happened("claim", kept["state"], _DRIFTS if backed.drifted else _SAYS)
    if after == kept["state"]:
        return {}
    rests = {} if backed.drifted else {"source": backed.source, "version": backed.version, "locator": backed.place}
    return {"state": after, **rests}


def _said(backed: Backed) -> str:
    """What is told of it, and found again in the history."""
    why = "drifts from the library" if backed.drifted else "is what the library says"
    return f"Claim {backed.claim} {why} ({backed.row}{f', version {backed.version}' if backed.version else ''})."


def _event(claim: str, before: str, after: str, backed: Backed) -> dict[str, str]:
    what = f"{_said(backed)} It was “{before}” and is “{after}”."
    return {"subject": "claim", "key": claim, "before": before, "after": after, "what": what}
