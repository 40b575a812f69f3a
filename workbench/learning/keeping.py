"""`my-marks.json`: a learner's marks in a file beside the notebook. A file that is not ours is never written over."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from workbench import files
from workbench.learning.session import Work

NAME = "my-marks.json"
_MOST = 20  # further names that are tried
_BYTES = 8 * 2**20  # of a file that is read; a learner's marks are a hundredth of it


class Kept(Struct, frozen=True):
    """Every passage that was begun, by its id; `at` is the passage that was open last, `set` its set."""

    version: int = 1
    set: int = 0
    at: str = ""
    passages: dict[str, Work] = {}


class Keeper:
    """One learner's file. `trouble` says what is wrong with it, "" = nothing."""

    def __init__(self, folder: Path) -> None:
        self.trouble = ""
        self.path, self.kept = self._first(folder)

    def _first(self, folder: Path) -> tuple[Path, Kept]:
        """The first file that can be read or does not exist; those before it are left as they are."""
        for number in range(1, _MOST + 1):
            path = folder / (NAME if number == 1 else f"my-marks-{number}.json")
            try:
                kept = read(path)
            except ValueError as error:
                first = path.name if not self.trouble else self.trouble.split(" ", 1)[0]
                following = f"my-marks-{number + 1}.json"
                self.trouble = f"{first} cannot be read ({error}). It is left as it is; marks are kept in {following}."
                continue
            return path, kept
        self.trouble = "Too many files of marks cannot be read. Marks of this page are not kept. Move the files away."
        return folder / NAME, Kept()

    def work(self, passage: str) -> Work:
        """What was done in a passage; nothing yet where it was not begun."""
        return self.kept.passages.get(passage, Work())

    def put(self, passage: str, work: Work, set_: int = 0) -> None:
        """Keep what was done, whole, before anybody is told that it is.

        Raises:
            OSError: the file cannot be written; what was kept before stands.
        """
        passages = {**self.kept.passages, passage: work}
        kept = Kept(1, set_, passage, passages)
        if not self.trouble.startswith("Too many"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            files.replace(self.path, msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")
        self.kept = kept


def read(path: Path) -> Kept:
    """A learner's file; one that does not exist is empty.

    Raises:
        ValueError: it is no such file; says why in a few words.
    """
    try:
        if path.stat().st_size > _BYTES:
            raise ValueError("it is too big")
        data = path.read_bytes()
    except FileNotFoundError:
        return Kept()
    except OSError as error:
        raise ValueError(error.strerror or "it cannot be opened") from error
    if not data.strip():
        return Kept()
    try:
        kept = msgspec.json.decode(data, type=Kept)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError("it does not hold marks") from error
    if kept.version != 1:
        raise ValueError("it comes from a newer workbench")
    return kept
