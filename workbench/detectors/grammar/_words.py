"""The words that we know beside the proofreader's dictionary: whole ones, built ones, and spellings of countries."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from workbench.facts import Table

WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PATTERN = re.compile(r"[*~/\\]")  # in a name of the vocabulary: it stands for more than the one word


class Lists(Struct, frozen=True):
    """What we know of words: whole ones, those built from parts, and which spellings stand for one another."""

    words: frozenset[str]
    begins: frozenset[str]
    built: re.Pattern[str]
    same: tuple[tuple[str, str, str], ...]

    def has(self, word: str) -> bool:
        """Whether a word, its singular or what it belongs to is known; `word` in small letters."""
        bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
        forms = {bare, bare.removesuffix("s"), bare.removesuffix("es")}
        return not forms.isdisjoint(self.words) or self.built.fullmatch(bare) is not None

    def one(self, word: str, written: bool = False) -> str:
        """The spelling that stands for all of its kind: "anaemia" and "anemia" give the same.

        `written`: it is what the page says, so that rows count too which do not hold the other way round.
        """
        for british, american, place in self.same:
            if place == "any":
                word = word.replace(british, american)
            elif (place == "end" or written) and word.endswith(british):
                word = word.removesuffix(british) + american
        return word


@lru_cache(maxsize=2)
def lists(words: Table, names: Table, parts: Table, variants: Table) -> Lists:
    """The tables made ready; see `proofreading.detect`."""
    plain = (name for name in names.terms("term", "aliases") if not _PATTERN.search(name))
    of: dict[str, list[str]] = {"begin": [], "end": []}
    for row in parts:
        of[row["place"]].append(row["part"])
    begin, end = ("|".join(sorted(map(re.escape, found), key=len, reverse=True)) for found in of.values())
    return Lists(
        frozenset(words.index("words")).union(*map(words_of, plain)),
        frozenset(of["begin"]),
        re.compile(f"(?:{begin})+(?:{end})" if begin and end else r"(?!)"),
        tuple((row["british"], row["american"], row["place"]) for row in variants),
    )


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.casefold() for word in WORDS.findall(text)]
