"""Abbreviations of a page and what the page says they stand for."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from workbench.model import Article, Hit
from workbench.patterns import exact

_CAPITALS = r"\b([A-Z]{2,6})(?:s|'s)?\b"
_PARTS_BEFORE, _PARTS_AFTER = b"@/.&+'-_", b"@&+"  # beside capitals that are part of something longer
_BRACKETED = re.compile(rb"[\w'\",] [(\[]\"?([A-Z][A-Za-z-]{1,7})\b")  # electrocardiogram (EKG)
_SPELLED = re.compile(
    rb"\b([A-Z]{2,6})s?\"?,? (?:[(\[]\"?(?:an? |the |or |short for )?[A-Za-z][\w-]+ [a-zA-Z]"
    rb"|stands? for|means|is short for|is an? (?:acronym|abbreviation)|which stands|short for|- [a-z]+ [a-z]+)"
)
_CALLED = re.compile(
    rb"\b(?:called|known as|abbreviated(?: as| to)?|short|or|termed|referred to as|refer to as) \"?([A-Z]{2,6})\b"
)
_WORD = re.compile(rb"[A-Za-z]+")
_SMALL = frozenset({b"of", b"the", b"and", b"for", b"in", b"to", b"a", b"with", b"on", b"by"})


def used(article: Article) -> frozenset[bytes]:
    """Every word in capitals of the page."""
    page = b"\n".join(sentence.shadow for sentence in article.sentences)
    return frozenset(found[1] for found in exact(_CAPITALS, False).finditer(page))


def places(article: Article, wanted: Container[bytes]) -> Iterator[tuple[bytes, Hit]]:
    """Where these words in capitals stand, in reading order; not those in lines of capitals or in longer names."""
    for sentence in article.sentences:
        shadow = sentence.shadow
        for found in exact(_CAPITALS, False).finditer(shadow):
            at, to = found.span(1)
            if found[1] in wanted and not _part(shadow, at, found.end()) and not _shouted(shadow, at, to):
                yield found[1], Hit(sentence.index, at, to)


def _part(shadow: bytes, at: int, to: int) -> bool:
    """Whether the capitals belong to something longer: an address, a code, "VLD-12"."""
    after = shadow[to : to + 2]
    joined = after[:1] in b"-/." and after[1:].isalnum() if after else False
    return (at > 0 and shadow[at - 1] in _PARTS_BEFORE) or (bool(after) and after[0] in _PARTS_AFTER) or joined


def explained(article: Article) -> frozenset[bytes]:
    """Abbreviations that the page spells out somewhere, in brackets, in words or in passing."""
    found: set[bytes] = set()
    for sentence in article.sentences:
        for pattern in (_BRACKETED, _SPELLED, _CALLED):
            found.update(match[1].rstrip(b"s").upper() for match in pattern.finditer(sentence.shadow))
    return frozenset(found)


def spelled_out(article: Article, letters: bytes) -> bool:
    """Whether words with these initials stand in a row somewhere, with or without "of" and "the" between."""
    wanted = letters.lower()
    for sentence in article.sentences:
        words = [word.lower() for word in _WORD.findall(sentence.shadow) if word.lower() != wanted]
        every = b"".join(word[:1] for word in words)
        if wanted in every or wanted in b"".join(word[:1] for word in words if word not in _SMALL):
            return True
    return False


def _shouted(shadow: bytes, at: int, to: int) -> bool:
    """Whether the word before or after is in capitals too: a line of capitals, or two abbreviations in a row."""
    near = _WORD.findall(shadow[max(0, at - 24) : at])[-1:] + _WORD.findall(shadow[to : to + 24])[:1]
    return any(len(word) > 1 and word.isupper() for word in near)
