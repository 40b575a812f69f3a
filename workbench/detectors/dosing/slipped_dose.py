"""Injections ten times too large: a lost decimal point, or marks of a syringe told as milligrams."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from workbench.detectors.dosing._reach import MASSES, SURE, Reach, ends, far, reaches, rows_of
from workbench.detectors.dosing._reference import believed, no_advice, shown, standing
from workbench.doses import Dose, Lists, read
from workbench.doses.reckoning import plain, taken_at_once
from workbench.facts import Table
from workbench.model import Article, Evidence, Match

VALUES = ("name", "meant")
_ELSEWHERE = ("excess", "animal", "quotation", "warning", "denied", "question")
_FAR = 6  # times above the largest row; trials go to three times
_SHIFTS = (10, 100)  # a decimal point, or the hundred marks of a syringe on a millilitre


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    maxima: tuple[str, ...],
    under_the_skin: tuple[str, ...],
) -> Iterator[Match]:
    """Every dose of a drug injected under the skin that is far above all its rows and fits with a moved point.

    Args:
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
        maxima: kinds of limit that are a label's own maximum.
        under_the_skin: routes whose doses are drawn up in a syringe with a hundred marks on a millilitre.
    """
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        found = slipped(dose, facts, under_the_skin)
        may = standing(found[0].fact.row, article.as_of, maxima) if found is not None else None
        if dose.drug is None or found is None or may is None:
            continue
        largest, meant = found
        yield Match(
            dose.words.sentence,
            dose.words.at,
            dose.words.to,
            values={"name": dose.drug.words.text, "meant": meant},
            evidence=Evidence(
                "dose-limit",
                dose.words.text,
                far(dose, taken_at_once(dose)[0], largest),
                rows=(shown(largest.fact),),
            ),
            severity=may.severity,
            confidence=may.confidence,
            flags=no_advice(article, dose, _ELSEWHERE),
            note=may.note,
        )


def slipped(dose: Dose, facts: Table, under_the_skin: tuple[str, ...]) -> tuple[Reach, str] | None:
    """The largest row that an injection is far above, and what was meant; None where nothing slipped.

    Checks of maxima and of the size of a dose ask it too: one number is told once, by the check that says most.

    Args:
        dose: as read.
        facts: the table of doses.
        under_the_skin: routes whose doses are drawn up in a syringe; none: nothing slips.
    """
    if dose.drug is None or dose.second is not None or dose.by or dose.unit not in MASSES or not dose.low:
        return None
    rows = rows_of(facts, dose)
    if not rows or any(fact.route not in under_the_skin for fact in rows) or not _injected(dose, under_the_skin):
        return None
    near = [reach for reach in reaches(dose, rows) if reach.fact.row["confidence"] in SURE]
    first = taken_at_once(dose)[0]
    meant = _meant(dose, first, near)
    largest = max(near, key=lambda reach: reach.high, default=None)
    return (largest, meant) if largest is not None and meant and first >= largest.high * _FAR else None


def _injected(dose: Dose, under_the_skin: tuple[str, ...]) -> bool:
    """Whether a route by needle is told, or the rhythm of a week that only the injection has."""
    route = believed(dose.route)
    if route is not None:
        return any(name in under_the_skin for name in (route.name, *route.fits))
    return dose.per == "week" or (dose.times is not None and dose.times.window == "week")


def _meant(dose: Dose, value: Fraction, near: list[Reach]) -> str:
    """What fits a row: the amount with its point moved by one or two places; "" where nothing does."""
    low, high = min((reach.low for reach in near), default=value), max((reach.high for reach in near), default=value)
    fitting = [f"{plain(value / shift)} {dose.unit}" for shift in _SHIFTS if low <= value / shift <= high]
    return " or ".join((*fitting, f"{ends(dose)} units on a syringe")) if fitting else ""
