"""How evidence shows its working: one shape for terminal, page and dashboard."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from speak import REPOSITORY

from workbench.model import Evidence
from workbench.working import TITLES, working

DETECTORS = sorted((REPOSITORY / "workbench" / "detectors").rglob("*.py"))


def kinds(path: Path) -> Iterator[str]:
    """The kinds of evidence that a module makes: as written, or by the name of a constant."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Evidence" and node.args:
            kind = node.args[0]
            if isinstance(kind, ast.Constant):
                yield str(kind.value)
            elif isinstance(kind, ast.Name) and kind.id in named:
                yield str(named[kind.id])


@pytest.mark.parametrize("path", DETECTORS, ids=lambda path: path.stem)
def test_every_kind_of_evidence_has_a_title(path: Path) -> None:
    assert not set(kinds(path)) - TITLES.keys()


def test_the_kinds_are_found() -> None:
    assert len({kind for path in DETECTORS for kind in kinds(path)}) > 50


def test_what_was_given_stands_before_what_was_worked_out() -> None:
    shown = working(Evidence("anything", "12%", "10.5%", "0.1 points"))
    assert shown.lists == ((("The text says", "12%"), ("Worked out", "10.5%")),)
    assert (shown.title, shown.aside, shown.head, shown.rows) == ("Evidence", "0.1 points", (), ())


def test_the_sum_of_a_dose_stands_first_and_once() -> None:
    shown = working(Evidence("dose-basis", "0.5 mg", "0.5 mg/kg × 70 kg = 35 mg"))
    assert shown.sum == "0.5 mg/kg × 70 kg = 35 mg"
    assert shown.lists == ((("The text says", "0.5 mg"),),)


def test_candidates_make_a_table_and_what_they_share_is_said_once() -> None:
    rows = tuple({"years": years, "rate": rate, "from": "3.24"} for years, rate in (("5", "12.8%"), ("6", "10.5%")))
    shown = working(Evidence("growth", rows=rows))
    assert shown.head == ("Years", "Rate")
    assert shown.rows == (("5", "12.8%"), ("6", "10.5%"))
    assert shown.lists == ((("From", "3.24"),),)


def test_one_row_is_a_list_without_its_blank_cells() -> None:
    shown = working(Evidence("approval", rows=({"product": "Velodrin", "source_title": "A label", "note": ""},)))
    assert shown.lists == ((("Product", "Velodrin"), ("Source", "A label")),)
    assert not shown.rows


def test_rows_that_differ_in_everything_are_lists_of_their_own() -> None:
    rows = tuple({name: f"{name}{number}" for name in "abcde"} for number in (1, 2))
    shown = working(Evidence("anything", rows=rows))
    assert [pairs[0] for pairs in shown.lists] == [("A", "a1"), ("A", "a2")]
    assert not shown.rows


def test_a_blank_cell_of_a_table_is_a_dash_and_a_missing_column_no_error() -> None:
    shown = working(Evidence("anything", rows=({"a": "1", "b": "2"}, {"a": "3"})))
    assert shown.rows == (("1", "2"), ("3", "–"))
