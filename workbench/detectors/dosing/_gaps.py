"""“No reference” as a verdict: a dose told to the reader that no row can speak for, and what is missing for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from workbench.detectors.dosing._reference import believed
from workbench.doses import Dose
from workbench.doses.limits import Fact
from workbench.doses.reckoning import in_window
from workbench.model import Evidence, Match
from workbench.units import unit_after


def unanswered(dose: Dose, rows: Sequence[Fact], homes: tuple[str, ...], kind: str) -> Match | None:
    """The verdict on a dose that was held against no ceiling; None where nobody is told to take it.

    Args:
        dose: a dose of a drug.
        rows: the rows that speak for it, none of them with a ceiling that it could be held against.
        homes: the jurisdictions of the page.
        kind: of the evidence.
    """
    limited, day = any(fact.ceiling for fact in rows), in_window(dose) is not None
    told = day or (dose.bound == "at most" and not limited)
    if dose.drug is None or not told or not (dose.drug.known or rows):
        return None
    if (_in_pieces(dose.unit) and not limited) or dose.settings:
        return None
    text = f"cannot be recomputed: {_missing(dose, rows, homes)}"
    evidence = Evidence(kind, given=dose.words.text, computed=text, rows=(_looked_for(dose, homes),))
    return Match(dose.words.sentence, dose.words.at, dose.words.to, verdict="not-checkable", evidence=evidence)


def known_first(judged: Iterable[tuple[Dose, Match | None]]) -> Iterator[Match]:
    """The verdicts on doses; “not checkable” once for a drug, and only where nothing else was said of it."""
    pairs = [(dose.drug.generic, match) for dose, match in judged if dose.drug is not None and match is not None]
    known = {drug for drug, match in pairs if match.verdict != "not-checkable"}
    for drug, match in pairs:
        if match.verdict != "not-checkable":
            yield match
        elif drug not in known:
            known.add(drug)
            yield match


def unsure(dose: Dose, evidence: Evidence) -> Match | None:
    """The verdict on a dose above a ceiling whose row is of low confidence: it raises nothing alone."""
    if dose.settings:
        return None
    text = f"cannot be judged: the only row that says so is of low confidence ({evidence.computed})"
    where = dose.words.sentence, dose.words.at, dose.words.to
    return Match(*where, verdict="not-checkable", evidence=replace(evidence, computed=text))


@lru_cache(maxsize=64)
def _in_pieces(unit: str) -> bool:
    """Whether an amount with this unit is a number of tablets and the like."""
    read = unit_after(f" {unit}".encode("ascii", "replace"), 0)
    return read is None or read.kind != "dose"


def _missing(dose: Dose, rows: Sequence[Fact], homes: tuple[str, ...]) -> str:
    ceilings = [fact.ceiling for fact in rows if fact.ceiling is not None]
    if _in_pieces(dose.unit):
        return f"how much one {dose.unit} holds is not stated"
    if any(ceiling.by and not dose.by for ceiling in ceilings):
        return "the maximum is by body weight, and no weight is stated"
    route = believed(dose.route)
    names = (dose.drug.words.text if dose.drug else "") + (f" ({route.name})" if route else "")
    return f"the reference has no maximum of {names} for {' or '.join(homes)} that fits this dose"


def _looked_for(dose: Dose, homes: tuple[str, ...]) -> dict[str, str]:
    route, release = believed(dose.route), believed(dose.release)
    asked = {
        "drug": dose.drug.words.text if dose.drug else "",
        "route": route.name if route else "",
        "release": release.name if release else "",
        "population": dose.group.words.text if dose.group else "",
        "jurisdiction": ", ".join(homes),
    }
    return {column: cell for column, cell in asked.items() if cell}
