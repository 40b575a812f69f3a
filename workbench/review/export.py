"""`claims/decisions.csv`: what people decided, as CI reads it; written after every decision, read at every start.

A database that a team shares lies beside no file: there it is written when somebody asks for it. Otherwise the file
and the database tell the same after every start: a decision that was stored but not yet written is written,
and a row that only the file has (a fresh clone, a colleague's commit) is taken over. Cells are single lines without
blanks at either end, as the reader of the file gives them back, so that reading and writing again changes no byte.
A cell that a spreadsheet would run is guarded by an apostrophe, which the reader of the file takes off again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from workbench import decisions as matching
from workbench import files, spreadsheet
from workbench.errors import BadContent
from workbench.review import history, standing, wording
from workbench.review.connection import QueueUnavailable, reading, writing
from workbench.review.tables import articles, decisions
from workbench.review.wording import Row

_COLUMNS = matching.COLUMNS
_SAME = tuple(column for column in _COLUMNS if column not in ("text", "text_hash"))  # what makes two rows one decision


def render(rows: Iterable[Row]) -> bytes:
    """The decisions that stand and close a finding, sorted by article, check and fingerprint; UTF-8, LF."""
    closing = (row for row in rows if row["decision"] in matching.STATES)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows(sorted([spreadsheet.guard(row[column]) for column in _COLUMNS] for row in closing))
    return out.getvalue().encode("utf-8")


def cell(text: str) -> str:
    """Text as it stands in a cell: one line, one blank between words, nothing that UTF-8 cannot hold."""
    return " ".join(text.split()).encode("utf-8", "replace").decode("utf-8")


def standing_rows(connection: Connection) -> list[Row]:
    """Every decision of every article that stands."""
    return [row for rows in standing.rows_of(connection).values() for row in standing.standing(rows)]


def write(engine: Engine, root: Path) -> bool:
    """Bring the file in line with the database; says whether it had to be changed.

    Writing happens under the database's write lock, so that of two processes the later one writes the later state.

    Raises:
        QueueUnavailable: the file cannot be written; decisions are safe in the database.
    """
    path = root / matching.NAME
    with writing(engine) as connection:
        data = render(standing_rows(connection))
        try:
            before = path.read_bytes() if path.exists() else render(())  # no file says the same as an empty one
            if before == data:
                return False
            path.parent.mkdir(parents=True, exist_ok=True)
            files.replace(path, data)
        except OSError as error:
            safe = "Your decisions are safe in the queue and are written at the next start"
            raise QueueUnavailable(f"{matching.NAME} cannot be written ({error.strerror}). {safe}.") from error
    return True


def take_over(engine: Engine, root: Path, at: str) -> int:
    """Store the rows of the file that the database does not know; returns how many.

    Where both have a decision about one finding, the later day wins, and on the same day the database's.

    Raises:
        BadContent: the file does not hold; nothing was changed.
    """
    rows = matching.read(root)
    if not rows:
        return 0
    with reading(engine) as connection:
        if not _unknown(connection, rows):
            return 0
    with writing(engine) as connection:
        unknown = _unknown(connection, rows)
        _name_articles(connection, {cell(row["article"]) for row in unknown})
        _take(connection, unknown, at)
    return len(unknown)


def _unknown(connection: Connection, rows: Iterable[Row]) -> list[Row]:
    known = {_same(dict(row)) for row in connection.execute(select(decisions)).mappings()}
    return [row for row in rows if _same(row) not in known]


def _same(row: Row) -> tuple[str, ...]:
    return tuple(cell(row[column]) for column in _SAME)


def _name_articles(connection: Connection, names: set[str]) -> None:
    if "" in names:
        raise BadContent(matching.NAME, "", "has a row without an article; give its name below articles/")
    there = set(connection.execute(select(articles.c.name)).scalars())
    new = [{"name": name} for name in sorted(names - there)]
    if new:
        connection.execute(insert(articles), new)


def _take(connection: Connection, rows: Iterable[Row], at: str) -> None:
    number = standing.last_number(connection)
    stored: dict[tuple[str, ...], Row] = {_finding(row): row for row in standing_rows(connection)}
    events, taken = [], []
    for row in rows:
        new: dict[str, Any] = {column: cell(row[column]) for column in _COLUMNS}
        if new["second"] == new["by"]:
            new["second"] = ""  # nobody is a second person to themselves
        rival = stored.get(_finding(new))
        loses = rival is not None and rival["on"] >= new["on"]
        events.append(_event(new, rival, loses, at))
        if not loses:
            number += 1
            new |= {"id": number, "actor": new["by"], "ends": rival["id"] if rival else None}
            stored[_finding(new)] = new
            taken.append((new, len(events) - 1))
    ids = history.append(connection, events)
    if taken:
        connection.execute(insert(decisions), [{**new, "history": ids[place]} for new, place in taken])


def _finding(row: Row) -> tuple[str, ...]:
    return row["article"], row["check"], row["fingerprint"]


def _event(row: Row, rival: Row | None, loses: bool, at: str) -> dict[str, str]:
    told = wording.told({**row, "by_name": ""}, date.fromisoformat(row["on"]))
    kept = ("article", "check", "fingerprint", "reason", "note", "text_hash")
    return {
        **{column: row[column] for column in kept},
        "at": at,
        "event": "import",
        "who": row["by"],
        "before": rival["decision"] if rival else "",
        "after": rival["decision"] if rival and loses else row["decision"],
        "what": f"{told} (from {matching.NAME}{'; the decision stored here stands' if loses else ''}).",
    }
