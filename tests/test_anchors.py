"""Anchors: a pattern is never left out where it matches, and is left out nearly everywhere else."""

from __future__ import annotations

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st
from speak import content

from workbench.anchors import END, NUMBER, START, anchors, calls
from workbench.lexicon import Lexicon
from workbench.patterns import spans_only
from workbench.phrases import TOKENS, regexp


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b100 safe\b", ({"<safe>"}, {"#"})),
        (r"\bside[- ]effects?\b", ({"<side>"}, {"<effect>", "<effects>"})),
        (r"\b(cure|heal)s?\w*", ({"<cure", "<cures", "<heal", "<heals"},)),
        (r"(?-i:FDA)\d+", ({"fda"}, {"#"})),
        (r"^\W*s?he\b", ({"<he>", "<she>"},)),
        (r"\$ ?[0-9]", ({"$"}, {"#"})),
        (r"\b(Inc|S\.A\.)\b", ({"<inc>", "<s>"},)),
        (r"[a-z]+ \w+", ()),
        (r"x?", ()),
        (r"(safe|.*)", ()),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: tuple[set[str], ...]) -> None:
    signs = {"<": START, ">": END, "#": NUMBER}
    wanted = tuple({"".join(signs.get(char, char) for char in need) for need in one} for one in needs)
    assert tuple(map(set, anchors(pattern))) == wanted


def _called(pattern: str, text: str) -> bool:
    words = [word.decode("ascii") for word in TOKENS.findall(text.lower().encode("ascii"))]
    held = {call for word in words for call in calls(word, 64)}
    return all(held & need for need in anchors(pattern))


_PIECES = st.sampled_from(
    [
        r"\b",
        "ab",
        "(ab|c)",
        "a?",
        "(?:cd)*",
        r"\w+",
        r"\W*",
        r"\d",
        " ",
        "[- ]",
        r"\s+",
        "b{2}",
        "(?-i:C)",
        ".",
        "^",
        "$",
    ]
)


@given(st.lists(_PIECES, min_size=1, max_size=6), st.text("abcd 1-", max_size=12))
def test_where_a_pattern_matches_its_needs_are_met(pieces: list[str], text: str) -> None:
    pattern = "".join(pieces)
    match = regexp(pattern).search(text.encode("ascii"))
    if match and match.group(0):
        assert _called(pattern, text), (pattern, text, anchors(pattern))


def test_no_shipped_pattern_misses_one_of_the_shipped_examples() -> None:
    lexicon = content().lexicon
    texts = {example.text for check in content().checks for example in check.example if example.text.isascii()}
    lines = [line.encode("ascii") for text in texts for line in text.splitlines()]
    patterns = [(pattern, regexp(pattern.source)) for pattern in lexicon.parts.patterns]
    options = spans_only()
    options.max_mem = 1 << 30  # with less, so large a set is seven times slower
    together = re2.Set.SearchSet(options)  # RE2's own answer to which of them match at all
    for pattern, _ in patterns:
        together.Add(f"(?m:{pattern.source})")
    together.Compile()
    matched = 0
    for line, found in zip(lines, lexicon.scan_all(lines), strict=True):
        keys = {key for key, _, _ in found}
        for pattern, compiled in (patterns[number] for number in together.Match(line) or ()):
            match = compiled.search(line)
            matched += 1
            assert not (match and match.group(0)) or keys.issuperset(lexicon.parts.keys[pattern.key]), (
                pattern.source,
                line,
            )
    assert matched > 1000


def test_a_word_too_long_to_look_into_hides_nothing() -> None:
    text = b"a" * 200 + b"cure" + b"b" * 200
    assert [key for key, _, _ in Lexicon({"key": ["/cure/"]}).scan(text)] == ["key"]
