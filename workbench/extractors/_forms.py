"""Forms of a sentence that state nothing by themselves: a bare denial, a definition."""

from __future__ import annotations

from workbench.extractors._passage import Passage
from workbench.patterns import compiled

_DEFINES = r"^\W*[\w\s(),'./-]{2,90}? ((?:is|are) (?:(?:an?|one of (?:an?|the)|the medical|any) )?)"
_GOES_ON = (
    r"\w*(?:\W*$|[.,(]| (?:that|which|in which|where|when|of|characteri[sz]ed|caused|marked|for|used|or|called|known)"
    r"\b)"
)
_NEAR = 50  # characters between “is a” and the word that says what kind of thing it is
_NEAR_BARE = 12  # the same behind “are” alone
_BARE_DENIAL = (
    r"^\W*(?:no, )?(?:it|they|this|that|he|she) (?:(?:is|are|was|were|do|does|did|will|can|has|have) not|"
    r"(?:is|are|was|were|do|does|did)n't|won't|can't|cannot)[.,!;]"
)


def denial(passage: Passage) -> str | None:
    """“It does not.”: an answer, no statement of its own."""
    found = compiled(_BARE_DENIAL).match(passage.sentence.shadow)
    return passage.sentence.text[: found.end()] if found else None


def definition(passage: Passage) -> str | None:
    """“X is a disorder in which …”."""
    begins = compiled(_DEFINES).match(passage.sentence.shadow)
    if begins:
        near = _NEAR if begins.group(1).count(b" ") > 1 else _NEAR_BARE
        kind = next((cue for cue in passage.cues("reasons/kinds") if 0 <= cue.at - begins.end() < near), None)
        if kind and compiled(_GOES_ON).match(passage.sentence.shadow[kind.to :]):
            return passage.sentence.text[begins.start(1) : kind.to]
    return None
