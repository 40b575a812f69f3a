"""The parts of a packed file, taken out under limits on what is really unpacked, whatever its lists promise."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from workbench.config import MEGABYTE, Limits
from workbench.errors import Unreadable

SAVE_AGAIN = "open it in Word and save it again"
_MOST_PARTS = 5_000
_ENTRY = b"PK\x01\x02"  # begins each entry of the list of parts
_DENSEST = 200  # times that a part larger than a megabyte may have been made smaller; text reaches 20, a bomb 1,000
_CHUNK = 1 << 16
_FAULTS = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, KeyError,
    RuntimeError, NotImplementedError, IndexError, struct.error,
)  # fmt: skip


class Parts:
    """The parts of a packed file by name; names are alike in upper and lower case, as Word takes them."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Look at the list of parts; nothing is unpacked yet.

        Raises:
            Unreadable: it is no zip archive, or one that an honest program does not write.
        """
        if data.count(_ENTRY) > _MOST_PARTS:
            raise Unreadable(f"holds more than {_MOST_PARTS:,} parts; save the text alone as a new Word file")
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
            infos = self._file.infolist()
        except _FAULTS as error:
            raise Unreadable(f"is damaged or cut short; {SAVE_AGAIN}, or ask for the file once more") from error
        self._left = limits.max_unpacked_megabytes * MEGABYTE
        self._limit = limits.max_unpacked_megabytes
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            self._take(info)
        if sum(info.file_size for info in infos) > self._left:
            raise self._too_large()

    def _take(self, info: zipfile.ZipInfo) -> None:
        name = info.filename.lower()
        if name in self._infos:
            raise Unreadable(f"holds two parts of one name, so that programs may read different texts; {SAVE_AGAIN}")
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            raise Unreadable(f"names a part outside itself, which Word never does; {SAVE_AGAIN}")
        if info.flag_bits & 0x1:
            raise Unreadable("is protected by a password; save it without one")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable(f"is packed in a way that Word does not use; {SAVE_AGAIN}")
        if info.file_size > MEGABYTE and info.file_size > _DENSEST * info.compress_size:
            raise Unreadable(
                f"holds a part that unpacks to more than {_DENSEST} times its size, as no text does; save the text"
                " alone as a new Word file"
            )
        self._infos[name] = info

    def _too_large(self) -> Unreadable:
        return Unreadable(
            f"unpacks to more than {self._limit} MB; leave out pictures, or raise `max_unpacked_megabytes` in the"
            " table [readers]"
        )

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    def get(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none.

        Raises:
            Unreadable: it is damaged, or all that was unpacked so far is over the limit.
        """
        info = self._infos.get(name.lower())
        return None if info is None else self._unpacked(info)

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """Every part with its name as written, in the order of the list."""
        for info in self._infos.values():
            yield info.filename, self._unpacked(info)

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        pieces = []
        try:
            with self._file.open(info) as part:
                while piece := part.read(_CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise self._too_large()
                    pieces.append(piece)
        except _FAULTS as error:
            raise Unreadable(f"is damaged inside; {SAVE_AGAIN}, or ask for the file once more") from error
        return b"".join(pieces)
