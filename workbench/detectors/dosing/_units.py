"""Amounts in international units as the mass that they stand for, where the table knows it."""

from __future__ import annotations

from decimal import Decimal

from workbench.doses import Dose
from workbench.doses.reckoning import plain
from workbench.facts import Table


def in_mass(dose: Dose, table: Table) -> tuple[Dose, str]:
    """The dose in the table's mass with the step written out; the dose itself and "" where there is nothing to turn.

    Args:
        dose: as read.
        table: columns generic, printed (what the reader calls international units), unit (a mass) and per_unit: how
            much of it one of them is.
    """
    rows = table.index("generic").get(dose.drug.generic, ()) if dose.drug is not None else ()
    if not rows or dose.unit != rows[0]["printed"]:
        return dose, ""
    factor, unit = Decimal(rows[0]["per_unit"]), rows[0]["unit"]
    turned = dose.but(low=dose.low * factor, high=dose.high * factor, unit=unit)
    return turned, f"{plain(dose.high)} IU × {plain(factor)} {unit} = {plain(turned.high)} {unit}; "
