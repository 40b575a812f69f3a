"""An article with its claim table on the desk: read, merged with what people wrote, edited, and put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

from msgspec import Struct

from workbench import checking, claim_table, config, decisions, engine, files, knowledge, library, loader, merging
from workbench.errors import Usage
from workbench.folder_lock import locked
from workbench.merging import Conflict, Line
from workbench.model import Article

RESERVED = (  # other tables of this folder
    decisions.NAME, library.NAME, library.USES_NAME, "claims/retractions.csv", "claims/sources/index.csv",
)  # fmt: skip


class Drawn(Struct, frozen=True):
    """A claim table as it would be written now.

    `name` is `claims/<article>.csv`, `place` the file, `before` its bytes (empty where there is none), `old` the rows
    in it, `rows` those of the article as it is now with what people wrote.
    """

    article: Article
    name: str
    place: Path
    before: bytes
    old: Sequence[Line]
    rows: Sequence[Mapping[str, str]]

    @property
    def text(self) -> str:
        """The table as CSV text."""
        return claim_table.text_of(self.rows)


class Edit(Struct, frozen=True):
    """A cell as a person changed it: `before` is what it held when they looked at it."""

    id: str
    column: str
    before: str
    value: str


class Saved(Struct, frozen=True):
    """What became of edits: the table as it stands now, what its file held before, and cells in conflict.

    Where there are such cells, nothing was written. The name before each is the claim's id as the person was shown it.
    """

    drawn: Drawn
    previous: bytes
    conflicts: tuple[tuple[str, Conflict], ...] = ()


class ClaimDesk:
    """Claim tables of one newsroom on one day."""

    def __init__(self, working_directory: Path, as_of: date) -> None:
        """Load what holds here; raises `WorkbenchError` for a mistake in configuration, checks or what is known."""
        settings = config.load(working_directory)
        if settings.root is None:
            raise Usage("claim tables stand beside a newsroom's articles; put a workbench.toml into its folder first")
        self.root, self.as_of, self.settings = settings.root, as_of, settings
        self._content = loader.load(settings.folders)
        self._knowledge = knowledge.load(settings.root, as_of)

    def names(self, paths: Sequence[str]) -> dict[str, str]:
        """Path → the article's name, for articles and folders; raises `Usage`."""
        names = decisions.article_names(checking.articles(paths), self.root)
        for path, name in names.items():
            if f"claims/{name}.csv" in RESERVED:
                raise Usage(f"{path}: claims/{name}.csv is not a claim table; give the article another file name")
        return names

    def draw(self, path: str, name: str) -> Drawn:
        """The table of an article as it would be written now.

        Raises:
            Unreadable: the article cannot be read.
            BadContent: its table does not hold.
        """
        document = engine.read(Path(path), path, self.settings.readers)
        article = engine.analyse(
            document, self._content.lexicon, self.settings.newsroom.country, self.as_of, self._knowledge
        )
        shown = f"claims/{name}.csv"
        place = self.root / shown
        before = place.read_bytes() if place.is_file() else b""
        old = claim_table.parse(before, shown) if before else ()
        return Drawn(article, shown, place, before, old, claim_table.rows(article.claims, old))

    def hold(self, really: bool = True) -> AbstractContextManager[None]:
        """Keep others from writing tables between `draw` and `put`."""
        return locked(self.root / "claims") if really else nullcontext()

    def put(self, drawn: Drawn) -> None:
        """Write a table to its place, whole."""
        drawn.place.parent.mkdir(parents=True, exist_ok=True)
        files.replace(drawn.place, drawn.text.encode("utf-8"))

    def save(self, path: str, name: str, seen: Sequence[Line], edits: Sequence[Edit], person: str) -> Saved:
        """Put a person's cells into the table as it stands in its file now; all of them, or none.

        Args:
            path, name: of the article.
            seen: the rows that the person was shown.
            edits: their cells.
            person: who they are, for the column `reviewer`.

        Raises:
            WorkbenchError: as `draw`; the file is unchanged.
        """
        with self.hold():
            drawn = self.draw(path, name)
            rows, conflicts = edited(drawn.rows, seen, edits, person, self.as_of)
            drawn = Drawn(drawn.article, drawn.name, drawn.place, drawn.before, drawn.old, rows)
            if conflicts:
                return Saved(self.draw(path, name), drawn.before, tuple(conflicts))
            self.put(drawn)
        return Saved(self.draw(path, name), drawn.before)


def edited(
    rows: Sequence[Line], seen: Sequence[Line], edits: Sequence[Edit], person: str, on: date
) -> tuple[list[dict[str, str]], list[tuple[str, Conflict]]]:
    """The rows with a person's cells in them, and the cells that hold something else than the person saw,
    each with the id of the claim as it was shown.

    A claim that was reworded meanwhile takes its cells along; one that left keeps them in a row of its own.
    """
    after = {row["id"]: dict(row) for row in rows}
    shown = {row["id"]: row for row in seen}
    strays = [shown[name] for name in dict.fromkeys(edit.id for edit in edits) if name not in after and name in shown]
    moved = {old["id"]: rows[at]["id"] for at, old in merging.same_claims(rows, strays).items()}
    for row in strays:
        if row["id"] not in moved:
            after[row["id"]] = {**row, "presence": "gone"}
    conflicts: list[tuple[str, Conflict]] = []
    touched: set[str] = set()
    for edit in edits:
        target = moved.get(edit.id, edit.id)
        if target not in after:
            raise Usage(f"the table has no claim {edit.id}; nothing was changed. Read the table again")
        there = after[target].get(edit.column, "")
        if there not in (edit.before, edit.value):
            text = after[target]["text"]
            conflicts.append((edit.id, Conflict(target, text, edit.column, edit.before, edit.value, there)))
            continue
        if there != edit.value:
            after[target][edit.column] = edit.value
            touched.add(target)
    for target in touched:
        _sign(after[target], person, on)
    return list(after.values()), conflicts


def _sign(row: dict[str, str], person: str, on: date) -> None:
    """Who looked at the claim last; nobody where nothing is left of it."""
    if not row["was"] and row["presence"] == "changed":
        row["presence"] = "here"
    anything = any(row[column] for column in ("standing", "evidence", "note"))
    row["reviewer"], row["reviewed_on"] = (person, on.isoformat()) if anything else ("", "")
