"""Every phrase, pattern and cue of every check, found in one scan of a sentence, in time linear in the text.

Each word of a text is looked up once: it says which phrases begin with it and which patterns need it (`anchors`), and
only those are tried on its sentence. What a word says is remembered, since the words of health pages repeat, and a
pattern is compiled when its word first comes. `tests/bench/words.py` holds 2,000 phrases against 400.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import re2

from workbench.anchors import calls
from workbench.phrases import TOKENS, BadPattern, Compiled, Phrase, Token, compiled, regexp

__all__ = ["BadPattern", "Lexicon"]

_PLACES = 250  # of one pattern in one sentence: no prose has more, and a greedy pattern may search to its end for each
_REMEMBERED = 20_000  # words; neither a hostile text nor a large corpus must fill the memory


class _Word(NamedTuple):
    """What follows from a word: the keys that it meets alone, phrases by the word that must follow next, phrases that
    have to be tried, and the numbers of the patterns whose first and whose second need it meets."""

    alone: tuple[int, ...]
    followed: Mapping[bytes, list[Phrase]]
    others: tuple[Phrase, ...]
    first: frozenset[int]
    second: frozenset[int]


_NOTHING = _Word((), {}, (), frozenset(), frozenset())
_LONG = 64  # letters; no word of a language is longer


class Lexicon:
    """Phrases by key.

    Args:
        entries: key → phrases, or the same already taken apart. The phrases of one key are alternatives; of two that
            begin at one place the longer counts, of two that overlap the earlier.

    Raises:
        BadPattern: a phrase is empty or not a valid RE2 pattern.
    """

    def __init__(self, entries: Mapping[str, Iterable[str]] | Compiled) -> None:
        self.parts = parts = entries if isinstance(entries, Compiled) else compiled(entries)
        self._keys, self._patterns = parts.keys, parts.patterns
        self._ready: dict[int, re2._Regexp[bytes]] = {}
        self._anchored: dict[str, tuple[list[int], list[int]]] = {}  # patterns by the words of their two needs
        self._free: tuple[set[int], set[int]] = set(), set()  # patterns without one
        for number, pattern in enumerate(parts.patterns):
            for rank, free in enumerate(self._free):
                if rank >= len(pattern.needs):
                    free.add(number)
                    continue
                for word in pattern.needs[rank]:
                    self._anchored.setdefault(word, ([], []))[rank].append(number)
        self._longest_stem = max(map(len, parts.stems), default=0)
        self._longest_anchor = max(map(len, self._anchored), default=0)
        self._always = bool(self._free[0] & self._free[1])
        self._known: dict[bytes, _Word] = {}
        self._silent: set[bytes] = set()  # of the known words, those from which nothing follows
        self._shared: dict[frozenset[int], frozenset[int]] = {}  # every number calls the same hundred patterns

    def scan(self, text: bytes) -> Iterator[tuple[str, int, int]]:
        """All places `(key, at, to)` in one sentence's shadow; those of one key by place."""
        if not self._always and self._silent.issuperset(TOKENS.findall(text.lower())):
            return  # of a small lexicon most sentences hold nothing
        yield from next(self.scan_all([text]))

    def scan_all(self, sentences: Sequence[bytes]) -> Iterator[list[tuple[str, int, int]]]:
        """The places of every sentence of an article, as `scan` gives them, in the order of the sentences."""
        for text in sentences:
            found: dict[int, list[tuple[int, int]]] = {}
            first, second = set(self._free[0]), set(self._free[1])
            for key, at, to in self._phrases(text, first, second):
                found.setdefault(key, []).append((at, to))
            for number in first & second:
                places = [match.span() for match in islice(self._pattern(number).finditer(text), _PLACES)]
                if places:
                    key = self._patterns[number].key
                    found.setdefault(key, []).extend(place for place in places if place[0] < place[1])
            yield [
                (key, at, to) for each in sorted(found) for at, to in _apart(found[each]) for key in self._keys[each]
            ]

    def _phrases(self, text: bytes, first: set[int], second: set[int]) -> Iterator[tuple[int, int, int]]:
        """The phrases of a sentence; adds the patterns whose first and whose second need its words meet."""
        tokens = [(match.start(), match.end(), match[0]) for match in TOKENS.finditer(text.lower())]
        known, last = self._known, len(tokens) - 1
        for number, (at, to, word) in enumerate(tokens):
            says = known.get(word) or self._learnt(word)
            if says is _NOTHING:
                continue
            first |= says.first
            second |= says.second
            for key in says.alone:
                yield key, at, to
            if number == last:
                return
            for phrase in (*says.followed.get(tokens[number + 1][2], ()), *says.others):
                end = _end(tokens, number, phrase.rest)
                if end is not None:
                    yield phrase.key, at, end

    def _learnt(self, word: bytes) -> _Word:
        if len(self._known) >= _REMEMBERED:
            for memory in (self._known, self._silent, self._shared):
                memory.clear()
        alone, followed, others = list[int](), dict[bytes, list[Phrase]](), list[Phrase]()
        for phrase in self._starting(word):
            if not phrase.rest:
                alone.append(phrase.key)
            elif phrase.rest[0].open_end or phrase.rest[0].gap:
                others.append(phrase)
            else:
                for form in phrase.rest[0].forms:
                    followed.setdefault(form, []).append(phrase)
        calling = (self._shared.setdefault(those, those) for those in self._calling(word.decode("ascii")))
        said = _Word(tuple(alone), followed, tuple(others), *calling)
        self._known[word] = said if any(said) else _NOTHING
        if self._known[word] is _NOTHING:
            self._silent.add(word)
        return self._known[word]

    def _starting(self, word: bytes) -> Iterator[Phrase]:
        yield from self.parts.words.get(word, ())
        for length in range(1, min(len(word), self._longest_stem) + 1):
            yield from self.parts.stems.get(word[:length], ())

    def _calling(self, word: str) -> tuple[frozenset[int], frozenset[int]]:
        """The patterns whose first, and whose second, need it meets: all for a word too long to look into."""
        if len(word) > _LONG:
            every = frozenset(range(len(self._patterns)))
            return every, every
        first, second = set[int](), set[int]()
        anchored = self._anchored
        for call in calls(word, self._longest_anchor):
            if call in anchored:
                first.update(anchored[call][0])
                second.update(anchored[call][1])
        return frozenset(first), frozenset(second)

    def _pattern(self, number: int) -> re2._Regexp[bytes]:
        if number not in self._ready:
            self._ready[number] = regexp(self._patterns[number].source)
        return self._ready[number]


_Places = list[tuple[int, int, bytes]]


def _end(tokens: _Places, first: int, rest: tuple[Token, ...]) -> int | None:
    """Where a phrase that begins with token `first` ends at the earliest; None where its rest does not follow."""
    last = first
    for number, wanted in enumerate(rest):
        if wanted.gap:
            return _loose_end(tokens, last, rest[number:])
        last += 1
        if last == len(tokens) or not _fits(tokens, last, wanted):
            return None
    return tokens[last][1]


def _loose_end(tokens: _Places, first: int, rest: tuple[Token, ...]) -> int | None:
    """The same where words may stand between; every way is followed."""
    reached = [first]
    for wanted in rest:
        reached = sorted({number for last in reached for number in _following(tokens, last, wanted)})
        if not reached:
            return None
    return tokens[reached[0]][1]


def _following(tokens: _Places, last: int, wanted: Token) -> Iterator[int]:
    """The tokens that fit `wanted` behind token `last`; what stands between is words only."""
    for number in range(last + 1, min(last + 2 + wanted.gap, len(tokens))):
        if _fits(tokens, number, wanted):
            yield number
        if not tokens[number][2][:1].isalnum():
            return


def _fits(tokens: _Places, number: int, wanted: Token) -> bool:
    at, _, word = tokens[number]
    meant = word.startswith(wanted.forms) if wanted.open_end else word in wanted.forms
    return meant and (at == tokens[number - 1][1]) == wanted.glued


def _apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = -1
    for at, to in sorted(places, key=lambda place: (place[0], -place[1])):
        if at >= reached:
            yield at, to
            reached = to
