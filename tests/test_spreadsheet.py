"""Cells that people open in a spreadsheet: a formula stays text, and everything is read back to the letter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.spreadsheet import bare, guard


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+1 555 0100", "-5%", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", '"=1"', "'=1", "“=1”",
        "\ufeff=1", "＝1", " ' \" -1", '=HYPERLINK("https://example.org")',
    ],
)  # fmt: skip
def test_what_could_run_gets_an_apostrophe(cell: str) -> None:
    assert guard(cell) == "'" + cell
    assert bare(guard(cell)) == cell


@pytest.mark.parametrize(
    "cell",
    [
        "", "About 5% – no more.", "a = b", "3-5 mg", "“Nothing works”, she said.", "'Twas said to help.",
        "mail@example.org", "~1 in 10", "−5 °C is cold", "– a dash", "5 + 5", "   ", "'", '""',
    ],
)  # fmt: skip
def test_what_cannot_run_stays_as_it_is(cell: str) -> None:
    assert guard(cell) == cell
    assert bare(cell) == cell


def test_an_apostrophe_that_the_spreadsheet_dropped_is_no_difference() -> None:
    assert bare("-5%") == bare(guard("-5%")) == "-5%"


@given(st.text(alphabet="=+-@'\"‘ \t\r\nab;,＝\ufeff") | st.text())
@example("''=")
def test_every_cell_is_read_back_to_the_letter(cell: str) -> None:
    assert bare(guard(cell)) == cell
    assert not guard(cell).lstrip().startswith(("=", "+", "-", "@"))
