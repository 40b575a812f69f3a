"""The authors of a paper, as a line right below its title names them."""

from __future__ import annotations

from workbench.readers._lazy import lazily

_LONGEST = 2000  # characters
_MARKS = lazily(r"\(\d{1,2}(?:,\d{1,2}){0,9}\)|(?<=[^\W\d])\d{1,2}(?:,\d{1,2}){0,9}|[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§]+")
_PARTED = lazily(r"[,;]| and | & ")
_SMALL = r"(?:(?:de|del|der|den|van|von|la|le|da|di|dos|bin|ibn|al|el|ten|ter) ){0,2}"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
_BEFORE_INITIALS = lazily(rf"{_SMALL}{_WORD}(?: {_WORD})? [A-Z]{{1,3}}")
_IN_FULL = lazily(rf"{_WORD}(?: {_SMALL}{_WORD}){{1,4}}")


def authors(text: str) -> list[str]:
    """The names of a line that is a list of authors ("Roe A, Doe B"; "Ann Roe1, Bo Doe2"), their marks taken off.

    First names in full need marks: without them the line may list anything. Empty for any other line.
    """
    if len(text) > _LONGEST or "," not in text:
        return []
    bare = _MARKS.sub("", text)
    names = [name.strip() for name in _PARTED.split(bare.rstrip(" ."))]
    names = [name for name in names if name and name != "et al"]
    if len(names) < 2:
        return []
    if all(_BEFORE_INITIALS.fullmatch(name) for name in names):
        return names
    return names if len(bare) < len(text) and all(_IN_FULL.fullmatch(name) for name in names) else []
