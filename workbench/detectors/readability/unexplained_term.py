"""Words of the trade that a page for lay readers uses without saying what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.readability import _glossed
from workbench.detectors.readability._lay import for_others, in_english
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.model import Article, Evidence, Hit, Match, Sentence

VALUES = ("plain",)
PAGE = True  # what stands elsewhere on the page counts
_PROSE = ("paragraph", "item")
_LISTED = 12  # terms named in the evidence beside those shown


def detect(
    article: Article,
    *,
    terms: Hits,
    glossary: Table,
    kinds: Hits = (),
    but_not: Hits = (),
    unless: Hits = (),
    professional: list[str] | None = None,
    references: list[str] | None = None,
    genres: list[str] | None = None,
    most: int = 5,
) -> Iterator[Match]:
    """The first place in the prose of each term that the page has not explained by then.

    Explained is a term that stands beside its plain words, or with an apposition, a bracket or a statement of what it
    is; one whose section says so later; and one that a list of words or a link of the page tells.

    Args:
        terms: the names in the glossary.
        glossary: columns term, aliases, plain (what it means), says (further words that tell it to a reader).
        kinds: nouns that say before a term what sort of thing it is ("the hormone …").
        but_not: names and everyday terms that hold such a word ("cardiac arrest").
        unless: words of a text for professionals; it is left alone.
        professional: audiences, as the page's front matter may name them, that are no lay readers.
        references: headings over lists of sources.
        genres: kinds of page, as the front matter may name them, that are left alone.
        most: so many are shown; the others are named in the evidence of the last.
    """
    genre = article.document.meta.genre.casefold()
    if not terms or for_others(article, professional, unless) or not in_english(article) or genre in (genres or ()):
        return
    page = _Page(article, kinds, but_not, references or [])
    found = [(hit, row) for row, hits in _by_row(article, terms, glossary) for hit in page.unexplained(row, hits)]
    found.sort(key=lambda pair: (pair[0].sentence, pair[0].at))
    others = [row["term"] for _, row in found[most:]]
    for number, (hit, row) in enumerate(found[:most], start=1):
        yield _match(article, hit, row, others if number == most else [])


def _match(article: Article, hit: Hit, row: Row, others: list[str]) -> Match:
    more = f"also unexplained: {', '.join(others[:_LISTED])} ({len(others)})" if others else ""
    shown = {"term": row["term"], "in plain words": row["plain"], "source": row["source_title"]}
    return Match(
        hit.sentence,
        hit.at,
        hit.to,
        values={"plain": row["plain"]},
        evidence=Evidence("jargon", article.sentences[hit.sentence].text, more, rows=(shown,)),
        confidence="low" if row["confidence"] == "low" else None,
    )


def _by_row(article: Article, terms: Hits, glossary: Table) -> Iterator[tuple[Row, list[Hit]]]:
    """Each row of the glossary that the page uses, with the places."""
    index, places = glossary.index("term", "aliases"), dict[str, tuple[Row, list[Hit]]]()
    for hit in terms:
        for row in index.get(term_key(article.sentences[hit.sentence].text[hit.at : hit.to]), ())[:1]:
            places.setdefault(row["term"], (row, []))[1].append(hit)
    yield from places.values()


class _Page:
    """An article, and what in it can explain a term."""

    def __init__(self, article: Article, kinds: Hits, but_not: Hits, references: list[str]) -> None:
        self.article, self.references = article, references
        self.kinds, self.names = by_sentence(kinds), by_sentence(but_not)

    def unexplained(self, row: Row, hits: list[Hit]) -> Iterator[Hit]:
        """The first of these places in prose, if nothing explains the term there."""
        hits = [hit for hit in hits if not any(overlap(hit, name) for name in self.names.get(hit.sentence, ()))]
        first = next((hit for hit in hits if self._is_prose(hit)), None)
        if first is None:
            return
        section = self.article.block(self.article.sentences[first.sentence]).section
        for hit in hits:
            near = hit.sentence <= first.sentence or self._section(hit)[: len(section)] == section
            if self._listed(hit) or (near and self._told(hit)):
                return
        plain = row["plain"].removeprefix("a ").removeprefix("an ")
        wordings = [plain, *row["says"].split(SEPARATOR)]
        titled = any(hit.sentence == 0 or self._level(hit) == 1 for hit in hits)
        around = range(len(self.article.sentences)) if titled else self._around(first)
        if not any(_glossed.tells(self._without(index, hits), plain, wordings) for index in around):
            yield first

    def _told(self, hit: Hit) -> bool:
        """Whether the sentence of a hit, a heading included, tells what it means."""
        shadow, block = self._sentence(hit).shadow, self.article.block(self._sentence(hit))
        before, after = shadow[: hit.at], shadow[hit.to :]
        if _glossed.told_after(before, after) or _glossed.told_before(before, after):
            return True
        if block.kind == "heading" and _glossed.asks(shadow):
            return True
        return any(hit.at - 3 < kind.to <= hit.at for kind in self.kinds.get(hit.sentence, ())) or self._linked(hit)

    def _linked(self, hit: Hit) -> bool:
        """Whether the term itself is a link: a reader can look it up."""
        sentence = self._sentence(hit)
        at, to = sentence.at + hit.at, sentence.at + hit.to
        return any(abs(link.at - at) < 3 and abs(link.to - to) < 3 for link in self.article.block(sentence).links)

    def _listed(self, hit: Hit) -> bool:
        """Whether the term is an entry of a list or table of words: "Term: what it means"."""
        sentence, block = self._sentence(hit), self.article.block(self._sentence(hit))
        starts = sentence.at + hit.at < 3
        return starts and (sentence.shadow[hit.to :].lstrip(b"\"' ").startswith(b":") or block.kind == "cell")

    def _is_prose(self, hit: Hit) -> bool:
        sentence, block = self._sentence(hit), self.article.block(self._sentence(hit))
        if block.kind not in _PROSE or block.boilerplate or block.note or self._part_of_name(hit):
            return False
        over = (self.article.document.blocks[index].seen.strip(" :#").casefold() for index in block.section)
        cited = b"et al" in sentence.shadow or b"://" in sentence.shadow or b"doi" in sentence.shadow.lower()
        return not cited and not any(heading in self.references for heading in over)

    def _part_of_name(self, hit: Hit) -> bool:
        """Whether it is one of several words in capitals, as in the name of a body or a journal."""
        text = self._sentence(hit).text
        if not text[hit.at].isupper() or text[hit.at : hit.to].isupper():
            return False
        before, after = text[: hit.at].split()[-1:], text[hit.to :].split()[:1]
        return any(word[:1].isupper() for word in (*(before if hit.at else ()), *after))

    def _around(self, hit: Hit) -> Iterator[int]:
        """The sentence and its neighbours under the same heading."""
        section = self._section(hit)
        for index in (hit.sentence, hit.sentence - 1, hit.sentence + 1):
            if 0 <= index < len(self.article.sentences):
                sentence = self.article.sentences[index]
                if self.article.block(sentence).section == section or sentence.block in section:
                    yield index

    def _without(self, index: int, hits: list[Hit]) -> bytes:
        """The shadow of a sentence with the term itself left out."""
        shadow = self.article.sentences[index].shadow
        for hit in reversed(hits):
            if hit.sentence == index:
                shadow = shadow[: hit.at] + b" " + shadow[hit.to :]
        return shadow

    def _sentence(self, hit: Hit) -> Sentence:
        return self.article.sentences[hit.sentence]

    def _section(self, hit: Hit) -> tuple[int, ...]:
        return self.article.block(self._sentence(hit)).section

    def _level(self, hit: Hit) -> int:
        block = self.article.block(self._sentence(hit))
        return block.level if block.kind == "heading" else 0
