"""Twins: a harmful sentence that a check reports, and a near miss whose context holds the same words back.

Each file of `twins/` is a kind of context with the flags that make it ("exception": an idiom, which the checks know);
a pair with `todo = true` has a harmful half that no check knows yet.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from speak import article, content

from workbench import engine
from workbench.model import Article

TOPICS = ("marketing", "regulatory")
FILES = sorted((Path(__file__).parent / "twins").glob("*.toml"))


@cache
def twins() -> list[tuple[str, dict[str, Any]]]:
    """The pairs of all files, each with its kind; a pair carries the flags of its file."""
    found = []
    for file in FILES:
        kind = tomllib.loads(file.read_text(encoding="utf-8"))
        found += [(file.stem, {**pair, "flags": kind["flags"]}) for pair in kind["pair"]]
    return found


@cache
def page_of(text: str) -> Article:
    """The text under a heading, read as HTML where it begins with a tag."""
    return article(f"<h1>Notes</h1>{text}", ".html") if text.startswith("<") else article(f"# Notes\n\n{text}\n")


def open_findings(text: str) -> list[tuple[str, str]]:
    """What the two topics report in a text and do not hold back: check and text."""
    page = page_of(text)
    checks = [check for check in content().checks if check.topic in TOPICS]
    return [(each.check, each.text) for each in engine.run(page, checks, content().tables)[0] if not each.held_back]


@pytest.mark.parametrize(("kind", "pair"), twins())
def test_the_near_miss_is_held_back_or_silent(kind: str, pair: dict[str, Any]) -> None:
    assert open_findings(pair["near"]) == []


@pytest.mark.parametrize(("kind", "pair"), [pair for pair in twins() if pair[0] != "idiom"])
def test_the_near_miss_has_the_context_of_its_kind(kind: str, pair: dict[str, Any]) -> None:
    assert any(flag.flag in pair["flags"] for sentence in page_of(pair["near"]).sentences for flag in sentence.flags)


@pytest.mark.parametrize(("kind", "pair"), [pair for pair in twins() if not pair[1].get("todo")])
def test_the_harmful_twin_is_reported(kind: str, pair: dict[str, Any]) -> None:
    assert open_findings(pair["harmful"])


def test_there_are_enough_pairs_and_few_to_do() -> None:
    to_do = sum(bool(pair.get("todo")) for _, pair in twins())
    assert len(twins()) >= 150
    assert to_do <= len(twins()) / 5
