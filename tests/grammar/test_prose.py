"""What a proofreader is given of a block, and the way back to the characters of the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import engine, prose
from workbench.model import Document

WORDS = ["Take it", "with water", "😀", "naïve café", "5 mg", "it’s", "e\u0301", "**bold**", "&amp;"]
MARKS = ["`code --now`", "[1]", "[2, 3]", "(Okafor et al., 2019)", "https://example.org/a_b", "info@example.org", "¹²"]
PIECES = [*WORDS, *MARKS, "[a link](https://example.org/x)", "10.5555/abc.d"]


def read(text: str, suffix: str = ".md") -> Document:
    return engine.parse(text.encode("utf-8"), f"page{suffix}", suffix)


def first(text: str, suffix: str = ".md") -> str:
    found = prose.prose(read(text, suffix), 0)
    return found.text if found else ""


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Take the tablet with water.", "Take the tablet with water."),
        ("Run `dose --help` first.", "Run Example first."),
        ("See https://example.org/a/b_c for more.", "See Example for more."),
        ("See [our page](https://example.org) for more.", "See our page for more."),
        ("Write to info@example.org today.", "Write to Example today."),
        ("It eased pain [3], and sleep [4, 5].", "It eased pain, and sleep."),
        ("It eased pain.¹²", "It eased pain."),
        ("It eased pain (Okafor et al., 2019).", "It eased pain."),
        ("It eased pain (see below).", "It eased pain (see below)."),
        ("A **bold** word and an *other*.", "A bold word and an other."),
    ],
)
def test_what_is_no_prose_is_replaced(text: str, seen: str) -> None:
    assert first(text) == seen


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("```\ncode only\n```", ".md"),
        ("12 + 13 = 25", ".md"),
        ("| drug | dose |\n|---|---|\n| teh cell | low |", ".md"),
    ],
)
def test_what_has_no_prose_is_not_read(text: str, suffix: str) -> None:
    assert first(text, suffix) == ""


def test_a_block_of_nothing_but_an_address_is_one_neutral_word() -> None:
    assert first("https://example.org/a") == "Example"


@pytest.mark.parametrize(
    ("language", "country", "named"),
    [
        ("en", "US", "en-US"),
        ("", "GB", "en-GB"),
        ("en-GB", "US", "en-GB"),
        ("en_AU", "", "en-AU"),
        ("", "", "en-US"),
        ("de", "US", ""),
    ],
)
def test_the_english_of_a_page(language: str, country: str, named: str) -> None:
    assert prose.variant(language, country) == named


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9))
def test_every_range_leads_to_the_same_characters(pieces: list[str]) -> None:
    document = read(" ".join(pieces))
    for index, block in enumerate(document.blocks):
        found = prose.prose(document, index)
        if found is None:
            continue
        assert found.pieces[0].at == 0
        for at in range(len(found.text)):
            for to in (at + 1, min(at + 5, len(found.text))):
                seen = found.seen(at, to)
                if seen is None:
                    continue
                assert block.seen[seen[0]] == found.text[at]
                assert block.seen[seen[1] - 1] == found.text[to - 1]
                if seen[1] - seen[0] == to - at:
                    assert block.seen[seen[0] : seen[1]] == found.text[at:to]
        whole = "".join(
            found.text[piece.at : after] if not piece.whole else block.seen[piece.seen : piece.seen + piece.whole]
            for piece, after in zip(found.pieces, [*(one.at for one in found.pieces[1:]), len(found.text)], strict=True)
        )
        assert len(whole) <= len(block.seen)  # what was taken out without a word is missing


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80))
def test_no_text_is_too_strange(text: str) -> None:
    document = read(text)
    for index in range(len(document.blocks)):
        found = prose.prose(document, index)
        if found is not None:
            assert all(found.seen(at, at + 1) is None or found.text[at] for at in range(len(found.text)))
