"""Page furniture: what a scraped page holds beside its text, told by its fixed wordings.

A block is tagged, never thrown away: a check may still want to see it. Everything here looks at whole lines; a
sentence that merely mentions sharing, comments or cookies is text. Calls to buy or to book are text too.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import re2

from workbench.patterns import options
from workbench.readers._wordings import LINES, MENU

_LONGEST = 400  # characters; furniture is short
_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "»": ">", "›": ">", "«": "<", "‹": "<", "←": "<-"}
    | {"→": "->", "©": "<c>", "…": "..."}
)
_HEADED = frozenset({"related links", "table of contents"})  # the entries of a list below belong to it
_MENU = frozenset(" ".join(word.split()) for word in MENU.split(","))
_MENU_BARS = ("|", " > ", "•", "·", " / ")


@cache
def _wordings() -> tuple[tuple[str, re2._Regexp[bytes]], ...]:
    """Each reason with the pattern of all its wordings, in the order in which they are tried."""
    listed: dict[str, list[str]] = {}
    why = ""
    for line in LINES.strip().splitlines():
        if line.startswith("# "):
            why = line[2:]
        else:
            listed.setdefault(why, []).append(f"(?:{line})")
    return tuple((why, re2.compile("|".join(lines).encode(), options())) for why, lines in listed.items())


def _folded(seen: str) -> str:
    return " ".join(seen.translate(_STRAIGHT).split()).lower()


@lru_cache(maxsize=1024)
def reason(seen: str) -> str:
    """Why a line is furniture, in words ("share bar"); empty for text."""
    if not seen or len(seen) > _LONGEST:
        return ""
    folded = _folded(seen)
    text = folded.encode("ascii", "replace")
    found = next((why for why, pattern in _wordings() if pattern.fullmatch(text)), "")
    if found:
        return found
    return "menu" if _is_bar(folded) else ""


def _is_bar(folded: str) -> bool:
    """Whether one line is a bar of menu words ("Home | About | Contact")."""
    for mark in _MENU_BARS:
        if folded.count(mark) >= 2:
            parts = folded.split(mark)
            return sum(part.strip() in _MENU for part in parts) * 2 >= len(parts)
    return False


def heads_links(why: str) -> bool:
    """Whether furniture of this sort is a heading whose list below is furniture too."""
    return why in _HEADED


def tag(lines: Sequence[tuple[str, str]], known: Sequence[str] | None = None) -> list[str]:
    """Why each block is furniture; "" for text.

    Args:
        lines: kind and seen text of each block, in reading order.
        known: what `reason` says of each, where that has been asked before.
    """
    found = [reason(seen) for _, seen in lines] if known is None else list(known)
    _below_headings(lines, found)
    _menus(lines, found)
    return found


def _below_headings(lines: Sequence[tuple[str, str]], found: list[str]) -> None:
    """The items right below "Related articles" or "Table of contents" belong to it."""
    current = ""
    for index, (kind, _) in enumerate(lines):
        if kind == "item" and current:
            found[index] = current
        else:
            current = found[index] if found[index] in _HEADED else ""


def _menus(lines: Sequence[tuple[str, str]], found: list[str]) -> None:
    """Short lines in a row that are mostly menu words, from the first to the last of those, at least four."""
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and len(lines[index][1]) <= 40 and not lines[index][1].endswith((".", ":", "?", "!")):
            continue
        known = [at for at in range(start, index) if _folded(lines[at][1]) in _MENU]
        if len(known) >= 3 and known[-1] - known[0] >= 3 and len(known) * 2 > known[-1] - known[0]:
            for at in range(known[0], known[-1] + 1):
                found[at] = found[at] or "menu"
        start = index + 1
