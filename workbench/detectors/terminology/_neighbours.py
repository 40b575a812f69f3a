"""The words beside a word, and lists of phrases that are looked for there.

A phrase of such a list is words with a space between; `word*` is any word that begins so, `_` any word, `^` the
beginning of the sentence, `$` its end or a punctuation mark, `(` that mark alone, `#` a number, `>140` or `<90` one
above or below, and `<name>` one of the words of a named group.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from workbench.facts import SEPARATOR
from workbench.model import Sentence

_TOKENS = re.compile(rb"[a-z0-9]+(?:'[a-z]+)*|[^\sa-z0-9'-]")
_BESIDE = 40  # characters beside a word that a phrase can reach
_ANY, _FIRST, _LAST, _NUMBER, _ABOVE, _BELOW = "_", "^", "$", "#", ">", "<"
_OPEN = "("
_OWN = ("%", _OPEN)  # marks that a phrase can ask for

Groups = Mapping[str, tuple[str, ...]]


class Words:
    """The words and marks of a sentence, in lower case, without hyphens.

    Args:
        sentence: the sentence.
        at: with `to`, only so much of it as a phrase beside the characters `[at, to)` can reach.
        to: see `at`.
    """

    def __init__(self, sentence: Sentence, at: int = 0, to: int = -1) -> None:
        shadow, low = sentence.shadow, 0
        if to >= 0:
            low = max(0, shadow.rfind(b" ", 0, max(0, at - _BESIDE)))
            high = shadow.find(b" ", to + _BESIDE)
            shadow = shadow[low : None if high < 0 else high]
        found = list(_TOKENS.finditer(shadow.lower()))
        self.words = [token[0].decode("ascii") for token in found]
        self.starts = [low + token.start() for token in found]
        self.bag = frozenset(self.words)

    def place(self, at: int, to: int) -> tuple[int, int]:
        """The words `[first, end)` that stand in the characters `[at, to)`."""
        return bisect_left(self.starts, at), bisect_left(self.starts, to)

    def at(self, index: int) -> str:
        """The word at a place; "^" before the first, "$" behind the last and for most marks."""
        if not 0 <= index < len(self.words):
            return _FIRST if index < 0 else _LAST
        word = self.words[index]
        return word if word[0].isalnum() or word in _OWN else _LAST


class Phrases:
    """Alternatives of one cell, found by the word that must stand nearest.

    Args:
        cell: the phrases, parted by "|".
        groups: what `<name>` stands for.
        step: 1 for phrases that begin at the place looked at, -1 for such as end there.
    """

    def __init__(self, cell: str, groups: Groups, step: int = 1) -> None:
        self.step = step
        self._words: dict[str, list[tuple[str, ...]]] = {}
        self._stems: dict[str, list[tuple[str, ...]]] = {}
        self._numbers: list[tuple[str, ...]] = []
        for phrase in filter(None, (part.strip().lower() for part in cell.split(SEPARATOR))):
            for first, *rest in _spelled(phrase.split()[::step], groups):
                if first[0] in (_NUMBER, _ABOVE, _BELOW):
                    self._numbers.append((first, *rest))
                    continue
                table = self._stems if first.endswith("*") else self._words
                table.setdefault(first.rstrip("*"), []).append(tuple(rest))
        self._plain = not (self._stems or self._numbers or {_ANY, _FIRST, _LAST, _OPEN} & self._words.keys())

    def __bool__(self) -> bool:
        return bool(self._words or self._stems or self._numbers)

    def stand(self, words: Words, index: int) -> bool:
        """Whether one of the phrases begins (or ends) at this word."""
        return self.length(words, index) > 0

    def length(self, words: Words, index: int) -> int:
        """How many words the longest phrase has that begins (or ends) at this word; 0 if none does."""
        nearest = words.at(index)
        rests = [*self._words.get(nearest, ()), *self._words.get(_LAST if nearest == _OPEN else _ANY, ())]
        for stem, more in self._stems.items():
            if nearest.startswith(stem):
                rests += more
        if self._numbers and nearest[0].isdigit():
            rests += [tuple(rest) for first, *rest in self._numbers if _fits(nearest, first)]
        if not rests:
            return 0
        return max((1 + len(rest) for rest in rests if self._follow(words, index, rest)), default=0)

    def _follow(self, words: Words, index: int, rest: tuple[str, ...]) -> bool:
        return all(_fits(words.at(index + self.step * (far + 1)), wanted) for far, wanted in enumerate(rest))

    def within(self, words: Words, places: Iterable[int]) -> bool:
        """Whether one of the phrases begins at one of these words."""
        if self._plain and words.bag.isdisjoint(self._words):
            return False
        return any(self.stand(words, place) for place in places)


def _fits(word: str, wanted: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1])
    if wanted == _ANY:
        return word not in (_FIRST, _LAST, _OPEN)
    if wanted[0] in (_NUMBER, _ABOVE, _BELOW):
        return word.isdigit() and (
            wanted == _NUMBER or (int(word) > int(wanted[1:]) if wanted[0] == _ABOVE else int(word) < int(wanted[1:]))
        )
    return word == wanted or (wanted == _LAST and word == _OPEN)


def _spelled(tokens: list[str], groups: Groups) -> Iterator[list[str]]:
    """The phrase once for every choice of its groups."""
    if not tokens:
        yield []
        return
    head = tokens[0]
    choices = groups[head[1:-1]] if head.endswith(">") else (head,)
    for rest in _spelled(tokens[1:], groups):
        yield from ([choice, *rest] for choice in choices)
