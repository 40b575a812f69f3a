"""Doses whose unit is another one's: “125 mg digoxin”, “levothyroxine 100 mg”, “10 mg of insulin”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from workbench.detectors.dosing._reach import MASSES, SURE, ends, far, reaches, rows_of
from workbench.detectors.dosing._reference import no_advice, shown, standing
from workbench.doses import Dose, Lists, read
from workbench.doses.limits import Fact
from workbench.doses.reckoning import converted, taken_at_once
from workbench.facts import Table
from workbench.model import Article, Evidence, Match
from workbench.numerals import after, before
from workbench.patterns import exact

VALUES = ("name", "meant")
_ELSEWHERE = ("excess", "animal", "quotation", "warning", "denied", "question")
_UNITS = "units"
_VOLUME, _SWALLOWED = "mL", 100  # so much of a liquid medicine nobody takes at once
_BY_SURFACE = "m2"
_FAR, _BELOW, _OUTSIDE = 40, 5, 4  # times off a row; a unit for its thousandth part is a thousand off
_PACK = r"^[ -](?:bottles?|bags?|packs?|vials?|cartons?|more|jugs?)\b"
_PATCH = 5  # milligrams an hour: so many thousand micrograms no patch gives off
_FILLED = (Decimal("0.5"), Decimal("0.75"), Decimal(1))  # mL in pens that are filled for one dose
_PEN = r"^ (?:of |(?:pen|is|at|to|dial|set|pens|dose|starts|with|injection|turned|set)(?: |$))*$"
_MANY = 2  # mL: 200 units of the usual strength
_GAP = 30  # characters between the name of a drug and an amount that is surely its


class Slip(NamedTuple):
    """What was probably meant, and the sum that shows it, against which row."""

    meant: str
    working: str
    fact: Fact


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    international: Table,
    maxima: tuple[str, ...],
    under_the_skin: tuple[str, ...] = (),
) -> Iterator[Match]:
    """Every dose that lies far from all rows of its drug and route and fits one of them in another unit.

    Args:
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
        international: columns generic, unit and per_unit: the mass of an international unit.
        maxima: kinds of limit that are a label's own maximum.
        under_the_skin: routes whose doses come from a pen or a syringe.
    """
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        slip = slip_of(article, dose, facts, international, under_the_skin)
        may = standing(slip.fact.row, article.as_of, maxima) if slip is not None else None
        if slip is None or may is None or dose.drug is None:
            continue
        yield Match(
            dose.words.sentence,
            dose.words.at,
            dose.words.to,
            values={"name": dose.drug.words.text, "meant": slip.meant},
            evidence=Evidence("dose-unit", dose.words.text, slip.working, rows=(shown(slip.fact),)),
            severity=may.severity,
            confidence=may.confidence,
            flags=no_advice(article, dose, _ELSEWHERE),
            note=may.note,
        )


def slip_of(
    article: Article, dose: Dose, facts: Table, international: Table, under_the_skin: tuple[str, ...] = ()
) -> Slip | None:
    """The unit that a dose was probably meant in, where its own cannot be right."""
    if dose.drug is None or dose.second is not None or dose.by == _BY_SURFACE or not dose.low:
        return None
    if dose.unit not in (*MASSES, _VOLUME):
        return None
    rows = rows_of(facts, dose)
    if (
        dose.unit == _VOLUME
        and dose.low >= _MANY
        and rows
        and _given(article, dose)
        and all(fact.row["unit"] == _UNITS for fact in rows)
    ):
        return _by_kind(dose, rows)
    if dose.unit == _VOLUME:
        return _by_volume(article, dose, rows) or _by_needle(article, dose, rows, under_the_skin)
    return _by_kind(dose, rows) or _by_hour(dose, rows) or _by_thousands(dose, rows, international)


def _by_hour(dose: Dose, rows: tuple[Fact, ...]) -> Slip | None:
    """Milligrams an hour from a patch whose rows are all in micrograms an hour."""
    kinds = {(fact.row["unit"], fact.row["per"]) for fact in rows if fact.row["confidence"] in SURE}
    if dose.per != "h" or dose.unit != MASSES[1] or dose.low < _PATCH or kinds != {(MASSES[2], "per hour")}:
        return None
    working = f"the reference is in {MASSES[2]} an hour; {ends(dose)} {dose.unit} is {ends(dose)},000 of them"
    return Slip(f"{ends(dose)} {MASSES[2]} an hour", working, rows[0])


def _by_kind(dose: Dose, rows: tuple[Fact, ...]) -> Slip | None:
    """A mass of a drug that is measured in units of effect, right beside its name."""
    if not rows or any(fact.row["unit"] != _UNITS for fact in rows) or dose.concentration is not None:
        return None
    if dose.drug is None or dose.drug.words.where != "sentence":
        return None
    if max(dose.drug.words.at - dose.words.to, dose.words.at - dose.drug.words.to) > _GAP:
        return None
    working = f"every row of {rows[0].generic} is in units; {dose.unit} is no unit of it"
    return Slip(f"{ends(dose)} units", working, rows[0])


def _by_volume(article: Article, dose: Dose, rows: tuple[Fact, ...]) -> Slip | None:
    """Millilitres of a medicine to swallow, by the glass, that are a usual number of milligrams."""
    needle = dose.route is not None and all(dose.route.name not in fact.route for fact in rows)
    if dose.low < _SWALLOWED or dose.concentration is not None or dose.by or needle or not _touching(article, dose):
        return None
    mass = dose.but(unit=MASSES[1])
    first, last = taken_at_once(dose)
    for reach in reaches(mass, rows):
        usual = not reach.ceiling and not reach.turned and reach.fact.row["confidence"] in SURE
        if usual and reach.low <= first and last <= reach.high:
            working = f"{ends(dose)} {dose.unit} is more than anybody takes of a liquid medicine at once"
            return Slip(_meant(mass, mass.unit), working, reach.fact)
    return None


def _by_needle(article: Article, dose: Dose, rows: tuple[Fact, ...], routes: tuple[str, ...]) -> Slip | None:
    """Millilitres from a pen that are the milligrams of its label: “draw up 2.5 mL of tirzepatide”."""
    if dose.concentration is not None or dose.by or dose.low != dose.high or dose.low in _FILLED or not rows:
        return None
    if any(fact.route not in routes for fact in rows) or not _touching(article, dose, _PEN):
        return None
    for fact in rows:
        span = fact.usual
        if span is not None and span.unit == MASSES[1] and dose.low in (span.low, span.high) and not span.by:
            working = (
                f"the reference has {ends(dose)} {MASSES[1]}; no pen or vial gives {ends(dose)} {dose.unit} at once"
            )
            return Slip(_meant(dose, MASSES[1]), working, fact)
    return None


def _given(article: Article, dose: Dose) -> bool:
    """Whether a volume is no vial's: “a vial of 10 mL”."""
    left = before(article.sentences[dose.words.sentence].shadow, dose.words.at, 24)
    return not dose.strength and exact(r"\b(?:vial|bottle|pen|cartridge|syringe)s?(?: \w+){0,2} $").search(left) is None


def _touching(article: Article, dose: Dose, between_them: str = r"^ (?:of )?$") -> bool:
    """Whether name and amount stand together and the amount is of no pack: “400 mL of ibuprofen”."""
    if dose.drug is None or dose.drug.words.where != "sentence":
        return False
    shadow, here, name = article.sentences[dose.words.sentence].shadow, dose.words, dose.drug.words
    between = shadow[here.to : name.at] if name.at >= here.to else shadow[name.to : here.at]
    return exact(between_them).match(between) is not None and exact(_PACK).match(after(shadow, here.to, 16)) is None


def _by_thousands(dose: Dose, rows: tuple[Fact, ...], international: Table) -> Slip | None:
    """An amount that a thousandfold step up or down the scale of units makes fit."""
    near = sorted(reaches(dose, rows), key=lambda reach: (reach.fact.row["confidence"] not in SURE, -reach.high))
    if not near or near[0].fact.row["confidence"] not in SURE:
        return None
    first, last = taken_at_once(dose)
    floor, top = min(reach.low for reach in near), max(reach.high for reach in near)
    least = min((reach.low for reach in near if not reach.ceiling), default=floor)
    step = MASSES.index(dose.unit)
    if first > top * _FAR:
        for unit, factor in _smaller(dose, international):
            if floor / _OUTSIDE <= first * factor and last * factor <= top * _OUTSIDE:
                return Slip(_meant(dose, unit), far(dose, last, near[0]), near[0].fact)
    if last * _BELOW < least:
        lowest = min(near, key=lambda reach: (reach.fact.row["confidence"] not in SURE, reach.ceiling, reach.low))
        figures = {figure for reach in near for figure in (reach.low, reach.high)}
        for unit in reversed(MASSES[:step]):
            factor = converted(Fraction(1), unit, dose.unit) or Fraction(1)
            one, other = first * factor, last * factor
            distant = last * _FAR < least and unit != MASSES[0]  # grams only where a row has this very figure
            if {one, other} <= figures or (distant and any(at.low <= one and other <= at.high for at in near)):
                return Slip(_meant(dose, unit), far(dose, first, lowest), lowest.fact)
    return None


def _smaller(dose: Dose, international: Table) -> Iterator[tuple[str, Fraction]]:
    """Units that may have been meant instead of a larger one, with what they are in the dose's own unit."""
    for row in international.index("generic").get(dose.drug.generic if dose.drug else "", ()):
        yield _UNITS, converted(Decimal(row["per_unit"]), row["unit"], dose.unit) or Fraction(0)
    step = MASSES.index(dose.unit)
    smaller = MASSES[step + 1 :] if dose.unit == MASSES[-2] else MASSES[step + 1 : -1]
    yield from ((unit, converted(Fraction(1), unit, dose.unit) or Fraction(0)) for unit in smaller)


def _meant(dose: Dose, unit: str) -> str:
    return f"{ends(dose)} {unit}" + (f"/{dose.by}" if dose.by else "")
