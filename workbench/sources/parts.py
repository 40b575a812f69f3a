"""Which part of a paper a sentence stands in, by its headings and the labels of its abstract."""

from __future__ import annotations

from typing import Literal

from workbench.patterns import exact
from workbench.shadow import shadow

Part = Literal["", "background", "methods", "results", "discussion", "references", "aside"]

_NAMES: tuple[tuple[Part, str], ...] = (
    ("", r"abstract|summary|plain language summary|supplement(?:ary)?(?: \w+)?|appendi(?:x|ces)(?: \w+)?"),
    ("background", r"background|introduction|context|objectives?|purpose|aims?|importance|rationale|question"),
    (
        "methods",
        r"(?:(?:materials?|patients|subjects|participants) and )?methods?|(?:study |trial )?design(?: and \w+)?|setting"
        r"|participants|patients|interventions?|(?:main )?outcomes?(?: measures?| and measures)?"
        r"|statistical analys[ei]s",
    ),
    ("results", r"results?|(?:main |key )?findings|main results|efficacy|safety"),
    ("discussion", r"conclusions?(?: and relevance)?|interpretation|discussion|comment|limitations"),
    ("references", r"references?|bibliography|literature cited|works cited"),
    (
        "aside",
        r"funding|acknowledge?ments?|competing interests"
        r"|conflicts? of interest|author contributions|keywords?|data (?:availability|sharing)(?: statement)?",
    ),
)
_NUMBERED = r"^\W*(?:\d{1,2}(?:\.\d{1,2})*\.? )?"
_AND = r"(?:,? (?:and|&) [a-z]+)?"
_LONGEST = 60  # characters of a heading


def heading(text: str) -> Part | None:
    """The part that begins with a line, None where the line is no heading that tells."""
    return _named(shadow(text), r"\W*$") if len(text) <= _LONGEST else None


def label(dark: bytes) -> Part | None:
    """The part that a sentence's own label names (“RESULTS: …”, “Methods. …”), None without one."""
    start = dark[:_LONGEST]
    capitals = exact(r"^[A-Z]{5,}(?: AND [A-Z]+)? ", any_case=False).match(start)
    for part, names in _NAMES:
        found = exact(rf"{_NUMBERED}(?:{names}){_AND}(?: ?[:.] |: ?)").match(start) if part else None
        if found is None and part and capitals and exact(rf"(?:{names}){_AND} ").fullmatch(capitals[0]):
            found = capitals
        if found:
            return part
    return None


def _named(dark: bytes, end: str) -> Part | None:
    for part, names in _NAMES:
        if exact(rf"{_NUMBERED}(?:{names}){_AND}{end}").match(dark):
            return part
    return None
