"""What stood on an earlier day, worked out from the rows that had been written by then; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from workbench.model import Finding
from workbench.review import signatures, standing, wording
from workbench.review.papers import Complaint, Found, Page, Signed, Text
from workbench.review.tables import UNDECIDED
from workbench.review.wording import Row

HELD = ("held", "putting back")
_ON_SITE = ("published", "inherited")
_RESTS_ON = {"source": "source", "version": "version", "place": "locator", "fact": "fact"}


def page(rows: Iterable[Row], addresses: Mapping[int, str]) -> Page:
    """The page after these rows of the history about it, oldest first; `addresses` by the number of the row.

    A page can expire while it is held; such a row changes what it will be once it is put back.
    """
    here = Page()
    for row in rows:
        if row["before"] != here.state and here.state in HELD:
            continue
        held = "" if row["after"] not in HELD else here.held or row["at"]
        here = msgspec.structs.replace(here, state=row["after"], held=held)
        if row["after"] in _ON_SITE and row["text_hash"]:
            address = addresses.get(row["id"]) or here.address
            here = msgspec.structs.replace(here, text_hash=row["text_hash"], since=row["at"], address=address)
    return here


def review(rows: Iterable[Row], known: bool) -> str:
    """The state of the review after these rows of the history about it; `known` = the text had been read."""
    states = [str(row["after"]) for row in rows if row["event"] != "assign" and row["after"]]
    return states[-1] if states else "new" if known else "none"


def claim(steps: Iterable[Row]) -> dict[str, object]:
    """The standing of a claim after these steps about it, oldest first, and what it rests on."""
    found: dict[str, object] = {}
    for step in steps:
        if step["action"] != "suggest":
            found |= {ours: step["given"][name] for name, ours in _RESTS_ON.items() if step["given"].get(name)}
            found |= {"state": step["after"], "step": step}
    return found


def signed(rows: Sequence[Row], text_hash: str) -> tuple[Signed, ...]:
    """The approvals that counted when a text went live, or that count now; with the steps that gave them.

    Args:
        rows: the steps about the review, oldest first.
        text_hash: of the text on the site; "" = none is.
    """
    live = [n for n, row in enumerate(rows) if row["action"] == "mark live" and row["text_hash"] == text_hash]
    before = rows[: live[-1]] if live else rows
    found = []
    for one in signatures.given(before):
        mine = (row for row in reversed(before) if _gave(row, one.kind, one.text_hash))
        found += [Signed(one, row) for row in mine if signatures.given([row])[0].at == one.at][:1]
    return tuple(found)


def _gave(row: Row, kind: str, text_hash: str) -> bool:
    return bool(row["action"] == f"approve {kind}" and row["text_hash"] == text_hash)


def findings(
    rows: Iterable[Row], decided: Sequence[Row], events: Iterable[Row], text: Text, name: str, day: date, then: int
) -> tuple[Found, ...]:
    """The findings of the text with what stood about each that day.

    Args:
        rows: the stored findings of the revision, by place.
        decided: every decision by then, oldest first.
        events: the rows of the history about findings, also later ones.
        text: the revision; what a check of another text stopped finding is still in this one.
        name: the article.
        day: accepted risks end.
        then: the number of the last row of that day.
    """
    about: dict[tuple[str, str], list[Row]] = {}
    for row in events:
        if row["event"] != "check" or row["text_hash"] == text.text_hash:
            about.setdefault((row["check"], row["fingerprint"]), []).append(row)
    there = [row for row in rows if _was_there(row, about.get((row["check"], row["fingerprint"]), []), day, then)]
    bare = [msgspec.json.decode(row["detail"], type=Finding) for row in there]
    settled = standing.settle(bare, standing.standing(decided), name, day)
    return tuple(Found(item.finding, item.state, _words(item, day)) for item in settled)


def _words(item: standing.Settled, day: date) -> str:
    if item.state in UNDECIDED and item.decision is not None:
        return wording.reopened(item.decision, day)
    return wording.standing(item.decision, day)


def _was_there(row: Row, events: Sequence[Row], day: date, then: int) -> bool:
    """Not where a check of the same text had stopped finding it by then, or first found it later.

    The history tells what became of a finding, not that it was found; for one that nothing befell, the day counts
    that is stored beside it.
    """
    before = [one for one in events if one["id"] <= then and one["after"]]
    if before:
        return bool(before[-1]["after"] != "fixed")
    later = [one for one in events if one["id"] > then and one["after"]]
    if later:
        return later[0]["before"] not in ("", "fixed")
    return bool(row["since"] <= day.isoformat())


def complaints(steps: Iterable[Row]) -> tuple[Complaint, ...]:
    """The complaints that these steps are about, in the order in which they came."""
    found: dict[str, list[Row]] = {}
    for step in steps:
        found.setdefault(step["key"], []).append(step)
    return tuple(Complaint(key, rows[-1]["after"], tuple(rows)) for key, rows in found.items())
