"""Every phrase, pattern and cue of every check, found in one scan of a sentence, in time linear in the text.

A phrase is written in words: it matches whole words, in any case, with any space or hyphen where it has one; `*` after
a word stands for any ending (`cure*`). A phrase between slashes is a raw RE2 pattern (`/\\b100 ?% safe\\b/`). Both run
on the ASCII shadow, where RE2's `\\b \\w \\d \\s` mean what they say.

Phrases are looked up word by word in a table; patterns run over the whole article first, and only those that occur
there are looked for sentence by sentence. One RE2 set of everything cost 150 ms at every start, this costs 30
(`tests/bench/start.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import re2

from workbench.errors import WorkbenchError
from workbench.patterns import options
from workbench.shadow import shadow

# A word, or one sign that is neither space nor hyphen. Linear: the two cannot match at the same place.
_TOKENS = re.compile(rb"\w+|[^\w\s-]")


class BadPattern(WorkbenchError):
    """A phrase that cannot be used; the message names the phrase and what is wrong with it."""


class _Token(NamedTuple):
    text: bytes
    open_end: bool  # any ending counts
    glued: bool  # stands against the token before it


class _Phrase(NamedTuple):
    key: int
    rest: tuple[_Token, ...]


class Lexicon:
    """Phrases by key.

    Args:
        entries: key → phrases. The phrases of one key are alternatives; of two that begin at one place the longer
            counts, of two that overlap the earlier.

    Raises:
        BadPattern: a phrase is empty or not a valid RE2 pattern.
    """

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._keys = list(entries)
        self._words: dict[bytes, list[_Phrase]] = {}
        self._stems: dict[bytes, list[_Phrase]] = {}
        self._patterns: list[tuple[int, re2._Regexp[bytes]]] = []
        for index, phrases in enumerate(entries.values()):
            raw = [phrase[1:-1] for phrase in phrases if self._added(index, phrase)]
            if raw:
                self._patterns.append((index, _compiled(raw)))
        self._longest_stem = max(map(len, self._stems), default=0)

    def _added(self, index: int, phrase: str) -> bool:
        """Put a phrase into the word table; true where it is a raw pattern instead."""
        if len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/"):
            return True
        tokens = _tokens(phrase)
        if not tokens:
            raise BadPattern(f"“{phrase}” is an empty phrase")
        table = self._stems if tokens[0].open_end else self._words
        table.setdefault(tokens[0].text, []).append(_Phrase(index, tuple(tokens[1:])))
        return False

    def scan(self, text: bytes) -> Iterator[tuple[str, int, int]]:
        """All places `(key, at, to)` in one sentence's shadow, by key in the order given, then by place."""
        yield from next(self.scan_all([text]))

    def scan_all(self, sentences: Sequence[bytes]) -> Iterator[list[tuple[str, int, int]]]:
        """The places of every sentence of an article, as `scan` gives them, in the order of the sentences."""
        article = b"\n".join(sentences)  # patterns are compiled with `^` and `$` at every line
        patterns = [(key, pattern) for key, pattern in self._patterns if pattern.search(article)]
        for text in sentences:
            found: dict[int, list[tuple[int, int]]] = {}
            for key, at, to in self._phrases(text):
                found.setdefault(key, []).append((at, to))
            for key, pattern in patterns:
                places = [match.span() for match in pattern.finditer(text)]
                if places:
                    found.setdefault(key, []).extend(place for place in places if place[0] < place[1])
            yield [(self._keys[key], at, to) for key in sorted(found) for at, to in _apart(found[key])]

    def _phrases(self, text: bytes) -> Iterator[tuple[int, int, int]]:
        tokens = [(match.start(), match.end(), match[0].lower()) for match in _TOKENS.finditer(text)]
        words, stems = self._words, self._stems
        for number, (at, _, word) in enumerate(tokens):
            starting = list(words.get(word, ()))
            for length in range(1, min(len(word), self._longest_stem) + 1):
                starting += stems.get(word[:length], ())
            for key, rest in starting:
                to = _end(tokens, number, rest)
                if to is not None:
                    yield key, at, to


_Places = list[tuple[int, int, bytes]]


def _end(tokens: _Places, first: int, rest: tuple[_Token, ...]) -> int | None:
    """Where a phrase that begins with token `first` ends; None where its further tokens do not follow."""
    end = tokens[first][1]
    if first + len(rest) >= len(tokens):
        return None
    for number, wanted in enumerate(rest, start=first + 1):
        at, to, word = tokens[number]
        fits = word.startswith(wanted.text) if wanted.open_end else word == wanted.text
        if not fits or (at == end) != wanted.glued:
            return None
        end = to
    return end


def _apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = -1
    for at, to in sorted(places, key=lambda place: (place[0], -place[1])):
        if at >= reached:
            yield at, to
            reached = to


def _tokens(phrase: str) -> list[_Token]:
    if phrase.isascii() and phrase.replace(" ", "").isalnum():  # nearly all phrases; three times faster than below
        return [_Token(word.encode("ascii"), False, False) for word in phrase.lower().split()]
    text = shadow(phrase).lower()
    tokens: list[_Token] = []
    end = -1
    for match in _TOKENS.finditer(text):
        if match[0] == b"*" and tokens and match.start() == end:
            tokens[-1] = tokens[-1]._replace(open_end=True)
        else:
            tokens.append(_Token(match[0], False, match.start() == end))
        end = match.end()
    return tokens


def _compiled(parts: list[str]) -> re2._Regexp[bytes]:
    joined = "|".join(f"(?:{part})" for part in parts)
    try:
        return re2.compile(f"(?m:{joined})".encode(), options())
    except re2.error:
        for part in parts:
            try:
                re2.compile(part.encode(), options())
            except re2.error as error:
                raise BadPattern(f"“/{part}/” is not a valid RE2 pattern: {error}") from error
        raise
