"""Figures of a market told as proof that a treatment works."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.model import Article, Evidence, Hit, Match, Sentence
from workbench.numerals import after
from workbench.patterns import exact

VALUES = ("market",)
_BACK = (
    r"^(?:that|this|it|such|these|those|which|so|no wonder|clearly|(?:the |our |its )?(?:figures?|numbers?|growth"
    r"|demand|sales|popularity|success|orders|buyers))\b"
)
_COUNTED = r"(?i)\b(?:million|billion|thousands?|hundreds? of thousands) (?:of )?[a-z]+"
_FIGURE = ("money", "percent", "count", "number", "group", "ratio")


def detect(article: Article, *, markets: Hits, conclusions: Hits, unless: Hits = ()) -> Iterator[Match]:
    """Every conclusion of benefit or safety that rests on a figure of a market, in its sentence or the one before.

    Args:
        markets: what is sold, how much of it and how fast that grows.
        conclusions: that it proves, shows or speaks for a treatment.
        unless: words that take the conclusion back ("says nothing about").
    """
    if not markets or not conclusions:
        return
    sold, off = by_sentence(markets), {hit.sentence for hit in unless}
    for index, hits in by_sentence(conclusions).items():
        sentence = article.sentences[index]
        market = next(iter(sold.get(index, ())), None) if _has_figure(article, index) else None
        market = market or _before(article, sentence, sold)
        if market is None or index in off:
            continue
        hit = hits[0]
        said = article.sentences[market.sentence].text[market.at : market.to]
        evidence = Evidence("market", said, sentence.text[hit.at : hit.to])
        yield Match(index, hit.at, hit.to, values={"market": said}, evidence=evidence)


def _before(article: Article, sentence: Sentence, sold: dict[int, tuple[Hit, ...]]) -> Hit | None:
    """A figure of a market in the sentence before, if this one takes it up."""
    index = sentence.index - 1
    if index not in sold or article.sentences[index].block != sentence.block or not _has_figure(article, index):
        return None
    return sold[index][0] if exact(_BACK).match(after(sentence.shadow, 0)) is not None else None


def _has_figure(article: Article, index: int) -> bool:
    there = article.quantities[index]
    counted = exact(_COUNTED).search(article.sentences[index].shadow) is not None
    return counted or any(quantity.kind in _FIGURE for quantity in there)
