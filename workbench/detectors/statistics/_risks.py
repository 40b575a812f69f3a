"""Two risks as percentages, with the rounding that their printing tells."""

from __future__ import annotations

from decimal import Context, Decimal

from workbench.detectors.statistics._written import plain
from workbench.figures.stated_changes import Effect, Risk
from workbench.model import Article, Sentence

Pair = tuple[Decimal, Decimal]
_ROUND = (100, 1_000, 10_000, 100_000)  # “4 in 100” is a rounded risk; 12 of 87 are people who were counted
_EXACT = Context(prec=28)
_SHORT = Context(prec=3)
_LENGTHS = ("duration",)


def percents(pair: tuple[Risk, Risk]) -> Pair | None:
    """Both risks in percent; None where one is of nobody."""
    first, second = _percent(pair[0]), _percent(pair[1])
    return None if first is None or second is None else (first, second)


def written(risk: Risk) -> str:
    """A risk as it is printed: “10%”, “4 of 100”."""
    if risk.percent is not None:
        return f"{risk.percent.value:f}%"
    return f"{plain(risk.count.value)} of {plain(risk.size.value)}" if risk.count and risk.size else ""


def of_people(pair: tuple[Risk, Risk]) -> bool:
    """Whether both risks are people counted in groups of their own size."""
    return all(risk.size is not None and risk.size.value not in _ROUND for risk in pair)


def lengths(article: Article, *sentences: Sentence) -> frozenset[str]:
    """The spans of time that sentences tell of: two of them may belong to two results."""
    there = (one for sentence in sentences for one in article.quantities[sentence.index])
    return frozenset(f"{one.low} {one.unit}" for one in there if one.kind in _LENGTHS)


def sentence_of(article: Article, effect: Effect) -> Sentence:
    """The sentence in which the risks of an effect stand."""
    return article.sentences[effect.pair[0].words.sentence if effect.pair else effect.sentence]


def _percent(risk: Risk) -> Decimal | None:
    if risk.percent is not None:
        return risk.percent.value
    if risk.count is None or risk.size is None or not risk.size.value:
        return None
    if risk.count.value == 1:
        return _SHORT.divide(Decimal(100), risk.size.value)  # “1 in 8” is a rounded risk as well
    if risk.size.value in _ROUND:
        power = len(str(int(risk.size.value))) - 3
        return risk.count.value.scaleb(-power)
    return _EXACT.divide(risk.count.value * 100, risk.size.value).quantize(Decimal("1e-12"))
