"""Patterns answer as Python's own would, in bytes."""

from __future__ import annotations

import re

import pytest

from workbench.patterns import Several, exact

TEXT = b"Take 2 tablets, then 1.5 or 30; never 4 at once."
CASES = [r"\d+(?:\.\d+)?", r"[a-z]+", r"x*", r"(\d) (t\w+)|(n\w+)", r"once\.$", r"^take", r"nothing like it"]


@pytest.mark.parametrize("pattern", CASES)
def test_every_way_of_searching_agrees_with_python(pattern: str) -> None:
    ours, theirs = exact(pattern), re.compile(pattern.encode(), re.IGNORECASE)
    assert [one.span() for one in ours.finditer(TEXT)] == [one.span() for one in theirs.finditer(TEXT)]
    assert ours.findall(TEXT) == [one[0] for one in theirs.finditer(TEXT)]
    for name in ("search", "match", "fullmatch"):
        mine, python = getattr(ours, name)(TEXT), getattr(theirs, name)(TEXT)
        assert (mine is None) == (python is None)
        if mine is not None:
            assert (mine.span(), mine.groups(), mine.lastindex) == (python.span(), python.groups(), python.lastindex)


def test_a_search_begins_and_ends_where_it_is_told() -> None:
    digits = exact(r"\d")
    assert digits.search(TEXT, 6).span() == (21, 22)  # type: ignore[union-attr]
    assert digits.search(TEXT, 6, 20) is None
    assert digits.search(TEXT, 0, 10_000) is not None
    assert digits.search(TEXT, 10_000) is None
    assert digits.match(TEXT, 5) is not None
    assert digits.fullmatch(TEXT, 5, 6) is not None


def test_several_patterns_are_looked_for_at_once() -> None:
    several = Several(CASES)
    assert several.met(TEXT) == [place for place, case in enumerate(CASES) if exact(case).search(TEXT) is not None]
    assert several.met(b"") == [place for place, case in enumerate(CASES) if exact(case).search(b"") is not None]
    assert Several(["take", "tablets"], at_start=True).met(TEXT) == [0]
    assert Several([]).met(TEXT) == []
