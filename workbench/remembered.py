"""Reports of earlier runs: an article is checked again only where something that its report rests on changed.

What a report rests on is its key: the article's bytes and name, the day, the country, every check and table, all that
the newsroom knows, and our own code, each by its content. No time of a file is trusted, so that a folder brought along
from another machine gives the same answers as none at all. Decisions of people are no part of it; they are read anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec

from workbench import __version__, knowledge
from workbench.model import Report

if TYPE_CHECKING:
    from workbench.kept import Kept

NAME = ".workbench/reports.sqlite"  # below the newsroom's root
FEW = 8  # articles; fewer are checked faster than all that they rest on is read
_DAYS = 30  # after which a report that nobody asked for again is dropped
_SIZE = 16  # bytes of a digest
_CHECKS = (".toml", ".csv", ".txt")  # what a check may name
_OPTED_OUT = b"workbench-ignore"  # comments that close findings are judged with the article as it was read


def seal(folders: Iterable[Path], root: Path | None, shared: Iterable[object]) -> str:
    """What all articles of a run rest on.

    Args:
        folders: the `checks/` folders.
        root: the newsroom's root.
        shared: what else holds for each of them (day, country, limits …); by its `repr`.
    """
    told = blake2b(f"{__version__}\0{tuple(shared)!r}".encode(), digest_size=_SIZE)
    for place in _places(folders, root):
        told.update(f"\0{place.name}\0".encode("utf-8", "surrogateescape"))
        told.update(blake2b(place.read_bytes()).digest())
    return told.hexdigest()


def _places(folders: Iterable[Path], root: Path | None) -> Iterator[Path]:
    yield from sorted(Path(__file__).parent.rglob("*.py"))
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.suffix in _CHECKS)
    yield from knowledge.files(root)


class Remembered:
    """The reports of one newsroom under one seal; "" = nothing is remembered."""

    def __init__(self, root: Path | None, seal: str, as_of: date) -> None:
        self._seal, self._day, self._root = seal, as_of.isoformat(), root
        self._kept: Kept | None = None
        if root and seal:
            from workbench.kept import Kept  # and the database, for who has many articles

            self._kept = Kept(root / NAME)

    def key(self, data: bytes, path: Path, name: str) -> str:
        """The key of an article's report; "" where it has to be checked each time.

        Args:
            data: the file's bytes.
            path: the file.
            name: the article's name, as in the tables.
        """
        if not self._seal or _OPTED_OUT in data:
            return ""
        told = blake2b(f"{self._seal}\0{name}\0{path.name}\0".encode("utf-8", "surrogateescape"), digest_size=_SIZE)
        told.update(blake2b(self._table(name)).digest())
        told.update(data)
        return told.hexdigest()

    def _table(self, name: str) -> bytes:
        """What people wrote about the article's claims."""
        place = self._root / "claims" / f"{name}.csv" if self._root else None
        return place.read_bytes() if place and place.is_file() else b""

    def get(self, key: str) -> Report | None:
        """The report without people's decisions; None = it has to be made."""
        found = self._kept.get(key) if key and self._kept else None
        try:
            return msgspec.msgpack.decode(found[1], type=Report) if found else None
        except msgspec.MsgspecError:  # written by something else
            return None

    def put(self, key: str, report: Report) -> None:
        """Remember a report."""
        if key and self._kept:
            self._kept.put(key, self._day, msgspec.msgpack.encode(report))

    def close(self) -> None:
        """Forget what is too old, and let go of the file."""
        if self._kept:
            self._kept.forget((date.fromisoformat(self._day) - timedelta(days=_DAYS)).isoformat())
            self._kept.close()

    def __enter__(self) -> Remembered:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
