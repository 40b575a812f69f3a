"""Combination products whose two amounts cannot stand in one product: “16 mg/8 mg” where every strength is 4 to 1."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from workbench.detectors.dosing._reference import no_advice
from workbench.doses import Dose, Lists, read
from workbench.doses.reckoning import converted, plain
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.model import Article, Confidence, Evidence, Match, Sentence
from workbench.patterns import exact

_UNREVIEWED = "The reference was not reviewed by a clinician."
_SHOWN = (
    "name",
    "strengths",
    "ratio",
    "within",
    "jurisdiction",
    "source_title",
    "source_locator",
    "as_of",
    "confidence",
)
_APART = 40  # characters between the two amounts of one product
_OF_BOTH = r"^(?: of)?(?: \w+)? ?(?:/|and|with|plus|,)(?: of)?(?: \w+)? ?$"
_ELSEWHERE = ("excess", "animal", "quotation", "warning", "denied", "question")
_Pair = tuple[Dose, Fraction, Fraction, int]


def detect(
    article: Article, *, facts: Table, words: Table, drugs: str, conditions: str, forms: str, table: Table
) -> Iterator[Match]:
    """Every pair of amounts of a combination product that breaks the ratio of its strengths; several pieces keep it.

    Args:
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
        table: columns name, aliases, first, second (the substances), ratio (first to second; blank: the strengths
            differ, nothing is said), within (share by which printed strengths may miss it), strengths, and a source.
    """
    doses = read(article, facts, words, Lists(drugs, conditions, forms))
    for dose, first, second, to in _pairs(article, doses):
        row = _row(table, article.sentences[dose.words.sentence], dose, to)
        if row is None or not row["ratio"] or row["confidence"] not in ("high", "medium"):
            continue
        if first > second:  # “16/24 mg” are two doses to choose from, “2/8 mg” is another order
            yield _match(article, dose, to, row, first, second)


def _pairs(article: Article, doses: tuple[Dose, ...]) -> Iterator[_Pair]:
    """Two amounts of one product, in the unit of the first, and where the second ends."""
    for number, dose in enumerate(doses):
        if dose.by or dose.low != dose.high or not dose.low:
            continue
        if dose.second:
            second = converted(dose.second, dose.second_unit or dose.unit, dose.unit)
            if second is not None:
                yield dose, Fraction(dose.low), second, dose.words.to
        elif number + 1 < len(doses) and _together(article, dose, doses[number + 1]):
            other = doses[number + 1]
            second = converted(other.low, other.unit, dose.unit)
            if second:
                yield dose, Fraction(dose.low), second, other.words.to


def _together(article: Article, dose: Dose, other: Dose) -> bool:
    """“2 mg of buprenorphine and 0.5 mg of naloxone”: two amounts side by side, of two named substances."""
    if dose.words.sentence != other.words.sentence or other.second or other.by or other.low != other.high:
        return False
    gap = article.sentences[dose.words.sentence].shadow[dose.words.to : other.words.at]
    return len(gap) <= _APART and exact(_OF_BOTH).match(gap) is not None and dose.drug != other.drug


def _row(table: Table, sentence: Sentence, dose: Dose, to: int) -> Row | None:
    """The product that a dose is of: by its own name, or by both substances where two amounts are told apart."""
    if dose.drug is None:
        return None
    for name in (dose.drug.words.text, dose.drug.name, dose.drug.generic):
        for row in table.index("name", "aliases").get(term_key(name), ()):
            return row
    if dose.second is not None:
        return None
    here = sentence.text[dose.words.at : to + _APART].casefold()
    return next(
        (
            row
            for row in table
            if row["first"] == dose.drug.generic and row["second"] in here and _product(sentence, row)
        ),
        None,
    )


def _product(sentence: Sentence, row: Row) -> bool:
    return any(alias and alias.casefold() in sentence.text.casefold() for alias in row["aliases"].split(SEPARATOR))


def _fits(row: Row, first: Fraction, second: Fraction) -> bool:
    """Whether the ratio holds, or the amounts are a printed strength."""
    wanted, within = Fraction(Decimal(row["ratio"])), Fraction(Decimal(row["within"] or "0"))
    strengths = [tuple(map(Fraction, cell.split("/"))) for cell in row["strengths"].split(SEPARATOR) if cell]
    return (first, second) in strengths or abs(first / second - wanted) <= wanted * within


def _match(article: Article, dose: Dose, to: int, row: Row, first: Fraction, second: Fraction) -> Match:
    sentence, wanted, within = article.sentences[dose.words.sentence], row["ratio"], Decimal(row["within"] or 0)
    told = f"{plain(first)} ÷ {plain(second)} = {_ratio(first / second)}; the strengths have {wanted} to 1"
    evidence = Evidence(
        "combination-ratio",
        sentence.text[dose.words.at : to],
        told,
        f"{within:.0%} of the ratio" if within else "",
        ({column: row[column] for column in _SHOWN if row[column]},),
    )
    place = (dose.words.sentence, dose.words.at, to)
    if _fits(row, first, second):
        return Match(*place, verdict="pass", evidence=evidence)
    values = {
        "name": row["name"],
        "ratio": wanted,
        "first": row["first"],
        "second": row["second"],
        "given": f"{plain(first)} {dose.unit}",
        "due": f"{plain(first / Fraction(Decimal(wanted)))} {dose.unit}",
    }
    flags = no_advice(article, dose, _ELSEWHERE)
    confidence: Confidence | None = None if row["confidence"] == "high" else "medium"
    return Match(*place, values=values, evidence=evidence, confidence=confidence, flags=flags, note=_UNREVIEWED)


def _ratio(value: Fraction) -> str:
    """A ratio for people, with two decimals at most."""
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):.2f}"
    return text.rstrip("0").rstrip(".")
