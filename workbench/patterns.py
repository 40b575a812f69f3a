"""RE2 patterns of the English that code may know: compiled once, on first use."""

from __future__ import annotations

from functools import cache

import re2


@cache
def options() -> re2.Options:
    """RE2 options for ASCII shadows: bytes, any case, quiet."""
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.log_errors = False
    chosen.max_mem = 64 << 20  # the default of 8 MB makes a large set fall back to slow matching
    return chosen


@cache
def compiled(pattern: str, any_case: bool = True) -> re2._Regexp[bytes]:
    """The compiled pattern, for bytes of a shadow; a space in the pattern stands for any run of spaces."""
    spaced = pattern.replace(" ", " +")
    return re2.compile((spaced if any_case else "(?-i)" + spaced).encode("ascii"), options())
