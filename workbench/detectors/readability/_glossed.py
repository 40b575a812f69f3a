"""How a page tells its readers what a word means, beside the word itself: one function a side."""

from __future__ import annotations

import re

from workbench.patterns import compiled

_FEWEST = 4  # letters of a word in brackets that can explain something
_SHORT_LIST = 80  # bytes before a word in which a list would show
_NO_GLOSS = frozenset({b"see", b"page", b"table", b"figure", b"like", b"such", b"e.g", b"including", b"especially"})
_GOES_ON = frozenset({b"and", b"but", b"so", b"or", b"yet", b"not", b"with", b"because"})
_TOLD = (
    r"means?|meaning|refers? to|stands? for|describes?|happens? when|occurs? when|tells? (?:you|us|your)"
    r"|shows? how|measures?|is when|is where|is what|is how|can be thought of"
)
_KIND = (
    r"(?:is|are|was|were)(?: (?:just|simply|only|basically|really))? (?:an? |another |one of |any |part of |when |what "
    r"|made |the (?:medical|technical|clinical|scientific|proper|official|name|term|word|process|loss|lack|amount|part"
    r"|number|chance|time|study|body|brain|lining|growth|way|ability|use|act|result of|share|state|top|lower|upper"
    r"|bottom)\b|short for |also called |sometimes called |often called |called |known as |doctors' |tiny |small )"
)
_BETWEEN = r"^\"?(?:\s?\([^()]*\))?\"?"
_SAID_AFTER = rf"{_BETWEEN},? (?:{_TOLD}|{_KIND})"
_ASIDE = (
    r"^\"?,\"? (?:that is|i\.e\.|meaning|which (?:is|are|means?|was|were)|in other words|sometimes|commonly|also"
    r"|often called|known|another (?:word|name|term)|an? |the |one of|your |when |where |what |part of )"
)
_EQUALS = r"^\"?\s?=\s"
_OR = r"^\"?, or "
_SAID_BEFORE = (
    r"(?:\b(?:called|named|termed|known as|known (?:medically|technically|to doctors) as|dubbed|labell?ed|say"
    r"|words?|terms?|names?|abbreviated|i\.e\.|that is|in other words|so-called|means?|meaning|call (?:it|this|them"
    r"|these|that)|referred to as|refer to (?:it|this|them|these|that) as|described as|write|writes|medically)"
    r"|(?:word|term|name) (?:for|of) [^.;()]{1,40} is),?:? ?(?:\"|an? |the )*$|\((?:that is|i\.e\.|meaning),? [^()]*$"
)
_ALTERNATIVE = r"(?:,|\() ?or (?:\"|an? |the )*$"
_OPENS = r"\w\"?,? ?\((?:also |or |called |known as |in medical terms |medical (?:name|term):? |the |an? )*\"?$"
_ASKS = r"^(?:what|who) (?:is|are|does|do|causes?)\b|\bexplained\b|\bmeaning of\b"


def told_after(before: bytes, after: bytes) -> bool:
    """Whether what follows a word says what it means: in brackets, behind a comma or dash, or as a statement."""
    if any(compiled(pattern).search(after) for pattern in (_SAID_AFTER, _ASIDE, _EQUALS)):
        return True
    if compiled(_OR).search(after) and b"," not in before[-_SHORT_LIST:]:
        return True
    rest = after.lstrip(b"\"' ")
    if rest.startswith((b"(", b"[")):
        return _explains(rest[1:].partition(b")")[0])
    if rest.startswith(b"- "):
        words = rest[2:].split()
        return len(words) > 1 and words[0].lower() not in _GOES_ON
    return False


def told_before(before: bytes, after: bytes) -> bool:
    """Whether what precedes a word says what it means: "called …", "X, or …", "plain words (…)"."""
    if compiled(_SAID_BEFORE).search(before):
        return True
    if compiled(_OPENS).search(before) and b")" in after:
        return True
    return compiled(_ALTERNATIVE).search(before) is not None and before[-_SHORT_LIST:].count(b",") < 2


def asks(heading: bytes) -> bool:
    """Whether a heading promises to say what its words mean."""
    return compiled(_ASKS).search(heading) is not None


def tells(text: bytes, plain: str, wordings: list[str]) -> bool:
    """Whether a text tells what a word means.

    Args:
        text: a sentence without the word.
        plain: the meaning; it is told where more than half of its longer words stand in the text.
        wordings: other ways to tell it, of which one as it is will do.
    """
    words = [word.decode("ascii") for word in re.findall(rb"\w+", text.lower())]
    said = f" {' '.join(words)} "
    if any(f" {wording.replace('-', ' ').casefold()} " in said for wording in wordings):
        return True
    wanted = {word for word in re.findall(r"\w+", plain.casefold()) if len(word) >= _FEWEST}
    return len(wanted) > 1 and 2 * len(wanted.intersection(words)) > len(wanted)


def _explains(bracket: bytes) -> bool:
    """Whether a bracket holds words of the language, and not only letters, numbers or a reference."""
    words = bracket.split()
    if not words or words[0].lower().rstrip(b".,:") in _NO_GLOSS:
        return False
    return any(word.strip(b",.;\"'").islower() and len(word) >= _FEWEST for word in words)
