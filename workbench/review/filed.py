"""`claims/decisions.csv` as a process knows it: a decision costs what changed, not all that was ever decided.

Decisions are never changed, so what an article's lines are can only change by a decision with a higher number.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from workbench import decisions as matching
from workbench import spreadsheet
from workbench.review import standing
from workbench.review.tables import decisions
from workbench.review.wording import Row

_MANY = 500  # articles from which on all are read anew
_READ = tuple(decisions.c[column] for column in ("id", "ends", "fact", *matching.COLUMNS))


def for_ci(rows: Sequence[Row]) -> list[Row]:
    """The decisions of an article that the file has: those that stand, and accepted risks that a fact opened again.

    A fact that changes is work for the queue and fails no commit: until somebody decides anew, or its end date passes,
    CI takes such a risk as it was accepted.

    Args:
        rows: every decision of the article, oldest first.
    """
    newest, opened = dict[tuple[str, str], Row](), dict[tuple[str, str], Row]()
    by_id = {row["id"]: row for row in rows}
    for row in rows:
        place = row["check"], row["fingerprint"]
        newest[place] = row
        ended = by_id.get(row["ends"])
        if _by_fact(row) and ended is not None and ended["decision"] == "accepted":
            opened[place] = ended
    return [*standing.standing(rows), *(row for place, row in opened.items() if _by_fact(newest[place]))]


def _by_fact(row: Row) -> bool:
    return bool(row["decision"] == "undone" and row["fact"])


class Filed:
    """The lines of each article, as far as they were read, and the file's bytes as they were when all of it was known.

    `path` is the file. Ask only in a transaction that has stored no decision itself: it could still be taken back.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._last, self._lines = 0, dict[str, bytes]()
        self._known: bytes | None = None

    def there(self) -> bytes | None:
        """The file's bytes; None without a file."""
        try:
            return self.path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None

    def rendered(self, connection: Connection) -> bytes:
        """The file as it has to be."""
        last = standing.last_number(connection)
        if last < self._last:  # another database took its place
            self._last, self._lines = 0, {}
        if last > self._last:
            self._read(connection)
            self._last = last
        return b"".join((matching.HEADER, *(self._lines[name] for name in sorted(self._lines))))

    def _read(self, connection: Connection) -> None:
        query = select(*_READ).order_by(decisions.c.id)
        if self._last:  # by number, along its index; DISTINCT would walk the one of the names
            new = select(decisions.c.article).where(decisions.c.id > self._last).order_by(decisions.c.id)
            names = set(connection.execute(new).scalars())
            query = query.where(decisions.c.article.in_(sorted(names))) if len(names) < _MANY else query
        found: dict[str, list[Row]] = {}
        for row in connection.execute(query).mappings():
            found.setdefault(row["article"], []).append(dict(row))
        for name, rows in found.items():  # by the guarded name, as the cells are sorted
            self._lines[spreadsheet.guard(name)] = matching.lines(for_ci(rows))

    def know(self, data: bytes | None) -> None:
        """All that these bytes say is stored, or was told to have lost."""
        self._known = data

    def is_known(self, data: bytes | None, rendered: bytes = b"") -> bool:
        """Whether these bytes of the file say nothing that `know` or the database has not heard."""
        if data is None or data in (self._known, rendered):
            return True
        heard = {*(self._known or b"").split(b"\n"), *rendered.split(b"\n"), *matching.HEADER.split(b"\n")}
        return heard.issuperset(data.split(b"\n"))


_OPEN: WeakKeyDictionary[Engine, dict[Path, Filed]] = WeakKeyDictionary()


def of(engine: Engine, root: Path) -> Filed:
    """What this process knows of the newsroom's file; kept as long as its engine."""
    mine = _OPEN.setdefault(engine, {})
    return mine.setdefault(root, Filed(root / matching.NAME))
