"""Absolute and relative risk reductions that do not follow from the two risks beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.detectors import Hits
from workbench.detectors.statistics._risks import Pair, percents, written
from workbench.detectors.statistics._written import ROUNDING, in_block, last_number, plain
from workbench.figures import risks
from workbench.figures.stated import Number
from workbench.figures.stated_changes import Risk
from workbench.model import Article, Evidence, Hit, Match, Sentence
from workbench.statistics import effects

VALUES = ("first", "second", "right")


def detect(article: Article, *, absolute: Hits = (), relative: Hits = (), adjusted: Hits = ()) -> Iterator[Match]:
    """Every named reduction (or difference) of a risk whose sentence holds one pair of risks, as passed or failed.

    Args:
        absolute: a named absolute reduction that ends in its number ("absolute risk reduction of 5%").
        relative: a named relative one ("RRR 50%").
        adjusted: words in the paragraph for risks that are not those printed ("hazard ratio"); nothing is said there.
    """
    named = [(hit, True) for hit in absolute] + [(hit, False) for hit in relative]
    if not named:
        return
    blocks = in_block(article, adjusted)
    for hit, is_absolute in named:
        sentence = article.sentences[hit.sentence]
        here = [pair[:2] for pair in risks.pairs(article, sentence) if not _overlaps(pair[:2], hit)]
        both = percents(here[0]) if len(here) == 1 else None
        stated = last_number(sentence, hit)
        if both is not None and stated is not None and sentence.block not in blocks:
            yield _match(sentence, hit, here[0], both, stated, is_absolute)


def _overlaps(pair: tuple[Risk, Risk], hit: Hit) -> bool:
    return any(risk.words.at < hit.to and hit.at < risk.words.to for risk in pair)


def _match(
    sentence: Sentence, hit: Hit, pair: tuple[Risk, Risk], both: Pair, stated: Number, is_absolute: bool
) -> Match:
    work = effects.difference if is_absolute else effects.relative
    worked = work(max(both), min(both), stated.value)
    first, second = map(written, pair)
    given = f"{first} and {second}; {sentence.text[hit.at : hit.to]}"
    evidence = Evidence("risk-reduction", given, _sum(both, worked, is_absolute), ROUNDING)
    if worked.verdict != "differs" or any(risk.approximate for risk in pair):
        return Match(sentence.index, hit.at, hit.to, "pass", evidence=evidence)
    values = {"first": first, "second": second, "right": _right(worked, is_absolute)}
    return Match(sentence.index, hit.at, hit.to, values=values, evidence=evidence)


def _right(worked: effects.Worked, is_absolute: bool) -> str:
    value = plain(worked.value or Decimal(0))
    return f"an absolute difference of {value} points" if is_absolute else f"a relative reduction of {value}%"


def _sum(both: Pair, worked: effects.Worked, is_absolute: bool) -> str:
    high, low = (plain(one.quantize(Decimal("0.001"))) for one in (max(both), min(both)))
    result = plain(worked.value or Decimal(0))
    if is_absolute:
        return f"{high}% − {low}% = {result} percentage points"
    return f"({high}% − {low}%) ÷ {high}% = {result}%"
