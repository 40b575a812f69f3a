"""Claim tables: `claims/<article>.csv`, rewritten by machine without losing what people wrote in them.

The machine's columns are rewritten each time. People's columns stay with their claim: by id while the sentence stands,
by likeness when it was edited (presence "changed", the old wording in `was` until somebody empties that cell), and in
place when it left the article (presence "gone").
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from workbench.errors import BadContent
from workbench.facts import read_table
from workbench.fingerprint import normalised
from workbench.model import Claim

MACHINE = (
    "id", "presence", "text", "was", "type", "citation", "certainty", "intervention", "condition", "population",
    "quantities", "references",
)  # fmt: skip
PEOPLE = ("standing", "evidence", "note", "reviewer", "reviewed_on")
COLUMNS = (*MACHINE, *PEOPLE)
_ALIKE = 0.75  # share of equal characters from which an edited sentence is taken for the same claim
Line = Mapping[str, str]


def render(claims: Iterable[Claim], old: Sequence[Line]) -> str:
    """The table as CSV text: claims in reading order, then those that are gone, in the order they stood in.

    Args:
        claims: of the article as it is now.
        old: the rows of the table as it stands, with people's columns.
    """
    now = [_machine(claim) for claim in claims]
    kept = {row["id"]: row for row in old}
    fresh = [row for row in now if row["id"] not in kept]
    present = {row["id"] for row in now}
    left = [row for row in old if row["id"] not in present]
    edited = _edited(fresh, [row for row in left if row["presence"] != "gone"])
    taken = {row["id"] for row in edited.values()}
    lines = [_row(row, kept.get(row["id"]) or edited.get(row["id"])) for row in now]
    lines += [{**row, "presence": "gone"} for row in left if row["id"] not in taken]
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({column: line.get(column, "") for column in COLUMNS} for line in lines)
    return out.getvalue()


def read(path: Path, shown: str) -> Sequence[Line]:
    """The rows of a table, none where there is no file.

    Raises:
        BadContent: not CSV, a column of ours is missing, or an id stands twice; names the remedy.
    """
    if not path.is_file():
        return ()
    table = read_table(path, shown)
    missing = [column for column in COLUMNS if column not in table.columns]
    if missing:
        raise BadContent(shown, "line 1", f"lacks the column {missing[0]}; put it back, people's work hangs on it")
    ids = [row["id"] for row in table]
    twice = next((id_ for id_ in ids if ids.count(id_) > 1), None)
    if twice is not None:
        raise BadContent(shown, f"id {twice}", "stands in two rows; keep the one with people's columns filled")
    return table.rows


def _machine(claim: Claim) -> dict[str, str]:
    return {
        "id": claim.id,
        "presence": "here",
        "text": " ".join(claim.text.split()),
        "was": "",
        "type": claim.type,
        "citation": claim.citation,
        "certainty": claim.certainty,
        "intervention": claim.intervention,
        "condition": claim.condition,
        "population": claim.population,
        "quantities": "; ".join(" ".join(quantity.text.split()) for quantity in claim.quantities),
        "references": "; ".join(reference.target or reference.text for reference in claim.references),
    }


def _row(now: dict[str, str], before: Line | None) -> dict[str, str]:
    """A claim's line with what people wrote; they are asked to look again where they wrote about other words."""
    if before is None:
        return now
    people = {column: before[column] for column in PEOPLE}
    if not any(people.values()):
        return now
    # The same id with an empty `was` means: nothing changed, or somebody emptied it to confirm.
    was = before["was"] if before["id"] == now["id"] else before["was"] or before["text"]
    back = normalised(was) in ("", normalised(now["text"]))
    return {**now, **people, "was": "" if back else was, "presence": "here" if back else "changed"}


def _edited(fresh: Sequence[Line], left: Sequence[Line]) -> dict[str, Line]:
    """New id → the old row that an edit turned into it, the likest first, each row once."""
    pairs = []
    for row in fresh:
        matcher = SequenceMatcher(None, "", normalised(row["text"]), autojunk=False)
        for old in left:
            matcher.set_seq1(normalised(old["text"]))
            if matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE:
                pairs.append((matcher.ratio(), row, old))
    found: dict[str, Line] = {}
    used: set[str] = set()
    for likeness, row, old in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness >= _ALIKE and row["id"] not in found and old["id"] not in used:
            found[row["id"]] = old
            used.add(old["id"])
    return found
