"""A dose that is told as the first one, far above every start that the reference knows: “begin with 2.4 mg a week”."""

from __future__ import annotations

from fractions import Fraction

from workbench.detectors.dosing._reference import speaking
from workbench.doses import Dose
from workbench.doses.limits import Fact
from workbench.doses.reckoning import converted, in_window, taken_at_once
from workbench.facts import Table
from workbench.model import Article, Sentence
from workbench.numerals import after, before
from workbench.patterns import exact

_KIND = "starting dose"
_FIRST = (
    r"\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began|initial|first (?:dose|tablet|pill|shot|injection|week|month))\b"
    r"[^.;:]{0,60}$"
)
_THEN = (
    r"^[^.;:]{0,40}\b(?:in|for|during) the first (?:day|week|month|\w+ weeks)\b|^,? (?:to start(?: with)?"
    r"|at the start)\b"
)
_LATER = r"\b(?:then|after(?:wards)?|later|up to|rais\w+|increas\w+|until|maximum|most|then to|followed by|reach\w*)\b"
_OTHERS, _OWN = 8, 5  # times the lowest start, where a row goes on in steps; times the highest


def over_start(article: Article, dose: Dose, facts: Table, homes: tuple[str, ...]) -> tuple[Fact, Fraction] | None:
    """The row of the largest start and how many times a first dose is above it; None where it may be one."""
    sentence = article.sentences[dose.words.sentence]
    if dose.by or not _told_first(sentence, dose):
        return None
    rows = [fact for fact in speaking(facts, dose, *homes) if fact.usual is not None]
    starts = [fact for fact in rows if fact.kind == _KIND]
    if not starts or any(fact.kind != _KIND and "loading" in fact.row["note"] for fact in rows):
        return None
    ratios = [_ratios(dose, fact) for fact in starts]
    known = [ratio for ratio in ratios if ratio is not None]
    if len(known) < len(ratios):
        return None  # a row that cannot be compared may allow it
    low, high = min(known)[0], min(high for _, high in known)
    if high > 1 and (high >= _OWN or low > _OTHERS):
        widest = max(starts, key=lambda fact: fact.usual.low if fact.usual is not None else 0)
        return widest, min(first for first, _ in known)
    return None


def _told_first(sentence: Sentence, dose: Dose) -> bool:
    left, right = before(sentence.shadow, dose.words.at, 72), after(sentence.shadow, dose.words.to, 72)
    if exact(_THEN).match(right) is not None:
        return True
    first = exact(_FIRST).search(left)
    return first is not None and exact(_LATER).search(first.group()) is None


def _ratios(dose: Dose, fact: Fact) -> tuple[Fraction, Fraction] | None:
    """How many times the dose is above the low and the high end of a start, both at once or both by the day."""
    span = fact.usual
    if span is None or span.by or not span.low:
        return None
    if span.per:
        total = in_window(dose, span.per)
        once = total.low if total is not None else taken_at_once(dose)[0]
    else:
        once = taken_at_once(dose)[0]
    value = converted(once, dose.unit, span.unit)
    return None if value is None else (value / Fraction(span.low), value / Fraction(span.high))
