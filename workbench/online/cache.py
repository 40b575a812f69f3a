"""Answers about identifiers, kept for some days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import TracebackType

import msgspec

from workbench.kept import Kept
from workbench.model import Known

_NOT_FOUND_DAYS = 1  # what is missing today may be registered tomorrow


class Cache:
    """A mapping identifier → answer that forgets: after `days`, and after one day where nothing was found."""

    def __init__(self, path: Path | None, days: int, as_of: date) -> None:
        """`path` None: nothing is kept. `as_of` is the day that answers of this run are kept under."""
        self._days, self._as_of, self._kept = days, as_of, Kept(path)

    def get(self, identifier: str) -> Known | None:
        """The answer, if there is one that is fresh on the day."""
        found = self._kept.get(identifier)
        if found is None:
            return None
        try:
            known = msgspec.json.decode(found[1], type=Known)
            age = (self._as_of - date.fromisoformat(found[0])).days
        except (msgspec.DecodeError, ValueError, TypeError):
            return None
        days = min(self._days, _NOT_FOUND_DAYS) if known.state == "not found" else self._days
        return known if 0 <= age <= days else None

    def put(self, identifier: str, known: Known) -> None:
        """Keep an answer; an answer of a later day is not overwritten."""
        self._kept.put(identifier, self._as_of.isoformat(), msgspec.json.encode(known))

    def close(self) -> None:
        """Let go of the file."""
        self._kept.close()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
