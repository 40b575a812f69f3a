"""Checks as an earlier run prepared them, kept beside the checks as Python keeps its bytecode.

Reading a hundred check files and taking their phrases apart costs more than checking an article. What is kept here is
taken up again only while every file has the size and the moment of change that it had, and only by the same version of
the code; where it cannot be written, each run prepares the checks anew. It holds data only, never anything that runs.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from workbench import __version__
from workbench.forms import CheckFile
from workbench.phrases import Compiled

_FOLDER, _NAME = "__pycache__", "prepared.msgpack"
_CODE = ("anchors.py", "forms.py", "loader.py", "phrases.py", "prepared.py", "shadow.py", "wordlists.py")


class Prepared(msgspec.Struct, frozen=True):
    """Check files by id with their topic, tables as (name, columns, cells row by row), and all phrases taken apart."""

    files: dict[str, tuple[str, CheckFile]]
    tables: dict[str, tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]]
    phrases: Compiled


class _Kept(msgspec.Struct, frozen=True):
    seal: str
    prepared: msgspec.Raw


def seal(folders: Iterable[Path]) -> str:
    """What tells one state of these folders, and of the code, from any other."""
    told = hashlib.blake2b(__version__.encode(), digest_size=16)
    for path in _sources(folders):
        state = path.stat()
        told.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _sources(folders: Iterable[Path]) -> Iterator[Path]:
    code = Path(__file__).parent
    yield from (code / name for name in _CODE)
    for folder in folders:
        yield folder
        yield from sorted(path for path in folder.rglob("*") if path.suffix in (".toml", ".csv", ".txt"))


def read(folders: tuple[Path, ...], sealed: str) -> Prepared | None:
    """What was kept for these folders in just this state; None where there is nothing of use."""
    with contextlib.suppress(OSError, msgspec.MsgspecError, ValueError):
        kept = msgspec.msgpack.decode(_place(folders).read_bytes(), type=_Kept)
        if kept.seal == sealed:
            return msgspec.msgpack.decode(kept.prepared, type=Prepared)
    return None


def keep(folders: tuple[Path, ...], sealed: str, prepared: Prepared) -> None:
    """Keep it for the next run, whole or not at all; a place that cannot be written is no error."""
    place = _place(folders)
    data = msgspec.msgpack.encode(_Kept(sealed, msgspec.Raw(msgspec.msgpack.encode(prepared))))
    with contextlib.suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        handle, half = tempfile.mkstemp(dir=place.parent, prefix=_NAME)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(half).chmod(0o644)  # as the checks themselves: others may read it
            Path(half).replace(place)
        except OSError:
            Path(half).unlink()


def _place(folders: tuple[Path, ...]) -> Path:
    return folders[-1] / _FOLDER / _NAME
