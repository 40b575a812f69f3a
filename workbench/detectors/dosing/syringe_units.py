"""Doses in marks of a syringe whose strength is nowhere said: “inject 25 units of semaglutide”."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.detectors.dosing._reference import no_advice, of_drug, shown
from workbench.doses import Dose, Lists, read
from workbench.doses.limits import Fact
from workbench.facts import Table
from workbench.model import Article, Evidence, Match

VALUES = ("name",)
_UNITS = "units"
_MASSES = ("g", "mg", "mcg")
_PER_VOLUME = ("/mL", "/L")
_ELSEWHERE = ("excess", "animal", "quotation", "warning", "denied", "question")


def detect(
    article: Article,
    *,
    facts: Table,
    words: Table,
    drugs: str,
    conditions: str,
    forms: str,
    international: Table,
    under_the_skin: tuple[str, ...],
) -> Iterator[Match]:
    """Every dose in units of an injected drug that is measured by mass, where the page states no strength per volume.

    Args:
        facts, words, drugs, conditions, forms: what doses are read with, see `workbench.doses.read`.
        international: column generic: drugs that have international units of their own.
        under_the_skin: routes whose doses are drawn up in a syringe with a hundred marks on a millilitre.
    """
    for dose in read(article, facts, words, Lists(drugs, conditions, forms)):
        if dose.unit != _UNITS or dose.drug is None or dose.second is not None:
            continue
        rows = [fact for fact in of_drug(facts, dose.drug) if fact.route in under_the_skin]
        if not rows or not _by_mass(rows) or dose.drug.generic in international.index("generic"):
            continue
        if dose.concentration is not None or _strength_told(article) or not _taken(dose):
            continue
        computed = "cannot be turned into milligrams: the strength per millilitre is missing"
        yield Match(
            dose.words.sentence,
            dose.words.at,
            dose.words.to,
            values={"name": dose.drug.words.text},
            evidence=Evidence("dose-unit", dose.words.text, computed, rows=(shown(rows[0]),)),
            flags=no_advice(article, dose, _ELSEWHERE),
        )


def _by_mass(rows: list[Fact]) -> bool:
    return all(fact.row["unit"] in _MASSES for fact in rows)


def _strength_told(article: Article) -> bool:
    return any(quantity.unit.endswith(_PER_VOLUME) for quantities in article.quantities for quantity in quantities)


def _taken(dose: Dose) -> bool:
    """Whether somebody takes it: a route or a rhythm stands beside it."""
    return dose.times is not None or dose.route is not None or dose.per != ""
