"""Putting a file in its place whole (readers see the old one or the new one, never a half); where files really are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

_WHOLE = os.name == "nt"  # there a name has several spellings, which only the whole way tells apart


def replace(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write the file beside its place, make sure that it reached the disk, then move it there.

    Raises:
        OSError: the place cannot be written; what stood there stands unchanged.
    """
    half = path.with_name(f".{path.name}.part")
    with half.open("wb") as file:
        file.writelines((data,) if isinstance(data, bytes) else data)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
    if os.name == "posix":  # the new name itself must reach the disk
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


class Real:
    """The real place of one file after the other, as `os.path.realpath` says it; not kept for long, folders move.

    Each folder is followed once, and not for each file in it: half of the time that naming 5,000 articles takes.
    """

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}

    def __call__(self, path: str) -> str:
        """Absolute and without links; a path that leads nowhere is followed as far as it goes."""
        folder, name = os.path.split(path)
        if _WHOLE or name in ("", os.curdir, os.pardir):
            return os.path.realpath(path)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        place = os.path.join(self._folders[folder], name)  # noqa: PTH118  asked of each file of a corpus
        return os.path.realpath(place) if os.path.islink(place) else place  # noqa: PTH114
