"""Research abstracts: which part of one a sentence stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from workbench.model import Document, Sentence
from workbench.patterns import compiled

Part = Literal["", "aim", "methods", "results", "conclusions"]

_PARTS: tuple[tuple[Part, str], ...] = (
    ("aim", r"^\W*(?:background|introduction|context|objectives?|purpose|aims?|importance|rationale)(?: and \w+)?\W*$"),
    (
        "methods",
        r"^\W*(?:(?:materials?|patients|subjects|participants) and methods|methods?(?: and \w+)?|(?:study )?design"
        r"(?:, setting.*)?|setting|interventions?|(?:main )?outcome measures?|measurements?|data sources?)\W*$",
    ),
    ("results", r"^\W*(?:results?|(?:main |key )?findings|main results)\W*$"),
    ("conclusions", r"^\W*(?:conclusions?(?: and relevance)?|interpretation|discussion)\W*$"),
)
_OTHER = r"^\W*(?:trial registration(?: number)?|registration|funding|keywords?|references?|sources?)\W*$"
_ANY = "|".join((*(pattern for _, pattern in _PARTS), _OTHER))
_NONE: Part = ""
_ENOUGH = 3  # parts that a text must name to be an abstract


def parts(document: Document, sentences: Sequence[Sentence]) -> tuple[Part, ...]:
    """The part that each sentence belongs to, "" everywhere on a page that is no abstract."""
    current: Part = ""
    found: list[Part] = []
    for sentence in sentences:
        block = document.blocks[sentence.block]
        named = _named(sentence, block.label)
        current = current if named is None else named
        found.append(current)
    if len(set(found) - {""}) < _ENOUGH:
        return (_NONE,) * len(found)
    return tuple(found)


def _named(sentence: Sentence, label: int) -> Part | None:
    """The part that a heading or label line names; None where it names none."""
    shadow = sentence.shadow
    if sentence.at == 0 and 0 < label < len(shadow):
        shadow = shadow[:label]
    if len(shadow) > 60:
        return None
    if not compiled(_ANY).match(shadow):
        return None
    named = next((part for part, pattern in _PARTS if compiled(pattern).match(shadow)), None)
    return "" if named is None and compiled(_OTHER).match(shadow) else named
