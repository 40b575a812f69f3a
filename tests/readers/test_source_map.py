"""For any text: what is seen maps to where it stands, and nothing that is visible is lost."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from mapped import assert_mapped

from workbench.readers import markdown, plain
from workbench.readers._source import BLANK

PARTS = [
    *(
        "# ",
        "## ",
        "- ",
        "* ",
        "1. ",
        "12) ",
        "(a) ",
        "> ",
        "    ",
        "\t",
        "```",
        "`",
        "``",
        "**",
        "_",
        "~~",
        "[",
        "](",
        ")",
    ),
    *("![", "<b>", "</b>", "<br>", "<a href='/x'>", "</a>", "<div>\n", "</div>", "<li>", "<td>", "<!--", "-->"),
    *("<script>", "</script>", "&amp;", "&nbsp;", "&lt;", "&#8364;", "&NotEqualTilde;", "&bogus;", "\\*", "\\", "|"),
    *("|-|-|", "---", "===", "[^1]", "[^1]: ", "<https://example.com>", "https://example.com/a", "\n", "\n\n", "\r\n"),
    *(
        "\r",
        "  \n",
        " ",
        "\u2009",
        "\u00a0",
        "\ufeff",
        "\u200b",
        "\u0301",
        "\u2028",
        "🙂",
        "👩🏽‍⚕️",
        "✅ ",
        "• ",
        "– ",
        "µ",
    ),
    *("é", "ß", "mg", "Is it safe?", "Term:", "Risks include:", "It works.", "Nausea", "Key Points", "By Ann Roe, MD"),
    *("Share this", "a", "B", "7", "10–20 %", "Q: ", "A: "),
]
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
any_text = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=40).map("".join),
    st.text(characters, max_size=60),
    st.lists(
        st.one_of(st.sampled_from(PARTS), st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6))
    ).map("".join),
)
body = any_text.filter(lambda text: not text.lstrip("\ufeff").startswith("---"))


@given(any_text)
def test_markdown_maps_every_character(text: str) -> None:
    if text.lstrip("\ufeff").startswith("---"):
        text = "x" + text
    document = markdown.read(text.encode(), "a.md")
    assert document.source == text
    assert_mapped(document)


@given(body)
def test_plain_text_maps_every_character(text: str) -> None:
    document = plain.read(text.encode(), "a.txt")
    assert document.source == text
    assert_mapped(document)


@given(body)
def test_plain_text_loses_nothing_that_is_visible(text: str) -> None:
    document = plain.read(text.encode(), "a.txt")
    covered = {place for block in document.blocks for run in block.runs for place in range(run.start, run.end)}
    left = "".join(char if index not in covered else "\n" for index, char in enumerate(text))
    for rest in left.splitlines():
        assert is_marker(rest.strip(BLANK)), rest


def is_marker(text: str) -> bool:
    if not any(char.isalnum() for char in text):
        return all(unicodedata.category(char)[0] in "PSZCM" for char in text)
    return (
        re.fullmatch(r"(?:\(?(?:\d{1,3}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})[.)]|(?:Q|A)[:.)]|\d+(?:\.\d+)+)", text)
        is not None
    )
