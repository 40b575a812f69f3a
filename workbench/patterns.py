"""RE2 patterns of the English that code may know: compiled once, on first use."""

from __future__ import annotations

from functools import cache

import re2


@cache
def options() -> re2.Options:
    """RE2 options for ASCII shadows: bytes, any case, quiet."""
    return _fresh()


@cache
def spans_only() -> re2.Options:
    """The same for patterns of which only the place matters: groups cost time where there is a match."""
    chosen = _fresh()
    chosen.never_capture = True
    return chosen


def _fresh() -> re2.Options:
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    chosen.max_mem = 64 << 20  # the default of 8 MB makes a large set fall back to slow matching
    return chosen


@cache
def exact(pattern: str, any_case: bool = True) -> re2._Regexp[bytes]:
    """The pattern as written, for bytes of a shadow."""
    return re2.compile((pattern if any_case else "(?-i)" + pattern).encode("ascii"), options())


@cache
def compiled(pattern: str, any_case: bool = True) -> re2._Regexp[bytes]:
    """The pattern for bytes of a shadow, in which a space stands for any run of spaces."""
    return exact(pattern.replace(" ", " +"), any_case)
