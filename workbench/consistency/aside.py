"""What the articles of a long run tell, put aside until all of them have been read."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from workbench.consistency.comparing import compared
from workbench.model import Told
from workbench.spool import Aside


class Telling(msgspec.Struct, frozen=True):
    """What an article tells that other articles may tell, too."""

    path: str
    told: tuple[Told, ...]


class Values:
    """What the articles of a run tell; of a place where all tell the same, one hash is in memory and no value."""

    def __init__(self) -> None:
        self._aside = Aside(Telling)
        self._first: dict[int, int] = {}  # the first value of each place, both by their hash
        self._differing: set[int] = set()

    def add(self, path: str, told: tuple[Told, ...]) -> None:
        """Put aside what one more article tells."""
        if not told:
            return
        self._aside.add(Telling(path, told))
        for one in told:
            where, value = map(hash, compared(one))
            if self._first.setdefault(where, value) != value:
                self._differing.add(where)

    def differing(self) -> Iterator[tuple[str, tuple[Told, ...]]]:
        """The paths in their order, each with what is told differently anywhere: no conflict is about the rest."""
        for telling in self._aside if self._differing else ():
            some = tuple(one for one in telling.told if hash(compared(one)[0]) in self._differing)
            if some:
                yield telling.path, some
