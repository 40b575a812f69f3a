"""What a run finds, put aside on disk as it comes: a large corpus takes no more memory than a small one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar
from weakref import finalize

import msgspec

from workbench.model import Report

Item = TypeVar("Item")

_IN_MEMORY = 2**20  # bytes; a run of few articles touches no disk
_SIZE = 4  # bytes that say how long the next report is


class Aside(Generic[Item]):
    """Items of one kind in the order in which they came; read as often as is wanted, one at a time in memory."""

    def __init__(self, kind: type[Item], items: Iterable[Item] = ()) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  closed with the last use of the spool
        finalize(self, self._file.close)
        self._count = 0
        self._decoder = msgspec.msgpack.Decoder(kind)
        for item in items:
            self.add(item)

    def add(self, item: Item) -> None:
        """Put an item behind the others."""
        data = msgspec.msgpack.encode(item)
        self._file.seek(0, 2)
        self._file.write(len(data).to_bytes(_SIZE, "big"))
        self._file.write(data)
        self._count += 1

    def __iter__(self) -> Iterator[Item]:
        at = 0
        for _ in range(self._count):
            self._file.seek(at)  # another reader may have moved on
            size = int.from_bytes(self._file.read(_SIZE), "big")
            yield self._decoder.decode(self._file.read(size))
            at += _SIZE + size

    def __len__(self) -> int:
        return self._count


class Spool(Aside[Report]):
    """The reports of a run."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        super().__init__(Report, reports)
