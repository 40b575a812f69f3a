"""A text as an approval rests on it: its sentences in order, and what each of them weighs.

Pure and small, so that it is stored with every revision and two of them can be compared without reading a text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from workbench.covering.weighing import WEIGHING
from workbench.fingerprint import normalised
from workbench.model import Article, Judgement, Sentence
from workbench.negation import negations

_WORD = re.compile(r"[-−]?\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[%<>≤≥±°µ€£$=+×]")
_NAMED = (  # keys of the lexicon, and how people call what it finds
    ("vocabulary/drugs", "drug"),
    ("vocabulary/treatments", "treatment"),
    ("vocabulary/conditions", "condition"),
    ("vocabulary/populations", "people"),
    ("vocabulary/forms", "form"),
)
_LINK = "link"


class Line(Struct, frozen=True):
    """A sentence: its words as they are compared, as printed, what it weighs, and whether any other word of it counts.

    `weighs` are pairs of a kind (“number”, “drug”, “people”, “not”, “link” …) and what stands there, in order.
    `bound` is true for a claim and for a required statement: there no word may change.
    """

    words: tuple[str, ...]
    text: str
    weighs: tuple[tuple[str, str], ...] = ()
    bound: bool = False


class Surface(Struct, frozen=True):
    """Every sentence of a text in reading order, page furniture included."""

    lines: tuple[Line, ...] = ()


def of(article: Article, required: Iterable[Judgement] = ()) -> Surface:
    """The surface of an article.

    Args:
        article: as analysed.
        required: the verdicts about required statements; where one passes on a place, that sentence is one.
    """
    claimed = {claim.sentence for claim in article.claims}
    stated = [(one.start, one.end) for one in required if one.verdict == "pass" and one.start is not None]
    named = _named(article)
    lines = []
    for sentence in article.sentences:
        statement = any(
            start < sentence.end and sentence.start < (end or 0) for start, end in stated if start is not None
        )
        weighs = (*_own(article, sentence), *named.get(sentence.index, ()))
        lines.append(
            Line(words(sentence.text), sentence.text, tuple(sorted(weighs)), sentence.index in claimed or statement)
        )
    return Surface(tuple(lines))


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in one case; commas and points between them do not count."""
    return tuple(match.group() for match in _WORD.finditer(normalised(text)))


def packed(surface: Surface) -> str:
    """As it is stored."""
    return msgspec.json.encode(surface).decode()


def unpacked(stored: str) -> Surface | None:
    """What `packed` gave; None where nothing was stored, or by another program."""
    try:
        return msgspec.json.decode(stored, type=Surface) if stored else None
    except msgspec.DecodeError:
        return None


def _own(article: Article, sentence: Sentence) -> Iterator[tuple[str, str]]:
    for word in words(sentence.text):
        if any(char.isdigit() for char in word):
            yield "number", word
        elif word in WEIGHING:
            yield "word", word
    for quantity in article.quantities[sentence.index]:
        yield "amount", f"{quantity.low}–{quantity.high} {quantity.unit}".strip()
    for scope in negations(sentence.shadow):
        denied = words(sentence.text[scope.at : scope.to])[:1]  # "not drink" and "not take" are two denials
        yield "not", " ".join((normalised(sentence.text[scope.cue_at : scope.cue_to]), *denied))
    for flag in sentence.flags:
        yield "said as", flag.flag
    for link in article.block(sentence).links:
        if link.at < sentence.to and sentence.at < link.to:
            yield _LINK, link.target


def _named(article: Article) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for key, kind in _NAMED:
        for hit in article.hits.get(key, ()):
            text = article.sentences[hit.sentence].text[hit.at : hit.to]
            found.setdefault(hit.sentence, []).append((kind, normalised(text)))
    return found
