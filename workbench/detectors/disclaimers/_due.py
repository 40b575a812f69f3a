"""What makes a statement due on a page: its own words, its links, its claims, and what it sells."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.disclaimers._standing import denied, words
from workbench.detectors.phrase import by_sentence
from workbench.model import Article, Hit


class Due(NamedTuple):
    """Why a statement is due, in words that finish a sentence, and where what calls for it stands."""

    reason: str
    places: tuple[Hit, ...]


class Seller(NamedTuple):
    """What on a page speaks for a seller: `clear` offers do by themselves, the others where two kinds come together."""

    clear: Hits = ()
    bookings: Hits = ()
    prices: Hits = ()
    promotion: Hits = ()
    voices: Hits = ()
    contacts: Hits = ()
    names: Hits = ()


def sells(article: Article, seller: Seller) -> bool:
    """Whether a page sells: one clear offer, or hints of two kinds, one of which is about business.

    A hospital speaks of "our team" and gives its number as well; it does not also quote prices or invite to book. The
    name of a clinic says nothing beside a price (a newspaper tells both).
    """
    clear, booking, price, promotion, voice, contact, name = (_meant(article, hits) for hits in seller)
    business = booking + price + promotion
    return clear or (business > 0 and business + voice + contact + (name and booking + promotion > 0) >= 2)


def _meant(article: Article, hits: Hits) -> bool:
    """Whether any of these words is neither denied nor in a list of warnings; an offer may ask ("Ready to start?")."""
    for hit in hits:
        flags = article.sentences[hit.sentence].flags
        if not any(flag.flag in ("negated", "warning-list") and flag.at <= hit.at < flag.to for flag in flags):
            return True
    return False


def in_company(hits: Hits, *others: Hits) -> Hits:
    """The hits in whose sentence one of each other list stands, stretched to the nearest of them."""
    for other in others:
        around = by_sentence(other)
        hits = tuple(_joined(hit, around[hit.sentence]) for hit in hits if hit.sentence in around)
    return hits


def _joined(hit: Hit, others: Hits) -> Hit:
    nearest = min(others, key=lambda other: max(other.at - hit.to, hit.at - other.to))
    return Hit(hit.sentence, min(hit.at, nearest.at), max(hit.to, nearest.to))


def of_words(article: Article, when: Hits) -> Due | None:
    """Words of the page that make it due; what it denies, asks or warns of does not."""
    meant = tuple(hit for hit in when if not denied(article, hit))
    return Due(f"says “{words(article, meant[0])}”", meant) if meant else None


def of_links(article: Article) -> Due | None:
    """Links that the page itself marks as paid for."""
    found: list[tuple[str, int]] = []
    for index, block in enumerate(article.document.blocks):
        found += [(block.seen[link.at : link.to], index) for link in block.links if link.sponsored]
    if not found:
        return None
    blocks = {index for _, index in found}
    places = (Hit(sentence.index, 0, 1) for sentence in article.sentences if sentence.block in blocks)
    return Due(f"has the sponsored link “{found[0][0]}”", tuple(places))


def of_claims(article: Article, least: int, types: Collection[str]) -> Due | None:
    """So many health claims; of these types only, where some are named."""
    claims = [claim for claim in article.claims if not types or claim.type in types or claim.type2 in types]
    if not least or len(claims) < least:
        return None
    number = "a health claim" if len(claims) == 1 else f"{len(claims)} health claims"
    return Due(f"makes {number}", tuple(Hit(claim.sentence, 0, 1) for claim in claims))
