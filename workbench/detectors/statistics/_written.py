"""Numbers written out for people: the sums that a finding shows, in signs that anybody can follow."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from workbench.detectors import Hits
from workbench.figures.printed import NUMBER, number
from workbench.figures.stated import Number, Words
from workbench.model import Article, Hit, Sentence
from workbench.patterns import exact

ROUNDING = "every number rounded at its last printed digit"
_APART = r"\b(?:but|while|whereas|although|though|however|compared|than|nor|and)\b|[.;:] [a-z]{4}"
_LAST = rf"(-?{NUMBER}) ?(?:%|per ?cent\b|percentage points?|points?)?$"
_SMALLEST = Decimal("0.0001")
_THREE = Context(prec=3, rounding=ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """A number without trailing zeros and without an exponent."""
    return f"{value.normalize():f}" if value else "0"


def chance(p: Decimal) -> str:
    """A p value with three digits that count, four decimals at most."""
    if p < _SMALLEST:
        return "less than 0.0001"
    short = _THREE.plus(p)
    return plain(short.quantize(_SMALLEST, ROUND_HALF_UP) if short.as_tuple().exponent < -4 else short)  # type: ignore[operator]


def figure(number: Number) -> str:
    """A number with its percent sign or its scale: 15%, 3.24 billion."""
    names = {2: "hundred", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
    scale = names.get(number.scale, "")
    text = f"{number.value:f}"
    return f"{text}%" if number.unit == "%" else f"{text} {scale}".rstrip()


def told(sentence: Sentence, *stretches: Words | Number | None) -> tuple[int, int]:
    """The stretch of a sentence from the first to the last of some places in it."""
    known = [one for one in stretches if one is not None and one.sentence == sentence.index]
    return min(one.at for one in known), max(one.to for one in known)


def in_block(article: Article, hits: Hits) -> frozenset[int]:
    """The blocks in which any of the hits stands."""
    return frozenset(article.sentences[hit.sentence].block for hit in hits)


def apart(sentence: Sentence, to: int, at: int) -> bool:
    """Whether what stands between two figures starts something new: “…, but age did”."""
    gap = sentence.shadow[to:at].rstrip()
    gap = gap[: -len(b"and")] if gap.endswith(b" and") else gap
    return exact(_APART).search(gap) is not None


def last_number(sentence: Sentence, hit: Hit) -> Number | None:
    """The number that a phrase ends with, whatever its unit."""
    found = exact(_LAST).search(sentence.shadow[hit.at : hit.to])
    return None if found is None else number(sentence, found.span(1), offset=hit.at)
