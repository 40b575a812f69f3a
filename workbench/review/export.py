"""What leaves the queue: `claims/decisions.csv`, as CI reads it, and the whole history.

The file is written after every decision and read at every start.

A database that a team shares lies beside no file: there it is written when somebody asks for it. Otherwise the file
and the database tell the same after every start: a decision that was stored but not yet written is written,
and a row that only the file has (a fresh clone, a colleague's commit) is taken over. Cells are single lines without
blanks at either end, as the reader of the file gives them back, so that reading and writing again changes no byte.
A cell that a spreadsheet would run is guarded by an apostrophe, which the reader of the file takes off again.
An accepted risk stays there after its end date, until somebody decides anew: CI tells from it why a finding is open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from sqlalchemy import Connection, Engine, insert, select

from workbench import decisions as matching
from workbench import files, spreadsheet
from workbench.errors import BadContent
from workbench.review import branch, filed, history, standing, wording
from workbench.review.connection import QueueUnavailable, kind_of, reading, writing
from workbench.review.tables import articles, decisions
from workbench.review.tables import history as history_table
from workbench.review.wording import Row

_COLUMNS = matching.COLUMNS
_SAME = tuple(column for column in _COLUMNS if column not in ("text", "text_hash"))  # what makes two rows one decision
_TOLD = ("article", "check", "fingerprint", "who", "note", "what")  # what makes two imports one
_MANY = 500  # articles from which on all are looked at
_SAFE = "Your decisions are safe in the queue and are written at the next start"
_ROUNDS = 5  # after which other people's decisions are left to their own commits


def render(rows: Iterable[Row]) -> bytes:
    """The decisions that stand and close a finding, sorted by article, check and fingerprint; UTF-8, LF."""
    return matching.HEADER + matching.lines(rows)


def cell(text: str) -> str:
    """Text as it stands in a cell: one line, one blank between words, nothing that UTF-8 cannot hold."""
    return " ".join(text.split()).encode("utf-8", "replace").decode("utf-8")


def standing_rows(connection: Connection) -> list[Row]:
    """Every decision of every article that stands."""
    return [row for rows in standing.rows_of(connection).values() for row in standing.standing(rows)]


def write(engine: Engine, root: Path) -> bool:
    """Bring the file in line with the database; says whether it had to be changed.

    Writing happens under the database's write lock, so that of two processes the later one writes the later state.
    What came into the file since it was last read (a pull, an editor) is taken over first.

    Raises:
        QueueUnavailable: the file cannot be written, or does not hold; decisions are safe in the database.
    """
    mine = filed.of(engine, root)
    try:
        for _ in range(_ROUNDS):
            with writing(engine) as connection:
                data, before = mine.rendered(connection), mine.there()
                if mine.is_known(before, data):
                    return _written(mine, before, data)
            take_over(engine, root, "")
    except BadContent as error:
        raise QueueUnavailable(f"{error}. {_SAFE} once it is mended.") from error
    raise QueueUnavailable(f"{matching.NAME} is being changed all the time by another program. {_SAFE}.")


def _written(mine: filed.Filed, before: bytes | None, data: bytes) -> bool:
    if (matching.HEADER if before is None else before) == data:  # no file says the same as an empty one
        mine.know(data)
        return False
    try:
        mine.path.parent.mkdir(parents=True, exist_ok=True)
        files.replace(mine.path, data)
    except OSError as error:
        raise QueueUnavailable(f"{matching.NAME} cannot be written ({error.strerror}). {_SAFE}.") from error
    mine.know(data)
    return True


def publish(engine: Engine, root: Path, name: str, message: str, author: str, at: str) -> str:
    """Commit the decisions to a branch of the newsroom's repository; see `branch.publish`.

    Rows that only the branch has, a colleague's commit that was fetched, are taken over first. No lock is held while
    git works, so what was decided meanwhile is committed at once as well: the branch is never left behind the queue.

    Returns:
        The last commit's name; "" where the branch has all this already.

    Raises:
        NotPublished: the message says why; the decisions are safe in the database.
    """
    commit = ""
    for _ in range(_ROUNDS):
        theirs = branch.read(root, name, matching.NAME)
        try:
            taken = _take_rows(engine, _rows_of(theirs), at) if theirs else 0
        except BadContent as error:
            raise branch.NotPublished(f"on the branch “{name}”, {error}; mend it there") from error
        if taken and kind_of(engine).FILE_AT_ONCE:
            write(engine, root)
        with reading(engine) as connection:
            data = render(row for rows in standing.rows_of(connection).values() for row in filed.for_ci(rows))
        if theirs == data:
            break
        commit = branch.publish(root, name, matching.NAME, data, message, author) or commit
    return commit


def _rows_of(data: bytes) -> Sequence[Row]:
    with TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder) / matching.NAME
        path.parent.mkdir()
        path.write_bytes(data)
        return matching.written(Path(folder))


def take_over(engine: Engine, root: Path, at: str) -> int:
    """Store the rows of the file that the database does not know; returns how many.

    Where both have a decision about one finding, the later day wins, and on the same day the database's. Of two rows
    in the file about one finding, the stronger wins. All are told in the history, "" as the moment of its newest row.

    Raises:
        BadContent: the file does not hold; nothing was changed.
        QueueUnavailable: it cannot be read, or the database cannot be used.
    """
    mine = filed.of(engine, root)
    try:
        data = mine.there()
        if mine.is_known(data):
            return 0
        with reading(engine) as connection:
            news = not mine.is_known(data, mine.rendered(connection))
        taken = _take_rows(engine, matching.written(root), at) if news else 0
    except OSError as error:
        problem = f"{matching.NAME} cannot be read ({error.strerror}); nothing was changed. Check its rights"
        raise QueueUnavailable(f"{problem}, then try again.") from error
    mine.know(data)
    return taken


def _take_rows(engine: Engine, rows: Sequence[Row], at: str) -> int:
    if not rows:
        return 0
    with reading(engine) as connection:
        if not _unknown(connection, rows):
            return 0
    with writing(engine) as connection:
        unknown = sorted(_unknown(connection, rows), key=matching.strength, reverse=True)
        _name_articles(connection, {cell(row["article"]) for row in unknown})
        _take(connection, unknown, at)
    return len(unknown)


def _unknown(connection: Connection, rows: Iterable[Row]) -> list[Row]:
    """Each row once that is neither stored nor, in the history, told to have lost against what was.

    An entry of a baseline that was taken out may come back: it is known while it stands.
    """
    columns = (decisions.c[column] for column in _SAME)
    stored = [dict(row) for row in connection.execute(select(*columns)).mappings()]
    known = {_same(row) for row in stored if row["decision"] != "baseline"}
    if len(known) < len(stored):
        known |= {_same(row) for row in standing_rows(connection) if row["decision"] == "baseline"}
    unknown = {_same(row): row for row in rows if _same(row) not in known}
    if not unknown:
        return []
    imports = select(*(history_table.c[column] for column in _TOLD)).where(history_table.c.event == "import")
    names = {cell(row["article"]) for row in unknown.values()}
    if len(names) < _MANY:
        imports = imports.where(history_table.c.article.in_(sorted(names)))
    told = {_told(dict(event)) for event in connection.execute(imports).mappings()}
    return [row for row in unknown.values() if _told(_event(_cells(row), None, True, "")) not in told]


def _told(event: Row) -> tuple[str, ...]:
    return tuple(event[column] for column in _TOLD)


def _cells(row: Row, columns: Sequence[str] = _COLUMNS) -> dict[str, Any]:
    cells = {column: cell(row[column]) for column in columns}
    if cells["second"] == cells["by"]:
        cells["second"] = ""  # nobody is a second person to themselves
    return cells


def _same(row: Row) -> tuple[str, ...]:
    return tuple(_cells(row, _SAME).values())


def _name_articles(connection: Connection, names: set[str]) -> None:
    if "" in names:
        raise BadContent(matching.NAME, "", "has a row without an article; give its name below articles/")
    there = set(connection.execute(select(articles.c.name)).scalars())
    new = [{"name": name} for name in sorted(names - there)]
    if new:
        connection.execute(insert(articles), new)


def _take(connection: Connection, rows: Sequence[Row], at: str) -> None:
    at = at or history.newest(connection) or max((row["on"] for row in rows), default="")
    number = standing.last_number(connection)
    stored: dict[tuple[str, ...], Row] = {_finding(row): row for row in standing_rows(connection)}
    events, taken = [], []
    for row in rows:
        new = _cells(row)
        rival = stored.get(_finding(new))
        loses = rival is not None and rival["on"] >= new["on"]
        events.append(_event(new, rival, loses, at))
        if not loses:
            number += 1
            new |= {"id": number, "actor": new["by"], "ends": rival["id"] if rival else None}
            stored[_finding(new)] = new
            events[-1]["row_hash"] = history.row_hash(decisions, new)
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


def history_rows(connection: Connection) -> list[dict[str, Any]]:
    """Every row of the history with every column, in the order in which they were written."""
    return [dict(row) for row in connection.execute(select(history_table).order_by(history_table.c.id)).mappings()]


def render_history(rows: Sequence[Row], form: Literal["csv", "json"]) -> str:
    """The history as other programs read it: a table, or an array of objects; both with prev and hash, to verify it.

    In the table no cell can run in a spreadsheet (`spreadsheet.bare` gives the text back), and nothing stands for an
    event about the whole newsroom in the column "article"; the objects say null there.
    """
    if form == "json":
        lines = (json.dumps(dict(row), ensure_ascii=False, separators=(",", ":")) for row in rows)
        return "[" + ",".join(f"\n{line}" for line in lines) + "\n]\n"
    columns = [column.name for column in history_table.c]
    shown = ({column: "" if row[column] is None else str(row[column]) for column in columns} for row in rows)
    return spreadsheet.render(columns, shown)
