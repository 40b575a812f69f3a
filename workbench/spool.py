"""The reports of a run, put aside on disk as they come: a large corpus takes no more memory than a small one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from weakref import finalize

import msgspec

from workbench.model import Report

_IN_MEMORY = 2**20  # bytes; a run of few articles touches no disk
_SIZE = 4  # bytes that say how long the next report is


class Spool:
    """Reports in the order in which they came; read as often as is wanted, one at a time in memory."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  closed with the last use of the spool
        finalize(self, self._file.close)
        self._count = 0
        self._decoder = msgspec.msgpack.Decoder(Report)
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> None:
        """Put a report behind the others."""
        data = msgspec.msgpack.encode(report)
        self._file.seek(0, 2)
        self._file.write(len(data).to_bytes(_SIZE, "big"))
        self._file.write(data)
        self._count += 1

    def __iter__(self) -> Iterator[Report]:
        at = 0
        for _ in range(self._count):
            self._file.seek(at)  # another reader may have moved on
            size = int.from_bytes(self._file.read(_SIZE), "big")
            yield self._decoder.decode(self._file.read(size))
            at += _SIZE + size

    def __len__(self) -> int:
        return self._count
