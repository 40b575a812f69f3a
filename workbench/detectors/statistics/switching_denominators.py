"""Rates of one thing told of differently large groups: “1 in 10, later 25 per 1,000”."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby, pairwise
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.model import Article, Evidence, Match, Quantity

_REACH = 2  # sentences between two rates that are compared
_SAME = Fraction(1, 10)  # two rates that differ by less are one, told again


class _Rate(NamedTuple):
    sentence: int
    quantity: Quantity
    part: Fraction

    def of(self) -> int:
        """The number of people it is told of."""
        return int(self.quantity.high or 0)


def detect(
    article: Article,
    *,
    compared: Hits,
    changes: Hits = (),
    events: Hits = (),
    other: Hits = (),
    tens: int = 1000,
) -> Iterator[Match]:
    """Every rate whose neighbour in the same paragraph is told of another number of people.

    Two rates of one person each (1 in 20, 1 in 35) are the way in which leaflets speak, and are left alone.

    Args:
        compared: words that set one rate beside the other ("compared with", "later", "with the drug").
        changes: the same where one sentence holds both ("cuts", "from … to").
        events: what happens to people; where both rates have the same one in their sentences, they are compared too.
        other: words that show two kinds of rate ("lifetime", "new cases"), or the frequency classes of leaflets.
        tens: the largest group of both; rarer things need larger ones.
    """
    if not (compared or changes or events):
        return
    setting, off, changed = ({hit.sentence for hit in hits} for hits in (compared, other, changes))
    happens = by_sentence(events)
    for _, rates in groupby(_rates(article), key=lambda rate: article.sentences[rate.sentence].block):
        for one, two in pairwise(rates):
            if one.sentence in off or two.sentence in off or not _switches(one, two, tens):
                continue
            told = two.sentence in setting or (one.sentence == two.sentence and two.sentence in changed)
            if two.sentence - one.sentence <= _REACH and (told or _alike(article, one, two, happens)):
                yield _match(article, one, two)


def _rates(article: Article) -> Iterator[_Rate]:
    """Rates as “x in y”, in reading order; not counts of a group that was treated."""
    for sentence in article.sentences:
        for one in article.quantities[sentence.index]:
            if one.kind == "group" and one.unit == "rate" and one.low and one.high:
                yield _Rate(sentence.index, one, Fraction(one.low) / Fraction(one.high))


def _switches(one: _Rate, two: _Rate, tens: int) -> bool:
    """Whether the two rates have other denominators, and are neither the same rate nor both of one person."""
    if one.of() == two.of() or max(one.of(), two.of()) > tens or (one.quantity.low == two.quantity.low == 1):
        return False
    return abs(one.part - two.part) > _SAME * max(one.part, two.part)


def _alike(article: Article, one: _Rate, two: _Rate, named: dict[int, Hits]) -> bool:
    """Whether both sentences name the same event."""
    if one.sentence == two.sentence:
        return False
    events = [
        {article.sentences[rate.sentence].text[hit.at : hit.to].lower() for hit in named.get(rate.sentence, ())}
        for rate in (one, two)
    ]
    return bool(events[0] & events[1])


def _match(article: Article, one: _Rate, two: _Rate) -> Match:
    texts = [article.sentences[rate.sentence].text[rate.quantity.at : rate.quantity.to] for rate in (one, two)]
    common = max(one.of(), two.of(), 100)
    rows = tuple(
        {"as printed": text, f"of {common:,} people": _of(rate.part * common)}
        for text, rate in zip(texts, (one, two), strict=True)
    )
    return Match(
        two.sentence,
        two.quantity.at,
        two.quantity.to,
        values={"one": texts[0], "two": texts[1]},
        evidence=Evidence("denominators", " and ".join(texts), " and ".join(_beside(rows, common)), rows=rows),
    )


def _beside(rows: tuple[dict[str, str], ...], common: int) -> Iterator[str]:
    return (f"{row[f'of {common:,} people']} in {common:,}" for row in rows)


def _of(count: Fraction) -> str:
    """The count as a whole number or with one decimal."""
    return str(count.numerator) if count.denominator == 1 else f"about {round(count):,}"
