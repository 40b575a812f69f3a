"""A price as bait: the lowest one, and nothing about what it buys, when it was true, or what others charge."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors import Hits
from workbench.detectors.marketing._selling import cleared, offers_something
from workbench.detectors.phrase import exception, overlap
from workbench.model import Article, Flag, Hit, Match, Quantity

PAGE = True  # what stands elsewhere on the page counts
_NEAR = 16  # characters at most between the lure and the amount


def detect(
    article: Article,
    *,
    lures: Hits,
    weak: Hits = (),
    units: Hits = (),
    thrift: Hits = (),
    offers: str = "",
    least: int = 2,
    cleared_by: Hits = (),
) -> Iterator[Match]:
    """Every lure with its amount, unless the sentence or the next of its block says what the price holds.

    Args:
        lures: words before the lowest price ("as low as"), on any page.
        weak: plainer words before it ("only", "from"); count where the page sells.
        units: what the amount is for ("a month"); they end the match where they follow it.
        thrift: praise of a price without an amount ("for pennies a day").
        offers: the key of the words of a page that sells ("vocabulary/selling").
        least: so many different ones make a page sell.
        cleared_by: words that say when the price was true, what is in it, or what else it depends on.
    """
    selling = bool(weak) and offers_something(article, offers, least)
    baited = Hit(-1, 0, 0)
    for lure in sorted({*lures, *(weak if selling else ())}, key=lambda hit: (hit.sentence, hit.at, -hit.to)):
        price = None if overlap(lure, baited) and lure.sentence == baited.sentence else _price(article, lure)
        if price is not None:
            to = next(
                (unit.to for unit in units if unit.sentence == lure.sentence and 0 <= unit.at - price.to <= 2), price.to
            )
            hit = baited = Hit(lure.sentence, lure.at, to)
            yield Match(*_place(hit), flags=_range(article, hit, price) or _told(article, hit, cleared_by))
    for hit in thrift:
        yield Match(*_place(hit), flags=_told(article, hit, cleared_by))


def _place(hit: Hit) -> tuple[int, int, int]:
    return hit.sentence, hit.at, hit.to


def _price(article: Article, lure: Hit) -> Quantity | None:
    """The amount of money that follows the lure."""
    for quantity in article.quantities[lure.sentence]:
        if quantity.kind == "money" and 0 <= quantity.at - lure.to <= _NEAR:
            return quantity
    return None


def _range(article: Article, hit: Hit, price: Quantity) -> tuple[Flag, ...]:
    """A price with its upper end is no bait."""
    if price.low == price.high:
        return ()
    return (exception(article, hit, Hit(hit.sentence, price.at, price.to)),)


def _told(article: Article, hit: Hit, cues: Hits) -> tuple[Flag, ...]:
    if own := cleared(article, hit, cues):
        return own
    follows = hit.sentence + 1
    block = article.sentences[hit.sentence].block
    if follows < len(article.sentences) and article.sentences[follows].block == block:
        cue = next((cue for cue in cues if cue.sentence == follows), None)
        if cue is not None:
            return (exception(article, hit, cue),)
    return ()
