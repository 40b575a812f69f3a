"""Whether a told change is of the thing that the values before it are told of."""

from __future__ import annotations

from workbench.figures.stated_changes import Told
from workbench.model import Sentence
from workbench.patterns import exact

_POINTS_BACK = (
    r"^ ?(?:(?:In other words|So|Thus|Hence|Overall),? )?(?:That|This|It|They|We (?:are|were|went|have|got)|An?"
    r"|Which|Both|Up|Down|More than|Almost"
    r"|Nearly|[A-Z]?[a-z]* ?"
    r"(?:doubled|tripled|halved))\b"
)
_CALLED = (
    r"\b(?:call(?:s|ed)?|said|calculated|amounts? to|means?|makes?|spoke of|speak of) (?:it|that|this|to|of|a|an)\b"
)
_ANY_SHARE = (
    r"\b(?:the|this|that|its|their|our|support|uptake|response|coverage) ?(?:success |response |cure "
    r"|overall )?(?:rates?|share|proportion"
    r"|percentage|figure|risk|odds|chances?|prevalence|incidence)\b|^ ?(?:Support|Uptake|Coverage|Interest|Demand|Use"
    r"|Adherence|Attendance)\b"
)
_LETTERS = 5  # of a word that has to be the same
_EMPTY = frozenset(
    b"that this these those there their with from have were they then than when after before year years percent"
    b" more less".split()
)


def what_of(sentence: Sentence, told: Told) -> bytes:
    """What a sentence says its change is of; empty where it only points back: “That is …”, “A decline of …”."""
    clause = sentence.shadow[: told.words.to + 40]
    return b"" if exact(_POINTS_BACK).match(clause) is not None or exact(_CALLED).search(clause) is not None else clause


def same_thing(about: bytes, shadows: bytes) -> bool:
    """Whether a change is of the thing that two values are told of, as far as it names one."""
    if not about or exact(_ANY_SHARE).search(about) is not None:
        return True
    words = (set(exact(r"[a-z]{4,}").findall(text.lower())) - _EMPTY for text in (about, shadows))
    first, second = ({_stem(word) for word in some} for some in words)
    return bool(first & second)


def _stem(word: bytes) -> bytes:
    """The beginning of a word, the same for “smoked” and “smoking”."""
    ending = exact(r"(?:ing|ers?|ed|es|[es])$").search(word, 3)
    return word[: _LETTERS if ending is None else min(_LETTERS, ending.start())]
