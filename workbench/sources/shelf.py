"""The shelf as a mapping key → text; a file is opened when somebody asks for it, and its text is kept for next time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec

from workbench import files, identifiers, spreadsheet
from workbench.errors import BadContent, Unreadable
from workbench.facts import Row
from workbench.model import SourceText
from workbench.sources import index, texts
from workbench.sources.evidence import Confirmed
from workbench.sources.texts import Text

_CACHE = ".workbench/sources"
_FORM = 1  # of the kept text; another number makes all of them anew
_TABLE = ("id", "evidence")


class _Kept(msgspec.Struct, frozen=True):
    form: int
    title: str
    identifiers: tuple[str, ...]
    text: str
    pages: tuple[int, ...]


class Shelf(Mapping[str, SourceText]):
    """The sources of one newsroom by key. Asking for a key opens its file; nothing else does.

    Asking for one whose file is missing, changed or cannot be read raises `Unreadable`, which says what to do.
    """

    def __init__(self, root: Path, rows: Sequence[Row]) -> None:
        self.root = root
        self.rows: Mapping[str, Row] = {row["key"]: row for row in rows}
        self._texts: dict[str, SourceText] = {}
        self._names: dict[str, str] | None = None

    def __getitem__(self, key: str) -> SourceText:
        if key not in self._texts:
            self._texts[key] = self._read(self.rows[key])
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __contains__(self, key: object) -> bool:
        return key in self.rows  # the mapping's own would open the file

    def by_name(self) -> Mapping[str, str]:
        """Identifier → key, by the index alone."""
        if self._names is None:
            self._names = {name: key for key, row in self.rows.items() for name in index.names(row)}
        return self._names

    def problem(self, key: str) -> str:
        """Why a source cannot be used, "" where it can."""
        try:
            self[key]
        except Unreadable as error:
            return str(error)
        return ""

    def holds(self, place: Confirmed) -> bool:
        """Whether a confirmed place still stands in its source; where not, a person has to look again."""
        try:
            return place.key in self and place.holds(self[place.key])
        except Unreadable:
            return False

    def place(self, key: str) -> Path:
        """The file of a source.

        Raises:
            Unreadable: there is none, or there are two.
        """
        folder = self.root / index.FOLDER
        found = [path for end in index.SUFFIXES if (path := folder / f"{key}{end}").is_file()]
        if not found:
            wanted = "|".join(end.lstrip(".") for end in index.SUFFIXES)
            raise Unreadable(f"has no file {index.FOLDER}/{key}.({wanted}); put it back, or add the source again")
        if len(found) > 1:
            raise Unreadable(f"has {len(found)} files ({', '.join(path.name for path in found)}); keep the one meant")
        return found[0]

    def _read(self, row: Row) -> SourceText:
        place = self.place(row["key"])
        data = texts.bytes_of(place)
        digest = sha256(data).hexdigest()
        if digest != row["hash"]:
            changed = "is not the file that was added" if row["hash"] else "has no hash in the index"
            raise Unreadable(
                f"{changed}; compare them, then run `workbench sources add {index.FOLDER}/{place.name} --key"
                f" {row['key']} --replace`"
            )
        text = self._kept(digest, data, place)
        return SourceText(
            key=row["key"],
            title=row["title"] or text.title,
            identifiers=index.names(row),
            version=row["version"],
            hash=digest,
            text=text.text,
            pages=text.pages,
        )

    def _kept(self, digest: str, data: bytes, place: Path) -> Text:
        path = self.root / _CACHE / f"{digest}.json"
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
            pages = kept.pages
            if (
                kept.form == _FORM
                and pages
                and pages[0] == 0
                and list(pages) == sorted(pages)
                and pages[-1] <= len(kept.text)
            ):
                return Text(kept.title, kept.identifiers, kept.text, pages)
        except (OSError, msgspec.MsgspecError, ValueError):
            pass  # not there, or not whole: made anew
        text = texts.read(data, place.suffix)
        self._keep(path, _Kept(_FORM, text.title, text.identifiers, text.text, text.pages))
        return text

    def _keep(self, path: Path, kept: _Kept) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            ignore = path.parent.parent / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
            files.replace(path, msgspec.json.encode(kept))
        except OSError:
            pass  # a folder that cannot be written: the text is read again next time


def shelf(root: Path) -> Shelf:
    """The sources of the newsroom with this root; empty where it has none.

    Raises:
        BadContent: the index does not hold.
    """
    return Shelf(root, index.read(root))


def evidence_of(sources: Mapping[str, SourceText], article: str) -> Mapping[str, str]:
    """What people wrote in the column `evidence` of an article's claim table: claim id → cell.

    Args:
        sources: the shelf; any other mapping has no tables beside it.
        article: its name, as in the tables.
    """
    if not isinstance(sources, Shelf):
        return {}
    place = sources.root / "claims" / f"{article}.csv"
    try:
        rows = spreadsheet.read(place.read_bytes(), f"claims/{article}.csv", _TABLE).rows if place.is_file() else ()
    except (OSError, BadContent):
        return {}  # `workbench claims` says what is wrong with a table; nothing is taken from one that does not hold
    return {row["id"]: row["evidence"] for row in rows if row.get("id") and row.get("evidence")}


def written_out(rows: Iterable[Mapping[str, str]]) -> Mapping[str, SourceText]:
    """Sources whose text is written out, as in the example of a check file: `key`, `identifiers`, `text`, `title`."""
    made: dict[str, SourceText] = {}
    for row in rows:
        names = tuple(found.identifier for found in identifiers.within(row.get("identifiers", "")))
        text = texts.plain(row["text"])
        digest = sha256(text.text.encode("utf-8", "replace")).hexdigest()
        made[row["key"]] = SourceText(
            row["key"], row.get("title", "") or text.title, names, row.get("version", ""), digest, text.text, text.pages
        )  # fmt: skip
    return made
