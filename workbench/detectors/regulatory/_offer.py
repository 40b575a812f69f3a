"""Which words of a sentence offer a thing: words near it, the seller's own voice, or an imperative of use."""

from __future__ import annotations

import re

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.model import Hit, Sentence

_FAR, _BEHIND, _LEADING, _AROUND, _ENOUGH = (
    60,
    26,
    1,
    80,
    2,
)  # characters to an offer, from "our" to what is sold, before an imperative
_ENDS = re.compile(rb";|, (?:and|but) (?:our|we|the|they|he|she|it)\b")
_THEIRS = (b" who", b" that", b" they", b" which")  # in front of an offer: others do it
_OTHERS = re.compile(rb"\b(?:who|whose|whom)\b")  # what follows is what others did


class Offers:
    """The offers of an article.

    Args:
        near: words that offer what stands near them.
        pairs: words of the seller's own voice, each with the words that may stand right behind it.
        uses: imperatives that offer what follows them in their clause.
        service: words of service ("you", "suite", "Fridays"); two different ones around a thing offer it.
    """

    def __init__(self, near: Hits, pairs: tuple[tuple[Hits, Hits], ...], uses: Hits, service: Hits = ()) -> None:
        self._near, self._uses, self._service = by_sentence(near), by_sentence(uses), by_sentence(service)
        self._pairs = [(by_sentence(sellers), by_sentence(sold)) for sellers, sold in pairs]

    def of(self, sentence: Sentence, thing: Hit) -> Hit | None:
        """The nearest words that offer this thing."""
        index, (start, end) = sentence.index, clause(sentence, thing)
        near = [
            hit
            for hit in self._near.get(index, ())
            if _gap(hit, thing) <= _FAR and not sentence.shadow[: hit.at].rstrip().endswith(_THEIRS)
        ]
        own = [hit for hit in self._own(sentence, thing) if start <= hit.at < end]
        told = [hit for hit in self._uses.get(index, ()) if start <= hit.at <= start + _LEADING and hit.at < thing.at]
        found = (
            hit for hit in (*near, *own, *told) if not _OTHERS.search(sentence.shadow, hit.to, max(thing.at, hit.to))
        )
        return min(found, key=lambda hit: _gap(hit, thing), default=None) or self._around(sentence, thing, start, end)

    def _own(self, sentence: Sentence, thing: Hit) -> list[Hit]:
        """The seller's voice with what is sold right behind; the thing itself may stand between ("our X capsules")."""
        found = []
        for sellers, sold in self._pairs:
            for seller in sellers.get(sentence.index, ()):
                size = thing.to - thing.at if seller.to <= thing.at <= seller.to + _BEHIND else 0
                behind = [hit for hit in sold.get(sentence.index, ()) if 0 <= hit.at - seller.to <= _BEHIND + size]
                found += [Hit(sentence.index, seller.at, hit.to) for hit in behind[:1]]
        return found

    def _around(self, sentence: Sentence, thing: Hit, start: int, end: int) -> Hit | None:
        """The nearest word of service around a thing, where there are enough different ones."""
        found = {
            sentence.shadow[hit.at : hit.to].lower(): hit
            for hit in self._service.get(sentence.index, ())
            if 0 <= _gap(hit, thing) <= _AROUND and start <= hit.at < end
        }
        return min(found.values(), key=lambda hit: _gap(hit, thing)) if len(found) >= _ENOUGH else None


def clause(sentence: Sentence, thing: Hit) -> tuple[int, int]:
    """Where the clause of this thing begins and ends: a new speaker behind ", and" begins another."""
    breaks = [match.span() for match in _ENDS.finditer(sentence.shadow)]
    start = max((to for _, to in breaks if to <= thing.at), default=0)
    return start, min((at for at, _ in breaks if at >= thing.to), default=len(sentence.shadow))


def _gap(one: Hit, other: Hit) -> int:
    return max(one.at, other.at) - min(one.to, other.to)
