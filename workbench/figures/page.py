"""An article as the readers of figures see it: cues looked up at once, numbers as printed, sentences nearby."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar

from workbench import columns
from workbench.figures.printed import amount
from workbench.figures.stated import Number, Size
from workbench.figures.stated_changes import Told
from workbench.joined import Cues, Joined, joined
from workbench.model import Article, Quantity, Sentence
from workbench.numerals import numerals_of
from workbench.patterns import exact

_TELLING = (
    r"half|halv|doubl|tripl|trebl|quadrupl|twice|fold\b|~|\+/-|\bmeans? ?[(\[]|\bp ?[=>]|not significant"
    r"|\bfor every\b|\b(?:eleven|twelve|\w{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b"
)
_LONGEST = 1200  # characters of a sentence; what is longer is no prose
_NEAR = 8  # sentences of a paragraph before and behind one that are looked at
_FEW = 8  # quantities of a sentence that are looked at one by one
_LIST = 60  # items or cells under one heading
_CUES = Cues()
_T = TypeVar("_T")


class Page:
    """An article, its sentences as one text to look for cues in, and what stands around a sentence."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._sentences = list(_with_figures(article))
        self._joined = Joined(self._sentences, _CUES)
        self._place = {sentence.index: place for place, sentence in enumerate(self._sentences)}
        self.sizes: dict[int, list[Size]] = {}  # what some readers look for again and again, by sentence
        self.counts: dict[int, list[Number]] = {}
        self.wholes: dict[int, list[Size]] = {}
        self.told: dict[int, list[Told]] = {}
        self.pairs: dict[int, list[tuple[Number, Number]]] = {}
        self.dated: dict[int, list[tuple[Number, Number]]] = {}
        self._numerals: dict[int, tuple[Number, ...]] = {}

    def cued(self, pattern: str) -> Iterator[Sentence]:
        """The sentences in which a cue stands, in reading order."""
        return (self._sentences[index] for index in self._joined.cued(pattern))

    def holds(self, sentence: Sentence, cue: str) -> bool:
        """Whether a cue stands in a sentence of the article."""
        place = self._place.get(sentence.index)
        return self._joined.holds(place, cue) if place is not None else exact(cue).search(sentence.shadow) is not None

    def cells(self, pattern: str) -> Iterator[tuple[Sentence, Sentence]]:
        """The cells of tables under a heading with this cue, each with the heading."""
        heads = {one.block: one for one in self.cued(pattern) if self.article.block(one).kind == "cell"}
        if not heads:
            return
        for cell, head in self.heads.items():
            if head in heads and cell in self.of_block:
                yield self.of_block[cell][0], heads[head]

    @cached_property
    def of_block(self) -> dict[int, list[Sentence]]:
        """The sentences of each block."""
        found: dict[int, list[Sentence]] = {}
        for sentence in self.article.sentences:
            found.setdefault(sentence.block, []).append(sentence)
        return found

    @cached_property
    def heads(self) -> dict[int, int]:
        """The block that heads a cell's column."""
        return columns.heads(self.article.document)

    def numerals(self, sentence: Sentence) -> tuple[Number, ...]:
        """The numerals of a sentence, digits and words, without those of dates, names and references."""
        found = self._numerals.get(sentence.index)
        if found is None:
            there = self.article.quantities[sentence.index]
            scanned = numerals_of(sentence.text, sentence.shadow)
            found = self._numerals[sentence.index] = tuple(amount(sentence, one, there) for one in scanned)
        return found

    def quantity(self, number: Number) -> Quantity | None:
        """The quantity that a number is a part of."""
        there, at = self.article.quantities[number.sentence], number.at
        if len(there) > _FEW:
            there = there[bisect_right(there, at, key=_end) :][:1]
        for quantity in there:
            if quantity.to > at:
                return quantity if quantity.at < number.to else None
        return None

    def paragraph(self, sentence: Sentence) -> list[Sentence]:
        """The sentences of its block, as far as they stand near it."""
        around = self.article.sentences[max(0, sentence.index - _NEAR) : sentence.index + _NEAR + 1]
        return [near for near in around if near.block == sentence.block]

    def before(self, sentence: Sentence, reach: int = 2) -> Iterator[Sentence]:
        """The sentences before it in its block, nearest first."""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - reach), -1):
            if self.article.sentences[index].block != sentence.block:
                return
            yield self.article.sentences[index]

    def lead_in(self, sentence: Sentence) -> Sentence | None:
        """The sentence that introduces the list it stands in."""
        block = self.article.block(sentence).lead_in
        return self.of_block[block][-1] if block is not None and block in self.of_block else None

    def title(self, sentence: Sentence) -> Sentence | None:
        """The heading over a list or a table it stands in, where only that list or table stands between."""
        block = self.article.block(sentence)
        if block.kind not in ("item", "cell") or not block.section:
            return None
        heading, blocks = block.section[-1], self.article.document.blocks
        between = blocks[heading + 1 : sentence.block]
        if heading not in self.of_block or len(between) > _LIST or any(one.kind != block.kind for one in between):
            return None
        return self.of_block[heading][-1]

    def head(self, sentence: Sentence) -> Sentence | None:
        """The heading of a cell's column."""
        block = self.heads.get(sentence.block) if self.article.block(sentence).kind == "cell" else None
        return self.of_block[block][0] if block is not None and block in self.of_block else None


def _with_figures(article: Article) -> Iterator[Sentence]:
    """The sentences that have a number, a cell of a table, or a word that tells one; not code, nor references."""
    blocks, sentences = article.document.blocks, article.sentences
    telling = set(joined(article).cued(_TELLING))
    unread = {index for index, block in enumerate(blocks) if block.kind == "code" or block.note}
    cells = {index for index, block in enumerate(blocks) if block.kind == "cell"}
    for index, quantities in enumerate(article.quantities):
        block = sentences[index].block
        if (quantities or index in telling or block in cells) and block not in unread and _is_prose(sentences[index]):
            yield sentences[index]


def _end(quantity: Quantity) -> int:
    return quantity.to


def _is_prose(sentence: Sentence) -> bool:
    return len(sentence.text) <= _LONGEST


_last: list[tuple[Article, Page]] = []


def page_of(article: Article) -> Page:
    """The page of an article; the last one is kept, because every reader asks for it."""
    if _last and _last[0][0] is article:
        return _last[0][1]
    page = Page(article)
    _last[:] = [(article, page)]
    return page


def once(reader: Callable[[Page], Iterator[_T]]) -> Callable[[Article], tuple[_T, ...]]:
    """A reader of pages as one of articles, which reads an article once, however many checks ask for it."""
    last: Article | None = None
    kept: tuple[_T, ...] = ()

    def read(article: Article) -> tuple[_T, ...]:
        nonlocal last, kept
        if last is not article:
            last, kept = None, tuple(reader(page_of(article)))
            last = article
        return kept

    read.__doc__ = reader.__doc__
    return read
