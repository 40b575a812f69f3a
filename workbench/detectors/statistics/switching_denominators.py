"""Rates of one thing told of differently large groups: “1 in 10, later 25 per 1,000”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import groupby, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence
from workbench.joined import joined
from workbench.kinds import kinds
from workbench.model import Article, Evidence, Match, Quantity, Sentence
from workbench.numerals import after
from workbench.patterns import exact
from workbench.quantities import PEOPLE
from workbench.units import PERCENT

VALUES = ("one", "two")
_REACH = 2  # sentences between two rates that are compared
_RARER = 20  # so many times
_ROUND = (100, 1000, 10_000, 100_000)  # “14 of 100 users” is a rate, “14 of 38 patients” a result
_THINGS = (
    r"\b(\d[\d.]*)( [a-z-]+){0,2} (?:in|per|of|out of|for)(?: every| each)? (10|100|1,?000|10,?000|100,?000) [a-z]"
)
_TAKES_UP = (  # “Now it is 95 per 1,000”
    r"\b(?:now|today|since|then|it|that|this|(?:the|that) (?:figure|rate|share|number|risk|chance|odds))(?: now| then)?"
    r" (?:is|was|are|were|has|had|stands|stood|fell|rose|came|comes|dropped|falls|rises|went)\b"
)
_NAMED = r"[\d.]+ ((?:[a-z-]+ )+?)(?:in|per|of|out of|for) "
_BEHIND = r"(?: [A-Za-z'-]+){1,4}"
_LETTERS = 4
_PLAIN = frozenset(
    b"people persons patients adults women children girls boys users participants volunteers were have with from that"
    b" this they them those these will than when after before about each year years does into every been being who"
    b" cases births teenagers pupils students gets more less over under died cancer lower upper older younger".split()
)
_NAMED_MOST = 1000
_SAME = Fraction(1, 10)  # two rates that differ by less are one, told again


class _Rate(NamedTuple):
    sentence: int
    quantity: Quantity
    part: Fraction
    thing: bytes = b""  # what is counted, where it is named between the two numbers: “4 falls per 1,000”

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
        events: what happens to people; where the sentences of both rates name one, they are compared too.
        other: words that show two kinds of rate ("lifetime", "new cases"), or the frequency classes of leaflets.
        tens: the largest group of both, unless the rates are close; rarer things need larger ones.
    """
    setting, off, changed = ({hit.sentence for hit in hits} for hits in (compared, other, changes))
    happens = by_sentence(events)
    for _, rates in groupby(_rates(article), key=lambda rate: _home(article, rate)):
        for one, two in pairwise(rates):
            if one.sentence in off or two.sentence in off or not _switches(one, two, tens):
                continue
            told = two.sentence in setting or (one.sentence == two.sentence and two.sentence in changed)
            told = told or one.sentence == two.sentence or _listed(article, two) or _takes_up(article, two)
            if two.sentence - one.sentence <= _REACH and (told or _alike(article, one, two, happens)):
                yield _match(article, one, two)


def _home(article: Article, rate: _Rate) -> int:
    """The paragraph of a rate, or the first item of the list that it stands in."""
    first = article.sentences[rate.sentence].block
    while article.document.blocks[first].kind == "item" and first and article.document.blocks[first - 1].kind == "item":
        first -= 1
    return first


def _takes_up(article: Article, rate: _Rate) -> bool:
    """Whether the words before a rate point back: “Now it is …”."""
    ahead = article.sentences[rate.sentence].shadow[: rate.quantity.at].lower()
    return exact(_TAKES_UP).search(ahead) is not None


def _listed(article: Article, rate: _Rate) -> bool:
    return article.block(article.sentences[rate.sentence]).kind == "item"


def _rates(article: Article) -> Iterator[_Rate]:
    """Rates as “x in y”, in reading order; counts of a group that was treated only where it is a round one."""
    things = set(joined(article).cued(_THINGS))
    for index in sorted(things.union(kinds(article).of("group"))):
        sentence, there = article.sentences[index], article.quantities[index]
        rates = [one for one in there if one.kind == "group" and one.low and one.high and _is_rate(one)]
        others = _of_things(sentence) if sentence.index in things else ()
        rates += [one for one in others if all(one.at >= old.to or old.at >= one.to for old in rates)]
        if rates:
            rates += [_of_hundred(one) for one in there if one.unit == PERCENT and one.low and one.low < 1]
        for one in sorted(rates, key=lambda rate: rate.at):
            if one.low and one.high:
                thing = exact(_NAMED).match(sentence.shadow[one.at : one.to].lower())
                name = b"" if thing is None else thing.group(1)
                yield _Rate(sentence.index, one, Fraction(one.low) / Fraction(one.high), name)


def _is_rate(one: Quantity) -> bool:
    return one.unit == "rate" or (one.unit == PEOPLE and (one.high in _ROUND or one.low == 1))


def _of_hundred(one: Quantity) -> Quantity:
    """A share of less than one percent beside a rate, as a rate."""
    return replace(one, kind="group", unit="rate", high=Decimal(100))


def _of_things(sentence: Sentence) -> Iterator[Quantity]:
    """Rates that count something else than people: “250 in 1,000 second doses”."""
    for found in exact(_THINGS).finditer(sentence.shadow):
        low, high = (Decimal(found.group(place).replace(b",", b"").decode()) for place in (1, 3))
        if 0 < low < high and (found.group(2) is None or high <= _NAMED_MOST):
            yield Quantity("group", *found.span(), 0, 0, sentence.text[found.start() : found.end()], low, high, "rate")


def _switches(one: _Rate, two: _Rate, tens: int) -> bool:
    """Whether the two rates have other denominators, and are neither the same rate nor both of one person.

    A rare thing may be told of more people than a common one.
    """
    if one.thing != two.thing and one.thing and two.thing:
        return False
    if one.of() == two.of() or (one.quantity.low == two.quantity.low == 1):
        return False
    low, high = sorted((one.part, two.part))
    if max(one.of(), two.of()) > tens and high > low * _RARER:
        return False
    return high - low > _SAME * high


def _alike(article: Article, one: _Rate, two: _Rate, named: dict[int, Hits]) -> bool:
    """Whether both sentences name what happens to people."""
    if named.get(one.sentence) and named.get(two.sentence):
        return True
    return bool(_told_of(article, one) & _told_of(article, two))


def _told_of(article: Article, rate: _Rate) -> frozenset[bytes]:
    """What the words behind a rate say of people: “3 in 10 were hurt”."""
    behind = exact(_BEHIND).match(after(article.sentences[rate.sentence].shadow, rate.quantity.to, 60))
    said = () if behind is None else behind.group().lower().split()
    return frozenset(word for word in said if len(word) >= _LETTERS and word not in _PLAIN)


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
