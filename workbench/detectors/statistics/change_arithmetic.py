"""Changes told in percent, points or times that do not lead from the first value to the second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from workbench.detectors import Hits
from workbench.detectors.statistics._risks import percents, written
from workbench.detectors.statistics._told_changes import Telling, other_size, tellings
from workbench.detectors.statistics._written import ROUNDING, figure, in_block, plain
from workbench.figures.page import page_of
from workbench.figures.stated import Number, alike
from workbench.figures.stated_changes import Told
from workbench.model import Article, Confidence, Evidence, Match
from workbench.statistics import changes
from workbench.units import PERCENT

VALUES = ("old", "new", "right")
_Fits = Literal["yes", "points", "change", "no"]
_MORE = ("more than", "over", "at least", "well over")
_MONEY = ("USD", "EUR", "GBP", "AUD", "CAD")
_IN_PERCENT = ("percent", "points")
_COUNTED = ("group", "count", "money")
_SLACK = Fraction(1, 10)
_WORDY = Fraction(3, 20)
_WORDY_MORE = Fraction(1, 10)  # of three times and more
_MEANS = Decimal(5)  # points by which the mean of people's own changes may differ from the change of the means


def detect(
    article: Article,
    *,
    what: Literal["sum", "points"] = "sum",
    measured: Hits = (),
    means: Hits = (),
    adjusted: Hits = (),
) -> Iterator[Match]:
    """Every told change beside its two values: as passed, or failed where no reading of its words gives it.

    "points" fails a percentage that is the difference of two percentages, or the other way round; "sum" the rest.

    Args:
        what: which of the two.
        measured: words in the paragraph for what is measured in percent, whose changes are told in percent (HbA1c).
        means: words in the sentence for scores and averages, whose mean change is another number.
        adjusted: words in the paragraph for risks that are not those printed ("hazard ratio").
    """
    found = list(tellings(article))
    if not found:
        return
    units, estimates = in_block(article, measured), in_block(article, adjusted)
    scores = {hit.sentence for hit in means}
    for one in found:
        block = one.sentence.block
        if (one.risks is not None and block in estimates) or one.told.bound in ("up to", "as much as", "as many as"):
            continue
        ways = _ways(article, one)
        if not ways:
            continue
        score = one.sentence.index in scores
        fits = _fits(one, ways)
        others = (other for other in one.others if other is not one.told)
        if fits in ("points", "change") and (block in units or any(_said_right(other, ways) for other in others)):
            fits = "yes"
        if fits == "no" and (other_size(one.sentence, one.told) or (score and _near(one, ways))):
            continue
        few = fits == "yes" and what == "sum" and not score and _by_rounding_alone(one)
        points = fits in ("points", "change") or (fits == "yes" and _shares(one) and one.told.wording in _IN_PERCENT)
        if (what == "points") == points:
            yield _match(one, ways, "no" if few else fits, "low" if few else None)


def _by_rounding_alone(one: Telling) -> bool:
    """Whether small whole numbers without a unit give a percentage only if they were rounded: 4 to 6, up 25 %."""
    if one.values is None or one.told.wording != "percent" or one.told.approximate or one.approximate:
        return False
    if any("." in value.text or value.unit or value.scale for value in one.values):
        return False
    old, new = (value.value for value in one.values)
    exact = changes.percent(old, new, one.told.value, counted=True) if old > 0 else None
    return exact is not None and "change" not in exact.fits and abs(exact.change - one.told.value) > _MEANS


_Way = tuple[Decimal, Decimal, changes.Change]


def _ways(article: Article, one: Telling) -> list[_Way]:
    """The change worked out, for arms with either as the old value; empty where nothing can be divided."""
    pairs: list[tuple[Decimal, Decimal]] = []
    counted = rounded = False
    if one.values is not None:
        pairs = [alike(*one.values)]
        counted = all(_is_counted(article, value) for value in one.values)
        rounded = any(value.scale for value in one.values)  # $2 million
    elif one.risks is not None and (both := percents(one.risks)) is not None:
        pairs = [both, (both[1], both[0])]
    slack = _SLACK if one.told.approximate or one.approximate or rounded else Fraction(0)
    worked = [(old, new, _worked(one.told, old, new, slack, counted)) for old, new in pairs if old > 0 and new >= 0]
    return [(old, new, change) for old, new, change in worked if change is not None]


def _worked(told: Told, old: Decimal, new: Decimal, slack: Fraction, counted: bool) -> changes.Change | None:
    if told.wording in _IN_PERCENT:
        return changes.percent(old, new, told.value, slack, counted=counted)
    if told.number is not None:
        return changes.fold(old, new, told.value, slack, counted=counted)
    # “doubled” is 1.7 to 2.3 times as printed, not all that rounds to 2
    stated = told.value.quantize(Decimal("0.1"))
    loose = changes.fold(old, new, stated, max(slack, _WORDY if told.value <= 2 else _WORDY_MORE), counted=True)
    return loose if loose is None or loose.fits else changes.fold(old, new, stated, slack, counted=counted)


def _is_counted(article: Article, value: Number) -> bool:
    quantity = page_of(article).quantity(value)
    return value.unit in _MONEY or (quantity is not None and quantity.kind in _COUNTED)


def _fits(one: Telling, ways: list[_Way]) -> _Fits:
    """Whether what is told is right, a slip between percent and points, or no reading at all."""
    told, shares = one.told, one.risks is not None or (one.values is not None and one.values[0].unit == PERCENT)
    found = {reading for _, _, change in ways for reading in change.fits}
    if told.bound and (told.number is None or any(_bounded(told, way) for way in ways)):
        return "yes" if any(_bounded(told, way) for way in ways) else "no"
    if told.wording == "points":
        return "yes" if "points" in found else "change" if shares and "change" in found else "no"
    if told.wording == "percent":
        if "change" in found or (not told.direction and " by " not in told.words.text):
            return "yes"
        return "points" if shares and "points" in found else "no"
    as_many = told.words.text.endswith((" as", " the", " that"))  # “three times as many” is no “three times more”
    loose = told.wording == "more" or (told.number is not None and bool(told.direction) and not as_many)
    return "yes" if "ratio" in found or (loose and "more" in found) else "no"


def _bounded(told: Told, way: _Way) -> bool:
    """Whether “more than doubled” and the like hold."""
    old, new, change = way
    times = max(old / new, new / old) if new else told.value
    size = {"percent": change.change, "points": change.points}.get(told.wording, times)
    return size >= told.value if told.bound in _MORE else size <= told.value


def _said_right(other: Told, ways: list[_Way]) -> bool:
    """Whether a change is told rightly in percent or in points; then another number beside it is no slip."""
    due = {"percent": "change", "points": "points"}.get(other.wording)
    worked = (changes.percent(old, new, other.value) for old, new, _ in ways)
    return any(change is not None and due in change.fits for change in worked)


def _near(one: Telling, ways: list[_Way]) -> bool:
    return one.told.wording == "percent" and any(abs(way[2].change - one.told.value) <= _MEANS for way in ways)


def _match(one: Telling, ways: list[_Way], fits: _Fits, confidence: Confidence | None) -> Match:
    at, to = one.told.words.at, one.told.words.to
    start, end = one.span
    given, sentence = one.sentence.text[start:end], one.sentence.index
    old, new = (figure(value) for value in one.values) if one.values else map(written, one.risks or ())
    given = f"{old} and {new}; {given}" if one.apart else given
    evidence = Evidence("change", given, _sum(ways[0], one), ROUNDING, tuple(_rows(ways, one)))
    if fits == "yes":
        return Match(sentence, at, to, "pass", evidence=evidence)
    return Match(
        sentence,
        at,
        to,
        values={"old": old, "new": new, "right": " or ".join(dict.fromkeys(_right(way, one) for way in ways))},
        evidence=evidence,
        confidence=confidence,
    )


def _shares(one: Telling) -> bool:
    return one.values is None or one.values[0].unit == PERCENT


def _right(way: _Way, one: Telling) -> str:
    old, new, change = way
    moved = f"{'a rise' if new > old else 'a fall'} of {plain(change.change)}%"
    if _shares(one):
        return f"{moved} ({plain(change.points)} percentage points)"
    return f"{moved} ({plain(change.ratio)} times as much)" if new > old else moved


def _sum(way: _Way, one: Telling) -> str:
    old, new, change = way
    high, low = max(old, new), min(old, new)
    sign = PERCENT if _shares(one) else ""
    text = f"({plain(high)}{sign} − {plain(low)}{sign}) ÷ {plain(old)}{sign} = {plain(change.change)}%"
    return (
        f"{text}; {plain(high)}{sign} − {plain(low)}{sign} = {plain(change.points)} percentage points" if sign else text
    )


def _rows(ways: list[_Way], one: Telling) -> Iterator[Mapping[str, str]]:
    """Every reading of the words, and what it comes to."""
    for old, _, change in ways:
        base = f" of {plain(old)}" if len(ways) > 1 else ""
        yield {"reading": f"change in percent{base}", "value": f"{plain(change.change)}%"}
        yield {"reading": f"new value in percent of the old one{base}", "value": f"{plain(change.ratio * 100)}%"}
        unit = " percentage points" if _shares(one) else ""
        yield {"reading": f"difference{base}", "value": f"{plain(change.points)}{unit}"}
