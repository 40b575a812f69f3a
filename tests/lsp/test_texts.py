"""Places as editors count them: lines by any line end, and UTF-16 units in a line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol.types import Position

from workbench.lsp.texts import Lines

TEXTS = st.text(st.sampled_from("ab 😀é\u200f\u05d0\u0301\n\r\t\U0001f9ec漢"), max_size=60)


@settings(deadline=None)
@given(TEXTS, st.data())
def test_a_place_comes_back_as_it_went(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    if at and text[at - 1 : at + 1] == "\r\n":
        return  # between the two halves of a line end is no place
    assert Lines(text).offset(Lines(text).position(at)) == at


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str) -> None:
    lines = re.split("\r\n|\n|\r", text)
    for number, line in enumerate(lines):
        whole = Lines(text).line(number)
        assert whole.start == Position(number, 0)
        assert whole.end == Position(number, len(line.encode("utf-16-le")) // 2)


@pytest.mark.parametrize(
    "position, at",
    [
        (Position(0, 0), 0), (Position(0, 2), 1), (Position(0, 99), 3), (Position(1, 0), 4), (Position(1, 1), 5),
        (Position(9, 0), 6), (Position(1, 99), 6),
    ],
)  # fmt: skip
def test_what_lies_outside_counts_as_the_nearest_place(position: Position, at: int) -> None:
    assert Lines("😀a!\nbc").offset(position) == at


def test_half_of_an_emoji_is_the_emoji() -> None:
    assert Lines("😀").offset(Position(0, 1)) == 1
