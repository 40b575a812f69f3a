"""The ends that all values behind a mean lie between: a printed range, ages, or a scale."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from workbench.figures.stated import Mean
from workbench.model import Article
from workbench.numerals import before
from workbench.patterns import exact
from workbench.statistics.printed import unit

_OF_ANSWERS = (
    r"(?:\b(?:means?|average)(?: (?:rating|score|mark|answer|verdict|value|vote|grade|was|were|of|is|came to|stood at"
    r"|[=:])){0,3}"
    r"|\bM ?=) ?$"
)
_OF_THING = r"\b(?:mean|average)(?: [(\[][^()\[\]\d]{1,8}[)\]])? ([a-z]{4,}) (?:was|of|is|came to|[=:]) ?$"
_AGE = r"\b(?:age[ds]?|old|years)\b"
_AGES = r"\bages? (?:ranged|ran|were|was|lay|spread) (?:from|between) (\d{1,2}) (?:to|and) (\d{1,3})\b"
POINTS = "-point scale"


def _bare(article: Article, mean: Mean) -> bool:
    """Whether a mean names nothing else than the answers: “The mean was 4.6”, “mean rating 4.6”."""
    left = before(article.sentences[mean.words.sentence].shadow, mean.mean.at, 60)
    named = exact(_OF_THING).search(left)
    if named is not None and mean.scale is not None:
        asked = article.sentences[mean.scale.words.sentence].shadow.lower()
        return named.group(1).lower() in asked
    return exact(_OF_ANSWERS).search(left) is not None


def ends_of(article: Article, mean: Mean) -> tuple[Decimal, Decimal, Fraction, str] | None:
    """The ends that all values lie between (the printed range, or the scale), their slack, and how they are called."""
    if mean.low is not None and mean.high is not None and mean.low.value < mean.high.value:
        low, high = mean.low.value, mean.high.value
        return low, high, max(unit(low), unit(high)), f"in a range from {low} to {high}"
    scale, ages = mean.scale, _ages(article, mean)
    if ages is not None:
        return *ages, Fraction(1), f"of ages from {ages[0]} to {ages[1]}"
    units = mean.unit in ("", "points", "stars", "marks") or mean.unit.startswith(("out of", "/"))
    if scale is None or mean.kind or not units or (scale.items is not None and scale.items > 1):
        return None
    beside = scale.words.sentence == mean.words.sentence or scale.words.sentence in mean.about
    if not beside and not _bare(article, mean):
        return None
    if scale.low is not None and scale.high is not None and scale.low <= mean.mean.value <= scale.high:
        return scale.low, scale.high, Fraction(0), f"on a scale from {scale.low} to {scale.high}"
    if scale.low is None and scale.points is not None:
        half = Decimal(scale.points - 1) / 2  # 1 to 5 or 0 to 4: the most there can be
        return mean.mean.value - half, mean.mean.value + half, Fraction(0), f"on a {scale.points}{POINTS}"
    return None


def _ages(article: Article, mean: Mean) -> tuple[Decimal, Decimal] | None:
    """The ages that people are told to be between, for a mean of their ages."""
    sentence = article.sentences[mean.words.sentence]
    if exact(_AGE).search(sentence.shadow) is None or not mean.unit.startswith(("year", "")) or mean.kind:
        return None
    ages = [one for one in article.quantities[sentence.index] if one.kind == "age" and one.unit == "year"]
    found = exact(_AGES).search(sentence.shadow)
    ends = [(one.low, one.high) for one in ages if one.low is not None and one.high is not None and one.low < one.high]
    ends += [(Decimal(found.group(1).decode()), Decimal(found.group(2).decode()))] if found is not None else []
    return ends[0] if len(set(ends)) == 1 and ends[0][0] <= mean.mean.value <= ends[0][1] else None
