"""Segments: nothing is lost, nothing nests, every finding is found on all its words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from payloads import OVERLAP, overlapping

from workbench import engine
from workbench.model import Block, Run
from workbench.widgets.payload import blocks
from workbench.widgets.segments import Mark, cut, seen_range

WORDS = st.text(st.sampled_from("ab 😀é\u202e"), min_size=1, max_size=12)


def paragraphs(text: str) -> tuple[Block, ...]:
    return engine.parse(text.encode(), "article.md", ".md").blocks


def on(text: str, words: str, number: int = 1, **other: object) -> Mark:
    start = text.index(words)
    return Mark(number, start, start + len(words), **other)  # type: ignore[arg-type]


@st.composite
def a_text(draw: st.DrawFn) -> tuple[list[Block], list[Mark]]:
    """Blocks over one source, some of their runs standing for markup or an entity, and marks anywhere in it."""
    read, at = [], 0
    for words in draw(st.lists(WORDS, min_size=1, max_size=4)):
        at += draw(st.integers(0, 3))
        middle = draw(st.integers(0, len(words)))
        first = Run(0, at, at + middle)
        entity = draw(st.booleans())
        start = at + middle + draw(st.integers(0, 3))
        second = Run(middle, start, start + len(words) - middle + (4 if entity else 0))
        runs = tuple(run for run in (first, second) if run.end > run.start)
        read.append(Block("paragraph", words, runs))
        at = second.end
    places = st.tuples(st.integers(0, at + 3), st.integers(0, at + 3), st.booleans())
    found = draw(st.lists(places, max_size=8))
    return read, [Mark(n, min(a, b), max(a, b), held=held) for n, (a, b, held) in enumerate(found, 1)]


@given(a_text())
def test_joined_segments_are_the_block(drawn: tuple[list[Block], list[Mark]]) -> None:
    read, marks = drawn
    for block, parts in zip(read, cut(read, marks), strict=True):
        assert "".join(part.text for part in parts) == block.seen
        assert all(part.text for part in parts)


@given(a_text())
def test_a_segment_names_exactly_the_findings_over_each_of_its_characters(
    drawn: tuple[list[Block], list[Mark]],
) -> None:
    read, marks = drawn
    for block, parts in zip(read, cut(read, marks), strict=True):
        at = 0
        for part in parts:
            expected = {mark.id for mark in marks if covers(block, mark, at)}
            assert {*part.findings, *part.held} == expected
            assert not {*part.findings} & {mark.id for mark in marks if mark.held}
            at += len(part.text)


def covers(block: Block, mark: Mark, at: int) -> bool:
    found = seen_range(block, mark.start, mark.end) if mark.start < mark.end else None
    return found is not None and found[0] <= at < found[1]


@given(a_text())
def test_neighbours_differ(drawn: tuple[list[Block], list[Mark]]) -> None:
    for parts in cut(*drawn):
        for one, next_ in pairwise(parts):
            assert (one.findings, one.held) != (next_.findings, next_.held)


@given(st.text(st.sampled_from("a b*_`&;<>😀\n#-|\u202e[]()"), max_size=80), st.data())
def test_markdown_of_any_kind_loses_nothing(words: str, data: st.DataObject) -> None:
    text = f"x{words}"
    read = paragraphs(text)
    places = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=5))
    marks = [Mark(n, min(pair), max(pair)) for n, pair in enumerate(places, 1)]
    assert ["".join(part.text for part in parts) for parts in cut(read, marks)] == [block.seen for block in read]


def shown(text: str, *marks: Mark) -> list[list[tuple[str, tuple[int, ...]]]]:
    return [[(part.text, part.findings) for part in parts] for parts in cut(paragraphs(text), marks)]


def test_no_finding_is_one_segment() -> None:
    assert shown("Plain words.") == [[("Plain words.", ())]]


def test_markup_inside_a_finding_is_no_edge() -> None:
    text = "It is a **true** wonder."
    assert shown(text, on(text, "a **true** wonder")) == [[("It is ", ()), ("a true wonder", (1,)), (".", ())]]


def test_entity_and_emoji_do_not_shift_the_edges() -> None:
    text = "One 😀 &amp; two 😀 three"
    assert shown(text, on(text, "two"))[0][1] == ("two", (1,))


def test_finding_in_markup_only_is_in_no_segment() -> None:
    text = "See [here](https://example.org/cure) now."
    assert shown(text, on(text, "example.org/cure")) == [[("See here now.", ())]]


def test_rank_decides_who_is_first() -> None:
    text = "Sure cure."
    marks = [on(text, "Sure cure", 1, rank=(2,)), on(text, "cure", 2, rank=(0,))]
    assert shown(text, *marks)[0][1] == ("cure", (2, 1))


def test_overlaps_are_all_kept() -> None:
    record = overlapping()
    read = blocks(paragraphs(OVERLAP), record["findings"])
    first, second = read[0]["segments"], read[1]["segments"]
    assert by_text(first, "ten adults") == [1, 3, 2, 4]  # the error, then the shorter warning
    assert by_text(first, " felt far better") == [1, 2]
    assert by_text(first, "It was a marvel.") == [5]
    assert by_text(second, "A marvel that lasts") == [5]
    assert second[-2] == {"text": "they say", "findings": [], "held": [7]}


def by_text(parts: Sequence[dict[str, object]], text: str) -> object:
    return next(part["findings"] for part in parts if part["text"] == text)
