"""What a product's label puts first and a page about the product leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.detectors import Hits
from workbench.detectors.safety import _rows
from workbench.facts import Table
from workbench.model import Article, Match

VALUES = ("name", "box", "mentions")
_PRAISING = ("efficacy", "comparative")
_SEVERAL = 2  # claims of these types that make a page present benefits


def detect(
    article: Article,
    *,
    table: Table,
    drugs: Hits,
    said: Hits = (),
    unless: Hits = (),
    least: int = 3,
    share: int = 8,
    min_words: int = 0,
) -> Iterator[Match]:
    """One finding for each product that the page is about and presents a benefit of, with none of its label's terms.

    A page is about a product that its title names, or that enough of its sentences name.

    Args:
        table: columns name, aliases, jurisdiction, terms (words of the label, one of which is enough), box (the label's
            warning in plain words), and those of the source.
        drugs: the table's products where they stand in the article.
        said: words that speak of the warning itself ("boxed warning").
        unless: words of a kind of page that has its own conventions (abstracts, agency news).
        least: so many sentences make a page one about the product …
        share: … if they are so many percent of its sentences.
        min_words: shorter pages are left alone.
    """
    if not drugs or said or unless or sum(claim.type in _PRAISING for claim in article.claims) < _SEVERAL:
        return
    if sum(len(block.seen.split()) for block in article.document.blocks) < min_words:
        return
    subjects = _subjects(article, table, drugs, max(least, share * len(article.sentences) // 100))
    stated = (
        {name.row for one in article.sentences for name in _rows.named(table, one.shadow, "terms")} if subjects else ()
    )
    for number, sentences in subjects.items():
        row = table.rows[number]
        if not row["terms"] or not _rows.holds(article.country, row):
            continue
        if number in stated:
            yield Match(verdict="pass", evidence=_rows.evidence(row))
            continue
        yield Match(
            key=row["name"],
            values={"name": row["name"], "box": row["box"], "mentions": str(sentences)},
            evidence=_rows.evidence(row),
            confidence=_rows.confidence(row),
        )


def _subjects(article: Article, table: Table, drugs: Hits, least: int) -> Mapping[int, int]:
    """The rows that the page is about, and in how many sentences each is named."""
    counts: dict[int, int] = {}
    titled: set[int] = set()
    for index in dict.fromkeys(hit.sentence for hit in drugs):
        sentence = article.sentences[index]
        block = article.block(sentence)
        rows = {name.row for name in _rows.named(table, sentence.shadow, "name", "aliases")}
        counts.update((row, counts.get(row, 0) + 1) for row in rows)
        if block.kind == "heading" and not block.section:
            titled |= rows
    return {row: count for row, count in counts.items() if count >= least or row in titled}
