"""Characters in the text that nobody sees: they part words for programs, turn the order of signs, or hide letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from workbench.detectors._sentences import by_block, holding
from workbench.detectors.consistency._unseen import (
    BACKWARDS,
    CLOSING,
    OPENING,
    OVERRIDES,
    TAGS,
    Unseen,
    find,
    turns,
    word_at,
)
from workbench.model import Article, Block, Evidence, Match, Sentence

VALUES = ("marks",)
_MOST = 10  # findings in one sentence
_LONGEST = 60  # hidden letters that are shown
_FLAG, _FLAG_END = "\U0001f3f4", chr(TAGS[-1])  # a black flag and tags after it make the flag of a region


def detect(article: Article) -> Iterator[Match]:
    """Each word with such characters in it or at it.

    It is a note where they are harmless for readers: marks of direction that change nothing, a NUL beside a word.
    Marks between words, and in scripts that need them, are passed over.
    """
    unseen = find(article.document)
    sentences = by_block(article) if unseen else {}
    for index, members in groupby(unseen, key=lambda one: one.block):
        block = article.document.blocks[index]
        words: dict[int, list[_Word]] = {}
        for word in _words(block, _told(block, list(members))):
            sentence = holding(sentences.get(index, []), word.low)
            if sentence is not None:
                words.setdefault(sentence.index, []).append(word)
        for number, found in words.items():
            for word in _few(found):
                yield _match(article.sentences[number], word)


Told = list[tuple[Unseen, bool]]


class _Word(NamedTuple):
    """The seen range of a word in its block, and what it holds."""

    low: int
    high: int
    told: Told


def _words(block: Block, told: Told) -> list[_Word]:
    found: list[_Word] = []
    for one, changes in told:
        low, high = word_at(block.seen, one.at)
        if not found or (low, high) != found[-1][:2]:
            found.append(_Word(low, high, []))
        found[-1].told.append((one, changes))
    return found


def _few(words: list[_Word]) -> list[_Word]:
    """The words of a sentence; where there are many, the last one stands for the rest of them."""
    if len(words) <= _MOST:
        return words
    rest = words[_MOST - 1 :]
    return [*words[: _MOST - 1], _Word(rest[0].low, rest[-1].high, [pair for word in rest for pair in word.told])]


def _told(block: Block, members: list[Unseen]) -> Told:
    """The characters of a block that are worth a word, and whether they change what is read."""
    right_to_left = any(one.char in OPENING + CLOSING for one in members) and turns(block)
    opened = any(one.char in OPENING for one in members)
    flags = {one.at for one in members if one.char == _FLAG_END and block.seen[one.at - 1 : one.at] == _FLAG}
    found = []
    for one in members:
        if one.char in OVERRIDES or (one.char in BACKWARDS and not right_to_left):
            found.append((one, True))
        elif one.char in OPENING + CLOSING:
            if not right_to_left and not (opened and one.char in CLOSING):
                found.append((one, one.inside))
        elif ord(one.char) in TAGS:
            if one.at not in flags:
                found.append((one, True))
        elif one.inside:
            found.append((one, True))
        elif one.char == "\0":
            found.append((one, False))
    return found


def _match(sentence: Sentence, word: _Word) -> Match:
    low, high, told = word.low, min(word.high, sentence.to), word.told
    names = [_name(one.char) for one, _ in told]
    rows = tuple({"character": name, "times": str(count)} for name, count in Counter(names).items())
    hidden = "".join(chr(ord(one.char) - TAGS[0]) for one, _ in told if ord(one.char) in TAGS)
    letters = "".join(char for char in hidden if char.isprintable())[:_LONGEST]
    return Match(
        sentence=sentence.index,
        at=low - sentence.at,
        to=high - sentence.at,
        severity=None if any(changes for _, changes in told) else "note",
        values={"marks": ", ".join(dict.fromkeys(names))},
        evidence=Evidence("hidden-characters", computed=f"“{letters}”" if letters else "", rows=rows),
    )


def _name(char: str) -> str:
    if ord(char) in TAGS:
        return "hidden letters (U+E0000 to U+E007F)"
    return f"{unicodedata.name(char, 'NUL').lower()} (U+{ord(char):04X})"
