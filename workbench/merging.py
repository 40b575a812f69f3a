"""What people wrote in a claim table, carried along: to the claims of an edited article, and between two copies.

Nothing that people wrote is ever dropped: it stands at its claim, at the claim that its sentence became, or in a row
that is marked as gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from workbench.assigning import assign
from workbench.errors import Usage
from workbench.fingerprint import normalised
from workbench.likeness import Wording, likeness, nearest, prepared

MACHINE = (
    "id", "presence", "text", "was", "type", "citation", "certainty", "intervention", "condition", "population",
    "quantities", "references", "source_states",
)  # fmt: skip
Line = Mapping[str, str]

_ALIKE = 0.72  # likeness from which an edited sentence is taken for the same claim; a person is asked to confirm it
_ABOUT = {"intervention": 0.15, "condition": 0.1, "population": 0.02}  # taken off where both name one and they differ
_CANDIDATES = 12  # old rows looked at for one new claim
_PLACE, _WRITTEN = 0.01, 0.005  # what standing in the same part of the page, and people's work, weigh between equals
_SHOWN = 5  # conflicts spelled out in a message


class Conflict(Struct, frozen=True):
    """A cell that two people changed to different things; `text` is the claim, `base` what stood there before."""

    id: str
    text: str
    column: str
    base: str
    mine: str
    theirs: str


class Conflicts(Usage):
    """Two people wrote different things into the same cells; `cells` has each with both values."""

    def __init__(self, where: str, cells: Sequence[Conflict]) -> None:
        self.cells = tuple(cells)
        told = [f"“{_short(cell.text)}”, {cell.column}: “{cell.mine}” or “{cell.theirs}”" for cell in cells[:_SHOWN]]
        more = f"; and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else ""
        count = f"{len(cells)} cell{'' if len(cells) == 1 else 's'}"
        super().__init__(
            f"{where}: two people wrote different things in {count}; nothing was changed. Choose one of each:"
            f" {'; '.join(told)}{more}"
        )


def people(rows: Iterable[Line]) -> tuple[str, ...]:
    """The columns that belong to people, ours and their own, in the order they stand in."""
    found: dict[str, None] = {}
    for row in rows:
        found.update((column, None) for column in row if column not in MACHINE)
    return tuple(found)


def written(row: Line) -> bool:
    """Whether a person wrote anything in this row."""
    return any(cell for column, cell in row.items() if column not in MACHINE)


def carry(now: Sequence[Line], old: Sequence[Line]) -> list[dict[str, str]]:
    """The rows of an article's claims with what people wrote, then the rows that are gone, in the order they stood in.

    Args:
        now: machine columns of each claim, in reading order; ids differ.
        old: the table as it stands; ids differ.
    """
    before = same_claims(now, old)
    taken = {id(row) for row in before.values()}
    ids = {row["id"] for row in now}
    rows = [_with_people(row, before.get(at)) for at, row in enumerate(now)]
    # A row whose id went to an equal sentence has nothing of people's in it: see `_by_wording`.
    left = [row for row in old if id(row) not in taken and row["id"] not in ids]
    return [*rows, *({**row, "presence": "gone"} for row in left)]


def same_claims(now: Sequence[Line], old: Sequence[Line]) -> dict[int, Line]:
    """Place in `now` → the old row of the same claim: by id and wording, else the likest, each row once."""
    found = _by_wording(now, old)
    taken = {id(row) for row in found.values()}
    for gone in (False, True):  # what stood in the article last time goes first
        fresh = [at for at in range(len(now)) if at not in found]
        left = [row for row in old if id(row) not in taken and (row.get("presence") == "gone") == gone]
        for at, row in _by_likeness(now, fresh, left, old).items():
            found[at] = row
            taken.add(id(row))
    return found


def merge(
    base: Sequence[Line], mine: Sequence[Line], theirs: Sequence[Line], where: str = "claim table",
    chosen: Mapping[tuple[str, str], str] | None = None,
) -> list[dict[str, str]]:  # fmt: skip
    """One table out of two people's copies: each cell that only one of them changed is taken from that one.

    Args:
        base: the table that both began with.
        mine, theirs: the copies. A row that one of them lacks is kept; what the machine wrote comes from `theirs`.
        where: how messages call the table.
        chosen: (id, column) → value for cells that both changed.

    Raises:
        Conflicts: a cell that both changed differently and that is not `chosen`; nothing is decided for anybody.
    """
    began = {row["id"]: row for row in base}
    partner = same_claims(theirs, mine)
    merged: list[dict[str, str]] = []
    conflicts: list[Conflict] = []
    columns = (*people(theirs), *(column for column in people(mine) if column not in people(theirs)))
    for at, their in enumerate(theirs):
        row, my = dict(their), partner.get(at)
        if my is not None:
            start = began.get(my["id"]) or began.get(their["id"]) or {}
            for column in (*columns, "was"):
                cell = Conflict(
                    their["id"], their["text"], column,
                    *(line.get(column, "") for line in (start, my, their)),
                )  # fmt: skip
                row[column] = _settle(cell, chosen or {}, conflicts)
            if not row["was"] and row.get("presence") == "changed":
                row["presence"] = "here"
        merged.append(row)
    if conflicts:
        raise Conflicts(where, conflicts)
    known = {id(row) for row in partner.values()}
    ids = {row["id"] for row in merged}
    return merged + [dict(row) for row in mine if id(row) not in known and row["id"] not in ids]


def _settle(cell: Conflict, chosen: Mapping[tuple[str, str], str], conflicts: list[Conflict]) -> str:
    if cell.mine in (cell.theirs, cell.base):
        return cell.theirs
    if cell.theirs == cell.base:
        return cell.mine
    if (cell.id, cell.column) in chosen:
        return chosen[cell.id, cell.column]
    if cell.column == "was":
        return cell.mine and cell.theirs  # whoever emptied it has confirmed the new wording
    conflicts.append(cell)
    return cell.theirs


def _with_people(now: Line, before: Line | None) -> dict[str, str]:
    """A claim's row with what people wrote; they are asked to look again where they wrote about other words."""
    if before is None or not written(before):
        return dict(now)
    theirs = {column: cell for column, cell in before.items() if column not in MACHINE}
    # The same id with an empty `was` means: nothing changed, or somebody emptied it to confirm.
    was = before["was"] if before["id"] == now["id"] else before["was"] or before["text"]
    back = normalised(was) in ("", normalised(now["text"]))
    return {**now, **theirs, "was": "" if back else was, "presence": "here" if back else "changed"}


def _by_wording(now: Sequence[Line], old: Sequence[Line]) -> dict[int, Line]:
    """Rows of the same id; and of equal sentences, of which one was cut, first those that people wrote about."""
    by_id = {row["id"]: row for row in old}
    found = {at: by_id[row["id"]] for at, row in enumerate(now) if row["id"] in by_id}
    taken = {id(row) for row in found.values()}
    waiting: dict[str, list[Line]] = {}
    for row in old:
        if id(row) not in taken and written(row):
            waiting.setdefault(normalised(row["text"]), []).append(row)
    if waiting:
        for at, row in enumerate(now):
            rows = waiting.get(normalised(row["text"]))
            if rows and not (at in found and written(found[at])):
                found[at] = rows.pop(0)
    return found


def _by_likeness(now: Sequence[Line], fresh: list[int], left: list[Line], old: Sequence[Line]) -> dict[int, Line]:
    if not fresh or not left:
        return {}
    places = {id(row): at for at, row in enumerate(old)}
    wordings = [prepared(row["text"]) for row in left]
    earlier = [prepared(row["was"]) if row.get("was") else None for row in left]  # what the verdict was about
    pairs: dict[tuple[int, int], float] = {}
    for at in fresh:
        wording = prepared(now[at]["text"])
        near = set(nearest(wording, wordings, _ALIKE, _CANDIDATES))
        near.update(place for place, was in enumerate(earlier) if was is not None)
        for place in sorted(near):
            alike = _alike(wording, wordings[place], earlier[place]) - _apart(now[at], left[place])
            if alike >= _ALIKE:
                distance = abs(at / len(now) - places[id(left[place])] / len(old))
                alike += _PLACE * (1 - distance) + _WRITTEN * written(left[place])
                pairs[at, place] = alike
    return {at: left[place] for at, place in assign(pairs).items()}


def _alike(wording: Wording, other: Wording, earlier: Wording | None) -> float:
    alike = likeness(wording, other)
    return alike if earlier is None else max(alike, likeness(wording, earlier))


def _apart(now: Line, old: Line) -> float:
    """How much less alike two rows are because they name another treatment, condition or group of people."""
    off = 0.0
    for column, weight in _ABOUT.items():
        here, there = now.get(column, ""), old.get(column, "")
        if here and there and here != there:
            off += weight
    return off


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
