"""The words of a sentence, and the names of products, uses, regulators and places among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.detectors.regulatory._rows import KNOWN, parts
from workbench.facts import Row, Table
from workbench.shadow import shadow

# Linear: its choices begin with different characters, or one is tried only where the other cannot go on.
_WORD = re.compile(rb"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*|[A-Za-z]+(?:'[A-Za-z]+)*\+?|[^\sA-Za-z0-9]")
_LONGEST_NAME = 9  # words
_SIGNS_AS_SPACES = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))


class Word(NamedTuple):
    """A word or sign: lower case, without the stops of "U.S."; `[at, to)` in the sentence."""

    text: str
    at: int
    to: int


class Name(NamedTuple):
    """A name as met in a sentence: words `[first, after)`, its key and what it stands for."""

    first: int
    after: int
    key: str
    rows: tuple[Row, ...]


class Names:
    """Names by their words; a name matches in any case, with any space or hyphen, in singular or plural."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {}
        self._longest: dict[str, int] = {}  # first word, in every form → words of the longest name that begins with it

    def add(self, name: str, *more: Row) -> None:
        """Let a name stand for these rows as well."""
        key = _key(name)
        if not key:
            return
        rows = self._rows.setdefault(key, [])
        rows.extend(row for row in more if not any(row is known for known in rows))
        first, size = key.partition(" ")[0], key.count(" ") + 1
        for form in (first, f"{first}s", f"{first}'s", f"{first}'", first.removesuffix("s")):
            self._longest[form] = max(self._longest.get(form, 0), size)

    def at(self, text: tuple[Word, ...], first: int) -> Name | None:
        """The longest name that begins at this word."""
        limit = self._longest.get(text[first].text, 0)
        for size in range(min(limit, _LONGEST_NAME, len(text) - first), 0, -1):
            *head, last = (word.text for word in text[first : first + size])
            for form in _forms(last):
                key = " ".join((*head, form))
                if key in self._rows:
                    return Name(first, first + size, key, tuple(self._rows[key]))
        return None

    def all_in(self, text: tuple[Word, ...]) -> Places:
        """All names in a sentence in reading order; the longer name wins, none overlap."""
        found: list[Name] = []
        index = 0
        while index < len(text):
            name = self.at(text, index) if text[index].text in self._longest else None
            if name:
                found.append(name)
            index = name.after if name else index + 1
        return Places(tuple(found))


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, ...]:
    """A word as written, without a possessive, in the singular, in the plural."""
    bare = word.removesuffix("'s").removesuffix("'")
    singular = bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare
    return tuple(dict.fromkeys((word, bare, singular, f"{bare}s")))


@cache
def _key(name: str) -> str:
    """A name's words; the same few names stand in many rows."""
    plain = name.replace("-", " ")
    if plain.isascii() and plain.replace(" ", "").isalnum():  # nearly all names; the long way costs ten times more
        return " ".join(plain.lower().split())
    return " ".join(word.text for word in words(shadow(name)))


def words(text: bytes) -> tuple[Word, ...]:
    """The words and signs of a shadow; a hyphen inside a word parts it and is no sign of its own."""
    found = []
    for match in _WORD.finditer(text):
        at, to = match.span()
        if text[at:to] == b"-" and text[max(at - 1, 0) : at].isalnum() and text[to : to + 1].isalnum():
            continue
        raw = text[at:to].decode("ascii").lower()
        found.append(Word(raw.replace(".", "") if raw[0].isalpha() else raw, at, to))
    return tuple(found)


def columns(text: str) -> tuple[str, ...]:
    """The names of a table's columns, written in one line."""
    return tuple(text.split())


Lexis = tuple[Names, Names, Names, Names]


@lru_cache(maxsize=4)
def lexis(table: Table, jurisdictions: Table) -> Lexis:
    """The names of products, uses, regulators and places; a regulator and a place stand for their jurisdiction."""
    named = (_labels(jurisdictions, "regulators"), _labels(jurisdictions, "places"))
    return (names_of(table, "product", "aliases", KNOWN), names_of(table, "use", "use_aliases", KNOWN), *named)


def _labels(jurisdictions: Table, column: str) -> Names:
    names = Names()
    for row in jurisdictions:
        label = {"": row["jurisdiction"]}
        for name in parts(row[column]):
            names.add(name, label)
    return names


@lru_cache(maxsize=4)
def names_of(table: Table, column: str, aliases: str, statuses: tuple[str, ...]) -> Names:
    """The names that a table gives its rows of these statuses in a column and its column of aliases."""
    names = Names()
    alike: dict[tuple[str, str], list[Row]] = {}  # a product's names are written the same in all of its rows
    for row in table:
        if row["status"] in statuses:
            alike.setdefault((row[column], row[aliases]), []).append(row)
    for (first, others), rows in alike.items():
        for name in (first, *parts(others)):
            names.add(name, *rows)
    return names


@lru_cache(maxsize=8)
def every_name(table: Table) -> Names:
    """The names of a table's products, whatever their rows say."""
    names = Names()
    for row in table:
        for name in (row["product"], *parts(row["aliases"])):
            names.add(name, row)
    return names


Starts = frozenset[bytes]


@lru_cache(maxsize=8)
def starts_of(table: Table, products: tuple[str, ...] = (), not_kinds: tuple[str, ...] = ()) -> Starts:
    """The first words of the names of these products (none given: of all), without those of some kinds of row."""
    rows = (row for row in table if row["kind"] not in not_kinds and (not products or row["product"] in products))
    names = {name for row in rows for name in (row["product"], *parts(row["aliases"]))}
    firsts = {found[0] for name in names if (found := plain(shadow(name)))}
    return frozenset(form for first in firsts for form in (first, first + b"s", first.removesuffix(b"s")))


def plain(dark: bytes) -> list[bytes]:
    """The runs of letters and digits of a shadow, in lower case; cheap."""
    return dark.translate(_SIGNS_AS_SPACES).split()


class Places:
    """Names in a sentence by where they begin and where they end."""

    def __init__(self, found: tuple[Name, ...]) -> None:
        self.found = found
        self._beginning = {name.first: name for name in found}
        self._ending = {name.after: name for name in found}

    def beginning(self, first: int) -> Name | None:
        """The name that begins at a word."""
        return self._beginning.get(first)

    def ending(self, after: int) -> Name | None:
        """The name that ends just before a word."""
        return self._ending.get(after)


class Text(NamedTuple):
    """A sentence's words with the names found among them."""

    words: tuple[Word, ...]
    products: Places
    uses: Places
    regulators: Places
    places: Places

    def word(self, index: int) -> str:
        """The word at this index; empty outside the sentence."""
        return self.words[index].text if 0 <= index < len(self.words) else ""

    def word_at(self, at: int) -> int:
        """The word that stands at this offset of the sentence."""
        return bisect_right(self.words, at, key=_at) - 1


@lru_cache(maxsize=2048)
def text_of(dark: bytes, names: Lexis) -> Text:
    """A sentence's shadow, read; several checks ask for the same sentences of a page."""
    found = words(dark)
    return Text(found, *(known.all_in(found) for known in names))


def _at(word: Word) -> int:
    return word.at
