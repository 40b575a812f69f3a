"""Layouts that speak for a sentence from the next line, column or paragraph: myth and fact, claim and verdict."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.clauses import Scope
from workbench.model import Block, Document
from workbench.patterns import compiled

# A line that is the verdict on the line before it: "False!", "Not true.", "Verdict: misleading".
_RETRACTION = (
    r"^\W*((?:(?:that|this|which|it)(?:'s| is| was) )?(?:simply |just |mostly |completely |totally |also )?(?:false"
    r"|wrong|untrue|not (?:true|so|quite|exactly|really)|nonsense|nope|incorrect|misleading|busted|debunked|(?:a "
    r"|another )?myth|if only|sadly,? no))(?:\W*$|[!.] )|^\W*((?:our |the )?(?:verdict|rating|ruling"
    r"|reality check))\s*(?::|\s-\s)"
)
# A claim that needs its verdict in the next line to be one that is examined.
_CLAIM = (
    r"^\W*((?:the |common )?claims?\s*\d*|what (?:they|people|some|ads|sellers) (?:say|claim)|(?:we"
    r"|you) (?:have )?heard?)\s*(?::|\s-\s)"
)
_ANSWER = (
    r"^\W*(?:our |the )?(?:verdict|rating|ruling|facts?|truth|reality|evidence|what (?:we|the|science"
    r"|research)\b[^:]*|(?:mostly |half[- ])?(?:false|true|misleading|unproven|our view|our take|in short|background"
    r"|analysis))\b[^:]{0,40}(?::|\s-\s|\.)"
)
_ALONE = (
    r"^\W*((?:myth|misconception|fiction|false claim|red flag|rumou?r|true or false|fact or \w+|myth or fact)"
    r"\s*#?\d*)\W*$"
)
_HEAD = (
    r"^\W*(?:the |a |common |popular )?(?:claims?|fiction|beliefs?|rumou?rs?|hype|what (?:you|people|they|some|ads"
    r"|sellers)\b.*\b(?:hear|read|say|claim|think|believe|see)s?\b.*)\W*$"
)
_CAPTION = (
    r"^\W*((?:figure|fig\.?|photo(?:graph)?|image|picture|illustration|poster|pictured|above|below|left|right"
    r"|video)(?: \d+[a-z]?)?(?: credit)?\s*(?::|\.\s|\s-\s|\|))"
)
CAPTIONS = (_CAPTION,)
RETRACTIONS = (_RETRACTION,)
CLAIMS = (_CLAIM,)
ALONE = (_ALONE,)


def retraction(dark: bytes) -> Scope | None:
    """The words that take back the sentence before."""
    return _first(_RETRACTION, dark)


def examined(dark: bytes, after: bytes) -> Scope | None:
    """The label of a claim that the next line answers ("Claim: …", "Verdict: …")."""
    scope = _first(_CLAIM, dark)
    return scope if scope and compiled(_ANSWER).search(after) else None


def alone(dark: bytes) -> Scope | None:
    """A label that is a sentence of its own and speaks for the next one ("Myth 1.", "True or false?")."""
    return _first(_ALONE, dark)


def heads_claims(dark: bytes) -> Scope | None:
    """A column's head by which its cells are claims that another column answers."""
    found = compiled(_HEAD).search(dark)
    return Scope(found.start(), found.end(), 0, len(dark)) if found else None


def captions(dark: bytes) -> Iterator[Scope]:
    """A paragraph that begins like the words under a picture ("Figure 2:", "Photo:")."""
    if found := compiled(_CAPTION).search(dark):
        yield Scope(found.start(1), found.end(1), 0, len(dark))


def _first(pattern: str, dark: bytes) -> Scope | None:
    found = compiled(pattern).search(dark)
    if found is None or found.lastindex is None:
        return None
    at, to = found.span(found.lastindex)
    return Scope(at, to, found.end(), len(dark))


_ENUMERATED = r"^\W*(?:\d+[.)]|(?:first|second|third|another|next|then|also|finally|last)\b)"
_VOICE = r"\b(?:we|us|our|my|i)\b"  # the page's own voice comes back: the enumeration is over
_ITEM = 160  # characters of a paragraph that stands like an item
_HERE = r"\b(?:here (?:are|is)|these are|there are|the following|as follows|look for|signs)\b[^:]*\.?\W*$"


def introductions(document: Document) -> dict[int, int]:
    """For each quotation and each paragraph that stands like an item of a list: the paragraph that introduces it."""
    found: dict[int, int] = {}
    for index, block in enumerate(document.blocks[1:], 1):
        last = document.blocks[index - 1]
        if block.section != last.section or last.kind == "heading":
            continue
        if block.kind == "quote" and last.seen.rstrip().endswith(":"):
            found[index] = index - 1
        elif block.kind == "paragraph" and _is_item(block):
            if index - 1 in found and last.kind == "paragraph":
                found[index] = found[index - 1]
            elif last.kind == "paragraph" and _introduces(last):
                found[index] = index - 1
    return found


def _is_item(block: Block) -> bool:
    dark = block.seen.encode("ascii", "replace")
    short = len(dark) <= _ITEM
    return (short or compiled(_ENUMERATED).search(dark) is not None) and not compiled(_VOICE).search(dark)


def _introduces(block: Block) -> bool:
    if block.seen.rstrip().endswith(":"):
        return True
    return len(block.seen) <= _ITEM and compiled(_HERE).search(block.seen.encode("ascii", "replace")) is not None
