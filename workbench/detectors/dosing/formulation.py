"""The ceiling or rhythm of one release given to another: sustained is not extended, and neither is immediate."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from workbench.detectors.dosing._ceiling import amount
from workbench.detectors.dosing._reference import SURE, UNREVIEWED, believed, no_advice, places
from workbench.detectors.safety._rows import confidence as confidence_of
from workbench.doses import Dose, Lists, read
from workbench.doses.reckoning import converted, in_window, plain, taken_at_once
from workbench.facts import SEPARATOR, Row, Table, term_key
from workbench.model import Article, Evidence, Match
from workbench.patterns import exact

VALUES = ("drug", "problem")
_KIND = "formulation"
_AT_ONCE = (
    r"\b(?:single|each|one|every|any) (?:\w+ ){0,2}doses?\b|\bat (?:a time|once|one time)\b|\bper dose\b|\bin one go\b"
)
_NEAR = 60  # characters
_SHOWN = (
    "name",
    "release",
    "brands",
    "rhythm",
    "ceiling",
    "unit",
    "jurisdiction",
    "source_title",
    "as_of",
    "confidence",
    "note",
)


class Total(Struct, frozen=True):
    """What a dose comes to in a day: exact ends, and the sum in words and signs."""

    low: Fraction
    high: Fraction
    working: str


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    jurisdictions: Table,
    formulations: Table,
    drugs: str,
    conditions: str,
    forms: str,
) -> Iterator[Match]:
    """Every daily amount that one release of its drug allows and the release that is named does not.

    Where the drug is named without a release and only some of its releases allow the amount, it is not checkable.

    Args:
        article: the article; its country says which rows speak.
        facts: the table of doses, for the names of drugs.
        words: the table of routes, forms and releases.
        jurisdictions: the countries of each jurisdiction.
        formulations: columns generic, name, release, brands, rhythm, times_most (a day), single_most (at a time),
            ceiling and unit by 24 hours,
            and those of the source.
        drugs: lexicon key of the names of drugs.
        conditions: lexicon key of conditions.
        forms: lexicon key of forms.
    """
    homes = places(article, jurisdictions)
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        if dose.drug is None or dose.strength or dose.second is not None or dose.by or dose.bound in ("above", "below"):
            continue
        printed = formulations.index("name", "brands").get(term_key(dose.drug.words.text), ())
        generic = printed[0]["generic"] if printed else dose.drug.generic
        rows = [row for row in formulations.index("generic").get(generic, ()) if row["jurisdiction"] in homes]
        if len({row["release"] for row in rows if row["release"]}) > 1:
            yield from _judged(article, dose, [row for row in rows if row["release"]])


def _judged(article: Article, dose: Dose, rows: list[Row]) -> Iterator[Match]:
    named = _named(dose, rows)
    others = [row for row in rows if row not in named]
    total = _total(dose)
    if len(named) != 1:
        yield from _open(dose, named or rows, total) if total is not None else ()
        return
    row = named[0]
    if row["confidence"] not in SURE:
        return
    if total is not None and _over(dose, total, row):
        allowing = [other for other in others if other["ceiling"] and not _over(dose, total, other)]
        if allowing:
            problem = f"is over the ceiling of {row['name']} ({_ceiling(row)}); it fits {_and(allowing)}"
            yield _match(article, dose, problem, f"{total.working} > {_ceiling(row)}", row, allowing)
            return
    once = taken_at_once(dose)[0] if exact(_AT_ONCE).search(_clause(article, dose)) is not None else Fraction(0)
    least = converted(once, dose.unit, row["unit"].split()[0]) if row["single_most"] else None
    if least is not None and least > Fraction(row["single_most"]):
        most = f"{row['single_most']} {row['unit'].split()[0]} at a time"
        problem = f"at a time is more than one dose of {row['name']} may be ({most})"
        yield _match(article, dose, problem, f"{amount(once, once, dose.unit)} > {most}", row, others)
        return
    if _too_often(dose, row):
        rhythm = f"{plain(dose.times.low)} times a day" if dose.times else ""
        problem = f"is told {rhythm}, and {row['name']} is taken {row['rhythm']}"
        yield _match(article, dose, problem, f"{rhythm} > {row['times_most']} a day", row, others)


def _clause(article: Article, dose: Dose) -> bytes:
    """The words around a dose."""
    shadow = article.sentences[dose.words.sentence].shadow
    return shadow[max(0, dose.words.at - _NEAR) : dose.words.to + _NEAR]


def _named(dose: Dose, rows: list[Row]) -> list[Row]:
    """The rows of the release that is named: by its brand or name, else by the word for it."""
    name = term_key(dose.drug.words.text) if dose.drug else ""
    branded = [
        row for row in rows if name in {term_key(each) for each in (row["name"], *row["brands"].split(SEPARATOR))}
    ]
    said = believed(dose.release)
    if said is None:
        return [row for row in branded if name != term_key(row["generic"])]
    same = [row for row in rows if row["release"] == said.name]
    return same or [row for row in rows if row["release"] in said.fits]


def _total(dose: Dose) -> Total | None:
    """The amount of a day: dose by rhythm, or a single amount that is called the most."""
    day = in_window(dose)
    if day is not None:
        summed = f"{amount(day.low, day.high, day.unit)} a day"
        working = summed if day.working == summed else f"{day.working} = {summed}"
        return Total(day.low, day.high, working)
    if dose.bound != "at most" or dose.times is not None or dose.per:
        return None
    low, high = taken_at_once(dose)
    return Total(low, high, amount(low, high, dose.unit))


def _over(dose: Dose, total: Total, row: Row) -> bool:
    """Whether the smallest reading is over the row's ceiling; a row without one allows everything."""
    if not row["ceiling"]:
        return False
    least = converted(total.low, dose.unit, row["unit"].split()[0])
    return least is not None and least > Fraction(row["ceiling"])


def _too_often(dose: Dose, row: Row) -> bool:
    return bool(
        row["times_most"]
        and dose.times is not None
        and dose.times.words.where in ("sentence", "row", "column")
        and not dose.times.divided
        and dose.times.low > Fraction(row["times_most"])
    )


def _open(dose: Dose, rows: list[Row], total: Total) -> Iterator[Match]:
    """Not checkable where only some releases allow the amount, and the bare name is of none of them."""
    if any(row["name"] == row["generic"] for row in rows):
        return
    limited = [row for row in rows if row["ceiling"]]
    over = [row for row in limited if _over(dose, total, row)]
    if over and len(over) < len(limited) and not dose.settings:
        drug = dose.drug.words.text if dose.drug else ""
        text = f"cannot be recomputed: the release of {drug} is missing; {total.working} is over {_and(over)} only"
        evidence = Evidence(_KIND, given=dose.words.text, computed=text, rows=tuple(map(_shown, limited)))
        yield Match(dose.words.sentence, dose.words.at, dose.words.to, verdict="not-checkable", evidence=evidence)


def _match(article: Article, dose: Dose, problem: str, computed: str, row: Row, others: list[Row]) -> Match:
    return Match(
        dose.words.sentence,
        dose.words.at,
        dose.words.to,
        values={"drug": dose.drug.words.text if dose.drug else "", "problem": problem},
        evidence=Evidence(_KIND, given=dose.words.text, computed=computed, rows=tuple(map(_shown, (row, *others)))),
        confidence=confidence_of(row),
        flags=no_advice(article, dose),
        note=UNREVIEWED,
    )


def _and(rows: list[Row]) -> str:
    return " and ".join(f"{row['name']} ({_ceiling(row)})" for row in rows)


def _ceiling(row: Row) -> str:
    return f"{amount(Fraction(row['ceiling']), Fraction(row['ceiling']), row['unit'].split()[0])} in 24 hours"


def _shown(row: Row) -> dict[str, str]:
    return {column: row[column] for column in _SHOWN}
