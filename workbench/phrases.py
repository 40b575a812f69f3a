"""Phrases as checks write them, taken apart into what the lexicon looks up.

A phrase is written in words: it matches whole words, in any case, with any space or hyphen where it has one. `*` after
a word stands for any ending (`cure*`), `~` for its inflected forms (`heal~`: heals, healed, healing), and `..` between
two words lets up to three others stand there (`lose~ .. weight`). A phrase between slashes is a raw RE2 pattern
(`/\\b100 ?% safe\\b/`). Both run on the ASCII shadow, where RE2's `\\b \\w \\d \\s` mean what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import re2
from msgspec import Struct

from workbench.anchors import Needs, anchors
from workbench.errors import WorkbenchError
from workbench.patterns import spans_only
from workbench.shadow import shadow

# A word, or one sign that is neither space nor hyphen. Linear: the two cannot match at the same place.
TOKENS = re.compile(rb"\w+|[^\w\s-]")
_PARTS = re.compile(rb"\w+|\.\.(?!\.)|[^\w\s-]")  # of a phrase
_GAP = 3  # words that `..` lets stand between two


class BadPattern(WorkbenchError):
    """A phrase that cannot be used; the message names the phrase and what is wrong with it."""


class Token(Struct, frozen=True, array_like=True, gc=False):
    """A word or sign of a phrase in all forms that count."""

    forms: tuple[bytes, ...]
    open_end: bool = False  # any ending counts
    glued: bool = False  # stands against the token before it
    gap: int = 0  # so many words may stand before it


class Phrase(Struct, frozen=True, array_like=True, gc=False):
    """What follows a phrase's first token; `key` numbers the list that it is of."""

    key: int
    rest: tuple[Token, ...]


class Pattern(Struct, frozen=True, array_like=True, gc=False):
    """A raw pattern and what every match of it needs; see `anchors`."""

    key: int
    source: str
    needs: Needs


class Compiled(Struct, frozen=True):
    """All phrases by their first word or its beginning, and all patterns; what a lexicon is made of, ready to store.

    `keys` has for each list of phrases the keys that name it: lists that are the same are one.
    """

    keys: tuple[tuple[str, ...], ...]
    words: dict[bytes, list[Phrase]]
    stems: dict[bytes, list[Phrase]]
    patterns: tuple[Pattern, ...]


def compiled(entries: Mapping[str, Iterable[str]]) -> Compiled:
    """Take phrases apart.

    Raises:
        BadPattern: a phrase is empty or not a valid RE2 pattern.
    """
    words: dict[bytes, list[Phrase]] = {}
    stems: dict[bytes, list[Phrase]] = {}
    patterns: list[Pattern] = []
    named: dict[tuple[str, ...], list[str]] = {}
    for key, listed in entries.items():
        named.setdefault(tuple(listed), []).append(key)
    for index, phrases in enumerate(named):
        for phrase in phrases:
            if len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/"):
                regexp(phrase[1:-1])
                patterns.append(Pattern(index, phrase[1:-1], anchors(phrase[1:-1])))
                continue
            first, *rest = _tokens(phrase)
            table = stems if first.open_end else words
            following = Phrase(index, tuple(rest))
            for form in first.forms:
                table.setdefault(form, []).append(following)
    return Compiled(tuple(map(tuple, named.values())), words, stems, tuple(patterns))


def regexp(source: str) -> re2._Regexp[bytes]:
    """A raw pattern as it runs; raises `BadPattern`."""
    try:
        return re2.compile(f"(?m:{source})".encode(), spans_only())
    except re2.error as error:
        raise BadPattern(f"“/{source}/” is not a valid RE2 pattern: {error}") from error


def _tokens(phrase: str) -> list[Token]:
    if phrase.isascii() and phrase.replace(" ", "").isalnum():  # nearly all phrases; three times faster than below
        return [Token((word.encode("ascii"),)) for word in phrase.lower().split()]
    text = shadow(phrase).lower().strip()
    tokens: list[Token] = []
    end, gap = -1, 0
    for part in _PARTS.finditer(text):
        word, at = part[0], part.start()
        if word == b"..":
            gap, end = _GAP, -1
            if not tokens or part.end() == len(text):
                raise BadPattern(f"“{phrase}”: “..” needs a word on both sides")
            continue
        if word in (b"*", b"~") and tokens and at == end:
            last = tokens[-1]
            forms = last.forms if word == b"*" else _inflected(last.forms[0])
            tokens[-1] = Token(forms, word == b"*", last.glued, last.gap)
        else:
            tokens.append(Token((word,), False, at == end, gap))
            gap = 0
        end = part.end()
    if not tokens:
        raise BadPattern(f"“{phrase}” is an empty phrase")
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
