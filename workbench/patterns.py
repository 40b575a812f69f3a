"""RE2 patterns of the English that code may know: compiled once, on first use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import re2

_ANYWHERE, _AT_START, _WHOLE = (getattr(re2._re2.RE2.Anchor, n) for n in ("UNANCHORED", "ANCHOR_START", "ANCHOR_BOTH"))
_NOWHERE = (-1, -1)


@cache
def options() -> re2.Options:
    """RE2 options for ASCII shadows: bytes, any case, quiet."""
    return _fresh()


@cache
def small() -> re2.Options:
    """The same for sets that meet new text all the time: what they keep of it is thrown away at 2 MB, and not at 64."""
    return _fresh(2)


@cache
def spans_only() -> re2.Options:
    """The same for patterns of which only the place matters: groups cost time where there is a match."""
    chosen = _fresh()
    chosen.never_capture = True
    return chosen


def _fresh(megabytes: int = 64) -> re2.Options:
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    chosen.max_mem = megabytes << 20  # the default of 8 MB makes a large set fall back to slow matching
    return chosen


class Found:
    """A match in bytes: what `re.Match` answers, as far as it is asked here. A group that took no part is None."""

    __slots__ = ("_names", "_spans", "_text")

    def __init__(self, text: bytes, spans: Sequence[tuple[int, int]], names: Mapping[str, int]) -> None:
        self._text, self._spans, self._names = text, spans, names

    def span(self, group: int = 0) -> tuple[int, int]:
        """Where a group stands; (-1, -1) for one that took no part."""
        return self._spans[group]

    def start(self, group: int = 0) -> int:
        """Where a group begins."""
        return self._spans[group][0]

    def end(self, group: int = 0) -> int:
        """Where a group ends."""
        return self._spans[group][1]

    def group(self, *groups: int | str) -> Any:
        """What a group holds, by number or name; without one the whole match; of several a tuple."""
        if len(groups) > 1:
            return tuple(self[group] for group in groups)
        return self[groups[0] if groups else 0]

    def groups(self) -> tuple[Any, ...]:
        """What all groups hold."""
        return tuple(self[group] for group in range(1, len(self._spans)))

    @property
    def count(self) -> int:
        """How many groups the pattern has."""
        return len(self._spans) - 1

    def __getitem__(self, group: int | str) -> Any:
        at, to = self._spans[self._names[group] if isinstance(group, str) else group]
        return None if at < 0 else self._text[at:to]

    @property
    def lastindex(self) -> Any:
        """The group that ends last, of several the outermost; None where no group took part."""
        ends = [(end, -group) for group, (_, end) in enumerate(self._spans[1:], start=1) if end >= 0]
        return -max(ends)[1] if ends else None


class Pattern:
    """A compiled pattern for bytes. The package's own answers serve text too, and take two to four times as long."""

    __slots__ = ("_find", "_names")

    def __init__(self, pattern: bytes) -> None:
        made = re2.compile(pattern, options())
        self._find, self._names = made._regexp.Match, made.groupindex

    def search(self, text: bytes, pos: int = 0, endpos: int | None = None) -> Found | None:
        """The first match anywhere, or None."""
        spans = self._find(_ANYWHERE, text, pos, len(text) if endpos is None else min(endpos, len(text)))
        return None if spans[0] == _NOWHERE else Found(text, spans, self._names)

    def match(self, text: bytes, pos: int = 0, endpos: int | None = None) -> Found | None:
        """The match that begins at `pos`, or None."""
        spans = self._find(_AT_START, text, pos, len(text) if endpos is None else min(endpos, len(text)))
        return None if spans[0] == _NOWHERE else Found(text, spans, self._names)

    def fullmatch(self, text: bytes, pos: int = 0, endpos: int | None = None) -> Found | None:
        """The match that is all of the text from `pos`, or None."""
        spans = self._find(_WHOLE, text, pos, len(text) if endpos is None else min(endpos, len(text)))
        return None if spans[0] == _NOWHERE else Found(text, spans, self._names)

    def finditer(self, text: bytes, pos: int = 0, endpos: int | None = None) -> Iterator[Found]:
        """Every match, none overlapping another."""
        end = len(text) if endpos is None else min(endpos, len(text))
        while pos <= end:
            spans = self._find(_ANYWHERE, text, pos, end)
            at, to = spans[0]
            if at < 0:
                return
            yield Found(text, spans, self._names)
            pos = to if to > pos else pos + 1

    def findall(self, text: bytes) -> list[bytes]:
        """What every match holds; only for patterns without groups."""
        held, find, pos, end = list[bytes](), self._find, 0, len(text)
        while pos <= end:
            at, to = find(_ANYWHERE, text, pos, end)[0]
            if at < 0:
                break
            held.append(text[at:to])
            pos = to if to > pos else pos + 1
        return held


class Several:
    """Patterns as written that are looked for at once, in a shadow's bytes; most texts hold none of them.

    Args:
        patterns: as `exact` takes them.
        at_start: they are looked for at the text's start alone.
    """

    __slots__ = ("_match",)

    def __init__(self, patterns: Sequence[str], at_start: bool = False) -> None:
        self._match = None
        if patterns:
            made = re2.Set.MatchSet(small()) if at_start else re2.Set.SearchSet(small())
            for pattern in patterns:
                made.Add(pattern.encode("ascii"))
            made.Compile()
            self._match = made._set.Match

    def met(self, text: bytes) -> list[int]:
        """Which of them the text holds, by their place among the given, in order."""
        found = self._match(text) if self._match is not None else ()
        return sorted(found)


@cache
def exact(pattern: str, any_case: bool = True) -> Pattern:
    """The pattern as written, for bytes of a shadow.

    Raises:
        re2.error: it is no pattern.
    """
    return Pattern((pattern if any_case else "(?-i)" + pattern).encode("ascii"))


@cache
def compiled(pattern: str, any_case: bool = True) -> Pattern:
    """The pattern for bytes of a shadow, in which a space stands for any run of spaces."""
    return exact(pattern.replace(" ", " +"), any_case)
