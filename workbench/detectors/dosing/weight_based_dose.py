"""Doses that have lost their “per kilogram”: a flat amount where the drug is given by body weight."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from workbench.detectors import Hits
from workbench.detectors.dosing._reference import UNREVIEWED, believed, no_advice
from workbench.detectors.safety._rows import confidence as confidence_of
from workbench.doses import Dose, Lists, read
from workbench.doses.reckoning import converted, plain
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.lexicon import Lexicon
from workbench.model import Article, Evidence, Match, Sentence
from workbench.patterns import exact

VALUES = ("name", "basis", "example", "weight")
_BY_WEIGHT = (
    r"\bper[ -](?:kg|kilo|pound)|/ ?kg\b|\bkg ?[-~]1|\d ?-?kgs?\b|\bkilo(?:gram|gramme)?s?\b"
    r"|\bbody[ -]?weight|\b(?:by|your|their|the patient's|on|with) weight\b|weight-based\b"
    r"|\bweigh(?:s|ing|ed)?\b[^.;]{0,16}\d"
)
_WEIGHED = r"\bweigh(?:s|ing|ed)?\b"  # only beside the dose: “We weigh every child first” tells no amount
_ELSEWHERE = ("excess", "animal", "quotation", "question")
_WIDE = 300  # characters around a dose that may name its route or form
_ADULT = 70  # kg, for the worked example
_SHOWN = ("name", "route", "indication", "source_title", "source_locator", "as_of", "confidence", "note")


def detect(
    article: Article,
    *,
    table: Table,
    named: Hits,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
) -> Iterator[Match]:
    """Every flat dose that is the usual amount per kilogram of its drug and cannot be meant for a whole person.

    Args:
        table: columns name, aliases, route, route_words (blank: any route), flat_forms, amount_min, amount_max, unit
            ("mg/kg"), flat_below (blank: never report this row), and those of its source.
        named: the table's drugs where they stand in the article.
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
    """
    if not named:
        return
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        if dose.drug is None or dose.by or dose.second is not None or dose.pieces or dose.per not in ("", "day"):
            continue
        lost = [row for row in _rows(table, dose) if _lost(row, dose)]
        if not lost:
            continue
        sentence = article.sentences[dose.words.sentence]
        near = _near(article, sentence, dose)
        rows = [row for row in lost if _of_route(row, table, near, sentence, dose)]
        if (
            rows
            and exact(_WEIGHED).search(sentence.shadow) is None
            and not any(exact(_BY_WEIGHT).search(other.shadow) for other in (*near, *_next(article, sentence, dose)))
        ):
            yield _match(article, dose, min(rows, key=_width))


def _rows(table: Table, dose: Dose) -> tuple[Row, ...]:
    """The rows of the drug as it is named, else of its substance."""
    index = table.index("name", "aliases")
    if dose.drug is None:
        return ()
    return index.get(term_key(dose.drug.words.text)) or (index.get(dose.drug.generic, ()) if dose.drug.known else ())


def _near(article: Article, sentence: Sentence, dose: Dose) -> list[Sentence]:
    """The sentence of a dose, the one before it in its block, its lead-in, and the one that names its drug."""
    before = article.sentences[max(0, sentence.index - 1) : sentence.index]
    lead_in = article.block(sentence).lead_in
    found = [sentence, *(other for other in before if other.block == sentence.block)]
    found += [other for other in article.sentences[: sentence.index] if other.block == lead_in][-1:]
    if dose.drug is not None and dose.drug.words.where in ("row", "column", "heading"):
        found.append(article.sentences[dose.drug.words.sentence])
    return found


def _next(article: Article, sentence: Sentence, dose: Dose) -> Iterator[Sentence]:
    """The sentence behind a dose, where it says the same amount again, per kilogram."""
    for other in article.sentences[sentence.index + 1 : sentence.index + 2]:
        if other.block == sentence.block and any(
            quantity.low == dose.low and "/kg" in quantity.unit for quantity in article.quantities[other.index]
        ):
            yield other


def _lost(row: Row, dose: Dose) -> bool:
    """Whether a flat dose lies in the row's range per kilogram and below what a flat dose can be."""
    unit = row["unit"].partition("/")[0]
    low, high = converted(dose.low, dose.unit, unit), converted(dose.high, dose.unit, unit)
    if not row["flat_below"] or low is None or high is None or low > high:
        return False
    least, most, flat = (Fraction(Decimal(row[column])) for column in ("amount_min", "amount_max", "flat_below"))
    return least <= low and high <= most and high < flat


def _of_route(row: Row, table: Table, near: list[Sentence], sentence: Sentence, dose: Dose) -> bool:
    """Whether the row's route is told near the dose, if it has to be, and no form that is dosed flat."""
    lexicon, at = _words(table), dose.words.at
    here = sentence.shadow[max(0, at - _WIDE) : at + _WIDE]
    said = {cell for cell, _, _ in lexicon.scan(here)}
    if row["flat_forms"] in said or any(row["flat_forms"] in _cells(lexicon, other) for other in near[1:]):
        return False
    if not row["route_words"]:
        return True
    route = believed(dose.route)
    if route is not None:
        return row["route"] in (route.name, *route.fits)
    return row["route_words"] in said or any(row["route_words"] in _cells(lexicon, other) for other in near[1:])


def _cells(lexicon: Lexicon, sentence: Sentence) -> set[str]:
    return {cell for cell, _, _ in lexicon.scan(sentence.shadow[-_WIDE:])}


@lru_cache(maxsize=8)
def _words(table: Table) -> Lexicon:
    """The words of routes and of forms that are dosed flat; a cell of the table is the key of its words."""
    cells = dict.fromkeys(row[column] for row in table for column in ("route_words", "flat_forms") if row[column])
    return Lexicon({cell: cell.split(SEPARATOR) for cell in cells})


def _width(row: Row) -> Decimal:
    return Decimal(row["amount_max"]) - Decimal(row["amount_min"])


def _match(article: Article, dose: Dose, row: Row) -> Match:
    basis = f"{_range(dose, 1)} {dose.unit}/kg" + (f"/{dose.per}" if dose.per else "")
    example = f"{_range(dose, _ADULT)} {dose.unit}"
    usual = row["amount_min"] if row["amount_min"] == row["amount_max"] else f"{row['amount_min']}–{row['amount_max']}"
    shown = {column: row[column] for column in _SHOWN}
    shown |= {"dose": f"{usual} {row['unit']}", "flat_below": row["flat_below"]}
    computed = f"{basis} × {_ADULT} kg = {example}"
    return Match(
        dose.words.sentence,
        dose.words.at,
        dose.words.to,
        values={"name": row["name"], "basis": basis, "example": example, "weight": str(_ADULT)},
        evidence=Evidence("dose-basis", given=dose.words.text, computed=computed, rows=(shown,)),
        confidence=confidence_of(row),
        flags=no_advice(article, dose, _ELSEWHERE),
        note="" if row["reviewed_by"] else UNREVIEWED,
    )


def _range(dose: Dose, factor: int) -> str:
    low, high = (plain(value * factor) for value in (dose.low, dose.high))
    return low if low == high else f"{low}–{high}"
