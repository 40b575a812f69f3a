"""Every phrase, pattern and cue of every check, found in one scan of a sentence, in time linear in the text.

A phrase is written in words: it matches whole words, in any case, with any space or hyphen where it has one. `*` after
a word stands for any ending (`cure*`), `~` for its inflected forms (`heal~`: heals, healed, healing), and `..` between
two words lets up to three others stand there (`lose~ .. weight`). A phrase between slashes is a raw RE2 pattern
(`/\\b100 ?% safe\\b/`). Both run on the ASCII shadow, where RE2's `\\b \\w \\d \\s` mean what they say.

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
_PARTS = re.compile(rb"\w+|\.\.(?!\.)|[^\w\s-]")  # of a phrase
_GAP = 3  # words that `..` lets stand between two


class BadPattern(WorkbenchError):
    """A phrase that cannot be used; the message names the phrase and what is wrong with it."""


class _Token(NamedTuple):
    forms: tuple[bytes, ...]
    open_end: bool = False  # any ending counts
    glued: bool = False  # stands against the token before it
    gap: int = 0  # so many words may stand before it


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
        phrase_ = _Phrase(index, tuple(tokens[1:]))
        for form in tokens[0].forms:
            table.setdefault(form, []).append(phrase_)
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
    """Where a phrase that begins with token `first` ends at the earliest; None where its rest does not follow."""
    reached = [first]
    for wanted in rest:
        reached = sorted({number for last in reached for number in _following(tokens, last, wanted)})
        if not reached:
            return None
    return tokens[reached[0]][1]


def _following(tokens: _Places, last: int, wanted: _Token) -> Iterator[int]:
    """The tokens that fit `wanted` behind token `last`; what stands between is words only."""
    for number in range(last + 1, min(last + 2 + wanted.gap, len(tokens))):
        at, _, word = tokens[number]
        fits = word.startswith(wanted.forms) if wanted.open_end else word in wanted.forms
        if fits and (at == tokens[number - 1][1]) == wanted.glued:
            yield number
        if not word[:1].isalnum():
            return


def _apart(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = -1
    for at, to in sorted(places, key=lambda place: (place[0], -place[1])):
        if at >= reached:
            yield at, to
            reached = to


def _tokens(phrase: str) -> list[_Token]:
    if phrase.isascii() and phrase.replace(" ", "").isalnum():  # nearly all phrases; three times faster than below
        return [_Token((word.encode("ascii"),)) for word in phrase.lower().split()]
    text = shadow(phrase).lower()
    tokens: list[_Token] = []
    end, gap = -1, 0
    for part in _PARTS.finditer(text):
        word, at = part[0], part.start()
        if word == b"..":
            gap, end = _GAP, -1
            if not tokens or part.end() == len(text.rstrip()):
                raise BadPattern(f"“{phrase}”: “..” needs a word on both sides")
            continue
        if word in (b"*", b"~") and tokens and at == end:
            last = tokens[-1]
            tokens[-1] = (
                last._replace(open_end=True) if word == b"*" else last._replace(forms=_inflected(last.forms[0]))
            )
        else:
            tokens.append(_Token((word,), glued=at == end, gap=gap))
            gap = 0
        end = part.end()
    return tokens


def _inflected(word: bytes) -> tuple[bytes, ...]:
    """A regular verb or noun in all its forms: -s, -ed, -ing, with the changes of spelling that go with them."""
    text = word.decode("ascii")
    if text.endswith("e"):
        endings = ("e", "es", "ed", "ing", "eing") if text[-2:] in ("ee", "oe", "ye") else ("e", "es", "ed", "ing")
        forms = [text[:-1] + ending for ending in endings]
    elif text.endswith("y") and text[-2:-1] not in "aeiou":
        forms = [text, text[:-1] + "ies", text[:-1] + "ied", text + "ing"]
    else:
        plural = "es" if text.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"
        forms = [text, text + plural, text + "ed", text + "ing"]
        if re.search("[^aeiou][aeiou][bdglmnprt]$", text):
            forms += [text + text[-1] + "ed", text + text[-1] + "ing"]
    return tuple(form.encode("ascii") for form in forms)


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
