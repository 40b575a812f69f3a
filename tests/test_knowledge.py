"""Medical knowledge is content: no cell of a reference table stands as a literal in the code."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from speak import REPOSITORY

# The words of these columns are the contract's own (how sure, where, what kind of row, what standing), or the everyday
# words that a rule is told in; not knowledge.
CONTRACT_COLUMNS = {
    "confidence", "jurisdiction", "countries", "regulators", "status", "kind", "schedule", "limit_kind", "per",
    "topic", "says", "needs", "now", "unit", "write", "mistaken_for", "printed", "complete", "frequency", "terms",
    "setting", "source_locator",
}  # fmt: skip
CLASSES = {"institution", "product class", "supplement", "procedure"}  # kinds of row whose names are common nouns
EVERY_USE = {"any use", "any other use", "any unlisted use", "uses"}  # how a row says that it speaks of all the rest
SHORT = 3  # letters: a code or an ending, whatever table it stands in
# Tables of ordinary English: what a word means, not what a drug does.
LANGUAGE = (
    "terminology/",
    "consistency/wording.csv",
    "consistency/attributes.csv",
    "readability/glossary.csv",
    "grammar/",
    "dosing/ways.csv",
    "dosing/dose-words.csv",
    "disclaimers/offers.csv",
)
TABLES = sorted((REPOSITORY / "checks").rglob("*.csv"))
MODULES = sorted((REPOSITORY / "workbench").rglob("*.py"))


def cells(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            named = {"product", "aliases", "use", "use_aliases"} if row.get("kind") in CLASSES else set()
            for column, cell in row.items():
                if column not in CONTRACT_COLUMNS | named:
                    yield from (part.strip().casefold() for part in cell.split("|") if part.strip())


@cache
def knowledge() -> dict[str, str]:
    """Every cell, and every alias in one, that holds letters, with the table it stands in."""
    facts = (path for path in TABLES if not path.relative_to(REPOSITORY / "checks").as_posix().startswith(LANGUAGE))
    found = {cell: path.name for path in facts for cell in cells(path) if sum(map(str.isalpha, cell)) > SHORT}
    return {cell: table for cell, table in found.items() if cell not in EVERY_USE}


def literals(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {id(n.body[0].value) for n in ast.walk(tree) if isinstance(n, holders) and n.body and _doc(n.body[0])}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def _doc(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_no_cell_stands_in_code(path: Path) -> None:
    known = knowledge()
    found = [
        f"line {line}: “{text}” is a cell of {known[text.strip().casefold()]}"
        for line, text in literals(path)
        if text.strip().casefold() in known
    ]
    assert not found


def test_the_tables_are_there_and_the_test_can_fail() -> None:
    assert len(knowledge()) > 500
    assert any("ketamine" in cell for cell in knowledge())


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_reference_row_says_where_it_comes_from(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    if "source_title" in rows[0] and "confidence" in rows[0]:
        bare = [n for n, row in enumerate(rows, 2) if not row["source_title"].strip() and row["confidence"] != "low"]
        assert not bare, f"rows without a source must be of low confidence: lines {bare[:5]}"
