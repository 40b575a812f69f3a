"""What of a page is prose that can be graded: the whole sentences of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from workbench.model import Article, Hit, Sentence
from workbench.readability.counts import Counts
from workbench.readability.sentences import count

_ENDS = (".", "!", "?")
_CLOSING = "\"'”’»)]*"
_FEWEST_WORDS = 3  # fewer are a label or an exclamation


class Counted(Struct, frozen=True):
    """A sentence, the places of names in it, and its counts."""

    sentence: Sentence
    names: tuple[tuple[int, int], ...]
    counts: Counts


def whole_sentences(article: Article) -> Iterator[Sentence]:
    """The whole sentences of paragraphs of the main text.

    Headings, list items, table cells, captions, quotations set apart, notes and page furniture are left out: they are
    no sentences, and they move a grade by up to three years.
    """
    for sentence in article.sentences:
        block = article.block(sentence)
        if block.kind != "paragraph" or block.boilerplate or block.note:
            continue
        if sentence.text.rstrip(_CLOSING).endswith(_ENDS):
            yield sentence


def counted(article: Article, names: Iterable[Hit] = ()) -> list[Counted]:
    """The whole sentences with their counts; `names` are those that a reader has to know."""
    named: dict[int, list[tuple[int, int]]] = {}
    for hit in names:
        named.setdefault(hit.sentence, []).append((hit.at, hit.to))
    found = []
    for sentence in whole_sentences(article):
        places = tuple(named.get(sentence.index, ()))
        counts = count(sentence.text, sentence.shadow, places)
        if counts.words >= _FEWEST_WORDS:
            found.append(Counted(sentence, places, counts))
    return found
