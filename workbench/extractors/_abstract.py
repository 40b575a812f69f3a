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
        r"(?:,? (?:and )?settings?.*)?|settings?(?:,? (?:and )?participants)?|participants|patients|subjects|"
        r"interventions?|exposures?|(?:main )?outcomes?(?: measures?)?|measurements?|data sources?|"
        r"(?:statistical )?analysis|sample)\W*$",
    ),
    ("results", r"^\W*(?:results?|(?:main |key )?findings|main results)\W*$"),
    ("conclusions", r"^\W*(?:conclusions?(?: and relevance)?|interpretation|discussion)\W*$"),
)
_OTHER = (
    r"^\W*(?:trial registration(?: number)?|registration|funding|declarations?(?: of interests?)?|competing interests|"
)
_OTHER += r"conflicts? of interests?|keywords?|references?|sources?)\W*$"
_ANY = "|".join((*(pattern for _, pattern in _PARTS), _OTHER))
_LABEL = (  # a label in running text: "Methods: We assigned …"
    r"^\W*((?:background|introduction|objectives?|purpose|aims?|methods?|(?:study )?design|results?|(?:key )?findings|"
    r"conclusions?|interpretation|trial registration|funding|keywords?))\W*:"
)
_RUN_IN = (  # a label set in bold in front of running text: "**Design and setting** Cohort study in …"
    r"^\W*((?:[Bb]ackground|BACKGROUND|[Ii]ntroduction|[Cc]ontext|[Oo]bjectives?|OBJECTIVES?|[Pp]urpose|[Aa]ims?|"
    r"[Ii]mportance|[Mm]ethods?|METHODS?|(?:[Ss]tudy )?[Dd]esign|[Ss]ettings?|[Pp]articipants|[Pp]atients|[Ss]ubjects|"
    r"[Ii]nterventions?|[Ee]xposures?|(?:[Mm]ain )?[Oo]utcomes?(?: [Mm]easures?)?|[Mm]easurements?|"
    r"[Rr]esults?|RESULTS?|[Ff]indings|[Cc]onclusions?|CONCLUSIONS?|[Ii]nterpretation|[Ff]unding|"
    r"(?:[Tt]rial )?[Rr]egistration)(?:(?:,| and|, and) [a-z]+)*) [A-Z0-9\"]"
)
_ENDS_ABSTRACT = (
    r"^\W*(?:funding|funded by|(?:trial )?registration|declarations?|(?:competing|conflicts? of) interests?|keywords?|"
    r"the authors declare)\b"
)
_NONE: Part = ""
_ENOUGH = 3  # parts that a text must name to be an abstract
_LONGEST = 60  # sentences of an abstract without labels
_HEADINGS = 3
_WE = (
    r"\bwe (?:\w+ly |then |also |therefore )?(?:assigned|randomi[sz]ed|enrolled|recruited|followed|analy[sz]ed|studied|"
    r"measured|compared|examined|searched|pooled|reviewed|hypothesi[sz]ed|aimed|sought|asked|tested)\b|"
    r"^\W*in an? (?:[\w-]+,? ){1,5}(?:study|trial),? \d|\bwere (?:\w+ly )?(?:assigned|randomi[sz]ed|enrolled)\b"
)
_TESTED = r"\b(?:p\s?[<=>]\s?0?\.\d|95\s?%\s?(?:CI|confidence))"
_FOUND = (
    r"[\d.]+\s?%|\bp\s?[<=>]|\b(?:fell|rose|lower|higher|fewer|increased|decreased|reduced|improved|occurred|"
    r"developed|did not differ|no difference)\b"
)
_CONCLUDES = (
    r"^\W*(?:in conclusion|we conclude|(?:our|these|the) (?:findings|results|data) (?:suggest|show|support|indicate))\b"
)


def parts(document: Document, sentences: Sequence[Sentence]) -> tuple[Part, ...]:
    """The part that each sentence belongs to, "" everywhere on a page that is no abstract."""
    current: Part = ""
    found: list[Part] = []
    for sentence in sentences:
        block = document.blocks[sentence.block]
        named = _named(sentence, block.label)
        current = current if named is None else named
        found.append(current)
    if len(set(found) - {""}) >= _ENOUGH:
        return tuple(found)
    return _unlabelled(document, sentences) or (_NONE,) * len(found)


def _unlabelled(document: Document, sentences: Sequence[Sentence]) -> tuple[Part, ...]:
    """The parts of an abstract without labels, told by how it speaks: "We assigned …", "(P=0.02)"; () where it is none.

    What stands before the first sentence of design is background; results begin with the first finding behind it.
    """
    if len(sentences) > _LONGEST or sum(block.kind == "heading" for block in document.blocks) > _HEADINGS:
        return ()
    text = [sentence.shadow for sentence in sentences]
    if not any(compiled(_TESTED).search(shadow) for shadow in text):
        return ()
    begun = next((at for at, shadow in enumerate(text) if compiled(_WE).search(shadow)), None)
    if begun is None:
        return ()
    found: list[Part] = ["aim"] * begun
    current: Part = "methods"
    for shadow in text[begun:]:
        if compiled(_ENDS_ABSTRACT).match(shadow):
            current = ""
        elif current and compiled(_CONCLUDES).match(shadow):
            current = "conclusions"
        elif current == "methods" and compiled(_FOUND).search(shadow) and not compiled(_WE).search(shadow):
            current = "results"
        found.append(current)
    return tuple(found) if "results" in found else ()


def _named(sentence: Sentence, label: int) -> Part | None:
    """The part that a heading or label line names; None where it names none."""
    shadow = sentence.shadow
    if b":" in shadow[:40]:
        begins = compiled(_LABEL).match(shadow)
        if begins:
            shadow = begins.group(1)
    if sentence.at == 0 and 0 < label < len(shadow):
        shadow = shadow[:label]
    elif sentence.at == 0 and not label:
        run_in = compiled(_RUN_IN, any_case=False).match(shadow)
        if run_in:
            shadow = run_in.group(1)
    if len(shadow) > 60 or (sentence.at and b":" not in sentence.shadow):
        return None
    if not compiled(_ANY).match(shadow):
        return None
    named = next((part for part, pattern in _PARTS if compiled(pattern).match(shadow)), None)
    return "" if named is None and compiled(_OTHER).match(shadow) else named
