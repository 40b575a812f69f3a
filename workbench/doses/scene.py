"""What surrounds a dose: the drug names of each sentence, and the sentences that may complete it, nearest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar

from workbench import columns
from workbench.doses.rows import rows_of
from workbench.doses.stated import Drug, Where, Words
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.lexicon import Lexicon
from workbench.model import Article, Hit, Sentence

_Found = TypeVar("_Found")
_BACK = 2  # sentences of the same block that are read before a dose
_ABOVE = 6  # earlier sentences of a section that may name its one drug


class Lists(NamedTuple):
    """Lexicon keys of the shared vocabulary: drug names, conditions, and what a medicine comes as."""

    drugs: str
    conditions: str
    forms: str


class Scene:
    """An article with the table of facts (columns drug, aliases, generic), that of dose words, and its vocabulary."""

    def __init__(self, article: Article, facts: Table, words: Table, lists: Lists) -> None:
        self.article, self.facts, self.lists = article, facts, lists
        self.lexicon = _lexicon(words)
        self._words = words
        self._kept: dict[tuple[str, int], Any] = {}

    def kept(self, what: str, sentence: int, make: Callable[[], _Found]) -> _Found:
        """What was made of a sentence before, or is made now: neighbours of several doses are read once."""
        key = what, sentence
        if key not in self._kept:
            self._kept[key] = make()
        found: _Found = self._kept[key]
        return found

    @cached_property
    def of_block(self) -> dict[int, list[int]]:
        """The sentences of each block."""
        found: dict[int, list[int]] = {}
        for sentence in self.article.sentences:
            found.setdefault(sentence.block, []).append(sentence.index)
        return found

    @cached_property
    def rows(self) -> dict[int, tuple[int, ...]]:
        """The blocks of the table row that a cell stands in."""
        return rows_of(self.article.document)

    @cached_property
    def heads(self) -> dict[int, int]:
        """The block that heads a cell's column."""
        return columns.heads(self.article.document)

    @cached_property
    def drugs(self) -> dict[int, tuple[Hit, ...]]:
        """Drug names by sentence in reading order, the longest where they overlap."""
        return outermost(self.article.hits.get(self.lists.drugs, ()))

    @cached_property
    def generics(self) -> frozenset[str]:
        """The substances that the article names."""
        return frozenset(self.named(hit).generic for hits in self.drugs.values() for hit in hits)

    @cached_property
    def forms(self) -> dict[int, list[int]]:
        """Where the names of forms begin, by sentence."""
        found: dict[int, list[int]] = {}
        for hit in self.article.hits.get(self.lists.forms, ()):
            found.setdefault(hit.sentence, []).append(hit.at)
        return found

    @cached_property
    def conditions(self) -> dict[int, tuple[Hit, ...]]:
        """Conditions by sentence, likewise."""
        return outermost(self.article.hits.get(self.lists.conditions, ()))

    def named(self, hit: Hit, where: Where = "sentence") -> Drug:
        """The drug of a name, as the table calls it."""
        words = self.quote(hit.sentence, hit.at, hit.to, where)
        rows = self.facts.index("drug", "aliases").get(term_key(words.text), ())
        if not rows:
            key = term_key(words.text)
            return Drug(words, key, key, False)
        return Drug(words, rows[0]["drug"], rows[0]["generic"] or rows[0]["drug"], True)

    def quote(self, sentence: int, at: int, to: int, where: Where = "sentence") -> Words:
        """Seen offsets of a sentence with their text."""
        return Words(sentence, at, to, self.article.sentences[sentence].text[at:to], where)

    def manners(self, sentence: int) -> list[tuple[Row, int, int]]:
        """Routes, forms and releases that a sentence names, with their places."""
        return self.kept("manners", sentence, lambda: list(self._scanned(sentence)))

    def _scanned(self, sentence: int) -> Iterator[tuple[Row, int, int]]:
        for key, at, to in self.lexicon.scan(self.article.sentences[sentence].shadow):
            yield self._words.rows[int(key)], at, to

    def before(self, sentence: Sentence) -> list[Sentence]:
        """The sentences in front of one in its block, the nearest first."""
        return self.kept("before", sentence.index, lambda: list(self._before(sentence)))

    def _before(self, sentence: Sentence) -> Iterator[Sentence]:
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
            other = self.article.sentences[index]
            if other.block != sentence.block:
                return
            yield other

    def next(self, sentence: Sentence) -> Sentence | None:
        """The sentence behind one in its block."""
        following = self.article.sentences[sentence.index + 1 : sentence.index + 2]
        return following[0] if following and following[0].block == sentence.block else None

    def above(self, sentence: Sentence) -> list[tuple[Where, Sentence]]:
        """What speaks for a sentence from outside its block: row, column, lead-in, headings (innermost first)."""
        return self.kept("above", sentence.block, lambda: list(self._above(sentence)))

    def _above(self, sentence: Sentence) -> Iterator[tuple[Where, Sentence]]:
        block = self.article.block(sentence)
        places: list[tuple[Where, int]] = []
        if block.kind == "cell":
            places += [("row", other) for other in self.rows.get(sentence.block, ()) if other != sentence.block]
            places += [("column", self.heads[sentence.block])] if sentence.block in self.heads else []
        if block.lead_in is not None:
            places.append(("lead-in", block.lead_in))
        places += [("heading", other) for other in reversed(block.section)]
        for where, other in places:
            for index in reversed(self.of_block.get(other, ())):
                yield where, self.article.sentences[index]

    def earlier(self, sentence: Sentence) -> Iterator[Sentence]:
        """The last sentences of the same section in front of the block of this one, the nearest first."""
        section, first = self.article.block(sentence).section, self.of_block[sentence.block][0]
        for index in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
            other = self.article.sentences[index]
            if self.article.block(other).section != section:
                return
            yield other


def outermost(hits: tuple[Hit, ...]) -> dict[int, tuple[Hit, ...]]:
    """Hits by sentence in reading order; one within another is dropped."""
    found: dict[int, list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: (hit.sentence, hit.at, -hit.to)):
        names = found.setdefault(hit.sentence, [])
        if not names or hit.to > names[-1].to:
            names.append(hit)
    return {index: tuple(names) for index, names in found.items()}


@lru_cache(maxsize=4)
def _lexicon(words: Table) -> Lexicon:
    """The terms of the table of dose words; the key of a phrase is the number of its row."""
    return Lexicon({str(number): row["terms"].split(SEPARATOR) for number, row in enumerate(words)})
