"""Which rows of the table of doses speak of a stated dose, what they may say, and why a dose may be no advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from workbench.detectors.phrase import exception
from workbench.doses import Dose, Drug, Group, Manner
from workbench.doses.limits import Fact, facts
from workbench.facts import SEPARATOR, Row, Table, last_day, months_between, term_key
from workbench.model import Article, Confidence, Flag, Hit, Severity

NO_ADVICE = ("study", "history", "excess", "animal", "prescriber", "quotation", "warning", "denied", "question")
_SURE = ("high", "medium")
_FRESH = 12  # months in which a reviewed row of the label itself may accuse
SURE = ("high", "medium")  # confidences of a row that may say something alone
UNREVIEWED = "The reference was not reviewed by a clinician."
_BELIEVED = ("sentence", "row", "column", "lead-in", "heading")  # another sentence may speak of another route
_OF_AGE = 18
# The years that a word for people means where no age is said; they overlap where people use the word both ways.
_YEARS: dict[str | None, tuple[int | None, int | None]] = {
    "infancy": (0, 2),
    "childhood": (0, 17),
    "adolescence": (10, 19),
    "adulthood": (18, None),
    "old age": (60, None),
}
_SHOWN = (
    "drug", "route", "release", "indication", "population", "dose", "limit", "limit_kind", "jurisdiction",
    "source_title", "source_locator", "label_version", "as_of", "confidence", "note", "reviewed_by",
)  # fmt: skip


class Standing(NamedTuple):
    """How far a row carries: the severity and confidence to lower a match to (None: as the check says), and a note."""

    severity: Severity | None
    confidence: Confidence | None
    note: str


def standing(row: Row, today: date, maxima: tuple[str, ...]) -> Standing | None:
    """What a row may say; None where it may say nothing alone (low confidence).

    Only a maximum read in the label itself (confidence high), at most 12 months old and reviewed by a clinician of the
    newsroom, may raise an error; every other row raises a warning that says so.

    Args:
        row: of the table of doses.
        today: the day of the check.
        maxima: the kinds of limit that are a label's own maximum, in the table's words.
    """
    if row["confidence"] not in _SURE:
        return None
    read = last_day(row["as_of"])
    fresh = read is not None and months_between(read, today) <= _FRESH
    if row["limit_kind"] in maxima and row["confidence"] == "high" and fresh and row["reviewed_by"]:
        return Standing(None, None, "")
    confidence: Confidence | None = None if row["confidence"] == "high" else "medium"
    return Standing("warning", confidence, "" if row["reviewed_by"] else UNREVIEWED)


def places(article: Article, jurisdictions: Table) -> tuple[str, ...]:
    """The jurisdictions of the article's country: the country itself, and those that it belongs to.

    Args:
        article: with or without a declared country.
        jurisdictions: columns "jurisdiction" and "countries" (ISO codes, "|" between them).
    """
    return _places(article.country, jurisdictions) if article.country else ()


@lru_cache(maxsize=16)
def _places(country: str, jurisdictions: Table) -> tuple[str, ...]:
    more = (row["jurisdiction"] for row in jurisdictions if country in row["countries"].split(SEPARATOR))
    return tuple(dict.fromkeys((country, *more)))


def speaking(table: Table, dose: Dose, *jurisdictions: str) -> tuple[Fact, ...]:
    """The rows of a dose's drug that speak for it in these jurisdictions (none given: in any), in the table's order.

    A row speaks where its route, its release and its people are those of the dose. What the dose leaves open is no
    contradiction: callers that accuse ask for all rows that are left to agree.
    """
    if dose.drug is None:
        return ()
    every = dose.kept((speaking, table), lambda: tuple(_speaking(table, dose)))
    return tuple(fact for fact in every if fact.jurisdiction in jurisdictions) if jurisdictions else every


def _speaking(table: Table, dose: Dose) -> Iterator[Fact]:
    if dose.drug is None:
        return
    every = of_drug(table, dose.drug) or facts(table).get(dose.drug.generic, ())
    if not every:
        return
    route, release = _said(dose.route), _said(dose.release)
    rows = every if route is None else [fact for fact in every if _may_be(route, fact.route)]
    if not rows:  # a brand of injections may come as tablets now
        rows = [fact for fact in facts(table).get(dose.drug.generic, ()) if _may_be(route, fact.route)]
    for fact in rows:
        if (dose.group is None or covers(fact, dose.group)) and _may_be(release, fact.release):
            yield fact


def of_drug(table: Table, drug: Drug) -> tuple[Fact, ...]:
    """The rows of a drug: all of a substance by its own name, only those of a brand by the brand's."""
    return _by_name(table, drug.generic, drug.name, term_key(drug.words.text))


@lru_cache(maxsize=512)
def _by_name(table: Table, generic: str, name: str, printed: str) -> tuple[Fact, ...]:
    rows = facts(table).get(generic, ())
    if printed == term_key(generic):
        return rows
    called = table.index("drug", "aliases").get(printed, ())
    own = tuple(fact for fact in rows if any(fact.row is row for row in called))
    return own or tuple(fact for fact in rows if name in (generic, fact.drug))


def believed(manner: Manner | None) -> Manner | None:
    """A route or release that is the dose's own: said in its sentence, row, column, lead-in or heading."""
    return manner if manner is not None and manner.words.where in _BELIEVED else None


def _said(manner: Manner | None) -> tuple[str, ...] | None:
    """The names of a dose's own route or release; None where none is said."""
    said = believed(manner)
    return None if said is None else (said.name, *said.fits)


def _may_be(names: tuple[str, ...] | None, cell: str) -> bool:
    """Whether a dose's route or release can be the one of a cell ("" = any; "oral or sublingual" = either)."""
    return names is None or not cell or any(name in cell.split(" or ") for name in names)


def covers(fact: Fact, group: Group) -> bool:
    """Whether people of a row and people of a dose can be the same; ages that only touch are not the same people."""
    low, high = years(group)
    return not (
        (low is not None and fact.age_max is not None and low > fact.age_max)
        or (high is not None and fact.age_min is not None and high < fact.age_min)
        or (high is not None and high == fact.age_min and low != high)
    )


def years(group: Group) -> tuple[Fraction | int | None, Fraction | int | None]:
    """The ages of a group in years: as said, else what its word means; None is an open end."""
    if group.age_min is None and group.age_max is None:
        return _YEARS.get(group.kind, (None, None))
    return group.age_min, group.age_max


def young(group: Group) -> bool:
    """Whether all of a group are under age."""
    high = years(group)[1]
    return high is not None and high < _OF_AGE


def no_advice(article: Article, dose: Dose, kinds: tuple[str, ...] = NO_ADVICE) -> tuple[Flag, ...]:
    """A flag for each circumstance of these kinds in which a dose is no advice to the reader (study, history …)."""
    here = Hit(dose.words.sentence, dose.words.at, dose.words.to)
    cues = (setting.words for setting in dose.settings if setting.kind in kinds)
    return tuple(exception(article, here, Hit(words.sentence, words.at, words.to)) for words in cues)


def shown(fact: Fact) -> dict[str, str]:
    """A row as evidence shows it: of what, from where, of when, how sure."""
    row = fact.row
    ends = [end for end in dict.fromkeys((row["dose_min"], row["dose_max"])) if end]
    dose = " ".join((*["–".join(ends)], row["unit"], row["per"])) if ends else ""
    limit = f"{row['max_window_amount']} {row['max_window']}" if row["max_window_amount"] else ""
    cells = dict(row) | {"dose": dose.strip(), "limit": limit}
    return {column: cells[column] for column in _SHOWN if cells[column]}
