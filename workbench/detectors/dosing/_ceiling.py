"""What a stated dose comes to in the window of a row's ceiling, and whether that is over it."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from workbench.detectors.dosing._reference import shown
from workbench.doses import Dose
from workbench.doses.limits import Fact, Span
from workbench.doses.reckoning import Reckoned, converted, in_window, plain
from workbench.model import Article, Evidence, Quantity
from workbench.numerals import scan
from workbench.patterns import exact

_DAYS_APART = ("week", "month")
_WEIGHT = "kg"
_MOST_DOSES = (
    r"\b(?:(?:no|not) (?:\w+ )?more than|at most|maximum of|up to|limit of) "
    r"(\d{1,2}|four|five|six|seven|eight|nine|ten|twelve) doses (?:in|per|a|each|every|within)(?: any| one)? ?"
    r"(?:24|day\b|single day|twenty-four)"
)
_LIMITED = (
    r"\b(?:(?:no|not) (?:\w+ )?more than|at most|maximum|max|exceed\w*|(?:daily|upper) limit|limit (?:of|is)|in all)\b"
)


class Held(Struct, frozen=True):
    """A dose held against a span of a row: its total in the span's window and unit; `weighed` by one body weight."""

    fact: Fact
    span: Span
    low: Fraction
    high: Fraction
    total: Reckoned
    weighed: Quantity | None = None

    @property
    def working(self) -> str:
        """The sum written out, where it is shown."""
        total, span = self.total, self.span
        summed = f"{amount(total.low, total.high, total.unit, total.by)} a {span.per}"
        working = summed if total.working == summed else f"{total.working} = {summed}"
        if self.weighed is None:
            return working
        light, heavy = Fraction(self.weighed.low or 0), Fraction(self.weighed.high or 0)
        kilos = plain(light) if light == heavy else f"{plain(light)} to {plain(heavy)}"
        sign, by = ("×", "") if total.by else ("÷", "/kg")
        return f"{working}; {sign} {kilos} kg = {amount(self.low, self.high, span.unit)}{by} a {span.per}"

    @property
    def top(self) -> Fraction:
        """The largest amount of the span."""
        return Fraction(self.span.high)

    @property
    def over(self) -> bool:
        """Whether even the smallest reading of the dose is over the span."""
        return self.low > self.top

    @property
    def may_be_over(self) -> bool:
        """Whether the largest reading is."""
        return self.high > self.top


def held(dose: Dose, fact: Fact, span: Span | None, weights: tuple[Quantity, ...] = ()) -> Held | None:
    """The dose against a row's span; None where the two cannot be compared (no rhythm, other units, no weight).

    Args:
        dose: as read.
        fact: the row.
        span: its ceiling, or its usual dose by the day or week.
        weights: body weights in the dose's sentence, for an amount by weight.
    """
    if span is None or span.per not in ("day", *_DAYS_APART) or (span.per in _DAYS_APART) != spaced(dose):
        return None
    total = in_window(dose, span.per)
    if total is None:
        return None
    low, high = (converted(value, dose.unit, span.unit) for value in (total.low, total.high))
    if low is None or high is None:
        return None
    flat = Held(fact, span, low, high, total)
    return flat if dose.by == span.by else _by_weight(dose, flat, weights)


def spaced(dose: Dose) -> bool:
    """Whether a rhythm is one of days apart: it is held against limits by the week alone, and a daily one never is."""
    return dose.per in _DAYS_APART or (not dose.per and dose.times is not None and dose.times.window in _DAYS_APART)


def _by_weight(dose: Dose, flat: Held, weights: tuple[Quantity, ...]) -> Held | None:
    if (
        len(weights) != 1
        or weights[0].low is None
        or weights[0].high is None
        or {dose.by, flat.span.by} != {"", _WEIGHT}
    ):
        return None
    light, heavy = Fraction(weights[0].low), Fraction(weights[0].high)
    if not light:
        return None
    low, high = (flat.low * light, flat.high * heavy) if dose.by else (flat.low / heavy, flat.high / light)
    return Held(flat.fact, flat.span, low, high, flat.total, weights[0])


def limited(article: Article, dose: Dose) -> bool:
    """Whether the paragraph of a dose sets some limit in other words (“no more than 5 doses a day”)."""
    block = article.sentences[dose.words.sentence].block
    near = article.sentences[max(0, dose.words.sentence - 3) : dose.words.sentence + 4]
    return any(exact(_LIMITED).search(other.shadow) is not None for other in near if other.block == block)


def as_often_as_allowed(article: Article, dose: Dose) -> Dose:
    """The dose at the rhythm of the most doses of a day that its paragraph allows, where that is more than its own."""
    if dose.times is None or dose.per or dose.times.window not in ("h", "day"):
        return dose
    block = article.sentences[dose.words.sentence].block
    for other in article.sentences[max(0, dose.words.sentence - 1) : dose.words.sentence + 3]:
        found = exact(_MOST_DOSES).search(other.shadow) if other.block == block else None
        if found is None:
            continue
        at, to = found.span(1)
        most = next((Fraction(each.value) for each in scan(other.text[at:to], other.shadow[at:to])), Fraction(0))
        if most > dose.times.high:
            return dose.but(times=replace(dose.times, low=most, high=most, window="day"))
    return dose


def weights(article: Article, dose: Dose) -> tuple[Quantity, ...]:
    """The body weights in a dose's sentence."""
    found = article.quantities[dose.words.sentence]
    return tuple(quantity for quantity in found if quantity.unit == _WEIGHT and quantity.low is not None)


def amount(low: Fraction, high: Fraction, unit: str, by: str = "") -> str:
    """An amount for people: “4,800 mg”, “1,600 to 2,400 mg”, “10 mg/kg”; a third is rounded to a tenth."""
    ends = dict.fromkeys(_short(end) for end in (low, high))
    return f"{' to '.join(ends)} {unit}" + (f"/{by}" if by else "")


def _short(value: Fraction) -> str:
    text = plain(value)
    return text if "/" not in text else f"about {plain(Fraction(round(value * 10), 10))}"


def limit(span: Span) -> str:
    """A ceiling for people: “4,000 mg in 24 hours”, “2 mg a week”."""
    window = {"day": "in 24 hours", "": "at a time"}.get(span.per, f"a {span.per}")
    return f"{amount(Fraction(span.high), Fraction(span.high), span.unit, span.by)} {window}"


def evidence(dose: Dose, found: Held, kind: str, step: str = "") -> Evidence:
    """The sum written out beside the ceiling, with the row that it comes from."""
    sign = ">" if found.over else "may be over" if found.may_be_over else "≤"
    computed = f"{step}{found.working} {sign} {limit(found.span)}"
    return Evidence(kind, given=dose.words.text, computed=computed, tolerance="none", rows=(shown(found.fact),))
