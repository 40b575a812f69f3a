"""Putting a file in its place whole: readers see the old one or the new one, never a half."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


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
