"""The terminal report: the match stands out, is never cut, and article text cannot steer the terminal."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Evidence, Finding
from workbench.writers.terminal import clean, evidence_line, quotation

BASE = Finding("c", "dosing", "dosing-unit", "warning", "high", 1, 2, "x", "m", "w", "a", None, (), False, "f")


def finding(**changes: Any) -> Finding:
    return msgspec.structs.replace(BASE, **changes)


def test_a_short_sentence_is_shown_whole() -> None:
    assert quotation(finding(sentence="It is a cure.", text="cure")).plain == "“It is a cure.”"


def test_a_long_sentence_is_cut_around_the_match_and_never_in_it() -> None:
    match = "m" * 200
    shown = quotation(finding(sentence="a" * 90 + match + "b" * 90, text=match)).plain
    assert shown == "“…" + "a" * 60 + match + "b" * 60 + "…”"


def test_the_whole_article_has_no_quotation() -> None:
    assert quotation(finding(sentence="", text="")).plain == ""


@pytest.mark.parametrize("text", ["plain words", "naïve café 70.8 % — “so”", "日本語", "👍"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@given(st.text())
def test_no_text_can_steer_a_terminal(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\n", "\r"} & set(shown)


def test_evidence_is_one_line_without_blank_cells() -> None:
    line = evidence_line(Evidence("percent-of-n", "70.8%", "none", "1%", ({"people": "7", "of": "10", "note": ""},)))
    assert line == (
        "What a group of this size can give: the text says 70.8%, worked out none · people 7, of 10 · allowed: 1%"
    )
