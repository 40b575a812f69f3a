"""The one pass that rules lines out: whatever is furniture, a by-line or an address is never ruled out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.readers._byline import is_byline
from workbench.readers._furniture import reason
from workbench.readers._suspects import LONGEST, suspects

FURNITURE = [
    "Share this",
    "SHARE\u00a0THIS",
    "Leave a reply",
    "3 thoughts on “Feet”",
    "Home | About | Contact",
    "Home • Blog • FAQ",
    "Home » Feet",
    "© 2024 Feet Weekly. All rights reserved.",
    "Copyright 2024 Feet Weekly",
    "Read more…",
    "Next →",
    "Save my name, e-mail and website",
    "We use cookies to make feet better.",
    "Related articles",
    "Facebook",
    "{{ feet }}",
    "you may also like",
    "Skip to content",
    "Table of contents",
    "Posted in Feet",
    "x" * 90 + " all rights reserved.",
]
BYLINES = [
    "By Ann Roe, MD",
    "Written by",
    "Medically reviewed by Bo Li, PhD",
    "Last updated: 3 May 2024",
    "3 May 2024",
    "Monday, 3 May 2024",
    "Feet Weekly — By Ann Roe — 3 May 2024",
    "Ann Roe | Updated May 2024",
    "Author: Ann Roe",
    "Feet • Reviewed by Bo Li, MD",
    "2024-05-03",
]
TEXT = [
    "Feet hurt when shoes are too small.",
    "Do not share this medicine with others.",
    "Nobody copyrights feet.",
    "Rash",
    "The home of feet – so they say – is the shoe.",
    "May helps.",
    "",
    "ä\u200b",
    "a\nb",
]


@pytest.mark.parametrize("line", [*FURNITURE, *BYLINES])
@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u2009", "  ", "\t"])
def test_a_suspect_is_found_between_other_lines_whatever_its_blanks(line: str, blank: str) -> None:
    assert 1 in suspects(["Feet hurt.", line.replace(" ", blank), "They do."])


@pytest.mark.parametrize("line", TEXT)
def test_text_is_ruled_out(line: str) -> None:
    assert 1 not in suspects(["Feet hurt.", line, "They do."])


@pytest.mark.parametrize(
    "line", ["See https://example.org/a.", "See WWW.example.org", "x" * LONGEST + " www.example.org"]
)
def test_an_address_is_found(line: str) -> None:
    assert suspects(["Feet hurt.", line]) == {1}


def test_a_long_line_is_neither_furniture_nor_a_byline() -> None:
    assert suspects(["Share this " + "x" * LONGEST]) == set()


piece = st.sampled_from(
    [*FURNITURE, *BYLINES, *TEXT, "|", " > ", " – ", "by ", "Share ", "home", "\n", "5 ", "…", ". "]
)
some_line = st.one_of(st.text(max_size=30), st.lists(piece, max_size=3).map("".join))


@given(st.lists(some_line, max_size=8))
def test_nothing_that_counts_is_ruled_out(lines: list[str]) -> None:
    found = suspects(lines)
    for index, line in enumerate(lines):
        assert index in found or not (reason(line) or (len(line) <= LONGEST and is_byline(line))), line
