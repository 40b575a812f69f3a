"""Numbered marks such as [3], [3–5] or ³, and the list of references that they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.model import Sentence
from workbench.patterns import compiled

_LIST_HEADING = (
    r"^\W*(?:\d+\W*)?(?:(?:selected |further )?references?|sources?|bibliography|works cited|citations|literature"
    r"|footnotes|notes)\W*$"
)
_ENTRY_NUMBER = r"^\W*(\d{1,3})[.)\]: ]"
_MARK = r"\[\^?(\d{1,3}(?:\s?[,;-]\s?\d{1,3})*)\]"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LARGEST_RANGE = 30  # entries that one mark such as [3-9] may name


@lru_cache(maxsize=64)  # every sentence below it asks
def list_heading(dark: bytes) -> bool:
    """Whether a heading is that of a list of references; `dark` is its shadow."""
    return compiled(_LIST_HEADING).match(dark) is not None


def entry_number(dark: bytes) -> str:
    """The number printed before an entry, "" without one; `dark` is the shadow of its sentence."""
    printed = compiled(_ENTRY_NUMBER).match(dark)
    return printed.group(1).decode() if printed else ""


def marks(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Seen offsets and printed numbers of the marks in a sentence."""
    if b"[" in sentence.shadow:
        for found in compiled(_MARK).finditer(sentence.shadow):
            yield found.start(), found.end(), found.group(1).decode()
    if not sentence.text.isascii():
        for raised in _RAISED.finditer(sentence.text):
            yield raised.start(), raised.end(), raised[0].translate(_SUPERSCRIPTS)


def numbers(printed: str) -> Iterator[str]:
    """The entries that a mark names ("3, 5–7"), one by one."""
    for part in printed.replace(";", ",").split(","):
        first, _, last = part.strip().partition("-")
        if last and int(first) <= int(last) < int(first) + _LARGEST_RANGE:
            yield from map(str, range(int(first), int(last) + 1))
        else:
            yield str(int(first))
