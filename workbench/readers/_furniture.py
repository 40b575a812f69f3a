"""Page furniture: what a scraped page holds beside its text, told by its fixed wordings.

A block is tagged, never thrown away: a check may still want to see it. Everything here looks at whole lines; a
sentence that merely mentions sharing, comments or cookies is text. Calls to buy or to book are text too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache

import re2

from workbench.patterns import options
from workbench.readers._suspects import LONGEST, STRAIGHT, suspects
from workbench.readers._wordings import ALONE, LINES, MENU

_STRAIGHT = str.maketrans(STRAIGHT)
_HEADED = frozenset({"related links", "table of contents"})  # the entries of a list below belong to it
_MENU_BARS = ("|", " > ", "•", "·", " / ")


@cache
def _wordings() -> tuple[tuple[str, ...], re2._Regexp[bytes]]:
    """The reasons, and one pattern of all wordings with a group for each reason; the first that fits counts."""
    listed: dict[str, list[str]] = {}
    why = ""
    for line in LINES.strip().splitlines():
        if line.startswith("# "):
            why = line[2:]
        else:
            listed.setdefault(why, []).append(line)
    pattern = "|".join(f"({'|'.join(lines)})" for lines in listed.values())
    return tuple(listed), re2.compile(pattern.encode(), options())


def _folded(seen: str) -> str:
    return " ".join((seen if seen.isascii() else seen.translate(_STRAIGHT)).split()).lower()


def reason(seen: str) -> str:
    """Why a line is furniture, in words ("share bar"); empty for text."""
    if not seen or len(seen) > LONGEST:
        return ""
    if seen.isascii() and seen.isalnum():
        return ALONE.get(seen.lower(), "")
    return _worded(seen)


@lru_cache(maxsize=1024)
def _worded(seen: str) -> str:
    """The reason by the wordings of whole lines, or by the words of a menu bar."""
    folded = _folded(seen)
    reasons, pattern = _wordings()
    found = pattern.fullmatch(folded.encode("ascii", "replace"))
    if found:
        return next(why for why, wording in zip(reasons, found.groups(), strict=True) if wording is not None)
    return "menu" if _is_bar(folded) else ""


def _is_bar(folded: str) -> bool:
    """Whether one line is a bar of menu words ("Home | About | Contact")."""
    for mark in _MENU_BARS:
        if folded.count(mark) >= 2:
            parts = folded.split(mark)
            return sum(part.strip() in MENU for part in parts) * 2 >= len(parts)
        if mark == "|" and mark in folded:
            return all(part.strip() in MENU for part in folded.split(mark))
    return False


def heads_links(why: str) -> bool:
    """Whether furniture of this sort is a heading whose list below is furniture too."""
    return why in _HEADED


def tag(
    lines: Sequence[tuple[str, str]], known: Sequence[str] | None = None, may: Collection[int] | None = None
) -> list[str]:
    """Why each block is furniture; "" for text.

    Args:
        lines: kind and seen text of each block, in reading order.
        known: what `reason` says of each, where that has been asked before.
        may: the places of the only lines that may be furniture by themselves, where that is known.
    """
    may = suspects([seen for _, seen in lines]) if may is None else may
    found = [""] * len(lines) if known is None else list(known)
    if known is None:
        for index in may:
            found[index] = reason(lines[index][1])
    if any(found):
        _below_headings(lines, found)
    _menus(lines, found, may)
    return found


def _below_headings(lines: Sequence[tuple[str, str]], found: list[str]) -> None:
    """The items right below "Related articles" or "Table of contents" belong to it."""
    current = ""
    for index, (kind, _) in enumerate(lines):
        if kind == "item" and current:
            found[index] = current
        else:
            current = found[index] if found[index] in _HEADED else ""


def _menus(lines: Sequence[tuple[str, str]], found: list[str], may: Collection[int]) -> None:
    """Short lines in a row that are mostly menu words, from the first to the last of those, at least four."""
    known = [at for at in sorted(may) if len(lines[at][1]) <= 40 and _in_menu(lines[at][1])]
    start = 0
    while start < len(known):
        end = start + 1
        while end < len(known) and all(_short(lines[at][1]) for at in range(known[end - 1], known[end])):
            end += 1
        first, last = known[start], known[end - 1]
        if end - start >= 3 and last - first >= 3 and (end - start) * 2 > last - first:
            for at in range(first, last + 1):
                found[at] = found[at] or "menu"
        start = end


def _in_menu(seen: str) -> bool:
    return seen.lower() in MENU or (not seen.isalnum() and _folded(seen) in MENU)


def _short(seen: str) -> bool:
    return len(seen) <= 40 and not seen.endswith((".", ":", "?", "!"))
