"""Combination products whose two amounts cannot stand in one product: “16 mg/8 mg” where every strength is 4 to 1."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from workbench.detectors import Hits
from workbench.detectors.dosing._reference import UNREVIEWED, no_advice
from workbench.doses import Dose, Lists, read
from workbench.doses.reckoning import converted, plain
from workbench.doses.rows import rows_of
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.joined import joined
from workbench.model import Article, Confidence, Evidence, Match, Sentence
from workbench.numerals import scan
from workbench.patterns import exact

VALUES = ("name", "ratio", "first", "second", "given", "due")
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
_NUMBER = r"\d{1,2}(?:\.\d)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen"
_BARE = rf"^(?: of)? (\w+)(?: and| with| plus|,| /) ({_NUMBER})(?: of)? (\w+)"
_RATIO_CUE = r"\b(?:ratio|proportion|mix|mixed|combined|blended)\b|-to-|\d ?: ?\d|\bparts?\b"
_RATIO = (
    rf"\b(?:ratio|proportion|mixed|combined|blended)s?\b[^.;]{{0,24}}?\b({_NUMBER})(?: ?: ?| ?- ?| to "
    rf"|-to-)({_NUMBER})\b"
    rf"|\b({_NUMBER})(?: ?: ?|-to-| to )({_NUMBER}) (?:ratio|mix|mixture|proportion|combination)\b"
)
_CLOSED = r"^(?:$|[.,;:)]| (?:and|so|in|which|of|between|by|to give|that)\b)"
_FAR = 60  # characters behind the first amount
_SURE = ("high", "medium")
_ELSEWHERE = ("excess", "animal", "quotation", "warning", "denied", "question")
_EACH_OF = rf"\b({_NUMBER}) of (\w+)(?:,? and| with| plus|,| /) ({_NUMBER}) of (\w+)"
_Pair = tuple[Dose, Fraction, Fraction, int, str]


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    table: Table,
    apart: Hits = (),
) -> Iterator[Match]:
    """Every pair of amounts of a combination product that breaks the ratio of its strengths; several pieces keep it.

    Args:
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
        table: columns name, aliases, first, second (the substances), ratio (first to second; blank: the strengths
            differ, nothing is said), within (share by which printed strengths may miss it), strengths, and a source.
        apart: words of another product with one of the substances; in their sentence two amounts told apart are not
            taken for one product and a ratio is none of it.
    """
    doses = read(article, facts, words, Lists(drugs, conditions, forms))
    others = {hit.sentence for hit in apart}
    yield from _stated(article, table, drugs, others)
    yield from _counted(article, table, drugs)
    for dose, first, second, to, beside in _pairs(article, doses, table):
        sentence = article.sentences[dose.words.sentence]
        row = _row(table, sentence, dose, to, sentence.index in others, beside)
        if row is None or not row["ratio"] or row["confidence"] not in ("high", "medium"):
            continue
        if first > second:  # “16/24 mg” are two doses to choose from, “2/8 mg” is another order
            yield _match(article, dose, to, row, first, second)


def _stated(article: Article, table: Table, drugs: str, others: set[int]) -> Iterator[Match]:
    """A ratio that is told in words or signs in a sentence with both substances: “in a ratio of 2 to 1”."""
    named = {hit.sentence for hit in article.hits.get(drugs, ())}
    for index in joined(article).cued(_RATIO_CUE) if named else ():
        sentence = article.sentences[index]
        if index in others or index not in named:
            continue
        found = exact(_RATIO).search(sentence.shadow)
        if found is not None and exact(_CLOSED).match(sentence.shadow[found.end() :]) is None:
            continue  # “2 to 1 women to men”
        text = sentence.text.casefold()
        for row in table if found is not None else ():
            at, to = text.find(row["first"]), text.find(row["second"])
            if found is None or not row["ratio"] or row["confidence"] not in _SURE or not 0 <= at < to:
                continue
            group = 1 if found.group(1) is not None else 3
            first, second = (_value(sentence, *found.span(group + step)) for step in (0, 1))
            if first > second > 0 and not _fits(row, first, second):
                yield _of_ratio(sentence, found.span(), row, first, second)
                break


def _counted(article: Article, table: Table, drugs: str) -> Iterator[Match]:
    """Two numbers told apart, each with its substance: “sixteen of buprenorphine and four of naloxone”."""
    named = {hit.sentence for hit in article.hits.get(drugs, ())}
    for index in joined(article).cued(_EACH_OF) if named else ():
        if index not in named:
            continue
        sentence = article.sentences[index]
        found = exact(_EACH_OF).search(sentence.shadow)
        if found is None:
            continue
        names = tuple(found.group(group).decode().lower() for group in (2, 4))
        first, second = (_value(sentence, *found.span(group)) for group in (1, 3))
        for row in table:
            known = row["ratio"] and row["confidence"] in _SURE and names == (row["first"], row["second"])
            if known and first > second > 0:
                if not _fits(row, first, second):
                    yield _of_ratio(sentence, found.span(), row, first, second)
                break


def _of_ratio(sentence: Sentence, span: tuple[int, int], row: Row, first: Fraction, second: Fraction) -> Match:
    given = sentence.text[span[0] : span[1]]
    told = f"{plain(first)} ÷ {plain(second)} = {_ratio(first / second)}; the strengths have {row['ratio']} to 1"
    values = {"name": row["name"], "ratio": row["ratio"], "first": row["first"], "second": row["second"]}
    values |= {"given": plain(first), "due": plain(first / Fraction(Decimal(row["ratio"])))}
    shown = {column: row[column] for column in _SHOWN if row[column]}
    evidence = Evidence("combination-ratio", given, told, rows=(shown,))
    return Match(sentence.index, *span, values=values, evidence=evidence, confidence="medium", note=UNREVIEWED)


def _value(sentence: Sentence, at: int, to: int) -> Fraction:
    found = scan(sentence.text[at:to], sentence.shadow[at:to])
    return next((Fraction(numeral.value) for numeral in found), Fraction(0))


def _pairs(article: Article, doses: tuple[Dose, ...], table: Table) -> Iterator[_Pair]:
    """Two amounts of one product, in the unit of the first, and where the second ends."""
    for number, dose in enumerate(doses):
        if dose.by or dose.low != dose.high or not dose.low:
            continue
        if dose.second:
            second = converted(dose.second, dose.second_unit or dose.unit, dose.unit)
            if second is not None:
                yield dose, Fraction(dose.low), second, dose.words.to, ""
        elif number + 1 < len(doses) and _together(article, dose, doses[number + 1]):
            other = doses[number + 1]
            second = converted(other.low, other.unit, dose.unit)
            if second:
                yield dose, Fraction(dose.low), second, other.words.to, ""
        elif number + 1 < len(doses) and _in_columns(article, dose, doses[number + 1]):
            other = doses[number + 1]
            second = converted(other.low, other.unit, dose.unit)
            if second and other.drug is not None:
                yield dose, Fraction(dose.low), second, dose.words.to, other.drug.generic
        elif dose.unit and dose.drug is not None:
            yield from _without_unit(article.sentences[dose.words.sentence], dose, table)


def _without_unit(sentence: Sentence, dose: Dose, table: Table) -> Iterator[_Pair]:
    """“16 mg of buprenorphine with four of naloxone”: the second amount has the unit of the first."""
    found = exact(_BARE).match(sentence.shadow[dose.words.to : dose.words.to + _FAR])
    if found is None:
        return
    names = {(row["first"], row["second"]) for row in table}
    if tuple(found.group(group).decode().lower() for group in (1, 3)) in names:
        at, to = (dose.words.to + end for end in found.span(2))
        second = _value(sentence, at, to)
        if second:
            yield dose, Fraction(dose.low), second, dose.words.to + found.end(), ""


def _together(article: Article, dose: Dose, other: Dose) -> bool:
    """“2 mg of buprenorphine and 0.5 mg of naloxone”: two amounts side by side, of two named substances."""
    if dose.words.sentence != other.words.sentence or other.second or other.by or other.low != other.high:
        return False
    gap = article.sentences[dose.words.sentence].shadow[dose.words.to : other.words.at]
    return len(gap) <= _APART and exact(_OF_BOTH).match(gap) is not None and dose.drug != other.drug


def _in_columns(article: Article, dose: Dose, other: Dose) -> bool:
    """Two cells side by side in one row of a table whose columns are headed by the two substances."""
    if dose.drug is None or other.drug is None or other.by or other.low != other.high:
        return False
    if {dose.drug.words.where, other.drug.words.where} != {"column"}:
        return False
    one, next_ = (article.sentences[each.words.sentence].block for each in (dose, other))
    return next_ == one + 1 and next_ in rows_of(article.document).get(one, ())


def _row(table: Table, sentence: Sentence, dose: Dose, to: int, apart: bool, beside: str = "") -> Row | None:
    """The product that a dose is of: by its own name, or by both substances where two amounts are told apart."""
    if dose.drug is None:
        return None
    for name in (dose.drug.words.text, dose.drug.name, dose.drug.generic):
        for row in table.index("name", "aliases").get(term_key(name), ()):
            return row
    told = dose.words.at if dose.second is None else 0  # “in a film of 4 mg/2 mg the first is buprenorphine, …”
    here = sentence.text[told : to + _APART * (1 if dose.second is None else 3)].casefold()
    return next(
        (
            row
            for row in table
            if row["first"] == dose.drug.generic
            and (row["second"] == beside if beside else row["second"] in here)
            and not (apart and not _product(sentence, row))
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
    return Match(*place, values=values, evidence=evidence, confidence=confidence, flags=flags, note=UNREVIEWED)


def _ratio(value: Fraction) -> str:
    """A ratio for people, with two decimals at most."""
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):.2f}"
    return text.rstrip("0").rstrip(".")
