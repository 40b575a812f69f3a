"""Patterns that cost nothing until they are used."""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazily:
    """Stands for a pattern until somebody uses it: forty compiled at import cost more than reading a page."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._made_of), name)
        setattr(self, name, value)
        return value


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first used; only for patterns that cannot backtrack badly."""
    return cast("re.Pattern[str]", _Lazily(pattern, flags))
