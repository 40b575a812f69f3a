"""What the library says of an attribute that articles tell, and who says otherwise."""

from __future__ import annotations

import pytest
from across import told_by
from approved import knowing, row

from workbench.consistency import as_approved, conflicts

PAGE = "# Ketamine for depression\n\nA course of {0} sessions is usual."
SIX = "A first course of ketamine for depression is six sessions."


def told(number: str, *rows: dict[str, str], country: str = "US") -> list[tuple[str, str, bool]]:
    """The library's row and value for the page's one value, and whether that agrees."""
    (one,) = told_by(PAGE.format(number), country, knowledge=knowing(*rows))
    return [(one.approved.row, one.approved.text, as_approved(one))] if one.approved else []


@pytest.mark.parametrize(("number", "agrees"), [("six", True), ("4 to 6", True), ("eight", False), ("7 to 9", False)])
def test_the_library_says_what_holds(number: str, agrees: bool) -> None:
    assert told(number, row(SIX)) == [("row", "six sessions", agrees)]


@pytest.mark.parametrize(
    "other",
    [
        row(SIX, standing="disputed"),
        row(SIX, standing="expired"),
        row(SIX, expires="2026-11-24"),
        row(SIX, approved_on="2026-11-26"),
        row(SIX, jurisdiction="GB"),
        row("A first course of ketamine for migraine is six sessions."),
        row("A first course of esketamine for depression is six sessions."),
        row("A maintenance course of ketamine for depression is six sessions."),
        row("Ketamine helps many people with depression."),
        row("Each ketamine infusion takes 40 minutes."),
    ],
    ids=lambda row: f"{row['wording'][:24]} {row['standing']} {row['expires']} {row['jurisdiction']}",
)
def test_what_does_not_hold_here_says_nothing(other: dict[str, str]) -> None:
    assert told("eight", other) == []


def test_a_row_for_several_countries_holds_in_each() -> None:
    assert told("eight", row(SIX, jurisdiction="GB|US")) == [("row", "six sessions", False)]
    assert told("eight", row(SIX), country="GB") == [("row", "six sessions", False)]


def test_the_first_row_that_says_it_is_named_and_shown_in_the_conflict() -> None:
    known = knowing(row("Ketamine helps."), row(SIX, id="first"), row(SIX.replace("six", "seven"), id="second"))
    pages = [(name, told_by(PAGE.format(number), knowledge=known)) for name, number in (("a", "six"), ("b", "eight"))]
    (found,) = conflicts(pages)
    assert found.approved is not None and (found.approved.row, found.approved.text) == ("first", "six sessions")
    assert [as_approved(one.told) for one in found.values] == [True, False]


def test_without_a_library_nothing_is_said() -> None:
    (one,) = told_by(PAGE.format("six"))
    assert one.approved is None and as_approved(one)
