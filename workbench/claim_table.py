"""Claim tables: `claims/<article>.csv`, rewritten by machine without losing what people wrote in them.

The machine's columns are rewritten each time. People's columns, and any further columns of theirs, stay with their
claim: by id while the sentence stands, by likeness when it was edited (presence "changed", the old wording in `was`
until somebody empties that cell), and in place when it left the article (presence "gone").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from workbench import merging, spreadsheet
from workbench.errors import BadContent
from workbench.merging import MACHINE, Line
from workbench.model import Claim, Reference

PEOPLE = ("standing", "evidence", "note", "reviewer", "reviewed_on")
COLUMNS = (*MACHINE, *PEOPLE)
STANDINGS = ("substantiated", "disputed", "expired")  # an empty cell: unsubstantiated, as every claim begins
_NEEDED = ("id", "presence", "text", "was", *PEOPLE)  # the others are written anew
_LONGEST = 30_000  # characters; a spreadsheet's cell holds 32,767


def render(claims: Iterable[Claim], old: Sequence[Line]) -> str:
    """The table as CSV text: claims in reading order, then those that are gone, in the order they stood in.

    Args:
        claims: of the article as it is now.
        old: the rows of the table as it stands, with people's columns.
    """
    return text_of(rows(claims, old))


def rows(claims: Iterable[Claim], old: Sequence[Line]) -> list[dict[str, str]]:
    """The rows of `render`, with every column of ours."""
    empty = dict.fromkeys(COLUMNS, "")
    return [{**empty, **row} for row in merging.carry([machine(claim) for claim in claims], old)]


def text_of(lines: Sequence[Line]) -> str:
    """Rows as CSV text; people's own columns follow ours."""
    own = [column for column in merging.people(lines) if column not in PEOPLE]
    return spreadsheet.render((*COLUMNS, *own), lines)


def read(path: Path, shown: str) -> Sequence[Line]:
    """The rows of a table, none where there is no file.

    Raises:
        BadContent: not CSV, a column of ours is missing, or an id stands twice; names the remedy.
    """
    return parse(path.read_bytes(), shown) if path.is_file() else ()


def parse(data: bytes, shown: str) -> Sequence[Line]:
    """The rows of a table's bytes; raises as `read`."""
    sheet = spreadsheet.read(data, shown, COLUMNS)
    missing = [column for column in _NEEDED if column not in sheet.columns]
    if missing:
        raise BadContent(shown, "line 1", f"lacks the column {missing[0]}; put it back, people's work hangs on it")
    seen: set[str] = set()
    for row in sheet.rows:
        if row["id"] in seen:
            raise BadContent(shown, f"id {row['id']}", "stands in two rows; keep the one with people's columns filled")
        seen.add(row["id"])
    return sheet.rows


def fingerprint(data: bytes) -> str:
    """The name of a table's exact content, for "has it changed since"; "" for a table that is not there yet."""
    return sha256(data).hexdigest() if data else ""


def machine(claim: Claim) -> dict[str, str]:
    """What the machine says about a claim: its columns, all filled in."""
    cells = {
        "id": claim.id,
        "presence": "here",
        "text": claim.text,
        "was": "",
        "type": claim.type,
        "citation": claim.citation,
        "certainty": claim.certainty,
        "intervention": claim.intervention,
        "condition": claim.condition,
        "population": claim.population,
        "quantities": "; ".join(quantity.text for quantity in claim.quantities),
        "references": "; ".join(reference.target or reference.text for reference in claim.references),
        "source_states": "; ".join(dict.fromkeys(map(_state, filter(_has_state, claim.references)))),
    }
    return {column: _line(cell) for column, cell in cells.items()}


def _has_state(reference: Reference) -> bool:
    return bool(reference.state)


def _state(reference: Reference) -> str:
    """ "doi:10.5555/x not verified": the identifier and what is known of it."""
    name = reference.target or reference.text
    kind = (
        "" if reference.kind in ("url", "entry", "named") or name.lower().startswith(reference.kind) else reference.kind
    )
    return f"{kind}:{name} {reference.state}" if kind else f"{name} {reference.state}"


def _line(text: str) -> str:
    line = spreadsheet.plain(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
