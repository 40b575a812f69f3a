"""The words of a sentence as they are compared: British and American spelling, plural and singular are one word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple

from workbench.fingerprint import normalised


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[a-z](?:\.[a-z])+\b|[a-z]+(?:'[a-z]+)?|[<>%]|(?<!\S)-(?=\d)")
_EXACT = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|[<>≤≥±%]|(?<!\S)-(?=\d)")
_SIGNS = {"≤": "<", "≥": ">"}  # seen in the text only; a shadow does not know them
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"[ao]e", "e"),
        (r"is(e[ds]?|ing|ations?)$", r"iz\1"),
        (r"ys(e[ds]?|ing)$", r"yz\1"),
        (r"our", "or"),
        (r"([bt])re(s?)$", r"\1er\2"),
        (r"ll", "l"),
        (r"mme", "m"),
        (r"ogue", "og"),
        (r"ence(s?)$", r"ense\1"),
        (r"sulph", "sulf"),
    )
)
_SHORTEST = 5  # letters below which a word has one spelling
_IDLE = _words(
    """
    a an the this that these those such some any each every all both other another one s
    i me my you your he him his she her hers it its we us our they them their who whom whose which what there here
    is are was were be been being am has have had having do does did doing will would shall should get gets got
    of in on at by for to from with without into onto about over under between among during through against within
    after before until since up down off out as than then so if when where while because although though but and or
    nor yet not no also too very just only even still most more much many less few both again once can could may might
    must now per via eg ie etc age aged ages old
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million once twice half
    """
)


class Token(NamedTuple):
    """A word at `[at, to)` of its sentence: in one case and spelling, its stem, and whether it tells anything."""

    at: int
    to: int
    word: str
    stem: str
    telling: bool


def tokens(text: str, shadow: bytes) -> tuple[Token, ...]:
    """The words, numbers and signs of a sentence.

    Args:
        text: the sentence.
        shadow: its shadow, character for character.
    """
    dark = shadow.decode("ascii").lower()
    found = [_token(match) for match in _TOKEN.finditer(dark)]
    if any(sign in text for sign in _SIGNS):
        signs = (Token(at, at + 1, _SIGNS[char], char, False) for at, char in enumerate(text) if char in _SIGNS)
        found = sorted([*found, *signs])
    return tuple(found)


def _token(match: re.Match[str]) -> Token:
    word = folded(match.group())
    return Token(*match.span(), word, stem(word), word not in _IDLE and word[0].isalpha())


def same_words(text: str) -> str:
    """The sentence without case and punctuation: two that give the same are the same claim to the word."""
    return " ".join(_EXACT.findall(normalised(text)))


def telling(found: Iterable[Token]) -> tuple[str, ...]:
    """What an index knows a sentence by: the stems of its telling words, and its numbers."""
    return tuple(token.stem for token in found if token.telling or token.word[0].isdigit())


@cache
def folded(word: str) -> str:
    """A word in lower case in the one spelling that is compared."""
    word = word.replace(".", "") if word[0].isalpha() else word.replace(",", "")
    word = word.removesuffix("'s")
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    return word


@cache
def stem(word: str) -> str:
    """The Snowball stem of a folded word; numbers and signs stand for themselves."""
    return str(_stemmer().stemWord(word)) if word[0].isalpha() else word


@cache
def _stemmer() -> Any:
    import snowballstemmer  # only a newsroom with a library pays for it

    return snowballstemmer.stemmer("english")


class Phrases:
    """Phrases to be found in sentences, each under the name that it stands for; the longest wins.

    A phrase that ends in `*` goes on in any way (“cough*”); one between slashes is a pattern and is passed over.
    """

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._closed: dict[str, list[_Entry]] = {}  # by the stem of the first word
        self._open: dict[str, list[_Entry]] = {}  # by how the first word begins
        for phrase, name in named:
            words = [folded(match.group()) for match in _TOKEN.finditer(phrase.lower())]
            if phrase.startswith("/") or not words:
                continue
            if phrase.endswith("*"):
                self._open.setdefault(words[0][:_BEGINNING], []).append((tuple(words), True, name))
            else:
                stems = tuple(stem(word) for word in words)
                self._closed.setdefault(stems[0], []).append((stems, False, name))

    def find(self, found: Sequence[Token]) -> list[tuple[int, int, str]]:
        """Where phrases stand, as token numbers `[first, last)` and the name, in reading order, none inside another."""
        places: list[tuple[int, int, str]] = []
        stems, beginnings = _beginnings(found)
        if self._closed.keys().isdisjoint(stems) and self._open.keys().isdisjoint(beginnings):
            return places
        done = 0
        for at, token in enumerate(found):
            closed, opened = self._closed.get(token.stem), self._open.get(token.word[:_BEGINNING])
            if at < done or not (closed or opened):
                continue
            fitting = [entry for entry in (*(closed or ()), *(opened or ())) if _fits(found, at, entry)]
            if fitting:
                words, _, name = max(fitting, key=lambda entry: len(entry[0]))
                done = at + len(words)
                places.append((at, done, name))
        return places


_seen: list[tuple[Sequence[Token], frozenset[str], frozenset[str]]] = []  # of the sentence that is being read


def _beginnings(found: Sequence[Token]) -> tuple[frozenset[str], frozenset[str]]:
    """The stems and the first letters of a sentence's words; a sentence is searched for many lists in a row."""
    if not _seen or _seen[0][0] is not found:
        stems, words = frozenset(token.stem for token in found), frozenset(token.word[:_BEGINNING] for token in found)
        _seen[:] = [(found, stems, words)]
    return _seen[0][1:]


_Entry = tuple[tuple[str, ...], bool, str]  # its words (stems of a closed phrase), whether it goes on, its name
_BEGINNING = 3


def _fits(found: Sequence[Token], at: int, entry: _Entry) -> bool:
    words, is_open, _ = entry
    there = found[at : at + len(words)]
    if len(there) < len(words):
        return False
    if not is_open:
        return all(token.stem == word for token, word in zip(there, words, strict=True))
    whole = zip(there[:-1], words[:-1], strict=True)
    return there[-1].word.startswith(words[-1]) and all(token.word == word for token, word in whole)
