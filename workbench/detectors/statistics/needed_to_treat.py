"""Numbers needed to treat that do not follow from the two risks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from workbench.detectors import Hits
from workbench.detectors.phrase import by_sentence, overlap
from workbench.detectors.statistics._risks import Pair, lengths, of_people, percents, sentence_of, written
from workbench.detectors.statistics._written import ROUNDING, in_block, last_number, plain
from workbench.figures import risks
from workbench.figures._told import told_in
from workbench.figures.page import page_of
from workbench.figures.stated_changes import Effect, Needed
from workbench.model import Article, Evidence, Hit, Match, Sentence
from workbench.patterns import exact
from workbench.statistics import decimals, effects
from workbench.statistics.printed import plain as printed
from workbench.statistics.printed import unit

VALUES = ("basis", "right", "harm")
_VAGUE = re.compile(r"\b(?:about|around|approximately|roughly|nearly|almost|some)\b")
_WORD = re.compile(rb"[a-z]{5,}")
_ELSEWHERE = r"\b(?:another|other|earlier|different|separate|previous|second) (?:trial|study|review|drug|disease|group)"
_A_YEAR = r"\b(?:for|in|within|over) (?:a|one) year\b"
_LETTERS = 5  # of a word that has to be the same: relapse, relapsed
_NONE = Decimal("0.000000000")
_MISSING = "cannot be recomputed: the risks in both groups are missing"
_SAME = "cannot be recomputed: with their rounding, the two risks may be the same"
_OTHER = "but it may be of another span of time, or of adjusted risks"
_KIND = "needed-to-treat"


class _Basis(NamedTuple):
    """What a number needed follows from: two risks, or a difference and no risk; `counted` are risks not rounded."""

    told: str
    both: Pair
    counted: bool = False
    approximate: bool = False


def detect(
    article: Article,
    *,
    purpose: Hits = (),
    absolute: Hits = (),
    adjusted: Hits = (),
    generic: list[str] | None = None,
) -> Iterator[Match]:
    """Every number needed to treat or harm, as passed, failed or not checkable.

    Risks may stand in the sentence, or in the one before or behind it, if both speak of the same event. Where two spans
    of time are told the number may be of another one; where risks are adjusted it does not follow from those printed.

    Args:
        purpose: what makes “20 people need to be treated” such a number ("for one to benefit").
        absolute: a named absolute reduction that ends in its number, in a sentence without the risks.
        adjusted: words in the paragraph for risks that are not those printed ("hazard ratio", "per year").
        generic: beginnings of words that name no event ("numbe", "treat").
    """
    found = [one for one in risks.read(article) if one.needed is not None]
    if not found:
        return
    purposes, differences, blocks = by_sentence(purpose), by_sentence(absolute), in_block(article, adjusted)
    for effect in found:
        needed, sentence = effect.needed, article.sentences[effect.sentence]
        if needed is None or not (needed.plain or needed.words.text[:1].lower() == "n" or effect.sentence in purposes):
            continue
        basis = None
        if effect.pair is None:
            basis = _difference(sentence, needed, differences.get(sentence.index, ())) or _difference_before(
                article, sentence, differences
            )
        elif _same_event(article, effect, frozenset(generic or ())):
            basis = _risks(effect)
        if basis is None:
            yield _open(needed, needed.words.text, _MISSING)
        else:
            yearly = exact(_A_YEAR).search(sentence.shadow) is not None  # as the risks of a year are
            unsure = (sentence.block in blocks and not yearly) or len(
                lengths(article, sentence, sentence_of(article, effect))
            ) > 1
            yield _match(effect, needed, basis, unsure)


def _risks(effect: Effect) -> _Basis | None:
    both = percents(effect.pair) if effect.pair else None
    if both is None or effect.pair is None:
        return None
    told = f"risks of {' and '.join(map(written, effect.pair))}"
    return _Basis(told, both, of_people(effect.pair), any(risk.approximate for risk in effect.pair))


def _difference(sentence: Sentence, needed: Needed, hits: tuple[Hit, ...]) -> _Basis | None:
    """The one absolute difference that a sentence names."""
    own = Hit(sentence.index, needed.words.at, needed.words.to)
    named = [one for hit in hits if not overlap(hit, own) and (one := last_number(sentence, hit)) is not None]
    if len(named) != 1 or not named[0].value:
        return None
    return _Basis(f"an absolute difference of {named[0].text} points", (named[0].value, _NONE))


def _difference_before(article: Article, sentence: Sentence, named: dict[int, tuple[Hit, ...]]) -> _Basis | None:
    """The one absolute difference of the sentence before, or a change in points of either sentence."""
    page = page_of(article)
    before = next(iter(page.before(sentence, 1)), None)
    for one in (sentence, *([before] if before is not None else [])):
        told = [x for x in named.get(one.index, ()) if one is not sentence]
        values = [x for hit in told if (x := last_number(one, hit)) is not None]
        values += [x.number for x in told_in(one) if x.wording == "points" and x.number is not None]
        if len(values) == 1 and values[0].value:
            return _Basis(f"an absolute difference of {values[0].text} points", (values[0].value, _NONE))
    return None


def _match(effect: Effect, needed: Needed, basis: _Basis, unsure: bool) -> Match:
    stated = needed.number.value
    worked = effects.needed(*basis.both, stated)
    given = f"{basis.told}; {needed.words.text}"
    if worked.value is None or worked.low is None or worked.high is None:
        return _at_least(effect, needed, basis, given, unsure)
    low, high = worked.low, worked.high
    if basis.counted and not decimals(stated):
        low, high = Decimal(floor(worked.value + Decimal("0.5"))), Decimal(ceil(worked.value))
    computed = _sum(basis.both, worked.value, low, high)
    evidence = Evidence(_KIND, given, computed, f"{ROUNDING}; rounded to the nearest person or up")
    place = (effect.sentence, needed.words.at, needed.words.to)
    slack = stated / 10 if basis.approximate or _VAGUE.search(needed.words.text) else Decimal(0)
    if low - slack <= stated <= high + slack:
        return Match(*place, "pass", evidence=evidence)
    if unsure:
        return _open(needed, given, f"{computed}; {_OTHER}")
    return Match(
        *place,
        values={"basis": basis.told, "right": _span(low, high), "harm": "harm" if needed.harm else "treat"},
        evidence=evidence,
        confidence=None if effect.where == "sentence" else "medium",
    )


def _at_least(effect: Effect, needed: Needed, basis: _Basis, given: str, unsure: bool) -> Match:
    """Of risks that may be the same no number follows, but one that is too small for any rounding is wrong."""
    apart = abs(Fraction(basis.both[0]) - Fraction(basis.both[1])) + sum(unit(one) / 2 for one in basis.both)
    least = floor(100 / apart)
    if unsure or basis.approximate or needed.number.value * 2 > least:
        return _open(needed, given, _SAME)
    return Match(
        effect.sentence,
        needed.words.at,
        needed.words.to,
        values={"basis": basis.told, "right": f"{least} or more", "harm": "harm" if needed.harm else "treat"},
        evidence=Evidence(_KIND, given, f"100 ÷ {plain(printed(apart, 3))} = {least} at least", ROUNDING),
        confidence=None if effect.where == "sentence" else "medium",
    )


def _open(needed: Needed, given: str, why: str) -> Match:
    place = (needed.words.sentence, needed.words.at, needed.words.to)
    return Match(*place, "not-checkable", evidence=Evidence(_KIND, given, why))


def _span(low: Decimal, high: Decimal) -> str:
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"


def _sum(both: Pair, value: Decimal, low: Decimal, high: Decimal) -> str:
    most, least = (plain(one.quantize(Decimal("0.001"))) for one in (max(both), min(both)))
    apart = plain((max(both) - min(both)).quantize(Decimal("0.001")))
    first = f"{most}% − {least}% = {apart} points; " if min(both) else ""
    rounding = f" ({_span(low, high)} over rounding)" if low != high else ""
    return f"{first}100 ÷ {apart} = {plain(value)}{rounding}"


def _same_event(article: Article, effect: Effect, generic: frozenset[str]) -> bool:
    """Whether a number and risks of two sentences speak of the same event, as far as the number's names one."""
    if effect.where == "sentence" or (effect.needed and effect.needed.words.sentence != effect.sentence):
        return True
    sentence = article.sentences[effect.sentence]
    if effect.needed and effect.needed.plain and exact(_ELSEWHERE).search(sentence.shadow) is None:
        return True
    opening = sentence.shadow if sentence.shadow[:4].lower() == b"for " else b""
    own = _stems(opening or sentence.shadow[effect.needed.words.to if effect.needed else 0 :], generic)
    return not own or bool(own & _stems(sentence_of(article, effect).shadow, generic))


def _stems(shadow: bytes, generic: frozenset[str]) -> set[str]:
    found = {word[:_LETTERS].decode("ascii") for word in _WORD.findall(shadow.lower())}
    return {stem for stem in found if stem not in generic}
