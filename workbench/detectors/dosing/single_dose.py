"""One dose an order of magnitude outside everything known of its drug, or above the maximum of a whole day."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from workbench.detectors import Hits
from workbench.detectors.dosing._ceiling import amount, held, limit
from workbench.detectors.dosing._reference import Standing, no_advice, places, shown, speaking, standing
from workbench.detectors.dosing.slipped_dose import slipped
from workbench.detectors.dosing.unit_slip import slip_of
from workbench.doses import Dose, Lists, read
from workbench.doses.limits import Fact, Span
from workbench.doses.reckoning import converted, taken_at_once
from workbench.facts import Table, term_key
from workbench.model import Article, Evidence, Match

VALUES = ("drug", "problem")
_KIND = "dose-range"
_BY_DAY, _AT_ONCE = "day", ("", "day", "week")
_SLIP = ("study", "history", "excess", "animal", "quotation", "warning", "denied", "question")
_LIGHT, _ADULT, _CHILD, _HEAVY = 3, 40, 60, 200  # kg: whom a dose by weight may be for
_PARTS = 6  # doses into which the amount of a day may be divided
_OF_AGE = 18
_KILO = "kg"
_BY_WEIGHT = 3  # a factor for amounts by weight, which differ less from one person to the next
_OWN = ("sentence", "before", "row", "lead-in", "heading")  # where the drug of a dose is surely its drug
_APART = ("week", "month")


_REMEMBERED = 4_000  # rows in a measure


class Reach(Struct, frozen=True):
    """How far a row goes for one intake, in its own unit: nothing below `low`, nothing above `high` (None: open)."""

    fact: Fact
    span: Span
    low: Fraction | None
    high: Fraction
    least: Fraction | None  # the same in the unit of the dose
    most: Fraction


_known_reaches: dict[tuple[object, ...], tuple[Fact, Reach | None]] = {}


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    jurisdictions: Table,
    international: Table,
    maxima: tuple[str, ...],
    ranges: tuple[str, ...],
    factor: int = 5,
    smaller: int = 100,
    self_care: str = "",
    open_sale: Hits = (),
    unless: Hits = (),
    under_the_skin: tuple[str, ...] = (),
    drugs: str,
    conditions: str,
    forms: str,
) -> Iterator[Match]:
    """Every single dose that is far outside all rows of its route and people, or above all maxima of a day.

    A starting or usual dose is no limit: only what is `factor` times above every row or more, or `smaller` times
    below, is told, as a probable slip. Nearer to the rows, only a maximum that a label states is a limit.

    Args:
        article: the article; its country says which rows speak.
        facts: the table of doses.
        words: the table of routes, forms and releases.
        jurisdictions: the countries of each jurisdiction.
        international: the mass of an international unit; a dose with a wrong unit is told as such, not here.
        maxima: kinds of limit that are a label's own maximum.
        ranges: kinds of limit whose doses tell the size of a dose.
        factor: how many times above every row is probably a slip.
        smaller: how many times below every row; small doses are often meant (tapering, drops).
        self_care: how a row's indication says that it is of a product sold without a prescription: its maximum for a
            day is no limit here, and its dose is taken for the size of prescribed ones only from twice the factor on.
        open_sale: words for a purchase without a prescription; in their paragraph such a row counts for itself.
        unless: words that make an amount no single dose (a total of a whole course); no finding in their sentence.
        under_the_skin: routes whose doses are drawn up in a syringe; a moved point there is told by its own check.
        drugs: lexicon key of the names of drugs.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
    """
    doses = read(article, facts, words, Lists(drugs, conditions, forms))
    if not doses:
        return
    homes, other = places(article, jurisdictions), {hit.sentence for hit in unless}
    shops = {article.sentences[hit.sentence].block for hit in open_sale}
    for dose in doses:
        if not _single(dose) or dose.words.sentence in other:
            continue
        rows = [fact for fact in speaking(facts, dose, *homes) if fact.usual or fact.ceiling]
        reaches = [reach for fact in rows if (reach := _reach(dose, fact)) is not None]
        if len(reaches) < len(rows) or not reaches or any(fact.kind not in (*maxima, *ranges) for fact in rows):
            continue  # a row that cannot be compared may allow it
        bought = bool(self_care) and all(self_care in fact.row["indication"] for fact in rows)
        sold = bought and article.sentences[dose.words.sentence].block in shops
        if bought and not dose.per and dose.bound != "at most":  # the box tells the dose; its day's maximum is another
            reaches = [reach for reach in reaches if reach.fact.usual is not None] or reaches
        direct = [reach for reach in reaches if reach.span.by == dose.by] if dose.by else []
        reaches, times = direct or reaches, _BY_WEIGHT if direct else factor
        judged = _slip(dose, reaches, times * (1 + (bought and not sold)), smaller, bought) or _over_a_day(
            dose, reaches, maxima, self_care
        )
        may = standing(judged[0].fact.row, article.as_of, maxima) if judged else None
        if not judged or not may or _told_by_ceiling(dose, rows, maxima, self_care):
            continue
        if slip_of(article, dose, facts, international, under_the_skin) is None and not slipped(
            dose, facts, under_the_skin
        ):
            yield _match(article, dose, *judged, may)


def _single(dose: Dose) -> bool:
    """Whether this is what somebody takes at a time (or in a day) of a drug that its own words name."""
    return (
        dose.drug is not None
        and dose.drug.words.where in _OWN
        and bool(dose.unit)
        and not dose.strength
        and dose.second is None
        and dose.per in _AT_ONCE
        and dose.bound not in ("above", "below")
    )


def _told_by_ceiling(dose: Dose, rows: list[Fact], maxima: tuple[str, ...], self_care: str) -> bool:
    """Whether the amount by its rhythm is above every maximum: that says more than the size of one dose."""
    limits = [fact for fact in rows if fact.ceiling is not None and fact.kind in maxima]
    closed = [fact for fact in limits if not self_care or self_care not in fact.row["indication"]]
    compared = [found for fact in closed if (found := held(dose, fact, fact.ceiling)) is not None]
    compared += [found for fact in rows if fact.usual and (found := held(dose, fact, fact.usual)) is not None]
    return bool(closed) and bool(compared) and all(found.over for found in compared)


def _reach(dose: Dose, fact: Fact) -> Reach | None:
    """How far a row goes in the dose's own measure; None where the two have no common one."""
    measure = dose.unit, dose.by, not dose.per and dose.bound != "at most"
    known = _known_reaches.get((id(fact), *measure))
    if known is None or known[0] is not fact:
        if len(_known_reaches) >= _REMEMBERED:
            _known_reaches.clear()
        known = _known_reaches[id(fact), *measure] = fact, _read_reach(*measure, fact)
    return known[1]


def _read_reach(unit: str, by: str, once: bool, fact: Fact) -> Reach | None:
    span = fact.usual or fact.ceiling
    if span is None or span.per not in _AT_ONCE or (factor := converted(Fraction(1), span.unit, unit)) is None:
        return None
    low = Fraction(span.low) / (_PARTS if span.per == _BY_DAY else 1) if fact.usual and span.low else None
    limits = [each.high for each in (fact.usual, fact.ceiling) if each is not None]
    at_once = fact.usual is not None and not fact.usual.per and once
    high = Fraction(fact.usual.high if fact.usual is not None and at_once else max(limits))
    light = _ADULT if fact.age_min is not None and fact.age_min >= _OF_AGE else _LIGHT
    heavy = _CHILD if fact.age_max is not None and fact.age_max < _OF_AGE else _HEAVY
    if span.by == by:
        pass
    elif span.by == _KILO and not by:
        low, high = low and low * light, high * heavy
    elif by == _KILO and not span.by:
        low, high = low and low / heavy, high / light
    else:
        return None
    return Reach(fact, span, low, high, None if low is None else low * factor, high * factor)


def _slip(dose: Dose, reaches: list[Reach], factor: int, smaller: int, bought: bool) -> tuple[Reach, str] | None:
    least, most = taken_at_once(dose)
    widest = max(reaches, key=lambda reach: reach.most)
    top = widest.most
    ratio = most / top if least > top else least / top  # a range that begins above all rows is judged by its end
    own = dose.drug is not None and term_key(dose.drug.words.text) not in (dose.drug.generic, widest.fact.drug)
    if ratio > factor or (ratio == factor and (bought or own or len(reaches) > 1)):
        return widest, f"is about {round(ratio):,} times the largest dose in the reference{_known(widest)}"
    lows = [(reach, reach.least) for reach in reaches if reach.least is not None]
    if len(lows) == len([reach for reach in reaches if reach.fact.usual]) and lows:
        narrow, smallest = min(lows, key=lambda pair: pair[1])
        if most and most * smaller <= smallest:
            least = Fraction(narrow.span.low) if narrow.span.by == dose.by else narrow.low or Fraction(0)
            ratio = _in(dose, narrow, least) / most
            return narrow, f"is {round(ratio):,} times less than the smallest dose in the reference{_known(narrow)}"
    return None


def _over_a_day(dose: Dose, reaches: list[Reach], maxima: tuple[str, ...], self_care: str) -> tuple[Reach, str] | None:
    """Whether one dose without a rhythm, or on days apart, is already above every maximum of a day or week."""
    limits = [reach for reach in reaches if reach.fact.ceiling and reach.fact.kind in maxima]
    plain = [reach for reach in limits if reach.fact.ceiling and reach.fact.ceiling.by == dose.by]
    closed = [reach for reach in plain if not self_care or self_care not in reach.fact.row["indication"]]
    apart = dose.times is not None and dose.times.window in _APART
    if not closed or (dose.times is not None and not apart) or dose.per:
        return None
    if any(taken_at_once(dose)[0] <= reach.most for reach in reaches):
        return None
    widest = max(closed, key=lambda reach: reach.high)
    ceiling = widest.fact.ceiling
    if ceiling is None or ceiling.per not in ((_BY_DAY,) if apart else (_BY_DAY, "week")):
        return None
    return widest, f"at once is above the maximum of a whole {ceiling.per} ({limit(ceiling)})"


def _in(dose: Dose, reach: Reach, value: Fraction) -> Fraction:
    """A row's amount in the dose's unit."""
    return converted(value, reach.span.unit, dose.unit) or Fraction(0)


def _known(reach: Reach) -> str:
    row = reach.fact.row
    use = f"{reach.fact.kind}, {row['indication']}, {reach.fact.jurisdiction}"
    return f" ({_figure(reach)}; {use}), so it is probably a slip"


def _figure(reach: Reach) -> str:
    """The row's dose as it stands there, else its ceiling."""
    span = reach.span
    if reach.fact.usual is None:
        return limit(span)
    return amount(Fraction(span.low or span.high), Fraction(span.high), span.unit, span.by)


def _match(article: Article, dose: Dose, reach: Reach, problem: str, may: Standing) -> Match:
    least, most = taken_at_once(dose)
    return Match(
        dose.words.sentence,
        dose.words.at,
        dose.words.to,
        values={"drug": dose.drug.words.text if dose.drug else "", "problem": problem},
        evidence=Evidence(
            _KIND,
            given=dose.words.text,
            computed=f"{amount(least, most, dose.unit, dose.by)} against {_figure(reach)} ({reach.fact.kind})",
            tolerance="all rows of this route and these people, the widest shown",
            rows=(shown(reach.fact),),
        ),
        severity=may.severity,
        confidence=may.confidence,
        flags=no_advice(article, dose, _SLIP),
        note=may.note,
    )
