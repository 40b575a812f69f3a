"""Which circumstances a sentence can have at all, told by one scan for the cues of all of them.

Most sentences hold no cue, and one scan for all patterns together costs about as much as one search for one of them.
Making that scan ready takes as long as it saves in some 30 articles, so it is made when many sentences have come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import re2

from workbench.patterns import options

_MANY = 1_000  # sentences


class Cues:
    """The patterns of several circumstances.

    Args:
        patterns: name → patterns as `compiled` takes them; a name is met where any of its patterns is.
        after: how many sentences are looked at one by one (all names are said to be met) before the scan is made.
    """

    def __init__(self, patterns: Mapping[str, Iterable[str]], after: int = _MANY) -> None:
        self._patterns = [(name, pattern) for name, those in patterns.items() for pattern in those]
        self._all = frozenset(patterns)
        self._left = after
        self._set: re2.Set | None = None

    def met(self, dark: bytes) -> frozenset[str]:
        """The names of which a pattern may stand in a sentence's shadow; all others are not in it."""
        if self._left > 0:
            self._left -= 1
            return self._all
        if self._set is None:
            self._set = self._made()
        return frozenset(self._patterns[number][0] for number in self._set.Match(dark) or ())

    def _made(self) -> re2.Set:
        made = re2.Set.SearchSet(options())
        for _, pattern in self._patterns:
            made.Add(pattern.replace(" ", " +").encode("ascii"))
        made.Compile()
        return made
